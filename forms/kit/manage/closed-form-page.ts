/** The page on which a coordinator closes a form for a while, and what is understood of it. */
import type { ClosedForm } from '../content-schema.ts'
import { type Answers, asTyped, type RawInput } from '../questions/answers.ts'
import { choose, story } from '../questions/common-pages.ts'
import type { Page } from '../questions/page.ts'
import type { Option, TextQuestion } from '../questions/questions.ts'
import { brusselsDate, dayTyped } from '../time.ts'

const hint = 'Dag, maand en jaar, bijvoorbeeld 21/12/2026.'
const error = 'Vul een datum in die bestaat, bijvoorbeeld 21/12/2026'
/** Years ahead: longer than that a form is not closed for a while. */
const between = { years: 2 }

const day = (name: string, label: string): TextQuestion => ({ kind: 'date', name, label, hint, error, between })

/** `forms`: those of the network that can be closed. `before`: what holds today, whose first day may be over. */
export const closedFormPage = (forms: readonly Option[], before: Readonly<Record<string, ClosedForm>>): Page => ({
  slug: 'even-dicht',
  title: 'Even dicht',
  questions: [
    choose('formulier', 'Welk formulier?', { error: 'Kies welk formulier even dicht gaat' }, forms),
    day('dicht_van', 'Eerste dag dicht'),
    day('dicht_tot', 'Laatste dag dicht'),
    story('boodschap', 'Wie helpt er intussen?', {
      hint: 'Mensen lezen dit in plaats van het formulier. Zet er een naam en een nummer bij.',
      error: 'Vul in wie er intussen helpt',
      max: 500,
    }),
  ],
  rules: [
    {
      about: 'dicht_van',
      check: ({ formulier, dicht_van: from }, { now }) => {
        const same = typeof formulier === 'string' && before[formulier]?.from === from
        return typeof from === 'string' && from < brusselsDate(now) && !same
          ? { name: 'dicht_van', message: 'De eerste dag is al voorbij. Vul vandaag of een latere dag in' }
          : undefined
      },
    },
    {
      about: 'dicht_tot',
      check: ({ dicht_van: from, dicht_tot: until }, { now }) =>
        typeof from === 'string' && typeof until === 'string' && until < from
          ? { name: 'dicht_tot', message: 'De laatste dag komt na de eerste. Kijk beide datums na' }
          : typeof until === 'string' && until < brusselsDate(now)
            ? { name: 'dicht_tot', message: 'Die dag is al voorbij. Vul vandaag of een latere dag in' }
            : undefined,
    },
  ],
})

/** Of a page that was understood. */
export const closedFormOf = (answers: Answers): { form: string; closed: ClosedForm } => ({
  form: String(answers.formulier),
  closed: { from: String(answers.dicht_van), until: String(answers.dicht_tot), text: String(answers.boodschap) },
})

/** Filled in with what holds, by the dates of today's form. */
export const typedClosedForm = (form: string, { from, until, text }: ClosedForm): RawInput =>
  asTyped({ formulier: form, dicht_van: dayTyped(from), dicht_tot: dayTyped(until), boodschap: text })
