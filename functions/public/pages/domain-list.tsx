/** The nine levensdomeinen as doors into an aanbod; each with how much there is, where that is known. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { type Levensdomein, levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { aanbodPath } from '../../shared/public-paths.ts'
import { domainInWords } from '../../shared/web/offer-part.tsx'

interface DomainsProps {
  network: Network
  /** What people are pointed to now; absent on a page for which nothing is read: a count of the file could be false. */
  aanbod?: NetworkContent['aanbod']
  current?: Levensdomein
}

export const Domains: FC<DomainsProps> = ({ network, aanbod, current }) => (
  <nav aria-label="Levensdomeinen">
    <ul class="domains">
      {levensdomeinOptions.map(({ value }) => (
        <li>
          <a href={aanbodPath(network, value)} aria-current={value === current ? 'page' : undefined}>
            <span>{domainInWords(value)}</span>
            {aanbod && (
              <span class="hint">
                {Object.values(aanbod).filter((offer) => offer.levensdomeinen.includes(value)).length}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
