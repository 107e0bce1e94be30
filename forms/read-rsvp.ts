/**
 * An answer to an invitation, understood. Apart from what is asked: a page that is the same for everybody knows each form, and
 * reads none of them (docs/decisions/005).
 */
import { rsvpPage } from './event-rsvp.ts'
import type { Filled } from './kit/events/answer-flow.ts'
import { answers as answerKinds } from './kit/events/events.ts'
import type { Given } from './kit/events/rsvp.ts'
import type { Answers, RawInput } from './kit/questions/answers.ts'
import { parsePage } from './kit/questions/parse.ts'

/** What was filled in, understood. */
export function filledIn(
  event: { casussen: boolean },
  typed: RawInput,
  now: Date,
  about?: { personal: boolean },
): Filled {
  const antwoord = answerKinds.find((kind) => kind === typed.get('antwoord')?.[0])
  const { answers, errors } = parsePage(
    rsvpPage(event, { ...about, answer: antwoord }),
    typed,
    {},
    { criteria: [], now },
  )
  return { antwoord, errors, ...(errors.length === 0 ? givenIn(answers) : {}) }
}

/** Understood answers in the words of the store. */
function givenIn(answers: Answers): { given: Given; email: string } {
  const text = (name: string) => (typeof answers[name] === 'string' ? answers[name] : undefined)
  const antwoord = answerKinds.find((kind) => kind === answers.antwoord)
  if (!antwoord) throw new Error('An answer without an answer passed the form')
  const { casus } = answers
  return {
    email: text('email') ?? '',
    given: {
      antwoord,
      naam: text('naam'),
      organisatie: text('organisatie'),
      functie: text('functie'),
      opmerking: text('opmerking'),
      casus: Array.isArray(casus) && casus.length > 0,
    },
  }
}
