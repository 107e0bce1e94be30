/** What goes well and what somebody wants, per levensdomein: filled in from the request, made better with the client. */
import type { FC } from 'hono/jsx'
import {
  emptyAfspraken,
  goalField,
  goalRows,
  goalsQuestion,
  mostGoals,
  type PlanChoices,
} from '../../../forms/kit/plan/plan-fields.ts'
import { domainName } from '../../../forms/kit/plan/plan-gaps.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { type RowsQuestion, rowNumbers } from '../../../forms/kit/questions/questions.ts'
import { Cell, type CellContext } from './cell.tsx'

interface GoalRowsProps {
  /** It was kept before, so that what is left open was left open by somebody. */
  kept: boolean
  /** What was asked for, as answered. */
  answers: Answers | undefined
  /** What was reached at the last evaluation, in the client's words where there is a client. */
  worked: string | undefined
  choices: PlanChoices
  context: CellContext
}

const domainAt = (typed: RawInput, at: number): string => typed.get(goalField(at, 'domein'))?.[0] ?? ''

export const GoalRows: FC<GoalRowsProps> = ({ answers, worked, choices, context, kept }) => {
  const rows = goalsQuestion(choices)
  const numbers = rowNumbers(rows, context.typed)
  const known = numbers.filter((at) => domainAt(context.typed, at) !== '')
  const begun = numbers.filter((at) => domainAt(context.typed, at) === '')
  const { options, wish: asked } = choices.has.domains
  const single = options.length === 1
  const wish = asked === undefined ? undefined : answers?.[asked]
  return (
    <section class="lw-block" id={goalRows}>
      <h2>{choices.withClient ? '1. Wat loopt goed, wat wil de cliënt?' : '1. Wat wilt u samen bereiken?'}</h2>
      <p>
        {choices.withClient
          ? 'Al ingevuld uit de aanvraag. Verbeter het samen met de cliënt.'
          : 'Al ingevuld uit de aanmelding. Verbeter het samen.'}
      </p>
      {typeof wish === 'string' && (
        <p>
          Wat de cliënt wil, zei de aanvraag: <bdi>‘{wish}’</bdi>
        </p>
      )}
      {worked && (
        <p>
          {choices.withClient ? 'Wat gelukt is, volgens de cliënt: ' : 'Wat gelukt is: '}
          <bdi>‘{worked}’</bdi>
        </p>
      )}
      {known.map((at) => (
        <GoalRow {...{ choices, context, rows, at, single, kept }} />
      ))}
      {!single && <MoreGoals {...{ choices, context, rows, known, begun }} />}
    </section>
  )
}

interface GoalRowProps extends Omit<GoalRowsProps, 'answers' | 'worked'> {
  rows: RowsQuestion
  at: number
  single?: boolean
}

const GoalRow: FC<GoalRowProps> = ({ choices: { has }, context, rows, at, kept, single = false }) => {
  const domein = domainAt(context.typed, at)
  const cell = (column: string) => <Cell rows={rows} at={at} column={column} context={context} as="line" />
  const when = goalField(at, 'wanneer')
  const undecided = !context.typed.get(when)?.[0] && kept && !context.errors.some(({ name }) => name === when)
  return (
    <fieldset class="lo-domein">
      <legend>{domainName(has, domein)}</legend>
      <input type="hidden" name={goalField(at, 'domein')} value={domein} />
      {single ? (
        <>
          <input type="hidden" name={goalField(at, 'wanneer')} value="eerst" />
          {cell('doel')}
        </>
      ) : (
        <>
          <div class="lo-drietal">
            {cell('goed')}
            {cell('minder_goed')}
            {cell('doel')}
          </div>
          {cell('wanneer')}
          {undecided && (
            <p class="lo-waarschuw">Nog niets gekozen, en dat is geen ‘niet’. Kies iets voor u het plan vastlegt.</p>
          )}
        </>
      )}
    </fieldset>
  )
}

interface MoreProps extends Omit<GoalRowsProps, 'answers' | 'worked' | 'kept'> {
  rows: RowsQuestion
  known: readonly number[]
  /** Rows without a levensdomein that were sent. */
  begun: readonly number[]
}

/** Rows for what the request did not name; open while something is typed in one. */
const MoreGoals: FC<MoreProps> = ({ choices, context, rows, known, begun }) => {
  const left = Math.min(mostGoals, choices.has.domains.options.length) - known.length
  const taken = known.map((at) => domainAt(context.typed, at))
  const first = Math.max(-1, ...known, ...begun) + 1
  const empty = Array.from(
    { length: Math.max(0, Math.min(emptyAfspraken, left) - begun.length) },
    (_, one) => first + one,
  )
  const open = [...rows.columns]
  const isBegun = (at: number) => open.some(({ name }) => context.typed.get(goalField(at, name))?.[0])
  const free = {
    ...rows,
    columns: rows.columns.map((column) =>
      column.name === 'domein' && 'options' in column
        ? { ...column, options: column.options.filter(({ value }) => !taken.includes(value)) }
        : column,
    ),
  }
  if (left <= 0 && begun.length === 0) return null
  return (
    <details class="lo-meer lo-onder" open={begun.some(isBegun)}>
      <summary>Nog een levensdomein</summary>
      {[...begun, ...empty].map((at) => (
        <fieldset class="lo-domein">
          <legend>Nog een levensdomein</legend>
          <Cell rows={free} at={at} column="domein" context={context} />
          <div class="lo-drietal">
            {['goed', 'minder_goed', 'doel'].map((column) => (
              <Cell rows={free} at={at} column={column} context={context} />
            ))}
          </div>
          <Cell rows={free} at={at} column="wanneer" context={context} as="line" />
        </fieldset>
      ))}
    </details>
  )
}
