/** Mail about a plan: what goes to several at once is one round, what waits is planned anew by each decision (docs/decisions/019). */
import type { Overleg, Seated } from '../overleg/overleg.ts'
import type { RoundKind } from '../overleg/overleg-notifications.ts'
import { type Mail, type MailPlan, stillAhead, whoHolds } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import { addDays, nineOn } from '../time.ts'
import type { At } from '../working-days.ts'
import { type ActionPlan, isDisagreed, isOver, type Version } from './action-plan.ts'
import type { PlanSaid } from './plan-said.ts'
import { mailedAbout, runningOf } from './who-sees.ts'

type PlanRoundKind = Extract<RoundKind, `plan-${string}`>

/** Days before the day of an afspraak, and after it, on which who does it is mailed (docs/overleg.md §10). */
const remindBefore = 3
const remindAfter = 1
/** Working days after which the deputy hears of an evaluation that was not done. */
export const missedAfter = 5

/** Subject of what is planned for a plan, and of its rounds. */
export const planSubject = ({ reference }: Pick<ActionPlan, 'reference'>): string => `${reference}_plan`

interface PlanRound {
  kind: PlanRoundKind
  to: readonly Seated[]
  version: string
  /** What it is about, as its id says it: letters, digits, - and _. */
  about: string | number
  /** Brussels date of the afspraken it is about. */
  on?: string
  dueAt?: Date
}

/** One item, whatever the number of people; none for nobody. */
export function planRound(plan: ActionPlan, { kind, to, version, about, on, dueAt }: PlanRound): Mail[] {
  if (to.length === 0) return []
  const { reference, network, form, overleg, holder, revision } = plan
  return [
    {
      mailId: `ronde-${kind}-${about}`,
      notification: {
        kind: 'overleg-ronde',
        to: 'deelnemers',
        ...{ network, form, reference, overleg, mail: kind, revision, version },
        ...(holder === undefined ? {} : { holder }),
        ...(on === undefined ? {} : { on }),
        aan: to.map(({ id, linkVersion }) => ({ participant: id, linkVersion })),
      },
      ...(dueAt ? { dueAt } : {}),
    },
  ]
}

type Why = (Notification & { kind: 'plan-taak' })['why']

function task({ reference, network, form, holder }: ActionPlan, why: Why, on: string, dueAt: Date): Mail {
  const staff = why === 'evaluatie_gemist' ? ({ to: 'plaatsvervanger' } as const) : whoHolds(holder)
  return {
    mailId: `${why}-${on}`,
    notification: { kind: 'plan-taak', ...staff, network, form, reference, why, on },
    dueAt,
  }
}

/** What must happen by itself from here on, while it runs. A guest's answer plans nothing: a mail looks when it leaves. */
function planLater(plan: ActionPlan, overleg: Overleg, { now, days }: At): Mail[] {
  const { state, running, waitsForOverleg } = plan
  if (state !== 'loopt' || !running) return []
  const evaluation = running.evaluationOn
  const looks = [
    task(plan, 'evaluatie', evaluation, nineOn(evaluation)),
    task(plan, 'evaluatie_gemist', evaluation, nineOn(days.add(evaluation, missedAfter))),
  ]
  const reminders = byDay(running, plan).flatMap(([on, who]) => remindersOf(plan, overleg, running, { on, who }))
  return stillAhead([...reminders, ...(waitsForOverleg === undefined ? looks : [])], now)
}

/** Open, and no client disagrees: what has no day runs until the evaluation, without reminders. */
const withDay = ({ afspraken, disagreed }: Version, plan: ActionPlan) =>
  afspraken.flatMap(({ id, wie, tegen }) =>
    tegen && !isOver(plan, id) && !isDisagreed({ disagreed }, id) ? [{ id, wie, tegen }] : [],
  )

/** Who does something by which day. */
function byDay(running: Version, plan: ActionPlan): [day: string, who: string[]][] {
  const days = new Map<string, string[]>()
  for (const { wie, tegen } of withDay(running, plan)) days.set(tegen, [...(days.get(tegen) ?? []), wie])
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1))
}

/**
 * Whether who said this still has something to hear about what they do by this Brussels date. What they said before it was agreed
 * anew was about another day, unless they did it.
 */
export function isReminded(plan: ActionPlan, { participant, stands }: PlanSaid, on: string | undefined): boolean {
  const running = runningOf(plan)
  if (!running) return false
  const isOpen = (said: PlanSaid['stands'][string] | undefined) =>
    said === undefined || (said.stand !== 'gedaan' && said.at < running.at)
  return withDay(running, plan).some(({ id, wie, tegen }) => wie === participant && tegen === on && isOpen(stands[id]))
}

const idEnds = { before: '-voor', after: '-na' } as const

/** Of a mail about an afspraak, whether it says that its day comes. */
export const saysBefore = (mailId: string): boolean => mailId.endsWith(idEnds.before)

function remindersOf(plan: ActionPlan, overleg: Overleg, running: Version, { on, who }: { on: string; who: string[] }) {
  const to = mailedAbout(overleg, running).filter(({ id }) => who.includes(id))
  const days = [
    [idEnds.before, -remindBefore],
    [idEnds.after, remindAfter],
  ] as const
  return days.flatMap(([end, from]) =>
    planRound(plan, {
      ...{ kind: 'plan-afspraak', to, version: running.number, on },
      ...{ about: `${on}${end}`, dueAt: nineOn(addDays(on, from)) },
    }),
  )
}

/** Mails for now, with the plan of mails that takes the place of the one before. */
export const withLater = (plan: ActionPlan, overleg: Overleg, at: At, mails: readonly Mail[]): MailPlan => ({
  put: [...mails, ...planLater(plan, overleg, at)],
  takeBack: { planned: true },
})
