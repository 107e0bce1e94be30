/** What is on the agenda of a team's meeting, and the mail that says so the evening before (docs/domain.md §5). */
import type { Service } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import type { Move, State } from '../lifecycle/lifecycle.ts'
import type { NetworkDays } from '../network-days.ts'
import type { Mail } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import { brusselsDate } from '../time.ts'
import {
  agendaMailAt,
  discussedOn,
  heldOn,
  isMeeting,
  type MeetingDays,
  meetingFor,
  meetingFrom,
  nextMeeting,
} from './meetings.ts'

type AgendaNotification = Extract<Notification, { kind: 'agenda' }>

/**
 * References that are named of one meeting, and in one mail: a flood fills neither. The page of the agenda reads the lists, and shows
 * every request.
 */
export const mostNamed = 100

/** A form that goes on an agenda belongs to a network whose team meets; `assemble` in forms/index.ts sees to it. */
export function meetingsOf({ meetings }: NetworkDays): MeetingDays {
  if (!meetings) throw new Error('A team without meetings has no agenda')
  return meetings
}

/** The meeting at which it is discussed: the one it was on already, unless the agenda of that one is closed. */
export function agendaDate(days: NetworkDays, now: Date, already = ''): string {
  const meetings = meetingsOf(days)
  const first = meetingFor(meetings, now)
  return already > first && isMeeting(meetings, already) ? already : first
}

interface Change {
  move: Pick<Move, 'putsOff'>
  before: Pick<Dossier, 'agenda' | 'nextOn' | 'paused'>
  to: State
  /** It keeps its state. */
  stays: boolean
}

/** The meeting that discusses it after a move; undefined where none does. */
export function meetingAfter(days: NetworkDays, { move, before, to, stays }: Change, now: Date): string | undefined {
  if (!to.onAgenda) return undefined
  if (move.putsOff) return putOff(meetingsOf(days), before, brusselsDate(now))
  return (stays && before.agenda) || agendaDate(days, now, (stays ? before : before.paused)?.nextOn)
}

/** To the meeting after the one that discusses it now. */
const putOff = (meetings: MeetingDays, { nextOn }: Pick<Dossier, 'nextOn'>, today: string): string =>
  nextMeeting(meetings, discussedOn(meetings, nextOn ?? today, today))

/** What the mails and the entries of one network's agenda are kept under. */
export const agendaSubject = (network: string): string => `AGENDA-${network}`

/** For a dossier that comes on an agenda: one mail per meeting; which references it names is read when it leaves. */
export const agendaMailOf = ({ network }: Service, days: NetworkDays, { agenda }: Dossier, before?: Dossier): Mail[] =>
  agenda && agenda !== before?.agenda ? [agendaMail(network.slug, days, agenda)] : []

/** For the meeting after this one: whatever this one leaves undecided. */
export const nextAgendaMail = ({ network, on }: AgendaNotification, days: NetworkDays) =>
  agendaMail(network, days, nextMeeting(meetingsOf(days), on))

/** For the meeting that takes the place of one that does not take place; undefined while it does. */
export function agendaMailInstead({ network, on }: AgendaNotification, days: NetworkDays) {
  const held = heldOn(meetingsOf(days), on)
  return held === on ? undefined : agendaMail(network, days, held)
}

/**
 * For after a change of the meeting days: of the first ones to come, and of the dates that were changed or take their place. Each is put
 * once, whatever waits already; one of which nothing is on the agenda says nothing.
 */
export function agendaMailsAnew(network: string, days: NetworkDays, changed: readonly string[], now: Date) {
  const meetings = meetingsOf(days)
  const today = brusselsDate(now)
  const ahead = [
    meetingFrom(meetings, today),
    meetingFor(meetings, now),
    ...changed.map((date) => heldOn(meetings, date)),
  ]
  const on = [...new Set(ahead)].filter((date) => date >= today && isMeeting(meetings, date))
  return on.map((date) => agendaMail(network, days, date))
}

const agendaMail = (network: string, days: NetworkDays, on: string) => ({
  subject: agendaSubject(network),
  mailId: on,
  notification: { kind: 'agenda', to: 'triage', network, on } satisfies AgendaNotification,
  dueAt: agendaMailAt(meetingsOf(days), on),
})
