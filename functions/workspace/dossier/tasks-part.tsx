/** What is to be done for a dossier, in one list by date: what it asks by itself, and what people typed; below it a small form for one more. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { undoMinutes } from '../../../forms/kit/lifecycle/undo.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { isOpenTask, mostOpenTasks, openTasksOf } from '../../../forms/kit/tasks/own-tasks.ts'
import { type Taker, takerInWords, takerOf } from '../../../forms/kit/tasks/takers.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { addSeconds, brusselsDate, dateInShort } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { taskPath } from '../../shared/work-paths.ts'
import { onceField } from '../once.ts'
import { relativeDay } from '../queue/relative-day.ts'
import type { OpenedTask } from './open-task.ts'
import { NotDone } from './task-entry.tsx'
import { endInWords } from './task-words.ts'
import type { DossierView } from './view.ts'
import { nameOf } from './words.ts'

/** What a dossier asks by itself, as a task among those that people typed. */
export interface DerivedTask {
  text: string
  /** Brussels date by which; absent where it has none. */
  on?: string | undefined
}

export interface ShownTasks {
  /** What the dossier asks by itself. */
  derived: DerivedTask | undefined
  takers: readonly Taker[]
  /** Of one more; absent where nothing can be done with any. */
  form?: { page: Page; typed: RawInput; once: string } | undefined
}

export const TasksPart: FC<{ view: DossierView; shown: ShownTasks }> = ({ view, shown: { derived, takers, form } }) => {
  const { dossier, tasks, now } = view
  const open = tasks.filter(({ id }) => isOpenTask(dossier, id))
  const lines: (DerivedTask | OpenedTask)[] = [...(derived ? [derived] : []), ...open]
  const full = openTasksOf(dossier).length >= mostOpenTasks
  // Just done: the way back stands where the press was.
  const since = addSeconds(now, -60 * undoMinutes).toISOString()
  const justDone = tasks.filter(({ doneAt }) => form && doneAt !== undefined && doneAt > since)
  return (
    <section class="lw-block" id="taken">
      <header>
        <h2>Taken</h2>
      </header>
      {lines.length === 0 && <p class="hint">Niets te doen.</p>}
      <ul class="lw-plain lw-tasks">
        {lines
          .sort(byDay)
          .map((line) =>
            'id' in line ? (
              <Own task={line} {...{ view, takers }} may={form !== undefined} />
            ) : (
              <Derived step={line} today={brusselsDate(now)} />
            ),
          )}
        {justDone.map((task) => (
          <li data-net-klaar={task.id}>
            <span>
              <s>
                <bdi class="written">{task.text}</bdi>
              </s>{' '}
              <span class="lw-soft">{endInWords(view, task)}</span>
            </span>
            <NotDone reference={dossier.reference} task={task} />
          </li>
        ))}
      </ul>
      {form && full && (
        <p class="hint">{`Er staan ${mostOpenTasks} taken open. Zet er eerst een op klaar voor u er een toevoegt.`}</p>
      )}
      {form && !full && (
        <details class="lw-fold">
          <summary>
            <b>Nieuwe taak</b>
          </summary>
          <form method="post" action={taskPath(dossier.reference)} novalidate>
            <input type="hidden" name={onceField} value={form.once} />
            {form.page.questions.map((question) => (
              <QuestionField question={question} context={{ typed: form.typed, errors: [] }} />
            ))}
            <button class="btn plain slim">Voeg de taak toe</button>
          </form>
        </details>
      )}
    </section>
  )
}

/** How many stand there: for the way to them. */
export const countTasks = ({ dossier }: DossierView, { derived }: ShownTasks): number =>
  (derived ? 1 : 0) + openTasksOf(dossier).length

/** What has no day comes last. */
const byDay = (one: Pick<DerivedTask, 'on'>, other: Pick<DerivedTask, 'on'>): number =>
  (one.on ?? '~').localeCompare(other.on ?? '~')

const Derived: FC<{ step: DerivedTask; today: string }> = ({ step: { on, text }, today }) => (
  <li>
    <span>
      <bdi>{capitalised(text)}</bdi>
    </span>
    <Day on={on} today={today} />
  </li>
)

interface OwnProps {
  task: OpenedTask
  view: DossierView
  takers: readonly Taker[]
  /** Whoever looks may do something with it. */
  may: boolean
}

const Own: FC<OwnProps> = ({ task, view: { content, dossier, now }, takers, may }) => {
  const { id, on, text, version } = task
  const which = <span class="hidden-visually">{`: ${text}`}</span>
  return (
    <li data-taak={id}>
      <span>
        <bdi class="written">{text}</bdi> <span class="lw-soft">{whoseInWords(content, takers, task)}</span>
      </span>
      <Day on={on} today={brusselsDate(now)} />
      {may && (
        <span class="lw-task-acts">
          <form method="post" action={taskPath(dossier.reference, id, 'klaar')}>
            <input type="hidden" name="versie" value={String(version)} />
            <button class="btn plain slim">Klaar{which}</button>
          </form>
          <a href={taskPath(dossier.reference, id)}>Wijzig{which}</a>
        </span>
      )}
    </li>
  )
}

/** Who stands in for somebody only as long as they do. */
function whoseInWords(content: NetworkContent, takers: readonly Taker[], task: OpenedTask): string {
  const taker = takerOf(takers, task)
  return taker ? takerInWords(taker) : nameOf(content, task.person)
}

/** In words, whatever the colour. */
const Day: FC<{ on: string | undefined; today: string }> = ({ on, today }) => {
  if (on === undefined) return null
  if (on < today) return <b class="lw-late">{`te laat, ${dateInShort(on, today)}`}</b>
  return <span class="lw-soft">{relativeDay(on, today)}</span>
}
