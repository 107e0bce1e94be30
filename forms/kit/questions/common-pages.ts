/** Pages and questions that most forms share, so that a name, a hint and an error are the same everywhere. */
import { withoutAccents } from '../text.ts'
import type { Page } from './page.ts'
import { type ChoiceQuestion, type Option, type Question, type TextQuestion, yesNo } from './questions.ts'

type More<Kind> = Partial<Omit<Kind, 'kind' | 'name' | 'label'>>

/** What to do when nothing is chosen: "Kies uw dienst". */
type MoreOfChoice = More<ChoiceQuestion> & Pick<ChoiceQuestion, 'error'>

/**
 * A question with one answer out of a few. The value of an answer that is written as its label only is that label in small plain
 * letters: `De cliënt zelf` is `de_client_zelf`.
 */
export const choose = (
  name: string,
  label: string,
  more: MoreOfChoice,
  answers: readonly (string | Option)[],
): ChoiceQuestion => ({
  kind: 'choice',
  name,
  label,
  options: answers.map((answer) => (typeof answer === 'string' ? { value: valueFor(answer), label: answer } : answer)),
  ...more,
})

/** Answers that are places with the same postcode. */
export const inPlace = (postcode: string, labels: readonly string[]): Option[] =>
  labels.map((label) => ({ value: valueFor(label), label, postcode }))

const valueFor = (label: string): string =>
  (
    withoutAccents(label)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join('_')

export const askYesNo = (name: string, label: string, more: MoreOfChoice): ChoiceQuestion =>
  choose(name, label, more, yesNo)

/** A line of text; without an error of its own it may stay empty. */
export const line = (name: string, label: string, more: More<TextQuestion> = {}): TextQuestion => ({
  kind: 'text',
  name,
  label,
  ...(more.error ? { error: more.error } : { error: '', optional: true }),
  ...more,
})

/** Several lines; without an error of its own it may stay empty. */
export const story = (name: string, label: string, more: More<TextQuestion> = {}): TextQuestion => ({
  ...line(name, label, more),
  kind: 'longText',
})

/** Whom it is about, without naming them: "het kind". */
export const aanduiding = (name: string, whom: string): TextQuestion =>
  line(name, `Hoe duidt u ${whom} aan?`, {
    hint: 'Initialen of uw eigen dossiernummer. Geen volledige naam.',
    error: 'Vul initialen of uw eigen dossiernummer in',
    listed: 'over',
    designates: true,
  })

/** Where somebody goes to visit them, and how to say so: "het gezin". Without their name. */
export const atHome = (whom: string): TextQuestion[] => [
  line('adres', `Waar woont ${whom}?`, {
    hint: 'Straat, nummer en gemeente. Zonder naam.',
    error: 'Vul de straat, het nummer en de gemeente in',
  }),
  {
    kind: 'phone',
    name: 'telefoon_thuis',
    label: `Op welk nummer bereiken we ${whom}?`,
    hint: 'Vraag eerst of we mogen bellen.',
    error: 'Vul een telefoonnummer in, of laat dit leeg',
    optional: true,
  },
]

/** Says what to do when what was typed is no address, wherever one is asked. */
export const emailError = 'Vul één e-mailadres in, bijvoorbeeld naam@dienst.be'

export const phone: TextQuestion = {
  kind: 'phone',
  name: 'telefoon',
  label: 'Telefoonnummer',
  error: 'Vul een telefoonnummer in waarop we u bereiken',
  autocomplete: 'tel',
  listed: 'telefoon',
}

/** Who asks: for every form in which a professional asks something. */
export const uwGegevens = (...more: readonly Question[]): Page => ({
  slug: 'gegevens',
  title: 'Uw gegevens',
  readAs: 'De aanvrager',
  intro: 'Zo kunnen we u antwoorden.',
  questions: [
    {
      ...{ kind: 'text', name: 'naam', label: 'Naam', error: 'Vul uw naam in' },
      ...{ autocomplete: 'name', applicant: 'name' },
    },
    {
      ...{ kind: 'text', name: 'functie', label: 'Functie', error: 'Vul uw functie in' },
      ...{ autocomplete: 'organization-title', applicant: 'function' },
    },
    {
      kind: 'text',
      name: 'organisatie',
      label: 'Organisatie',
      error: 'Vul uw organisatie in',
      autocomplete: 'organization',
      listed: 'organisatie',
      namesServices: true,
    },
    {
      kind: 'email',
      name: 'email',
      label: 'E-mailadres',
      hint: 'Uw eigen werkadres. Geen gedeelde mailbox.',
      error: emailError,
      autocomplete: 'email',
    },
    phone,
    ...more,
  ],
})
