/**
 * Mail about an overleg (docs/overleg.md §4): ids, instants and the kind of mail. Nothing of the client, of the place, of who is
 * at the table, and no typed word; what a mail says of the network's people is looked up when it leaves.
 */
import * as z from 'zod'

const instant = z.iso.datetime()

const aboutOverleg = {
  network: z.string(),
  form: z.string(),
  reference: z.string(),
  /** `01`, `02` … */
  overleg: z.string(),
}

/** Id of who held it when this was decided, to be told when it comes back. */
const holder = z.string().optional()

/** The moment that was fixed; `number` is what a calendar's SEQUENCE counts from. */
const momentOf = z.object({ start: instant, end: instant, number: z.number() })

/** What a whole round can be. */
export const roundKinds = [
  /** When can you? */
  'overleg-momenten',
  /** There are more moments. */
  'overleg-erbij',
  /** Who did not answer, once. */
  'overleg-herinnering',
  'overleg-uitnodiging',
  'overleg-verplaatst',
  'overleg-afgelast',
  /** Who left the table. */
  'overleg-niet-komen',
  /** The day before. */
  'overleg-morgen',
  /** A plan van aanpak was agreed, with something of theirs in it; or another version, where theirs changed. */
  'plan-klaar',
  'plan-veranderd',
  /** Something of theirs is to be done by a day that comes, or was yesterday. */
  'plan-afspraak',
  /** The client stopped. */
  'plan-gestopt',
  /** Who leaves the table while a plan runs. */
  'plan-niet-meer',
] as const
export type RoundKind = (typeof roundKinds)[number]

const aboutParticipant = {
  to: z.literal('deelnemer'),
  ...aboutOverleg,
  participant: z.string(),
  linkVersion: z.number(),
  holder,
  /** Of the overleg, when this was decided. */
  revision: z.number(),
  moment: momentOf.optional(),
  /** The moment, by number, that stands in their calendar. */
  inCalendar: z.number().optional(),
  /** Of the plan, and the Brussels date of an afspraak. */
  version: z.string().optional(),
  on: z.iso.date().optional(),
}

const toParticipant = <Kind extends RoundKind>(kind: Kind) => z.object({ kind: z.literal(kind), ...aboutParticipant })

export const overlegTasks = [
  /** A mail to somebody of the table came back. */
  'niet_bereikt',
  'komt_niet',
  'momenten_voorbij',
  /** Was it held? */
  'gehouden',
] as const

export const planTasks = ['evaluatie', 'evaluatie_gemist'] as const

export const overlegNotifications = [
  /** To many: becomes a mail to each (functions/mailer/round.ts). */
  z.object({
    kind: z.literal('overleg-ronde'),
    to: z.literal('deelnemers'),
    ...aboutOverleg,
    mail: z.enum(roundKinds),
    holder,
    revision: z.number(),
    aan: z.array(z.object({ participant: z.string(), linkVersion: z.number(), inCalendar: z.number().optional() })),
    moment: momentOf.optional(),
    version: z.string().optional(),
    on: z.iso.date().optional(),
  }),
  toParticipant('overleg-momenten'),
  toParticipant('overleg-erbij'),
  toParticipant('overleg-herinnering'),
  toParticipant('overleg-uitnodiging'),
  toParticipant('overleg-verplaatst'),
  toParticipant('overleg-afgelast'),
  toParticipant('overleg-niet-komen'),
  toParticipant('overleg-morgen'),
  toParticipant('plan-klaar'),
  toParticipant('plan-veranderd'),
  toParticipant('plan-afspraak'),
  toParticipant('plan-gestopt'),
  toParticipant('plan-niet-meer'),
  /** To who answered: each change, so that whoever has their link cannot answer for them unseen. */
  z.object({ kind: z.literal('overleg-antwoord'), ...aboutParticipant }),
  /** To who holds it, or triage. */
  z.object({
    kind: z.literal('overleg-taak'),
    to: z.enum(['medewerker', 'triage']),
    person: z.string().optional(),
    ...aboutOverleg,
    why: z.enum(overlegTasks),
    /** Of `niet_bereikt`: it arrived, and whoever got it called it unwanted. */
    unwanted: z.literal(true).optional(),
    /** Brussels date of the overleg. */
    on: z.iso.date().optional(),
  }),
  /** To who holds it, or triage, and when an evaluation was missed to the deputy. */
  z.object({
    kind: z.literal('plan-taak'),
    to: z.enum(['medewerker', 'triage', 'plaatsvervanger']),
    person: z.string().optional(),
    network: z.string(),
    form: z.string(),
    reference: z.string(),
    why: z.enum(planTasks),
    /** Brussels date of the evaluation. */
    on: z.iso.date(),
  }),
] as const
