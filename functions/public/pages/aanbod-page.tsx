/** The aanbod of a network: whom a person can be pointed to, per levensdomein. Read on a phone, between two visits. */
import type { FC } from 'hono/jsx'
import { services } from '../../../forms/index.ts'
import type { NetworkContent, Offer } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Levensdomein } from '../../../forms/kit/questions/levensdomeinen.ts'
import { aanbodPath, servicePath } from '../../shared/public-paths.ts'
import { Danger, type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { checkedInWords, domainInWords, OfferPart, placeInWords } from '../../shared/web/offer-part.tsx'
import { AanbodSearch } from './aanbod-search.tsx'
import { Domains } from './domain-list.tsx'

interface OfNetwork extends Frame {
  network: Network
}

interface WithAanbod extends OfNetwork {
  /** What people are pointed to now. */
  aanbod: NetworkContent['aanbod']
}

/** Everything a network offers, after the levensdomeinen to choose from. */
export const NetworkAanbodPage: FC<WithAanbod> = ({ assets, network, aanbod }) => {
  const title = `Aanbod in ${network.place}`
  return (
    <Layout assets={assets} network={network} here="aanbod" title={title}>
      <p class="eyebrow">
        <a href={aanbodPath()}>Alle netwerken</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">Zoek, kies een levensdomein, of kijk in de hele lijst.</p>
      <AanbodSearch network={network} />
      <Domains network={network} aanbod={aanbod} />
      {Object.keys(aanbod).length === 0 && <p>Er staat nog niets in onze lijst.</p>}
      <Offers network={network} entries={Object.entries(aanbod)} />
      <NothingFound network={network} />
    </Layout>
  )
}

/** What a network offers for one levensdomein; when that is nothing, the page says what to do. */
export const DomainPage: FC<WithAanbod & { levensdomein: Levensdomein }> = (props) => {
  const { assets, network, aanbod, levensdomein } = props
  const entries = Object.entries(aanbod).filter(([, offer]) => offer.levensdomeinen.includes(levensdomein))
  const title = domainInWords(levensdomein)
  return (
    <Layout assets={assets} network={network} here="aanbod" title={`${title}, aanbod in ${network.place}`}>
      <BackToNetwork network={network} />
      <h1>{title}</h1>
      {entries.length > 0 ? (
        <Offers network={network} entries={entries} />
      ) : (
        <p class="lead">Voor dit levensdomein staat er nog niets in onze lijst.</p>
      )}
      <NothingFound network={network} />
      <h2>Andere levensdomeinen</h2>
      <Domains network={network} aanbod={aanbod} current={levensdomein} />
    </Layout>
  )
}

/** All we know of one traject or dienst. */
export const OfferPage: FC<OfNetwork & { offer: Offer }> = ({ assets, network, offer }) => (
  <Layout assets={assets} network={network} here="aanbod" title={`${offer.name}, aanbod in ${network.place}`}>
    <BackToNetwork network={network} />
    <h1>{offer.name}</h1>
    <OfferPart network={network} offer={offer} />
  </Layout>
)

/** One that was archived: who kept its address is told, and finds what is there now. */
export const OfferGonePage: FC<OfNetwork> = ({ assets, network }) => (
  <Layout assets={assets} network={network} here="aanbod" title="Dit aanbod bestaat niet meer.">
    <h1>Dit aanbod bestaat niet meer.</h1>
    <p class="lead">{`In het aanbod in ${network.place} staat wat er nu is.`}</p>
    <p>
      <a class="btn" href={aanbodPath(network)}>{`Bekijk het aanbod in ${network.place}`}</a>
    </p>
    <NothingFound network={network} />
  </Layout>
)

const BackToNetwork: FC<{ network: Network }> = ({ network }) => (
  <p class="eyebrow">
    <a href={aanbodPath(network)}>{`Aanbod in ${network.place}`}</a>
  </p>
)

const Offers: FC<{ network: Network; entries: readonly (readonly [string, Offer])[] }> = ({ network, entries }) => (
  <ul class="offers">
    {entries.map(([key, offer]) => (
      <li>
        {offer.kind === 'traject' && <p class="eyebrow">{offer.heading ? `Domein ${offer.heading}` : 'Traject'}</p>}
        <h2>
          <a href={aanbodPath(network, key)}>{offer.name}</a>
        </h2>
        <p>{offer.description}</p>
        <p>
          <strong>Voor wie?</strong> {offer.audience}
          {offer.postcodes && ` ${placeInWords(offer)}`}
        </p>
        <p class="row">
          <span>
            Bel <Phone number={offer.phone ?? network.phone} />
          </span>
          <span class="hint">{checkedInWords(offer)}</span>
        </p>
      </li>
    ))}
  </ul>
)

const NothingFound: FC<{ network: Network }> = ({ network }) => (
  <div class="note">
    <p>
      <strong>Niets gevonden dat past?</strong> Bel {network.name}, <Phone number={network.phone} />,{' '}
      {network.reachable}. We zoeken met u mee. <Danger />
    </p>
    {services.map((service) => {
      const { start } = service.form
      return service.network === network && start ? (
        <p>
          {start.door.text} <a href={servicePath(service)}>{start.door.go}</a>
        </p>
      ) : null
    })}
  </div>
)
