import { afterAll, beforeAll, expect, it } from 'vitest'
import { addSeconds } from '../../forms/kit/time.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { confirmation, noon, openPostOffice, type PostOffice } from './post-office.ts'

let office: PostOffice
let sweep: () => Promise<number>
let stop: () => Promise<void>

beforeAll(async () => {
  const engine = await startDynamo()
  stop = engine.stop
  office = openPostOffice(engine.connection)
  sweep = createSweep({ outbox: office.outbox, wake, now: office.now })
})
afterAll(() => stop())

async function wake(keys: MailKey[]) {
  expect(await office.deliver(keys)).toEqual([])
}

const post = (subject: string, address: string) =>
  office.post({ subject, notification: confirmation(subject) }, address)

/** Minutes into the outage at which somebody sent a request: most early, for those wait the longest between tries. */
const submits = [0, 17, 43, 300, 355]

it('verstuurt na een storing van 6 uur alles binnen 15 minuten, elk één keer', { timeout: 60_000 }, async () => {
  const recovery = 360
  office.letSes(() => office.now() >= addSeconds(noon, recovery * 60))
  for (let minute = 0; minute <= recovery + 15; minute += 1) {
    office.setClock(addSeconds(noon, minute * 60))
    if (submits.includes(minute)) {
      await office.deliver([await post(`LCO-STORING-${minute}`, `storing${minute}@dienst.be`)])
    }
    await sweep()
  }
  const sent = (await office.received()).flatMap(({ destinations }) => destinations)
  expect(sent.sort()).toEqual(submits.map((minute) => `storing${minute}@dienst.be`).sort())
  expect(await office.outbox.nextDue(addSeconds(office.now(), 86_400))).toBeUndefined()
})

it('wacht nooit korter dan 30 seconden of langer dan een uur, en geeft na 72 uur zichtbaar op', {
  timeout: 60_000,
}, async () => {
  office.forget()
  office.letSes(() => false)
  office.setClock(noon)
  const key = await post('LCO-OPGEGEVEN', 'nooit@dienst.be')
  const tries: number[] = []
  const forever = addSeconds(noon, 365 * 86_400)
  for (let due = await office.outbox.nextDue(forever); due; due = await office.outbox.nextDue(forever)) {
    tries.push(due.getTime() - noon.getTime())
    office.setClock(due)
    await sweep()
  }
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
  expect(Math.min(...waits.slice(0, -1))).toBeGreaterThanOrEqual(30_000)
  expect(Math.max(...waits)).toBeLessThanOrEqual(3_600_000)
  expect(tries.at(-1)).toBe(72 * 3_600_000)
  expect(await office.stored(key)).toMatchObject({ status: 'mislukt', reason: 'opgegeven' })
  expect(office.log.filter(({ level }) => level === 'error')).toHaveLength(1)
})

it('haalt in wat de stroom nooit meldde', async () => {
  office.forget()
  office.letSes(() => true)
  office.setClock(addSeconds(noon, 30 * 86_400))
  for (let left = 60; left > 0; left -= 1) await post(`LCO-STIL-${left}`, `stil${left}@dienst.be`)
  expect(await sweep()).toBe(60)
  expect(await office.received()).toHaveLength(60)
  expect(await sweep()).toBe(0)
})
