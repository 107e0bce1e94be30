/**
 * The request at hand: a page that is asked for, a form that is posted, a run of the clockwork. What it sets in motion carries
 * its id, without every function in between passing it on; what it writes is told here, for the log.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

export interface RequestAtHand {
  id: string
  /** References of the dossiers it wrote so far; undefined among them for what is about no dossier. */
  written: Set<string | undefined>
}

const atHand = new AsyncLocalStorage<RequestAtHand>()

/** Does the work of one request, also beside others in the same process. */
export const inRequest = <Result>(id: string, work: (request: RequestAtHand) => Result): Result => {
  const request = { id, written: new Set<string | undefined>() }
  return atHand.run(request, () => work(request))
}

/** Undefined where nothing asked: the table's stream, a command. */
export const currentRequestId = (): string | undefined => atHand.getStore()?.id

/** Something is stored that the request was for; half-filled forms and who looked at what are not. */
export const noteWritten = (reference?: string): void => {
  atHand.getStore()?.written.add(reference)
}
