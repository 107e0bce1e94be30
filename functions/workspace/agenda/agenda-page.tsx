/** The agenda of a meeting: every request gets somebody, an advice or a referral, in one pass, on a phone too. */
import type { FC } from 'hono/jsx'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { isOpenOverleg } from '../../../forms/kit/overleg/overleg.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import type { Meetings } from '../../../forms/kit/team-meeting/meetings.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { HintAndError, QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { TypedText } from '../../shared/web/typed-text.tsx'
import { dossierPath, meetingPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { pathWith } from '../queue/filters.ts'
import { About, Pages, Unreadable } from '../queue/parts.tsx'
import type { QueueRow } from '../queue/rows.ts'
import { type Card, fieldOf, later } from './decisions.ts'

interface AgendaItem {
  card: Card
  row: QueueRow
  /** Meetings that ended without a decision. */
  held: number
}

/** A decision about what is not on this agenda any more. */
interface Gone {
  reference: string
  /** What was decided; absent for a decision we do not know. */
  label: string | undefined
  /** What was typed with it. */
  text: string | undefined
}

interface AgendaProps extends WorkFrame {
  meetings: Meetings
  date: string
  /** Before and after this one. */
  around: { before: string; after: string }
  items: readonly AgendaItem[]
  /** Where this page begins, and where the next one does: absent on the first, and on the last. */
  na: string | undefined
  next: string | undefined
  unreadable: boolean
  gone: readonly Gone[]
  typed: RawInput
  errors: readonly FieldError[]
  /** What was just done. */
  notice?: string | undefined
}

/** A page of the agenda of a date; `na`: where the page before ended. */
export const agendaPageAt = (date: string, na: string | undefined): string => pathWith({ na }, meetingPath(date))

export const AgendaPage: FC<AgendaProps> = (props) => {
  const { meetings, date, around, items, na, next, unreadable, gone, typed, errors, notice, ...frame } = props
  const day = dateInWords(date)
  return (
    <WorkPage {...frame} title={`Agenda van ${day}`} here="agenda" problem={errors.length > 0}>
      <ProblemSummary errors={errors} />
      <p class="eyebrow">{`Teamoverleg · ${meetings.from.replace(':', '.')} tot ${meetings.until.replace(':', '.')} uur`}</p>
      <h1>{`Agenda van ${day}`}</h1>
      {notice && (
        <div class="note" role="status">
          <p>{notice}</p>
        </div>
      )}
      {gone.map((one) => (
        <NotSaved gone={one} />
      ))}
      {items.length === 0 ? (
        <p class="lead">{next || na ? 'Op deze pagina staat niets.' : 'Er staat niets op deze agenda.'}</p>
      ) : (
        <form class="sheet agenda" method="post" action={agendaPageAt(date, na)} novalidate>
          {items.map((item) => (
            <Decide item={item} typed={typed} errors={errors} />
          ))}
          {next && <p>Er staat nog meer op de agenda. Bewaar eerst wat hier beslist is.</p>}
          <div class="row">
            <button class="btn">Bewaar wat beslist is</button>
          </div>
        </form>
      )}
      <Pages first={meetingPath(date)} na={na} next={next && agendaPageAt(date, next)} />
      {unreadable && <Unreadable />}
      <nav class="row pages" aria-label="Andere overleggen">
        <a href={meetingPath(around.before)}>{`Vorige: ${dateInWords(around.before)}`}</a>
        <a href={meetingPath(around.after)}>{`Volgende: ${dateInWords(around.after)}`}</a>
      </nav>
    </WorkPage>
  )
}

/** Decided by somebody else, or moved to another day: what was typed stays in sight, to copy. */
const NotSaved: FC<{ gone: Gone }> = ({ gone: { reference, label, text } }) => {
  const id = fieldId(fieldOf(reference, 'toelichting'))
  return (
    <section class="sheet" id={fieldId(fieldOf(reference, 'besluit'))} tabindex={-1}>
      <h2>
        <a class="reference" href={dossierPath(reference)}>
          {reference}
        </a>
      </h2>
      <p>
        {`Dit dossier staat niet meer op deze agenda: iemand besliste al, of het is verplaatst. Uw beslissing${label ? ` “${label}”` : ''} is niet bewaard. Open het dossier en kijk wat nog nodig is.`}
      </p>
      {text && (
        <TypedText id={id} label="Wat u schreef, is niet bewaard. Kopieer het als u het nodig hebt." text={text} />
      )}
    </section>
  )
}

/** After so many meetings without a decision it is late (docs/domain.md §5). */
const redAfter = 2

interface DecideProps {
  item: AgendaItem
  typed: RawInput
  errors: readonly FieldError[]
}

const Decide: FC<DecideProps> = ({ item: { card, row, held }, typed, errors }) => {
  const { dossier, moves, page } = card
  const { reference, overleg } = dossier
  const context = { typed, errors }
  const [decision, ...asked] = page.questions
  return (
    <section class={held >= redAfter ? 'decide is-late' : 'decide'} data-reference={reference}>
      <h2>
        <a class="reference" href={dossierPath(reference)}>
          {reference}
        </a>{' '}
        {held >= redAfter ? (
          <span class="tag late">{`al ${held} keer niet beslist`}</span>
        ) : (
          held > 0 && <span class="tag wait">bleef liggen</span>
        )}
        {row.doubtful && <span class="tag wait">twijfel</span>}
      </h2>
      <p>
        <About row={row} />
      </p>
      {overleg && isOpenOverleg(overleg) && (
        <p class="hint">
          Er loopt een overleg. Sluit een beslissing dit dossier af, dan gaat het niet door en krijgt wie aan tafel zit
          een mail. Dat kunt u niet terugdraaien.
        </p>
      )}
      <input type="hidden" name={fieldOf(reference, 'revision')} value={String(dossier.revision)} />
      {decision && (
        <Decision
          question={decision}
          moves={moves}
          chosen={typed.get(decision.name)?.[0]}
          error={errors.find(({ name }) => name === decision.name)}
        />
      )}
      {asked.map(({ when: _, ...question }) => (
        <div class={`asked asked-${question.name.slice(fieldOf(reference, '').length)}`}>
          <QuestionField question={question} context={context} />
        </div>
      ))}
    </section>
  )
}

interface DecisionProps {
  question: Question
  moves: readonly Move[]
  chosen: string | undefined
  error: FieldError | undefined
}

/** What each decision asks appears when it is chosen, by the style sheet alone. */
const Decision: FC<DecisionProps> = ({ question, moves, chosen = later, error }) => {
  const id = fieldId(question.name)
  const options = question.kind === 'choice' ? question.options : []
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={error && `${id}-fout`}>
      <legend>{question.label}</legend>
      <HintAndError id={id} error={error} />
      {options.map(({ value, label }, index) => {
        const optionId = index === 0 ? id : `${id}-${index}`
        const { asks = [] } = moves.find(({ action }) => action === value) ?? {}
        return (
          <div class="choice">
            <input
              type="radio"
              id={optionId}
              name={question.name}
              value={value}
              checked={value === chosen}
              data-asks={asks.length > 0 ? asks.join(' ') : undefined}
            />
            <label for={optionId}>{label}</label>
          </div>
        )
      })}
    </fieldset>
  )
}
