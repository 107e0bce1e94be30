/** Behind a personal link: what this invitee answered, changing it, and wanting no more mail. */

import type { FC } from 'hono/jsx'
import { rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { deadlineInWords, eventDay, eventHours, type LoketEvent, type Phase } from '../../../forms/kit/events/events.ts'
import { type Invitee, isSeated } from '../../../forms/kit/events/rsvp.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { eventPath } from '../../shared/public-paths.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { Closed, EventFacts, EventHead, EventText, RsvpForm } from './event-facts.tsx'

interface InvitationProps extends Frame {
  event: LoketEvent
  network: Network
  phase: Phase
  invitee: Invitee
  path: string
  typed: RawInput
  errors: readonly FieldError[]
  /** Seats taken by others: saying yes means the waiting list. */
  full: boolean
  /** Number in the line of who waits. */
  position: number | undefined
  /** Only for who comes, from the day before. */
  onlineLink: string | undefined
  refused: boolean
}

export const InvitationPage: FC<InvitationProps> = (props) => {
  const { assets, event, network, phase, invitee, path, errors, refused, typed, full } = props
  return (
    <Layout assets={assets} network={network} title={event.titel} problem={errors.length > 0} here="activiteiten">
      <ProblemSummary errors={errors} />
      {refused && (
        <Closed event={event} phase={phase} network={network} refused latePath={lateOf(path, phase)} typed={typed} />
      )}
      <EventHead event={event} />
      <Current {...props} />
      {!refused && phase !== 'open' && <Changing {...props} />}
      <EventFacts event={event} phase={phase} full={invitee.antwoord === 'ja' ? undefined : full} />
      <EventText event={event} />
      {!refused && phase === 'open' && <Changing {...props} />}
      <p>
        Voor een collega: <a href={eventPath(event)}>de publieke pagina van deze activiteit</a>. Deze pagina is van u
        alleen.
      </p>
      {invitee.afgemeld && <p>U krijgt geen mails meer over deze activiteit.</p>}
    </Layout>
  )
}

const lateOf = (path: string, phase: Phase): string => (phase === 'gesloten' ? `${path}/te-laat` : '')

/** Where this invitee stands; `data-antwoord` is for whoever drives Loket from outside (docs/local.md). */
const Current: FC<InvitationProps> = ({ event, phase, invitee, position, onlineLink, network }) => (
  <div class="state" data-antwoord={invitee.antwoord ?? ''}>
    {invitee.naam && (
      <p>
        Dag <bdi>{invitee.naam}</bdi>
      </p>
    )}
    {phase === 'geannuleerd' ? (
      <p>
        <strong>Deze activiteit gaat niet door.</strong> U hoeft niets te doen.
      </p>
    ) : (
      <>
        {invitee.laat && (
          <p>
            <strong>Genoteerd als te laat.</strong> De organisator beslist. Kom pas als u een bevestiging krijgt.
          </p>
        )}
        {(invitee.antwoord || !invitee.laat) && (
          <p>
            {invitee.laat && 'Intussen telt uw vorige antwoord: '}
            <strong>{standing(event, phase, invitee, position)}</strong>
          </p>
        )}
      </>
    )}
    {isSeated(invitee) && event.online && phase !== 'geannuleerd' && <Online link={onlineLink} network={network} />}
  </div>
)

function standing(event: LoketEvent, phase: Phase, { antwoord, wacht, verdacht }: Invitee, position?: number): string {
  if (verdacht && antwoord === 'ja')
    return `We kregen uw antwoord, maar niemand keek het al na. Kom pas als u een bevestiging krijgt.${phase === 'open' ? ' Of bevestig het zelf: verstuur het hieronder nog eens.' : ''}`
  if (antwoord === 'ja' && wacht)
    return `Volzet. U staat op plaats ${position} van de wachtlijst. Kom nog niet. Komt er een plaats vrij, dan mailen we u.`
  if (antwoord === 'ja') return `U neemt deel op ${eventDay(event)}, ${eventHours(event)}.`
  if (antwoord === 'nee') return 'U kunt er niet bij zijn. Dank u om het te laten weten.'
  if (antwoord === 'op_de_hoogte') return 'U kunt er niet bij zijn. We houden u op de hoogte.'
  if (phase !== 'open') return 'We kregen geen antwoord van u.'
  return 'We hebben nog geen antwoord van u. Nee is ook een goed antwoord.'
}

const Online: FC<{ link: string | undefined; network: Network }> = ({ link, network }) =>
  link ? (
    <p>
      Neem deel via <a href={link}>{link}</a>. Lukt het niet? Bel <Phone number={network.phone} />.
    </p>
  ) : (
    <p>De link om online deel te nemen staat hier vanaf de dag ervoor.</p>
  )

const Changing: FC<InvitationProps> = (props) => {
  const { event, network, phase, invitee, path, typed, errors, full } = props
  if (phase === 'open')
    return (
      <>
        <h2>{invitee.antwoord ? 'Wijzig uw antwoord' : 'Geef uw antwoord'}</h2>
        {invitee.antwoord && <p>{`Wijzigen kan tot en met ${deadlineInWords(event)}.`}</p>}
        <RsvpForm
          action={path}
          questions={rsvpQuestions(event, { personal: true, full: full && invitee.antwoord !== 'ja' })}
          typed={typed}
          errors={errors}
          button={invitee.antwoord ? 'Wijzig mijn antwoord' : 'Verzenden'}
        />
      </>
    )
  if (phase === 'gesloten' && invitee.antwoord === 'ja')
    return (
      <>
        <h2>Kunt u toch niet komen?</h2>
        <p>Laat het weten. Dan kan iemand anders uw plaats krijgen.</p>
        <form method="post" action={path}>
          <input type="hidden" name="antwoord" value="nee" />
          <p>
            <button class="btn" data-next>
              Ik kan toch niet komen
            </button>
          </p>
        </form>
      </>
    )
  return phase === 'geannuleerd' ? null : (
    <Closed event={event} phase={phase} network={network} latePath={lateOf(path, phase)} />
  )
}

interface UnsubscribeProps extends Frame {
  event: LoketEvent
  network: Network
  path: string
  /** Done just now, or before. */
  done: boolean
}

export const UnsubscribePage: FC<UnsubscribeProps> = ({ assets, event, network, path, done }) => (
  <Layout assets={assets} network={network} title={done ? 'U krijgt geen mails meer' : 'Geen mails meer?'}>
    <p class="eyebrow">
      <bdi>{event.titel}</bdi>
    </p>
    <h1>{done ? 'U krijgt geen mails meer' : 'Geen mails meer?'}</h1>
    {done ? (
      <p class="lead">We mailen u niet meer over deze activiteit. U hoeft niets te doen.</p>
    ) : (
      <>
        <p class="lead">
          Dan krijgt u geen uitnodigingen, herinneringen of nieuws meer over deze activiteit. Uw antwoord blijft staan.
        </p>
        <form method="post" action={path}>
          <p>
            <button class="btn" data-next>
              Geen mails meer
            </button>
          </p>
        </form>
      </>
    )}
    <p>Neemt u deel, en gaat het niet door of verandert het uur? Dat mailen we u wel nog.</p>
  </Layout>
)
