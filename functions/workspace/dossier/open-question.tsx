/** What we want to know of the applicant, for whoever answers when they call back. */
import type { FC } from 'hono/jsx'
import { askingActions } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { DossierView } from './view.ts'
import { doerOf } from './words.ts'

export const OpenQuestion: FC<{ view: DossierView }> = ({ view }) => {
  const { service, dossier, lines } = view
  const asking = askingActions(service.form.lifecycle, dossier.state)
  const asked = lines.findLast(({ action = '' }) => asking.includes(action))
  return asked ? (
    <div class="note" data-onze-vraag>
      <p>
        <b>Onze vraag aan de aanvrager:</b> <bdi class="written">{asked.text}</bdi>
      </p>
      <p class="hint">{`Gevraagd door ${doerOf(view, asked)}.`}</p>
    </div>
  ) : null
}
