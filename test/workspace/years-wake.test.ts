/** What wakes the years: the clockwork tells which counters wait for a year that is over (docs/decisions/035). */
import type { Context } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createSweepYears } from '../../functions/clockwork/sweep-waiting.ts'
import { currentRequestId } from '../../functions/shared/request.ts'
import type { ItemKey } from '../../functions/shared/store/item-key.ts'
import { yearCountsKey } from '../../functions/shared/store/keys.ts'
import { createHandler } from '../../functions/workspace/handler.ts'

const keysOf = (count: number): ItemKey[] =>
  Array.from({ length: count }, (_, n) => yearCountsKey('aalst', `formulier-${n}`, '2026', 0))

it.each([
  [0, []],
  [200, [200]],
  [201, [200]],
])('het uurwerk vertelt van %i tellers, samen en hoogstens 200 per minuut', async (count, sizes) => {
  const told: ItemKey[][] = []
  const sweep = createSweepYears({
    find: async (_, most) => keysOf(count).slice(0, most),
    wake: async (keys) => void told.push(keys),
    now: () => new Date(),
  })
  expect(await sweep()).toBe(Math.min(count, 200))
  expect(told.map(({ length }) => length)).toEqual(sizes)
})

describe('de werkruimte', () => {
  const woken: { keys: readonly ItemKey[]; request: string | undefined }[] = []
  const handler = (failed: number) =>
    createHandler(async () => ({ statusCode: 200, body: 'page' }) as never, {
      keepWords: async () => async () => 0,
      putRight: async () => async () => 0,
      freezeYears: async () => async (keys) => {
        woken.push({ keys, request: currentRequestId() })
        return failed
      },
    })
  const event = { closing: keysOf(2), requestId: 'minuut' }

  it('krijgt ze, onder het nummer van die minuut', async () => {
    await handler(0)(event, {} as Context)
    expect(woken.splice(0)).toEqual([{ keys: keysOf(2), request: 'minuut' }])
  })

  it('faalt als er één niet lukte, zodat het alarm het ziet', async () => {
    await expect(handler(2)(event, {} as Context)).rejects.toThrow('2 counters of a year could not be frozen')
  })
})
