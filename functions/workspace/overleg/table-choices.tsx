/** What is chosen of a row with one press: how somebody is reached, whether they are bound by secrecy (docs/overleg.md §2). */
import type { Child, FC } from 'hono/jsx'
import { reaches, type Secrecy, secrecies } from '../../../forms/kit/overleg/overleg.ts'
import { tableRows } from '../../../forms/kit/overleg/table.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { cellName } from '../../../forms/kit/questions/questions.ts'
import { readPhone } from '../../../forms/kit/read-phone.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { HintAndError } from '../../shared/web/text-field.tsx'
import { isFilled, rowOf, typedAt } from './table-typed.ts'

interface ChoiceOfRow {
  at: number
  typed: RawInput
  errors: readonly FieldError[]
  withClient: boolean
}

export const ReachField: FC<ChoiceOfRow> = ({ at, typed, errors }) => {
  const { wie, called } = rowOf(typed, at)
  const name = cellName(tableRows, at, 'bereik')
  const chosen = typedAt(typed, at, 'bereik') || (isFilled(typed, at) ? '' : 'mail')
  const email = typedAt(typed, at, 'email')
  const phone = readPhone(typedAt(typed, at, 'telefoon'), '')
  // Loket mails no client.
  const options = reaches.filter((reach) => wie !== 'client' || reach !== 'mail')
  return (
    <ShortChoice
      name={name}
      legend="Hoe bereikbaar?"
      called={called}
      errors={errors}
      options={options.map((reach) => [reach, reach])}
      chosen={chosen}
    >
      {chosen === 'mail' && email && <p class="hoe hint">{email}</p>}
      {chosen === 'telefoon' && 'value' in phone && (
        <p class="hoe hint">
          <a href={`tel:${phone.value}`}>{typedAt(typed, at, 'telefoon')}</a>
        </p>
      )}
      {chosen === 'brief' && <p class="hoe hint">Spreek af hoe de brief er geraakt.</p>}
    </ShortChoice>
  )
}

const secrecyInWords: Readonly<Record<Secrecy, string>> = { ja: 'ja', nee: 'nee', weet_niet: 'weet niet' }

export const SecrecyField: FC<ChoiceOfRow> = ({ at, typed, errors, withClient }) => {
  const { beroepsgeheim, called } = rowOf(typed, at)
  const name = cellName(tableRows, at, 'beroepsgeheim')
  const filled = isFilled(typed, at)
  const chosen = beroepsgeheim ?? (filled ? '' : 'weet_niet')
  return (
    <ShortChoice
      name={name}
      legend="Gebonden door beroepsgeheim?"
      called={called}
      errors={errors}
      options={secrecies.map((one) => [one, secrecyInWords[one]])}
      chosen={chosen}
    >
      {withClient && filled && chosen === 'nee' && <p class="hoe stil">Zeg alleen wat de cliënt goedvindt.</p>}
      {withClient && filled && chosen === 'weet_niet' && <p class="hoe stil">Vraag het. Tot dan: zoals ‘nee’.</p>}
    </ShortChoice>
  )
}

interface ShortChoiceProps {
  name: string
  legend: string
  /** Whom it is about, for who only hears it. */
  called?: string
  errors: readonly FieldError[]
  options: readonly (readonly [string, string])[]
  chosen: string
  children?: Child
}

/** A few choices in a line. */
export const ShortChoice: FC<ShortChoiceProps> = ({ name, legend, called, errors, options, chosen, children }) => {
  const id = fieldId(name)
  const error = errors.find((one) => one.name === name)
  return (
    <fieldset class={error ? 'lo-kort wrong' : 'lo-kort'} aria-describedby={error ? `${id}-fout` : undefined}>
      <legend>
        {legend}
        {called && <span class="hidden-visually">{` ${called}`}</span>}
      </legend>
      <HintAndError id={id} error={error} />
      <div class="lo-rij">
        {options.map(([value, text], index) => (
          <label>
            <input
              type="radio"
              // The first one carries the field's id, so that the error summary's link moves to it.
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={value}
              checked={value === chosen}
            />{' '}
            {text}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
