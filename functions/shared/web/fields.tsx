/** One component per kind of question: label, hint, error and input, wired together for screen readers. */
import type { FC } from 'hono/jsx'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { limitInWords } from '../../../forms/kit/questions/limit-in-words.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import {
  type ChoiceQuestion,
  cellName,
  mostOf,
  type Option,
  type PerChoiceQuestion,
  perChoiceQuestions,
  type Question,
  type RowChoiceQuestion,
  type RowsQuestion,
  rowNumbers,
  type TextQuestion,
} from '../../../forms/kit/questions/questions.ts'
import { capitalised, isBlank } from '../../../forms/kit/text.ts'
import { fieldId } from './field-id.ts'
import { keptHtml } from './kept-html.ts'

/** What a field shows: what was typed, what is wrong with it, and what is known from earlier pages. */
export interface FieldContext {
  typed: RawInput
  errors: readonly FieldError[]
  answers?: Answers
  reveals?: Reveals
  /** The script of the page says how much stands in a long text, and whether it is kept; how much fits is in its hint. */
  counts?: true
  /** It is said above how much fits in each of these. */
  limitsTold?: true
}

/** Questions of a page that appear by an answer on the same page; the style sheet alone shows and hides them. */
export interface Reveals {
  /** Names of the questions that appear. */
  names: ReadonlySet<string>
  /** By name of the question that decides: the answers that make another one appear. */
  by: ReadonlyMap<string, readonly string[]>
}

export const QuestionField: FC<{ question: Question; context: FieldContext }> = ({ question, context }) => {
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return <ChoiceField question={question} context={context} />
    case 'rows':
      return <RowsField question={question} context={context} />
    case 'rowChoice':
      return <RowChoiceField question={question} context={context} />
    case 'perChoice':
      return <PerChoiceField question={question} context={context} />
    default:
      // Every kind of text: a new one does not compile in `inputKind`, or here.
      return <TextField question={question} context={context} />
  }
}

interface TextFieldProps {
  question: TextQuestion
  context: FieldContext
  /** Field name when it differs from the question's, as in a row. */
  name?: string
}

const TextField: FC<TextFieldProps> = ({ question, context, name = question.name }) => {
  const id = fieldId(name)
  const error = context.errors.find((one) => one.name === name)
  const value = context.typed.get(name)?.[0] ?? ''
  const hint = context.counts && !context.limitsTold ? withLimit(question.hint, question) : question.hint
  const wiring = {
    id,
    name,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error ? ('true' as const) : undefined,
    // Nothing where a question says nothing: a browser gives back what was typed after Back or a reload only where it may remember.
    autocomplete: question.autocomplete,
  }
  return (
    <div class={classes('field', error && 'wrong', context.reveals?.names.has(question.name) && 'reveal')}>
      <label for={id}>
        {question.label}
        {question.optional && <Optional />}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {question.kind === 'longText' ? (
        // The line break keeps the first line of an answer that starts with one.
        <>
          <textarea {...wiring} class={question.optional ? 'low' : undefined}>{`\n${value}`}</textarea>
          {context.counts && (
            <p class="count" data-most={mostOf(question)} hidden>
              <span />
              <span />
            </p>
          )}
        </>
      ) : (
        <input {...wiring} {...inputKind[question.kind]} value={value} />
      )}
    </div>
  )
}

/** With how much fits, which nobody has to find out by an error. */
const withLimit = (hint: string | undefined, question: TextQuestion | undefined): string | undefined => {
  const limit = question?.kind === 'longText' ? limitInWords(mostOf(question)) : undefined
  return [hint, limit && `${limit}.`].filter(Boolean).join(' ') || undefined
}

const inputKind = {
  text: { type: 'text' },
  email: { type: 'email', spellcheck: false },
  phone: { type: 'tel' },
  postcode: { type: 'text', inputmode: 'numeric', class: 'short' },
  wholeNumber: { type: 'text', inputmode: 'numeric', class: 'short' },
  date: { type: 'text', class: 'short' },
} as const

const ChoiceField: FC<{ question: ChoiceQuestion; context: FieldContext }> = ({ question, context }) => (
  // Asked again each time the page is opened; not when the page comes back with a problem.
  <Choices
    type={question.kind === 'choices' ? 'checkbox' : 'radio'}
    question={question}
    options={question.options}
    chosen={context.typed.get(question.name) ?? []}
    context={context}
  />
)

/** The rows of the same page, by number, or none of them. */
const RowChoiceField: FC<{ question: RowChoiceQuestion; context: FieldContext }> = ({ question, context }) => {
  const { rows } = question
  const options = rowNumbers(rows, context.typed).map((index) => {
    const typed = context.typed.get(cellName(rows.name, index, rows.columns[0]?.name ?? ''))?.[0]?.trim()
    return { value: String(index), label: typed || `${rows.rowName} ${index + 1}` }
  })
  return (
    <Choices
      type="radio"
      question={question}
      options={[...options, question.none]}
      chosen={context.typed.get(question.name) ?? []}
      context={context}
    />
  )
}

interface ChoicesProps {
  type: 'radio' | 'checkbox'
  question: ChoiceQuestion | RowChoiceQuestion
  options: readonly Option[]
  chosen: readonly string[]
  context: FieldContext
}

const Choices: FC<ChoicesProps> = ({ type, question, options, chosen, context }) => {
  const { name, hint } = question
  const id = fieldId(name)
  const revealId = `${id}-volgt`
  const error = context.errors.find((one) => one.name === name)
  return (
    <fieldset
      class={classes('field', error && 'wrong', context.reveals?.names.has(question.name) && 'reveal')}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>
        {question.label}
        {question.optional && <Optional />}
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      {context.reveals?.by.has(name) && (
        <span class="hidden-visually" id={revealId}>
          Dan komt er een vraag bij.
        </span>
      )}
      {options.map(({ value, label, about, examples, marks = [] }, index) => {
        // The first one carries the field's id, so that the error summary's link moves to it.
        const optionId = index === 0 ? id : `${id}-${index}`
        const checked = chosen.includes(value)
        const reveals = context.reveals?.by.get(name)?.includes(value) ? true : undefined
        const choice = () => (
          <div class="choice">
            <input
              {...{ type, id: optionId, name, value, checked }}
              data-reveals={reveals}
              aria-describedby={reveals && revealId}
            />
            <label for={optionId}>
              {label}
              {about && (
                <>
                  {' '}
                  <bdi class="hint">{about}</bdi>
                </>
              )}
              {/* Where people tick what applies; among answers of which one counts they would be in the way. */}
              {examples && type === 'checkbox' && (
                <>
                  {' '}
                  <span class="hint">{examples}</span>
                </>
              )}
              {marks.map((mark) => (
                <>
                  {' '}
                  <span class="tag wait">{mark}</span>
                </>
              ))}
            </label>
          </div>
        )
        // The labels of rows are what somebody typed.
        return question.kind === 'rowChoice' ? choice() : keptHtml(question, `${index} ${checked} ${reveals}`, choice)
      })}
    </fieldset>
  )
}

const RowsField: FC<{ question: RowsQuestion; context: FieldContext }> = ({ question, context }) => (
  <fieldset class="field">
    <legend>{question.label}</legend>
    {question.hint && <p class="hint">{question.hint}</p>}
    {rowNumbers(question, context.typed).map((index) => (
      <fieldset class="table-row">
        <legend>{`${question.rowName} ${index + 1}`}</legend>
        <div class="cells">
          {question.columns.map((column) => {
            const name = cellName(question.name, index, column.name)
            return column.kind === 'choice' ? (
              <ChoiceField question={{ ...column, name }} context={context} />
            ) : (
              <TextField question={column} context={context} name={name} />
            )
          })}
        </div>
      </fieldset>
    ))}
    {rowNumbers(question, context.typed).length < question.max && (
      <button class="link" name="actie" value="rij">
        {`Nog een ${question.rowName.toLowerCase()}`}
      </button>
    )}
  </fieldset>
)

/** A fold per choice, so that a long page is as long as what somebody has to say; one with an error is open. */
const PerChoiceField: FC<{ question: PerChoiceQuestion; context: FieldContext }> = ({ question, context }) => {
  const fields = perChoiceQuestions(question, context.answers ?? {})
  const groups = question.of.options.filter(({ label }) => fields.some(({ group }) => group === label))
  if (groups.length === 0) return null
  const hint = withLimit(question.hint, fields[0])
  return (
    <fieldset class="field">
      <legend>{question.label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {groups.map((option) => (
        <ChoiceFold option={option} fields={fields.filter(({ group }) => group === option.label)} context={context} />
      ))}
    </fieldset>
  )
}

interface ChoiceFoldProps {
  option: Option
  fields: readonly TextQuestion[]
  context: FieldContext
}

const ChoiceFold: FC<ChoiceFoldProps> = ({ option: { value, label, examples }, fields, context }) => {
  const filled = fields.filter(({ name }) => !isBlank(context.typed.get(name)?.[0] ?? '')).length
  const wrong = fields.some(({ name }) => context.errors.some((error) => error.name === name))
  const id = fieldId(`deel.${value}`)
  return (
    <details class={classes('fold', filled > 0 && 'filled')} open={wrong}>
      <summary>
        <span class="name" id={id}>
          {capitalised(label)}
        </span>
        <span class="stand">{filled > 0 ? `${filled} ingevuld` : 'nog leeg'}</span>
        {examples && <small>{examples}</small>}
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: the name of a fieldset cannot stand in the summary above it. */}
      <div role="group" aria-labelledby={id}>
        {fields.map(({ optional: _saidOnceInTheHint, ...field }) => (
          <TextField question={field} context={{ ...context, limitsTold: true }} />
        ))}
      </div>
    </details>
  )
}

/** Above what is filled in, under its label. */
export const HintAndError: FC<{ id: string; hint?: string | undefined; error: FieldError | undefined }> = ({
  id,
  hint,
  error,
}) => (
  <>
    {hint && (
      <span class="hint" id={`${id}-uitleg`}>
        {hint}
      </span>
    )}
    {error && (
      <span class="error" id={`${id}-fout`}>
        <span class="hidden-visually">Fout: </span>
        {error.message}
      </span>
    )}
  </>
)

const Optional: FC = () => <span class="optional"> (niet verplicht)</span>

const describedBy = (id: string, hint: string | undefined, error: FieldError | undefined): string | undefined =>
  [hint && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined

const classes = (...names: (string | false | undefined | object)[]): string =>
  names.filter((name) => typeof name === 'string').join(' ')
