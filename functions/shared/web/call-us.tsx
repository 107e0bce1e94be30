/** Whom to call: the network of the page, or, where none is known, the network of one's own region. */
import type { FC } from 'hono/jsx'
import { receivingNetworks } from '../../../forms/index.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { regionsPath } from '../public-paths.ts'
import { Phone } from './layout.tsx'

/** More numbers than these nobody reads through, and no page grows with the number of networks but the one that has them all. */
const mostNumbers = 8

/** "Bel 053 00 00 00, ma–vr 9–12 uur." */
export const CallUs: FC<{ network?: Network | undefined }> = ({ network }) =>
  network ? (
    <>
      Bel <Phone number={network.phone} />, {network.reachable}.
    </>
  ) : receivingNetworks.length > mostNumbers ? (
    <>
      Elke streek heeft een eigen nummer. U vindt het <a href={regionsPath}>op de beginpagina</a>.
    </>
  ) : (
    <>
      Bel het nummer van uw streek:{' '}
      {receivingNetworks.map(({ place, phone }, index) => (
        <>
          {index > 0 && ', '}
          {`${place} `}
          <Phone number={phone} />
        </>
      ))}
      .
    </>
  )
