/** Looks where many write at the same moment: a whole hall may go for the last seat. */
export const inCrowd = 40

/**
 * Does something again because a neighbour was first. `work` reads, decides and writes; it gives undefined when what it had read
 * was no longer so. Every look that is lost is a neighbour's write that came through, so a few do, or as many as there may be
 * neighbours; after the last one it throws, for then something else is wrong.
 */
export async function lookAgain<Result>(work: () => Promise<Result | undefined>, looks = 5): Promise<Result> {
  for (let look = 0; look < looks; look += 1) {
    const result = await work()
    if (result !== undefined) return result
  }
  throw new Error(`What was read had changed at each of ${looks} looks`)
}
