/**
 * What Loket promises to mail. A notification holds ids, dates and the kind of mail; never an answer, a token,
 * an address or HTML (docs/domain.md §3.5). `emails/` turns it into words, `functions/mailer` sends it.
 */
import * as z from 'zod'
import { accountKinds } from '../account.ts'
import { eventNotifications, organiserNotification } from '../events/event-notifications.ts'
import { markSchema } from '../overleg/mark.ts'
import { overlegNotifications } from '../overleg/overleg-notifications.ts'
import { mailboxNotifications } from './mailbox-notifications.ts'

/** ISO 8601 instant in UTC. */
const instant = z.iso.datetime()
/** Calendar date in Brussels, YYYY-MM-DD. */
const date = z.iso.date()

const aboutDossier = {
  network: z.string(),
  form: z.string(),
  reference: z.string(),
  /** Raised to revoke every link to this dossier. */
  linkVersion: z.number(),
}
const received = {
  ...aboutDossier,
  receivedAt: instant,
  answerBefore: date,
  /** The state it began in; absent means the form's first. */
  state: z.string().optional(),
  /** Date of the meeting it was put on the agenda of. */
  on: date.optional(),
}
const aboutDraft = {
  network: z.string(),
  form: z.string(),
  draft: z.string(),
  linkVersion: z.number(),
  expiresAt: instant,
}

/** What a mail about a dossier's state says beside it. */
const standing = {
  state: z.string(),
  answerBefore: date,
  /** Id of the person who holds it. */
  holder: z.string().optional(),
  /** Key of the offer it was referred to; no mail names it. */
  offer: z.string().optional(),
  /** Whether somebody has the task to call that service, or did. */
  call: z.enum(['due', 'done']).optional(),
  /** Date of the meeting or evaluation. */
  on: date.optional(),
  /** Where the overleg stands. */
  overleg: markSchema.optional(),
}

/**
 * Why somebody of the network gets a mail: a dossier is theirs now, came back to be assigned again, its day has come or passed,
 * it will be erased, a client did not reach the service it was referred to, the applicant's service takes part no more, so that
 * the client must be called, a service is to be called, it is theirs no more, or whoever asked added something.
 */
export const taskReasons = [
  'toegewezen',
  'terug',
  'datum',
  /** To whoever has it: its day passed, and nothing happened. */
  'voorbij',
  /** To the coordinator, some days later, and again for as long as nothing happens. */
  'blijft-liggen',
  /** To the coordinators: nobody looked whether a suspect is real. */
  'nakijken',
  /** Until 0.2.0: the answer is late; nothing happened for long. */
  'te-laat',
  'stil',
  'wissen',
  /** The same, where there is a plan van aanpak to keep first. */
  'plan-wissen',
  'niet-geraakt',
  'heropend',
  'dienst-stopt',
  /** Somebody of the network calls the service it was referred to. */
  'bel-dienst',
  /** To who had it in hand: it is somebody else's now, it is over, there is no call to make any more, it was erased (lifecycle/losers.ts). */
  'kwijt',
  'afgelopen',
  'bel-niet',
  'gewist',
  /** To whoever has it: the applicant added something, or changed how they are reached. */
  'toegevoegd',
] as const

/** What somebody changed of how they are reached, along the link of a request. */
const reachChanges = ['adres-gevraagd', 'nummer', 'adres'] as const

/**
 * A person of the network by id; the triage address; who stands in for both; or a coordinator who is there, another one than the
 * person who holds it.
 */
const toStaff = {
  to: z.enum(['medewerker', 'triage', 'plaatsvervanger', 'coordinator']),
  person: z.string().optional(),
}

/** Which account it is, is shown in the werkruimte: a mail says no more than what kind. */
const bound = {
  network: z.string(),
  person: z.string(),
  boundAt: instant,
  account: z.enum(accountKinds),
}

export const notificationSchema = z.discriminatedUnion('kind', [
  /** To the applicant: we have your request (or your question). */
  z.object({ kind: z.literal('ontvangen'), to: z.literal('aanvrager'), ...received }),
  /** To the network's triage address: a request (or a question) is waiting. */
  z.object({
    kind: z.literal('triage'),
    to: z.literal('triage'),
    ...received,
    /** Date of the call to an applicant who says that it is urgent. */
    callBy: date.optional(),
  }),
  /** To the triage address, once an hour at most, in place of the mails above the hourly limit. */
  z.object({
    kind: z.literal('triage-overzicht'),
    to: z.literal('triage'),
    network: z.string(),
    form: z.string(),
    /** Start of the hour the held mails belong to. */
    since: instant,
  }),
  /** To the applicant: the request is withdrawn. */
  z.object({ kind: z.literal('ingetrokken'), to: z.literal('aanvrager'), ...aboutDossier }),
  /** To the triage address: the applicant withdrew the request. */
  z.object({ kind: z.literal('triage-ingetrokken'), to: z.literal('triage'), ...aboutDossier }),
  /** To the applicant: where the request stands now, in the words of its state. */
  z.object({ kind: z.literal('stand'), to: z.literal('aanvrager'), ...aboutDossier, ...standing }),
  /** To the applicant, ten working days after a referral: did the client get there? */
  z.object({ kind: z.literal('navraag'), to: z.literal('aanvrager'), ...aboutDossier, ...standing }),
  /** To the applicant: fixed words of the network, sent by a person (forms/kit/templates.ts). */
  z.object({
    kind: z.literal('bericht'),
    to: z.literal('aanvrager'),
    ...aboutDossier,
    /** Its key. */
    template: z.string(),
    /** Id of who sent it. */
    sender: z.string(),
    /** Id of who holds the dossier, to be told when it comes back. */
    holder: z.string().optional(),
    /** The date in its words. */
    on: date.optional(),
  }),
  /** To an address that somebody gave for a request since it was sent: does it count from now on? */
  z.object({
    kind: z.literal('adres-bevestigen'),
    to: z.literal('aanvrager'),
    ...aboutDossier,
    /** Of which change, in epoch milliseconds: the link is of that one. */
    asked: z.number(),
    expiresAt: instant,
  }),
  /** To whoever asked: somebody gave another address or number; `adres`: to the address that counted until now. */
  z.object({
    kind: z.literal('gegevens'),
    to: z.literal('aanvrager'),
    ...aboutDossier,
    what: z.enum(reachChanges),
  }),
  /** To the person who holds it, to triage, or when it is late to a coordinator: this dossier asks something of you. */
  z.object({
    kind: z.literal('taak'),
    ...toStaff,
    ...aboutDossier,
    why: z.enum(taskReasons),
    on: date.optional(),
    /** The state whose day has come. */
    state: z.string().optional(),
    /** In its place, the call that was to be made by then. */
    call: z.enum(['service', 'client', 'urgent']).optional(),
  }),
  /** To who had several dossiers in hand: a coordinator gave these to somebody else, or back to the list. */
  z.object({
    kind: z.literal('overgedragen'),
    to: z.literal('medewerker'),
    network: z.string(),
    person: z.string(),
    references: z.array(z.string()),
    /** Perhaps more than are named. */
    count: z.number(),
  }),
  /** To somebody of the network who asked for it, every working morning: how much waits. */
  z.object({
    kind: z.literal('dagoverzicht'),
    to: z.literal('medewerker'),
    network: z.string(),
    person: z.string(),
    on: date,
  }),
  /** The evening before the team meets, to the triage address and from there to everybody of the team: what is on the agenda. */
  z.object({
    kind: z.literal('agenda'),
    to: z.enum(['triage', 'medewerker']),
    person: z.string().optional(),
    network: z.string(),
    on: date,
  }),
  /** To the deputy: a new request was not opened for two working days. */
  z.object({ kind: z.literal('ongeopend'), to: z.literal('plaatsvervanger'), ...received }),
  /** To whoever must act: a mail came back, or was called unwanted (returned.ts). */
  z.object({
    kind: z.literal('niet-aangekomen'),
    to: z.enum(['medewerker', 'triage', 'plaatsvervanger']),
    person: z.string().optional(),
    network: z.string(),
    /** Absent when that mail was about no dossier. */
    reference: z.string().optional(),
    /** Whose mail it was. */
    aan: z.enum(['aanvrager', 'medewerker', 'triage', 'plaatsvervanger', 'coordinator', 'postbus']),
    fate: z.enum(['niet_aangekomen', 'klacht']),
  }),
  /** To somebody of the network: the invitation to sign in. About no request, so of no form. */
  z.object({
    kind: z.literal('toegang'),
    to: z.literal('medewerker'),
    network: z.string(),
    person: z.string(),
    /** Its id; the link is derived from it. */
    invitation: z.string(),
  }),
  /** To whose place it is, at the address the network knows: an account was bound to it, perhaps another's. */
  z.object({ kind: z.literal('gekoppeld'), to: z.literal('medewerker'), ...bound }),
  /** To who invited them: likewise. */
  z.object({
    kind: z.literal('gekoppeld-uitnodiger'),
    to: z.literal('medewerker'),
    ...bound,
    /** Id of the person it was bound to. */
    wie: z.string(),
  }),
  /** To a mailbox of the network that somebody changes. */
  ...mailboxNotifications,
  /** To the person filling in a form: the link to go on later. */
  z.object({ kind: z.literal('verder'), to: z.literal('aanvrager'), ...aboutDraft }),
  /** To the same person, two days before the draft is erased. */
  z.object({ kind: z.literal('verloopt'), to: z.literal('aanvrager'), ...aboutDraft }),
  /** To who organises an event: how it stands. */
  organiserNotification,
  /** To an invitee of an event. */
  ...eventNotifications,
  /** To who sits at the table of an overleg, and to who holds it. */
  ...overlegNotifications,
])

export type KnownNotification = z.infer<typeof notificationSchema>
export type NotificationKind = KnownNotification['kind']

/** What a mail can say: a round says nothing itself, it becomes a mail to each (functions/mailer/round.ts). */
export type MailedNotification = Exclude<KnownNotification, { kind: 'overleg-ronde' }>
export type MailedKind = MailedNotification['kind']

/** Kinds of earlier versions, by what they are called now (kit/formerly.ts). */
export const formerKinds: Readonly<Record<string, NotificationKind>> = {}

const oldNotification = z
  .looseObject({ kind: z.string(), network: z.string(), reference: z.string().optional().catch(undefined) })
  .transform(({ kind, network, reference }) => ({
    kind: 'verouderd' as const,
    to: 'onbekend' as const,
    /** As it was called. */
    soort: kind,
    network,
    ...(reference === undefined ? {} : { reference }),
  }))

/** A mail as it is read back: of a kind that nobody knows any more it says only what it was and whose. */
export const keptNotificationSchema = z.preprocess(
  (stored) =>
    typeof stored === 'object' && stored !== null && 'kind' in stored
      ? { ...stored, kind: formerKinds[String(stored.kind)] ?? stored.kind }
      : stored,
  z.union([notificationSchema, oldNotification]),
)
export type Notification = z.infer<typeof keptNotificationSchema>
