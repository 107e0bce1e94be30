/** The aanbod: whom a person can be pointed to, per network and levensdomein. Read on a phone, between two visits. */
import type { FC } from 'hono/jsx'
import { frontDesk, networks, services } from '../../../forms/index.ts'
import type { Network, Offer } from '../../../forms/kit/network.ts'
import { once } from '../../../forms/kit/once.ts'
import { type Levensdomein, levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { servicePath } from '../../shared/public-paths.ts'
import { Danger, type Frame, Layout, Phone } from '../../shared/web/layout.tsx'

/** `/aanbod`, a network's part of it, or in that a levensdomein or the key of an entry. */
export const aanbodPath = (network?: Network, entry?: string): string =>
  ['/aanbod', network?.slug, entry].filter(Boolean).join('/')

const networksWithAanbod = networks.filter(({ aanbod }) => Object.keys(aanbod).length > 0)

interface OfNetwork extends Frame {
  network: Network
}

/** One door per network. */
export const AanbodHomePage: FC<Frame> = ({ assets }) => (
  <Layout assets={assets} here="aanbod" title="Aanbod">
    <h1>Wie kan helpen?</h1>
    <p class="lead">Diensten en trajecten per netwerk: wat ze doen, voor wie, en op welk nummer u ze bereikt.</p>
    <ul class="doors">
      {networksWithAanbod.map((network) => (
        <li class={`door net-${network.slug}`}>
          <h2>{network.plaats}</h2>
          <p>{`${network.naam}: ${countOf(Object.values(network.aanbod))}.`}</p>
          <a class="go" href={aanbodPath(network)}>
            Bekijk het aanbod
            <span class="hidden-visually">{` in ${network.plaats}`}</span>
          </a>
        </li>
      ))}
    </ul>
    <p>
      Weet u niet waar u moet zijn? Bel <Phone number={frontDesk.telefoon} />, {frontDesk.bereikbaar}. <Danger />
    </p>
  </Layout>
)

/** Everything a network offers, after the levensdomeinen to choose from. */
export const NetworkAanbodPage: FC<OfNetwork> = ({ assets, network }) => {
  const title = `Aanbod in ${network.plaats}`
  return (
    <Layout assets={assets} network={network} here="aanbod" title={title}>
      <p class="eyebrow">
        <a href={aanbodPath()}>Alle netwerken</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">Kies een levensdomein, of kijk in de hele lijst.</p>
      <Domains network={network} />
      <Offers network={network} entries={Object.entries(network.aanbod)} />
      <NothingFound network={network} />
    </Layout>
  )
}

/** What a network offers for one levensdomein; when that is nothing, the page says what to do. */
export const DomainPage: FC<OfNetwork & { domein: Levensdomein }> = ({ assets, network, domein }) => {
  const entries = Object.entries(network.aanbod).filter(([, offer]) => offer.levensdomeinen.includes(domein))
  const title = labelOf(domein)
  return (
    <Layout assets={assets} network={network} here="aanbod" title={`${title}, aanbod in ${network.plaats}`}>
      <BackToNetwork network={network} />
      <h1>{title}</h1>
      {entries.length > 0 ? (
        <Offers network={network} entries={entries} />
      ) : (
        <p class="lead">Voor dit levensdomein staat er nog niets in onze lijst.</p>
      )}
      <NothingFound network={network} />
      <h2>Andere levensdomeinen</h2>
      <Domains network={network} current={domein} />
    </Layout>
  )
}

/** All we know of one traject or dienst. */
export const OfferPage: FC<OfNetwork & { offer: Offer }> = ({ assets, network, offer }) => (
  <Layout assets={assets} network={network} here="aanbod" title={`${offer.naam}, aanbod in ${network.plaats}`}>
    <BackToNetwork network={network} />
    <h1>{offer.naam}</h1>
    <p class="lead">{offer.uitleg}</p>
    <div class="state">
      <p>
        Bel <Phone number={offer.telefoon} />
        {offer.website && (
          <>
            <br />
            <a href={offer.website}>{offer.website.replace('https://', '')}</a>
          </>
        )}
      </p>
      <p class="hint">Verwijst u iemand door? Bel dan samen met uw cliënt.</p>
    </div>
    <Part title="Voor wie?" text={offer.doelgroep} />
    <Part title="Wat is het doel?" text={offer.doelstelling} />
    <Part title="Visie en werkwijze" text={offer.visieEnWerkwijze} />
    <Part title="Timing" text={offer.timing} />
    {offer.schema && (
      <>
        <h2>Hoe verloopt het?</h2>
        <ol class="next">
          {offer.schema.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </>
    )}
    {offer.instrumenten && (
      <>
        <h2>Instrumenten</h2>
        <ul>
          {offer.instrumenten.map((instrument) => (
            <li>{instrument}</li>
          ))}
        </ul>
      </>
    )}
    <h2>Levensdomeinen</h2>
    <ul>
      {offer.levensdomeinen.map((domein) => (
        <li>
          <a href={aanbodPath(network, domein)}>{labelOf(domein)}</a>
        </li>
      ))}
    </ul>
    <p class="row apart">
      <span>{checkedOn(offer)}</span>
      <span>
        Klopt er iets niet meer? Bel {network.naam}, <Phone number={network.telefoon} />.
      </span>
    </p>
  </Layout>
)

const Part: FC<{ title: string; text: string | undefined }> = ({ title, text }) =>
  text ? (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
    </>
  ) : null

const BackToNetwork: FC<{ network: Network }> = ({ network }) => (
  <p class="eyebrow">
    <a href={aanbodPath(network)}>{`Aanbod in ${network.plaats}`}</a>
  </p>
)

const Offers: FC<{ network: Network; entries: readonly (readonly [string, Offer])[] }> = ({ network, entries }) => (
  <ul class="offers">
    {entries.map(([key, offer]) => (
      <li>
        {offer.soort === 'traject' && <p class="eyebrow">{offer.domein ? `Domein ${offer.domein}` : 'Traject'}</p>}
        <h2>
          <a href={aanbodPath(network, key)}>{offer.naam}</a>
        </h2>
        <p>{offer.uitleg}</p>
        <p>
          <strong>Voor wie?</strong> {offer.doelgroep}
        </p>
        <p class="row">
          <span>
            Bel <Phone number={offer.telefoon} />
          </span>
          <span class="hint">{checkedOn(offer)}</span>
        </p>
      </li>
    ))}
  </ul>
)

const Domains: FC<{ network: Network; current?: Levensdomein }> = ({ network, current }) => (
  <nav aria-label="Levensdomeinen">
    <ul class="domains">
      {levensdomeinOptions.map(({ value }) => {
        const count = Object.values(network.aanbod).filter((offer) => offer.levensdomeinen.includes(value)).length
        return (
          <li>
            <a href={aanbodPath(network, value)} aria-current={value === current ? 'page' : undefined}>
              <span>{labelOf(value)}</span>
              <span class="hint">{count}</span>
            </a>
          </li>
        )
      })}
    </ul>
  </nav>
)

const NothingFound: FC<{ network: Network }> = ({ network }) => (
  <div class="note">
    <p>
      <strong>Niets gevonden dat past?</strong> Bel {network.naam}, <Phone number={network.telefoon} />,{' '}
      {network.bereikbaar}. We zoeken met u mee. <Danger />
    </p>
    {services.map((service) => {
      const { start } = service.form
      return service.network === network && start ? (
        <p>
          {start.deur.text} <a href={servicePath(service)}>{start.deur.go}</a>
        </p>
      ) : null
    })}
  </div>
)

/** A label as a heading: the first letter is a capital. */
const labelOf = (domein: Levensdomein): string =>
  capitalised(levensdomeinOptions.find(({ value }) => value === domein)?.label ?? domein)

function countOf(offers: readonly Offer[]): string {
  const trajecten = offers.filter(({ soort }) => soort === 'traject').length
  const diensten = offers.length - trajecten
  return [
    ...(diensten > 0 ? [`${diensten} ${diensten === 1 ? 'dienst' : 'diensten'}`] : []),
    ...(trajecten > 0 ? [`${trajecten} ${trajecten === 1 ? 'traject' : 'trajecten'}`] : []),
  ].join(' en ')
}

const dateFormat = once(
  () => new Intl.DateTimeFormat('nl-BE', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
)
const checkedOn = ({ nagekeken }: Offer): string => `Nagekeken op ${dateFormat().format(new Date(nagekeken))}`
