/** Where a request was referred to: the service by its name, with its number. On the applicant's own page only, in no mail. */
import type { FC } from 'hono/jsx'
import { type NetworkContent, offerOf } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { Phone } from '../../shared/web/layout.tsx'

interface Referred {
  network: Network
  content: NetworkContent
  dossier: Dossier
}

export const ReferredPart: FC<Referred> = ({ network, content, dossier: { referral } }) => {
  const offer = referral && offerOf(content, referral.aanbod)
  return offer ? (
    <p class="offer" data-aanbod={referral.aanbod}>
      <strong>{offer.name}</strong>, <Phone number={offer.phone ?? network.phone} />
    </p>
  ) : null
}
