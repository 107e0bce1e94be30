/**
 * The home page: a counter for each region with its doors and its number, then the same by what somebody needs. The same for everybody,
 * so that it can be kept (functions/public/published.tsx): it shows nothing that is read.
 */
import type { FC } from 'hono/jsx'
import { networkServices, receivingNetworks, services } from '../../../forms/index.ts'
import type { Behind, Service } from '../../../forms/kit/form.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { vraagDoor } from '../../../forms/vraag.ts'
import {
  aanbodPath,
  callBackPath,
  eventsPath,
  networkPath,
  openDraftsPath,
  regionsPath,
  servicePath,
  vraagPath,
} from '../../shared/public-paths.ts'
import { Danger, type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { DoorArch } from './door-arch.tsx'

export const HomePage: FC<Frame> = ({ assets }) => (
  <Layout assets={assets} title="Eén loket voor wie anderen helpt">
    <h1>Eén loket voor wie anderen helpt</h1>
    <div class="lp-kop">
      <p class="lead">
        Vraag een overleg of ondersteuning aan. U weet meteen of u hier juist zit. Zo niet, dan wijzen we u de weg.
      </p>
      <aside aria-label="Verdergaan, of voor uzelf">
        <p>
          <b>Was u bezig?</b> <a href={openDraftsPath}>Ga verder met uw aanvraag</a>
        </p>
        <p>
          <b>Gaat het over uzelf?</b> U hoeft niets in te vullen. <a href={regionsPath}>Kies uw streek, wij bellen u</a>
        </p>
        <p>
          <Danger />
        </p>
      </aside>
    </div>
    <h2 id={regionsPath.slice(2)}>Waar werkt u?</h2>
    <ul class="lp-straat">
      {receivingNetworks.map((network) => (
        <Counter network={network} />
      ))}
    </ul>
    <h2>Of begin bij wat u nodig hebt</h2>
    <Needs />
    <p>
      Staat uw streek er niet bij? Dan heeft ze hier nog geen loket. Zoek in het <a href={aanbodPath()}>aanbod</a>, of
      bel het OCMW van de gemeente.
    </p>
  </Layout>
)

/** What is behind a network's own arches: its forms, its activities, and where that is one door, the question to the coordinator. */
const Counter: FC<{ network: Network }> = ({ network }) => {
  const doors = doorsOf(network)
  return (
    <li class={`lp-front net-${network.slug}`}>
      <h3>
        <a href={networkPath(network)}>
          {network.awning && `${network.awning} `}
          <span class="lp-heel">{network.place}</span>
        </a>
      </h3>
      <ul class="lp-deuren">
        {doors.map(({ behind, path, go, text }) => (
          <li>
            <DoorArch behind={behind} />
            <div>
              <a href={path}>
                {go}
                <span class="hidden-visually">{` in ${network.place}`}</span>
              </a>
              <small>{text}</small>
            </div>
          </li>
        ))}
      </ul>
      <div class="lp-balie">
        <p>
          <span>
            Bel <Phone number={network.phone} />, <span>{network.reachable}</span>
          </span>{' '}
          <a href={networkPath(network)}>
            Meer<span class="hidden-visually">{` over ${network.place}`}</span>
          </a>
        </p>
        <p>
          Gaat het over uzelf?{' '}
          <a href={callBackPath(network)}>
            Laat ons u bellen<span class="hidden-visually">{` in ${network.place}`}</span>
          </a>
        </p>
      </div>
    </li>
  )
}

interface ShownDoor {
  behind: Behind | 'calendar'
  path: string
  go: string
  text: string
}

function doorsOf(network: Network): ShownDoor[] {
  const own = networkServices(network)
  const doors: ShownDoor[] = own.flatMap((service) => {
    const { start } = service.form
    if (!start) return []
    const text = `${start.door.text} ${capitalised(start.duration)}.`
    return [{ behind: start.behind, path: servicePath(service), go: start.title, text }]
  })
  if (network.activities) doors.push({ behind: 'calendar', path: eventsPath, ...network.activities })
  if (own[0] && doors.length === 1) doors.push({ ...vraagDoor, path: vraagPath(own[0]) })
  return doors
}

const Needs: FC = () => (
  <ul class="lp-nood">
    {[...new Set(services.map(({ form }) => form))].map(({ slug, start }) =>
      start ? (
        <li>
          <b>{start.need}</b>
          {`${start.door.title}: `}
          <Places of={services.filter(({ form }) => form.slug === slug)} />
        </li>
      ) : null,
    )}
    <li>
      <b>Een dienst die past bij uw cliënt</b>
      <a href={aanbodPath()}>Zoek in het aanbod</a> van alle streken
    </li>
    <li>
      <b>U kreeg een uitnodiging of een bevestiging</b>
      Gebruik de knop in die mail. Mail kwijt? <a href={eventsPath}>Zoek de activiteit</a>
    </li>
  </ul>
)

/** "Aalst, Limburg": where a form can be had. */
const Places: FC<{ of: readonly Service[] }> = ({ of }) => (
  <>
    {of.map((service, index) => (
      <>
        {index > 0 && ', '}
        <a href={servicePath(service)}>
          <span class="hidden-visually">{`${service.form.start?.door.title} `}</span>
          {service.network.place}
        </a>
      </>
    ))}
  </>
)
