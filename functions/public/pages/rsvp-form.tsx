/** The answer to an invitation. Of a *no* the style sheet shows what it asks and no more; without `:has` everything shows. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
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
  const ask = (...names: string[]) =>
    names.flatMap((name) => {
      const question = questions.find((one) => one.name === name)
      return question ? [<QuestionField question={question} context={{ typed, errors }} />] : []
    })
  return (
    <form class="sheet lp-rsvp" method="post" action={action} novalidate>
      {ask('antwoord')}
      <div class="lp-velden">
        <div class="lp-wie">{ask('naam')}</div>
        <div class="lp-als-ja">{ask('functie')}</div>
      </div>
      <div class="lp-als-ja">{ask('organisatie')}</div>
      {ask('email')}
      <div class="lp-als-ja">{ask('casus', 'opmerking')}</div>
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
