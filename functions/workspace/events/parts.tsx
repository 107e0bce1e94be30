/** Pieces of the organiser's pages: a form field with its hint and error, and the summary of what is wrong. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/answers.ts'
import type { FieldError } from '../../../forms/kit/parse.ts'
import type { Question } from '../../../forms/kit/questions.ts'

interface FieldProps {
  question: Question
  typed: RawInput
  errors: readonly FieldError[]
}

export const Field: FC<FieldProps> = ({ question, typed, errors }) => {
  const { name, label, hint, optional } = question
  const error = errors.find((one) => one.name === name)
  const describedBy = [hint && `${name}-uitleg`, error && `${name}-fout`].filter(Boolean).join(' ') || undefined
  const about = (
    <>
      {hint && (
        <span class="hint" id={`${name}-uitleg`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${name}-fout`}>
          <span class="hidden-visually">Fout: </span>
          {error.message}
        </span>
      )}
    </>
  )
  const css = error ? 'field wrong' : 'field'
  if (question.kind === 'choice' || question.kind === 'choices') {
    const chosen = typed.get(name) ?? []
    return (
      <fieldset class={css} aria-describedby={describedBy}>
        <legend>{label}</legend>
        {about}
        {question.options.map((option, index) => {
          const id = index === 0 ? name : `${name}-${index}`
          return (
            <div class="choice">
              <input
                type={question.kind === 'choice' ? 'radio' : 'checkbox'}
                id={id}
                name={name}
                value={option.value}
                checked={chosen.includes(option.value)}
              />
              <label for={id}>{option.label}</label>
            </div>
          )
        })}
      </fieldset>
    )
  }
  const wiring = {
    id: name,
    name,
    'aria-describedby': describedBy,
    'aria-invalid': error ? ('true' as const) : undefined,
    autocomplete: 'off',
  }
  const value = typed.get(name)?.[0] ?? ''
  return (
    <div class={css}>
      <label for={name}>
        {label}
        {optional && <span class="optional"> (niet verplicht)</span>}
      </label>
      {about}
      {question.kind === 'longText' ? (
        <textarea {...wiring}>{`\n${value}`}</textarea>
      ) : (
        <input type={question.kind === 'email' ? 'email' : 'text'} {...wiring} value={value} />
      )}
    </div>
  )
}

export const Problem: FC<{ errors: readonly FieldError[] }> = ({ errors }) =>
  errors.length === 0 ? null : (
    <div class="problem" role="alert" tabindex={-1} autofocus>
      <h2>Er is een probleem</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
