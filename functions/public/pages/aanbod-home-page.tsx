/** The aanbod of all networks: the search, and a door to each (aanbod-page.tsx). Published with the start pages. */
import type { FC } from 'hono/jsx'
import { networks } from '../../../forms/index.ts'
import type { FirstOffer } from '../../../forms/kit/content.ts'
import { counted } from '../../../forms/kit/counted.ts'
import { aanbodPath } from '../../shared/public-paths.ts'
import { CallUs } from '../../shared/web/call-us.tsx'
import { Danger, type Frame, Layout } from '../../shared/web/layout.tsx'
import { AanbodSearch } from './aanbod-search.tsx'

export const networksWithAanbod = networks.filter(({ aanbod }) => Object.keys(aanbod).length > 0)

export const AanbodHomePage: FC<Frame> = ({ assets }) => (
  <Layout assets={assets} here="aanbod" title="Aanbod">
    <h1>Wie kan helpen?</h1>
    <p class="lead">Diensten en trajecten per streek: wat ze doen, voor wie, en op welk nummer u ze bereikt.</p>
    <AanbodSearch />
    <h2>Of kies een streek</h2>
    <AanbodByNetwork />
    <p>
      Weet u niet waar u moet zijn? <CallUs /> <Danger />
    </p>
  </Layout>
)

/** One door per network, with the number of offers its file names: what each of them says is not looked up. */
export const AanbodByNetwork: FC = () => (
  <ul class="domains">
    {networksWithAanbod.map((network) => (
      <li>
        <a href={aanbodPath(network)}>
          <span>{network.place}</span>
          <span class="hint">{countOf(Object.values(network.aanbod))}</span>
        </a>
      </li>
    ))}
  </ul>
)

function countOf(offers: readonly FirstOffer[]): string {
  const trajecten = offers.filter(({ kind }) => kind === 'traject').length
  const diensten = offers.length - trajecten
  return [
    ...(diensten > 0 ? [counted(diensten, 'dienst', 'diensten')] : []),
    ...(trajecten > 0 ? [counted(trajecten, 'traject', 'trajecten')] : []),
  ].join(' en ')
}
