/** What wakes the seats: the clockwork tells where something may be left to hand out, and nothing that comes in over HTTP can. */
import type { Context } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { createSweepSeats } from '../../functions/clockwork/sweep-waiting.ts'
import { currentRequestId } from '../../functions/shared/request.ts'
import { createPutRight } from '../../functions/workspace/events/sweep-seats.ts'
import { createHandler } from '../../functions/workspace/handler.ts'

const slugsOf = (count: number) => Array.from({ length: count }, (_, number) => `activiteit-${number}`)

it.each([
  [0, []],
  [7, [3, 3, 1]],
  [100, Array(10).fill(3)],
])('het uurwerk vertelt van %i activiteiten, hoogstens 3 per keer en 30 per minuut', async (count, sizes) => {
  const told: string[][] = []
  const sweep = createSweepSeats({
    find: async (_, most) => slugsOf(count).slice(0, most),
    wake: async (slugs) => void told.push(slugs),
    now: () => new Date(),
  })
  expect(await sweep()).toBe(Math.min(count, 30))
  expect(told.map(({ length }) => length)).toEqual(sizes)
})

describe('de werkruimte', () => {
  const woken: { slugs: readonly string[]; request: string | undefined }[] = []
  const handler = (failed: number) =>
    createHandler(async () => ({ statusCode: 200, body: 'page' }) as never, {
      keepWords: async () => async () => 0,
      freezeYears: async () => async () => 0,
      putRight: async () => async (slugs) => {
        woken.push({ slugs, request: currentRequestId() })
        return failed
      },
    })
  const event = { freed: ['a', 'b'], requestId: 'minuut' }

  it('krijgt ze, onder het nummer van die minuut', async () => {
    await handler(0)(event, {} as Context)
    expect(woken.splice(0)).toEqual([{ slugs: ['a', 'b'], request: 'minuut' }])
  })

  it('faalt als er één niet lukte, zodat het alarm het ziet', async () => {
    await expect(handler(1)(event, {} as Context)).rejects.toThrow('1 events keep seats that are free')
  })

  it('gaat door met de volgende, en zegt hoeveel er niet lukten', async () => {
    const read: string[] = []
    const failures: unknown[] = []
    const putRight = createPutRight({
      events: {
        read: async (slug: string) => {
          read.push(slug)
          if (slug === 'a') throw new Error('down')
          return undefined
        },
      },
      now: () => new Date(),
      logFailure: (error: unknown) => void failures.push(error),
    } as unknown as Parameters<typeof createPutRight>[0])
    expect(await putRight(['a', 'b'])).toBe(1)
    expect([read, failures.length]).toEqual([['a', 'b'], 1])
  })
})
