/** Above a dossier, as long as nobody did anything since: whoever asked added something, or changed how they are reached. */
import type { FC } from 'hono/jsx'
import { added } from '../../shared/store/additions.ts'
import { moment } from '../mail-words.ts'
import type { OpenedDossier } from './opened.ts'

/** By the applicant, beside the moves: newer than the last call, note or step of somebody of the network; ISO UTC, oldest first. */
export function unansweredOf({ history, lines }: Pick<OpenedDossier, 'history' | 'lines'>): readonly string[] {
  // That it was opened says nothing yet of what was done with it.
  const ours = [...history.filter(({ what }) => what !== 'geopend'), ...lines].filter(({ who }) => who !== 'aanvrager')
  const last = ours.reduce((latest, { at }) => (at > latest ? at : latest), '')
  return history
    .filter(({ who, what, at }) => who === 'aanvrager' && told.includes(what) && at > last)
    .map(({ at }) => at)
}
const told: readonly string[] = [added, 'nummer verbeterd', 'adres verbeterd']

export const AddedNote: FC<{ view: OpenedDossier }> = ({ view }) => {
  const moments = unansweredOf(view)
  const last = moments.at(-1)
  return last === undefined ? null : (
    <div class="note" data-toegevoegd={moments.length}>
      <p>
        <b>Nieuw van de aanvrager</b>
        {`, ${moments.length === 1 ? '' : `${moments.length} keer, het laatst `}${moment(new Date(last))}. `}
        <a href="#tijdlijn">Lees het in de tijdlijn</a>
      </p>
    </div>
  )
}
