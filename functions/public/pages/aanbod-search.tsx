/** The box in which somebody looks for a dienst: a plain form, sent as an address, so that it needs no script. */
import type { FC } from 'hono/jsx'
import type { Network } from '../../../forms/kit/network.ts'
import { longestSearch } from '../../../forms/kit/search/find-offers.ts'
import { aanbodPath, aanbodSearch } from '../../shared/public-paths.ts'

const hintId = `${aanbodSearch.words}-hint`

interface SearchProps {
  /** Whose offers come first. */
  network?: Network | undefined
  typed?: string
}

export const AanbodSearch: FC<SearchProps> = ({ network, typed }) => (
  <search>
    <form class="lp-zoek" method="get" action={aanbodPath()}>
      <p>
        <label for={aanbodSearch.words}>Waarover gaat het?</label>
        <span class="hint" id={hintId}>
          Bijvoorbeeld: schulden, wonen, jongeren.
        </span>
        <input
          type="text"
          id={aanbodSearch.words}
          name={aanbodSearch.words}
          value={typed}
          maxlength={longestSearch}
          aria-describedby={hintId}
          autocomplete="off"
        />
      </p>
      {network && <input type="hidden" name={aanbodSearch.first} value={network.slug} />}
      <button class="btn plain">Zoek</button>
    </form>
  </search>
)
