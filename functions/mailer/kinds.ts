/**
 * Every kind of mail: to whose address it goes, what is read when it leaves, whether it still goes out then, and its words. A kind
 * without one of them fails to compile, and so does a recipient that nobody knows (audience.ts).
 */
import type { EventMail, NotificationOf } from '../../emails/content.ts'
import { words } from '../../emails/kinds.ts'
import { isAwayOn } from '../../forms/kit/absence.ts'
import { invitationSeconds } from '../../forms/kit/account.ts'
import type { EventNotification } from '../../forms/kit/events/event-notifications.ts'
import { isAwaited } from '../../forms/kit/manage/mailboxes-page.ts'
import { daysOf } from '../../forms/kit/network-days.ts'
import type { MailedKind, MailedNotification } from '../../forms/kit/post/notifications.ts'
import { agendaMailInstead, meetingsOf, nextAgendaMail } from '../../forms/kit/team-meeting/agenda.ts'
import { teamMails, teamOf } from '../../forms/kit/team-meeting/agenda-mails.ts'
import { isDiscussedOn } from '../../forms/kit/team-meeting/meetings.ts'
import { templateOf } from '../../forms/kit/templates.ts'
import { addSeconds, brusselsDate, brusselsInstant } from '../../forms/kit/time.ts'
import type { OutboxItem } from '../shared/store/outbox-item.ts'
import {
  awaited,
  changeOf,
  deputy,
  newMailbox,
  ofChange,
  oldMailbox,
  person,
  staff,
  triage,
  typed,
} from './audience.ts'
import { eventEntry } from './calendar-entries.ts'
import { itsCounts, ofUseToday } from './day-overview.ts'
import {
  always,
  beforeStart,
  type Due,
  itsEvent,
  itsForm,
  kind,
  nothing,
  reminderOf,
  type See,
  type Seen,
  type Sources,
  type Use,
  unlessCancelled,
  whileKept,
  whileOpen,
} from './kind.ts'
import { eventPerhapsFull, eventToldLate, organiserKind } from './organiser-kind.ts'
import { overlegKinds } from './overleg-kinds.ts'
import { planKinds } from './plan-kinds.ts'

/** How many mails it stands for. */
const itsHeld = async ({ notification: { network, since } }: Due<'triage-overzicht'>, { heldSince }: Sources) => ({
  held: await heldSince(network, new Date(since)),
})

/**
 * Before the first of a meeting leaves, those of the team are put, some at a time: broken off anywhere it is still due, and done
 * again it doubles nothing. So is the mail of the next meeting, which names what this one leaves undecided. Of a meeting that does not
 * take place nothing is said: the mail of the one in its place is put.
 */
async function itsAgenda({ notification, requestId }: Due<'agenda'>, sources: Sources) {
  const { outbox, absences, network, content, now } = sources
  const days = daysOf(network, content)
  const instead = agendaMailInstead(notification, days)
  if (instead) {
    if (notification.to === 'triage') await outbox.add({ ...instead, now, requestId })
    return { references: [] }
  }
  const { slug } = network
  const references = await outbox.agenda(slug, isDiscussedOn(meetingsOf(days), notification.on))
  if (notification.to === 'triage' && references.length > 0) {
    const known = await Promise.all(teamOf(content).map(({ id }) => absences.of({ network: slug, person: id })))
    const away = known.flatMap((absence) => (isAwayOn(absence, notification.on) ? (absence?.person ?? []) : []))
    const team = teamMails(notification, content, (id) => away.includes(id))
    await outbox.addAll(team.map((mail) => ({ ...mail, now, requestId })))
    await outbox.add({ ...nextAgendaMail(notification, days), now, requestId })
  }
  return { references }
}

const ofForm = { look: itsForm, stillUseful: always }
const ofNetwork = { look: nothing, stillUseful: always }
const ofEvent = {
  ...{ audience: typed, look: itsEvent, stillUseful: always },
  entry: (notification: EventNotification, { event }: { event: EventMail }, { network }: Sources) =>
    eventEntry(notification, event, network),
}

/** Of the team each their own: of who is away that day none was put (teamMails), so it is no work for a stand-in. */
const atMeeting = (about: NotificationOf<'agenda'>) =>
  about.to === 'medewerker' ? { of: 'person' as const, person: about.person } : triage({ to: about.to })

/** Until the meeting is held. */
function unlessHeld(
  { notification }: Due<'agenda'>,
  { references }: { references: readonly string[] },
  about: Sources,
): Use {
  if (references.length === 0) return 'needless'
  const { until } = meetingsOf(daysOf(about.network, about.content))
  const ends = brusselsInstant(`${notification.on}T${until}`)
  return about.now < ends ? 'yes' : 'late'
}

/** A template that is gone has no words, and one whose day is over asks what cannot be: the mail waits, and is red after three days. */
function itsTemplate({ notification }: Due<'bericht'>, _: unknown, { content, now }: Sources): Use {
  const { template, on } = notification
  return templateOf(content, template) && (on === undefined || brusselsDate(now) <= on) ? 'yes' : 'waits'
}

/** What is gone by then cannot be looked at, or kept, any more. */
const beforeErased = ({ notification: { why, on } }: Due<'taak'>, _: unknown, { now }: Sources): Use =>
  ['wissen', 'plan-wissen'].includes(why) && on !== undefined && brusselsDate(now) >= on ? 'late' : 'yes'

/** A link that opens nothing any more helps nobody. */
const beforeExpired = ({ notification }: Due<'verder' | 'verloopt'>, _: unknown, { now }: Sources): Use =>
  now < new Date(notification.expiresAt) ? 'yes' : 'late'

/** Somebody waits to come in: whoever invited sees it in red, and invites again. */
const whileInviting = ({ createdAt }: Due<'toegang'>, _: unknown, { now }: Sources): Use =>
  now < addSeconds(new Date(createdAt), invitationSeconds) ? 'yes' : 'waits'

/** Until it is confirmed, or something else is asked. */
const whileAsked = ({ notification }: Due<'postbus-bevestigen'>, _: unknown, { content, now }: Sources): Use =>
  isAwaited(changeOf(content, notification), now) ? 'yes' : 'needless'

/** Also once it is confirmed: who read mail there must hear it. */
const whileChanging = ({ notification }: Due<'postbus-verandert'>, _: unknown, { content }: Sources): Use =>
  changeOf(content, notification)?.previous ? 'yes' : 'needless'

/** Another change since, one that is confirmed, or a correction by somebody of the network: this one is asked no more. */
async function whileAwaited(
  { subject, notification }: Due<'adres-bevestigen'>,
  _: unknown,
  sources: Sources,
): Promise<Use> {
  if (sources.now >= new Date(notification.expiresAt)) return 'late'
  return (await sources.addresses.awaited(subject, notification.asked, sources.now)) ? 'yes' : 'needless'
}

/** An address that does not count any more is kept until this mail left. */
async function whileKnown(
  { subject, notification }: Due<'gegevens'>,
  _: unknown,
  { addresses }: Sources,
): Promise<Use> {
  if (notification.what !== 'adres') return 'yes'
  return (await addresses.former(subject, notification.linkVersion)) ? 'yes' : 'needless'
}

const kinds: { [Kind in MailedKind]: See<Kind> } = {
  ontvangen: kind({ audience: typed, ...ofForm, words: words.ontvangen }),
  triage: kind({ audience: triage, ...ofForm, words: words.triage }),
  'triage-overzicht': kind({ audience: triage, look: itsHeld, stillUseful: always, words: words['triage-overzicht'] }),
  ingetrokken: kind({ audience: typed, ...ofForm, words: words.ingetrokken }),
  'triage-ingetrokken': kind({ audience: triage, ...ofForm, words: words['triage-ingetrokken'] }),
  stand: kind({ audience: typed, ...ofForm, words: words.stand }),
  navraag: kind({ audience: typed, ...ofForm, words: words.navraag }),
  bericht: kind({ audience: typed, look: itsForm, stillUseful: itsTemplate, words: words.bericht }),
  'adres-bevestigen': kind({
    audience: awaited,
    look: itsForm,
    stillUseful: whileAwaited,
    words: words['adres-bevestigen'],
  }),
  gegevens: kind({ audience: ofChange, look: itsForm, stillUseful: whileKnown, words: words.gegevens }),
  taak: kind({ audience: staff, look: itsForm, stillUseful: beforeErased, words: words.taak }),
  overgedragen: kind({ audience: person, ...ofNetwork, words: words.overgedragen }),
  agenda: kind({ audience: atMeeting, look: itsAgenda, stillUseful: unlessHeld, words: words.agenda }),
  dagoverzicht: kind({ audience: person, look: itsCounts, stillUseful: ofUseToday, words: words.dagoverzicht }),
  ongeopend: kind({ audience: deputy, ...ofForm, words: words.ongeopend }),
  'niet-aangekomen': kind({ audience: staff, ...ofNetwork, words: words['niet-aangekomen'] }),
  toegang: kind({ audience: person, look: nothing, stillUseful: whileInviting, words: words.toegang }),
  gekoppeld: kind({ audience: person, ...ofNetwork, words: words.gekoppeld }),
  'gekoppeld-uitnodiger': kind({ audience: person, ...ofNetwork, words: words['gekoppeld-uitnodiger'] }),
  'postbus-bevestigen': kind({
    audience: newMailbox,
    look: nothing,
    stillUseful: whileAsked,
    words: words['postbus-bevestigen'],
  }),
  'postbus-verandert': kind({
    audience: oldMailbox,
    look: nothing,
    stillUseful: whileChanging,
    words: words['postbus-verandert'],
  }),
  verder: kind<'verder'>({ audience: typed, look: itsForm, stillUseful: beforeExpired, words: words.verder }),
  verloopt: kind<'verloopt'>({ audience: typed, look: itsForm, stillUseful: beforeExpired, words: words.verloopt }),
  'activiteit-uitnodiging': kind<'activiteit-uitnodiging'>({
    ...ofEvent,
    stillUseful: whileOpen,
    words: words['activiteit-uitnodiging'],
  }),
  'activiteit-ja': kind<'activiteit-ja'>({
    ...ofEvent,
    look: eventPerhapsFull,
    stillUseful: unlessCancelled,
    words: words['activiteit-ja'],
  }),
  'activiteit-nee': kind<'activiteit-nee'>({ ...ofEvent, words: words['activiteit-nee'] }),
  'activiteit-op-de-hoogte': kind<'activiteit-op-de-hoogte'>({ ...ofEvent, words: words['activiteit-op-de-hoogte'] }),
  'activiteit-wachtlijst': kind<'activiteit-wachtlijst'>({
    ...ofEvent,
    look: eventPerhapsFull,
    stillUseful: beforeStart,
    words: words['activiteit-wachtlijst'],
  }),
  'activiteit-te-laat': kind<'activiteit-te-laat'>({
    ...ofEvent,
    look: eventToldLate,
    stillUseful: beforeStart,
    words: words['activiteit-te-laat'],
  }),
  'activiteit-link': kind<'activiteit-link'>({ ...ofEvent, words: words['activiteit-link'] }),
  'activiteit-agenda': kind<'activiteit-agenda'>({
    ...ofEvent,
    stillUseful: beforeStart,
    words: words['activiteit-agenda'],
  }),
  'activiteit-herinnering': kind<'activiteit-herinnering'>({
    ...ofEvent,
    stillUseful: reminderOf(undefined),
    words: words['activiteit-herinnering'],
  }),
  'activiteit-morgen': kind<'activiteit-morgen'>({
    ...ofEvent,
    stillUseful: reminderOf('ja'),
    words: words['activiteit-morgen'],
  }),
  'activiteit-plaats': kind<'activiteit-plaats'>({
    ...ofEvent,
    stillUseful: beforeStart,
    words: words['activiteit-plaats'],
  }),
  'activiteit-verplaatst': kind<'activiteit-verplaatst'>({
    ...ofEvent,
    stillUseful: beforeStart,
    words: words['activiteit-verplaatst'],
  }),
  'activiteit-geannuleerd': kind<'activiteit-geannuleerd'>({ ...ofEvent, words: words['activiteit-geannuleerd'] }),
  'activiteit-praktisch': kind<'activiteit-praktisch'>({
    ...ofEvent,
    stillUseful: beforeStart,
    words: words['activiteit-praktisch'],
  }),
  'activiteit-vervolg': kind<'activiteit-vervolg'>({ ...ofEvent, words: words['activiteit-vervolg'] }),
  'activiteit-attest': kind<'activiteit-attest'>({
    ...ofEvent,
    stillUseful: whileKept,
    words: words['activiteit-attest'],
  }),
  organisator: organiserKind,
  ...overlegKinds,
  ...planKinds,
}

/** Looks at a mail of whatever kind that leaves now. */
export function see(mail: OutboxItem & { notification: MailedNotification }, sources: Sources): Promise<Seen> {
  // Each kind meets notifications of its own kind only: TypeScript does not follow that through a table.
  const look = kinds[mail.notification.kind] as (mail: OutboxItem, sources: Sources) => Promise<Seen>
  return look(mail, sources)
}
