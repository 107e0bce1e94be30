/** A referral is a call together: which service, at what number, and who does it, until somebody noted that it was done. */
import type { FC } from 'hono/jsx'
import { offerOf } from '../../../forms/kit/content.ts'
import { dueCall } from '../../../forms/kit/lifecycle/service-call.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { Phone } from '../../shared/web/layout.tsx'
import type { DossierView } from './view.ts'
import { nameOf, offerInWords } from './words.ts'

export const CallService: FC<{ view: DossierView }> = ({ view: { service, content, dossier } }) => {
  const call = dueCall(dossier.referral)
  const { aanbod = '' } = dossier.referral ?? {}
  if (!call) return null
  const { phone = service.network.phone } = offerOf(content, aanbod) ?? {}
  return (
    <div class="note" data-bel-samen>
      <p>
        <b>
          {`Bel ${offerInWords(content, aanbod)} samen met de aanvrager: `}
          <Phone number={phone} />.
        </b>{' '}
        {`${nameOf(content, call.who)} doet dat, tegen ${dateInWords(call.on)}. Druk daarna op “De dienst is gebeld”.`}
      </p>
    </div>
  )
}
