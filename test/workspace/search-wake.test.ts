/** What wakes the search: the clockwork tells which dossiers changed, and nothing that comes in over HTTP can (docs/decisions/023). */
import type { Context } from 'aws-lambda'
import type { LambdaEvent } from 'hono/aws-lambda'
import { describe, expect, it } from 'vitest'
import { createSweepChanged } from '../../functions/clockwork/sweep-waiting.ts'
import { currentRequestId } from '../../functions/shared/request.ts'
import type { ChangedKey } from '../../functions/shared/store/changed-dossiers.ts'
import { dossierKey } from '../../functions/shared/store/keys.ts'
import { createHandler } from '../../functions/workspace/handler.ts'

const keysOf = (count: number) => Array.from({ length: count }, (_, n) => dossierKey(`LCO-${n}`))

describe('het uurwerk', () => {
  it.each([
    [0, []],
    [60, [25, 25, 10]],
    [1000, Array(10).fill(25)],
  ])('vertelt van %i dossiers, hoogstens 25 per keer en 250 per minuut', async (count, sizes) => {
    const told: ChangedKey[][] = []
    const sweep = createSweepChanged({
      find: async (_, most) => keysOf(count).slice(0, most),
      wake: async (keys) => void told.push(keys),
      now: () => new Date(),
    })
    expect(await sweep()).toBe(Math.min(count, 250))
    expect(told.map(({ length }) => length)).toEqual(sizes)
    expect(told.flat()).toEqual(keysOf(count).slice(0, 250))
  })
})

describe('de werkruimte', () => {
  const woken: { keys: readonly ChangedKey[]; request: string | undefined }[] = []
  const handler = (failed: number) =>
    createHandler(async () => ({ statusCode: 200, body: 'page' }) as never, {
      keepWords: async () => async (keys) => {
        woken.push({ keys, request: currentRequestId() })
        return failed
      },
      putRight: async () => async () => 0,
      freezeYears: async () => async () => 0,
    })
  const context = {} as Context

  it('doet wat het uurwerk vertelt, onder het nummer van die ronde', async () => {
    await handler(0)({ changed: keysOf(2), requestId: 'r1' }, context)
    expect(woken.splice(0)).toEqual([{ keys: keysOf(2), request: 'r1' }])
  })

  it('laat het alarm horen wat niet lukte', async () => {
    await expect(handler(1)({ changed: keysOf(2), requestId: 'r1' }, context)).rejects.toThrow('1 dossiers')
    woken.length = 0
  })

  it('toont een pagina aan wie er een vraagt, wat die ook verstuurt', async () => {
    const body = JSON.stringify({ changed: keysOf(1), requestId: 'x' })
    const http = { version: '2.0', rawPath: '/werkruimte', headers: {}, body, requestContext: {} }
    expect(await handler(0)(http as unknown as LambdaEvent, context)).toMatchObject({ statusCode: 200 })
    expect(woken).toEqual([])
  })
})
