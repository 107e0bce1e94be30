/**
 * Ten thousand invitees on one event (issue 4): import, invite, answer, list, and the pace of the mail. What an answer costs
 * does not depend on how many are invited; DynamoDB itself counts (ReturnConsumedCapacity).
 */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createPacedDeliver } from '../../functions/mailer/pace.ts'
import { addressOnEvent, newInvitee } from '../../functions/shared/rsvp.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { loketOn, type TestLoket } from '../support/app.ts'
import { freshTables } from '../support/dynamodb.ts'
import { answer, pathOf, personalPath, putEvent, respond } from '../support/events.ts'

const april = new Date('2021-04-23T08:00:00Z')
const sizes = [10, 1_000, 10_000]
/** Mails a second; 10,000 of them take this many seconds at best. */
const rate = 13.5

interface Meter {
  connection: Connection
  /** Units used since the last time. */
  used(): { read: number; write: number }
}

/** Lets DynamoDB count what every request costs. */
async function metered(connection: Connection): Promise<Meter> {
  const dynamo = await connection.dynamo()
  const { client } = dynamo
  let units = { read: 0, write: 0 }
  const send = async (command: { input: Record<string, unknown>; constructor: { name: string } }) => {
    command.input.ReturnConsumedCapacity = 'TOTAL'
    const answer = (await client.send(command as never)) as unknown as { ConsumedCapacity?: object | object[] }
    const kind = /Get|Query/.test(command.constructor.name) ? 'read' : 'write'
    for (const one of [answer.ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[])
      units[kind] += one.CapacityUnits ?? 0
    return answer
  }
  const counting = { ...dynamo, client: Object.assign(Object.create(client), { send }) }
  return {
    connection: { ...connection, dynamo: async () => counting },
    used: () => {
      const before = units
      units = { read: 0, write: 0 }
      return before
    },
  }
}

async function importInto(loket: TestLoket, event: LoketEvent, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, number) => {
    const email = `p${number}@dienst.example`
    const adres = addressOnEvent(loket.secrets.addressKey, event.slug, email)
    const id = randomBytes(16).toString('base64url')
    return { email, invitee: { ...newInvitee({ id, event, adres, bron: 'import', now: april }), ttl: 2_000_000_000 } }
  })
  expect(await createInviteeLists(loket.connection).add(people)).toBe(count)
}

describe('één activiteit met veel genodigden', () => {
  const costs: Record<number, string> = {}

  it.each(sizes)('%i genodigden: wat elke handeling kost', async (count) => {
    const meter = await metered(await freshTables())
    const loket = loketOn(meter.connection, april)
    const event = await putEvent(loket.connection)
    const lists = createInviteeLists(loket.connection)
    const figures: Record<string, { read: number; write: number; ms: number }> = {}
    const measure = async (name: string, work: () => Promise<unknown>) => {
      meter.used()
      const since = performance.now()
      await work()
      figures[name] = { ...meter.used(), ms: Math.round(performance.now() - since) }
    }
    await measure('toevoegen', () => importInto(loket, event, count))
    await measure('uitnodigen', () => lists.invite(event, () => april, new Date(april.getTime() + 3_600_000)))
    await measure('tellen', () => lists.count(event))
    await measure('een blad van 50', () => lists.page(event.slug, 'open', { shard: 0 }, 50))
    await measure('openen (publiek)', async () => loket.visitor().get(pathOf(event)))
    const personal = await personalPath(loket, event, 'p3@dienst.example')
    await measure('antwoorden (persoonlijk)', async () => loket.visitor().post(personal, answer))
    await measure('antwoorden (nieuw)', () => respond(loket, event))
    const { ms: _persoonlijk, ...own } = figures['antwoorden (persoonlijk)'] ?? { ms: 0 }
    const { ms: _nieuw, ...fresh } = figures['antwoorden (nieuw)'] ?? { ms: 0 }
    costs[count] = JSON.stringify([own, fresh])
    process.stdout.write(`\n${count} genodigden: ${JSON.stringify(figures)}\n`)
  })

  it('een antwoord kost bij 10, 1.000 en 10.000 hetzelfde', () => {
    expect(new Set(Object.values(costs)).size).toBe(1)
    expect(Object.keys(costs)).toHaveLength(sizes.length)
  })
})

describe('tienduizend uitnodigingen', () => {
  it('vertrekken in hoogstens 1,05 × de kortste tijd, nooit sneller, ook als de mailer telkens sterft', async () => {
    const loket = loketOn(await freshTables(), april)
    const event = await putEvent(loket.connection)
    await importInto(loket, event, 10_000)
    let now = april.getTime()
    const clock = () => new Date(now)
    await createInviteeLists(loket.connection).invite(event, clock, new Date(now + 3_600_000))
    const outbox = createOutbox(loket.connection)
    const sent: number[] = []
    const seen = new Set<string>()
    let killAfter = Number.POSITIVE_INFINITY
    const paced = createPacedDeliver({
      // The real way of taking and settling a mail; what is in it takes no time here.
      deliver: async (keys, turn) => {
        for (const key of keys) {
          if (killAfter <= 0) return []
          const mail = await outbox.claim(key, clock(), 'bulk')
          if (!mail) continue
          await turn?.()
          killAfter -= 1
          // Killed between taking and sending: the lease runs out, another sweep finds it.
          if (killAfter <= 0) return []
          sent.push(now)
          seen.add(key.pk)
          await outbox.sent(mail, { now: clock(), messageId: 'x' })
        }
        return []
      },
      outbox,
      perSecond: rate,
      now: clock,
      wait: async (ms) => {
        now += ms
      },
    })
    let minute = now
    const sweep = createSweep({
      outbox,
      wake: async () => {},
      paced: { perSecond: rate, wake: async (keys) => void (await paced(keys)) },
      now: clock,
    })
    for (let run = 0; seen.size < 10_000 && run < 60; run += 1) {
      minute += 60_000
      now = Math.max(now, minute)
      killAfter = run % 3 === 2 ? 300 : Number.POSITIVE_INFINITY
      await sweep()
    }
    expect(seen.size).toBe(10_000)
    expect(sent).toHaveLength(10_000)
    sent.sort((a, b) => a - b)
    const fastest = Math.max(
      ...sent.map(
        (at, index) => sent.filter((other, next) => next >= index && next < index + 40 && other < at + 1000).length,
      ),
    )
    expect(fastest).toBeLessThanOrEqual(Math.ceil(rate))
    process.stdout.write(`\n10.000 uitnodigingen, met doden: ${((sent.at(-1) ?? 0) - (sent[0] ?? 0)) / 1000} s\n`)
  })
})
