/** What people read of one traject or dienst, under its name: on its public page, and where a coordinator looks before saving. */
import type { FC } from 'hono/jsx'
import { findService } from '../../../forms/index.ts'
import type { Offer } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { once } from '../../../forms/kit/once.ts'
import { type Levensdomein, levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { aanbodPath, servicePath } from '../public-paths.ts'
import { Phone } from './layout.tsx'

interface OfferProps {
  network: Network
  offer: Offer
  /** Beside another button that goes on. */
  plain?: boolean
}

export const OfferPart: FC<OfferProps> = ({ network, offer, plain = false }) => (
  <>
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
      <AskFor network={network} form={offer.form} look={plain ? 'btn plain' : 'btn'} />
      <p class="hint">Verwijst u iemand door? Bel dan samen met uw cliënt.</p>
    </div>
    <h2>Voor wie?</h2>
    <p>{offer.audience}</p>
    {offer.postcodes && offer.postcodes.length > 0 && <p>{placeInWords(offer)}</p>}
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
          <a href={aanbodPath(network, levensdomein)}>{domainInWords(levensdomein)}</a>
        </li>
      ))}
    </ul>
    <p class="row apart">
      <span>{checkedInWords(offer)}</span>
      <span>
        Klopt er iets niet meer? Bel {network.name}, <Phone number={network.phone} />.
      </span>
    </p>
  </>
)

/** Where the network's file says that it is for others too, wherever they live, "voor wie" above says for whom. */
export const placeInWords = ({ postcodes = [], alsoFor }: Offer): string =>
  `${alsoFor ? 'Vooral voor' : 'Voor'} wie woont in ${postcodes.join(', ')}.`

/** The way to the form by which it is asked for. */
const AskFor: FC<{ network: Network; form: string | undefined; look: string }> = ({ network, form, look }) => {
  const service = form === undefined ? undefined : findService(network.slug, form)
  return service?.form.start ? (
    <p>
      <a class={look} href={servicePath(service)}>
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

/** A label as a heading: the first letter is a capital. */
export const domainInWords = (levensdomein: Levensdomein): string =>
  capitalised(levensdomeinOptions.find(({ value }) => value === levensdomein)?.label ?? levensdomein)

const dateFormat = once(
  () => new Intl.DateTimeFormat('nl-BE', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
)
export const checkedInWords = ({ checkedOn }: Pick<Offer, 'checkedOn'>): string =>
  checkedOn ? `Nagekeken op ${dateFormat().format(new Date(checkedOn))}` : 'Nog niet nagekeken'
