/**
 * The answer to an invitation: one page, one question that matters (docs/domain.md §6). The same questions on the public page
 * and behind the personal link, where the address is known already; an organiser who writes down a call asks who and what.
 */
import {
  aantal,
  antwoord,
  antwoordOfCaller,
  antwoordWhenFull,
  antwoordWhenWaiting,
  casus,
  collega,
  email,
  emailOfCaller,
  functie,
  naam,
  naamOfCaller,
  opmerking,
  organisatie,
  telefoon,
  telefoonOfCaller,
} from './event-questions.ts'
import { type Answer, dayWhen, type LoketEvent, type OwnQuestion, sessionsOf } from './kit/events/events.ts'
import type { Form } from './kit/form.ts'
import type { Lifecycle } from './kit/lifecycle/lifecycle.ts'
import type { Answers } from './kit/questions/answers.ts'
import type { Page, PageRule } from './kit/questions/page.ts'
import type { ChoiceQuestion, Question } from './kit/questions/questions.ts'
import { bytesIn } from './kit/shorten.ts'
import { capitalised } from './kit/text.ts'

/** What of an event says which questions its answer has. */
export type Asking = Pick<
  LoketEvent,
  | 'capaciteit'
  | 'casussen'
  | 'vragen'
  | 'metHoeveel'
  | 'vraagtOrganisatie'
  | 'perSessie'
  | 'sessies'
  | 'start'
  | 'einde'
  | 'toegang'
>

export interface AskedOf {
  /** Everybody on the public page; an invitee behind their link; or the organiser about who called. */
  by?: 'public' | 'personal' | 'organiser'
  /** A yes is one for the waiting list. */
  full?: boolean
  /** They wait already. */
  waits?: boolean
}

/**
 * Bytes of UTF-8 that each of these has, those of one kind together. All of them are in the item that lists read, and again
 * beside it when an answer comes too late: so it stays below 4 KB (docs/decisions/003).
 */
export const mostWords = {
  naam: 150,
  organisatie: 150,
  functie: 150,
  opmerking: 550,
  collega: 350,
  eigen: 250,
} as const

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
      questions: [antwoord, naam, organisatie, functie, email, collega, casus, opmerking],
    },
  ],
  lifecycle,
  discretion: 'Stuur geen gegevens over cliënten per mail.',
  stopping: '',
  triage: '',
  afterwards: [],
}

/** The questions of one event: only what it wants to know, of whoever is asked. */
export function rsvpQuestions(event: Asking, { by = 'public', full, waits }: AskedOf = {}): readonly Question[] {
  const { vraagtOrganisatie, metHoeveel, toegang } = event
  if (by === 'organiser') {
    const atWill: Question = { ...organisatie, optional: true }
    const who = vraagtOrganisatie ? [naamOfCaller, atWill] : [naamOfCaller]
    return [antwoordOfCaller, ...who, ...(metHoeveel ? [aantal] : []), emailOfCaller, telefoonOfCaller]
  }
  return [
    waits ? antwoordWhenWaiting : full ? antwoordWhenFull : antwoord,
    ...(metHoeveel ? [aantal] : []),
    naam,
    ...(vraagtOrganisatie ? [organisatie, functie] : []),
    ...(by === 'personal' ? [] : vraagtOrganisatie ? [email] : [{ ...email, optional: true } as const, telefoon]),
    // Who was asked in person answers for themselves.
    ...(metHoeveel || toegang !== 'openbaar' ? [] : [collega]),
    ...(event.perSessie ? [sessieOf(event)] : []),
    ...event.vragen.map(ownQuestion),
    ...(event.casussen ? [casus] : []),
    opmerking,
  ]
}

/** On which days they come. */
const sessieOf = (event: Asking): ChoiceQuestion => ({
  kind: 'choices',
  name: 'sessie',
  label: 'Welke dagen komt u?',
  error: 'Kies minstens één dag',
  options: sessionsOf(event).map((session) => ({
    value: session.id,
    label: capitalised(dayWhen(session)),
  })),
})

function ownQuestion({ id, soort, vraag, keuzes }: OwnQuestion): Question {
  const asked = { name: id, label: vraag, error: '', optional: true } as const
  if (soort === 'keuze')
    return {
      ...asked,
      kind: 'choice',
      error: `Kies een antwoord bij “${vraag}”`,
      options: keuzes.map((keuze) => ({ value: keuze, label: keuze })),
    }
  if (soort === 'getal') return { ...asked, kind: 'wholeNumber', error: 'Vul een getal in, bijvoorbeeld 3' }
  return { ...asked, kind: 'text', max: 100 }
}

/** What each answer cannot do without, beside the address: for a *no* that is enough (docs/domain.md §6). */
const needed: Readonly<Record<Answer, readonly string[]>> = {
  ja: ['naam', 'organisatie', 'sessie'],
  op_de_hoogte: ['naam'],
  nee: [],
}

/** What can be left open by who gives another answer. */
const openTo = ['naam', 'organisatie', 'sessie']

interface AboutPage extends AskedOf {
  answer?: Answer | undefined
}

/** What is sent of them, to understand it; without an answer nobody knows yet what else it needs. */
export const rsvpPage = (event: Asking, { answer = 'nee', ...asked }: AboutPage = {}): Page => ({
  ...{ slug: 'antwoord', title: 'Laat weten of u komt' },
  questions: rsvpQuestions(event, asked).map((question) =>
    asked.by === 'organiser' || needed[answer].includes(question.name) || !openTo.includes(question.name)
      ? question
      : { ...question, optional: true },
  ),
  rules: [
    ...fits,
    partyFits(event, asked),
    ...(asked.by === undefined || asked.by === 'public' ? [reachable(event, answer)] : []),
  ],
})

/** Where an address is not asked of everybody: one of both, and to be kept informed there is only mail. */
const reachable = ({ vraagtOrganisatie }: Asking, answer: Answer): PageRule => ({
  about: 'email',
  check: ({ email: address, telefoon: number }) => {
    if (vraagtOrganisatie || address !== undefined) return undefined
    if (answer === 'op_de_hoogte') return { name: 'email', message: email.error }
    return number === undefined ? { name: 'email', message: 'Vul uw e-mailadres of uw telefoonnummer in' } : undefined
  },
})

/** One answer brings few: more would keep everybody behind them in the line waiting. An organiser knows the group. */
const mostTogether = 9

const partyFits = ({ capaciteit = Number.POSITIVE_INFINITY }: Asking, { by }: AskedOf): PageRule => ({
  about: 'antwoord',
  check: ({ antwoord: said, aantal: number, collega: rows }) => {
    const party = Number(number ?? 1 + (Array.isArray(rows) ? rows.length : 0))
    // Of colleagues the rows of the table say how many.
    const isBounded = by !== 'organiser' && number !== undefined
    const most = Math.min(capaciteit, isBounded ? mostTogether : Number.POSITIVE_INFINITY)
    if (said !== 'ja' || party <= most) return undefined
    const name = number === undefined ? 'collega[0].naam' : 'aantal'
    return { name, message: `U kunt met hoogstens ${most} komen. Bent u met meer? Bel ons.` }
  },
})

const tooLong = 'Deze tekst is te lang om te bewaren. Maak hem korter.'

/** What somebody writes about a person on the list, each by its own bound (`mostWords`). */
export const fitsWords = (names: readonly ('naam' | 'organisatie' | 'functie' | 'opmerking')[]): PageRule[] =>
  names.map((about) => ({
    about,
    check: (answers) => (sizeOf(answers[about]) > mostWords[about] ? { name: about, message: tooLong } : undefined),
  }))

const fits: readonly PageRule[] = [
  ...fitsWords(['naam', 'organisatie', 'functie', 'opmerking']),
  {
    about: 'collega',
    check: ({ collega: rows }) =>
      sizeOf(rows) > mostWords.collega
        ? { name: 'collega[0].naam', message: 'Deze namen zijn samen te lang om te bewaren. Laat de functies weg.' }
        : undefined,
  },
  {
    about: 'opmerking',
    check: (answers) => {
      const own = ownIn(answers)
      const [first] = Object.keys(own)
      return first && sizeOf(Object.values(own).join('')) > mostWords.eigen
        ? { name: first, message: tooLong }
        : undefined
    },
  },
]

const sizeOf = (value: unknown): number =>
  value === undefined
    ? 0
    : bytesIn(
        typeof value === 'string'
          ? value
          : Object.values(value as object)
              .map((row) => Object.values(row as object).join(''))
              .join(''),
      )

/** Answers to the organiser's own questions, as they are kept. */
export const ownIn = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => (/^eigen_\d$/.test(name) ? [[name, String(value)]] : [])),
  )
