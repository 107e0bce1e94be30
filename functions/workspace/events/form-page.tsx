/** A form of the organiser on one sheet, and the question whether they are sure. The form of an event: event-form-page.tsx. */
import type { FC } from 'hono/jsx'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { eventHome } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { Post } from './decide.tsx'
import { Page } from './pages.tsx'

interface FormProps extends WorkFrame {
  title: string
  action: string
  back: string
  questions: readonly Question[]
  intro?: string
  /** Goes along unseen. */
  hidden?: Readonly<Record<string, string>>
  typed: RawInput
  errors: readonly FieldError[]
  button: string
}

export const FormPage: FC<FormProps> = (props) => {
  const { title, action, questions, intro, hidden = {}, typed, errors, button } = props
  return (
    <Page {...props} problem={errors.length > 0}>
      <ProblemSummary errors={errors} />
      <h1>{title}</h1>
      {intro && <p class="lead">{intro}</p>}
      <form class="sheet" method="post" action={action} novalidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {questions.map((question) => (
          <QuestionField question={question} context={{ typed, errors }} />
        ))}
        <button class="btn" data-next>
          {button}
        </button>
      </form>
    </Page>
  )
}

interface ConfirmProps extends WorkFrame {
  event: LoketEvent
  title: string
  text: string
  action: string
  button: string
}

export const ConfirmPage: FC<ConfirmProps> = (props) => (
  <Page {...props} above={props.event.titel} back={eventHome(props.event)}>
    <h1>{props.title}</h1>
    <p class="lead">{props.text}</p>
    <Post action={props.action} ends>
      {props.button}
    </Post>
  </Page>
)
