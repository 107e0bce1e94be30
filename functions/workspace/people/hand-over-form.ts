/** Which dossiers go, to whom, and why: as questions of the kit, so that checks and errors are the kit's too. */
import { mostOfNote } from '../../../forms/kit/lifecycle/asks.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import type { Option, Question } from '../../../forms/kit/questions/questions.ts'
import { pickFields } from '../../shared/web/body.ts'

/** Value of "back to the list", beside the ids of people. */
const list = 'lijst'

export interface HandOverPage {
  /** Open dossiers, by reference. */
  dossiers: readonly Option[]
  /** Who can get them. */
  people: readonly Option[]
}

export const handOverQuestions = ({ dossiers, people }: HandOverPage): Question[] => [
  {
    kind: 'choices',
    name: 'dossier',
    label: 'Welke dossiers?',
    error: 'Kies minstens één dossier, of draag alles over',
    options: dossiers,
  },
  {
    kind: 'choice',
    name: 'naar',
    label: 'Naar wie?',
    error: 'Kies wie de dossiers krijgt',
    options: [...people, { value: list, label: 'Terug naar de lijst: de coördinator wijst opnieuw toe' }],
  },
  {
    kind: 'longText',
    name: 'toelichting',
    label: 'Waarom?',
    hint: 'Nodig als een dossier terug naar de lijst gaat. We slaan dit versleuteld op bij elk dossier.',
    error: 'Schrijf waarom de dossiers terug naar de lijst gaan',
    max: mostOfNote,
    optional: true,
  },
]

export type ReadHandOver =
  | { kind: 'read'; references: readonly string[]; to?: string; reason?: string }
  | { kind: 'wrong'; typed: RawInput; errors: readonly FieldError[] }

/** Undefined when the form cannot be ours. A reference that is no longer on the page still says something: it stayed. */
export function readHandOver(page: HandOverPage, body: RawInput | undefined, now: Date): ReadHandOver | undefined {
  if (!body) return undefined
  const all = body.get('alles')?.[0] === 'ja'
  const sent = body.get('dossier') ?? []
  const gone = sent.filter((reference) => !page.dossiers.some(({ value }) => value === reference))
  const dossiers = [...page.dossiers, ...gone.map((value) => ({ value, label: value }))]
  const asked: Page = {
    slug: 'overdragen',
    title: 'Draag dossiers over',
    questions: handOverQuestions({ ...page, dossiers }).filter(({ name }) => !(all && name === 'dossier')),
    rules: [
      {
        about: 'toelichting',
        check: ({ naar, toelichting }) =>
          naar === list && toelichting === undefined
            ? { name: 'toelichting', message: 'Schrijf waarom de dossiers terug naar de lijst gaan' }
            : undefined,
      },
    ],
  }
  const typed = pickFields(body, new Map([...fieldsOf(asked, body), ['dossier', true], ['alles', false]]))
  if (!typed) return undefined
  const { answers, errors } = parsePage(asked, typed, {}, { criteria: [], now })
  if (errors.length > 0) return { kind: 'wrong', typed, errors }
  const { dossier, naar, toelichting } = answers
  const chosen = Array.isArray(dossier) ? dossier.filter((value) => typeof value === 'string') : []
  return {
    kind: 'read',
    references: all ? page.dossiers.map(({ value }) => value) : chosen,
    ...(typeof naar === 'string' && naar !== list ? { to: naar } : {}),
    ...(typeof toelichting === 'string' ? { reason: toelichting } : {}),
  }
}
