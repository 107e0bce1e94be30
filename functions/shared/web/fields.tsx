/** One component per kind of question: label, hint, error and input, wired together for screen readers. */
import type { FC } from 'hono/jsx'
import {
  type ChoiceQuestion,
  cellName,
  type Option,
  type Question,
  type RowChoiceQuestion,
  type RowsQuestion,
  rowNumbers,
} from '../../../forms/kit/questions/questions.ts'
import { PerChoiceField } from './choice-folds.tsx'
import { fieldId } from './field-id.ts'
import { keptHtml } from './kept-html.ts'
import { classes, describedBy, type FieldContext, HintAndError, Optional, TextField } from './text-field.tsx'

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

interface RowsProps {
  question: RowsQuestion
  context: FieldContext
  /** What stands around it shows its label already. */
  folded?: boolean
}

export const RowsField: FC<RowsProps> = ({ question, context, folded = false }) => (
  <fieldset class="field">
    <legend class={folded ? 'hidden-visually' : undefined}>{question.label}</legend>
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
