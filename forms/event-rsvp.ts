/**
 * The answer to an invitation: one page, one question that matters (docs/domain.md §6). The same questions on the public page
 * and behind the personal link, where the address is known already.
 */
import type { Answer } from './kit/events/events.ts'
import type { Form } from './kit/form.ts'
import type { Lifecycle } from './kit/lifecycle/lifecycle.ts'
import { emailError } from './kit/questions/common-pages.ts'
import type { Page, PageRule } from './kit/questions/page.ts'
import type { ChoiceQuestion, Question } from './kit/questions/questions.ts'
import { bytesIn } from './kit/shorten.ts'

const antwoordQuestion: ChoiceQuestion = {
  kind: 'choice',
  name: 'antwoord',
  label: 'Komt u?',
  error: 'Kies of u deelneemt',
  options: [
    { value: 'ja', label: 'Ik neem deel' },
    { value: 'nee', label: 'Ik kan er niet bij zijn' },
    { value: 'op_de_hoogte', label: 'Ik kan er niet bij zijn, maar hou me op de hoogte' },
  ],
}

const casus: Question = {
  kind: 'choices',
  name: 'casus',
  label: 'Een casus',
  hint: 'We bespreken anonieme casussen. Het gaat niet om individuele cliënten.',
  error: 'Vink dit aan of laat het leeg',
  optional: true,
  options: [{ value: 'ja', label: 'Ik kan een anonieme casus inbrengen' }],
}

const naam: Question = { kind: 'text', name: 'naam', label: 'Naam', error: 'Vul uw naam in', autocomplete: 'name' }

const organisatie: Question = {
  kind: 'text',
  name: 'organisatie',
  label: 'Organisatie',
  error: 'Vul uw organisatie in',
  autocomplete: 'organization',
}

const email: Question = {
  kind: 'email',
  name: 'email',
  label: 'E-mailadres',
  hint: 'We mailen u de bevestiging en uw eigen link.',
  error: emailError,
  autocomplete: 'email',
}

/**
 * Bytes of UTF-8 that each of these has. All of them are in the item that lists read, and again beside it when an answer comes
 * too late: so it stays below 4 KB (docs/decisions/003).
 */
export const mostWords = { naam: 150, organisatie: 150, functie: 150, opmerking: 1050 } as const

const fits = Object.entries(mostWords).map(
  ([about, most]): PageRule => ({
    about,
    check: (answers) => {
      const text = answers[about]
      return typeof text === 'string' && bytesIn(text) > most
        ? { name: about, message: 'Deze tekst is te lang om te bewaren. Maak hem korter.' }
        : undefined
    },
  }),
)

/** An answer is no dossier: nobody moves it along. */
const lifecycle: Lifecycle = { states: [], inquiry: '', moves: [] }

export const eventRsvp: Form = {
  slug: 'activiteit',
  prefix: 'ACT',
  name: 'Antwoord op een uitnodiging',
  noun: 'antwoord',
  subject: 'een activiteit',
  short: 'een activiteit',
  pages: [
    {
      slug: 'antwoord',
      title: 'Laat weten of u komt',
      questions: [
        antwoordQuestion,
        naam,
        organisatie,
        {
          kind: 'text',
          name: 'functie',
          label: 'Functie',
          error: '',
          optional: true,
          autocomplete: 'organization-title',
        },
        email,
        casus,
        {
          kind: 'longText',
          name: 'opmerking',
          label: 'Wat hebt u nodig om deel te nemen?',
          hint: 'Bijvoorbeeld een tolk Vlaamse Gebarentaal, of plaats voor een rolstoel. Geen gegevens over cliënten.',
          error: '',
          optional: true,
          max: 1000,
        },
      ],
    },
  ],
  lifecycle,
  discretion: 'Stuur geen gegevens over cliënten per mail.',
  stopping: '',
  triage: '',
  afterwards: [],
}

/** The questions of one event: a case only where cases are discussed; behind a personal link the address is known. */
export const rsvpQuestions = (
  { casussen }: { casussen: boolean },
  { personal = false, full = false, waits = false }: { personal?: boolean; full?: boolean; waits?: boolean } = {},
): readonly Question[] =>
  (eventRsvp.pages[0]?.questions ?? [])
    .filter(({ name }) => (name !== 'casus' || casussen) && (name !== 'email' || !personal))
    .map((question) => {
      if (question !== antwoordQuestion) return question
      return waits ? whenWaiting : full ? whenFull : question
    })

/** What each answer cannot do without, beside the address: for a *no* that is enough (docs/domain.md §6). */
const needed: Readonly<Record<Answer, readonly Question[]>> = {
  ja: [naam, organisatie],
  op_de_hoogte: [naam],
  nee: [],
}

/** The same questions, of which an answer is welcome and no more. */
const atWill = new Map<Question, Question>(
  [naam, organisatie].map((question) => [question, { ...question, optional: true }]),
)

/** What is sent of them, to understand it; without an answer nobody knows yet what else it needs. */
export const rsvpPage = (
  event: { casussen: boolean },
  about: { personal?: boolean; answer?: Answer | undefined } = {},
): Page => ({
  ...{ slug: 'antwoord', title: 'Laat weten of u komt' },
  questions: rsvpQuestions(event, about).map((question) =>
    needed[about.answer ?? 'nee'].includes(question) ? question : (atWill.get(question) ?? question),
  ),
  rules: fits,
})

const whenFull: ChoiceQuestion = {
  ...antwoordQuestion,
  label: 'Volzet. Op de wachtlijst?',
  options: [
    { value: 'ja', label: 'Zet mij op de wachtlijst' },
    { value: 'nee', label: 'Ik kan er niet bij zijn' },
    { value: 'op_de_hoogte', label: 'Hou me op de hoogte' },
  ],
}

/** Of who waits already: *ja* is no seat. */
const whenWaiting: ChoiceQuestion = {
  ...antwoordQuestion,
  label: 'Blijft u op de wachtlijst?',
  options: [
    { value: 'ja', label: 'Ik blijf op de wachtlijst' },
    ...antwoordQuestion.options.filter(({ value }) => value !== 'ja'),
  ],
}
