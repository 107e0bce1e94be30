/** The receipt of whoever asked to be called: when, and what to do meanwhile (docs/decisions/031). */
import type { FC } from 'hono/jsx'
import { promiseWords, standingOf } from '../../../forms/kit/lifecycle/status.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { Danger, Layout, Phone } from '../../shared/web/layout.tsx'
import { TwoColumns } from '../../shared/web/two-columns.tsx'
import { WayOut } from '../../shared/web/way-out.tsx'
import type { ReceiptProps } from './receipt-page.tsx'

type CallBackProps = Pick<ReceiptProps, 'assets' | 'service' | 'dossier' | 'statusPath'>

/** Needs no cookie and shows no answers: so it names neither the number nor the person. */
export const CallBackReceipt: FC<CallBackProps> = ({ assets, service, dossier, statusPath }) => {
  const { network, form } = service
  const promise = promiseWords(service, standingOf(dossier))
  const title = promise === undefined ? 'U vroeg ons om u te bellen' : 'We bellen u'
  return (
    <Layout assets={assets} network={network} title={title} leaves>
      <WayOut network={network} />
      <TwoColumns label="Intussen" beside={<Meanwhile />}>
        <div class="receipt lp-bewijs">
          <h1>{title}</h1>
          <p>
            {promise === undefined ? (
              'Er veranderde iets sinds u dit las. Kijk waar uw vraag staat.'
            ) : (
              <>
                Ten laatste op <b>{dateInWords(dossier.answerBefore)}</b>.
              </>
            )}
          </p>
          <p class="hint">
            Referentie{' '}
            <span class="reference" data-reference={dossier.reference}>
              {dossier.reference}
            </span>
          </p>
        </div>
        {promise !== undefined && form.afterwards.map((sentence) => <p>{sentence}</p>)}
        {statusPath && (
          <p>
            Klopt het nummer niet, of wilt u het niet meer? <a href={statusPath}>Verander het of stop</a>. Dat kan
            altijd.
          </p>
        )}
        <p>
          U krijgt geen mail en geen sms. Hebt u later een vraag? Bel <Phone number={network.phone} /> en zeg de
          referentie.
        </p>
      </TwoColumns>
    </Layout>
  )
}

const Meanwhile: FC = () => (
  <section>
    <h2>Intussen hulp nodig?</h2>
    <p>
      Bel Tele-Onthaal: <a href="tel:106">106</a>, dag en nacht. U hoeft uw naam niet te zeggen.
    </p>
    <p>
      Is er geweld? Bel <a href="tel:1712">1712</a>. <Danger />
    </p>
  </section>
)
