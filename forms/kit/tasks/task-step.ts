/** What follows when somebody gives, changes, does or reopens a task: decided here, carried out by the werkruimte. */
import type { AtWork } from '../absence.ts'
import type { NetworkContent } from '../content.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { inHandsOf } from '../lifecycle/service-call.ts'
import type { FieldError } from '../questions/page.ts'
import {
  isOpenTask,
  mostOpenTasks,
  whoSeesAll,
  withNewTask,
  withoutTask,
  withTask,
  withTaskAgain,
} from './own-tasks.ts'
import type { ReadTask } from './read-task.ts'
import { type Taker, takenBy, takerOf } from './takers.ts'
import type { OpenTask, TasksMark } from './tasks-mark.ts'

const tooMany = `Er staan al ${mostOpenTasks} taken open bij dit dossier. Zet er eerst een op klaar.`
const full = 'Bij dit dossier staan al te veel taken. Schrijf een notitie.'
export const notOpenTask = 'Deze taak staat niet meer open. Kijk in de tijdlijn wie wat deed.'

type Refused = { kind: 'refused'; reason: string }
/** Somebody changed it since the page was made. */
type Stale = { kind: 'stale' }
/** A second press of the button, or somebody else was first with the very same. */
type Done = { kind: 'done' }
type Store = { kind: 'store'; tasks: TasksMark; task: OpenTask }
type Mend = Extract<ReadTask, { kind: 'mend' }>

interface About {
  dossier: Pick<Dossier, 'tasks' | 'holder' | 'referral'>
  /** Why nothing can be done with its tasks; undefined when it can. */
  refusal: string | undefined
}

interface Giving extends About {
  read: ReadTask
  /** Id of who gives it. */
  by: string
  /** The text of the task that this page gave already. */
  earlier: string | undefined
}

export function giveStep({ dossier, refusal, read, by, earlier }: Giving): Done | Refused | Mend | (Store & Read) {
  if (earlier !== undefined && read.kind === 'read' && read.text === earlier) return { kind: 'done' }
  if (refusal !== undefined) return { kind: 'refused', reason: refusal }
  if (read.kind === 'mend') return read
  const made = withNewTask(dossier.tasks, { on: read.on, ...takenBy(read.taker), by })
  return typeof made === 'string'
    ? { kind: 'mend', errors: [mendText(made === 'full' ? full : tooMany)] }
    : { kind: 'store', text: read.text, ...made }
}

type Read = { text: string }

const mendText = (message: string): FieldError => ({ name: 'taak', message })

interface Changing extends About {
  read: ReadTask
  task: OpenTask & Versioned
  /** As it stands. */
  text: string
  /** The version the page was made from, as sent. */
  sent: string | undefined
}

/** How often it was changed. */
interface Versioned {
  version: number
}

export function changeStep(changing: Changing): Done | Refused | Stale | Mend | (Store & Read) {
  const { dossier, refusal, read, task, text, sent } = changing
  if (read.kind === 'read' && isAsItStands(read, changing)) return { kind: 'done' }
  const reason = refusal ?? (isOpenTask(dossier, task.id) ? undefined : notOpenTask)
  if (reason !== undefined || !dossier.tasks) return { kind: 'refused', reason: reason ?? notOpenTask }
  if (read.kind === 'mend') return read
  if (sent !== String(task.version)) return { kind: 'stale' }
  const next = { id: task.id, on: read.on, ...takenBy(read.taker), by: task.by }
  return { kind: 'store', tasks: withTask(dossier.tasks, next), task: next, text: read.text || text }
}

function isAsItStands(read: Extract<ReadTask, { kind: 'read' }>, { task, text }: Changing): boolean {
  const { person, standIn } = takenBy(read.taker)
  return read.text === text && read.on === task.on && person === task.person && standIn === task.standIn
}

interface Pressing extends About {
  task: OpenTask & Versioned & { doneBy?: string }
}

interface Finishing extends Pressing {
  /** Id of who presses. */
  who: string
  sent: string | undefined
}

/** `others`: somebody else did it. */
export function finishStep({
  dossier,
  refusal,
  task,
  who,
  sent,
}: Finishing): (Done & { others: boolean }) | Refused | Stale | { kind: 'store'; tasks: TasksMark } {
  if (task.doneBy !== undefined) return { kind: 'done', others: task.doneBy !== who }
  if (refusal !== undefined) return { kind: 'refused', reason: refusal }
  if (!dossier.tasks || !isOpenTask(dossier, task.id)) return { kind: 'refused', reason: notOpenTask }
  return sent === String(task.version)
    ? { kind: 'store', tasks: withoutTask(dossier.tasks, task.id) }
    : { kind: 'stale' }
}

interface Reopening extends Pressing {
  takers: readonly Taker[]
  content: NetworkContent
  by: AtWork
}

/** Whose it was may not open the dossier any more: then it is who has it in hand, or a coordinator. */
export function againStep({ dossier, refusal, task, takers, content, by }: Reopening): Done | Refused | Store {
  if (isOpenTask(dossier, task.id)) return { kind: 'done' }
  if (refusal !== undefined || !dossier.tasks) return { kind: 'refused', reason: refusal ?? notOpenTask }
  const { id, on, person, standIn, by: gave } = task
  const whose = takerOf(takers, task)
    ? { person, ...(standIn === undefined ? {} : { standIn }) }
    : { person: inHandsOf(dossier) ?? whoSeesAll(content, gave, by) ?? person }
  const next = { id, on, by: gave, ...whose }
  const tasks = withTaskAgain(dossier.tasks, next)
  return tasks === 'too-many' ? { kind: 'refused', reason: tooMany } : { kind: 'store', tasks, task: next }
}
