/** A few short choices on one line, and a tick with a sentence: label, error and inputs wired together. */
import type { Child, FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { HintAndError } from '../../shared/web/text-field.tsx'

interface Context {
  typed: RawInput
  errors: readonly FieldError[]
}

interface InlineChoiceProps {
  name: string
  legend: Child
  /** Only for who cannot see what it stands beside. */
  quiet?: boolean
  options: readonly (readonly [value: string, label: string])[]
  hint?: string
  context: Context
}

export const InlineChoice: FC<InlineChoiceProps> = ({ name, legend, quiet = false, options, hint, context }) => {
  const id = fieldId(name)
  const error = context.errors.find((one) => one.name === name)
  const chosen = context.typed.get(name)?.[0]
  const described = [hint && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset class={error ? 'field lo-kort wrong' : 'field lo-kort'} aria-describedby={described}>
      <legend class={quiet ? 'hidden-visually' : undefined}>{legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      <div class="lo-rij">
        {options.map(([value, label], index) => (
          <label>
            {/* Only a line of the summary leads to it. */}
            <input
              type="radio"
              id={index === 0 && error ? id : undefined}
              name={name}
              value={value}
              checked={value === chosen}
            />{' '}
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface TickProps {
  name: string
  checked: boolean
  error?: FieldError | undefined
  children?: Child
}

export const Tick: FC<TickProps> = ({ name, checked, error, children }) => {
  const id = fieldId(name)
  return (
    <div class={error ? 'field wrong' : undefined}>
      <HintAndError id={id} error={error} />
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="ja"
          checked={checked}
          aria-describedby={error && `${id}-fout`}
          aria-invalid={error ? ('true' as const) : undefined}
        />
        <label for={id}>{children}</label>
      </div>
    </div>
  )
}
