/** Which networks have an aanbod: a door to each (aanbod-page.tsx). Published with the start pages. */
import type { FC } from 'hono/jsx'
import { networks } from '../../../forms/index.ts'
import type { FirstOffer } from '../../../forms/kit/content.ts'
import { aanbodPath } from '../../shared/public-paths.ts'
import { CallUs } from '../../shared/web/call-us.tsx'
import { Danger, type Frame, Layout } from '../../shared/web/layout.tsx'

const networksWithAanbod = networks.filter(({ aanbod }) => Object.keys(aanbod).length > 0)

/** One door per network, with the number of offers its file names: what each of them says is not looked up. */
export const AanbodHomePage: FC<Frame> = ({ assets }) => (
  <Layout assets={assets} here="aanbod" title="Aanbod">
    <h1>Wie kan helpen?</h1>
    <p class="lead">Diensten en trajecten per netwerk: wat ze doen, voor wie, en op welk nummer u ze bereikt.</p>
    <ul class="doors">
      {networksWithAanbod.map((network) => (
        <li class={`door net-${network.slug}`}>
          <h2>{network.place}</h2>
          <p>{`${network.name}: ${countOf(Object.values(network.aanbod))}.`}</p>
          <a class="go" href={aanbodPath(network)}>
            Bekijk het aanbod
            <span class="hidden-visually">{` in ${network.place}`}</span>
          </a>
        </li>
      ))}
    </ul>
    <p>
      Weet u niet waar u moet zijn? <CallUs /> <Danger />
    </p>
  </Layout>
)

function countOf(offers: readonly FirstOffer[]): string {
  const trajecten = offers.filter(({ kind }) => kind === 'traject').length
  const diensten = offers.length - trajecten
  return [
    ...(diensten > 0 ? [`${diensten} ${diensten === 1 ? 'dienst' : 'diensten'}`] : []),
    ...(trajecten > 0 ? [`${trajecten} ${trajecten === 1 ? 'traject' : 'trajecten'}`] : []),
  ].join(' en ')
}
