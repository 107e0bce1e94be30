/**
 * What changes in a network in a working week: who works there, its mailboxes, what services are called, what its aanbod says. One stored item per network
 * (functions/shared/store/contents.ts), handed to the few functions that need it; the rest knows the network's file only
 * (docs/decisions/018).
 */
import * as z from 'zod'
import { findNamed, type Renamed } from './formerly.ts'
import type { Rule } from './questions/criteria.ts'
import { type Levensdomein, levensdomeinOptions } from './questions/levensdomeinen.ts'
import type { Abbreviations } from './same-service.ts'
import { type Template, templateSchema } from './templates.ts'

/** What somebody may do in the werkruimte (docs/domain.md §1). */
export const roles = ['coordinator', 'casemanager', 'bemiddelaar', 'organisator'] as const
export type Role = (typeof roles)[number]

export const roleInWords = {
  coordinator: 'coördinator',
  casemanager: 'casemanager',
  bemiddelaar: 'bemiddelaar',
  organisator: 'organisator',
} as const satisfies Record<Role, string>

/** With these words of ours, or with any word: what somebody gives is first compared with ours (problems/content-problems.ts). */
export const contentWith = <R extends z.ZodType<string>, L extends z.ZodType<string>>(role: R, levensdomein: L) =>
  z.object({
    /** Who works in the werkruimte. Bound to a sign-in once, by a coordinator's invitation. */
    people: z
      .array(
        z.object({
          /** Never used again: dossiers and audit lines name people by it, and so does the binding to an account. */
          id: z.string(),
          name: z.string(),
          role,
          /** The service that employs this person; warned about when it is involved in a dossier (same-service.ts). */
          employer: z.string(),
          email: z.string(),
          phone: z.string(),
        }),
      )
      .readonly()
      .default([]),
    /** Mail to an applicant in fixed words, in the order of its buttons. */
    templates: z.array(templateSchema).readonly().default([]),
    mailboxes: z
      .object({
        /** One shared mailbox that is read every working day; triage mail goes there. */
        triage: z.string().exactOptional(),
        /** Stands in when triage is not opened or bounces. */
        deputy: z.string().exactOptional(),
        /** Monitored address behind Reply-To. */
        reply: z.string().exactOptional(),
      })
      .default({}),
    /** What services are called shortly there, with the words it stands for: `{ "SVK": "Sociaal Verhuurkantoor" }`. */
    abbreviations: z.record(z.string(), z.string()).default({}),
    aanbod: z
      .record(
        z.string(),
        z.object({
          name: z.string(),
          /** A traject is a way of working with steps; a dienst is somebody to call. */
          kind: z.enum(['traject', 'dienst']),
          /** Where people look for it; at least one. */
          levensdomeinen: z.tuple([levensdomein], levensdomein).readonly(),
          /** Its heading in the network's own guide, "schuldhulpverlening". */
          heading: z.string().exactOptional(),
          /** What it does, one or two sentences. */
          description: z.string(),
          audience: z.string(),
          goal: z.string().exactOptional(),
          approach: z.string().exactOptional(),
          timing: z.string().exactOptional(),
          instruments: z.array(z.string()).readonly().exactOptional(),
          /** The steps, in order. */
          steps: z.array(z.string()).readonly().exactOptional(),
          /** Without one, people call the network itself. */
          phone: z.string().exactOptional(),
          /** Address with https. */
          website: z.string().exactOptional(),
          /** The date somebody last checked that all of this is right: `2026-11-20`. */
          checkedOn: z.iso.date().exactOptional(),
        }),
      )
      .default({}),
  })

/** As it is stored, and as a command takes it: what an older or a newer version has beside it is left out, a part may be absent. */
export const contentSchema = contentWith(
  z.enum(roles),
  z.enum(levensdomeinOptions.map(({ value }): Levensdomein => value)),
)
export type StoredContent = z.infer<typeof contentSchema>

/** Somebody who works for the network. */
export type Person = StoredContent['people'][number]
export type Mailboxes = StoredContent['mailboxes']

/**
 * An entry of the aanbod: something a person can be pointed to, by a refusal, a referral or the catalogue (docs/domain.md §2).
 */
export type Offer = StoredContent['aanbod'][string] & OfFile

/** What the network's file alone says of an offer: structure, which stays whatever somebody changes in its content. */
interface OfFile extends Renamed {
  /** It is for who lives in one of these; absent: for everybody. */
  postcodes?: readonly string[]
  /** And wherever they live, for whom this holds. */
  alsoFor?: Rule
  /** Slug of the form of this network by which it is asked for. */
  form?: string
}

/** As the network's file begins with it: without what changes in a working week. */
export type FirstOffer = Omit<Offer, 'phone' | 'website' | 'checkedOn'>

/** What of an offer can be changed. */
export const withoutOfFile = ({ formerly: _f, postcodes: _p, alsoFor: _a, form: _o, ...offer }: Offer) => offer

const ofFile = ({ formerly, postcodes, alsoFor, form }: FirstOffer): OfFile => ({
  ...(formerly ? { formerly } : {}),
  ...(postcodes ? { postcodes } : {}),
  ...(alsoFor ? { alsoFor } : {}),
  ...(form ? { form } : {}),
})

/** The keys of an aanbod, and what each is called, are the network's file's. */
interface OfNetwork {
  aanbod: Readonly<Record<string, FirstOffer>>
}

export interface NetworkContent {
  people: readonly Person[]
  templates: readonly Template[]
  mailboxes: Mailboxes
  abbreviations: Abbreviations
  /** By key; as long as nobody changed an offer, it is that of the file. */
  aanbod: Readonly<Record<string, Offer>>
}

/** What a network has, from what is stored of it: of an offer all or nothing, found also by the key it had before. */
export function contentOf({ aanbod }: OfNetwork, stored: StoredContent = contentSchema.parse({})): NetworkContent {
  const changed = new Map(Object.entries(stored.aanbod))
  const today = Object.entries(aanbod).map(([key, first]): [string, Offer] => {
    const { formerly = [] } = first
    const found = [key, ...formerly].map((name) => changed.get(name)).find((offer) => offer !== undefined)
    return [key, found ? { ...found, ...ofFile(first) } : first]
  })
  return { ...stored, aanbod: Object.fromEntries(today) }
}

/** An offer by its key, of today or before; undefined for what the network does not know (any more). */
export function offerOf({ aanbod }: Pick<NetworkContent, 'aanbod'>, key: string): Offer | undefined {
  const today = keyOf(aanbod, key)
  return Object.hasOwn(aanbod, today) ? aanbod[today] : undefined
}

/** The key an offer has today. */
export const keyOf = (aanbod: OfNetwork['aanbod'], key: string): string =>
  findNamed(
    Object.entries(aanbod).map(([name, { formerly = [] }]) => ({ name, formerly })),
    ({ name }) => name,
    key,
  )?.name ?? key

export const personOf = ({ people }: Pick<NetworkContent, 'people'>, id: string | undefined): Person | undefined =>
  people.find((person) => person.id === id)

/** Who can hold a dossier. */
export const holdersOf = ({ people }: Pick<NetworkContent, 'people'>): readonly Person[] =>
  people.filter(({ role }) => role !== 'organisator')
