/** Where an invitee stands; `data-antwoord` is for whoever drives Loket from outside (docs/local.md). */
import type { FC } from 'hono/jsx'
import { dayNow, eventEnd, eventStart, formOf, isOnline, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { mayIn, type Phase, takesAnswers } from '../../../forms/kit/events/phases.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { inLine } from '../../../forms/kit/text.ts'
import { addDays, brusselsDate } from '../../../forms/kit/time.ts'
import { eventsPath, ownCalendarPath } from '../../shared/public-paths.ts'
import type { Seats } from '../../shared/store/seats.ts'
import { Icon } from '../../shared/web/icons.tsx'
import { type Frame, Phone } from '../../shared/web/layout.tsx'
import { MapLink, theEvent } from './event-facts.tsx'
import { Closed, PhaseBlock } from './event-phase.tsx'
import { CalendarButton, Ticket } from './event-ticket.tsx'

export interface InvitationProps extends Frame {
  event: LoketEvent
  network: Network
  phase: Phase
  invitee: Invitee
  path: string
  /** Ends all mail about this event. */
  unsubscribePath: string
  typed: RawInput
  errors: readonly FieldError[]
  seats: Seats | undefined
  /** What comes next, as its news says. */
  next: LoketEvent | undefined
  /** Number in the line of who waits. */
  position: number | undefined
  /** Only for who comes, from the day before. */
  onlineLink: string | undefined
  refused: boolean
  now: Date
}

/** Who has a seat: a ticket, with what they need that day. */
export const Coming: FC<InvitationProps> = ({ event, phase, invitee, path, network, onlineLink, now }) => {
  const online = mayIn('take-part-online', phase) && formOf(event) !== 'fysiek'
  return (
    <Ticket
      event={event}
      tag={comesInWords(invitee)}
      title={whenInWords(event, phase, now)}
      antwoord={invitee.antwoord ?? ''}
    >
      {phase !== 'voorbij' && (
        <div class="row no-print">
          {online && onlineLink && (
            <a class="btn" href={onlineLink} rel="noreferrer">
              <Icon of="beeld" />
              Doe online mee
            </a>
          )}
          {!isOnline(event) && <MapLink event={event} button={online && onlineLink ? 'btn plain' : 'btn'} />}
          <CalendarButton href={ownCalendarPath(path)} />
          <button class="btn plain" type="button" data-print hidden>
            Druk af
          </button>
        </div>
      )}
      {phase !== 'voorbij' && (
        <p class="hint">
          {online && (onlineLink ? 'De online link blijft hier staan tot het voorbij is. ' : linkLater)}
          Lukt het niet? Bel <Phone number={network.phone} />.
        </p>
      )}
      {phase === 'voorbij' && (
        <p>
          {`${theEvent(event)} is geweest. `}
          <a href={eventsPath}>Bekijk wat nog komt</a>
        </p>
      )}
    </Ticket>
  )
}

/** With whom they come: a name each, or as many as they said. */
function comesInWords({ collegas = [], aantal = 1 }: Invitee): string {
  if (collegas.length > 0) return `U komt, samen met ${inLine(collegas.map(({ naam }) => naam))}`
  return aantal > 1 ? `U komt met ${aantal}` : 'U neemt deel'
}

const linkLater = 'De link om online deel te nemen staat hier vanaf de dag ervoor. '

/** What is read first in the last days; before that, the title of the event. */
function whenInWords(event: LoketEvent, phase: Phase, now: Date): string | undefined {
  const session = dayNow(event, now)
  if (phase === 'voorbij' || !session) return undefined
  if (session.start <= now.toISOString()) return `Nu bezig, tot ${eventEnd(session)}`
  const [today, day] = [brusselsDate(now), brusselsDate(new Date(session.start))]
  if (day === today) return `Tot straks om ${eventStart(session)}`
  return day === addDays(today, 1) ? `Tot morgen om ${eventStart(session)}` : undefined
}

/** Who has no seat: what counts now. */
export const Standing: FC<InvitationProps> = (props) => {
  const { event, phase, now, network, invitee, refused } = props
  const antwoord = invitee.antwoord ?? ''
  if (phase === 'afgelast' && !refused) return <Closed {...{ event, phase, now, network, antwoord }} latePath="" />
  if (invitee.laat && !invitee.antwoord) return <div data-antwoord="" />
  const { tone, tag, title, text } = standingOf(invitee, phase, props.position)
  return (
    <PhaseBlock tone={tone} tag={tag} title={title} antwoord={antwoord}>
      {text && <p>{text}</p>}
    </PhaseBlock>
  )
}

interface Words {
  tone: 'wait' | 'shut'
  tag: string
  title: string
  text?: string
}

function standingOf(invitee: Invitee, phase: Phase, position: number | undefined): Words {
  const { antwoord, wacht, verdacht, geweigerdOp } = invitee
  const open = takesAnswers(phase)
  if (verdacht && antwoord === 'ja')
    return {
      tone: 'wait',
      tag: 'niet nagekeken',
      title: 'We kregen uw antwoord, maar niemand keek het al na.',
      text: `Kom pas als u een bevestiging krijgt.${open ? ' Of bevestig het zelf: verstuur het hieronder nog eens.' : ''}`,
    }
  if (invitee.aanwezig?.length)
    return { tone: 'shut', tag: 'aanwezig', title: 'U was aanwezig.', text: 'Uw attest staat op deze pagina.' }
  if (antwoord === 'ja' && wacht && (open || phase === 'gesloten'))
    return {
      tone: 'wait',
      tag: 'volzet',
      title: `U staat op plaats ${position} van de wachtlijst.`,
      text: 'Kom nog niet. Komt er een plaats vrij, dan mailen we u.',
    }
  if (antwoord === 'ja')
    return { tone: 'shut', tag: 'wachtlijst', title: 'Er kwam geen plaats vrij.', text: 'U stond op de wachtlijst.' }
  if (antwoord === 'nee')
    return {
      tone: 'shut',
      tag: 'uw antwoord',
      title: 'U kunt er niet bij zijn.',
      text: 'Dank u om het te laten weten.',
    }
  if (antwoord === 'op_de_hoogte')
    return { tone: 'shut', tag: 'uw antwoord', title: 'U kunt er niet bij zijn. We houden u op de hoogte.' }
  if (geweigerdOp)
    return {
      tone: 'shut',
      tag: 'niet toegelaten',
      title: 'De organisator kon u niet meer toelaten.',
      text: 'U meldde zich na de deadline. Kom dus niet. Hebt u een vraag? Bel ons.',
    }
  if (!open) return { tone: 'shut', tag: 'uw antwoord', title: 'We kregen geen antwoord van u.' }
  return {
    tone: 'wait',
    tag: 'uw antwoord',
    title: 'We hebben nog geen antwoord van u.',
    text: 'Nee is ook een goed antwoord.',
  }
}

/** What was said after the deadline, until the organiser decides. */
export const Late: FC<InvitationProps> = ({ phase, invitee }) => (
  <div class="lp-let">
    <p>
      <b>Genoteerd als te laat.</b>{' '}
      {phase === 'gesloten'
        ? 'De organisator beslist. Kom pas als u een bevestiging krijgt.'
        : 'Er kwam geen beslissing voor het begin. Kom dus niet zonder te bellen.'}
      {invitee.antwoord && ' Intussen telt uw vorige antwoord: dat staat hierboven.'}
    </p>
  </div>
)
