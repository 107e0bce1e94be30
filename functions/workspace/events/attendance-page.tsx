/** At the door of an event, on a phone: who is there. It works without a script; with one, each tick is kept at once. */
import type { FC } from 'hono/jsx'
import { cleanedIn } from '../../../forms/kit/clean.ts'
import { dayWhen, type LoketEvent, type Session, sessionsOf } from '../../../forms/kit/events/events.ts'
import { mayIn, type Phase } from '../../../forms/kit/events/phases.ts'
import {
  type Attendee,
  alongField,
  type headsOf,
  mostAlong,
  type Standing,
  stoodField,
  stoodOf,
  tickField,
} from '../../../forms/kit/events/presence.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { walkInPage } from '../../../forms/walk-in.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { attendancePath, eventHome } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

export interface AttendanceProps extends WorkFrame {
  event: LoketEvent
  phase: Phase
  day: Session
  /** Of this piece of the list. */
  expected: readonly Attendee[]
  others: readonly Attendee[]
  /** So many more wait or were late than are shown. */
  moreOthers: number
  /** Of the whole list. */
  heads: ReturnType<typeof headsOf>
  /** Pieces of a long list, and which one this is (from 1). */
  pieces: number
  piece: number
  /** What is sought, when only those are shown. */
  sought: string
  /** When it was kept: "9.04 uur". */
  keptAt: string | undefined
  /** Who was written in. */
  done: string | undefined
  typed: RawInput
  errors: readonly FieldError[]
}

export const AttendancePage: FC<AttendanceProps> = (props) => {
  const { event, phase, day, expected, others, heads, sought, done, typed, errors, ...frame } = props
  const shown = [...expected, ...others]
  const stood = typed.get(stoodField)?.[0] ?? stoodOf(shown)
  return (
    <WorkPage {...frame} title="Wie is er?" here="activiteiten" problem={errors.length > 0} overleg ticks>
      <ProblemSummary errors={errors} />
      <p class="eyebrow">
        <a href={eventHome(event)}>
          <bdi>{event.titel}</bdi>
        </a>
      </p>
      <div class="lw-head">
        <h1>Wie is er?</h1>
        <p class="lp-tel" data-tel>
          <b>{heads.there}</b> {`van ${heads.expected} zijn er`}
        </p>
      </div>
      {done && (
        <div class="done" role="status">
          <p>
            <bdi>{done}</bdi>
          </p>
        </div>
      )}
      <Days event={event} day={day} />
      <Beyond event={event} there={heads.there} />
      <form method="post" action={`${attendancePath(event)}?dag=${day.id}&deel=${props.piece}`} novalidate data-ticks>
        {/* A browser that reloads the page gives back no ticks of before: somebody else may have changed them. */}
        <input type="hidden" name={stoodField} value={stood} autocomplete="off" />
        <Search sought={sought} found={expected.length} />
        <Pieces {...props} />
        {expected.length === 0 ? (
          <p>
            {sought
              ? 'Niemand gevonden. Staat die persoon niet op de lijst? Schrijf hem of haar hieronder in.'
              : 'Er staat nog niemand op de lijst.'}
          </p>
        ) : (
          <ul class="lw-plain lp-aanwezig">
            {expected.map((one) => (
              <Row one={one} typed={typed} errors={errors} />
            ))}
          </ul>
        )}
        <Others {...props} />
        <WalkInPart typed={typed} errors={errors} />
        <div class="lw-save">
          <button class="btn" name="actie" value="bewaar" data-next>
            Bewaar
          </button>
          <p role="status" data-kept>
            {props.keptAt && `Bewaard om ${props.keptAt}`}
          </p>
        </div>
      </form>
      <p class="lp-let" role="status" data-offline hidden>
        Geen verbinding. Wat u nu aanvinkt, is nog niet bewaard. Laat deze pagina open: we proberen het opnieuw. Of druk
        op Bewaar zodra er weer verbinding is.
      </p>
      <div class="row lp-papierknop">
        <a class="btn plain" href={`${attendancePath(event, 'lijst')}?dag=${day.id}`}>
          Druk de aftekenlijst
        </a>
        {mayIn('attest', phase) && (
          <a class="btn plain" href={attendancePath(event, 'attesten')}>
            Attesten
          </a>
        )}
        <a href={attendancePath(event, 'nakijken')}>Is dit attest echt?</a>
      </div>
      <noscript>
        <p class="lw-soft">Een tik is bewaard als u op Bewaar drukt.</p>
      </noscript>
    </WorkPage>
  )
}

/** The days of an event of several: each has its own ticks. */
const Days: FC<Pick<AttendanceProps, 'event' | 'day'>> = ({ event, day }) => {
  const days = sessionsOf(event)
  if (days.length < 2) return null
  return (
    <nav class="lw-chips" aria-label="Dagen">
      {days.map((one) => (
        <a
          class="lw-count"
          href={`${attendancePath(event)}?dag=${one.id}`}
          aria-current={one.id === day.id ? 'true' : undefined}
        >
          {dayWhen(one)}
        </a>
      ))}
    </nav>
  )
}

/** Whoever stands there is let in: they were promised no seat, so none is taken from anybody. */
const Beyond: FC<{ event: LoketEvent; there: number }> = ({ event: { capaciteit }, there }) =>
  capaciteit === undefined || there <= capaciteit ? null : (
    <p class="lp-let">{`Er zijn ${there} mensen voor ${capaciteit} plaatsen. Wie aan de deur bij komt, telt mee bij wie er is, en neemt geen plaats in van wie inschreef.`}</p>
  )

const Search: FC<{ sought: string; found: number }> = ({ sought, found }) => (
  <search class="lp-deurzoek">
    <label class="hidden-visually" for="zoek">
      Zoek een naam
    </label>
    <input
      type="search"
      id="zoek"
      name="zoek"
      value={sought}
      placeholder="Zoek een naam"
      autocomplete="off"
      data-sought
    />
    <button class="btn plain" name="actie" value="zoek">
      Zoek
    </button>
    {/* Seeking keeps what is ticked, so nothing is lost on the way. */}
    {sought && (
      <button class="link" name="actie" value="allen">
        Toon iedereen
      </button>
    )}
    <span class="hidden-visually" role="status" data-found>
      {sought && `${found} gevonden`}
    </span>
  </search>
)

const Pieces: FC<AttendanceProps> = ({ event, day, pieces, piece, sought }) =>
  pieces < 2 || sought ? null : (
    <nav class="lw-chips" aria-label="Delen van de lijst">
      {Array.from({ length: pieces }, (_, index) => index + 1).map((number) => (
        <a
          class="lw-count"
          href={`${attendancePath(event)}?dag=${day.id}&deel=${number}`}
          aria-current={number === piece ? 'true' : undefined}
        >
          {`Deel ${number}`}
        </a>
      ))}
    </nav>
  )

const flags: Readonly<Record<Standing, string | undefined>> = {
  komt: undefined,
  deur: 'aan de deur',
  wacht: 'wachtlijst',
  laat: 'antwoordde te laat',
  verdacht: 'ingevuld door een machine?',
  andere_dag: 'komt een andere dag',
  nee: 'zei nee',
  onbekend: 'gaf geen antwoord',
}

interface RowProps {
  one: Attendee
  typed: RawInput
  errors: readonly FieldError[]
}

const Row: FC<RowProps> = ({ one: { id, naam, organisatie, standing, there, along }, typed, errors }) => {
  const sent = typed.has(stoodField)
  const checked = sent ? (typed.get(tickField(id))?.includes('ja') ?? false) : there
  const met = alongField(id)
  const error = errors.find(({ name }) => name === met)
  return (
    <li data-aanwezig={there ? 'ja' : ''}>
      <label>
        <input type="checkbox" name={tickField(id)} value="ja" checked={checked} autocomplete="off" />
        <span>
          <b>
            <bdi>{naam ?? 'Zonder naam'}</bdi>
          </b>{' '}
          <small>
            <bdi>{organisatie}</bdi> {flags[standing] && <i class="lw-flag">{flags[standing]}</i>}
          </small>
        </span>
      </label>
      {along && (
        <p class={error ? 'lp-met wrong' : 'lp-met'}>
          <label for={fieldId(met)}>{`Hoeveel kwamen mee? ${along.said > 0 ? `Opgegeven: ${along.said}.` : ''}`}</label>
          <input
            class="short"
            id={fieldId(met)}
            name={met}
            inputmode="numeric"
            autocomplete="off"
            value={typed.get(met)?.[0] ?? (along.there > 0 ? String(along.there) : '')}
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error && `${fieldId(met)}-fout`}
          />
          {error && (
            <span class="error" id={`${fieldId(met)}-fout`}>
              <span class="hidden-visually">Fout: </span>
              {error.message}
            </span>
          )}
        </p>
      )}
    </li>
  )
}

export const alongMessage = `Vul een getal in van 0 tot ${mostAlong}`

const Others: FC<AttendanceProps> = ({ others, moreOthers, sought, typed, errors }) =>
  others.length === 0 ? null : (
    <details class="lp-erbij" open={sought !== ''}>
      <summary>{`Wachtlijst, te laat of een andere dag (${others.length + moreOthers})`}</summary>
      <ul class="lw-plain lp-aanwezig">
        {others.map((one) => (
          <Row one={one} typed={typed} errors={errors} />
        ))}
      </ul>
      {moreOthers > 0 && <p class="hint">{`En nog ${moreOthers}. Zoek op naam.`}</p>}
    </details>
  )

const WalkInPart: FC<Pick<AttendanceProps, 'typed' | 'errors'>> = ({ typed, errors }) => (
  <details
    class="lp-erbij"
    open={walkInPage.questions.some(
      ({ name }) => cleanedIn(typed, name) !== '' || errors.some((error) => error.name === name),
    )}
  >
    <summary>Iemand die niet op de lijst staat</summary>
    <div class="lp-velden">
      {walkInPage.questions.map((question) => (
        <QuestionField question={question} context={{ typed, errors }} />
      ))}
    </div>
    <button class="btn plain" name="actie" value="inschrijven">
      Schrijf in, aanwezig
    </button>
  </details>
)
