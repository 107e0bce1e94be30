/** A ticket: what somebody answered, to what and when; below the tear line what to do with it. */
import type { Child, FC } from 'hono/jsx'
import type { Answer, LoketEvent } from '../../../forms/kit/events/events.ts'
import { deadlineInWords, isOnline } from '../../../forms/kit/events/events.ts'
import { type Phase, takesAnswers } from '../../../forms/kit/events/phases.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { eventCalendarPath, eventPath } from '../../shared/public-paths.ts'
import { Icon } from '../../shared/web/icons.tsx'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import { DayHead, MapLink } from './event-facts.tsx'

interface TicketProps {
  event: LoketEvent
  /** The answer, in words. */
  tag: string
  /** It is not sure yet that they come. */
  waits?: boolean
  /** In place of the event's title, which then stands beside the day. */
  title?: string | undefined
  /** Of whoever the page is: for whom drives Loket from outside (docs/local.md). */
  antwoord?: string | undefined
  children?: Child
}

export const Ticket: FC<TicketProps> = ({ event, tag, waits = false, title, antwoord, children }) => (
  <section class={waits ? 'lp-ticket wacht' : 'lp-ticket'} data-antwoord={antwoord}>
    <div class="boven">
      <p class={waits ? 'tag wait' : 'tag ok'}>
        {!waits && <Icon of="kan" />} {tag}
      </p>
      <h1>{title ?? <bdi>{event.titel}</bdi>}</h1>
      <DayHead event={event} {...(title === undefined ? {} : { title: event.titel })}>
        <br />
        <bdi>{event.plaats}</bdi>
      </DayHead>
    </div>
    <div class="stub">{children}</div>
  </section>
)

export const CalendarButton: FC<{ href: string }> = ({ href }) => (
  <a class="btn plain" href={href}>
    <Icon of="dag" />
    Zet in mijn agenda
  </a>
)

/** What a receipt repeats: the answer as it was sent, never what is stored. */
export interface Noted {
  /** Absent on a receipt of before it was repeated. */
  antwoord?: Answer
  /** Sent after the deadline. */
  late?: true
  /** Asked for a place on the waiting list, as the page offered that. */
  waits?: true
  /** Left a number and no address: nothing is mailed. */
  byPhone?: true
}

interface NotedProps extends Frame {
  event: LoketEvent
  network: Network
  phase: Phase
  reference: string
  noted: Noted
}

const answerInWords: Record<Answer, string> = {
  ja: 'ik neem deel',
  nee: 'ik kan er niet bij zijn',
  op_de_hoogte: 'ik kan er niet bij zijn, maar hou me op de hoogte',
}

function tagOf({ antwoord, late, waits }: Noted): string {
  if (!antwoord) return 'Genoteerd als te laat'
  const said = `Uw antwoord: ${waits ? 'zet mij op de wachtlijst' : answerInWords[antwoord]}`
  return late ? `${said}. Genoteerd als te laat` : said
}

export const NotedPage: FC<NotedProps> = ({ assets, event, network, phase, reference, noted }) => {
  const comes = noted.antwoord === 'ja' && !noted.late && !noted.waits
  const certain = comes && event.capaciteit === undefined
  return (
    <Layout assets={assets} network={network} title={`Uw antwoord: ${event.titel}`} printable here="activiteiten">
      <TwoColumns beside={<HelpBeside network={network} title="Hebt u een vraag?" />} label="Hulp">
        <Ticket event={event} tag={tagOf(noted)} waits={noted.late === true || noted.waits === true}>
          {noted.byPhone ? (
            <p>
              <b>U krijgt geen mail.</b> {`${byPhone(event, noted)} Wijzigen? Bel `}
              <Phone number={network.phone} />.
            </p>
          ) : (
            <p>
              <b>Kijk in uw mail.</b> {`${inMail(event, noted)} Niets gekregen na 10 minuten? Bel `}
              <Phone number={network.phone} />.
            </p>
          )}
          {nextOf(noted).map((step) => (
            <p>{step}</p>
          ))}
          {takesAnswers(phase) && !noted.late && !noted.byPhone && (
            <p>{`Wijzigen kan met uw eigen link, tot en met ${deadlineInWords(event)}.`}</p>
          )}
          <p>
            {noted.byPhone
              ? 'Antwoordde u al eerder met dit nummer? Dan veranderde er niets.'
              : 'Antwoordde u al eerder met dit adres? Dan veranderde er niets. We mailden uw persoonlijke link.'}
          </p>
          {comes && (
            <div class="row no-print">
              {certain && <CalendarButton href={eventCalendarPath(event)} />}
              {!isOnline(event) && <MapLink event={event} button="btn plain" />}
            </div>
          )}
          <p class="hint">
            Referentie{' '}
            <span class="reference" data-reference={reference}>
              {reference}
            </span>
          </p>
        </Ticket>
        <p class="row no-print">
          <a href={eventPath(event)}>{takesAnswers(phase) ? 'Antwoord voor iemand anders' : 'Naar de activiteit'}</a>
          <button class="btn plain" type="button" data-print hidden>
            Druk af
          </button>
        </p>
      </TwoColumns>
    </Layout>
  )
}

/** What the mail says, for whoever it is the first answer of. */
function inMail(event: LoketEvent, { antwoord, late, waits }: Noted): string {
  if (late || !antwoord) return 'Daar staat wat we noteerden, en uw eigen link.'
  if (waits) return 'Daar staat op welke plaats van de wachtlijst u staat, en uw eigen link.'
  if (antwoord !== 'ja' || event.capaciteit === undefined) return 'Daar staat de bevestiging, en uw eigen link.'
  return 'Daar staat of u een plaats hebt, en uw eigen link. Hebt u een plaats? Dan zit er een bestand voor uw agenda bij.'
}

/** Who is not mailed, is called. */
function byPhone(event: LoketEvent, { antwoord, late, waits }: Noted): string {
  if (antwoord === 'nee') return ''
  if (late || waits) return 'We bellen u als u kunt komen.'
  return event.capaciteit === undefined
    ? 'We bellen u als er iets verandert.'
    : 'We bellen u als alles volzet is, of als er iets verandert.'
}

function nextOf({ antwoord, late, waits, byPhone }: Noted): string[] {
  if (late || !antwoord) return ['De organisator beslist. Kom pas als u een bevestiging krijgt.']
  if (waits) return [byPhone ? 'Kom nog niet.' : 'Kom nog niet. Komt er een plaats vrij, dan mailen we u.']
  switch (antwoord) {
    case 'op_de_hoogte':
      return ['We mailen u als er nieuws is. U stopt dat wanneer u wilt, met de link onderaan elke mail.']
    case 'nee':
      return ['U hoeft niets te doen.']
    default:
      return []
  }
}
