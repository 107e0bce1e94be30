/** Own tasks of a dossier: given, and changed. Each is stored on condition that nobody changed one since it was read. */
import { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { isOpenTask } from '../../../forms/kit/tasks/own-tasks.ts'
import { type ReadTask, readTask } from '../../../forms/kit/tasks/read-task.ts'
import { changeStep, giveStep, notOpenTask } from '../../../forms/kit/tasks/task-step.ts'
import type { OpenTask } from '../../../forms/kit/tasks/tasks-mark.ts'
import { meantField } from '../../../forms/kit/unusual-day.ts'
import { newId } from '../../shared/new-id.ts'
import type { Audited, DoneBy } from '../../shared/store/audit.ts'
import type { OwnTask } from '../../shared/store/own-task.ts'
import type { OwnTasks } from '../../shared/store/own-tasks.ts'
import { taskRoute } from '../../shared/work-paths.ts'
import { actOn } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { onceField, onceIdIn } from '../once.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { caseRoles, type OpenFile } from './access.ts'
import { type Again, type AtDesk, createDesk, type Desk } from './desk.tsx'
import { openTask, sealTask } from './open-task.ts'
import { type AskedOfTask, taskAsked, taskIn, tasksRefusal, typedOf, withReader } from './task-desk.ts'
import { taskPresses } from './task-presses.tsx'

/** The task as it was when the page was made: how often it was changed by then. */
const versionField = 'versie'
const fields = new Map(['taak', 'tegen', 'wie', onceField, versionField, meantField].map((name) => [name, false]))
const changedTask = 'Iemand wijzigde deze taak net. Kijk na wat er nu staat, en verstuur opnieuw.'

export function taskRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const desk = createDesk(deps)
  const door = requirePerson(caseRoles)
  const { now } = deps
  const write: OwnTasks['write'] = async (about) => (await deps.openOwnTasks()).write(about)
  const one = `${taskRoute}/:task{\\d{2}}` as const

  routes.get(taskRoute, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    const asked = await taskAsked(deps, c.var.content, found.file.dossier)
    const reason = tasksRefusal(found)
    const typed = withReader(new Map([[onceField, [newId(deps)]]]), c.var.person.id)
    return reason === undefined ? ask(c, found, asked, typed) : refuse(c, found, asked, typed, reason)
  })

  routes.post(taskRoute, door, (c) => sent(c, give))

  routes.get(one, door, async (c) => {
    const found = await desk.find(c)
    const task = found && taskIn(c, found)
    if (!found || !task) return desk.notFound(c)
    // What asks only whether the page is there has not read it.
    if (c.req.method === 'HEAD') return c.body(null)
    await desk.noteConsultation(c, found)
    return showTask(c, found, task)
  })

  routes.post(one, door, (c) => sent(c, change))

  routes.route('/', taskPresses({ deps, desk, door, write }))

  /** Looks again when somebody was first, between our reading and writing. */
  async function sent(c: AtDesk, take: typeof give): Promise<Response> {
    const first = await desk.sent(c, () => fields)
    if ('answer' in first) return first.answer
    return desk.again(c, { ...first, typed: withReader(first.typed, c.var.person.id) }, take)
  }

  /** Undefined when somebody was first. */
  async function give(c: AtDesk, found: OpenFile, typed: RawInput): Promise<Response | undefined> {
    const { dossier, tasks } = found.file
    const once = onceIdIn(typed)
    if (!once) return desk.unreadable(c)
    const asked = await taskAsked(deps, c.var.content, dossier)
    const read = readTask(asked.page, typed, asked, { now: now(), days: c.var.days })
    const before = tasks.find((task) => task.once === once)
    const earlier = before && (await textOf(found, before))
    const { who: by, for: colleague } = doneBy(c.var.person, dossier)
    const step = giveStep({ dossier, refusal: tasksRefusal(found), read, by, earlier })
    // Somebody went back and wrote something else: that is another task.
    const given = { once: before ? newId(deps) : once, version: 0, at: now().toISOString() }
    const kept = { ...given, ...(colleague === undefined ? {} : { for: colleague }) }
    return follow(c, found, asked, typed, { step, kept, done: 'taak' })
  }

  /** Undefined when somebody was first. */
  async function change(c: AtDesk, found: OpenFile, typed: RawInput): Promise<Response | undefined> {
    const before = taskIn(c, found)
    const { dossier } = found.file
    if (!before) return desk.notFound(c, typed)
    const asked = await taskAsked(deps, c.var.content, dossier, before)
    const read = readTask(asked.page, typed, asked, { now: now(), days: c.var.days })
    const text = await textOf(found, before)
    const [version] = typed.get(versionField) ?? []
    const step = changeStep({ dossier, refusal: tasksRefusal(found), read, task: before, text, sent: version })
    const { standIn: _, sealed: _s, ...kept } = { ...before, version: before.version + 1 }
    const audit = { ...actOn(c, deps, dossier), what: 'taak gewijzigd' }
    return follow(c, found, asked, typed, { step, kept, audit, done: 'taak_gewijzigd' })
  }

  /** Undefined when somebody was first. */
  async function follow(c: AtDesk, found: OpenFile, asked: AskedOfTask, typed: RawInput, about: Following) {
    const { step, kept, audit, done } = about
    switch (step.kind) {
      case 'done':
        return desk.done(c, done, 'taken')
      case 'refused':
        return refuse(c, found, asked, typed, step.reason)
      case 'mend':
        return mend(c, found, asked, typed, step)
      case 'stale':
        return asked.before && showTask(c, found, asked.before, typed)
      case 'store': {
        const { dossier } = found.file
        const task = { ...kept, ...step.task, sealed: await sealTask(deps, dossier, step.text) }
        const written = await write({
          dossier,
          tasks: step.tasks,
          task,
          now: now(),
          ...(audit ? { audit } : {}),
        })
        return written ? desk.done(c, done, 'taken') : undefined
      }
    }
  }

  const textOf = async ({ file: { dossier } }: OpenFile, task: OwnTask) =>
    (await openTask(deps, dossier.reference, task)).text

  /** The page of a task as it is now; with what was typed, when somebody changed it meanwhile. */
  async function showTask(c: AtDesk, found: OpenFile, task: OwnTask, typed?: RawInput): Promise<Response> {
    const asked = await taskAsked(deps, c.var.content, found.file.dossier, task)
    const reason = tasksRefusal(found) ?? (isOpenTask(found.file.dossier, task.id) ? undefined : notOpenTask)
    if (reason !== undefined) return refuse(c, found, asked, typed ?? new Map(), reason)
    const text = await textOf(found, task)
    const shown = new Map([...(typed ?? typedOf(task, text, asked.takers)), [versionField, [String(task.version)]]])
    return ask(c, found, asked, shown, typed ? { notice: changedTask, intro: <NowSays text={text} /> } : {})
  }

  function mend(c: AtDesk, found: OpenFile, asked: AskedOfTask, typed: RawInput, read: Mend) {
    const { errors, unusual } = read
    const shown = unusual === undefined ? typed : new Map([...typed, [meantField, [unusual]]])
    return ask(c, found, asked, shown, { errors })
  }

  const ask = (
    c: AtDesk,
    found: OpenFile,
    { page, before }: AskedOfTask,
    typed: RawInput,
    again: Again & { intro?: Parameters<Desk['ask']>[2]['intro'] } = {},
  ) =>
    desk.ask(c, found, {
      ...{ page, typed, ...again },
      hidden: Object.fromEntries(
        [onceField, versionField, meantField].flatMap(
          (name) =>
            typed
              .get(name)
              ?.slice(0, 1)
              .map((at) => [name, at]) ?? [],
        ),
      ),
      button: before ? 'Bewaar de taak' : 'Voeg de taak toe',
    })

  const refuse = (c: AtDesk, found: OpenFile, { page }: AskedOfTask, typed: RawInput, reason: string) =>
    desk.refuse(c, found, { reason, page, typed })

  return routes
}

type Mend = Extract<ReadTask, { kind: 'mend' }>

interface Following {
  step: ReturnType<typeof giveStep> | ReturnType<typeof changeStep>
  /** Of the task, beside what was decided. */
  kept: Omit<OwnTask, keyof OpenTask | 'sealed'>
  audit?: Audited & DoneBy
  /** Named in the address of the page after it. */
  done: string
}

const NowSays: FC<{ text: string }> = ({ text }) => (
  <p>
    Er staat nu: <bdi class="written">{text}</bdi>
  </p>
)
