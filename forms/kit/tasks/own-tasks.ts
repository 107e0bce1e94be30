/**
 * Own tasks of a dossier: what somebody of the network types themselves, with a day and with whom it is for. Which are open, and whose they
 * are, is a mark of the dossier's open part: so a move knows without reading anything, and two people at once cannot both win. Pure
 * (docs/decisions/026).
 */
import type { AtWork } from '../absence.ts'
import type { NetworkContent } from '../content.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { isClosed, type Lifecycle } from '../lifecycle/lifecycle.ts'
import { dueCall, inHandsOf } from '../lifecycle/service-call.ts'
import type { OpenTask, TasksMark } from './tasks-mark.ts'

/** Open at a time in one dossier: more is a plan. */
export const mostOpenTasks = 10
/** Ever in one dossier, the done ones too: all of them stand on its page. */
const mostTasks = 90
/** Characters of one. */
export const mostOfTask = 200

const noTasks: TasksMark = { revision: 0, all: 0, open: [] }

export const openTasksOf = ({ tasks }: Pick<Dossier, 'tasks'>): readonly OpenTask[] => tasks?.open ?? []

export const isOpenTask = (dossier: Pick<Dossier, 'tasks'>, id: string): boolean =>
  openTasksOf(dossier).some((one) => one.id === id)

const changed = (tasks: TasksMark, open: readonly OpenTask[]): TasksMark => ({
  ...tasks,
  open: [...open],
  revision: tasks.revision + 1,
})

/** With one more; `too-many`: so many are open, `full`: there were so many. */
export function withNewTask(
  tasks: TasksMark = noTasks,
  wanted: Omit<OpenTask, 'id'>,
): { tasks: TasksMark; task: OpenTask } | 'too-many' | 'full' {
  if (tasks.open.length >= mostOpenTasks) return 'too-many'
  if (tasks.all >= mostTasks) return 'full'
  const all = tasks.all + 1
  const id = String(all).padStart(2, '0')
  const task = { id, ...wanted }
  return { task, tasks: changed({ ...tasks, all }, [...tasks.open, task]) }
}

/** Another day or person; one that is open. */
export const withTask = (tasks: TasksMark, task: OpenTask): TasksMark =>
  changed(
    tasks,
    tasks.open.map((one) => (one.id === task.id ? task : one)),
  )

export const withoutTask = (tasks: TasksMark, id: string): TasksMark =>
  changed(
    tasks,
    tasks.open.filter((one) => one.id !== id),
  )

/** One that was done, or stopped, is to be done after all. */
export const withTaskAgain = (tasks: TasksMark, task: OpenTask): TasksMark | 'too-many' =>
  tasks.open.length >= mostOpenTasks ? 'too-many' : changed(tasks, [...tasks.open, task])

interface Moving {
  form: { lifecycle: Lifecycle }
  content: NetworkContent
  before: Dossier
  after: Dossier
  by: AtWork | 'aanvrager'
}

/**
 * The dossier with its open tasks as a move leaves them. It closes: none is open any more. Somebody loses it: theirs go to who has it
 * from now on; while nobody does, to who gave them, or a coordinator.
 */
export function tasksFollow({ form, content, before, after, by }: Moving): Dossier {
  const { tasks } = after
  if (!tasks || tasks.open.length === 0) return after
  if (isClosed(form.lifecycle, after.state)) return { ...after, tasks: changed(tasks, []) }
  const lost = handsOf(before).filter((who) => !handsOf(after).includes(who))
  if (!tasks.open.some(({ person }) => lost.includes(person))) return after
  const open = tasks.open.map((task): OpenTask => {
    if (!lost.includes(task.person)) return task
    const { standIn: _, ...kept } = task
    return { ...kept, person: inHandsOf(after) ?? whoSeesAll(content, task.by, by) ?? task.person }
  })
  return { ...after, tasks: changed(tasks, open) }
}

/** All of them stop: the dossier goes on as another one. */
export const tasksStop = (tasks: TasksMark): TasksMark => (tasks.open.length === 0 ? tasks : changed(tasks, []))

/** Who holds it, and who is to call for it. */
export const handsOf = ({ holder, referral }: Pick<Dossier, 'holder' | 'referral'>): string[] => [
  ...new Set([holder, dueCall(referral)?.who].filter((who) => who !== undefined)),
]

/** Who gave it, who acts, or the first of them: a coordinator opens every dossier. */
export function whoSeesAll({ people }: Pick<NetworkContent, 'people'>, gave: string, by: AtWork | 'aanvrager') {
  const all = people.filter(({ role }) => role === 'coordinator')
  const acts = by === 'aanvrager' ? undefined : by.id
  return (all.find(({ id }) => id === gave) ?? all.find(({ id }) => id === acts) ?? all[0])?.id
}

/** What a move did to the open tasks, to take it back. */
export interface TasksMoved {
  before: readonly OpenTask[]
  after: readonly OpenTask[]
}

/** Undefined when it left them alone. */
export const tasksMoved = (before: Pick<Dossier, 'tasks'>, after: Pick<Dossier, 'tasks'>): TasksMoved | undefined =>
  before.tasks?.revision === after.tasks?.revision
    ? undefined
    : { before: openTasksOf(before), after: openTasksOf(after) }

/** As they were before that move, but for what people did with them since. */
export function tasksGivenBack(now: TasksMark, { before, after }: TasksMoved): TasksMark {
  const find = (all: readonly OpenTask[], id: string) => all.find((one) => one.id === id)
  const back = now.open.map((task) => {
    const [was, made] = [find(before, task.id), find(after, task.id)]
    // Whose it is was changed by hand meanwhile: that stays. Another day stays in any case.
    return was && made && made.person !== was.person && task.person === made.person ? { ...was, on: task.on } : task
  })
  const stopped = before.filter(({ id }) => !find(after, id) && !find(now.open, id))
  return changed(now, [...back, ...stopped])
}
