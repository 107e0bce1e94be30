/** Work on many items that is no transaction: some at a time, and safe to be done again where it was left. */

/** So many at a time, unless said otherwise. */
const usual = 25

/** What came of each, in their order. */
export async function inBatches<One, Done>(
  all: readonly One[],
  work: (one: One) => Promise<Done>,
  perBatch = usual,
): Promise<Done[]> {
  const done: Done[] = []
  for (let from = 0; from < all.length; from += perBatch)
    done.push(...(await Promise.all(all.slice(from, from + perBatch).map(work))))
  return done
}
