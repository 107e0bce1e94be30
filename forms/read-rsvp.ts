/**
 * An answer to an invitation, understood. Apart from what is asked: a page that is the same for everybody knows each form, and
 * reads none of them (docs/decisions/005).
 */
import { type AskedOf, type Asking, ownIn, rsvpPage } from './event-rsvp.ts'
import type { Filled } from './kit/events/answer-flow.ts'
import { answers as answerKinds } from './kit/events/events.ts'
import type { Given } from './kit/events/rsvp.ts'
import type { Answers, RawInput } from './kit/questions/answers.ts'
import { parsePage } from './kit/questions/parse.ts'

/** What was filled in, understood. */
export function filledIn(event: Asking, typed: RawInput, now: Date, asked?: AskedOf): Filled {
  const antwoord = answerKinds.find((kind) => kind === typed.get('antwoord')?.[0])
  const { answers, errors } = parsePage(
    rsvpPage(event, { ...asked, answer: antwoord }),
    typed,
    {},
    { criteria: [], now },
  )
  return { antwoord, errors, ...(errors.length === 0 ? givenIn(answers) : {}) }
}

/** Understood answers in the words of the store. What an answer does not ask, such as who else comes, it does not say. */
function givenIn(answers: Answers): Pick<Filled, 'given' | 'email' | 'phone'> {
  const text = (name: string) => (typeof answers[name] === 'string' ? answers[name] : undefined)
  const antwoord = answerKinds.find((kind) => kind === answers.antwoord)
  if (!antwoord) throw new Error('An answer without an answer passed the form')
  const { casus } = answers
  return {
    email: text('email'),
    phone: text('telefoon'),
    given: {
      antwoord,
      naam: text('naam'),
      organisatie: text('organisatie'),
      functie: text('functie'),
      opmerking: text('opmerking'),
      casus: Array.isArray(casus) && casus.length > 0,
      ...(antwoord === 'ja' ? comingIn(answers) : {}),
    },
  }
}

/** What only who comes is asked; what was left empty is named too, so that it takes the place of what stood there. */
function comingIn(answers: Answers): Pick<Given, 'aantal' | 'collegas' | 'eigen' | 'sessies'> {
  const { aantal, collega, sessie } = answers
  const own = ownIn(answers)
  return {
    aantal: aantal === undefined ? undefined : Math.max(1, Number(aantal)),
    collegas: Array.isArray(collega) && collega.length > 0 ? collega.map(colleagueIn) : undefined,
    eigen: Object.keys(own).length > 0 ? own : undefined,
    sessies: Array.isArray(sessie) && sessie.length > 0 ? sessie.map(String) : undefined,
  }
}

const colleagueIn = ({ naam = '', functie }: Record<string, string>) => ({ naam, ...(functie ? { functie } : {}) })
