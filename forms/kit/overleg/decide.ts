/** What a casemanager decides about an overleg: the moments, the one that is fixed, another one, none (docs/overleg.md §3, §4). */
import { brusselsDate } from '../time.ts'
import type { At } from '../working-days.ts'
import { type Act, type Decided, type OverlegDecision, refused } from './decision.ts'
import type { Details } from './details.ts'
import { isPast, type Span, upcoming } from './moments.ts'
import { clients, isAgreed, isOpenOverleg, type Moment, type Overleg } from './overleg.ts'
import type { MomentsInput } from './read-moments.ts'
import { overlegPlan, reminderDate, round, tell, told, withPlan } from './rounds.ts'
import { declinedIn, type SaidBy, saidBy } from './said.ts'

export interface OverlegNow {
  overleg: Overleg
  details: Details
  said: SaidBy
}

/** Whether the client can be there: as the casemanager heard, and as was noted since of each client; or they want to stay away. */
export const clientCan = ({ overleg, said }: OverlegNow, { id, suitsClient }: Moment): boolean =>
  overleg.clientDeclines ||
  (suitsClient && clients(overleg).every((client) => (saidBy(said, client.id).moments[id]?.answer ?? 'kan') === 'kan'))

const raised = (overleg: Overleg, change: Partial<Overleg>): Overleg => ({
  ...overleg,
  ...change,
  revision: overleg.revision + 1,
})

const stateChange = ({ by, now }: Act) => ({ changed: { at: now.toISOString(), by } })

/** Whether the client must be asked about the moments before anybody else is. */
const asksClientFirst = ({ overleg }: OverlegNow): boolean =>
  clients(overleg).length > 0 && !overleg.clientDeclines && overleg.momentsDiscussedOn === undefined

const sameSpan = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end

/**
 * Whether these moments hold one that guests did not see yet and now may: a new one, or one the client can make after all. Only then
 * is there something to tell.
 */
export function proposesMore({ moments, clientDeclines }: Overleg, input: MomentsInput, now: Date): boolean {
  const wasShown = (row: Span) => moments.some((one) => sameSpan(one, row) && (one.suitsClient || clientDeclines))
  return input.rows.some((row) => (row.suitsClient || input.clientDeclines) && !isPast(row, now) && !wasShown(row))
}

/** Keeps the moments; nothing is asked yet, or the new ones are asked of who was asked before. */
export function saveMoments(current: OverlegNow, input: MomentsInput, act: Act): OverlegDecision {
  const { overleg, details, said } = current
  if (overleg.state !== 'voorbereiden' && overleg.state !== 'gepolst') return refused('not_now')
  if (!isAgreed(overleg)) return refused('not_agreed')
  let made = overleg.momentsMade
  const moments = input.rows.map(({ start, end, suitsClient }): Moment => {
    // A moment is its day and hours, whichever row it stands in: what was answered about it stays with it.
    const same = overleg.moments.find((one) => sameSpan(one, { start, end }))
    if (same) return { ...same, suitsClient }
    made += 1
    return { id: `m${made}`, start, end, suitsClient }
  })
  const saved = raised(overleg, {
    moments: moments.sort((one, other) => (one.start < other.start ? -1 : 1)),
    momentsMade: made,
    clientDeclines: input.clientDeclines,
    ...(input.discussedOn ? { momentsDiscussedOn: input.discussedOn } : {}),
  })
  const declined = declinedIn(said)
  const still = told(saved).filter(({ id }) => !declined.includes(id))
  const hasMore = overleg.state === 'gepolst' && proposesMore(overleg, input, act.now)
  const more = hasMore ? round(saved, 'overleg-erbij', still) : []
  return decided({ overleg: saved, details }, act, more, 'momenten bewaard')
}

/** Asks everybody who is reached by mail when they can. */
export function ask(current: OverlegNow, act: Act): OverlegDecision {
  const { overleg, details, said } = current
  if (overleg.state !== 'voorbereiden') return refused('not_now')
  const refusal = unready(current, act.now)
  if (refusal) return refused(refusal)
  // Once, also when moments are added later: those are told of when they come.
  const remindOn = reminderDate(overleg, act)
  const asking = raised(overleg, {
    state: 'gepolst',
    askedAt: act.now.toISOString(),
    ...(remindOn ? { remindOn } : {}),
    ...stateChange(act),
  })
  const { overleg: next, mails } = tell(asking, declinedIn(said))
  return decided({ overleg: next, details }, act, mails, 'momenten gevraagd')
}

/** Why nobody can be asked, and nothing fixed. */
function unready(current: OverlegNow, now: Date) {
  const { overleg } = current
  if (!isAgreed(overleg)) return 'not_agreed'
  if (overleg.moments.length === 0) return 'no_moment'
  if (asksClientFirst(current)) return 'client_first'
  const possible = upcoming(overleg.moments, now)
  if (possible.length === 0) return 'past'
  return possible.some((moment) => clientCan(current, moment)) ? undefined : 'client_first'
}

export interface Practical {
  vorm: NonNullable<Overleg['vorm']>
  tolk: NonNullable<Overleg['tolk']>
  place: string
  onlineLink: string
}

const practically = ({ vorm, tolk, place }: Practical): Partial<Overleg> => ({ vorm, tolk, hasPlace: place !== '' })

/** Fixes a moment and invites everybody at the table. */
export function fix(current: OverlegNow, momentId: string, practical: Practical, act: Act): OverlegDecision {
  const { overleg, details, said } = current
  if (overleg.state !== 'voorbereiden' && overleg.state !== 'gepolst') return refused('not_now')
  if (!isAgreed(overleg)) return refused('not_agreed')
  const moment = overleg.moments.find(({ id }) => id === momentId)
  if (!moment) return refused('no_moment')
  if (isPast(moment, act.now)) return refused('past')
  if (asksClientFirst(current)) return refused('client_first')
  if (!clientCan(current, moment)) return refused('client_cannot')
  const { remindOn: _, ...rest } = overleg
  const fixed = raised(rest, {
    state: 'vastgelegd',
    fixed: { start: moment.start, end: moment.end, number: 1, by: act.by, at: act.now.toISOString() },
    letters: {},
    ...practically(practical),
    ...stateChange(act),
  })
  const { overleg: next, mails } = tell(fixed, declinedIn(said))
  const withPlace = { ...details, place: practical.place, onlineLink: practical.onlineLink }
  return { ...decided({ overleg: next, details: withPlace }, act, mails, 'moment vastgelegd'), move: 'fix' }
}

/** Where and how, once it is fixed: nobody is mailed, the guests' pages show it. */
export function arrange({ overleg, details }: OverlegNow, practical: Practical, act: Act): OverlegDecision {
  if (overleg.state !== 'vastgelegd') return refused('not_now')
  const withPlace = { ...details, place: practical.place, onlineLink: practical.onlineLink }
  return decided(
    { overleg: raised(overleg, practically(practical)), details: withPlace },
    act,
    [],
    'praktisch geregeld',
  )
}

/** Another day, with the Brussels date on which it was discussed with the client. */
export interface MovedTo extends Span {
  suitsClient: boolean
  discussedOn?: string
}

/** Another day. The client's veto holds; what was arranged for the old one is arranged again. */
export function moveTo(current: OverlegNow, span: MovedTo, act: Act): OverlegDecision {
  const { overleg, details, said } = current
  const { fixed } = overleg
  if (overleg.state !== 'vastgelegd' || !fixed) return refused('not_now')
  if (!isAgreed(overleg)) return refused('not_agreed')
  if (isPast(span, act.now)) return refused('past')
  if (!span.suitsClient && !overleg.clientDeclines) return refused('client_cannot')
  const moved = raised(overleg, {
    fixed: {
      start: span.start,
      end: span.end,
      number: fixed.number + 1,
      by: act.by,
      at: act.now.toISOString(),
      before: { start: fixed.start, end: fixed.end },
    },
    hasPlace: false,
    letters: {},
    ...(span.discussedOn ? { momentsDiscussedOn: span.discussedOn } : {}),
    ...(overleg.tolk && overleg.tolk !== 'niet_nodig' ? { tolk: 'aangevraagd' as const } : {}),
    ...stateChange(act),
  })
  const { overleg: next, mails } = tell(moved, declinedIn(said))
  return {
    ...decided({ overleg: next, details: { ...details, place: '' } }, act, mails, 'overleg verzet'),
    move: 'move',
  }
}

/** It does not take place: whoever was told of it hears so, and the links say it. `reason` stays with the dossier. */
export function cancel({ overleg, details }: OverlegNow, reason: string, act: Act): OverlegDecision {
  if (!isOpenOverleg(overleg)) return refused('not_now')
  const off = raised(overleg, { state: 'afgelast', ...stateChange(act) })
  const result = decided(
    { overleg: off, details: { ...details, reason } },
    act,
    round(off, 'overleg-afgelast', told(overleg)),
    'overleg afgelast',
  )
  return overleg.state === 'vastgelegd' ? { ...result, move: 'cancel' } : result
}

export interface Minutes {
  present: NonNullable<Overleg['present']>
  keyPerson?: string
  decisions: string
}

/** It was held: who was there, and what was decided (docs/overleg.md §5). */
export function hold(
  { overleg, details }: OverlegNow,
  { present, keyPerson, decisions }: Minutes,
  act: Act,
): OverlegDecision {
  const { fixed, state } = overleg
  if (state !== 'vastgelegd' || !fixed) return refused('not_now')
  if (!isPast(fixed, act.now)) return refused('not_begun')
  const held = raised(overleg, {
    state: 'gehouden',
    present,
    ...(keyPerson ? { keyPerson } : {}),
    ...stateChange(act),
  })
  return {
    ...decided({ overleg: held, details: { ...details, decisions } }, act, [], 'overleg gehouden'),
    move: 'hold',
  }
}

/** A letter reached who it is for. */
export function letterDelivered(
  { overleg, details }: OverlegNow,
  participant: string,
  letter: Overleg['letters'][string],
  act: Act,
): OverlegDecision {
  if (overleg.state !== 'vastgelegd') return refused('not_now')
  const letters = { ...overleg.letters, [participant]: letter }
  return decided({ overleg: raised(overleg, { letters }), details }, act, [], 'brief bezorgd')
}

/** The client stays away, or comes after all: noted, and nothing leaves. */
function decided(
  { overleg, details }: Pick<OverlegNow, 'overleg' | 'details'>,
  act: Act,
  mails: Parameters<typeof withPlan>[2],
  what: string,
): Decided {
  return { kind: 'decided', overleg, details, mails: withPlan(overleg, act, mails), what }
}

/** Somebody else holds the dossier: they hear of it from here on. */
export const handedOver = (overleg: Overleg, holder: string | undefined, at: At) => {
  const { holder: _, ...rest } = overleg
  const next = raised(rest, holder === undefined ? {} : { holder })
  return { overleg: next, mails: { put: overlegPlan(next, at), takeBack: { planned: true } } }
}

/** An overleg for a dossier that is about to have one. `number`: of the next. */
export const begun = (
  about: Pick<Overleg, 'reference' | 'number' | 'network' | 'form' | 'noun' | 'holder'>,
  carried: Pick<Overleg, 'participants'> = { participants: {} },
): Overleg => ({
  ...about,
  state: 'voorbereiden',
  revision: 0,
  participants: carried.participants,
  clientDeclines: false,
  moments: [],
  momentsMade: 0,
  hasPlace: false,
  letters: {},
})

/** A dossier that was planned before there were overlegs: its day is known, its hour and its table are not. */
export function adopted(about: Parameters<typeof begun>[0], on: string, at: string): Overleg {
  return {
    ...begun(about),
    state: 'vastgelegd',
    fixed: {
      start: new Date(`${on}T00:00:00Z`).toISOString(),
      end: new Date(`${on}T22:00:00Z`).toISOString(),
      number: 1,
      by: about.holder ?? '',
      at,
      wholeDay: true,
    },
  }
}

/** The Brussels date it is on, once it is fixed. */
export const fixedOn = ({ fixed }: Overleg): string | undefined => fixed && brusselsDate(new Date(fixed.start))
