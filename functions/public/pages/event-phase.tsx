/** Where an event stands, in words, and what still can be done (docs/words.md). */
import type { Child, FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { deadlineInWords, isOnline, type LoketEvent, runningInWords } from '../../../forms/kit/events/events.ts'
import type { Phase } from '../../../forms/kit/events/phases.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { eventsPath } from '../../shared/public-paths.ts'
import { isFull, type Seats } from '../../shared/store/seats.ts'
import { Phone } from '../../shared/web/layout.tsx'
import { Problem } from '../../shared/web/problem.tsx'
import { TypedText } from '../../shared/web/typed-text.tsx'
import { MapLink, theEvent } from './event-facts.tsx'

export type ClosedPhase = Exclude<Phase, 'open' | 'volzet'>

interface BlockProps {
  tone: 'ok' | 'wait' | 'shut' | 'late'
  tag: string
  title: string
  /** Of whoever the page is: for whom drives Loket from outside (docs/local.md). */
  antwoord?: string | undefined
  children?: Child
}

const sides: Partial<Record<BlockProps['tone'], string>> = { ok: 'lp-fase nu', late: 'lp-fase weg' }

/** How it stands: a word, a sentence, and what that means. */
export const PhaseBlock: FC<BlockProps> = ({ tone, tag, title, antwoord, children }) => (
  <div class={sides[tone] ?? 'lp-fase'} data-antwoord={antwoord}>
    <p class={`tag ${tone}`}>{tag}</p>
    <h2>{title}</h2>
    {children}
  </div>
)

/** A word for a list, or for the head of a page. */
export const phaseTag = (event: LoketEvent, phase: ClosedPhase, now: Date): Pick<BlockProps, 'tone' | 'tag'> => {
  switch (phase) {
    case 'gesloten':
      return { tone: 'wait', tag: 'inschrijving gesloten' }
    case 'bezig':
      return { tone: 'ok', tag: runningInWords(event, now) }
    case 'voorbij':
      return { tone: 'shut', tag: 'voorbij' }
    case 'afgelast':
      return { tone: 'late', tag: 'afgelast' }
  }
}

interface ClosedProps {
  event: LoketEvent
  phase: ClosedPhase
  now: Date
  network: Network
  /** Where "Meld het toch" goes, as long as that makes sense. */
  latePath: string
  /** On a page that says already what its person answered. */
  antwoord?: string
  /** How many were there, where that was noted. */
  present?: number | undefined
}

/** Why there is no form. */
export const Closed: FC<ClosedProps> = (props) => {
  const { event, phase, now, network, antwoord, present } = props
  return (
    <PhaseBlock {...phaseTag(event, phase, now)} title={titleOf(event, phase, present)} antwoord={antwoord}>
      {phase === 'gesloten' && <TooLate {...props} />}
      {phase === 'bezig' && <Running {...props} />}
      {phase === 'voorbij' && (
        <p>
          <a href={eventsPath}>Bekijk wat nog komt</a>, of bel <Phone number={network.phone} /> met een vraag.
          {present !== undefined && antwoord === undefined && ' Was u erbij? Uw attest staat op uw eigen pagina.'}
        </p>
      )}
      {phase === 'afgelast' && (
        <p>
          U hoeft niets te doen. Wie zich inschreef, kreeg een mail. Staat het in uw agenda? Bij die mail zit een
          bestand om het eruit te halen. Vragen? Bel <Phone number={network.phone} />.
        </p>
      )}
    </PhaseBlock>
  )
}

function titleOf(event: LoketEvent, phase: ClosedPhase, present = 0): string {
  switch (phase) {
    case 'gesloten':
      return `U kon antwoorden tot en met ${deadlineInWords(event)}`
    case 'bezig':
      return `${theEvent(event)} is begonnen`
    case 'voorbij':
      return `${theEvent(event)} is geweest${present > 0 ? `, met ${counted(present, 'mens', 'mensen')}` : ''}`
    case 'afgelast':
      return `${theEvent(event)} gaat niet door`
  }
}

const TooLate: FC<ClosedProps> = ({ latePath, network }) =>
  latePath ? (
    <>
      <p>
        De inschrijving is afgesloten. Wilt u toch nog komen? De organisator beslist. Kom pas als u een bevestiging
        kreeg.
      </p>
      <p class="row">
        <a class="btn" href={latePath} data-next>
          Meld het toch
        </a>
        <OrCall network={network} />
      </p>
    </>
  ) : (
    <p>
      De inschrijving is afgesloten. Kreeg u een uitnodiging? De link in die mail werkt nog. Of bel{' '}
      <Phone number={network.phone} />.
    </p>
  )

const OrCall: FC<{ network: Network }> = ({ network }) => (
  <span>
    of bel <Phone number={network.phone} />, {network.reachable}
  </span>
)

const Running: FC<ClosedProps> = ({ event, network }) => (
  <>
    <p>
      {event.capaciteit === undefined ? 'Schreef u zich in? ' : 'Kreeg u een plaats? '}U bent nog welkom.
      {event.online && ' Online meedoen: met de knop op uw eigen pagina.'}
    </p>
    <p class="row">
      {!isOnline(event) && <MapLink event={event} button="btn plain" />}
      <span>
        Lukt het niet? Bel <Phone number={network.phone} />
      </span>
    </p>
  </>
)

interface RefusedProps extends Omit<ClosedProps, 'antwoord' | 'now'> {
  typed: RawInput
}

/** After a POST that came too late: what was sent is not kept, and is given back. */
export const Refused: FC<RefusedProps> = ({ event, phase, network, latePath, typed }) => {
  const [remark] = typed.get('opmerking') ?? []
  return (
    <Problem>
      <h2>
        {phase === 'gesloten' ? 'De inschrijving is afgesloten.' : `${titleOf(event, phase)}.`} Uw antwoord is niet
        opgeslagen.
      </h2>
      {phase === 'gesloten' && (
        <p>{`${titleOf(event, phase)}.${latePath ? ' Wat u typte, gaat mee als u het toch meldt.' : ''}`}</p>
      )}
      {latePath ? (
        <form method="post" action={latePath}>
          {[...typed].flatMap(([name, values]) =>
            values.map((value) => <input type="hidden" name={name} value={value} />),
          )}
          <p class="row">
            <button class="btn" data-next>
              Meld het toch
            </button>
            <OrCall network={network} />
          </p>
        </form>
      ) : (
        <>
          <p>
            Vragen? Bel <Phone number={network.phone} />, {network.reachable}.
          </p>
          {remark && <TypedText id="getypt" label="Wat u typte" text={remark} />}
        </>
      )}
    </Problem>
  )
}

/** Nobody gets a seat by answering now: before the form, which offers the waiting list. */
export const Full: FC<{ seats: Seats }> = ({ seats }) => (
  <PhaseBlock tone="shut" tag="volzet" title={fullInWords(seats)}>
    <p>
      {`Op de wachtlijst wordt u nummer ${seats.wachtend + 1}. Komt er een plaats vrij, dan mailen we u. Kom niet zonder dat bericht.`}
    </p>
  </PhaseBlock>
)

function fullInWords(seats: Seats): string {
  if (!isFull(seats)) return 'De vrije plaatsen zijn voor wie al wacht'
  return seats.capaciteit === 1 ? 'De enige plaats is bezet' : `Alle ${seats.capaciteit} plaatsen zijn bezet`
}
