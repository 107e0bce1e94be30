/** A line or a text to fill in: label, hint, error and input, wired together for screen readers. */
import type { FC } from 'hono/jsx'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { limitInWords } from '../../../forms/kit/questions/limit-in-words.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { mostOf, type TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { fieldId } from './field-id.ts'

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

interface TextFieldProps {
  question: TextQuestion
  context: FieldContext
  /** Field name when it differs from the question's, as in a row. */
  name?: string
}

export const TextField: FC<TextFieldProps> = ({ question, context, name = question.name }) => {
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

/** With how much fits where that is less than usual, which is said once for the page: nobody has to find out by an error. */
export const withLimit = (hint: string | undefined, question: TextQuestion | undefined): string | undefined => {
  const limit = question?.kind === 'longText' && question.max !== undefined ? limitInWords(mostOf(question)) : undefined
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

export const Optional: FC = () => <span class="optional"> (niet verplicht)</span>

export const describedBy = (id: string, hint: string | undefined, error: FieldError | undefined): string | undefined =>
  [hint && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined

export const classes = (...names: (string | false | undefined | object)[]): string =>
  names.filter((name) => typeof name === 'string').join(' ')
