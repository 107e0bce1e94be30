/** The agenda of a meeting: what is asked on the left, what the team decides on the right, and one button for all of it. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { MeetingDays } from '../../../forms/kit/team-meeting/meetings.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { TypedText } from '../../shared/web/typed-text.tsx'
import { decidedPath, dossierPath, meetingPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { pathWith } from '../queue/filters.ts'
import { Pages, Unreadable } from '../queue/parts.tsx'
import { fieldOf } from './decisions.ts'
import { ItemCard, redAfter } from './item-card.tsx'
import { type AgendaItem, isUrgent } from './items.ts'

/** A decision about what is not on this agenda any more. */
interface Gone {
  reference: string
  /** What was decided; absent for a decision we do not know. */
  label: string | undefined
  /** What was typed with it. */
  text: string | undefined
}

interface AgendaProps extends WorkFrame {
  meetings: MeetingDays
  /** Of the meeting, and of today; in Brussels. */
  date: string
  today: string
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
  const { meetings, date, today, around, items, na, next, unreadable, gone, typed, errors, notice, ...frame } = props
  const day = dateInWords(date)
  const decides = frame.person.role === 'coordinator'
  return (
    <WorkPage {...frame} title={`Agenda van ${day}`} here="agenda" problem={errors.length > 0}>
      <ProblemSummary errors={errors} />
      <div class="lw-head">
        <h1>{`Agenda van ${day}`}</h1>
        <nav class="lw-pager" aria-label="Andere overleggen">
          <a href={meetingPath(around.before)}>{`Vorige: ${dateInWords(around.before)}`}</a>
          <a href={meetingPath(around.after)}>{`Volgende: ${dateInWords(around.after)}`}</a>
        </nav>
      </div>
      <p class="lw-line">
        <span>{`Teamoverleg van ${meetings.from.replace(':', '.')} tot ${meetings.until.replace(':', '.')} uur.`}</span>
        {items.length > 0 && <span>{countsInWords(items)}</span>}
        {date <= today && <a href={decidedPath(date)}>{`Wat is beslist op ${day}`}</a>}
      </p>
      {notice && (
        <div class="note" role="status">
          <p>{notice}</p>
        </div>
      )}
      {gone.map((one) => (
        <NotSaved gone={one} />
      ))}
      {items.length === 0 && <p class="lead">{emptyInWords(props)}</p>}
      {items.length > 0 && (
        <form method="post" action={agendaPageAt(date, na)} novalidate>
          <ol class="lw-agenda">
            {items.map((item, index) => (
              <ItemCard {...{ item, number: index + 1, typed, errors, decides }} />
            ))}
          </ol>
          {decides && (
            <div class="lw-save">
              <button class="btn" data-next>
                Bewaar alle beslissingen
              </button>
              <p>
                {next
                  ? 'Er staat nog meer op de agenda. Bewaar eerst wat hier beslist is.'
                  : `Wat open blijft, komt op ${dateInWords(around.after)} terug.`}
              </p>
            </div>
          )}
        </form>
      )}
      <Pages first={meetingPath(date)} na={na} next={next && agendaPageAt(date, next)} />
      {unreadable && <Unreadable />}
    </WorkPage>
  )
}

/** "6 vragen, 2 dringend, 1 al 2 keer of meer niet beslist." */
function countsInWords(items: readonly AgendaItem[]): string {
  const [urgent, late] = [items.filter(isUrgent).length, items.filter(({ held }) => held >= redAfter).length]
  return `${[
    items.length === 1 ? '1 vraag' : `${items.length} vragen`,
    urgent > 0 && `${urgent} dringend`,
    late > 0 && `${late} al ${redAfter} keer of meer niet beslist`,
  ]
    .filter(Boolean)
    .join(', ')}.`
}

function emptyInWords({ person, date, today, next, na }: AgendaProps): string {
  if (next || na) return 'Op deze pagina staat niets.'
  // The team reads along with its coming meeting only.
  return person.role !== 'coordinator' && date > today
    ? 'Er staat niets op deze agenda, of een ander overleg komt eerst.'
    : 'Er staat niets op deze agenda.'
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
