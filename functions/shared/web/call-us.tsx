/** Whom to call: the network of the page, or, where none is known, the network of one's own region. */
import type { FC } from 'hono/jsx'
import { receivingNetworks } from '../../../forms/index.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { Phone } from './layout.tsx'

/** "Bel 053 00 00 00, ma–vr 9–12 uur." */
export const CallUs: FC<{ network?: Network | undefined }> = ({ network }) =>
  network ? (
    <>
      Bel <Phone number={network.phone} />, {network.reachable}.
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
