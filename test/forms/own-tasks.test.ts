/** Whose own tasks are after a move, and after it is taken back; whom one can be given (forms/kit/tasks). */
import { describe, expect, it } from 'vitest'
import { findForm } from '../../forms/index.ts'
import type { Absence } from '../../forms/kit/absence.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { tasksFollow, tasksGivenBack, withNewTask } from '../../forms/kit/tasks/own-tasks.ts'
import { takenBy, takerInWords, takersOf } from '../../forms/kit/tasks/takers.ts'
import type { OpenTask, TasksMark } from '../../forms/kit/tasks/tasks-mark.ts'
import { demoContent } from '../support/content.ts'

const content = demoContent('aalst')
const form = findForm('lco-aanvraag')
if (!form) throw new Error('No form')
const [one, two, all] = ['casemanager-aalst', 'casemanager-aalst-2', 'coordinator-aalst'] as const
const person = (id: string) => {
  const found = content.people.find((who) => who.id === id)
  if (!found) throw new Error(id)
  return found
}
const task = (id: string, whose: string, more: Partial<OpenTask> = {}): OpenTask => ({
  ...{ id, on: '2026-12-01', person: whose, by: whose },
  ...more,
})
const mark = (...open: OpenTask[]): TasksMark => ({ revision: 3, all: 5, open })
/** Only what is looked at. */
const dossier = (about: Partial<Dossier>) => ({ state: 'toegewezen', ...about }) as Dossier
const called = (who: string): Dossier['referral'] => ({
  ...{ aanbod: 'jac', checkOn: '2026-12-14' },
  call: { who, on: '2026-12-02' },
})

describe('na een stap', () => {
  const left = (before: Partial<Dossier>, then: Partial<Dossier>, tasks: TasksMark, by = all) => {
    const moved = { ...dossier({ ...before, tasks }), ...then }
    return tasksFollow({ form, content, before: dossier(before), after: moved, by: person(by) }).tasks
  }
  it.each<[string, Partial<Dossier>, Partial<Dossier>, string, OpenTask, string]>([
    ['een ander krijgt het', { holder: one }, { holder: two }, all, task('01', one), two],
    ['ook van een coördinator die het had', { holder: all }, { holder: two }, all, task('01', all), two],
    ['van een coördinator die het niet had, blijft ze', { holder: one }, { holder: two }, all, task('01', all), all],
    ['niemand: naar wie ze gaf', { holder: one }, { holder: undefined }, one, task('01', one, { by: all }), all],
    [
      'niemand, en wie ze gaf is geen coördinator: naar wie het doet',
      { holder: one },
      { holder: undefined },
      all,
      task('01', one),
      all,
    ],
    [
      'niemand, en niemand van beiden: naar de eerste coördinator',
      { holder: one },
      { holder: undefined },
      one,
      task('01', one),
      all,
    ],
    [
      'wie zou bellen doet het niet meer',
      { holder: one, referral: called(two) },
      { holder: one, referral: undefined },
      all,
      task('01', two),
      one,
    ],
    [
      'wie het houdt, houdt ze',
      { holder: one },
      { holder: one, state: 'wacht_op_aanvrager' },
      one,
      task('01', one),
      one,
    ],
  ])('%s', (_, before, then, by, given, whose) => {
    const moved = left(before, then, mark(given), by as typeof all)
    expect(moved?.open).toEqual([expect.objectContaining({ id: '01', person: whose })])
    expect(moved?.revision).toBe(given.person === whose ? 3 : 4)
  })

  it('wie iemand verving, heeft ze niet meer voor die collega', () => {
    expect(left({ holder: one }, { holder: two }, mark(task('01', one, { standIn: 'x' })))?.open[0]).not.toHaveProperty(
      'standIn',
    )
  })

  it.each(['afgesloten', 'ingetrokken', 'doorverwezen'])('%s: geen enkele staat nog open', (state) => {
    expect(left({ holder: one }, { holder: one, state }, mark(task('01', one), task('02', all)))).toEqual({
      ...{ revision: 4, all: 5, open: [] },
    })
  })

  it('zonder taken verandert er niets', () => {
    expect(left({ holder: one }, { holder: two }, mark())).toEqual(mark())
  })
})

describe('teruggenomen', () => {
  const [a, b] = [task('01', one), task('02', one)]
  it.each<[string, OpenTask[], OpenTask[], OpenTask[], OpenTask[]]>([
    [
      'alles weer van wie het was',
      [a, b],
      [task('01', two), task('02', two)],
      [task('01', two), task('02', two)],
      [a, b],
    ],
    ['wat intussen klaar is, blijft klaar', [a, b], [task('01', two), task('02', two)], [task('02', two)], [b]],
    [
      'wat intussen aan iemand anders gegeven is, blijft daar',
      [a],
      [task('01', two)],
      [task('01', all)],
      [task('01', all)],
    ],
    [
      'een andere dag blijft',
      [a],
      [task('01', two)],
      [task('01', two, { on: '2026-12-09' })],
      [task('01', one, { on: '2026-12-09' })],
    ],
    [
      'wat intussen gegeven is, blijft',
      [a],
      [task('01', two)],
      [task('01', two), task('03', two)],
      [a, task('03', two)],
    ],
    ['wat stopte, staat weer open', [a, b], [], [], [a, b]],
  ])('%s', (_, before, after, now, expected) => {
    expect(tasksGivenBack(mark(...now), { before, after }).open).toEqual(expected)
  })
})

it.each([
  [9, 20, 'string'],
  [10, 20, 'too-many'],
  [0, 89, 'string'],
  [0, 90, 'full'],
])('%i open, %i ooit: %s', (open, ever, outcome) => {
  const tasks = { revision: 1, all: ever, open: Array.from({ length: open }, (_, at) => task(String(at), one)) }
  const made = withNewTask(tasks, { on: '2026-12-01', person: one, by: one })
  expect(typeof made === 'string' ? made : typeof made.task.id).toBe(outcome)
})

describe('aan wie', () => {
  const away = (standIn: string, from = '2026-11-25', until = '2026-11-27'): Absence[] => [
    { person: one, from, until, standIn },
  ]
  it.each<[string, Absence[], string, string[]]>([
    ['wie het heeft, en coördinatoren', [], '2026-11-25', [one]],
    ['de vervanger, op de eerste dag', away(two), '2026-11-25', [one, `${two} voor ${one}`]],
    ['op de laatste dag', away(two), '2026-11-27', [one, `${two} voor ${one}`]],
    ['de dag ervoor niet', away(two), '2026-11-24', [one]],
    ['de dag erna niet', away(two), '2026-11-28', [one]],
    ['een coördinator die vervangt, is zichzelf', away(all), '2026-11-25', [one]],
  ])('%s', (_, absences, today, expected) => {
    const takers = takersOf(content, absences, { holder: one }, today)
    const told = takers.map((taker) => ({ ...takenBy(taker), role: taker.person.role }))
    const coordinators = content.people.filter(({ role }) => role === 'coordinator').map(({ id }) => id)
    const words = told.map(({ person: id, standIn }) => (standIn ? `${standIn} voor ${id}` : id))
    expect(words.sort()).toEqual([...expected, ...coordinators].sort())
    for (const taker of takers.filter(({ inPlaceOf }) => inPlaceOf)) expect(takerInWords(taker)).toContain(', voor ')
  })

  it('ook wie de dienst belt; nooit een organisator', () => {
    const takers = takersOf(content, [], { holder: one, referral: called(two) }, '2026-11-25')
    expect(takers.map(({ person: { id } }) => id)).toEqual(expect.arrayContaining([one, two, all]))
    expect(takers.some(({ person: { role } }) => role === 'organisator')).toBe(false)
  })
})
