/** On a dossier of a colleague who is away: that what you do here is done in their place, and until when. */
import type { FC } from 'hono/jsx'
import type { AtWork } from '../../../forms/kit/absence.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { colleagueIn } from '../../../forms/kit/lifecycle/in-place.ts'
import { dateInWords } from '../../../forms/kit/time.ts'

export const InPlaceNote: FC<{ person: AtWork; dossier: Dossier }> = ({ person, dossier }) => {
  const colleague = colleagueIn(person, dossier)
  if (!colleague) return null
  const { name } = colleague.person
  return (
    <p class="note" data-voor={colleague.person.id}>
      {`U werkt hier voor ${name}, afwezig tot en met ${dateInWords(colleague.until)}. Wat u doet, wordt zo genoteerd.`}
    </p>
  )
}
