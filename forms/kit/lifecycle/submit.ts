/** What a submit comes to: a dossier and the mails we promise. Pure: time and reference are given. */

import { safetyOf } from '../calling.ts'
import { yearOf } from '../figures/facts.ts'
import { variables } from '../figures/variables.ts'
import { pagesRead, type Service } from '../form.ts'
import { maskedReach } from '../masked.ts'
import type { NetworkDays } from '../network-days.ts'
import { type MailPlan, promise } from '../post/mail.ts'
import type { Answers } from '../questions/answers.ts'
import { type Judgement, namesOf } from '../questions/criteria.ts'
import type { Question } from '../questions/questions.ts'
import { inList } from '../questions/summary.ts'
import { bytesIn, shorten } from '../shorten.ts'
import { agendaDate, agendaMailOf } from '../team-meeting/agenda.ts'
import { brusselsDate } from '../time.ts'
import { planOfNew } from './by-itself.ts'
import type { Dossier } from './dossier.ts'
import { firstState } from './lifecycle.ts'
import { atOnce } from './to-applicant.ts'
import { callByOf } from './urgent.ts'

export interface Submission {
  dossier: Dossier
  /** Where mail to the applicant goes; absent when they left only a phone number. */
  email: string | undefined
  mails: MailPlan
  /** The answers a list of dossiers shows, by column; to be sealed on their own. */
  listed: Answers
}

export interface SubmitInput {
  service: Service
  /** As its content says now: each day it promises is one on which the network works. */
  days: NetworkDays
  answers: Answers
  judgement: Judgement
  suspect: boolean
  reference: string
  /** Id of the draft or handout it came from. */
  origin: string
  /** Where mail to the applicant goes, when that is known already; otherwise it is among the answers. */
  email?: string | undefined
  /** Somebody of the network typed it, so that nobody has to open it. */
  byStaff?: true
  now: Date
}

export function submit({
  service,
  days,
  answers,
  judgement,
  suspect,
  reference,
  origin,
  now,
  ...known
}: SubmitInput): Submission {
  const { network, form, settings } = service
  const email = known.email ?? (typeof answers.email === 'string' ? answers.email : undefined)
  const receivedAt = now.toISOString()
  const today = brusselsDate(now)
  const { name: state, onAgenda } = firstState(form.lifecycle, answers)
  const on = onAgenda ? agendaDate(days, now) : undefined
  const answerBefore = days.add(on ?? today, settings.answerWithinWorkingDays)
  const about = { network: network.slug, form: form.slug, reference, linkVersion: 1, receivedAt, answerBefore }
  const facts = { ...about, state, ...(on ? { on } : {}) }
  const callBy = onAgenda ? callByOf(form, days, answers, now) : undefined
  const questions = pagesRead(service, answers).flatMap((page) => page.questions)
  const dossier: Dossier = {
    reference,
    network: network.slug,
    form: form.slug,
    state,
    stateSince: receivedAt,
    revision: 1,
    nextOn: on ?? answerBefore,
    ...(on && !suspect ? { agenda: on } : {}),
    ...(callBy ? { callBy } : {}),
    planned: [],
    related: [],
    origin,
    outcome: judgement.outcome === 'twijfel' ? 'twijfel' : 'voldoet',
    doubtful: namesOf(judgement.doubtful),
    suspect,
    receivedAt,
    ...(known.byStaff ? { openedAt: receivedAt } : {}),
    answerBefore,
    reach: maskedReach({ email, phone: typeof answers.telefoon === 'string' ? answers.telefoon : undefined }),
    linkVersion: 1,
    facts: { [variables.weg]: { [yearOf(today)]: { [state]: 1 } } },
    trend: Object.fromEntries(
      questions.filter(({ trend }) => trend).flatMap((question) => trendFact(question, answers)),
    ),
  }
  const confirmation = atOnce(dossier, { kind: 'ontvangen', to: 'aanvrager', ...facts })
  return {
    email,
    dossier,
    listed: {
      ...Object.fromEntries(
        questions.flatMap((question) => {
          const { listed } = question
          const text = listed && inList(question, answers)
          return text ? [[listed, shorten(text, mostListed[listed])]] : []
        }),
      ),
      ...(form.forClients ? { veilig: safetyInList(safetyOf(questions, answers)) } : {}),
    },
    mails: promise(
      ...(email === undefined ? [] : [{ ...confirmation, ...(suspect ? { held: 'verdacht' as const } : {}) }]),
      atOnce(dossier, { kind: 'triage', to: 'triage', ...facts, ...(callBy ? { callBy } : {}) }),
      ...planOfNew(service, days, dossier, now),
      ...agendaMailOf(service, days, dossier),
    ),
  }
}

/** Bytes of UTF-8 that each column of a list has: sealed, they are in every dossier that a list or a count reads (docs/decisions/003). */
export const mostListed = { over: 120, organisatie: 100, gemeente: 40, telefoon: 24, veilig: 140 } as const

/** In full, or that it is to be read first: never a part of it. */
const safetyInList = (texts: readonly string[]): string => {
  const text = texts.join(' ')
  return bytesIn(text) <= mostListed.veilig ? text : 'Lees eerst in het dossier hoe u veilig belt.'
}

/** Choices and numbers only: typed text is never a fact. */
function trendFact({ name, kind }: Question, answers: Answers): [string, number | string | string[]][] {
  const value = answers[name]
  switch (kind) {
    case 'choice':
      return typeof value === 'string' ? [[name, value]] : []
    case 'choices':
      return Array.isArray(value) ? [[name, value.filter((item) => typeof item === 'string')]] : []
    case 'wholeNumber':
      return typeof value === 'number' ? [[name, value]] : []
    case 'rows':
    case 'rowChoice':
    case 'perChoice':
    case 'text':
    case 'longText':
    case 'email':
    case 'phone':
    case 'postcode':
    case 'date':
      return []
  }
}
