/**
 * What must happen by itself for a dossier, as mail that waits: reminders, what follows when nobody acts, the end of it
 * (docs/domain.md §4, §7). Apart from the moves, which a request that is sent never loads.
 */
import type { Service } from '../form.ts'
import type { NetworkDays } from '../network-days.ts'
import { type Mail, stillAhead, whoHolds } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import { addDays, brusselsDate, nineOn } from '../time.ts'
import type { Dossier } from './dossier.ts'
import { followUp } from './follow-up.ts'
import { stateOf } from './lifecycle.ts'
import { inHandsOf } from './service-call.ts'
import { standingOf } from './status.ts'
import { aboutOf } from './to-applicant.ts'

/** Working days after which the deputy hears of a request that nobody opened (docs/domain.md §4). */
const unopenedDays = 2
/** Days before erasure on which the holder is told (docs/domain.md §7). */
const erasureNoticeDays = 14

/** What must happen by itself from here on. Each decision makes a new plan, in place of the one before. */
export function plan(service: Service, days: NetworkDays, dossier: Dossier, now: Date): Mail[] {
  const about = aboutOf(dossier)
  const staff = whoHolds(inHandsOf(dossier))
  const task = (why: (Notification & { kind: 'taak' })['why'], dueAt: Date, on?: string): Mail => ({
    mailId: `${why}-${dossier.revision}`,
    notification: { kind: 'taak', ...staff, ...about, why, state: dossier.state, ...(on ? { on } : {}) },
    dueAt,
  })
  const { closed, withdrawn, reminder: says } = stateOf(service.form.lifecycle, dossier.state)
  if (withdrawn) return []
  const { referral, ttl, nextOn, applicant, suspect } = dossier
  if (!closed) {
    // Of a plan that runs, its own plan of mails says it (forms/kit/plan/plan-rounds.ts).
    const own = dossier.actionPlan?.version !== undefined
    const reminder = says && !own && nextOn && nineOn(nextOn) > now ? [task('datum', nineOn(nextOn), nextOn)] : []
    return [...reminder, ...followUp(service, days, dossier, now)]
  }
  const erasedOn = brusselsDate(new Date((ttl ?? 0) * 1000))
  const question: Mail[] =
    referral && !referral.arrived && applicant && !suspect
      ? [
          {
            mailId: `navraag-${referral.checkOn}`,
            notification: { kind: 'navraag', to: 'aanvrager', ...about, ...standingOf(dossier) },
            dueAt: nineOn(referral.checkOn),
          },
        ]
      : []
  const why = dossier.actionPlan?.version ? 'plan-wissen' : 'wissen'
  const erased = { ...task(why, nineOn(addDays(erasedOn, -erasureNoticeDays)), erasedOn), mailId: `${why}-${erasedOn}` }
  // Named by their day, and not once it is past: a plan that is made anew afterwards asks and tells nothing again.
  return [...stillAhead([...question, erased], now), ...followUp(service, days, dossier, now)]
}

/** What waits from the moment a request is sent, when nobody holds it: nobody opens it, or nothing happens. */
export function planOfNew(service: Service, days: NetworkDays, dossier: Dossier, now: Date): Mail[] {
  const { receivedAt, answerBefore, revision, suspect, openedAt } = dossier
  const unopened: Mail = {
    mailId: `ongeopend-${revision}`,
    notification: { kind: 'ongeopend', to: 'plaatsvervanger', ...aboutOf(dossier), receivedAt, answerBefore },
    dueAt: nineOn(days.add(brusselsDate(now), unopenedDays)),
  }
  // What is on an agenda is opened at the meeting, what a machine seems to have sent is for the coordinators alone, and who typed it
  // themselves knows it: nobody else need hear of it before.
  const { onAgenda } = stateOf(service.form.lifecycle, dossier.state)
  return [...(onAgenda || suspect || openedAt ? [] : [unopened]), ...plan(service, days, dossier, now)]
}
