/** The answer to an invitation. Of a *no* the style sheet shows what it asks and no more; without `:has` everything shows. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { QuestionField, RowsField } from '../../shared/web/fields.tsx'
import { withRows } from './rows-shown.ts'
import { FormToken, Trap } from './trap.tsx'

/** Sent along from a page that offered the waiting list, so that the receipt can say what was asked for. */
export const fullField = 'volzet'

interface RsvpFormProps {
  action: string
  questions: readonly Question[]
  typed: RawInput
  errors: readonly FieldError[]
  /** When the form was opened; absent behind a personal link, which no machine follows by chance. */
  token?: string | undefined
  /** It offers the waiting list. */
  full?: boolean
  button: string
}

export const RsvpForm: FC<RsvpFormProps> = ({ action, questions, typed, errors, token, full = false, button }) => {
  const asked = questions.map(({ name }) => name)
  const ask = (...names: string[]) =>
    names.flatMap((name) => {
      const question = questions.find((one) => one.name === name)
      return question ? [<QuestionField question={question} context={{ typed, errors }} />] : []
    })
  return (
    <form class="sheet lp-rsvp" method="post" action={action} novalidate>
      {ask('antwoord')}
      <div class="lp-als-ja">{ask('aantal', 'sessie')}</div>
      <div class="lp-velden">
        <div class="lp-wie">{ask('naam')}</div>
        <div class="lp-als-ja">{ask('functie')}</div>
      </div>
      <div class="lp-als-ja">{ask('organisatie')}</div>
      {ask('email')}
      <div class="lp-wel-bellen">{ask('telefoon')}</div>
      <Colleagues {...{ questions, typed, errors }} />
      <div class="lp-als-ja">{ask(...asked.filter(isOwn), 'casus', 'opmerking')}</div>
      {full && <input type="hidden" name={fullField} value="ja" />}
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
}

/** One of the organiser's own. */
const isOwn = (name: string): boolean => name.startsWith('eigen_')

type AskedProps = Pick<RsvpFormProps, 'questions' | 'typed' | 'errors'>

/** Folded until somebody wants it; open as soon as there is something in it. */
const Colleagues: FC<AskedProps> = ({ questions, typed, errors }) => {
  const question = questions.find(({ name }) => name === 'collega')
  if (question?.kind !== 'rows') return null
  const shown = withRows([question], typed)
  const inUse = [...typed].some(([name, [value]]) => name.startsWith('collega[') && (value || typed.has('actie')))
  const wrong = errors.some(({ name }) => name.startsWith('collega['))
  return (
    <details class="lp-erbij" open={inUse || wrong}>
      <summary>{question.label}</summary>
      <RowsField question={question} context={{ typed: shown, errors }} folded />
    </details>
  )
}
