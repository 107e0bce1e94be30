/** What is on the agenda of a team's meeting, and the mail that says so the evening before (docs/domain.md §5). */
import type { Service } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import type { Move, State } from '../lifecycle/lifecycle.ts'
import type { Network } from '../network.ts'
import type { Mail } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import { brusselsDate } from '../time.ts'
import { agendaMailAt, discussedOn, type Meetings, meetingFor, nextMeeting } from './meetings.ts'

type AgendaNotification = Extract<Notification, { kind: 'agenda' }>

/**
 * References that are named of one meeting, and in one mail: a flood fills neither. The page of the agenda reads the lists, and shows
 * every request.
 */
export const mostNamed = 100

/** A form that goes on an agenda belongs to a network whose team meets; `assemble` in forms/index.ts sees to it. */
export function meetingsOf({ slug, teamMeeting }: Network): Meetings {
  if (!teamMeeting) throw new Error(`The team of ${slug} has no meetings`)
  return teamMeeting
}

/** The meeting at which it is discussed: the one it was on already, unless the agenda of that one is closed. */
export function agendaDate(network: Network, now: Date, already = ''): string {
  const first = meetingFor(meetingsOf(network), now)
  return already > first ? already : first
}

interface Change {
  move: Pick<Move, 'putsOff'>
  before: Pick<Dossier, 'agenda' | 'nextOn' | 'paused'>
  to: State
  /** It keeps its state. */
  stays: boolean
}

/** The meeting that discusses it after a move; undefined where none does. */
export function meetingAfter(network: Network, { move, before, to, stays }: Change, now: Date): string | undefined {
  if (!to.onAgenda) return undefined
  if (move.putsOff) return putOff(meetingsOf(network), before, brusselsDate(now))
  return (stays && before.agenda) || agendaDate(network, now, (stays ? before : before.paused)?.nextOn)
}

/** To the meeting after the one that discusses it now. */
const putOff = (meetings: Meetings, { nextOn }: Pick<Dossier, 'nextOn'>, today: string): string =>
  nextMeeting(meetings, discussedOn(meetings, nextOn ?? today, today))

/** What the mails and the entries of one network's agenda are kept under. */
export const agendaSubject = (network: string): string => `AGENDA-${network}`

/** For a dossier that comes on an agenda: one mail per meeting; which references it names is read when it leaves. */
export const agendaMailOf = ({ network }: Service, { agenda }: Dossier, before?: Dossier): Mail[] =>
  agenda && agenda !== before?.agenda ? [agendaMail(network, agenda)] : []

/** For the meeting after this one: whatever this one leaves undecided. */
export const nextAgendaMail = (network: Network, { on }: AgendaNotification) =>
  agendaMail(network, nextMeeting(meetingsOf(network), on))

const agendaMail = (network: Network, on: string) => ({
  subject: agendaSubject(network.slug),
  mailId: on,
  notification: { kind: 'agenda', to: 'triage', network: network.slug, on } satisfies AgendaNotification,
  dueAt: agendaMailAt(meetingsOf(network), on),
})
