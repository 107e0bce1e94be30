/** Work on many items that is no transaction: some at a time, and safe to be done again where it was left. */

/** So many at a time. */
const perBatch = 25

export async function inBatches<One>(all: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += perBatch) await Promise.all(all.slice(from, from + perBatch).map(work))
}
