/** Below the list: whoever is ticked goes to one person, in one press. */
import type { FC } from 'hono/jsx'
import { type Absence, currentAbsence } from '../../../forms/kit/absence.ts'
import { holdersOf, type NetworkContent, roleInWords } from '../../../forms/kit/content.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { assignPath } from '../../shared/work-paths.ts'
import { dateAway } from './parts.tsx'

/** The id of the form, which its ticks in the list name. */
export const assignForm = 'verdeel'
/** `ABC-7K3M-9QX2-4T.kies`: every row has its own fields. */
export const assignField = (reference: string, name: 'kies' | 'revision' | 'bij'): string => `${reference}.${name}`
export const personField = 'persoon'

interface AssignFormProps {
  content: NetworkContent
  away: readonly Absence[]
  /** Brussels date. */
  today: string
  typed: RawInput
  errors: readonly FieldError[]
}

export const AssignForm: FC<AssignFormProps> = ({ content, away, today, typed, errors }) => {
  const error = errors.find(({ name }) => name === personField)
  return (
    <form id={assignForm} class="lw-save" method="post" action={assignPath} novalidate>
      <label for={personField}>Wijs de aangevinkte toe aan</label>
      {error && (
        <span class="error" id="persoon-fout">
          {error.message}
        </span>
      )}
      <select
        id={personField}
        name={personField}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? 'persoon-fout' : undefined}
      >
        <option value="">Kies wie</option>
        {holdersOf(content).map(({ id, name, role }) => {
          const absence = currentAbsence(away, id, today)
          return (
            <option value={id} selected={typed.get(personField)?.[0] === id}>
              {`${name}, ${roleInWords[role]}${absence ? `, afwezig ${dateAway(absence, today)}` : ''}`}
            </option>
          )
        })}
      </select>
      <button class="btn" data-next>
        Wijs toe
      </button>
    </form>
  )
}
