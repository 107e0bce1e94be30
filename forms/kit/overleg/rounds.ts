/**
 * Mail about an overleg. What goes to several at once is one round: one item that becomes a mail to each, so that no decision grows
 * with the table (docs/decisions/019). What is planned for later is planned anew by each decision.
 */
import { type Mail, type MailPlan, stillAhead, whoHolds } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import { addDays, brusselsDate, nineOn } from '../time.ts'
import type { At, WorkingDays } from '../working-days.ts'
import { asked, isAgreed, type Overleg, type Seated, seated } from './overleg.ts'
import type { RoundKind } from './overleg-notifications.ts'

/** Working days after which who is silent is reminded, and how long before the first moment at the latest (docs/overleg.md §3). */
const remindAfter = 3
const remindBefore = 2

/** Id of a participant among all: of their link, and with its version where their mail goes. */
export const participantId = ({ reference, number }: Pick<Overleg, 'reference' | 'number'>, id: string): string =>
  [reference, number, id].join('_')

export function readParticipantId(text: string): { reference: string; number: string; id: string } | undefined {
  const [, reference, number, id] = /^([A-Z0-9-]+)_(\d{2,3})_([a-z0-9]+)$/.exec(text) ?? []
  return reference && number && id ? { reference, number, id } : undefined
}

/** Subject of the mails to one participant, along one version of their link; their address is kept under it. */
export const mailSubjectOf = (
  overleg: Pick<Overleg, 'reference' | 'number'>,
  id: string,
  linkVersion: number,
): string => `${participantId(overleg, id)}_${linkVersion}`

/** The overleg and the participant that a subject of mail names; undefined for every other subject. */
export function readMailSubject(subject: string) {
  const [, participant, linkVersion] = /^(.+)_(\d+)$/.exec(subject) ?? []
  const of = participant === undefined ? undefined : readParticipantId(participant)
  return of && { ...of, linkVersion: Number(linkVersion) }
}

/** Subject of the plan of an overleg, and of its rounds. */
export const overlegSubject = ({ reference, number }: Pick<Overleg, 'reference' | 'number'>): string =>
  `${reference}_${number}`

const aboutOf = ({ network, form, reference, number }: Overleg) => ({ network, form, reference, overleg: number })

const momentOf = ({ fixed }: Overleg) =>
  fixed ? { moment: { start: fixed.start, end: fixed.end, number: fixed.number } } : {}

/** For later: named by what it is about and not by who planned it, so that planned anew it is still the same mail. */
interface Later {
  about: string | number
  dueAt: Date
}

/** One round; none for nobody. `to`: with the version of the link their mail goes along. */
export function round(overleg: Overleg, mail: RoundKind, to: readonly Seated[], later?: Later): Mail[] {
  if (to.length === 0) return []
  return [
    {
      mailId: `ronde-${mail}-${later?.about ?? overleg.revision}`,
      notification: {
        kind: 'overleg-ronde',
        to: 'deelnemers',
        ...aboutOf(overleg),
        mail,
        ...(overleg.holder === undefined ? {} : { holder: overleg.holder }),
        revision: overleg.revision,
        aan: to.map(({ id, linkVersion, inCalendar }) => ({
          participant: id,
          linkVersion,
          ...(inCalendar === undefined ? {} : { inCalendar }),
        })),
        ...momentOf(overleg),
      },
      ...(later ? { dueAt: later.dueAt } : {}),
    },
  ]
}

/** To whoever holds it, or the triage address while nobody does. */
export function toHolder(overleg: Overleg, why: (Notification & { kind: 'overleg-taak' })['why'], later?: Later): Mail {
  return {
    mailId: `${why}-${later?.about ?? overleg.revision}`,
    notification: {
      kind: 'overleg-taak',
      ...whoHolds(overleg.holder),
      ...aboutOf(overleg),
      why,
      ...(overleg.fixed ? { on: brusselsDate(new Date(overleg.fixed.start)) } : {}),
    },
    ...(later ? { dueAt: later.dueAt } : {}),
  }
}

/** Reached by mail, and not the client: what leaves says nothing that somebody else may not read, and still it is not for a client. */
const mailed = ({ wie, bereik }: Seated): boolean => bereik === 'mail' && wie !== 'client'

/** What everybody who is reached by mail knows in this stage, as `told` keeps it. */
const stageOf = ({ state, fixed }: Overleg): string | undefined => {
  if (state === 'gepolst') return 'vraag'
  return state === 'vastgelegd' && fixed && !fixed.wholeDay ? `moment-${fixed.number}` : undefined
}

/** Who must still be told of the stage it is in. */
const untold = (overleg: Overleg, declined: readonly string[]): Seated[] => {
  const stage = stageOf(overleg)
  // Somebody waits for the client's word: until then nothing new leaves for anybody (docs/overleg.md §2).
  if (stage === undefined || !isAgreed(overleg)) return []
  const whom = overleg.state === 'gepolst' ? asked(overleg) : seated(overleg)
  return whom.filter((one) => mailed(one) && one.agreedOn && one.told !== stage && !declined.includes(one.id))
}

/** Tells the stage to whoever does not know it yet, and notes that they do. `declined`: who said that they do not take part. */
export function tell(overleg: Overleg, declined: readonly string[] = []): { overleg: Overleg; mails: Mail[] } {
  const whom = untold(overleg, declined)
  const stage = stageOf(overleg)
  if (whom.length === 0 || stage === undefined) return { overleg, mails: [] }
  const told = Object.fromEntries(
    whom.map(({ id }) => [
      id,
      { ...overleg.participants[id], told: stage, ...(overleg.fixed ? { inCalendar: overleg.fixed.number } : {}) },
    ]),
  )
  const moved = whom.filter(({ inCalendar }) => inCalendar !== undefined)
  const others = whom.filter(({ inCalendar }) => inCalendar === undefined)
  const next = { ...overleg, participants: { ...overleg.participants, ...told } } as Overleg
  if (overleg.state === 'gepolst') return { overleg: next, mails: round(overleg, 'overleg-momenten', whom) }
  return {
    overleg: next,
    mails: [...round(overleg, 'overleg-verplaatst', moved), ...round(overleg, 'overleg-uitnodiging', others)],
  }
}

/** Everybody who was told of it and is still there. */
export const told = (overleg: Overleg): Seated[] =>
  seated(overleg).filter((one) => mailed(one) && one.told !== undefined)

/** Of those, whom the client agrees to as they are now: who has another name since is written to again once that is discussed. */
const toldAndAgreed = (overleg: Overleg): Seated[] => told(overleg).filter(({ agreedOn }) => agreedOn !== undefined)

/** The date on which who is silent is reminded; undefined when there is no time for it. */
export function reminderDate({ moments }: Overleg, { now, days }: At): string | undefined {
  const today = brusselsDate(now)
  const starts = moments.map(({ start }) => start).filter((start) => start > now.toISOString())
  const [first] = starts.sort()
  if (first === undefined) return undefined
  const latest = days.before(brusselsDate(new Date(first)), remindBefore)
  const usual = days.add(today, remindAfter)
  const on = usual < latest ? usual : latest
  return on > today ? on : undefined
}

/** What must happen by itself from here on. */
export const overlegPlan = (overleg: Overleg, { now, days }: At): Mail[] =>
  stillAhead([...laterWhileAsked(overleg), ...laterOnceFixed(overleg, days)], now)

/** Whether this is a round that goes to them, among others. */
export const goesTo = ({ notification }: Mail, id: string): boolean =>
  notification.kind === 'overleg-ronde' && notification.aan.some(({ participant }) => participant === id)

/** How many of the planned mails would go to this participant. */
export const plannedFor = (overleg: Overleg, id: string, at: At): number =>
  overlegPlan(overleg, at).filter((mail) => goesTo(mail, id)).length

function laterWhileAsked(overleg: Overleg): Mail[] {
  if (overleg.state !== 'gepolst') return []
  const { remindOn, moments } = overleg
  const last = moments
    .map(({ end }) => end)
    .sort()
    .at(-1)
  return [
    ...(remindOn
      ? round(overleg, 'overleg-herinnering', toldAndAgreed(overleg), { about: remindOn, dueAt: nineOn(remindOn) })
      : []),
    // An id is letters, digits, - and _: SES takes no other in what it tells back about a mail.
    ...(last ? [toHolder(overleg, 'momenten_voorbij', { about: Date.parse(last), dueAt: new Date(last) })] : []),
  ]
}

function laterOnceFixed(overleg: Overleg, days: WorkingDays): Mail[] {
  const { state, fixed } = overleg
  if (state !== 'vastgelegd' || !fixed) return []
  const { number: about } = fixed
  const on = brusselsDate(new Date(fixed.start))
  return [
    ...(fixed.wholeDay
      ? []
      : round(overleg, 'overleg-morgen', toldAndAgreed(overleg), { about, dueAt: nineOn(addDays(on, -1)) })),
    toHolder(overleg, 'gehouden', { about, dueAt: nineOn(days.add(brusselsDate(new Date(fixed.end)), 1)) }),
  ]
}

/** Mails for now, with the plan that takes the place of the one before. */
export const withPlan = (overleg: Overleg, at: At, mails: readonly Mail[]): MailPlan => ({
  put: [...mails, ...overlegPlan(overleg, at)],
  takeBack: { planned: true },
})
