/** A form: what we ask in the order a person meets it, and the words around it. */
import type { Renamed } from './formerly.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import type { Network, NetworkForm } from './network.ts'
import type { OverlegOfForm } from './overleg/of-form.ts'
import type { PlanOfForm } from './plan/plan-of-form.ts'
import type { Answers } from './questions/answers.ts'
import {
  type Criterion,
  holds,
  isOpen,
  type Judgement,
  judge,
  questionsInDoubt,
  questionsOf,
  type Rule,
} from './questions/criteria.ts'
import type { Page } from './questions/page.ts'
import type { Question } from './questions/questions.ts'

export interface Form extends Renamed {
  /** Second part of the address, and the key in a network's data. */
  slug: string
  /** Three letters before the reference, e.g. LCO. */
  prefix: string
  /** "LCO aanvraag": in lists and subjects for coordinators. */
  name: string
  /** What the person sends: "aanvraag" in "Uw aanvraag is ontvangen". */
  noun: string
  /** What it is about: "een lokaal cliëntoverleg" in "uw aanvraag voor een lokaal cliëntoverleg". */
  subject: string
  /** "een LCO" in "komt niet in aanmerking voor een LCO". */
  short: string
  /** About whom, beside whoever asks, a refusal is no judgement: "uw cliënt"; absent where it is about the one who asks. */
  about?: string
  pages: readonly Page[]
  /** What can happen to it once it is sent. */
  lifecycle: Lifecycle
  /** That people come to a table for it, and how. */
  overleg?: OverlegOfForm
  /** That an overleg comes to a plan van aanpak, and what that is made of. */
  plan?: PlanOfForm
  /**
   * What is known of a request that the team takes in itself, after a call or from another form. These answers decide
   * its road; the rest of that road is what somebody who logs a call fills in.
   */
  loggedByTeam?: Answers
  /** Whoever asks can say that it is urgent: then somebody calls the same day. `why`: the question that says why. */
  urgent?: { when: Rule; why: string }
  /** Questions that say in a sentence what is asked, for lists of the team: the first that was answered. */
  essence?: readonly string[]
  /** Questions whose answers are read first on the page of a dossier, in this order; those of the essence when absent. */
  foremost?: readonly string[]
  /** Words of the start page; a form without one is reached from another form. */
  start?: StartPage
  /**
   * Filled in by whom it is about, perhaps while somebody looks on: one page, of which nothing is kept before it is sent, without mail
   * to them. How to call them safely stands wherever somebody is called (docs/decisions/031).
   */
  forClients?: true
  /** "Stuur geen gegevens over uw cliënt per mail." */
  discretion: string
  /** Above the button that stops it. */
  stopping: string
  /** What the coordinator can do with it, in the triage mail. */
  triage: string
  /** "Wat gebeurt er nu?" in the first mail, after the sentence with the answer date; on the receipt the road says it (ahead.ts). */
  afterwards: readonly string[]
}

/** Drawn behind the counter of a door (functions/public/pages/door-arch.tsx): people at a table, a book, a house, somebody who speaks. */
export type Behind = 'table' | 'book' | 'house' | 'speech'

/** A door on the home page and on the page of its network. */
export interface Door {
  /** "Lokaal cliëntoverleg" */
  title: string
  text: string
  /** What the button says. */
  go: string
}

interface StartPage {
  title: string
  lead: string
  /** "Alle hulpverleners rond één tafel": for who knows what is needed, and not what it is called. */
  need: string
  behind: Behind
  door: Door
  /** Says the phone number first: for some questions a call is quicker. */
  callFirst?: true
  atHand: string
  /** "12 tot 20 minuten" */
  duration: string
  /** Who reads it beside the coordinators: "de casemanager". */
  readers: string
  /** Asks whether it is about whoever reads this: "Bent u zelf cliënt?" */
  self: string
  mind: readonly string[]
}

/** The pages a network asks: on the judging page only the questions its criteria use. */
export function pagesOf(form: Form, { criteria }: NetworkForm): readonly Page[] {
  const used = new Set(criteria.flatMap(({ rule }) => questionsOf(rule)))
  const isAsked = (page: Page) => (question: Question) =>
    question.askedBy !== 'call' && (!page.judges || used.has(question.name))
  return form.pages.map((page) =>
    page.questions.every(isAsked(page)) ? page : { ...page, questions: page.questions.filter(isAsked(page)) },
  )
}

/** The pages on the road of these answers. */
export const pagesOn = ({ pages }: Pick<Service, 'pages'>, answers: Answers): readonly Page[] =>
  pages.filter(({ when }) => !when || holds(when, answers))

/** All that can be answered: also what only somebody of the team asks who takes a call. */
export const pagesWithCall = ({ form, pages }: Pick<Service, 'form' | 'pages'>): readonly Page[] =>
  pages.map((page) => {
    const { questions = [] } = form.pages.find(({ slug }) => slug === page.slug) ?? {}
    return { ...page, questions: questions.filter((one) => one.askedBy === 'call' || page.questions.includes(one)) }
  })

/** The pages on the road of these answers for who reads them: what only the one or the other asks, stands there once answered. */
export const pagesRead = (service: Pick<Service, 'form' | 'pages'>, answers: Answers): readonly Page[] =>
  pagesOn({ pages: pagesWithCall(service) }, answers).map((page) => ({
    ...page,
    title: page.readAs ?? page.title,
    questions: page.questions
      .filter(({ name, askedBy }) => askedBy === undefined || answers[name] !== undefined)
      .map(asRead),
  }))

/** A question in the words of who reads its answer. */
export const asRead = (question: Question): Question => ({
  ...question,
  label: question.readAs ?? question.label,
  ...('options' in question
    ? { options: question.options.map((option) => ({ ...option, label: option.readAs ?? option.label })) }
    : {}),
})

/** Whether every page of the road is known by now. */
export const isRoadKnown = ({ pages }: Pick<Service, 'pages'>, answers: Answers): boolean =>
  pages.every(({ when }) => !when || !isOpen(when, answers))

/** Names of the questions on the road of these answers. */
const askedOn = (service: Service, answers: Answers): ReadonlySet<string> =>
  new Set(
    pagesOn(service, answers)
      .flatMap(({ questions }) => questions)
      .filter(({ when }) => !when || holds(when, answers))
      .map(({ name }) => name),
  )

/** A criterion counts when one of its questions is asked on the road of these answers. */
export function criteriaOn(service: Service, answers: Answers): readonly Criterion[] {
  const asked = askedOn(service, answers)
  return service.settings.criteria.filter(({ rule }) => questionsOf(rule).some((question) => asked.has(question)))
}

/** Names of the questions on the road of these answers whose answers are in doubt: for the coordinator to look at. */
export function doubtfulQuestions({ doubtful }: Judgement, service: Service, answers: Answers): ReadonlySet<string> {
  const asked = askedOn(service, answers)
  return new Set(
    doubtful.flatMap((criterion) => questionsInDoubt(criterion, answers)).filter((name) => asked.has(name)),
  )
}

/** What the answers come to. */
export const judgeService = (service: Service, answers: Answers, now: Date): Judgement =>
  judge(criteriaOn(service, answers), answers, now)

/** "De coördinatoren van LCO Aalst, de casemanager en wie hen vervangt": who reads what is sent. */
export const readersInWords = ({ network, form }: Pick<Service, 'network' | 'form'>): string =>
  [`De coördinatoren van ${network.name}`, form.start?.readers]
    .filter(Boolean)
    .join(', ')
    .concat(' en wie hen vervangt')
/** "LCO aanvraag van LCO Aalst" */
export const destinationName = ({ form, network }: Pick<Service, 'form' | 'network'>): string =>
  `${form.name} van ${network.name}`

/** A form as one network runs it. */
export interface Service {
  network: Network
  form: Form
  settings: NetworkForm
  /** The form's pages with what this network asks. */
  pages: readonly Page[]
  /** The network does not offer it any more, or nobody knows it: what is still there stays in sight. */
  verouderd?: true
}
