/** One cell of a row of the plan: the kit's own field, with what somebody else kept meanwhile below it (docs/overleg.md §9). */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { cellName, type OneChoice, type RowsQuestion } from '../../../forms/kit/questions/questions.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { HintAndError } from '../../shared/web/text-field.tsx'
import { InlineChoice } from '../overleg/inline-choice.tsx'

export interface CellContext {
  typed: RawInput
  errors: readonly FieldError[]
  /** What somebody else kept meanwhile, by the names of the fields on this page. */
  other?: RawInput | undefined
}

interface CellProps {
  rows: RowsQuestion
  at: number
  column: string
  context: CellContext
  /** How a choice looks: a list to pick from, or a few words on one line. */
  as?: 'list' | 'line'
  /** Said of the first row only. */
  quiet?: boolean
}

export const Cell: FC<CellProps> = ({ rows, at, column, context, as, quiet = false }) => {
  const found = rows.columns.find((one) => one.name === column)
  if (!found) return null
  const name = cellName(rows.name, at, column)
  const { hint, optional: _, ...rest } = found
  const question = { ...rest, name, ...(hint && !quiet ? { hint } : {}) }
  return (
    <>
      {question.kind === 'choice' ? (
        as === 'line' ? (
          <InlineChoice
            name={name}
            legend={question.label}
            options={question.options.map(({ value, label }) => [value, label] as const)}
            context={context}
          />
        ) : (
          <ListField question={question} none={nobody[column] ?? 'Kies'} context={context} />
        )
      ) : (
        <QuestionField question={question} context={context} />
      )}
      <Meanwhile name={name} question={found} context={context} />
    </>
  )
}

/** One of many, in a list that takes one line. */
const ListField: FC<{ question: OneChoice; none: string; context: CellContext }> = ({ question, none, context }) => {
  const { name, label, hint, options } = question
  const id = fieldId(name)
  const error = context.errors.find((one) => one.name === name)
  const chosen = context.typed.get(name)?.[0] ?? ''
  const described = [hint && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      <HintAndError id={id} hint={hint} error={error} />
      <select id={id} name={name} aria-describedby={described} aria-invalid={error ? ('true' as const) : undefined}>
        <option value="">{none}</option>
        {options.map(({ value, label: text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

interface MeanwhileProps {
  name: string
  question: RowsQuestion['columns'][number]
  context: CellContext
}

/** What the other one wrote here, where that is something else. */
const Meanwhile: FC<MeanwhileProps> = ({ name, question, context: { typed, other } }) => {
  if (!other) return null
  const [own, theirs] = [typed, other].map((all) => all.get(name)?.[0] ?? '')
  if (own === theirs) return null
  const label = 'options' in question ? question.options.find(({ value }) => value === theirs)?.label : theirs
  return (
    <p class="lo-waarschuw">
      Intussen bewaard: <bdi>{label ? `‘${label}’` : 'niets'}</bdi>
    </p>
  )
}

/** What an empty choice says, where that is a choice too. */
const nobody: Readonly<Record<string, string>> = { met: 'Niemand', aanbod: 'Geen' }
