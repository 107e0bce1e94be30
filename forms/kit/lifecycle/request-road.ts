/**
 * The road of a request, as whoever asked sees it on the receipt and on their page: what is behind, what happens now, what comes. A day
 * is told where the dossier knows it and whoever asked may (docs/domain.md §4, "The road of a request"); none is made up.
 */
import type { Ahead, RoadFill, RoadStep } from '../ahead.ts'
import type { Service } from '../form.ts'
import { aboutClient } from '../leaflet.ts'
import type { NetworkDays } from '../network-days.ts'
import { isRunning } from '../plan/plan-mark.ts'
import { meetingsOf } from '../team-meeting/agenda.ts'
import { discussedOn } from '../team-meeting/meetings.ts'
import { fillIn } from '../text.ts'
import { brusselsDate, dateInWords, dayInWords, timeInWords } from '../time.ts'
import { commonStates } from './common-moves.ts'
import type { Dossier } from './dossier.ts'
import { type State, stateOf } from './lifecycle.ts'
import { dueCall } from './service-call.ts'
import { isLate, promisedTo } from './status.ts'

export interface Step {
  /** "De casemanager belt u" */
  name: string
  /** "ten laatste op vrijdag 12 maart 2021" */
  day?: string | undefined
  text?: string | undefined
  stands: 'done' | 'now' | 'later'
  /** It was promised by that day, and is not done. */
  late?: boolean
  /** Whoever asked is to do it. */
  waits?: true
  /** Whoever asked added something; never what. */
  added?: true
}

export function requestRoad(service: Service, days: NetworkDays, ahead: Ahead, dossier: Dossier, now: Date): Step[] {
  const { lifecycle } = service.form
  const state = stateOf(lifecycle, dossier.state)
  const { steps, at } = whereOn(service, ahead, dossier)
  const received: Step = {
    name: 'Ontvangen',
    day: dayAndTime(new Date(dossier.receivedAt)),
    stands: 'done',
  }
  const behind = steps
    .slice(0, at ?? doneBefore(steps, dossier))
    .map((step, index) => doneStep(steps, index, step, dossier))
  if (at === undefined) return [received, ...behind, ...besideRoad(service, ahead, state, dossier, now)]
  const coming = steps.slice(at).map((step, index): Step => comingStep(service, days, dossier, step, index === 0, now))
  return [received, ...behind, ...(state.waits ? waiting(steps[at], coming) : coming)]
}

/** With what whoever asked added since (ISO UTC, oldest first), after it was received. */
export const withAdditions = ([received, ...others]: readonly Step[], added: readonly string[]): Step[] => [
  ...(received ? [received] : []),
  ...added.map(
    (at): Step => ({ name: 'U voegde iets toe', day: dayAndTime(new Date(at)), stands: 'done', added: true }),
  ),
  ...others,
]

const dayAndTime = (instant: Date): string => `${dayInWords(instant)}, ${timeInWords(instant)}`

/** The same right after it was sent: what whoever asked does first, is to tell the client. */
export function roadAtReceipt(service: Service, days: NetworkDays, ahead: Ahead, dossier: Dossier, now: Date): Step[] {
  const road = requestRoad(service, days, ahead, dossier, now)
  const [received, first, ...others] = road
  const about = aboutClient(ahead, dossier)
  if (!about?.decides || !received || first?.stands !== 'now' || first.late) return road
  const tell: Step = {
    name: `Vertel ${about.your} dat de ${service.form.noun} verstuurd is`,
    day: 'liefst vandaag',
    text: `Zeg ook dat ${about.the} altijd mag stoppen.`,
    stands: 'now',
  }
  return [received, tell, { ...first, stands: 'later' }, ...others]
}

/** The road of its form, and the step at which it is; none in a state that is no step of it. */
function whereOn(
  { form }: Service,
  { roads }: Ahead,
  dossier: Dossier,
): { steps: readonly RoadStep[]; at: number | undefined } {
  const { states, moves, assigned } = form.lifecycle
  const state = stateOf(form.lifecycle, dossier.state).waits ? (dossier.paused?.from ?? dossier.state) : dossier.state
  const isAt = (name: string) => (step: RoadStep) => step.states.includes(name)
  const known = (steps: readonly RoadStep[]) =>
    steps.some((step) => step.states.some((name) => dossier.reached?.[name] !== undefined))
  const steps = roads.find((one) => one.some(isAt(state))) ?? roads.find(known) ?? roads[0] ?? []
  // Between the states of a dossier its overleg says how far it is: who was asked for a moment was called.
  const planned = moves.find(({ action }) => action === form.overleg?.moves.fix)?.to
  const { overleg } = dossier
  const asked = state === assigned && (overleg?.state === 'gepolst' || overleg?.state === 'afgelast')
  const name = asked && typeof planned === 'string' ? planned : state
  const at = steps.findIndex(isAt(states.some((one) => one.name === name) ? name : state))
  return { steps, at: at < 0 ? undefined : at }
}

/** How many steps it surely took before it left the road: all before the last it came to, and that one once it had gone on in it. */
function doneBefore(steps: readonly RoadStep[], { reached = {} }: Dossier): number {
  const last = steps.findLastIndex(({ states }) => states.some((name) => name in reached))
  return steps[last]?.states.slice(1).some((name) => name in reached) ? last + 1 : Math.max(0, last)
}

/** Its day is known where it was an answer: on that day the next step began. */
function doneStep(
  steps: readonly RoadStep[],
  index: number,
  { step, done, day }: RoadStep,
  { reached }: Dossier,
): Step {
  const next = steps[index + 1]?.states[0]
  const since = next === undefined ? undefined : reached?.[next]
  const answered = index === 0 ? day === undefined : day === 'answer'
  return { name: done ?? step, stands: 'done', ...(answered && since ? { day: dateInWords(since) } : {}) }
}

function comingStep(
  service: Service,
  days: NetworkDays,
  dossier: Dossier,
  step: RoadStep,
  isNow: boolean,
  now: Date,
): Step {
  const late = isNow && !isPaused(service, dossier) && isLate(service, dossier, now)
  const day = late
    ? `beloofd ten laatste op ${dateInWords(promisedTo(service, dossier) ?? dossier.answerBefore)}`
    : dayOf(service, days, dossier, step, isNow, now)
  return {
    name: step.step,
    day,
    text: dossier.applicant ? step.text : (step.textWithoutMail ?? step.text),
    stands: isNow ? 'now' : 'later',
    ...(late ? { late } : {}),
  }
}

const isPaused = ({ form }: Service, { state }: Dossier): boolean => stateOf(form.lifecycle, state).waits === true

function dayOf(
  service: Service,
  days: NetworkDays,
  dossier: Dossier,
  { day }: RoadStep,
  isNow: boolean,
  now: Date,
): string | undefined {
  const { nextOn, answerBefore, stateSince, actionPlan } = dossier
  const { promise, promises } = stateOf(service.form.lifecycle, dossier.state)
  const answered = promise === undefined
  switch (day) {
    case 'answer':
      return answered || isLate(service, dossier, now) ? undefined : byDay(answerBefore)
    case 'evaluation':
      return actionPlan && isRunning(actionPlan) && isTold(dossier) && actionPlan.evaluationOn
        ? dateInWords(actionPlan.evaluationOn)
        : undefined
    case 'on':
    case 'until': {
      // Where it is only prepared, the next thing is not this one yet.
      if (!isNow || !nextOn || promises || !isTold(dossier)) return undefined
      const on = answered ? nextOn : discussedOn(meetingsOf(days), nextOn, brusselsDate(now))
      return day === 'on' ? dateInWords(on) : `tot en met ${dateInWords(on)}`
    }
    case 'since':
      if (!isNow) return undefined
      return promises ? promisedDay(service, dossier) : `sinds ${dayInWords(new Date(stateSince))}`
  }
  return isNow ? promisedDay(service, dossier) : undefined
}

/** The day itself is in time. */
const byDay = (date: string): string => `ten laatste op ${dateInWords(date)}`

function promisedDay(service: Service, dossier: Dossier): string | undefined {
  const promised = promisedTo(service, dossier)
  return promised === undefined ? undefined : byDay(promised)
}

/** Who is not at the table hears that there is a day, and not which (docs/overleg.md §2). */
const isTold = ({ overleg }: Dossier): boolean => overleg === undefined || overleg.applicantInvited

/** While we wait for whoever asked: their call comes first, in place of ours. */
function waiting(paused: RoadStep | undefined, coming: readonly Step[]): Step[] {
  const theirs: Step = { name: 'U belt ons', text: 'Zolang u niet belt, ligt dit stil.', stands: 'now', waits: true }
  const [first, ...others] = coming
  const later = first && !paused?.calls ? [{ ...first, day: undefined, stands: 'later' as const }] : []
  return [theirs, ...later, ...others]
}

/** Of the states that every form has. */
const endsInWords: Readonly<Record<string, string>> = {
  [commonStates.teAdviseren.name]: 'We bellen u met advies',
  [commonStates.advies.name]: 'U kreeg advies of informatie',
  [commonStates.informatie.name]: 'U kreeg advies of informatie',
  [commonStates.afgesloten.name]: 'Deze {aanvraag} is afgesloten',
  [commonStates.doorverwezen.name]: 'Een ander aanbod past beter',
  [commonStates.verplaatst.name]: 'Uw {aanvraag} ging naar {bestemming}',
  [commonStates.ingetrokken.name]: 'Deze {aanvraag} is gestopt',
}

/** Where it stands once it left the road: how it ends, and after a referral whether that helped. */
function besideRoad(service: Service, { besides }: Ahead, state: State, dossier: Dossier, now: Date): Step[] {
  const { form } = service
  const { closed, waits, name: at } = state
  const says = besides?.[at] ?? endsInWords[at] ?? 'Uw {aanvraag} is bij ons'
  if (waits) return waiting(undefined, [])
  const name = fillIn<RoadFill>(says, {
    aanvraag: form.noun,
    bestemming: dossier.movedTo?.name ?? 'een ander formulier',
  })
  if (!closed) return [{ name, stands: 'now' }]
  return [{ name, day: dayInWords(new Date(dossier.stateSince)), stands: 'done' }, ...referred(service, dossier, now)]
}

function referred({ form }: Service, { referral }: Dossier, now: Date): Step[] {
  if (!referral) return []
  const { call, checkOn, arrived } = referral
  const asks = brusselsDate(now) >= checkOn
  const calls: Step[] = dueCall(referral)
    ? [{ name: 'Wij bellen die dienst samen met u', stands: 'now' }]
    : call?.done
      ? [{ name: 'Wij belden die dienst', day: dateInWords(call.done), stands: 'done' }]
      : []
  if (arrived) return [...calls, { name: 'Het lukte daar', stands: 'done' }]
  return [
    ...calls,
    asks
      ? { name: form.lifecycle.inquiry, text: 'Laat het ons hier weten.', stands: 'now', waits: true }
      : { name: 'We vragen u of het daar lukte', day: dateInWords(checkOn), stands: 'later' },
  ]
}
