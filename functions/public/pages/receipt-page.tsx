/** The receipt: stored for certain, what happens next, and whom to call. Shows no answers, needs no cookie. */
import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { promiseWords, standingOf } from '../../../forms/kit/lifecycle/status.ts'
import { urgentInWords } from '../../../forms/kit/lifecycle/urgent.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'

export interface ReceiptProps extends Frame {
  service: Service
  dossier: Dossier
  /** Absent when the links of this dossier were taken back. */
  statusPath: string | undefined
  /** Brussels date. */
  today: string
}

export const ReceiptPage: FC<ReceiptProps> = ({ assets, service, dossier, statusPath, today }) => {
  const { network, form } = service
  const noun = form.noun
  const title = `Uw ${noun} is ontvangen`
  const promise = promiseWords(service, standingOf(dossier))
  const ofForm = dossier.applicant ? form.afterwards : (form.afterwardsWithoutMail ?? form.afterwards)
  const { afterwards = ofForm } = stateOf(form.lifecycle, dossier.state)
  const urgent = urgentInWords(dossier, today)
  return (
    <Layout assets={assets} network={network} title={title} printable>
      <div class="receipt">
        <h1>{title}</h1>
        <p>Uw referentie</p>
        <p class="ref" data-reference={dossier.reference}>
          {dossier.reference}
        </p>
        {dossier.applicant ? (
          <p>
            We mailen u een bevestiging. Niets gekregen na 10 minuten? Bel <Phone number={network.phone} />. Uw {noun}{' '}
            is zeker bewaard.
          </p>
        ) : (
          <p>{`Uw ${noun} is zeker bewaard. Schrijf deze referentie op.`}</p>
        )}
      </div>
      <h2>Wat gebeurt er nu?</h2>
      {promise === undefined ? (
        <p>{`Er veranderde iets sinds u dit ontving. Kijk waar uw ${noun} staat.`}</p>
      ) : (
        <ol class="next">
          {urgent && (
            <li data-dringend>
              {urgent}
              <Phone number={network.phone} />, {network.reachable}.
            </li>
          )}
          <li>{promise}</li>
          {afterwards.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      )}
      <p class="row">
        {statusPath && (
          <a class="btn" href={statusPath}>
            {`Volg uw ${noun}`}
          </a>
        )}
        <button class="btn plain" type="button" data-print hidden>
          Druk af
        </button>
      </p>
    </Layout>
  )
}
