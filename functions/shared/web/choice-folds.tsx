/** The same texts once per choice that was made: each choice opens when somebody has something to say about it. */
import type { FC } from 'hono/jsx'
import {
  type Option,
  type PerChoiceQuestion,
  perChoiceQuestions,
  type TextQuestion,
} from '../../../forms/kit/questions/questions.ts'
import { capitalised, isBlank } from '../../../forms/kit/text.ts'
import { fieldId } from './field-id.ts'
import { classes, type FieldContext, TextField, withLimit } from './text-field.tsx'

/** A fold per choice, so that a long page is as long as what somebody has to say; one with an error is open. */
export const PerChoiceField: FC<{ question: PerChoiceQuestion; context: FieldContext }> = ({ question, context }) => {
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
