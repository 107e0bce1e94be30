/** A word as the table holds it: nobody without the key can tell which word it is, or whether two networks have the same. */
import { createHmac } from 'node:crypto'
import { piecesOfReference } from '../../../forms/kit/search/search-words.ts'

/** Bytes of an HMAC-SHA256 that are kept: two words that meet by chance are not to be expected. */
const keptBytes = 16

/** Hides what somebody is found by: a word, the piece of a reference, how a client is designated, a word of an organisation. */
export type Hide = (of: 'woord' | 'referentie' | 'aanduiding' | 'organisatie', text: string) => string

export const hideWith =
  (key: string, network: string): Hide =>
  (of, text) =>
    createHmac('sha256', key)
      .update([network, of, text].join('\n'))
      .digest()
      .subarray(0, keptBytes)
      .toString('base64url')

export const hiddenPieces = (hide: Hide, reference: string): string[] =>
  piecesOfReference(reference).map((piece) => hide('referentie', piece))
