/**
 * How far a search through all dossiers is: kept in the page itself, nowhere else, and signed, so that a press goes on with what the one
 * before it left (docs/domain.md §7).
 */
import { timingSafeEqual } from 'node:crypto'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { hmacOf } from '../../shared/hash.ts'
import { nothingLooked, type Progress } from './look.ts'

/** Who looks, for what: progress of one search is worth nothing in another. */
export interface Search {
  network: string
  /** Id of the coordinator. */
  person: string
  /** As typed, or the HMAC of an address. */
  sought: string
}

const names = { after: 'na', found: 'gevonden', unread: 'dicht', seal: 'klopt' } as const

/** Fields of the page, with whether one comes more than once. */
export const progressFields: readonly [string, boolean][] = [
  [names.after, false],
  [names.found, true],
  [names.unread, true],
  [names.seal, false],
]

/** `key`: base64. */
const sealOf = (key: string, { network, person, sought }: Search, { after, found, unread }: Progress): string =>
  hmacOf(key, JSON.stringify(['zoektocht', network, person, sought, after, found, unread]))

/** The hidden fields with which a press goes on. */
export const progressInFields = (key: string, search: Search, progress: Progress): [name: string, value: string][] => [
  [names.after, progress.after],
  ...progress.found.map((reference): [string, string] => [names.found, reference]),
  ...progress.unread.map((reference): [string, string] => [names.unread, reference]),
  [names.seal, sealOf(key, search, progress)],
]

/** From the beginning where there is none; undefined when it is not as a page of ours had it. */
export function readProgress(key: string, search: Search, typed: RawInput): Progress | undefined {
  if (progressFields.every(([name]) => !typed.has(name))) return nothingLooked
  const progress: Progress = {
    after: typed.get(names.after)?.[0] ?? '',
    found: typed.get(names.found) ?? [],
    unread: typed.get(names.unread) ?? [],
  }
  const given = Buffer.from(typed.get(names.seal)?.[0] ?? '')
  const expected = Buffer.from(sealOf(key, search, progress))
  return given.length === expected.length && timingSafeEqual(given, expected) ? progress : undefined
}
