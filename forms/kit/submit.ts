/** What a submit comes to: a dossier and the mails we promise. Pure: time and reference are given. */
import type { Answers } from './answers.ts'
import { type Judgement, namesOf } from './criteria.ts'
import type { Dossier } from './dossier.ts'
import type { Service } from './form.ts'
import type { Notification } from './notifications.ts'
import { addWorkingDays, brusselsDate } from './time.ts'

export interface Submission {
  dossier: Dossier
  /** Where mail to the applicant goes; absent when they left only a phone number. */
  email: string | undefined
  notifications: readonly PromisedMail[]
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
  now: Date
}

export function submit({ service, answers, judgement, suspect, reference, now }: SubmitInput): Submission {
  const { network, form, settings, pages } = service
  const email = typeof answers.email === 'string' ? answers.email : undefined
  const receivedAt = now.toISOString()
  const answerBefore = addWorkingDays(brusselsDate(now), settings.answerWithinWorkingDays)
  const facts = { network: network.slug, form: form.slug, reference, linkVersion: 1, receivedAt, answerBefore }
  const kept = pages.flatMap(({ questions }) => questions).filter(({ trend }) => trend)
  return {
    email,
    dossier: {
      reference,
      network: network.slug,
      form: form.slug,
      state: 'ingediend',
      outcome: judgement.outcome === 'twijfel' ? 'twijfel' : 'voldoet',
      doubtful: namesOf(judgement.doubtful),
      suspect,
      receivedAt,
      answerBefore,
      linkVersion: 1,
      trend: Object.fromEntries(kept.flatMap(({ name }) => trendFact(name, answers))),
    },
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

/** Choices and numbers only: typed text is never a fact. */
function trendFact(name: string, answers: Answers): [string, number | string[]][] {
  const value = answers[name]
  if (typeof value === 'number') return [[name, value]]
  return Array.isArray(value) ? [[name, value.filter((item) => typeof item === 'string')]] : []
}
