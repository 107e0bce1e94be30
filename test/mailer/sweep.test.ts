import { expect, it } from 'vitest'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { mailKey } from '../../functions/shared/store/keys.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'

const now = new Date('2021-05-20T10:00:00.000Z')

function sweepOver(waiting: number) {
  const batches: MailKey[][] = []
  const keys = Array.from({ length: waiting }, (_, index) => mailKey('LCO-1', String(index)))
  const sweep = createSweep({
    outbox: { due: async (at, limit) => (at === now ? keys.slice(0, limit) : []) },
    wake: async (batch) => {
      batches.push(batch)
    },
    now: () => now,
  })
  return { batches, keys, sweep }
}

it('wekt niemand als er niets te doen is', async () => {
  const { batches, sweep } = sweepOver(0)
  expect(await sweep()).toBe(0)
  expect(batches).toEqual([])
})

it('geeft de mails in volgorde door, hoogstens 25 tegelijk', async () => {
  const { batches, keys, sweep } = sweepOver(60)
  expect(await sweep()).toBe(60)
  expect(batches.map(({ length }) => length)).toEqual([25, 25, 10])
  expect(batches.flat()).toEqual(keys)
})

it('neemt hoogstens duizend mails per keer', async () => {
  const { batches, sweep } = sweepOver(1500)
  expect(await sweep()).toBe(1000)
  expect(batches).toHaveLength(40)
})
