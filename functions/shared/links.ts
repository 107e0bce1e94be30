/**
 * Personal links. A token is derived from an id and a key, so there is nothing to steal in storage:
 * `<id>.<version>.<keyId>.<base64url(HMAC-SHA256(key, purpose ‖ id ‖ version))>` (docs/domain.md §3.7).
 * A higher version stored beside the id revokes; keys rotate by id.
 */
import { timingSafeEqual } from 'node:crypto'
import { hmacOf } from './hash.ts'

/** Each kind of link has its own purpose, so that one can never be used as another. */
export type LinkPurpose =
  | 'ontvangen'
  | 'status'
  | 'verder'
  | 'adres'
  | 'formulier'
  | 'toegang'
  | 'postbus'
  | 'genoteerd'
  | 'uitnodiging'
  | 'afmelden'
  | 'overleg'
  | 'plan'
  | 'was-hier'

export interface LinkKeys {
  /** Id of the key new links are made with. */
  current: string
  /** Every key that may still verify, base64, by id. */
  keys: Readonly<Record<string, string>>
}

export interface LinkTarget {
  id: string
  version: number
}

/** What is signed is what is read: one shape for both. An id has room for an event's slug and what a receipt adds to it. */
const shape = /^([A-Za-z0-9_-]{1,128})\.(0|[1-9]\d{0,12})\.([A-Za-z0-9]{1,16})\.([\w-]{43})$/

/** Throws rather than make a link that would not open. */
export function linkToken(keys: LinkKeys, purpose: LinkPurpose, { id, version }: LinkTarget): string {
  const token = [id, version, keys.current, mac(keys, keys.current, purpose, id, version)].join('.')
  if (!shape.test(token)) throw new Error('Nobody could open this link: its id, version or key has another shape')
  return token
}

/** The target a token names, or undefined when it was not made by us for this purpose. The caller compares the version. */
export function readLinkToken(keys: LinkKeys, purpose: LinkPurpose, token: string): LinkTarget | undefined {
  const [, id, version, keyId, given] = shape.exec(token) ?? []
  if (!id || !version || !keyId || !given || !Object.hasOwn(keys.keys, keyId)) return undefined
  // Compared as text: the last base64url character carries spare bits, decoding would accept four spellings.
  const expected = mac(keys, keyId, purpose, id, Number(version))
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? { id, version: Number(version) } : undefined
}

function mac(keys: LinkKeys, keyId: string, purpose: LinkPurpose, id: string, version: number): string {
  const key = keys.keys[keyId]
  // An empty one would sign too.
  if (!key) throw new Error('There is no such link key')
  return hmacOf(key, `${purpose}\0${id}\0${version}`)
}
