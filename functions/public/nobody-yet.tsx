/** A network that nobody works for yet: what is asked would be read by nobody, so nothing is taken in (docs/operate.md). */
import type { FC } from 'hono/jsx'
import type { Network } from '../../forms/kit/network.ts'
import type { Frame } from '../shared/web/layout.tsx'
import { MessagePage } from '../shared/web/message-page.tsx'
import type { PublicDeps } from './deps.ts'

/** From what a process keeps for half a minute. */
export const nobodyYet = async ({ contents }: Pick<PublicDeps, 'contents'>, network: Network): Promise<boolean> =>
  (await contents.of(network)).people.length === 0

interface NobodyYetProps extends Frame {
  network: Network
}

export const NobodyYetPage: FC<NobodyYetProps> = ({ assets, network }) => (
  <MessagePage assets={assets} network={network} title="We beginnen hier binnenkort.">
    <div data-outcome="niemand">
      <p class="lead">{`${network.name} leest op dit loket nog geen aanvragen. Bel ons: dan helpen we u meteen verder.`}</p>
    </div>
  </MessagePage>
)
