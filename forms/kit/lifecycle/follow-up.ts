/**
 * Nothing dies silently: whatever a dossier waits for, somebody hears when its day passed and nothing happened. First whoever has
 * it, then the coordinator, then the coordinator again for as long as it is open (docs/decisions/021).
 */
import type { Service } from '../form.ts'
import type { NetworkDays } from '../network-days.ts'
import { type Mail, stillAhead, whoHolds } from '../post/mail.ts'
import { leavesOn, onItsDay, type Silence, sameAgain } from '../post/silence.ts'
import type { Dossier } from './dossier.ts'
import { stateOf } from './lifecycle.ts'
import { passedOnAfter, promisedDay, silenceOf, toldAfter } from './promised-day.ts'
import { dueCall, inHandsOf } from './service-call.ts'
import { aboutOf } from './to-applicant.ts'

/** Working days after which it is said again: three weeks, so that holidays never make it a month. */
const againAfter = 15

/** None when nothing is left to do. */
export function followUp({ form, network }: Service, days: NetworkDays, dossier: Dossier, now: Date): Mail[] {
  const { closed } = stateOf(form.lifecycle, dossier.state)
  if (closed && promisedDay(dossier) === undefined) return []
  const about = { ...aboutOf(dossier), ...whatOf(dossier) }
  // What is closed is erased one day, and says so itself.
  const again = closed ? {} : { again: againAfter }
  const at = { days, now }
  const after = (workingDays: number) => silenceOf(network, dossier, workingDays)
  if (dossier.suspect) {
    const check = { kind: 'taak', to: 'triage', ...about, why: 'nakijken' } as const
    return ahead(check, { ...after(toldAfter), ...again }, at)
  }
  const { overleg } = dossier
  const person = inHandsOf(dossier)
  const told = { kind: 'taak', ...whoHolds(person), ...about, why: 'voorbij' } as const
  const passedOn = {
    kind: 'taak',
    to: 'coordinator',
    ...(person ? { person } : {}),
    ...about,
    why: 'blijft-liggen',
  } as const
  return [
    // Of an overleg that was fixed its own plan asks how it went (forms/kit/overleg/rounds.ts).
    ...(overleg?.state === 'vastgelegd' ? [] : ahead(told, after(toldAfter), at)),
    ...ahead(passedOn, { ...after(passedOnAfter), ...again }, at),
  ]
}

/** The day that passed, and what was to be done then: a call, or what its state says. */
function whatOf(dossier: Dossier) {
  const on = promisedDay(dossier)
  if (on === undefined) return {}
  const { nextOn, callBy, callClient, referral, state } = dossier
  if (on === callBy) return { on, call: 'urgent' } as const
  if (on === callClient) return { on, call: 'client' } as const
  if (dueCall(referral)) return { on, call: 'service' } as const
  return { on, ...(on === nextOn ? { state } : {}) }
}

interface At {
  days: NetworkDays
  now: Date
}

/** For when it is silent next: what was said already is not said again before its time. */
function ahead(notification: Mail['notification'] & { kind: 'taak' }, silence: Silence, { days, now }: At): Mail[] {
  let mail: (Mail & { dueAt: Date }) | undefined = {
    ...{ notification, silence },
    ...onItsDay(notification.why, leavesOn(silence, days)),
  }
  while (mail && stillAhead([mail], now).length === 0) mail = sameAgain(mail, days)
  return mail ? [mail] : []
}
