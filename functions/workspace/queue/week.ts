/** The lines of "Mijn week": what each dossier asks, and what its overleg asks, together by date. */

import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type DossierTasks, linesOf, ownStep, readTasks } from '../overleg/tasks.ts'
import { type QueueRow, rowsOf } from './rows.ts'

/** One thing to do. */
export interface WeekLine {
  row: QueueRow
  what: string
  /** Brussels date. */
  on: string
  late: boolean
  /** Where it is done, when that is elsewhere than on the page of the dossier. */
  path?: string
}

interface Found {
  /** With something to do this week. */
  found: readonly Dossier[]
  /** With something to do later; their overleg may ask something before. */
  later: readonly Dossier[]
}

interface View {
  network: Network
  content: NetworkContent
  person: Person
  sessionId: string
  sunday: string
  now: Date
}

type Deps = Pick<WorkspaceDeps, 'overlegs' | 'unseal' | 'consultations' | 'random' | 'logFailure'>

/** The view is written down before anything that people typed is opened; a later dossier is in it only when it has a line. */
export async function weekOf(deps: Deps, { found, later }: Found, { sunday, now, ...view }: View) {
  const asking = await readTasks(deps, [...found, ...later], now)
  const dueNow = asking.filter(
    ({ dossier, tasks }) => dossier.callClient !== undefined || tasks.some(({ on }) => on <= sunday),
  )
  const before = later.filter((dossier) => dueNow.some((one) => one.dossier === dossier))
  const { rows, unreadable } = await rowsOf(deps, [...found, ...before], { ...view, list: 'week', now })
  const byReference = new Map(asking.map((one) => [one.dossier.reference, one]))
  const own = rows
    .slice(0, found.length)
    .flatMap((row) => ownLine(row, byReference.get(row.reference), { sunday, today: brusselsDate(now), now }))
  const asked = (await Promise.all(dueNow.map((one) => linesOf(deps, one)))).flat()
  const lines = asked
    .filter(({ on }) => on <= sunday)
    .flatMap(({ reference, text, on, path }): WeekLine[] => {
      const row = rows.find((one) => one.reference === reference)
      return row ? [{ row, what: text, on, late: on < brusselsDate(now), path }] : []
    })
  return {
    lines: [...own, ...lines].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
    unreadable,
  }
}

/** None where the overleg says it better, or it is for later. */
function ownLine(
  row: QueueRow,
  asking: DossierTasks | undefined,
  { sunday, today, now }: { sunday: string; today: string; now: Date },
): WeekLine[] {
  const step = asking && ownStep(asking, now)
  if (!step) return [{ row, what: row.step ?? row.stand, on: row.on ?? '', late: row.late }]
  if (step.text === undefined || (step.on !== undefined && step.on > sunday)) return []
  const on = step.on ?? row.on ?? today
  return [{ row, what: step.text, on, late: on < today, path: step.path ?? dossierPath(row.reference) }]
}
