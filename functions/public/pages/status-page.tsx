/** Where the request stands, in words; and the way to stop it, or to leave it to the client. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import { serviceStoppedInWords } from '../../../forms/kit/lifecycle/service-stops.ts'
import { wordsNow } from '../../../forms/kit/lifecycle/status.ts'
import { brusselsDate, dayInWords, timeInWords } from '../../../forms/kit/time.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import type { Adding } from '../adding.ts'
import { AddedLines, AddPart } from './add-part.tsx'
import { ReachedAt } from './reach-page.tsx'
import { ReferredPart } from './referred-part.tsx'

interface StatusProps extends Frame {
  service: Service
  dossier: Dossier
  path: string
}

export const StatusPage: FC<StatusProps & { content: NetworkContent; adding: Adding; now: Date }> = (props) => {
  const { assets, service, content, dossier, adding, path, now } = props
  const { network, form } = service
  const noun = form.noun
  const received = new Date(dossier.receivedAt)
  const leave = wayOut(service, dossier)
  const asksArrival = dossier.referral && !dossier.referral.arrived && brusselsDate(now) >= dossier.referral.checkOn
  return (
    <Layout assets={assets} network={network} title={`Volg uw ${noun}`} printable>
      <p class="eyebrow">{`${form.name} · ${network.name}`}</p>
      <h1>{`Volg uw ${noun}`}</h1>
      <p>
        Referentie{' '}
        <strong class="reference" data-reference={dossier.reference}>
          {dossier.reference}
        </strong>
        {`, ontvangen op ${dayInWords(received)} om ${timeInWords(received)}.`}
      </p>
      <div class="state" data-state={dossier.state}>
        <p>
          {wordsNow(service, content, dossier, now).map((piece, index) => (
            <>
              {index > 0 && <Phone number={network.phone} />}
              {piece}
            </>
          ))}
        </p>
      </div>
      <ReferredPart network={network} content={content} dossier={dossier} />
      {dossier.callClient && (
        <div class="note" data-niet-meer-mee>
          <p>{serviceStoppedInWords(service, content, dossier)}</p>
        </div>
      )}
      {asksArrival && (
        <form method="post" action={`${path}/geraakt`}>
          <p class="question">{form.lifecycle.inquiry}</p>
          <div class="row">
            <button class="btn plain" name="antwoord" value="ja">
              Ja
            </button>
            <button class="btn plain" name="antwoord" value="nee">
              Nee, help me verder
            </button>
          </div>
        </form>
      )}
      <AddedLines added={adding.added} />
      <AddPart {...{ service, dossier, path }} {...adding} />
      <ReachedAt {...{ service, dossier, path }} />
      <p>
        Vragen? Bel <Phone number={network.phone} />, {network.reachable}. {form.discretion}
      </p>
      <p class="row no-print">
        <button class="btn plain" type="button" data-print hidden>
          Druk af
        </button>
        {leave && <a href={`${path}/${leave.tail}`}>{leave.tail === 'stoppen' ? `Stop deze ${noun}` : leave.label}</a>}
      </p>
    </Layout>
  )
}

/** How whoever asked can leave now: stop it all, or, once somebody works on it with the client, only their own service. */
export function wayOut(service: Service, dossier: Dossier) {
  const offered = movesFor(service, dossier, 'aanvrager')
  const stops = offered.find(({ action }) => action === 'intrekken')
  if (stops) return { tail: 'stoppen', label: stops.label } as const
  const leaves = offered.find(({ callsClient }) => callsClient === 'ask')
  return leaves && ({ tail: 'niet-meer-mee', label: leaves.label } as const)
}

export const WithdrawPage: FC<StatusProps> = ({ assets, service, dossier, path }) => {
  const { network, form } = service
  const noun = form.noun
  return (
    <Layout assets={assets} network={network} title={`Stop deze ${noun}`}>
      <p class="eyebrow">{dossier.reference}</p>
      <h1>{`Wilt u deze ${noun} stoppen?`}</h1>
      <p class="lead">{form.stopping}</p>
      <p>
        We wissen de antwoorden binnen 24 uur. Twijfelt u? Bel <Phone number={network.phone} />.
      </p>
      <form method="post" action={`${path}/stoppen`}>
        <div class="row">
          <button class="btn">Alles stoppen</button>
          <a href={path}>Nee, ga terug</a>
        </div>
      </form>
    </Layout>
  )
}

/** Only the client stops what somebody works on with them; whoever asked can leave it. */
export const LeavePage: FC<StatusProps & { content: NetworkContent }> = ({
  assets,
  service,
  content,
  dossier,
  path,
}) => {
  const { network } = service
  return (
    <Layout assets={assets} network={network} title="Mijn dienst doet niet meer mee">
      <p class="eyebrow">{dossier.reference}</p>
      <h1>Doet uw dienst niet meer mee?</h1>
      <p class="lead">{serviceStoppedInWords(service, content, dossier)}</p>
      <p>
        U hoeft geen reden te geven. Twijfelt u? Bel <Phone number={network.phone} />.
      </p>
      <form method="post" action={`${path}/niet-meer-mee`}>
        <div class="row">
          <button class="btn">Mijn dienst doet niet meer mee</button>
          <a href={path}>Nee, ga terug</a>
        </div>
      </form>
    </Layout>
  )
}
