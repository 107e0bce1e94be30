/** What the clockwork asks: the seats of these events, each by itself. */
import { addSeconds } from '../../../forms/kit/time.ts'
import { type PromoteDeps, putSeatsRight } from './promote.ts'

/** Seconds that one event may take before the others have their turn; what is left comes again. */
const secondsEach = 5

export type PutRight = (slugs: readonly string[]) => Promise<number>

/** Gives how many could not be put right; those come again by themselves. */
export const createPutRight =
  (deps: PromoteDeps & { logFailure: (error: unknown) => void }): PutRight =>
  async (slugs) => {
    let failed = 0
    for (const slug of slugs)
      try {
        await putSeatsRight(deps, slug, addSeconds(deps.now(), secondsEach))
      } catch (error) {
        failed += 1
        deps.logFailure(error)
      }
    return failed
  }
