/** The attest behind somebody's own link, and what it says to who has none. On paper only the sheets. */
import type { FC } from 'hono/jsx'
import { type Attest, attestUntil } from '../../../forms/kit/events/attest.ts'
import { eventDay, eventStart, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { phaseOf } from '../../../forms/kit/events/phases.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { AttestSheet } from '../../shared/web/attest-sheet.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { MessagePage } from '../../shared/web/message-page.tsx'

interface AttestProps extends Frame {
  event: LoketEvent
  network: Network
  /** Of the personal page. */
  path: string
  attests: readonly { attest: Attest; code: string }[]
}

export const AttestPage: FC<AttestProps> = ({ assets, event, network, path, attests }) => {
  const several = attests.length > 1
  return (
    <Layout assets={assets} network={network} title={several ? 'Uw attesten' : 'Uw attest'} overleg printable>
      <div class="no-print">
        <h1>{several ? 'Uw attesten' : 'Uw attest'}</h1>
        <p>
          {`${several ? 'Er is een blad voor u, en voor elke collega die u inschreef en die er was. ' : ''}U kunt dit hier openen tot en met ${attestUntil(event)}. Daarna wissen we uw naam.`}
        </p>
        <p class="row">
          <button class="btn" type="button" data-print hidden>
            {several ? 'Druk de attesten' : 'Druk het attest'}
          </button>
          <a href={path}>Terug</a>
        </p>
        <noscript>
          <p class="hint">Druk deze pagina af met uw browser. Alleen het attest komt op papier.</p>
        </noscript>
      </div>
      {attests.map((attest) => (
        <AttestSheet event={event} network={network} {...attest} />
      ))}
    </Layout>
  )
}

type NoAttestProps = Omit<AttestProps, 'attests'> & { now: Date }

/** Nothing here says who was there: only whoever has the link reads it, and only about themselves. */
export const NoAttestPage: FC<NoAttestProps> = ({ assets, event, network, path, now }) => {
  const { title, text } = whyNone(event, now)
  return (
    <MessagePage assets={assets} network={network} title={title}>
      <p class="lead">{text(network)}</p>
      <p>
        <a class="btn" href={path}>
          Naar uw persoonlijke pagina
        </a>
      </p>
    </MessagePage>
  )
}

interface Why {
  title: string
  text: (network: Network) => string
}

function whyNone(event: LoketEvent, now: Date): Why {
  switch (phaseOf(event, now)) {
    case 'afgelast':
      return { title: 'Deze activiteit ging niet door.', text: () => 'Er is dus geen attest.' }
    case 'bezig':
    case 'voorbij':
      return {
        title: 'We noteerden niet dat u er was.',
        text: ({ phone }) => `Was u er wel? Bel ${phone}: dan zetten we het recht, en staat uw attest hier.`,
      }
    default:
      return {
        title: 'Uw attest is er nog niet.',
        text: () =>
          `De activiteit begint op ${eventDay(event)} om ${eventStart(event)}. Was u er, dan staat uw attest daarna hier.`,
      }
  }
}
