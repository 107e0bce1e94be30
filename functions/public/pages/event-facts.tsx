/** What everybody may know of an event, on its public page and behind a personal link. */
import type { FC } from 'hono/jsx'
import { deadlineInWords, eventDay, eventHours, type LoketEvent, type Phase } from '../../../forms/kit/events/events.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Phone } from '../../shared/web/layout.tsx'
import { FormToken, Trap } from './trap.tsx'

export const soortInWords: Record<LoketEvent['soort'], string> = {
  vorming: 'Vorming',
  infosessie: 'Infosessie',
  overleg: 'Overleg',
}

export const EventHead: FC<{ event: LoketEvent }> = ({ event }) => (
  <>
    <p class="eyebrow">{`${soortInWords[event.soort]} · ${event.organisator}`}</p>
    <h1>
      <bdi>{event.titel}</bdi>
    </h1>
    {event.ondertitel && (
      <p class="lead">
        <bdi>{event.ondertitel}</bdi>
      </p>
    )}
  </>
)

interface FactsProps {
  event: LoketEvent
  phase: Phase
  /** No seat is left: saying yes means the waiting list. Absent for who has a seat or waits for one. */
  full?: boolean | undefined
}

export const EventFacts: FC<FactsProps> = ({ event, phase, full }) => (
  <dl class="facts even">
    <div>
      <dt>Wanneer?</dt>
      <dd>{`${eventDay(event)}, ${eventHours(event)}`}</dd>
    </div>
    <div>
      <dt>Waar?</dt>
      <dd>
        <bdi>{event.plaats}</bdi>
        {event.online && '. De link krijgt u na uw inschrijving, de dag ervoor.'}
      </dd>
    </div>
    <div>
      <dt>Voor wie?</dt>
      <dd>
        <bdi>{event.voorWie}</bdi>
      </dd>
    </div>
    {phase === 'open' && (
      <div>
        <dt>Antwoorden kan</dt>
        <dd>{`tot en met ${deadlineInWords(event)}`}</dd>
      </div>
    )}
    {phase === 'open' && event.capaciteit !== undefined && full !== undefined && (
      <div>
        <dt>Plaatsen</dt>
        <dd>
          {full ? 'Volzet. U kunt op de wachtlijst.' : `${event.capaciteit}. Volzet? Dan kunt u op de wachtlijst.`}
        </dd>
      </div>
    )}
  </dl>
)

export const EventText: FC<{ event: LoketEvent }> = ({ event }) => (
  <div class="prose">
    {event.omschrijving.map((paragraph) => (
      <p>
        <bdi>{paragraph}</bdi>
      </p>
    ))}
  </div>
)

interface RsvpFormProps {
  action: string
  questions: readonly Question[]
  typed: RawInput
  errors: readonly FieldError[]
  /** When the form was opened; absent behind a personal link, which no machine follows by chance. */
  token?: string | undefined
  button: string
}

export const RsvpForm: FC<RsvpFormProps> = ({ action, questions, typed, errors, token, button }) => (
  <form class="sheet" method="post" action={action} novalidate>
    {questions.map((question) => (
      <QuestionField question={question} context={{ typed, errors }} />
    ))}
    {token && (
      <>
        <FormToken token={token} />
        <Trap />
      </>
    )}
    <button class="btn" data-next>
      {button}
    </button>
  </form>
)

interface ClosedProps {
  event: LoketEvent
  phase: Phase
  network: Network
  /** After a POST: what was sent is not kept. */
  refused?: boolean
  /** Where "Meld het toch" goes: a link when nothing is typed yet, otherwise a form that takes along what was. */
  latePath?: string
  typed?: RawInput
}

/** Why there is no form, and what still can be done (docs/words.md). */
export const Closed: FC<ClosedProps> = ({ event, phase, network, refused = false, latePath, typed }) => {
  if (phase === 'geannuleerd')
    return <State text="Deze activiteit gaat niet door." refused={refused} network={network} />
  if (phase === 'begonnen') return <State text="Deze activiteit is voorbij." refused={refused} network={network} />
  return (
    <div class="state" role={refused ? 'alert' : undefined}>
      <h2>De inschrijving is afgesloten.</h2>
      <p>
        {refused && 'Uw antwoord is niet opgeslagen. '}
        {`U kon antwoorden tot en met ${deadlineInWords(event)}.`}
      </p>
      {latePath && <LateButton path={latePath} typed={typed} />}
      <p>
        Of bel <Phone number={network.phone} />, {network.reachable}.
      </p>
    </div>
  )
}

const State: FC<{ text: string; refused: boolean; network: Network }> = ({ text, refused, network }) => (
  <div class="state" role={refused ? 'alert' : undefined}>
    <h2>{text}</h2>
    {refused && <p>Uw antwoord is niet opgeslagen.</p>}
    <p>
      Vragen? Bel <Phone number={network.phone} />, {network.reachable}.
    </p>
  </div>
)

const LateButton: FC<{ path: string; typed: RawInput | undefined }> = ({ path, typed }) =>
  typed ? (
    <form method="post" action={path}>
      {[...typed].flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
      <p>
        <button class="btn" data-next>
          Meld het toch
        </button>
      </p>
    </form>
  ) : (
    <p>
      <a class="btn" href={path} data-next>
        Meld het toch
      </a>
    </p>
  )
