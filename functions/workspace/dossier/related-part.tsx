/** The rest of the family: their dossiers, and how they stand. */
import type { FC } from 'hono/jsx'
import { serviceOf } from '../../../forms/index.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import type { DossierView, RelatedDossier } from './view.ts'
import { nameOf } from './words.ts'

export const RelatedLines: FC<{ view: DossierView }> = ({ view }) => {
  const { dossier, related } = view
  return (
    <ul class="lines">
      {related.map((other) => (
        <li>
          {other.mayOpen ? (
            <a class="reference" href={dossierPath(other.reference)}>
              {other.reference}
            </a>
          ) : (
            <b class="reference">{other.reference}</b>
          )}
          <span class="hint">{standing(view, other)}</span>
          {other.mayOpen && (
            <form method="post" action={`${dossierPath(dossier.reference)}/verwant`}>
              <input type="hidden" name="revision" value={String(dossier.revision)} />
              <input type="hidden" name="los" value={other.reference} />
              <button class="link">
                Maak los<span class="hidden-visually">{` van ${other.reference}`}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

function standing(view: DossierView, { form, state, holder }: RelatedDossier): string {
  const service = serviceOf({ network: view.service.network.slug, form })
  const where = service ? `${service.form.name}, ${stateOf(service.form.lifecycle, state).label}` : form
  return holder ? `${where}, bij ${nameOf(view.content, holder)}` : where
}
