/** The aanbod of a network: whom a person can be pointed to, per levensdomein. Read on a phone, between two visits. */
import type { FC } from 'hono/jsx'
import { findService, services } from '../../../forms/index.ts'
import type { NetworkContent, Offer } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { once } from '../../../forms/kit/once.ts'
import { type Levensdomein, levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { aanbodPath, servicePath } from '../../shared/public-paths.ts'
import { Danger, type Frame, Layout, Phone } from '../../shared/web/layout.tsx'

interface OfNetwork extends Frame {
  network: Network
}

interface WithAanbod extends OfNetwork {
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
      <p class="lead">Kies een levensdomein, of kijk in de hele lijst.</p>
      <Domains network={network} aanbod={aanbod} />
      <Offers network={network} entries={Object.entries(aanbod)} />
      <NothingFound network={network} />
    </Layout>
  )
}

/** What a network offers for one levensdomein; when that is nothing, the page says what to do. */
export const DomainPage: FC<WithAanbod & { levensdomein: Levensdomein }> = (props) => {
  const { assets, network, aanbod, levensdomein } = props
  const entries = Object.entries(aanbod).filter(([, offer]) => offer.levensdomeinen.includes(levensdomein))
  const title = labelOf(levensdomein)
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
    <p class="lead">{offer.description}</p>
    <div class="state">
      <p>
        Bel <Phone number={offer.phone ?? network.phone} />
        {offer.website && (
          <>
            <br />
            <a href={offer.website}>{offer.website.replace('https://', '')}</a>
          </>
        )}
      </p>
      <AskFor network={network} form={offer.form} />
      <p class="hint">Verwijst u iemand door? Bel dan samen met uw cliënt.</p>
    </div>
    <Part title="Voor wie?" text={offer.audience} />
    <Part title="Wat is het doel?" text={offer.goal} />
    <Part title="Hoe werkt het?" text={offer.approach} />
    <Part title="Wanneer, en hoelang?" text={offer.timing} />
    {offer.steps && (
      <>
        <h2>Hoe verloopt het?</h2>
        <ol class="next">
          {offer.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </>
    )}
    {offer.instruments && (
      <>
        <h2>Wat wordt er gebruikt?</h2>
        <ul>
          {offer.instruments.map((instrument) => (
            <li>{instrument}</li>
          ))}
        </ul>
      </>
    )}
    <h2>Levensdomeinen</h2>
    <ul>
      {offer.levensdomeinen.map((levensdomein) => (
        <li>
          <a href={aanbodPath(network, levensdomein)}>{labelOf(levensdomein)}</a>
        </li>
      ))}
    </ul>
    <p class="row apart">
      <span>{checkedOn(offer)}</span>
      <span>
        Klopt er iets niet meer? Bel {network.name}, <Phone number={network.phone} />.
      </span>
    </p>
  </Layout>
)

/** The way to the form by which it is asked for. */
const AskFor: FC<{ network: Network; form: string | undefined }> = ({ network, form }) => {
  const service = form === undefined ? undefined : findService(network.slug, form)
  return service?.form.start ? (
    <p>
      <a class="btn" href={servicePath(service)}>
        {service.form.start.door.go}
      </a>
    </p>
  ) : null
}

const Part: FC<{ title: string; text: string | undefined }> = ({ title, text }) =>
  text ? (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
    </>
  ) : null

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
        </p>
        <p class="row">
          <span>
            Bel <Phone number={offer.phone ?? network.phone} />
          </span>
          <span class="hint">{checkedOn(offer)}</span>
        </p>
      </li>
    ))}
  </ul>
)

const Domains: FC<Omit<WithAanbod, 'assets'> & { current?: Levensdomein }> = ({ network, aanbod, current }) => (
  <nav aria-label="Levensdomeinen">
    <ul class="domains">
      {levensdomeinOptions.map(({ value }) => {
        const count = Object.values(aanbod).filter((offer) => offer.levensdomeinen.includes(value)).length
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

/** A label as a heading: the first letter is a capital. */
const labelOf = (levensdomein: Levensdomein): string =>
  capitalised(levensdomeinOptions.find(({ value }) => value === levensdomein)?.label ?? levensdomein)

const dateFormat = once(
  () => new Intl.DateTimeFormat('nl-BE', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
)
const checkedOn = ({ checkedOn }: Offer): string =>
  checkedOn ? `Nagekeken op ${dateFormat().format(new Date(checkedOn))}` : 'Nog niet nagekeken'
