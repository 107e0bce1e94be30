/** What an organiser may mend of somebody on the list, asked and understood. */
import { fitsWords } from '../../../forms/event-rsvp.ts'
import type { Correction } from '../../../forms/kit/events/invitee-changes.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { hasMail } from '../../../forms/kit/events/rsvp-mails.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { emailError } from '../../../forms/kit/questions/common-pages.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'

const fields = [
  { name: 'naam', label: 'Naam' },
  { name: 'organisatie', label: 'Organisatie' },
  { name: 'functie', label: 'Functie' },
] as const

/** An address is needed of who has one; who left a number may get one now. */
export const personQuestions = (invitee: Invitee): readonly Question[] => [
  ...fields.map(({ name, label }): Question => ({ kind: 'text', name, label, error: '', optional: true })),
  {
    kind: 'email',
    name: 'email',
    label: 'E-mailadres',
    hint: 'Bij een ander adres werkt de oude link niet meer. Het oude adres krijgt geen mail.',
    error: emailError,
    ...(hasMail(invitee) ? {} : { optional: true as const }),
  },
]

/** As it is now, for the form. */
export const personFields = ({ naam, organisatie, functie }: Invitee, email: string | undefined): RawInput =>
  new Map(Object.entries({ naam, organisatie, functie, email }).map(([name, value]) => [name, [value ?? '']]))

export function readPerson(
  invitee: Invitee,
  typed: RawInput,
  now: Date,
): { errors: readonly FieldError[]; who: Omit<Correction, 'adres'>; email: string | undefined } {
  const rules = fitsWords(fields.map(({ name }) => name))
  const page = { slug: 'gegevens', title: 'Gegevens', questions: personQuestions(invitee), rules }
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
  const text = (name: string) => (typeof answers[name] === 'string' && answers[name] !== '' ? answers[name] : undefined)
  const who = { naam: text('naam'), organisatie: text('organisatie'), functie: text('functie') }
  return { errors, who, email: text('email') }
}
