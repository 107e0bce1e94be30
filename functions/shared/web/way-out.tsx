/** Away from a page that nobody else may see: a plain link to one that tells nothing; with script Back does not lead here (page.js). */
import type { FC } from 'hono/jsx'
import { defaultNeutralPage, type Network } from '../../../forms/kit/network.ts'

export const WayOut: FC<{ network: Pick<Network, 'neutralPage'> }> = ({
  network: { neutralPage: { address } = defaultNeutralPage },
}) => (
  <p class="lp-uit no-print">
    <span>Kijkt er iemand mee?</span>
    <a class="btn warn" href={address} rel="noreferrer" data-leave>
      Verlaat deze pagina
    </a>
  </p>
)
