/** The nine levensdomeinen as doors into an aanbod, each with how much there is. */
import type { FC } from 'hono/jsx'
import type { FirstOffer } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { type Levensdomein, levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { aanbodPath } from '../../shared/public-paths.ts'

interface DomainsProps {
  network: Network
  aanbod: Readonly<Record<string, FirstOffer>>
  current?: Levensdomein
}

export const Domains: FC<DomainsProps> = ({ network, aanbod, current }) => (
  <nav aria-label="Levensdomeinen">
    <ul class="domains">
      {levensdomeinOptions.map(({ value }) => {
        const count = Object.values(aanbod).filter((offer) => offer.levensdomeinen.includes(value)).length
        return (
          <li>
            <a href={aanbodPath(network, value)} aria-current={value === current ? 'page' : undefined}>
              <span>{domainInWords(value)}</span>
              <span class="hint">{count}</span>
            </a>
          </li>
        )
      })}
    </ul>
  </nav>
)

/** A label as a heading: the first letter is a capital. */
export const domainInWords = (levensdomein: Levensdomein): string =>
  capitalised(levensdomeinOptions.find(({ value }) => value === levensdomein)?.label ?? levensdomein)
