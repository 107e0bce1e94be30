/**
 * Changes of offers, beside what the network's file says: of one that nobody changed before, the file has what it was, and one that
 * somebody added is never gone without a trace, as dossiers may name it.
 */
import { type FirstOffer, withoutOfFile } from '../content.ts'
import { type Changed, putBack, type Wanted } from './entries.ts'

interface OfFile {
  aanbod: Readonly<Record<string, FirstOffer>>
}

const firstOf = ({ aanbod }: OfFile, key: string) => {
  const first = Object.hasOwn(aanbod, key) ? aanbod[key] : undefined
  return first && withoutOfFile(first)
}

/** From what to what, as people read it. */
export const withFirst = (changed: readonly Changed[], file: OfFile): Changed[] =>
  changed.map((one) => {
    if (one.of !== 'aanbod') return one
    const first = firstOf(file, one.key)
    return { ...one, from: one.from ?? first, to: one.to ?? first }
  })

/** The way back; of what was added, out of the aanbod. `today`: in Brussels. */
export const offersPutBack = (changed: readonly Changed[], file: OfFile, today: string): Wanted[] =>
  changed.flatMap((one): Wanted[] => {
    const isAdded = one.of === 'aanbod' && one.from === undefined && !firstOf(file, one.key)
    if (!isAdded || !one.to) return putBack([one])
    return [{ of: 'aanbod', key: one.key, to: { ...one.to, archivedOn: one.to.archivedOn ?? today } }]
  })
