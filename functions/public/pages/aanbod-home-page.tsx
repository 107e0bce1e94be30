/** The aanbod of all networks: the search, and a door to each (aanbod-page.tsx). Published with the start pages. */
import type { FC } from 'hono/jsx'
import { networks } from '../../../forms/index.ts'
import { aanbodPath } from '../../shared/public-paths.ts'
import { CallUs } from '../../shared/web/call-us.tsx'
import { Danger, type Frame, Layout } from '../../shared/web/layout.tsx'
import { AanbodSearch } from './aanbod-search.tsx'

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

/** One door per network; how much is behind it changes in a working week, and this page is kept without a read. */
export const AanbodByNetwork: FC = () => (
  <ul class="domains">
    {networks.map((network) => (
      <li>
        <a href={aanbodPath(network)}>
          <span>{network.place}</span>
          <span class="hint">{network.name}</span>
        </a>
      </li>
    ))}
  </ul>
)
