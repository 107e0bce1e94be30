/** What a move asks, as questions of the kit: so the checks, the errors and the summary are the kit's too. */
import type { Answers } from '../../../forms/kit/answers.ts'
import type { Dossier } from '../../../forms/kit/dossier.ts'
import type { Page, PageRule, Service } from '../../../forms/kit/form.ts'
import { type Ask, drempels, type Move } from '../../../forms/kit/lifecycle.ts'
import type { Person } from '../../../forms/kit/network.ts'
import type { Option, Question, TextQuestion } from '../../../forms/kit/questions.ts'
import { exampleReference } from '../../../forms/kit/reference.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type Holder, holdersOf, holdersWithLoad } from '../holders.ts'
import type { UnexplainedCommand } from '../make-explained-move.ts'
import { involvedServiceOf } from './own-service.ts'
import { roleInWords } from './words.ts'

/** Characters of a note. */
const mostOfNote = 2000

const why: Readonly<Record<string, string>> = {
  doorverwijzen: 'Waarom past dit beter?',
  teruggeven: 'Waarom geeft u dit dossier terug?',
  advies: 'Welk advies gaf u?',
}

export const note: TextQuestion = {
  kind: 'longText',
  name: 'notitie',
  label: 'Notitie',
  hint: 'Alleen wie dit dossier mag openen, leest dit. We slaan het versleuteld op. Geen rijksregisternummer.',
  error: 'Schrijf een notitie',
  max: mostOfNote,
}

export const address: TextQuestion = {
  kind: 'email',
  name: 'email',
  label: 'E-mailadres van de aanvrager',
  error: 'Vul één e-mailadres in, bijvoorbeeld naam@dienst.be',
}

export const otherDossier: TextQuestion = {
  kind: 'text',
  name: 'referentie',
  label: 'Referentie van het andere dossier',
  hint: `Bijvoorbeeld ${exampleReference}.`,
  error: `Vul een referentie in, bijvoorbeeld ${exampleReference}`,
}

const drempelQuestion: Question = {
  kind: 'choices',
  name: 'drempels',
  label: 'Welke drempel zag u?',
  hint: 'Kies alles wat past. We tellen dit zonder namen, om te tonen waar de hulp tekortschiet.',
  error: 'Kies minstens één drempel, of “Geen drempel”',
  options: drempels,
}

const noneOrSome: PageRule = {
  about: 'drempels',
  check: ({ drempels: chosen }) =>
    Array.isArray(chosen) && chosen.includes('geen') && chosen.length > 1
      ? { name: 'drempels', message: 'Kies “Geen drempel” of een drempel, niet allebei' }
      : undefined,
}

const notBeforeToday: PageRule = {
  about: 'datum',
  check: ({ datum }, { now }) =>
    typeof datum === 'string' && datum < brusselsDate(now)
      ? { name: 'datum', message: 'Vul vandaag of een latere dag in' }
      : undefined,
}

/** One page with all that a move asks; without questions when it asks nothing. */
export function pageOf(move: Move, { network }: Service, people: readonly Option[]): Page {
  const questions = {
    persoon: {
      kind: 'choice',
      name: 'persoon',
      label: 'Wie krijgt dit dossier?',
      error: 'Kies wie dit dossier krijgt',
      options: people,
    },
    aanbod: {
      kind: 'choice',
      name: 'aanbod',
      label: 'Waar kan de cliënt terecht?',
      error: 'Kies waar de cliënt terecht kan',
      options: Object.entries(network.aanbod).map(([value, { naam }]) => ({ value, label: naam })),
    },
    toelichting: {
      kind: 'longText',
      name: 'toelichting',
      label: why[move.action] ?? 'Toelichting',
      hint: 'Voor uw collega’s. De aanvrager ziet dit niet.',
      error: move.action === 'advies' ? 'Schrijf welk advies u gaf' : 'Schrijf waarom',
      max: mostOfNote,
    },
    drempels: drempelQuestion,
    datum: {
      kind: 'date',
      name: 'datum',
      label: move.vraagDatum ?? 'Wanneer?',
      hint: 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.',
      error: 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
    },
  } as const satisfies Record<Ask, Question>
  return {
    slug: move.action,
    title: move.label,
    questions: (move.asks ?? []).map((ask) => questions[ask]),
    rules: [noneOrSome, notBeforeToday],
  }
}

/** Who can get this dossier, with how much they have, and whether they are away. */
export async function peopleFor(
  deps: Pick<WorkspaceDeps, 'queue' | 'absences' | 'now'>,
  { network }: Pick<Service, 'network'>,
  { holder }: Pick<Dossier, 'holder'>,
): Promise<Option[]> {
  const others = holdersOf(network).filter(({ id }) => id !== holder)
  const found = await holdersWithLoad(deps, network, others)
  return found.map((one) => ({ value: one.person.id, label: holderInWords(one) }))
}

/** The same page, which says of whoever works for a service that is involved that they do. */
export const withInvolved = (page: Page, service: Service, answers: Answers): Page => ({
  ...page,
  questions: page.questions.map((question) =>
    question.kind === 'choice' && question.name === 'persoon'
      ? { ...question, options: question.options.map((option) => markInvolved(option, service, answers)) }
      : question,
  ),
})

function markInvolved(option: Option, service: Service, answers: Answers): Option {
  const person = service.network.mensen.find(({ id }) => id === option.value)
  const involved = person && involvedServiceOf(person, service, answers)
  return involved ? { ...option, label: `${option.label}. Werkt bij een betrokken dienst` } : option
}

const holderInWords = ({ person: { naam, rol, dienst }, load, awayUntil }: Holder): string =>
  `${naam} (${roleInWords[rol]}, ${dienst}): ${load === 0 ? 'geen open dossiers' : load === 1 ? '1 open dossier' : `${load} open dossiers`}${
    awayUntil ? `. Afwezig tot en met ${dateInWords(awayUntil)}` : ''
  }`

/** The move somebody makes, from what they filled in. */
export function commandOf(move: Move, by: Person, answers: Answers): UnexplainedCommand {
  const text = (name: string) => textIn(answers, name)
  const { drempels: chosen } = answers
  return {
    action: move.action,
    by,
    persoon: text('persoon'),
    aanbod: text('aanbod'),
    datum: text('datum'),
    drempels: Array.isArray(chosen) ? chosen.filter((value) => typeof value === 'string') : undefined,
  }
}

/** Why, as typed. */
export const reasonIn = (answers: Answers): string | undefined => textIn(answers, 'toelichting')

const textIn = (answers: Answers, name: string): string | undefined =>
  typeof answers[name] === 'string' ? answers[name] : undefined
