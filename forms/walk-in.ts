/** Somebody who stands at the door of an event and is not on the list: a name is enough. */
import { fitsWords } from './event-rsvp.ts'
import { cleanedIn } from './kit/clean.ts'
import type { RawInput } from './kit/questions/answers.ts'
import { emailError } from './kit/questions/common-pages.ts'
import type { FieldError, Page } from './kit/questions/page.ts'
import { parsePage } from './kit/questions/parse.ts'

export interface WalkIn {
  naam: string
  organisatie?: string | undefined
  email?: string | undefined
}

export const walkInPage: Page = {
  slug: 'deur',
  title: 'Iemand die niet op de lijst staat',
  questions: [
    { kind: 'text', name: 'naam', label: 'Naam', error: 'Vul de naam in' },
    { kind: 'text', name: 'organisatie', label: 'Organisatie', error: '', optional: true },
    {
      kind: 'email',
      name: 'email',
      label: 'E-mailadres',
      hint: 'Dan kunnen we het attest mailen.',
      error: emailError,
      optional: true,
    },
  ],
  rules: fitsWords(['naam', 'organisatie']),
}

/** What was filled in of somebody new; nothing when nothing was, and `asked` says whether that is a mistake. */
export function readWalkIn(
  typed: RawInput,
  asked: boolean,
  now: Date,
): { walkIn?: WalkIn; errors: readonly FieldError[] } {
  const blank = walkInPage.questions.every(({ name }) => cleanedIn(typed, name) === '')
  if (blank && !asked) return { errors: [] }
  const { answers, errors } = parsePage(walkInPage, typed, {}, { criteria: [], now })
  const text = (name: string) => (typeof answers[name] === 'string' && answers[name] ? answers[name] : undefined)
  const naam = text('naam')
  if (errors.length > 0 || naam === undefined) return { errors }
  return { errors, walkIn: { naam, organisatie: text('organisatie'), email: text('email') } }
}
