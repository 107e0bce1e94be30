/**
 * What people typed about an overleg: names, numbers, the place. Sealed as one, to the network's key, like answers are
 * (functions/shared/seal.ts); so it has their shape when it is kept.
 */
import * as z from 'zod'
import type { Answers } from '../questions/answers.ts'
import { isClose, type Seat } from './overleg.ts'

export interface Names {
  /** Of a person; may be empty where a dienst is named. */
  naam: string
  dienst: string
  /** As typed and read back, E.164; empty when none is known. */
  telefoon: string
}

export interface Details {
  /** By participant, also of who left. */
  names: Readonly<Record<string, Names>>
  /** Whether the client can speak freely at home and at the table; never printed, never for a guest (docs/overleg.md §2). */
  speaksFreely?: 'nee' | 'ja' | 'weet_niet'
  place: string
  onlineLink: string
  /** Why it was called off. */
  reason: string
  decisions: string
}

export const noDetails: Details = { names: {}, place: '', onlineLink: '', reason: '', decisions: '' }

/** "Wonen De Poort", or the person where no dienst is named. */
export const nameOf = ({ names }: Pick<Details, 'names'>, id: string): string => {
  const { naam = '', dienst = '' } = names[id] ?? {}
  return dienst || naam
}

/** The same for who sits there as this: beside a person stands no service but who that is, "de buur". */
export const nameAtTable = (details: Pick<Details, 'names'>, { id, wie }: { id: string; wie: Seat }): string =>
  (isClose({ wie }) && details.names[id]?.naam) || nameOf(details, id)

/** A dienst by name, and never a person; undefined where none is named. */
export const serviceNameOf = ({ names }: Pick<Details, 'names'>, id: string): string | undefined =>
  names[id]?.dienst || undefined

/** How somebody is called, with the service beside it when both are known. */
export function calledWithin({ names }: Pick<Details, 'names'>, id: string): { first: string; beside: string } {
  const { naam = '', dienst = '' } = names[id] ?? {}
  return { first: naam || dienst, beside: naam && dienst }
}

/** E.164; undefined when none is known. */
export const phoneOf = ({ names }: Pick<Details, 'names'>, id: string): string | undefined =>
  names[id]?.telefoon || undefined

/** The same, with other numbers for some; by participant, E.164. */
export const withNumbers = (details: Details, numbers: ReadonlyMap<string, string>): Details => ({
  ...details,
  names: Object.fromEntries(
    Object.entries(details.names).map(([id, who]) => [id, { ...who, telefoon: numbers.get(id) ?? who.telefoon }]),
  ),
})

/** "Jan Cools, CLB De Dender" */
export const fullNameOf = ({ names }: Pick<Details, 'names'>, id: string): string => {
  const { naam = '', dienst = '' } = names[id] ?? {}
  return [naam, dienst].filter(Boolean).join(', ')
}

export const sealable = ({ names, speaksFreely, place, onlineLink, reason, decisions }: Details): Answers => ({
  deelnemers: Object.entries(names).map(([id, who]) => ({ id, ...who })),
  ...(speaksFreely === undefined ? {} : { vrij_spreken: speaksFreely }),
  plaats: place,
  online_link: onlineLink,
  reden: reason,
  besluiten: decisions,
})

const keptSchema = z.object({
  deelnemers: z
    .array(z.object({ id: z.string(), naam: z.string(), dienst: z.string(), telefoon: z.string() }))
    .default([]),
  vrij_spreken: z.enum(['nee', 'ja', 'weet_niet']).optional(),
  plaats: z.string().default(''),
  online_link: z.string().default(''),
  reden: z.string().default(''),
  besluiten: z.string().default(''),
})

export function readDetails(opened: Answers): Details {
  const { deelnemers, vrij_spreken, plaats, online_link, reden, besluiten } = keptSchema.parse(opened)
  return {
    names: Object.fromEntries(deelnemers.map(({ id, ...who }) => [id, who])),
    ...(vrij_spreken === undefined ? {} : { speaksFreely: vrij_spreken }),
    place: plaats,
    onlineLink: online_link,
    reason: reden,
    decisions: besluiten,
  }
}

/** Unless the client can speak freely, nothing goes home and they are spoken to alone first. */
export const isGuarded = ({ speaksFreely }: Pick<Details, 'speaksFreely'>): boolean =>
  speaksFreely !== undefined && speaksFreely !== 'nee'
