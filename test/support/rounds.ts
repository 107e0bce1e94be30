/** How often a race is run: a few times in `npm test`, as often as promised (docs/promises.md) in `npm run test:long`. */
export const roundsOf = (usual: number, promised: number): number => (process.env.LOKET_LONG ? promised : usual)
