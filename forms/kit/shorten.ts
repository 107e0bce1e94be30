/** Text against what a stored item has room for. */
import { once } from './once.ts'

const graphemes = once(() => new Intl.Segmenter('nl', { granularity: 'grapheme' }))
/** Of UTF-8. */
export const bytesIn = (text: string): number => new TextEncoder().encode(text).length

const ellipsis = '…'

/** As it is when it fits in so many bytes of UTF-8; otherwise its beginning, cut between characters as people count them, and "…". */
export function shorten(text: string, most: number): string {
  // A code unit is a byte or more: what comes after so many of them never fits.
  const beginning = text.slice(0, most + 1)
  if (bytesIn(beginning) <= most) return text
  let [kept, bytes] = ['', bytesIn(ellipsis)]
  for (const { segment } of graphemes().segment(beginning)) {
    bytes += bytesIn(segment)
    if (bytes > most) break
    kept += segment
  }
  return kept.trimEnd() + ellipsis
}
