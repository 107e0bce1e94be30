/** A call that somebody of the team takes: what they can ask while they are on the phone, on one page (docs/domain.md §5). */
import { pagesOn, pagesWithCall, type Service } from './form.ts'
import { mostOfNote } from './lifecycle/asks.ts'
import type { Move } from './lifecycle/lifecycle.ts'
import type { Answers } from './questions/answers.ts'
import type { FieldError, Page } from './questions/page.ts'
import type { Question } from './questions/questions.ts'

/** It is not done yet: somebody calls back. */
const callBack = 'terugbellen'

/** The moves that end a call by themselves. */
const endings = ({ form }: Pick<Service, 'form'>): readonly Move[] =>
  form.lifecycle.moves.filter(({ endsCall, asks = [] }) => endsCall && asks.length === 0)

/** Undefined for a form that a call does not begin. */
export function callPage(service: Pick<Service, 'form' | 'pages'>): Page | undefined {
  const { loggedByTeam } = service.form
  if (!loggedByTeam || endings(service).length === 0) return undefined
  const asked = pagesOn({ pages: pagesWithCall(service) }, loggedByTeam)
  return {
    slug: 'nieuw',
    title: 'Noteer een telefoontje',
    questions: [...asked.flatMap(({ questions }) => questions.flatMap(onThePhone(loggedByTeam))), ...after(service)],
    rules: [...asked.flatMap(({ rules = [] }) => rules), { about: 'klaar', check: needsNumber(asked) }],
  }
}

/** Whoever calls has a number on the screen, or is gone: without one nobody can call back, and that is all. */
const onThePhone =
  (known: Answers) =>
  (question: Question): Question[] => {
    if (known[question.name] !== undefined || question.askedBy === 'form') return []
    return [question.kind === 'phone' ? { ...question, optional: true } : question]
  }

/** What was said, and whether that was all. */
const after = (service: Pick<Service, 'form'>): Question[] => [
  {
    kind: 'longText',
    name: 'advies',
    label: 'Wat gaf u mee?',
    hint: 'Voor uw collega’s. Wie belde, leest dit niet. Zonder namen van cliënten.',
    error: 'Schrijf wat u meegaf',
    max: mostOfNote,
    optional: true,
  },
  {
    kind: 'choice',
    name: 'klaar',
    label: 'Is het klaar?',
    error: 'Kies of het klaar is',
    options: [
      ...endings(service).map(({ action, label }) => ({ value: action, label: `Ja: ${label.toLowerCase()}` })),
      { value: callBack, label: 'Nee, iemand belt terug' },
    ],
  },
]

const needsNumber =
  (asked: readonly Page[]) =>
  (answers: Answers): FieldError | undefined => {
    const number = asked.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'phone')
    return number && answers.klaar === callBack && answers[number.name] === undefined
      ? { name: number.name, message: 'Vul het nummer in waarop iemand terugbelt' }
      : undefined
  }

/** What was answered of the form, and what the call came to. */
export function readCall({ advies, klaar, ...answers }: Answers) {
  return {
    answers,
    advice: typeof advies === 'string' ? advies : undefined,
    /** The move that ends it; undefined while somebody must call back. */
    ending: typeof klaar === 'string' && klaar !== callBack ? klaar : undefined,
  }
}
