/** One row of the table: who it is, how they are reached, whether they are bound by secrecy (docs/overleg.md §2). */
import type { FC } from 'hono/jsx'
import { looksLikePolice } from '../../../forms/kit/overleg/duty.ts'
import { isClose, seats } from '../../../forms/kit/overleg/overleg.ts'
import { hasOwnPhone, tableRows } from '../../../forms/kit/overleg/table.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { cellName } from '../../../forms/kit/questions/questions.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { HintAndError } from '../../shared/web/text-field.tsx'
import { ReachField, SecrecyField } from './table-choices.tsx'
import { isFilled, rowOf, textColumns, typedAt } from './table-typed.ts'
import { seatInWords } from './words.ts'

interface RowProps {
  at: number
  typed: RawInput
  errors: readonly FieldError[]
  /** The client did not agree to them yet. */
  waits: boolean
  /** Their service asked for this. */
  applicant: boolean
  withClient: boolean
  /** The only client stays the client. */
  onlyClient: boolean
  /** It was just asked for. */
  focus: boolean
}

export const TableRowItem: FC<RowProps> = (props) => {
  const { at, typed, waits, withClient } = props
  const { wie, name, service } = rowOf(typed, at)
  const isClient = wie === 'client'
  return (
    <li class={isClient ? 'client' : waits ? 'wacht' : undefined}>
      <div class={isFilled(typed, at) ? undefined : 'heel'}>
        <input type="hidden" name={cellName(tableRows, at, 'id')} value={typedAt(typed, at, 'id')} />
        {isFilled(typed, at) ? (
          <Known {...props} />
        ) : (
          <div class="lo-velden">
            <Fields {...props} />
          </div>
        )}
        {withClient && looksLikePolice(`${name} ${service}`) && (
          <p class="lo-let">
            <b>Deze dienst moet misdrijven melden.</b> Weet de cliënt dat?
          </p>
        )}
      </div>
      <ReachField {...props} />
      {isClient ? <p class="hint">De cliënt zelf. Beroepsgeheim speelt hier niet.</p> : <SecrecyField {...props} />}
    </li>
  )
}

/** Who it is, and behind one press what can be changed. */
const Known: FC<RowProps> = (props) => {
  const { at, typed, errors, waits, applicant } = props
  const { wie, name, service, called } = rowOf(typed, at)
  const isClient = wie === 'client'
  const wrong = [...textColumns, 'wie', 'weg'].some((column) =>
    errors.some((error) => error.name === cellName(tableRows, at, column)),
  )
  const weg = cellName(tableRows, at, 'weg')
  return (
    <>
      <p class="rol">
        {applicant ? `${seatInWords[wie]}, vroeg dit aan` : seatInWords[wie]}
        {waits && <span class="tag wait">wacht op akkoord</span>}
      </p>
      <p class="naam">
        <bdi>{isClient && !name ? 'De cliënt' : name || service || 'Nog geen naam'}</bdi>
      </p>
      {name && service && (
        <p>
          <bdi>{service}</bdi>
        </p>
      )}
      <details class="lo-meer" open={wrong || lacks(typed, at)}>
        <summary>
          {isClient ? 'Wijzig' : 'Wijzig, of nodig niet meer uit'}
          <span class="hidden-visually">{`: ${called}`}</span>
        </summary>
        <Fields {...props} />
        {!isClient && (
          <div class="choice">
            <input
              type="checkbox"
              id={fieldId(weg)}
              name={weg}
              value="ja"
              checked={typedAt(typed, at, 'weg') === 'ja'}
            />
            <label for={fieldId(weg)}>
              <b>Van tafel.</b> Een reden is niet nodig. De link van deze persoon werkt meteen niet meer.
            </label>
          </div>
        )}
        {isClient && <Wrong at={at} column="weg" errors={errors} />}
      </details>
    </>
  )
}

/** Something must still be filled in before the client is asked. */
function lacks(typed: RawInput, at: number): boolean {
  const { wie, name, service } = rowOf(typed, at)
  if (wie === 'client') return false
  const bereik = typedAt(typed, at, 'bereik')
  const noWay =
    (bereik === 'mail' && !typedAt(typed, at, 'email')) ||
    (bereik === 'telefoon' && hasOwnPhone(wie) && !typedAt(typed, at, 'telefoon'))
  return (!name && !service) || noWay
}

const Fields: FC<RowProps> = (props) => {
  const { at, typed, errors, withClient, onlyClient, focus } = props
  const { wie, called } = rowOf(typed, at)
  const name = cellName(tableRows, at, 'wie')
  const isClient = wie === 'client'
  const choices = seats.filter((seat) => withClient || seat !== 'client')
  return (
    <>
      {isClient && onlyClient ? (
        <>
          <input type="hidden" id={fieldId(name)} name={name} value="client" />
          <Wrong at={at} column="wie" errors={errors} />
        </>
      ) : (
        <div class="field">
          <label for={fieldId(name)}>
            Rol<span class="hidden-visually">{` van ${called}`}</span>
          </label>
          <Wrong at={at} column="wie" errors={errors} />
          <select id={fieldId(name)} name={name} {...wired(errors, name)} autofocus={focus}>
            {choices.map((seat) => (
              <option value={seat} selected={seat === wie}>
                {seatInWords[seat]}
              </option>
            ))}
          </select>
        </div>
      )}
      <Cell {...props} column="naam" label="Naam" />
      {!isClient && (
        <>
          <Cell {...props} column="dienst" label={isClose({ wie }) ? 'Dienst, of wie dit is' : 'Dienst'} />
          <Cell {...props} column="email" label="E-mailadres" type="email" />
          <Cell {...props} column="telefoon" label="Telefoonnummer" type="tel" />
        </>
      )}
    </>
  )
}

interface CellProps extends RowProps {
  column: (typeof textColumns)[number]
  label: string
  type?: 'text' | 'email' | 'tel'
}

const Cell: FC<CellProps> = ({ at, typed, errors, column, label, type = 'text' }) => {
  const name = cellName(tableRows, at, column)
  const error = errors.find((one) => one.name === name)
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={fieldId(name)}>
        {label}
        <span class="hidden-visually">{`, rij ${at + 1}`}</span>
      </label>
      <HintAndError id={fieldId(name)} error={error} />
      <input
        type={type}
        id={fieldId(name)}
        name={name}
        value={typed.get(name)?.[0] ?? ''}
        // A shared computer must not remember who sits at the table.
        autocomplete="off"
        {...wired(errors, name)}
      />
    </div>
  )
}

const Wrong: FC<{ at: number; column: string; errors: readonly FieldError[] }> = ({ at, column, errors }) => {
  const name = cellName(tableRows, at, column)
  return <HintAndError id={fieldId(name)} error={errors.find((one) => one.name === name)} />
}

const wired = (errors: readonly FieldError[], name: string) =>
  errors.some((one) => one.name === name)
    ? { 'aria-describedby': `${fieldId(name)}-fout`, 'aria-invalid': 'true' as const }
    : {}
