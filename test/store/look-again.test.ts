/** What a neighbour was first at is done again, and not for ever. */
import { expect, it } from 'vitest'
import { inCrowd, lookAgain } from '../../functions/shared/look-again.ts'

/** Gives nothing as often as neighbours are first, then what it is given. */
function afterNeighbours<Result>(neighbours: number, result: Result) {
  const counted = { looks: 0 }
  const work = async () => {
    counted.looks += 1
    return counted.looks > neighbours ? result : undefined
  }
  return { counted, work }
}

it.each([0, 1, 4])('na %i buren: gedaan', async (neighbours) => {
  const { counted, work } = afterNeighbours(neighbours, 'done')
  expect(await lookAgain(work)).toBe('done')
  expect(counted.looks).toBe(neighbours + 1)
})

it.each([
  ['een paar', undefined, 5],
  ['een zaal vol', inCrowd, 40],
] as const)('%s: na zoveel keer telkens te laat is het een fout', async (_, looks, most) => {
  const { counted, work } = afterNeighbours(most, 'done')
  await expect(lookAgain(work, looks)).rejects.toThrow('changed')
  expect(counted.looks).toBe(most)
})

it.each([false, 0, ''])('“%s” is ook iets: het wordt niet opnieuw gedaan', async (result) => {
  const { counted, work } = afterNeighbours(0, result)
  expect(await lookAgain(work)).toBe(result)
  expect(counted.looks).toBe(1)
})

it('een storing is geen buur: ze gaat meteen door', async () => {
  await expect(lookAgain(() => Promise.reject(new Error('down')))).rejects.toThrow('down')
})
