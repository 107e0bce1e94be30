/** A mail to the applicant in fixed words: whether it can go, and what it comes to. It moves nothing, and counts as life. */
import type { Service } from '../form.ts'
import type { NetworkDays } from '../network-days.ts'
import { planAnew } from '../post/mail.ts'
import { asksDate, type Template } from '../templates.ts'
import { plan } from './by-itself.ts'
import { type Dossier, lived, shownRevision } from './dossier.ts'
import { type DoneLine, isLastDone } from './last-done.ts'
import { stateOf } from './lifecycle.ts'
import type { Decision } from './move.ts'
import { applicantMark } from './not-reached.ts'
import { aboutOf, toApplicant } from './to-applicant.ts'

/** Why nothing can be mailed to the applicant of this dossier now. */
export type Unmailed =
  /** Nothing goes on here any more. */
  | 'closed'
  /** Nobody said yet that it is real. */
  | 'suspect'
  /** They left a phone number only. */
  | 'no_address'
  /** What we mail comes back. */
  | 'not_reached'

export function unmailed({ form }: Pick<Service, 'form'>, dossier: Dossier): Unmailed | undefined {
  if (stateOf(form.lifecycle, dossier.state).closed) return 'closed'
  if (dossier.suspect) return 'suspect'
  if (dossier.applicant === undefined) return 'no_address'
  return dossier.notReached?.includes(applicantMark) ? 'not_reached' : undefined
}

interface Sending {
  template: Template
  /** Brussels date, where its words ask one. */
  date?: string | undefined
  /** Id of who sends it. */
  by: string
  now: Date
}

/** What must happen later is counted from here, as after any move. */
export function sendTemplate(
  service: Service,
  days: NetworkDays,
  before: Dossier,
  { template, date, by, now }: Sending,
): Extract<Decision, { kind: 'moved' }> {
  const dossier = lived(before, now)
  const mails = toApplicant(dossier, {
    ...{ kind: 'bericht', to: 'aanvrager', ...aboutOf(dossier), template: template.key, sender: by },
    ...(asksDate(template) && date !== undefined ? { on: date } : {}),
    ...(dossier.holder === undefined ? {} : { holder: dossier.holder }),
  })
  return {
    kind: 'moved',
    dossier,
    mails: planAnew([...mails, ...plan(service, days, dossier, now)]),
  }
}

/** As the history tells it. */
export const templateSent = 'bericht'

export type TemplateStep =
  /** A second press of the button: it is sent, and not sent twice. */
  | 'done'
  /** Nothing can be mailed. */
  | 'refused'
  /** The dossier is not what the page was made from. */
  | 'again'
  | 'mend'
  | 'send'

interface SentTemplate {
  service: Service
  dossier: Dossier
  history: readonly DoneLine[]
  template: Template
  by: string
  date: string | undefined
  /** What the page was made from, as it was sent. */
  revision: string | undefined
  wrong: boolean
}

/** What follows when somebody presses. */
export function templateStep(sent: SentTemplate): TemplateStep {
  const { service, dossier, history, template, by, date, revision, wrong } = sent
  const shown = shownRevision(dossier, revision)
  const done = { who: by, what: templateSent, template: template.key, on: date }
  if (shown === dossier.revision - 1 && isLastDone(history, done)) return 'done'
  if (unmailed(service, dossier)) return 'refused'
  if (shown !== dossier.revision) return 'again'
  return wrong ? 'mend' : 'send'
}
