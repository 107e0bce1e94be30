/** Where the request stands, in words; and the way to stop it. */
import type { FC } from 'hono/jsx'
import { type Dossier, type DossierState, isClosed } from '../../../forms/kit/dossier.ts'
import type { Form } from '../../../forms/kit/form.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { dateInWords, dayInWords, timeInWords } from '../../../forms/kit/time.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'

interface StatusProps extends Frame {
  network: Network
  form: Form
  dossier: Dossier
  path: string
}

export const StatusPage: FC<StatusProps & { today: string }> = ({ assets, network, form, dossier, path, today }) => {
  const noun = form.zelfstandigNaamwoord
  const received = new Date(dossier.receivedAt)
  const State = stateText[dossier.state]
  return (
    <Layout assets={assets} network={network} title={`Volg uw ${noun}`} printable>
      <p class="eyebrow">{`${form.naam} · ${network.naam}`}</p>
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
          <State dossier={dossier} network={network} noun={noun} late={today > dossier.answerBefore} />
        </p>
      </div>
      <p>
        Vragen? Bel <Phone number={network.telefoon} />, {network.bereikbaar}. {form.discretie}
      </p>
      <p class="row no-print">
        <button class="btn plain" type="button" data-print hidden>
          Druk af
        </button>
        {!isClosed(dossier.state) && <a href={`${path}/stoppen`}>{`Stop deze ${noun}`}</a>}
      </p>
    </Layout>
  )
}

export const WithdrawPage: FC<StatusProps> = ({ assets, network, form, dossier, path }) => {
  const noun = form.zelfstandigNaamwoord
  return (
    <Layout assets={assets} network={network} title={`Stop deze ${noun}`}>
      <p class="eyebrow">{dossier.reference}</p>
      <h1>{`Wilt u deze ${noun} stoppen?`}</h1>
      <p class="lead">{form.stoppen}</p>
      <p>
        We wissen de antwoorden binnen 24 uur. Twijfelt u? Bel <Phone number={network.telefoon} />.
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

type StateText = FC<{ dossier: Dossier; network: Network; noun: string; late: boolean }>

const stateText: Record<DossierState, StateText> = {
  ingediend: ({ dossier, network, noun, late }) =>
    late ? (
      <>
        Dit duurt langer dan beloofd. Het spijt ons. Bel gerust: <Phone number={network.telefoon} />.
      </>
    ) : (
      <span>{`De coördinator leest uw ${noun}. Antwoord vóór ${dateInWords(dossier.answerBefore)}.`}</span>
    ),
  wacht_op_aanvrager: ({ network }) => (
    <>
      We hebben een vraag voor u. Bel <Phone number={network.telefoon} />.
    </>
  ),
  toegewezen: ({ noun }) => <>{`Een casemanager volgt uw ${noun} op en belt u.`}</>,
  overleg_gepland: () => <>Het overleg is gepland. Uw uitnodiging zit in uw mail.</>,
  overleg_gehouden: () => <>Het overleg is gehouden. De casemanager schrijft het plan.</>,
  in_opvolging: () => <>Het plan loopt. De casemanager volgt de afspraken op.</>,
  afgesloten: ({ network, noun }) => (
    <>
      {`Deze ${noun} is afgesloten. Opnieuw overleg nodig? Bel `}
      <Phone number={network.telefoon} />.
    </>
  ),
  doorverwezen: () => <>Een ander aanbod past beter. Lukt het daar niet? Bel ons.</>,
  ingetrokken: ({ noun }) => <>{`Deze ${noun} is gestopt. We wissen de antwoorden binnen 24 uur.`}</>,
}
