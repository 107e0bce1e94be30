/** What was found in the aanbod of all networks, by network; and when that is nothing, what to do. */
import type { FC } from 'hono/jsx'
import type { NetworkContent, Offer } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Found } from '../../../forms/kit/search/find-offers.ts'
import { aanbodPath } from '../../shared/public-paths.ts'
import { CallUs } from '../../shared/web/call-us.tsx'
import { Danger, type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { AanbodByNetwork } from './aanbod-home-page.tsx'
import { AanbodSearch } from './aanbod-search.tsx'

/** A page that somebody looks through on a phone; who finds more is asked for another word. */
const mostShown = 40

interface FoundProps extends Frame {
  typed: string
  /** Where whoever looks came from. */
  from: Network | undefined
  found: readonly Found<{ network: Network; aanbod: NetworkContent['aanbod'] }>[]
}

/** What was typed stands in its box only: a title goes into the history of a browser, and a heading onto paper. */
export const FoundPage: FC<FoundProps> = ({ assets, typed, from, found }) => {
  const count = found.reduce((sum, { offers }) => sum + offers.length, 0)
  const title = `${count === 0 ? 'Niets' : count} gevonden`
  return (
    <Layout assets={assets} here="aanbod" title={`${title} in het aanbod`}>
      <p class="eyebrow">
        <a href={aanbodPath()}>Alle netwerken</a>
      </p>
      <h1>{title}</h1>
      <AanbodSearch network={from} typed={typed} />
      {count === 0 && <NothingFound />}
      {firstOf(found).map(({ in: { network }, offers }) => (
        <OfNetwork network={network} offers={offers} />
      ))}
      {count > mostShown && <p>Dit zijn de eerste {mostShown}. Typ er een woord bij, bijvoorbeeld de gemeente.</p>}
      <p>
        Zit het er niet bij? <CallUs /> <Danger />
      </p>
    </Layout>
  )
}

const NothingFound: FC = () => (
  <>
    <p class="lead">Probeer een ander of een korter woord, bijvoorbeeld ‘schuld’ of ‘wonen’.</p>
    <h2>Of kies een streek</h2>
    <AanbodByNetwork />
  </>
)

/** As much as a page holds. */
function firstOf(found: FoundProps['found']): FoundProps['found'] {
  let room = mostShown
  return found.flatMap(({ in: one, offers }) => {
    const shown = offers.slice(0, room)
    room -= shown.length
    return shown.length > 0 ? [{ in: one, offers: shown }] : []
  })
}

const OfNetwork: FC<{ network: Network; offers: readonly (readonly [string, Offer])[] }> = ({ network, offers }) => (
  <section class={`net-${network.slug}`}>
    <h2>{network.place}</h2>
    <p>
      <a href={aanbodPath(network)}>{network.name}</a>. <CallUs network={network} />
    </p>
    <ul class="offers">
      {offers.map(([key, offer]) => (
        <li>
          <h3>
            <a href={aanbodPath(network, key)}>{offer.name}</a>
          </h3>
          <p>{offer.description}</p>
          <p>
            <strong>Voor wie?</strong> {offer.audience}
          </p>
          <p>
            Bel <Phone number={offer.phone ?? network.phone} />
          </p>
        </li>
      ))}
    </ul>
  </section>
)
