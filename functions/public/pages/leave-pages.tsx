/** Whoever asked stops, or leaves it to the client: asked once, with what happens then. */
import type { FC } from 'hono/jsx'
import { aheadOf } from '../../../forms/ahead.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { serviceStoppedInWords } from '../../../forms/kit/lifecycle/service-stops.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { WayOut } from '../../shared/web/way-out.tsx'

interface LeaveProps extends Frame {
  service: Service
  dossier: Dossier
  /** Of the status page. */
  path: string
}

/** A page of its own, with what happens in words: it cannot be undone. */
export const WithdrawPage: FC<LeaveProps> = ({ assets, service, dossier, path }) => {
  const { network, form } = service
  const noun = form.noun
  return (
    <Layout assets={assets} network={network} title={`Stop deze ${noun}`} leaves={form.forClients === true}>
      {form.forClients && <WayOut network={network} />}
      <p class="eyebrow">
        {`${form.name} · `}
        <span class="reference">{dossier.reference}</span>
      </p>
      <h1>{`Stopt deze ${noun}?`}</h1>
      <p class="lead">{form.stopping}</p>
      <section class="lp-weg-ermee nu">
        <h2>Alles stoppen</h2>
        <p>
          {`${aheadOf(form).whenStopped ?? `We doen niets meer met deze ${noun}.`} We wissen de antwoorden binnen 24 uur. U kunt dit niet terugdraaien.`}
        </p>
        <form method="post" action={`${path}/stoppen`}>
          <div class="row">
            <button class="btn warn">{`Ja, stop deze ${noun}`}</button>
            <a href={path}>Nee, ga terug</a>
          </div>
        </form>
      </section>
      <p>
        Twijfelt u? Bel <Phone number={network.phone} />.
      </p>
    </Layout>
  )
}

/** Only the client stops what somebody works on with them; whoever asked can leave it. */
export const LeavePage: FC<LeaveProps & { content: NetworkContent }> = ({
  assets,
  service,
  content,
  dossier,
  path,
}) => {
  const { network, form } = service
  return (
    <Layout assets={assets} network={network} title="Mijn dienst doet niet meer mee">
      <p class="eyebrow">
        {`${form.name} · `}
        <span class="reference">{dossier.reference}</span>
      </p>
      <h1>Doet uw dienst niet meer mee?</h1>
      <p class="lead">{serviceStoppedInWords(service, content, dossier)}</p>
      <section class="lp-weg-ermee nu">
        <p>U hoeft geen reden te geven.</p>
        <form method="post" action={`${path}/niet-meer-mee`}>
          <div class="row">
            <button class="btn warn">Mijn dienst doet niet meer mee</button>
            <a href={path}>Nee, ga terug</a>
          </div>
        </form>
      </section>
      <p>
        Twijfelt u? Bel <Phone number={network.phone} />.
      </p>
    </Layout>
  )
}
