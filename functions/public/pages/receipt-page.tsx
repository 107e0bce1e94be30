/** The receipt: stored for certain, what happens next, and whom to call. Shows no answers, needs no cookie. */
import type { FC } from 'hono/jsx'
import { aheadOf } from '../../../forms/ahead.ts'
import { easeInWords, eases } from '../../../forms/kit/ease.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { leafletOf } from '../../../forms/kit/leaflet.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { roadAtReceipt } from '../../../forms/kit/lifecycle/request-road.ts'
import { firstPromise } from '../../../forms/kit/lifecycle/status.ts'
import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import { dateInWords, dayInWords, timeInWords } from '../../../forms/kit/time.ts'
import { ownAnswersPath } from '../../shared/public-paths.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import { Road } from './road.tsx'
import { UrgentPart } from './urgent-part.tsx'

/** Whether "Lukte dit?" is asked, was answered, or is past. */
type AskedEase = 'asks' | 'thanks' | undefined

export interface ReceiptProps extends Frame {
  service: Service
  days: NetworkDays
  dossier: Dossier
  /** Of this page. */
  path: string
  /** Absent when the links of this dossier were taken back. */
  statusPath: string | undefined
  ease: AskedEase
  /** Until when this browser shows what was written; absent where it does not. */
  copyUntil: Date | undefined
  now: Date
}

export const ReceiptPage: FC<ReceiptProps> = (props) => {
  const { assets, service, days, dossier, statusPath, now } = props
  const { network, form } = service
  const title = `Uw ${form.noun} is ontvangen`
  return (
    <Layout assets={assets} network={network} title={title} printable>
      <TwoColumns label="Bewaren en hulp" beside={<Beside {...props} />}>
        <div class="receipt lp-bewijs">
          <h1>{title}</h1>
          <p>Ze is zeker bewaard. Uw referentie:</p>
          <p class="ref" data-reference={dossier.reference}>
            {dossier.reference}
          </p>
          <p class="no-print">
            <button class="btn plain" type="button" data-copy={dossier.reference} hidden>
              Kopieer
            </button>
            <span role="status" />
          </p>
        </div>
        <Confirmation {...props} />
        <h2>Wat gebeurt er nu?</h2>
        <UrgentPart network={network} dossier={dossier} now={now} />
        {firstPromise(service, dossier) === undefined ? (
          <p>{`Er veranderde iets sinds u dit ontving. Kijk waar uw ${form.noun} staat.`}</p>
        ) : (
          <Road steps={roadAtReceipt(service, days, aheadOf(form), dossier, now)} />
        )}
        {statusPath && dossier.applicant && (
          <p id={followId}>Op de volgende pagina volgt u alles, verbetert u uw adres en voegt u iets toe.</p>
        )}
        <p class="row">
          {statusPath && (
            <a class="btn" href={statusPath}>
              {`Volg uw ${form.noun}`}
            </a>
          )}
          <button class="btn plain" type="button" data-print hidden>
            Druk af
          </button>
        </p>
      </TwoColumns>
    </Layout>
  )
}

/** Above the way to the page of the request, where an address is corrected too. */
const followId = 'volgen'

/** Where the confirmation goes, as its owner knows it again: a typing error would lose the link unnoticed. */
const Confirmation: FC<ReceiptProps> = ({ service: { network }, dossier, statusPath }) => {
  if (!dossier.applicant) return <p>Schrijf deze referentie op. U krijgt geen mail.</p>
  // Once the links were taken back, another address counts: nothing more is told of it here.
  if (!dossier.reach?.email || !statusPath)
    return (
      <p>
        We mailen u een bevestiging. Niets gekregen na 10 minuten? Bel <Phone number={network.phone} />.
      </p>
    )
  return (
    <p>
      We mailden een bevestiging naar <b class="lp-breek">{dossier.reach.email}</b>. Klopt dat niet, of kwam er na
      10&nbsp;minuten niets aan? <a href={`#${followId}`}>Verbeter uw adres</a> of bel <Phone number={network.phone} />.
    </p>
  )
}

const Beside: FC<ReceiptProps> = ({ service, dossier, path, statusPath, ease, copyUntil, now }) => {
  const { network, form } = service
  const ahead = aheadOf(form)
  const promised = firstPromise(service, dossier, now)
  return (
    <>
      {copyUntil && (
        <section>
          <h2>Voor uw eigen dossier</h2>
          <p>
            {`Tot ${dayInWords(copyUntil)}, ${timeInWords(copyUntil)} kunt u in deze browser zien wat u schreef. Daarna niet meer.`}
          </p>
          <p>
            <a class="btn plain" href={ownAnswersPath(path)}>
              Bekijk en druk uw antwoorden
            </a>
          </p>
        </section>
      )}
      {leafletOf(service, ahead, dossier) && (
        <section>
          <h2>{`Blad voor ${ahead.about?.your}`}</h2>
          <p>Eén bladzijde: wie dit leest, hoelang, en hoe het stopt. Mag het mee naar huis? Vraag het eerst.</p>
          <p>
            <a class="btn plain" href={`${path}/blad`}>
              Bekijk en druk het blad
            </a>
          </p>
        </section>
      )}
      <section>
        <h2>Iets vergeten?</h2>
        <p>
          {statusPath ? (
            <>
              <a href={`${statusPath}#toevoegen`}>Voeg het toe</a>
              {` op de pagina waar u uw ${form.noun} volgt. `}
            </>
          ) : (
            <>
              Bel <Phone number={network.phone} /> en geef uw referentie.{' '}
            </>
          )}
          {form.discretion}
        </p>
      </section>
      {promised && (
        <section>
          <h2>In uw agenda</h2>
          <p>
            <a href={`${path}/agenda.ics`}>{`Zet ${dateInWords(promised)} in uw agenda`}</a>: dan moet er een antwoord
            zijn.
          </p>
        </section>
      )}
      <HelpBeside network={network}>
        <p>Geef uw referentie.</p>
      </HelpBeside>
      {ease && (
        <section>
          <h2 id="lukte">Lukte dit?</h2>
          {ease === 'asks' ? (
            <AskEase path={path} />
          ) : (
            <p role="status">Bedankt. We telden uw antwoord, zonder naam.</p>
          )}
        </section>
      )}
    </>
  )
}

const AskEase: FC<{ path: string }> = ({ path }) => (
  <>
    <form class="lp-lukte" method="post" action={`${path}/lukte`} aria-labelledby="lukte">
      {eases.map((ease) => (
        <button name="lukte" value={ease}>
          {easeInWords[ease]}
        </button>
      ))}
    </form>
    <p class="hint">Eén druk. We tellen, zonder naam.</p>
  </>
)
