/**
 * How many dossiers of a network are late, in nobody's hands, in somebody's: counted in the small index, each line read once for all
 * three, and no further than a person needs to know. Exact up to a hundred, unless more lines than `mostLooked` had to be read first.
 */
import type { Connection } from './dynamo.ts'
import { linesIndex, queueOf } from './indexes.ts'
import { isKept } from './kept.ts'
import { createQuery, endOf, justAfter, type ListOfState, lineSchema } from './list-places.ts'
import { queryPages } from './query-all.ts'
import { mostCounted, mostTallied } from './queue.ts'

export interface Tally {
  /** At most `mostCounted`. */
  count: number
  /** There are more than that, or may be: it was not looked at to the end. */
  more: boolean
}

/** `count`: exact, or more than a person needs to know; `unread`: not all was looked at. */
export const tallied = (count: number, unread = false): Tally => ({
  count: Math.min(mostCounted, count),
  more: unread || count > mostCounted,
})

export interface AtAGlance {
  late: Tally
  /** Open, and nobody has it; and somebody has it. */
  unheld: Tally
  held: Tally
}

interface Counting {
  /** Lists of open dossiers. */
  open: readonly ListOfState[]
  /** Lists of closed ones with a question left to ask: they are late or not, and that is all. */
  closed: readonly ListOfState[]
  /** Brussels date. */
  today: string
  now: Date
}

/** Lines looked at before the count says "or more". */
const mostLooked = 400
/** Of one list at a time: they fit in half a read unit. */
const atOnce = 12

export function createGlance({ dynamo, tables }: Connection) {
  const query = createQuery(tables.loket)

  function readerOf(isOpen: boolean, { network, form, state }: ListOfState, today: string): Reader {
    const place = { index: linesIndex, partition: queueOf(network, form, state) }
    // What is closed is undated, or has a day: only what passed counts.
    const to = isOpen ? endOf(undefined) : today
    return {
      isOpen,
      pages: queryPages(dynamo, query(place, { from: justAfter(''), to }), atOnce),
      done: false,
      seen: [],
    }
  }

  return {
    async of({ open, closed, today, now }: Counting): Promise<AtAGlance> {
      const readers = [
        ...open.map((list) => readerOf(true, list, today)),
        ...closed.map((list) => readerOf(false, list, today)),
      ]
      let found = readers
      for (let looked = 0; found.length > 0 && looked < mostLooked; found = worthReading(readers, today)) {
        const sizes = await Promise.all(found.map((reader) => readOn(reader, now)))
        looked += sizes.reduce((sum, size) => sum + size, 0)
      }
      return talliesOf(readers, today)
    },
  }
}

interface Line {
  at: string
  held: boolean
}

/** One list, as far as it was read. */
interface Reader {
  isOpen: boolean
  pages: AsyncGenerator<Record<string, unknown>[]>
  done: boolean
  seen: Line[]
}

/** How many lines this read more. */
async function readOn(reader: Reader, now: Date): Promise<number> {
  const page = await reader.pages.next()
  const lines = page.done ? [] : page.value
  reader.done = lines.length < atOnce
  reader.seen.push(
    ...lines.flatMap((line) => {
      const { rijSinds, holder } = lineSchema.parse(line)
      return isKept(now)(line) ? [{ at: rijSinds, held: holder !== undefined }] : []
    }),
  )
  return lines.length
}

/** First what is known to hold more of what is not enough yet; then all that is left; nothing once all three are. */
function worthReading(readers: readonly Reader[], today: string): Reader[] {
  const { late, unheld, held } = foundIn(readers, today)
  const left = readers.filter(({ done }) => !done)
  const wanted = (reader: Reader) =>
    (late < mostTallied && isLateStill(reader, today)) ||
    (reader.isOpen && unheld < mostTallied && reader.seen.some((line) => !line.held)) ||
    (reader.isOpen && held < mostTallied && reader.seen.some((line) => line.held))
  if ([late, unheld, held].every((count) => count >= mostTallied)) return []
  const first = left.filter(wanted)
  return first.length > 0 ? first : left.filter(({ isOpen }) => isOpen)
}

/** Whether what comes after may be late too: a list has the soonest first. */
const isLateStill = ({ done, seen }: Reader, today: string): boolean => !done && (seen.at(-1)?.at ?? '') < today

function foundIn(readers: readonly Reader[], today: string) {
  const lines = readers.flatMap(({ isOpen, seen }) => (isOpen ? seen : []))
  return {
    late: readers.flatMap(({ seen }) => seen).filter(({ at }) => at < today).length,
    unheld: lines.filter(({ held }) => !held).length,
    held: lines.filter(({ held }) => held).length,
  }
}

function talliesOf(readers: readonly Reader[], today: string): AtAGlance {
  const { late, unheld, held } = foundIn(readers, today)
  const unread = readers.some(({ isOpen, done }) => isOpen && !done)
  return {
    late: tallied(
      late,
      readers.some((reader) => isLateStill(reader, today)),
    ),
    unheld: tallied(unheld, unread),
    held: tallied(held, unread),
  }
}
