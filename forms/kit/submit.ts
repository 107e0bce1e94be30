/** What a submit comes to: a dossier and the mails we promise. Pure: time and reference are given. */
import type { Answers } from './answers.ts'
import { type Judgement, namesOf } from './criteria.ts'
import type { Dossier } from './dossier.ts'
import type { Form, Service } from './form.ts'
import { type PlannedMail, planOfNew } from './move.ts'
import type { Notification } from './notifications.ts'
import { addWorkingDays, brusselsDate } from './time.ts'

export interface Submission {
  dossier: Dossier
  /** Where mail to the applicant goes; absent when they left only a phone number. */
  email: string | undefined
  notifications: readonly PromisedMail[]
  planned: readonly PlannedMail[]
  /** The answers a list of dossiers shows, by column; to be sealed on their own. */
  listed: Answers
}

export interface PromisedMail {
  notification: Notification
  /** Mail to a typed address is held when the form was filled in by a machine (domain.md §3.11). */
  held?: 'verdacht'
}

export interface SubmitInput {
  service: Service
  answers: Answers
  judgement: Judgement
  suspect: boolean
  reference: string
  /** Id of the draft or handout it came from. */
  origin: string
  now: Date
}

export function submit({ service, answers, judgement, suspect, reference, origin, now }: SubmitInput): Submission {
  const { network, form, settings, pages } = service
  const email = typeof answers.email === 'string' ? answers.email : undefined
  const receivedAt = now.toISOString()
  const answerBefore = addWorkingDays(brusselsDate(now), settings.answerWithinWorkingDays)
  const facts = { network: network.slug, form: form.slug, reference, linkVersion: 1, receivedAt, answerBefore }
  const questions = pages.flatMap((page) => page.questions)
  const dossier: Dossier = {
    reference,
    network: network.slug,
    form: form.slug,
    state: initialState(form),
    stateSince: receivedAt,
    revision: 1,
    nextOn: answerBefore,
    planned: [],
    related: [],
    origin,
    outcome: judgement.outcome === 'twijfel' ? 'twijfel' : 'voldoet',
    doubtful: namesOf(judgement.doubtful),
    suspect,
    receivedAt,
    answerBefore,
    linkVersion: 1,
    trend: Object.fromEntries(questions.filter(({ trend }) => trend).flatMap(({ name }) => trendFact(name, answers))),
  }
  const planned = planOfNew(service, dossier, now)
  return {
    email,
    dossier: { ...dossier, planned: planned.map(({ mailId }) => mailId) },
    planned,
    listed: Object.fromEntries(
      questions.flatMap(({ name, listed }) => (listed && answers[name] ? [[listed, String(answers[name])]] : [])),
    ),
    notifications: [
      ...(email === undefined
        ? []
        : [
            {
              notification: { kind: 'ontvangen', to: 'aanvrager', ...facts },
              ...(suspect ? { held: 'verdacht' } : {}),
            } satisfies PromisedMail,
          ]),
      { notification: { kind: 'triage', to: 'triage', ...facts } },
    ],
  }
}

function initialState({ verloop, slug }: Form): string {
  const [first] = verloop.states
  if (!first) throw new Error(`Form ${slug} has no states`)
  return first.name
}

/** Choices and numbers only: typed text is never a fact. */
function trendFact(name: string, answers: Answers): [string, number | string[]][] {
  const value = answers[name]
  if (typeof value === 'number') return [[name, value]]
  return Array.isArray(value) ? [[name, value.filter((item) => typeof item === 'string')]] : []
}
