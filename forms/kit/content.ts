/**
 * What changes in a network in a working week: who works there, its mailboxes, what services are called, what its aanbod says, when
 * it is closed. One stored item per network (content-schema.ts, functions/shared/store/contents.ts), handed to the few functions that
 * need it; the rest knows the network's file only (docs/decisions/018).
 */
import { contentSchema, type Role, type StoredContent } from './content-schema.ts'
import { findNamed, type Renamed } from './formerly.ts'
import type { Rule } from './questions/criteria.ts'
import type { Abbreviations } from './same-service.ts'
import type { Template } from './templates.ts'

export const roleInWords = {
  coordinator: 'coördinator',
  casemanager: 'casemanager',
  bemiddelaar: 'bemiddelaar',
  organisator: 'organisator',
} as const satisfies Record<Role, string>

/** Somebody who works for the network. */
export type Person = StoredContent['people'][number]
export type Mailboxes = StoredContent['mailboxes']

/** An offer as it is stored: one that somebody changed or added. */
export type StoredOffer = StoredContent['aanbod'][string]

/**
 * An entry of the aanbod: something a person can be pointed to, by a refusal, a referral or the catalogue (docs/domain.md §2). Its
 * place and its form are absent where they say nothing.
 */
export type Offer = StoredOffer & OfFile

/** What the network's file alone says of an offer, whatever somebody changes in its content. */
interface OfFile extends Renamed {
  /** And wherever they live, for whom this holds. */
  alsoFor?: Rule
}

/** As the network's file begins with it: without what changes in a working week. */
export type FirstOffer = Omit<Offer, 'phone' | 'website' | 'checkedOn' | 'archivedOn'>

/** What of an offer can be changed. */
export const withoutOfFile = ({ formerly: _f, alsoFor: _a, ...offer }: Offer): StoredOffer => offer

/** One that is stored says all, but for its place and its form where it is from before those could be changed. */
function changedOffer(stored: StoredOffer, first: FirstOffer | undefined): Offer {
  const { postcodes = first?.postcodes ?? [], form = first?.form ?? '', ...said } = stored
  const { formerly, alsoFor } = first ?? {}
  return {
    ...said,
    ...(postcodes.length > 0 ? { postcodes } : {}),
    ...(form ? { form } : {}),
    ...(formerly ? { formerly } : {}),
    ...(alsoFor ? { alsoFor } : {}),
  }
}

/** With what the network's file names its aanbod begins; its people add to it. */
interface OfNetwork {
  aanbod: Readonly<Record<string, FirstOffer>>
}

export interface NetworkContent extends Omit<StoredContent, 'aanbod' | 'abbreviations'> {
  people: readonly Person[]
  templates: readonly Template[]
  mailboxes: Mailboxes
  abbreviations: Abbreviations
  /** By key, what is archived too; as long as nobody changed an offer, it is that of the file. */
  aanbod: Readonly<Record<string, Offer>>
}

/** What a network has, from what is stored of it: of an offer all or nothing, found also by the key it had before. */
export function contentOf({ aanbod }: OfNetwork, stored: StoredContent = contentSchema.parse({})): NetworkContent {
  const changed = new Map(Object.entries(stored.aanbod))
  const ofFile = Object.entries(aanbod).map(([key, first]): [string, Offer] => {
    const names = [key, ...(first.formerly ?? [])]
    const found = names.map((one) => changed.get(one)).find((offer) => offer !== undefined)
    // Also what is stored under a name of before: it is this one, as it was.
    for (const one of names) changed.delete(one)
    return [key, found ? changedOffer(found, first) : first]
  })
  const added = [...changed].map(([key, offer]): [string, Offer] => [key, changedOffer(offer, undefined)])
  return { ...stored, aanbod: Object.fromEntries([...ofFile, ...added]) }
}

/** What people are pointed to: without what is archived. */
export const currentAanbod = ({ aanbod }: Pick<NetworkContent, 'aanbod'>): [string, Offer][] =>
  Object.entries(aanbod).filter(([, { archivedOn }]) => archivedOn === undefined)

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

/** What somebody is called, also who left. */
export const nameIn = (content: Pick<NetworkContent, 'people' | 'left'>, id: string | undefined): string =>
  [...content.people, ...content.left].find((person) => person.id === id)?.name ?? 'iemand die hier niet meer werkt'

/** Who can hold a dossier. */
export const holdersOf = ({ people }: Pick<NetworkContent, 'people'>): readonly Person[] =>
  people.filter(({ role }) => role !== 'organisator')
