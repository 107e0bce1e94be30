/** Own tasks in "Mijn week": those of who looks, and of whom they take the place. One question for all of them, and one read of their dossiers. */
import { type AtWork, colleagueHolding } from '../../../forms/kit/absence.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { isOpenTask } from '../../../forms/kit/tasks/own-tasks.ts'
import { newIncident } from '../../shared/new-id.ts'
import { holdersSeenBy } from '../../shared/places.ts'
import type { OwnTask } from '../../shared/store/own-task.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { mayOpen } from '../dossier/access.ts'
import { openTask } from '../dossier/open-task.ts'
import { nameOf } from '../dossier/words.ts'
import type { QueueRow } from './rows.ts'
import type { WeekLine } from './week-line.ts'

export interface TaskOfWeek {
  dossier: Dossier
  task: OwnTask
}

type Deps = Pick<WorkspaceDeps, 'unseal' | 'logFailure' | 'random'>

/** Of Brussels dates, both included. */
interface Days {
  from?: string | undefined
  until: string
}

/** Of dossiers that are open, and that they may open. */
export async function tasksOfWeek(
  { openOwnTasks, dossiers }: Pick<WorkspaceDeps, 'openOwnTasks' | 'dossiers'>,
  network: string,
  person: AtWork,
  days: Days,
  now: Date,
): Promise<TaskOfWeek[]> {
  const ownTasks = await openOwnTasks()
  const found = await ownTasks.openOf(network, holdersSeenBy(person), days, now)
  const references = [...new Set(found.map(({ reference }) => reference))]
  const known = new Map((await dossiers.readAll(references, now)).map((dossier) => [dossier.reference, dossier]))
  return found.flatMap(({ reference, task }) => {
    const dossier = known.get(reference)
    return dossier && mayOpen(person, dossier) && isOpenTask(dossier, task.id) ? [{ dossier, task }] : []
  })
}

export const dossiersOf = (tasks: readonly TaskOfWeek[]): Dossier[] => [
  ...new Map(tasks.map(({ dossier }) => [dossier.reference, dossier])).values(),
]

interface Shown {
  rows: readonly QueueRow[]
  content: NetworkContent
  person: AtWork
  today: string
}

/** The lines, with what was typed: the view is noted before. One that cannot be opened stands there without words. */
export async function taskLines(deps: Deps, tasks: readonly TaskOfWeek[], { rows, content, person, today }: Shown) {
  const problems: unknown[] = []
  const lines = await Promise.all(
    tasks.map(async ({ dossier, task }): Promise<WeekLine[]> => {
      const row = rows.find(({ reference }) => reference === dossier.reference)
      if (!row) return []
      const text = await textOf(deps, dossier, task, problems)
      const whose = colleagueHolding(person, task.person) ? nameOf(content, task.person) : undefined
      const { id, version, on } = task
      return [{ row, what: text, on, late: on < today, own: { id, version, whose } }]
    }),
  )
  if (problems.length > 0) deps.logFailure(newIncident(deps), problems[0])
  return { lines: lines.flat(), unreadable: problems.length > 0 }
}

async function textOf(deps: Deps, { reference }: Dossier, task: OwnTask, problems: unknown[]): Promise<string> {
  try {
    return (await openTask(deps, reference, task)).text
  } catch (error) {
    problems.push(error)
    return '–'
  }
}
