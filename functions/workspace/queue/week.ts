/** The lines of "Mijn week": what each dossier asks, and what its overleg and its plan ask, together by date. */

import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { linesOf, type OwnStep, ownStep, readTasks } from '../overleg/tasks.ts'
import { ownPlanStep, planLinesOf, readPlanTasks } from '../plan/tasks.ts'
import { type QueueRow, rowsOf } from './rows.ts'
import type { WeekLine } from './week-line.ts'
import { dossiersOf, type TaskOfWeek, taskLines } from './week-tasks.ts'

interface Found {
  /** With something to do in that week. */
  found: readonly Dossier[]
  /** With something to do later, or nothing any more; their overleg or their plan may ask something before. */
  later: readonly Dossier[]
  /** What people typed, of who looks and whose place they take; their dossiers are among these, or apart. */
  tasks: readonly TaskOfWeek[]
}

interface View {
  network: Network
  content: NetworkContent
  days: NetworkDays
  person: Person
  sessionId: string
  /** Brussels dates: the days of the week, both included; before the first of this week stands what is late. */
  monday?: string | undefined
  sunday: string
  now: Date
}

type Deps = Pick<WorkspaceDeps, 'overlegs' | 'actionPlans' | 'unseal' | 'consultations' | 'random' | 'logFailure'>

/** The view is written down before anything that people typed is opened; a later dossier is in it only when it has a line. */
export async function weekOf(
  deps: Deps,
  { found, later, tasks }: Found,
  { monday = '', sunday, now, days, ...view }: View,
) {
  const all = [...found, ...later]
  const at = { now, days }
  const [ofOverleg, ofPlan] = await Promise.all([readTasks(deps, all, at), readPlanTasks(deps, all, at)])
  const isDue = ({ on }: { on: string }) => monday <= on && on <= sunday
  const overlegsDue = ofOverleg.filter(({ dossier, tasks }) => dossier.callClient !== undefined || tasks.some(isDue))
  const plansDue = ofPlan.filter(({ tasks }) => tasks.some(isDue))
  const due = new Set([...overlegsDue, ...plansDue].map(({ dossier }) => dossier))
  const before = later.filter((dossier) => due.has(dossier))
  const shown = new Set([...found, ...before].map(({ reference }) => reference))
  const apart = dossiersOf(tasks).filter(({ reference }) => !shown.has(reference))
  const { rows, unreadable } = await rowsOf(deps, [...found, ...before, ...apart], { ...view, list: 'week', now })
  const steps = new Map([
    ...ofPlan.map((one) => [one.dossier.reference, ownPlanStep(one)] as const),
    ...ofOverleg.flatMap((one) => {
      const step = ownStep(one, now)
      return step ? [[one.dossier.reference, step] as const] : []
    }),
  ])
  const today = brusselsDate(now)
  const own = rows
    .slice(0, found.length)
    .flatMap((row) => ownLine(row, steps.get(row.reference), today))
    .filter(isDue)
  const typed = await taskLines(deps, tasks, { rows, content: view.content, person: view.person, today })
  const asked = await Promise.all([
    ...overlegsDue.map((one) => linesOf(deps, one)),
    ...plansDue.map((one) => planLinesOf(deps, one)),
  ])
  const lines = asked
    .flat()
    .filter(isDue)
    .flatMap(({ reference, text, on, path }): WeekLine[] => {
      const row = rows.find((one) => one.reference === reference)
      return row ? [{ row, what: text, on, late: on < today, path }] : []
    })
  return {
    lines: [...own, ...lines, ...typed.lines].sort((one, other) =>
      one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
    ),
    unreadable: unreadable || typed.unreadable,
  }
}

/** None where the overleg or the plan says it better. */
function ownLine(row: QueueRow, step: OwnStep | undefined, today: string): WeekLine[] {
  const { telefoon: phone } = row
  if (!step) return [{ row, what: row.step ?? row.stand, on: row.on ?? '', late: row.late, phone }]
  if (step.text === undefined) return []
  const on = step.on ?? row.on ?? today
  return [{ row, what: step.text, on, late: on < today, path: step.path ?? dossierPath(row.reference), phone }]
}
