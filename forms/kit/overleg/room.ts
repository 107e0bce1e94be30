/**
 * How much one overleg can hold: everybody who ever sat there stays known, and an item that is too large cannot be stored any more, so
 * that nobody could be taken off the table and nothing called off. *Ours.*
 */
import { bytesIn } from '../shorten.ts'
import type { Details } from './details.ts'
import type { Overleg } from './overleg.ts'

/** People who ever sat at one table. */
const mostEver = 100
/** Bytes of all their names together: a table that is full of the longest names people have takes a quarter. */
const mostOfNames = 32 * 1024

type Sized = { overleg: Pick<Overleg, 'participants'>; details: Pick<Details, 'names'> }

const sizeOf = ({ overleg, details }: Sized) => ({
  people: Object.keys(overleg.participants).length,
  names: bytesIn(JSON.stringify(details.names)),
})

/** Whether a table can become this; one that is too large already can always become smaller. */
export function hasRoom(before: Sized, after: Sized): boolean {
  const [was, is] = [sizeOf(before), sizeOf(after)]
  return (is.people <= mostEver || is.people <= was.people) && (is.names <= mostOfNames || is.names <= was.names)
}

export const noRoomInWords = 'Er is geen plaats meer voor wie erbij komt. Kort namen in, of begin een nieuw overleg'
