/** Of a request that cannot wait: when we call, and whom to call when that is too late. */
import type { FC } from 'hono/jsx'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { urgentInWords } from '../../../forms/kit/lifecycle/urgent.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { Phone } from '../../shared/web/layout.tsx'

export const UrgentPart: FC<{ network: Network; dossier: Dossier; now: Date }> = ({ network, dossier, now }) => {
  const urgent = urgentInWords(dossier, brusselsDate(now))
  return urgent ? (
    <div class="lp-let" data-dringend>
      <p>
        {urgent}
        <Phone number={network.phone} />, {network.reachable}.
      </p>
    </div>
  ) : null
}
