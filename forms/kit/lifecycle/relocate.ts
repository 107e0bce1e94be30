/**
 * A request that came to the wrong door goes on as a dossier of another form, perhaps of another network. Along goes
 * what both forms ask, and what the coordinator writes; the rest stays behind. Pure.
 */

import { safetyOf } from '../calling.ts'
import type { NetworkContent, Person } from '../content.ts'
import { destinationName, judgeService, pagesRead, pagesWithCall, type Service } from '../form.ts'
import { daysOf, type NetworkDays } from '../network-days.ts'
import { planAnew } from '../post/mail.ts'
import type { Answers, AnswerValue } from '../questions/answers.ts'
import { takenIn } from '../questions/criteria.ts'
import { mostOf, perChoiceQuestions, type Question, type TextQuestion } from '../questions/questions.ts'
import { type SummaryLine, summarize } from '../questions/summary.ts'
import { tasksStop } from '../tasks/own-tasks.ts'
import { countCharacters } from '../text.ts'
import { plan } from './by-itself.ts'
import type { Dossier } from './dossier.ts'
import { inDays } from './ends.ts'
import { gone } from './facts-after.ts'
import { toLosers } from './losers.ts'
import type { Decision } from './move.ts'
import { type Submission, submit } from './submit.ts'

interface Relocation {
  service: Service
  /** Of the network it leaves. */
  content: NetworkContent
  dossier: Dossier
  answers: Answers
  /** Where mail to the applicant goes now. */
  email: string | undefined
  target: Service
  /** Of the network it goes to. */
  targetDays: NetworkDays
  /** Of the new dossier. */
  reference: string
  /** Of the network it leaves. */
  by: Person
  now: Date
}

export interface Relocated {
  /** The old dossier, closed. */
  old: Extract<Decision, { kind: 'moved' }>
  new: Submission
  /** Answers of the new dossier. */
  answers: Answers
  /** What both forms ask, but not on the road of the new dossier: for its first note. */
  beside: readonly SummaryLine[]
}

/** It goes on as another dossier, that of `movedTo`: this one ends, and says where. Ask `mayMoveOn` before. */
function movedOn(
  service: Service,
  content: NetworkContent,
  before: Dossier,
  movedTo: NonNullable<Dossier['movedTo']>,
  by: Person,
  now: Date,
): Extract<Decision, { kind: 'moved' }> {
  const {
    nextOn: _n,
    agenda: _a,
    paused: _p,
    referral: _r,
    callClient: _c,
    callBy: _b,
    discussedOn: _d,
    ...kept
  } = before
  const state = service.form.lifecycle.states.find(({ movedAway }) => movedAway)?.name ?? before.state
  const after: Dossier = {
    ...kept,
    ...{ state, movedTo, revision: before.revision + 1 },
    // What waits to be told of before is over.
    ...{ stateSince: now.toISOString(), toldSince: now.toISOString() },
    ttl: inDays(now, service.network.retention.closed),
    ...(before.facts ? { facts: gone(service.form, before, state) } : {}),
    ...(before.tasks ? { tasks: tasksStop(before.tasks) } : {}),
  }
  const losers = toLosers(service, content, { before, after, by: by.id, now })
  return {
    kind: 'moved',
    dossier: after,
    mails: planAnew([...losers, ...plan(service, daysOf(service.network, content), after, now)]),
  }
}

export function relocate(relocation: Relocation): Relocated {
  const { service, content, dossier, answers: all, email, target, targetDays, reference, by, now } = relocation
  const { answers, beside } = carry(service, target, all)
  const { network, form } = target
  const movedTo = { network: network.slug, form: form.slug, reference, name: destinationName(target) }
  return {
    old: movedOn(service, content, dossier, movedTo, by, now),
    new: submit({
      service: target,
      days: targetDays,
      answers,
      judgement: takenIn(judgeService(target, answers, now)),
      suspect: false,
      reference,
      origin: `verplaatst-${dossier.reference}`,
      email,
      now,
    }),
    answers,
    beside,
  }
}

/**
 * What both forms ask by the same name: as an answer where it is understood and asked, otherwise beside it in words. Of who asks for
 * themselves also how to call them safely.
 */
function carry(from: Service, to: Service, given: Answers): Pick<Relocated, 'answers' | 'beside'> {
  const wanted = new Map(questionsOf(to).map((question) => [question.name, question]))
  const goes = ({ name, safety }: Question) => wanted.has(name) || (from.form.forClients && safety)
  const shared = questionsOf(from).filter((question) => goes(question) && isAnswered(question, given))
  const known: Answers = {
    ...pick(
      given,
      shared.filter((question) => fits(question, wanted.get(question.name), given)),
    ),
    ...to.form.loggedByTeam,
  }
  const asked = pagesRead(to, known).flatMap(({ questions }) => questions)
  const answers = { ...safetyCarried(from, asked, given), ...pick(known, asked) }
  const questions = shared.filter((question) => !isAnswered(question, answers))
  return { answers, beside: summarize({ slug: from.form.slug, title: from.form.name, questions }, given) }
}

/**
 * How to call them safely goes along into the one text about it of the other form, whatever that one asks; what it has no room for is
 * left out whole, the most careful comes first; of who asks for themselves all of it is beside.
 */
function safetyCarried(from: Service, asked: readonly Question[], given: Answers): Answers {
  const into = asked.filter(isTyped).find(({ safety }) => safety)
  if (!into || questionsOf(from).some(({ name }) => name === into.name)) return {}
  const most = mostOf(into)
  const said = safetyOf(
    pagesRead(from, given).flatMap(({ questions }) => questions),
    given,
  )
  const text = said.reduce((before, one) => {
    const longer = [before, one].filter(Boolean).join(' ')
    return countCharacters(longer) <= most ? longer : before
  }, '')
  return text === '' ? {} : { [into.name]: text }
}

/** The names its answers go by. */
const namesOf = (question: Question, answers: Answers): string[] =>
  question.kind === 'perChoice' ? perChoiceQuestions(question, answers).map(({ name }) => name) : [question.name]

const isAnswered = (question: Question, answers: Answers): boolean =>
  namesOf(question, answers).some((name) => answers[name] !== undefined)

const pick = (answers: Answers, questions: readonly Question[]): Answers =>
  Object.fromEntries(
    questions
      .flatMap((question) => namesOf(question, answers))
      .flatMap((name): [string, AnswerValue][] => {
        const value = answers[name]
        return value === undefined ? [] : [[name, value]]
      }),
  )

const questionsOf = (service: Service): readonly Question[] =>
  pagesWithCall(service).flatMap(({ questions }) => questions)

/** Whether the other form understands it: the very same question, or one that could have got this answer. */
function fits(from: Question, to: Question | undefined, { [from.name]: value }: Answers): boolean {
  if (from === to) return true
  if (!to) return false
  switch (to.kind) {
    case 'choice':
    case 'choices':
      return to.kind === from.kind && [value].flat().every((one) => to.options.some((option) => option.value === one))
    // What is longer than one line may hold stands in the note.
    case 'text':
      return isTyped(from) && countCharacters(String(value)) <= (to.max ?? 200)
    case 'longText':
      return isTyped(from)
    case 'email':
    case 'phone':
    case 'postcode':
      return to.kind === from.kind
    case 'date':
    case 'wholeNumber':
    case 'rows':
    case 'rowChoice':
    case 'perChoice':
      return false
  }
}

const isTyped = (question: Question): question is TextQuestion =>
  question.kind === 'text' || question.kind === 'longText'
