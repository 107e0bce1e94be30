/** The form of an event: four groups, and beside them what people will see. Every button works without a script. */
import type { Child, FC } from 'hono/jsx'
import { dayRow, dayRows, firstDayId, mostDays } from '../../../forms/event-days.ts'
import { organisationField } from '../../../forms/event-form.ts'
import {
  askQuestion,
  dayQuestions,
  link,
  mailQuestions,
  ownQuestionFields,
  perSessie,
  plaats,
  seatQuestions,
  vorm,
  whatQuestions,
} from '../../../forms/event-form-questions.ts'
import { mostOwnQuestions, questionRow, questionRows } from '../../../forms/event-own-questions.ts'
import { linkWarning, type Vorm } from '../../../forms/event-place.ts'
import { cleanedIn } from '../../../forms/kit/clean.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import type { FieldContext } from '../../shared/web/text-field.tsx'
import type { WorkFrame } from '../frame.tsx'
import { EventPreview } from './event-preview.tsx'
import { Page } from './pages.tsx'

/** Stands for the preview where a row is named. */
export const proof = 'proef'

/** Field of the button that was pressed, where it is not the one that keeps it all. */
export const actionField = 'actie'

export interface EventFormProps {
  title: string
  /** Where it is sent. */
  action: string
  back: string
  above?: string
  intro?: string
  /** What is said beside the button. */
  promise: string
  hidden?: Readonly<Record<string, string>>
  typed: RawInput
  errors: readonly FieldError[]
  /** Where the person goes on: the row that was just added, by what its fields begin with, or what people will see. */
  added?: string
  /** As people see it, when it was asked or is there. */
  preview?: { event: LoketEvent; link: string | undefined } | undefined
  /** Above the form. */
  children?: Child
}

export const EventFormPage: FC<WorkFrame & EventFormProps> = (props) => {
  const { title, action, intro, promise, hidden = {}, typed, errors, added, preview, children } = props
  const context = { typed, errors }
  return (
    <Page {...props} problem={errors.length > 0}>
      <ProblemSummary errors={errors} />
      <h1>{title}</h1>
      {intro && <p class="lead">{intro}</p>}
      {children}
      <div class="lp-maak">
        <form method="post" action={action} novalidate>
          {/* Enter in a field presses the first button of a form: that must not be "Nog een dag erbij". */}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 keeps it out of reach; people use the button below. */}
          <button class="hidden-visually" tabindex={-1} aria-hidden="true" />
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Group title="1. Wat?">
            <Fields questions={whatQuestions} context={context} />
          </Group>
          <Group title="2. Wanneer en waar?">
            <Days context={context} added={added} />
            <Where context={context} />
          </Group>
          <Group title="3. Wie, en hoeveel?">
            <div class="lp-uren">
              <Fields questions={seatQuestions.slice(0, 2)} context={context} />
            </div>
            <Fields questions={seatQuestions.slice(2)} context={context} />
          </Group>
          <Group title="4. Wat vraagt u, en wat mailen we?">
            <Asked context={context} added={added} />
            <Fields questions={mailQuestions} context={context} />
          </Group>
          <div class="lw-save">
            <button class="btn" data-next>
              Bewaar
            </button>
            <button class="btn plain" name={actionField} value="bekijk">
              Bekijk
            </button>
            <p>{promise}</p>
          </div>
        </form>
        <aside class="lp-proef" aria-label="Zo zien mensen het" {...rowProps(proof, added)}>
          <h2>Zo zien mensen het</h2>
          {preview ? <EventPreview {...preview} /> : <p>Druk op “Bekijk”. Er wordt dan nog niets bewaard.</p>}
        </aside>
      </div>
    </Page>
  )
}

const Group: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <section class="lw-block">
    <header>
      <h2>{title}</h2>
    </header>
    {children}
  </section>
)

const Fields: FC<{ questions: readonly Question[]; context: FieldContext }> = ({ questions, context }) =>
  questions.map((question) => <QuestionField question={question} context={context} />)

interface PartProps {
  context: FieldContext
  added?: string | undefined
}

/** What was just asked for has the focus. */
const rowProps = (row: string, added: string | undefined) =>
  row === added ? ({ tabindex: -1, autofocus: true } as const) : {}

const Days: FC<PartProps> = ({ context, added }) => {
  const { typed } = context
  const further = dayRows(typed)
  return (
    <>
      {['', ...further.map(dayRow)].map((before, index) => (
        <fieldset class="lp-rij" {...rowProps(before || 'dag', added)}>
          <legend>{further.length > 0 ? `Dag ${index + 1}` : 'Wanneer?'}</legend>
          <Kept typed={typed} name={index === 0 ? firstDayId : `${before}id`} />
          <div class="lp-uren">
            <Fields questions={dayQuestions(before)} context={context} />
          </div>
        </fieldset>
      ))}
      {further.length > 0 && <p class="hint">Maak de velden van een dag leeg om die dag te schrappen.</p>}
      {further.length < mostDays - 1 && (
        <p>
          <button class="link" name={actionField} value="dag">
            Nog een dag erbij
          </button>
        </p>
      )}
      {further.length > 0 && <QuestionField question={perSessie} context={context} />}
    </>
  )
}

const Where: FC<PartProps> = ({ context }) => {
  const { typed } = context
  const chosen = cleanedIn(typed, 'vorm') as Vorm | ''
  const warning = chosen && linkWarning({ vorm: chosen, plaats: '', online: true }, cleanedIn(typed, 'link'))
  return (
    <>
      <Fields questions={[vorm, plaats, link]} context={context} />
      {warning && <p class="lw-safe">{warning}</p>}
    </>
  )
}

const Asked: FC<PartProps> = ({ context, added }) => {
  const rows = questionRows(context.typed)
  return (
    <>
      <QuestionField question={askQuestion} context={context} />
      {rows.map(questionRow).map((row, index) => (
        <fieldset class="lp-rij" {...rowProps(row, added)}>
          <legend>{`Eigen vraag ${index + 1}`}</legend>
          <Kept typed={context.typed} name={`${row}id`} />
          <Fields questions={ownQuestionFields(row)} context={context} />
        </fieldset>
      ))}
      {rows.length > 0 && <p class="hint">Maak de vraag en de keuzes leeg om een vraag te schrappen.</p>}
      {rows.length < mostOwnQuestions && (
        <p>
          <button class="link" name={actionField} value="vraag">
            Schrijf zelf een vraag
          </button>
        </p>
      )}
      <Organisation typed={context.typed} />
    </>
  )
}

/** On unless it was taken away: a form without it did not ask. */
const Organisation: FC<{ typed: RawInput }> = ({ typed }) => {
  const said = typed.get(organisationField)
  return (
    <fieldset class="field">
      <legend>Organisatie</legend>
      <input type="hidden" name={organisationField} value="nee" />
      <div class="choice">
        <input
          type="checkbox"
          id={organisationField}
          name={organisationField}
          value="ja"
          checked={said === undefined || said.includes('ja')}
        />
        <label for={organisationField}>Vragen van welke organisatie iemand is</label>
      </div>
    </fieldset>
  )
}

/** What a row is known by goes along unseen. */
const Kept: FC<{ typed: RawInput; name: string }> = ({ typed, name }) => {
  const value = cleanedIn(typed, name)
  return value === '' ? null : <input type="hidden" name={name} value={value} />
}
