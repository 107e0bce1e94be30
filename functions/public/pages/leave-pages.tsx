/** Whoever asked stops, or leaves it to the client: asked once, with what happens then. */
import type { Child, FC } from 'hono/jsx'
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

interface AskingProps extends LeaveProps {
  title: string
  heading: string
  lead: string
  /** Part of the address behind that of the status page. */
  tail: 'stoppen' | 'niet-meer-mee'
  /** On the button. */
  yes: string
  /** What happens then. */
  children?: Child
}

/** A page of its own, with what happens in words: it cannot be undone. */
const Asking: FC<AskingProps> = ({ assets, service, dossier, path, title, heading, lead, tail, yes, children }) => {
  const { network, form } = service
  return (
    <Layout assets={assets} network={network} title={title} leaves={form.forClients === true}>
      {form.forClients && <WayOut network={network} />}
      <p class="eyebrow">
        {`${form.name} · `}
        <span class="reference">{dossier.reference}</span>
      </p>
      <h1>{heading}</h1>
      <p class="lead">{lead}</p>
      <section class="lp-weg-ermee nu">
        {children}
        <form method="post" action={`${path}/${tail}`}>
          <div class="row">
            <button class="btn warn">{yes}</button>
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

export const WithdrawPage: FC<LeaveProps> = (props) => {
  const { form } = props.service
  const { noun } = form
  const asked = { title: `Stop deze ${noun}`, heading: `Stopt deze ${noun}?`, lead: form.stopping }
  return (
    <Asking {...props} {...asked} tail="stoppen" yes={`Ja, stop deze ${noun}`}>
      <h2>Alles stoppen</h2>
      <p>
        {`${aheadOf(form).whenStopped ?? `We doen niets meer met deze ${noun}.`} We wissen de antwoorden binnen 24 uur. U kunt dit niet terugdraaien.`}
      </p>
    </Asking>
  )
}

/** Only the client stops what somebody works on with them; whoever asked can leave it. */
export const LeavePage: FC<LeaveProps & { content: NetworkContent }> = ({ content, ...props }) => {
  const asked = {
    title: 'Mijn dienst doet niet meer mee',
    heading: 'Doet uw dienst niet meer mee?',
    lead: serviceStoppedInWords(props.service, content, props.dossier),
  }
  return (
    <Asking {...props} {...asked} tail="niet-meer-mee" yes="Mijn dienst doet niet meer mee">
      <p>U hoeft geen reden te geven.</p>
    </Asking>
  )
}
