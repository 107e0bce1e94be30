/**
 * What somebody of the network must still do for an overleg, each a line of "Mijn week" that is gone once it is done. Nothing of
 * it is kept: it follows from where the overleg stands (docs/overleg.md §7).
 */
import { brusselsDate } from '../time.ts'
import type { At } from '../working-days.ts'
import type { OverlegNow } from './decide.ts'
import { upcoming } from './moments.ts'
import { asked, clients, isAgreed, isAgreedTo, type Seated, seated } from './overleg.ts'
import { comesTo, saidAnything, saidBy } from './said.ts'

export type OverlegTask =
  /** Of one participant. */
  | {
      kind: 'call' | 'unreached' | 'declined' | 'drop_out' | 'letter' | 'call_invited'
      participant: Seated
      /** Brussels date by which. */
      on: string
    }
  /** `consent`: somebody is at the table whom the client did not agree to. */
  | { kind: 'consent' | 'moments_past' | 'interpreter' | 'place' | 'held'; on: string }

/** `unreached`: participants whose mail came back. */
export function tasksOf(current: OverlegNow, unreached: ReadonlySet<string>, at: At): OverlegTask[] {
  const { overleg } = current
  const today = brusselsDate(at.now)
  const back = seated(overleg)
    .filter(({ id }) => unreached.has(id))
    .map((participant): OverlegTask => ({ kind: 'unreached', participant, on: today }))
  const consent: OverlegTask[] = isAgreed(overleg) ? [] : [{ kind: 'consent', on: today }]
  switch (overleg.state) {
    case 'voorbereiden':
      return consent
    case 'gepolst':
      return [...consent, ...back, ...whileAsked(current, unreached, at)]
    case 'vastgelegd':
      return [...consent, ...back, ...onceFixed(current, unreached, at)]
    case 'gehouden':
    case 'afgelast':
      return []
  }
}

function whileAsked(current: OverlegNow, unreached: ReadonlySet<string>, { now, days }: At): OverlegTask[] {
  const { overleg, said } = current
  const today = brusselsDate(now)
  if (upcoming(overleg.moments, now).length === 0) return [{ kind: 'moments_past', on: today }]
  const since = brusselsDate(new Date(overleg.askedAt ?? now))
  return asked(overleg)
    .filter(isAgreedTo)
    .flatMap((participant): OverlegTask[] => {
      const own = saidBy(said, participant.id)
      if (own.declinedAt) return [{ kind: 'declined', participant, on: brusselsDate(new Date(own.declinedAt)) }]
      const wants = overleg.moments.find(({ id }) => own.moments[id]?.answer === 'bel_mij')
      if (wants) return [{ kind: 'call', participant, on: today }]
      const silent = !saidAnything(own, overleg.moments)
      return silent && participant.bereik !== 'mail' && !unreached.has(participant.id)
        ? [{ kind: 'call', participant, on: days.add(since, 1) }]
        : []
    })
}

function onceFixed(current: OverlegNow, unreached: ReadonlySet<string>, { now, days }: At): OverlegTask[] {
  const { overleg, said } = current
  const { fixed, letters, vorm, tolk, hasPlace, clientDeclines } = overleg
  if (!fixed) return []
  const today = brusselsDate(now)
  const on = brusselsDate(new Date(fixed.start))
  if (fixed.end <= now.toISOString()) return [{ kind: 'held', on: days.add(on, 1) }]
  if (fixed.wholeDay) return []
  const soon = days.add(brusselsDate(new Date(fixed.at)), 1)
  const people = seated(overleg)
    .filter(isAgreedTo)
    .flatMap((participant): OverlegTask[] => {
      const { id, wie, bereik } = participant
      const coming = comesTo(saidBy(said, id), fixed.number)
      const isClient = wie === 'client'
      if (isClient && clientDeclines) return []
      if (coming === 'nee' && (isClient || wie === 'spilfiguur')) return [{ kind: 'drop_out', participant, on: today }]
      if (bereik === 'brief') return letters[id] ? [] : [{ kind: 'letter', participant, on: soon }]
      // As long as an interpreter is to be found, that is the task.
      const sought = wie === 'tolk' && tolk === 'aangevraagd'
      if (bereik === 'telefoon' && coming === undefined && !sought)
        return [{ kind: 'call_invited', participant, on: soon }]
      return []
    })
  return [
    ...people.filter((task) => !('participant' in task && unreached.has(task.participant.id))),
    ...(tolk === 'aangevraagd' ? [{ kind: 'interpreter' as const, on: soon }] : []),
    ...(!hasPlace && vorm !== 'online' ? [{ kind: 'place' as const, on: soon }] : []),
  ].map((task) => (task.on > on ? { ...task, on } : task))
}

/** Who is reached by letter: the clients, and whom they agreed to. */
export const lettersFor = ({ overleg }: Pick<OverlegNow, 'overleg'>): Seated[] => [
  ...clients(overleg),
  ...seated(overleg).filter((one) => one.wie !== 'client' && one.bereik === 'brief' && isAgreedTo(one)),
]
