/** One press: a task is done, or it is not after all. Pressed twice, or by two people, it is done once, and the second sees that. */
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { againStep, finishStep } from '../../../forms/kit/tasks/task-step.ts'
import type { OwnTask } from '../../shared/store/own-task.ts'
import type { OwnTasks } from '../../shared/store/own-tasks.ts'
import { dossierPath, taskRoute, weekPath } from '../../shared/work-paths.ts'
import { actOn } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { OpenFile } from './access.ts'
import type { AtDesk, Desk } from './desk.tsx'
import { openTask } from './open-task.ts'
import { newTaskPage, taskAsked, taskIn, tasksRefusal } from './task-desk.ts'

const fields = new Map(['versie', 'terug'].map((name) => [name, false]))

interface Beside {
  deps: WorkspaceDeps
  desk: Desk
  door: ReturnType<RequirePerson>
  write: OwnTasks['write']
}

export function taskPresses({ deps, desk, door, write }: Beside) {
  const routes = new Hono<SignedIn>()
  const { now } = deps

  for (const action of ['klaar', 'toch-niet'] as const) {
    const path = `${taskRoute}/:task{\\d{2}}/${action}` as const
    routes.get(path, door, (c) => c.redirect(dossierPath(c.req.param('reference')), 303))
    routes.post(path, door, async (c) => {
      const sent = await desk.sent(c, () => fields)
      return 'answer' in sent ? sent.answer : desk.again(c, sent, action === 'klaar' ? finish : again)
    })
  }

  /** Undefined when somebody was first. */
  async function finish(c: AtDesk, found: OpenFile, typed: RawInput): Promise<Response | undefined> {
    const task = taskIn(c, found)
    if (!task) return desk.notFound(c)
    const { dossier } = found.file
    const { who, for: colleague } = doneBy(c.var.person, dossier)
    const [sent] = typed.get('versie') ?? []
    const step = finishStep({ dossier, refusal: tasksRefusal(found), task, who, sent })
    switch (step.kind) {
      case 'done':
        return back(c, typed, task, step.others ? 'was_klaar' : 'klaar')
      case 'refused':
        return refuse(c, found, step.reason)
      case 'stale':
        return changed(c, found, task)
      case 'store': {
        const done = {
          doneBy: who,
          doneAt: now().toISOString(),
          ...(colleague === undefined ? {} : { doneFor: colleague }),
        }
        const written = await write({ dossier, tasks: step.tasks, task: { ...task, ...done }, now: now() })
        return written ? back(c, typed, task, 'klaar') : undefined
      }
    }
  }

  /** Undefined when somebody was first. */
  async function again(c: AtDesk, found: OpenFile, typed: RawInput): Promise<Response | undefined> {
    const task = taskIn(c, found)
    if (!task) return desk.notFound(c)
    const { dossier } = found.file
    const { content, person: by } = c.var
    const { takers } = await taskAsked(deps, content, dossier)
    const step = againStep({ dossier, refusal: tasksRefusal(found), task, takers, content, by })
    switch (step.kind) {
      case 'done':
        return back(c, typed, task, 'toch_niet')
      case 'refused':
        return refuse(c, found, step.reason)
      case 'store': {
        const { doneBy: _b, doneAt: _a, doneFor: _f, stoppedAt: _s, standIn: _i, ...kept } = task
        const next = { ...kept, ...step.task, version: task.version + 1 }
        const audit = { ...actOn(c, deps, dossier), what: 'taak weer open' }
        const written = await write({ dossier, tasks: step.tasks, task: next, audit, now: now() })
        return written ? back(c, typed, task, 'toch_niet') : undefined
      }
    }
  }

  /** To where it was pressed. */
  const back = (c: AtDesk, typed: RawInput, { id }: OwnTask, done: 'klaar' | 'was_klaar' | 'toch_niet') =>
    typed.get('terug')?.[0] === 'week'
      ? c.redirect(
          `${weekPath}?${new URLSearchParams({ klaar: done, taak: `${c.req.param('reference')}.${id}` })}`,
          303,
        )
      : desk.done(c, `taak_${done}`, 'taken')

  async function changed(c: AtDesk, found: OpenFile, task: OwnTask) {
    const { text } = await openTask(deps, found.file.dossier.reference, task)
    return refuse(
      c,
      found,
      <>
        Iemand wijzigde deze taak net. Er staat nu: <bdi class="written">{text}</bdi>. Is dat klaar? Druk dan op de
        bladzijde van het dossier opnieuw op Klaar.
      </>,
    )
  }

  const refuse = (c: AtDesk, found: OpenFile, reason: Child) =>
    desk.refuse(c, found, { reason, page: { ...newTaskPage, questions: [] } })

  return routes
}
