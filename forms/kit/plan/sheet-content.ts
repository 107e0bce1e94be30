/** What stands on a client's sheet, part by part in the order it is read. */
import type { Caller } from '../overleg/letter.ts'

export interface SheetAfspraak {
  id: string
  /** As typed. */
  what: string
  /** "Els, samen met u. Tegen vrijdag 14 mei." */
  how: string
  /** What the client wants with it, in their words; empty while nobody said. */
  why: string
  /** Who does it was not there, and was not asked yet. */
  toAsk: boolean
  /** What this client does not agree with, in their words; mostly empty. */
  disagreed: string
}

export interface SheetPart {
  /** "U doet", "OCMW Aalst doet" */
  title: string
  /** The client's own: with a box to tick. */
  own: boolean
  afspraken: readonly SheetAfspraak[]
}

export interface SheetContent {
  /** The reference without what tells the kind of request. */
  mark: string
  /** In words; undefined before this client agreed: a line to write on. */
  discussedOn: string | undefined
  /** What the client wants, in their words. */
  first: readonly string[]
  later: readonly string[]
  good: string
  parts: readonly SheetPart[]
  /** In words; undefined while no day is chosen. */
  lookOn: string | undefined
  caller: Caller
  /** For who cannot call; absent as long as the network has no place to walk in. */
  foot: string | undefined
}
