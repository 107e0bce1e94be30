/** The box to look for a dossier in. Posted: what is typed is often a name, which stands in no address, no history and no log. */
import type { FC } from 'hono/jsx'
import { searchPath } from '../../shared/work-paths.ts'

export const searchField = 'zoek'
const problemId = `${searchField}-fout`

interface SearchBoxProps {
  /** What was typed before. */
  typed?: string | undefined
  /** What to do, when that led nowhere. */
  problem?: string | undefined
}

export const SearchBox: FC<SearchBoxProps> = ({ typed, problem }) => (
  <search class="search">
    <form method="post" action={searchPath}>
      <label class="hidden-visually" for={searchField}>
        Zoek op naam, organisatie, aanduiding, telefoon, e-mail of referentie
      </label>
      {problem && (
        <p class="error" id={problemId} role="alert">
          {problem}
        </p>
      )}
      <div class="search-line">
        <input
          id={searchField}
          name={searchField}
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder="Naam, organisatie, aanduiding, telefoon, referentie"
          value={typed}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? problemId : undefined}
        />
        <button class="btn plain">Zoek</button>
      </div>
    </form>
  </search>
)
