/**
 * What a move can ask of whoever makes it, one entry an ask: its question, and whether a command answers it. The page of a
 * move, its errors, the refusal of a decision and the agenda of a team all read this table; a new ask without its part
 * does not compile.
 */
import type { AtWork } from '../absence.ts'
import { currentAanbod, holdersOf, type NetworkContent } from '../content.ts'
import type { Service } from '../form.ts'
import type { Answers } from '../questions/answers.ts'
import type { PageRule } from '../questions/page.ts'
import { type Option, type Question, yearsAhead } from '../questions/questions.ts'
import { brusselsDate } from '../time.ts'
import type { Dossier } from './dossier.ts'
import { type Ask, choosableStates, drempels, type Move } from './lifecycle.ts'
import type { HandedOver } from './losers.ts'
import { inHandsOf } from './service-call.ts'

/** Somebody makes a move. */
export interface Command {
  action: string
  by: AtWork | 'aanvrager'
  /** Id of the person it is assigned to, or who calls. */
  person?: string | undefined
  /** Key of the network's offer. */
  offer?: string | undefined
  /** Brussels calendar date. */
  date?: string | undefined
  drempels?: readonly string[] | undefined
  /** Name of a state of the form. */
  state?: string | undefined
  /** The reason, typed; kept sealed, so here only whether there is one. */
  explained?: boolean | undefined
  /** Part of a hand-over of several. */
  handedOver?: HandedOver | undefined
}

/** Characters of a note. */
export const mostOfNote = 2000

/** What the questions of a move are made from. */
interface Asked {
  service: Service
  content: NetworkContent
  /** Who can get the dossier. */
  people: readonly Option[]
}

interface Given {
  service: Service
  content: NetworkContent
  dossier: Dossier
  now: Date
}

interface AskDefinition {
  /** Its name is the ask's; the move may bring words of its own. */
  question: (asked: Asked) => Question
  /** What the question cannot see for itself. */
  rule?: PageRule
  /** Also when what was offered on the page changed since. */
  isAnswered: (command: Command, given: Given) => boolean
}

const asks: Readonly<Record<Ask, AskDefinition>> = {
  persoon: {
    question: ({ people }) => ({
      kind: 'choice',
      name: 'persoon',
      label: 'Wie krijgt dit dossier?',
      error: 'Kies wie dit dossier krijgt',
      options: people,
    }),
    isAnswered: ({ person }, { content, dossier }) =>
      person !== inHandsOf(dossier) && holdersOf(content).some(({ id }) => id === person),
  },
  beller: {
    question: ({ content }) => ({
      kind: 'choice',
      name: 'beller',
      label: 'Wie belt die dienst, samen met de aanvrager?',
      hint: 'Kiest u niemand? Dan doet u het zelf. Het staat in Mijn week tot iemand noteert dat er gebeld is.',
      error: 'Kies wie de dienst belt',
      optional: true,
      options: holdersOf(content).map(({ id, name }) => ({ value: id, label: name })),
    }),
    isAnswered: ({ person }, { content }) => person === undefined || holdersOf(content).some(({ id }) => id === person),
  },
  aanbod: {
    question: ({ content }) => ({
      kind: 'choice',
      name: 'aanbod',
      label: 'Waar kan de cliënt terecht?',
      error: 'Kies waar de cliënt terecht kan',
      options: currentAanbod(content).map(([value, { name }]) => ({ value, label: name })),
    }),
    isAnswered: ({ offer }, { content }) => currentAanbod(content).some(([key]) => key === offer),
  },
  toelichting: {
    question: () => ({
      kind: 'longText',
      name: 'toelichting',
      label: 'Toelichting',
      hint: 'Voor uw collega’s. De aanvrager ziet dit niet.',
      error: 'Schrijf waarom',
      max: mostOfNote,
    }),
    isAnswered: ({ explained }) => explained === true,
  },
  drempels: {
    question: () => ({
      kind: 'choices',
      name: 'drempels',
      label: 'Welke drempel zag u?',
      hint: 'Kies alles wat past. We tellen dit zonder namen, om te tonen waar de hulp tekortschiet.',
      error: 'Kies minstens één drempel, of “Geen drempel”',
      options: drempels,
    }),
    rule: {
      about: 'drempels',
      check: ({ drempels: chosen }) =>
        Array.isArray(chosen) && chosen.includes('geen') && chosen.length > 1
          ? { name: 'drempels', message: 'Kies “Geen drempel” of een drempel, niet allebei' }
          : undefined,
    },
    isAnswered: ({ drempels: chosen = [] }) =>
      chosen.length > 0 && chosen.every((value) => drempels.some((drempel) => drempel.value === value)),
  },
  datum: {
    question: () => ({
      kind: 'date',
      name: 'datum',
      label: 'Wanneer?',
      hint: 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.',
      error: 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
      between: { years: yearsAhead },
    }),
    rule: {
      about: 'datum',
      check: ({ datum }, { now }) =>
        typeof datum === 'string' && datum < brusselsDate(now)
          ? { name: 'datum', message: 'Vul vandaag of een latere dag in' }
          : undefined,
    },
    isAnswered: ({ date }, { now }) => date !== undefined && date >= brusselsDate(now),
  },
  stand: {
    question: ({ service: { form } }) => ({
      kind: 'choice',
      name: 'stand',
      label: 'Waar staat dit dossier nu?',
      hint: 'De aanvrager krijgt hiervan geen mail.',
      error: 'Kies waar dit dossier nu staat',
      options: choosableStates(form.lifecycle).map(({ name, label }) => ({ value: name, label })),
    }),
    isAnswered: ({ state }, { service: { form } }) =>
      choosableStates(form.lifecycle).some(({ name }) => name === state),
  },
}

/** What a move asks, as questions in its own words, and the rules over their answers. */
export function askedBy({ asks: names = [], words = {}, optional }: Move, asked: Asked) {
  return {
    questions: names.map(
      (name): Question => ({
        ...asks[name].question(asked),
        ...words[name],
        ...(optional?.includes(name) ? { optional: true as const } : {}),
      }),
    ),
    rules: names.flatMap((name) => asks[name].rule ?? []),
  }
}

/** The first ask that a command does not answer. */
export const unanswered = ({ asks: names = [], optional }: Move, command: Command, given: Given): Ask | undefined =>
  names.find((name) => !optional?.includes(name) && !asks[name].isAnswered(command, given))

/** Who is chosen on its page: to get it, or to call. `read`: what was filled in. */
export const personIn = (read: (name: Extract<Ask, 'persoon' | 'beller'>) => string | undefined): string | undefined =>
  read('persoon') ?? read('beller')

/** The move somebody makes, from what they filled in. */
export function commandOf({ action }: Move, by: AtWork, answers: Answers): Command & { by: AtWork } {
  const text = (name: Ask) => (typeof answers[name] === 'string' ? answers[name] : undefined)
  const { drempels: chosen } = answers
  return {
    action,
    by,
    person: personIn(text),
    offer: text('aanbod'),
    date: text('datum'),
    state: text('stand'),
    drempels: Array.isArray(chosen) ? chosen.filter((value) => typeof value === 'string') : undefined,
    explained: text('toelichting') !== undefined,
  }
}
