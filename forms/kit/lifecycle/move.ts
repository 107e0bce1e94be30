/**
 * One move of a dossier: who may make it, what it changes, who hears of it, what must happen later. Pure: the same
 * dossier and the same command always come to the same (docs/domain.md §4, §7).
 */
import type { NetworkContent } from '../content.ts'
import type { Form, Service } from '../form.ts'
import { daysOf, type NetworkDays } from '../network-days.ts'
import { isMadeByOverleg } from '../overleg/of-form.ts'
import { backAtPlan } from '../plan/back-at-plan.ts'
import { isMadeByPlan } from '../plan/plan-of-form.ts'
import { type Mail, type MailPlan, planAnew, triage, whoHolds } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import { tasksFollow } from '../tasks/own-tasks.ts'
import { agendaMailOf, meetingAfter } from '../team-meeting/agenda.ts'
import { brusselsDate } from '../time.ts'
import { isTooEarly, type Refusal, refusalOf } from './allowed.ts'
import { type Command, unanswered } from './asks.ts'
import { plan } from './by-itself.ts'
import type { Dossier } from './dossier.ts'
import { inDays } from './ends.ts'
import { factsAfter } from './facts-after.ts'
import { type Ask, type Lifecycle, type Move, movesIn, type State, stateOf } from './lifecycle.ts'
import { toLosers } from './losers.ts'
import { nextOnOf } from './next-on.ts'
import { dueCall, referralOf } from './service-call.ts'
import { aboutOf, atOnce, standMail, toApplicant } from './to-applicant.ts'
import { stillToCall } from './urgent.ts'

export type Decision =
  | {
      kind: 'moved'
      dossier: Dossier
      /** The plan is made anew by every decision. */
      mails: MailPlan
      /** Epoch seconds at which the answers are erased, when that is before the dossier is. */
      answersTtl?: number
    }
  /** It cannot be made, or what is missing or wrong. */
  | { kind: 'refused'; reason: Refusal | Ask }

/** What this person can do with it now, in the order of the table; what an overleg makes has no button of its own. */
export function movesFor({ form }: Service, dossier: Dossier, by: Command['by']): readonly Move[] {
  return movesByHand(form, dossier).filter((move) => !refusalOf(move, dossier, by))
}

/** The moves that somebody makes on the dossier's own page. */
export const movesByHand = (
  { lifecycle, overleg, plan: has }: Form,
  dossier: Pick<Dossier, 'state' | 'overleg' | 'actionPlan'>,
): readonly Move[] =>
  movesIn(lifecycle, dossier.state).filter(
    ({ action }) => !isMadeByOverleg(overleg, action) && !isMadeByPlan(has, dossier, action),
  )

export function decide(
  service: Service,
  content: NetworkContent,
  dossier: Dossier,
  command: Command,
  now: Date,
): Decision {
  const { form, network } = service
  const move = movesIn(form.lifecycle, dossier.state).find(
    ({ action, from }) => action === command.action && from.includes(dossier.state),
  )
  if (!move) return { kind: 'refused', reason: 'not-now' }
  if (isTooEarly(move, dossier, now)) return { kind: 'refused', reason: 'not-yet' }
  const wrong = refusalOf(move, dossier, command.by) ?? unanswered(move, command, { service, content, dossier, now })
  if (wrong) return { kind: 'refused', reason: wrong }
  const days = daysOf(network, content)
  const after = change(service, days, move, dossier, command, now)
  const moved = tasksFollow({ form, content, before: dossier, after, by: command.by })
  return {
    kind: 'moved',
    dossier: moved,
    mails: planAnew([
      ...mailsOf(service, move, moved, command),
      ...toLosers(service, content, { ...command, by: idOf(command), before: dossier, after: moved, now }),
      ...plan(service, days, moved, now),
      ...agendaMailOf(service, days, moved, dossier),
    ]),
    ...(stateOf(form.lifecycle, moved.state).withdrawn
      ? { answersTtl: inDays(now, network.retention.withdrawnAnswers) }
      : {}),
  }
}

/** Somebody of the network opens it for the first time: the deputy need not hear of it any more. */
export function opened(
  service: Service,
  days: NetworkDays,
  dossier: Dossier,
  now: Date,
): Extract<Decision, { kind: 'moved' }> {
  const revision = dossier.revision + 1
  const seen = { ...dossier, openedAt: now.toISOString(), openedRevision: revision, revision }
  return { kind: 'moved', dossier: seen, mails: planAnew(plan(service, days, seen, now)) }
}

function change(
  service: Service,
  days: NetworkDays,
  move: Move,
  before: Dossier,
  command: Command,
  now: Date,
): Dossier {
  const { network, form, settings } = service
  const today = brusselsDate(now)
  const {
    nextOn: _n,
    agenda: _a,
    paused: _p,
    referral: _r,
    holder: _h,
    callClient,
    callBy: _cb,
    listed,
    phone,
    reach,
    ttl: _t,
    ...kept
  } = before
  const asked = (ask: Ask) => move.asks?.includes(ask) ?? false
  const isGiven = asked('persoon') && !move.callsService
  const holder = move.givesBack ? undefined : isGiven ? command.person : before.holder
  const to = stateOf(
    form.lifecycle,
    backAtPlan(form, before, destination(form.lifecycle, move, before, { holder, ...command })),
  )
  const stays = to.name === before.state
  const chosen = asked('stand')
  const again = typeof move.to !== 'string' && move.to.special === 'again'
  const answerBefore = again
    ? days.add(today, settings.answerWithinWorkingDays)
    : days.add(before.answerBefore, waitedDays(before, to, days.between, today))
  const keeps = { stays: stays || (chosen && to.closed === true), by: idOf(command), today, days }
  const referral = referralOf(move, before, keeps, command)
  const suspect = before.suspect && !move.forSuspect
  const meeting = meetingAfter(days, { move, before, to, stays }, now)
  const nextOn =
    meeting ?? nextOnOf({ form, move, before, to, stays, answerBefore, today, days, referral, date: command.date })
  return {
    ...kept,
    state: to.name,
    stateSince: stays ? before.stateSince : now.toISOString(),
    ...(stays ? {} : { reached: { ...before.reached, [to.name]: today } }),
    ...(isToldAnew(move, before, stays, holder) ? { toldSince: now.toISOString() } : {}),
    livedOn: today,
    revision: before.revision + 1,
    answerBefore,
    suspect,
    ...(meeting && !suspect ? { agenda: meeting } : {}),
    ...(holder ? { holder } : {}),
    ...(nextOn ? { nextOn } : {}),
    ...callOf(move, to, callClient, today),
    ...stillToCall(before, move, to),
    ...(move.inTeamMeeting && stateOf(form.lifecycle, before.state).onAgenda ? { discussedOn: today } : {}),
    // The client's wish to stop takes effect at once where we can: lists no longer show who it was about.
    ...(to.withdrawn
      ? {}
      : { ...(listed ? { listed } : {}), ...(phone ? { phone } : {}), ...(reach ? { reach } : {}) }),
    ...(to.waits ? { paused: before.paused ?? pauseOf(before, today) } : {}),
    ...(referral ? { referral } : {}),
    ...(to.closed ? { ttl: ((stays || chosen) && before.ttl) || inDays(now, network.retention.closed) } : {}),
    trend: { ...before.trend, ...(asked('drempels') ? { drempels: [...(command.drempels ?? [])] } : {}) },
    ...factsAfter({ form, move, before, to: to.name, today, drempels: command.drempels }),
  }
}

/** Mail that waits about what was before is over. */
const isToldAnew = ({ tells }: Move, { holder: had }: Dossier, stays: boolean, holder: string | undefined): boolean =>
  !stays || had !== holder || tells?.includes('aanvrager') === true

/** The client is to be called until somebody did, or it is over. */
function callOf({ callsClient }: Move, { closed }: State, since: string | undefined, today: string) {
  if (callsClient === 'ask') return { callClient: today }
  return since === undefined || callsClient === 'done' || closed ? {} : { callClient: since }
}

const pauseOf = ({ state, nextOn }: Dossier, on: string): Dossier['paused'] => ({
  from: state,
  on,
  ...(nextOn ? { nextOn } : {}),
})

/** Working days that do not count against the network, because it waited for the applicant. */
const waitedDays = ({ paused }: Dossier, to: State, between: NetworkDays['between'], today: string): number =>
  paused && !to.waits ? between(paused.on, today) : 0

/** As the history names them. */
const idOf = ({ by }: Command): string => (by === 'aanvrager' ? by : by.id)

function destination(
  { states, assigned }: Lifecycle,
  { to }: Move,
  before: Dossier,
  { holder, state }: Chosen,
): string {
  if (typeof to === 'string') return to
  const again = (holder && assigned) || (states[0]?.name ?? before.state)
  switch (to.special) {
    case 'same':
      return before.state
    case 'resume':
      // From a state nobody knows any more it begins again.
      return states.find(({ name }) => name === before.paused?.from)?.name ?? again
    case 'again':
      return again
    case 'chosen':
      return state ?? before.state
  }
}

/** Who holds it from here on, and the state somebody chose. */
type Chosen = { holder: Dossier['holder'] } & Pick<Command, 'state'>

function mailsOf(service: Service, move: Move, dossier: Dossier, command: Command): Mail[] {
  const about = aboutOf(dossier)
  if (stateOf(service.form.lifecycle, dossier.state).withdrawn) {
    return [
      ...toApplicant(dossier, { kind: 'ingetrokken', to: 'aanvrager', ...about }),
      ...(command.by === 'aanvrager' ? [atOnce(dossier, { kind: 'triage-ingetrokken', to: 'triage', ...about })] : []),
    ]
  }
  return (move.tells ?? []).flatMap((whom): Mail[] => {
    if (whom === 'aanvrager') return standMail(dossier)
    if (whom === 'caller') return toCaller(dossier, idOf(command))
    const staff = whom === 'triage' ? triage : whoHolds(dossier.holder)
    const notification = { kind: 'taak', ...staff, ...about, why: whyOf(move) } as const
    const whose = 'person' in staff ? staff.person : whom
    return [{ mailId: `taak-${whose}-${dossier.revision}`, notification }]
  })
}

/** Who calls the service that it was referred to hears it, unless it is their own doing. */
function toCaller(dossier: Dossier, by: string): Mail[] {
  const who = dueCall(dossier.referral)?.who
  if (who === undefined || who === by) return []
  const about = { ...aboutOf(dossier), why: 'bel-dienst' } as const
  return [
    {
      mailId: `taak-${who}-${dossier.revision}`,
      notification: { kind: 'taak', to: 'medewerker', person: who, ...about },
    },
  ]
}

const whyOf = (move: Move): (Notification & { kind: 'taak' })['why'] => {
  if (move.givesBack) return 'terug'
  if (move.arrived === 'no') return 'niet-geraakt'
  if (move.callsClient) return 'dienst-stopt'
  return move.asks?.includes('persoon') ? 'toegewezen' : 'heropend'
}
