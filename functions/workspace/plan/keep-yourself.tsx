/** "Dit dossier wordt gewist op …": the plan on paper and as a file, for one's own dossier (docs/overleg.md §10). */
import type { FC } from 'hono/jsx'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { dayInWords } from '../../../forms/kit/time.ts'
import { planPath } from '../../shared/work-paths.ts'

export const KeepYourself: FC<{ dossier: Pick<Dossier, 'reference' | 'ttl'> }> = ({ dossier: { reference, ttl } }) => (
  <>
    <p>
      {ttl !== undefined && (
        <>
          <b>{`Dit dossier wordt gewist op ${dayInWords(new Date(ttl * 1000))}.`}</b>{' '}
        </>
      )}
      Bewaar het plan in uw eigen dossier. Loket is niet het dossier.
    </p>
    <p class="row">
      <a class="btn plain" href={planPath(reference, 'heel')}>
        Druk het plan af
      </a>
      <a class="btn plain" href={planPath(reference, 'bestand')}>
        Haal het op als bestand
      </a>
    </p>
  </>
)
