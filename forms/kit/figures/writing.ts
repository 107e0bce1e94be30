/**
 * What people of a network write beside its figures, and a second person reads before anybody else does: a signaal, which goes into the
 * report of a year, and a casus for intervisie, which is about nobody that is named (docs/decisions/035). Pure: who may do what.
 */
import * as z from 'zod'
import { addSeconds, brusselsDate, epochSeconds, secondsPerDay } from '../time.ts'
import { yearBefore, yearOf } from './facts.ts'
import { frozenFrom, isCounted } from './tally.ts'

export const writingSchema = z.object({
  id: z.string(),
  kind: z.enum(['signaal', 'casus']),
  /** Of a signaal, whose report it is for; of a casus, in which it was written: it is gone after that. */
  year: z.string(),
  /** Id of the person who wrote it, and the Brussels date. */
  by: z.string(),
  on: z.iso.date(),
  /** Rises with each change, and each time somebody read it. */
  revision: z.number(),
  state: z.enum(['wacht', 'teruggegeven', 'nagelezen']),
  /** Id of who read it last. */
  reader: z.string().exactOptional(),
  /** What was written, sealed. */
  sealed: z.string(),
  /** Of a signaal: which dossiers are behind it, sealed, until somebody agreed. A casus never has one. */
  named: z.string().exactOptional(),
  /** How many those are. */
  dossiers: z.number().exactOptional(),
  /** What must be different, as the reader wrote it; sealed. */
  remark: z.string().exactOptional(),
  /** Epoch seconds. */
  ttl: z.number().exactOptional(),
})
export type Writing = z.infer<typeof writingSchema>
export type WritingKind = Writing['kind']

/** What finds it. */
export type WritingRef = Pick<Writing, 'kind' | 'year' | 'id'>

/** As it was typed, and understood. */
export interface Written {
  title: string
  text: string
  ask: string
}

/** Days that a signaal waits for its reader, or its writer: it holds which dossiers it is about. */
const waitDays = 60

/**
 * What is agreed stays as long as the report it is for; a casus ends on 1 February after its year, with the counters of that year,
 * whatever became of it.
 */
function endOf({ kind, year, state }: Pick<Writing, 'kind' | 'year' | 'state'>, now: Date): { ttl?: number } {
  if (kind === 'casus') return { ttl: epochSeconds(frozenFrom(year)) }
  return state === 'nagelezen' ? {} : { ttl: epochSeconds(addSeconds(now, waitDays * secondsPerDay)) }
}

/** Sealed, as it is kept. */
export type SealedWriting = Pick<Writing, 'sealed' | 'named' | 'dossiers'>

export function newWriting(of: WritingRef & { by: string }, sealed: SealedWriting, now: Date): Writing {
  const begun = { ...of, on: brusselsDate(now), revision: 1, state: 'wacht' as const }
  return { ...begun, ...sealed, ...endOf(begun, now) }
}

/** The year a casus is kept in. */
export const casusYear = (now: Date): string => yearOf(brusselsDate(now))

/** It waits for a reader again. */
export function rewritten({ remark: _, ...writing }: Writing, sealed: SealedWriting, now: Date): Writing {
  const next = { ...writing, ...sealed, revision: writing.revision + 1, state: 'wacht' as const }
  return { ...next, ...endOf(next, now) }
}

/** Somebody else read it and would show it to everybody: which dossiers are behind it is forgotten. */
export function agreedTo({ named: _n, remark: _r, ttl: _t, ...writing }: Writing, reader: string, now: Date): Writing {
  const next = { ...writing, reader, revision: writing.revision + 1, state: 'nagelezen' as const }
  return { ...next, ...endOf(next, now) }
}

/** Somebody could be known by it. `remark`: sealed. */
export function givenBack(writing: Writing, reader: string, remark: string | undefined, now: Date): Writing {
  const { remark: _, ...before } = writing
  const next = { ...before, reader, revision: writing.revision + 1, state: 'teruggegeven' as const }
  return { ...next, ...(remark === undefined ? {} : { remark }), ...endOf(next, now) }
}

/** What a page was made from, and who pressed. */
interface Pressed {
  writing: Writing
  /** Id of who presses. */
  who: string
  /** The revision of the page, as sent. */
  sent: string | undefined
}

export type ReadChoice = 'goed' | 'terug'
export type ReadStep = 'own' | 'done' | 'stale' | 'remark' | 'store'

/**
 * `own`: nobody reads their own text. `stale`: somebody read it, or changed it, since. `done`: a second press. `remark`: they would
 * agree, and say what must be different.
 */
export function readStep({
  writing,
  who,
  sent,
  choice,
  remark,
}: Pressed & { choice: ReadChoice; remark: string }): ReadStep {
  if (writing.by === who) return 'own'
  const after = choice === 'goed' ? 'nagelezen' : 'teruggegeven'
  if (writing.state === after && writing.reader === who && sent === String(writing.revision - 1)) return 'done'
  if (writing.state !== 'wacht' || sent !== String(writing.revision)) return 'stale'
  return choice === 'goed' && remark !== '' ? 'remark' : 'store'
}

/** Only who wrote it changes it, as long as nobody agreed. */
export const mayChange = ({ by, state }: Writing, who: string): boolean => by === who && state !== 'nagelezen'

/** Who can read it for them: whoever works with dossiers there, but who wrote it. */
export const readersBut = <Somebody extends { id: string }>(people: readonly Somebody[], who: string): Somebody[] =>
  people.filter(({ id }) => id !== who)

/** Of the report of a year, what a signaal can still do there. `none`: there is no such report, and none to come. */
export type YearStands = 'open' | 'public' | 'none'

export function yearStands(year: string, frozen: { public?: object | undefined } | undefined, now: Date): YearStands {
  if (frozen) return frozen.public ? 'public' : 'open'
  return runningYears(now).includes(year) ? 'open' : 'none'
}

/** The year that runs, and the one before until it is frozen. */
export function runningYears(now: Date): string[] {
  const year = yearOf(brusselsDate(now))
  return [year, yearBefore(year)].filter((one) => isCounted(one, now))
}
