/**
 * Ten thousand invitees on one event (issue 4): import, invite, answer, list, and the pace of the mail. What an answer costs
 * does not depend on how many are invited; DynamoDB itself counts (ReturnConsumedCapacity).
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createPacedDeliver } from '../../functions/mailer/pace.ts'
import { addressOnEvent, newInvitee } from '../../functions/shared/answer-flow.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { sampleOf } from '../emails/samples.ts'
import { loketOn, type TestLoket } from '../support/app.ts'
import { freshTables, startOwnEngine } from '../support/dynamodb.ts'
import { answer, pathOf, personalPath, putEvent, respond } from '../support/events.ts'
import { type Fields, fieldsIn, locationOf } from '../support/visitor.ts'
import { startTestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const sizes = [10, 1_000, 10_000]
/** Mails a second; 10,000 of them take this many seconds at best. */
const rate = 10

let engine: Awaited<ReturnType<typeof startOwnEngine>>
beforeAll(async () => {
  engine = await startOwnEngine()
})
afterAll(() => engine.stop())

interface Meter {
  connection: Connection<Tables>
  /** Units used since the last time. */
  used(): { read: number; write: number }
}

/** Lets DynamoDB count what every request costs. */
async function metered(connection: Connection<Tables>): Promise<Meter> {
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
  const added = await createInviteeLists(loket.connection).add(people, () => april, april)
  expect(added).toEqual({ added: count, left: 0 })
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
    await measure('tellen', () => lists.count(event, april))
    await measure('een blad van 50', () => lists.page(event.slug, 'open', { shard: 0 }, 50, april))
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

it('3.000 genodigden uit een CSV: elke druk hoogstens 10 s, ook die verdergaat, en dezelfde lijst nog eens in veel minder', async () => {
  const loket = await startTestWorkspace({ now: april })
  // The clock of this Loket runs, so that a press stops where it promises to.
  const begun = performance.now()
  const timed = Object.defineProperty(loket.clock, 'now', {
    get: () => new Date(april.getTime() + Math.round(performance.now() - begun)),
  })
  expect(timed).toBe(loket.clock)
  const organiser = await loket.as('Organisator')
  const event = await putEvent(loket.connection)
  const people = Array.from({ length: 3_000 }, (_, n) => `Genodigde ${n};Dienst ${n};Begeleider;p${n}@dienst.example`)
  const csv = `naam;organisatie;functie;e-mail\n${people.join('\n')}`
  const path = `/werkruimte/activiteiten/${event.slug}/importeren`
  const seconds: number[] = []
  const press = async (fields: Fields) => {
    const since = performance.now()
    const response = await organiser.post(path, fields)
    seconds.push(Math.round(performance.now() - since) / 1000)
    return { response, fields: fieldsIn(await response.clone().text()) }
  }
  /** Presses on until everybody is on the list; gives where the last press leads. */
  const addAll = async () => {
    let pressed = await press({ csv })
    while (pressed.response.status === 200 && seconds.length < 12) pressed = await press(pressed.fields)
    return new URL(locationOf(pressed.response), loket.url).searchParams
  }
  await addAll()
  const first = seconds.splice(0)
  expect((await createInviteeLists(loket.connection).count(event, april)).counts.nieuw).toBe(3_000)
  const again = Object.fromEntries(await addAll())
  process.stdout.write(`\n3.000 uit een CSV: ${JSON.stringify({ first, again: seconds })} s per druk\n`)
  expect(again).toEqual({ toegevoegd: '0', al: '3000' })
  expect(Math.max(...first)).toBeLessThanOrEqual(10)
  expect(Math.max(...seconds)).toBeLessThanOrEqual(5)
})

/** Sends `count` invitations that are due, minute after minute, on a clock that runs only while something waits. */
async function sendAll(count: number, { killEvery = 0 } = {}): Promise<number[]> {
  const connection = await freshTables()
  const outbox = createOutbox(connection)
  const notification = sampleOf('activiteit-uitnodiging')
  const mails = Array.from({ length: count }, (_, number) => `g${number}`)
  const put = async () => {
    for (let subject = mails.pop(); subject; subject = mails.pop())
      await outbox.add({ subject, mailId: 'uitnodiging', notification, now: april, bulk: true })
  }
  await Promise.all(Array.from({ length: 8 }, put))

  let now = april.getTime()
  const clock = () => new Date(now)
  const sent: number[] = []
  let alive = Number.POSITIVE_INFINITY
  const paced = createPacedDeliver({
    deliver: async ([key], turn) => {
      const mail = key && alive > 0 ? await outbox.claim(key, clock(), 'bulk') : undefined
      if (!mail) return []
      await turn?.()
      alive -= 1
      // Killed between taking and sending: the lease runs out, and a later sweep finds it.
      if (alive < 0) return []
      sent.push(now)
      await outbox.sent(mail, { now: clock(), messageId: 'x' })
      return []
    },
    outbox,
    perSecond: rate,
    now: clock,
    wait: async (ms) => {
      now += ms
    },
  })
  const wake = async (keys: Parameters<typeof paced>[0]) => {
    await paced(keys)
  }
  const sweep = createSweep({ outbox, wake, paced: { perSecond: rate, wake }, now: clock })
  for (let minute = april.getTime(), run = 1; sent.length < count && run < 60; minute += 60_000, run += 1) {
    now = Math.max(now, minute)
    alive = killEvery > 0 && run % killEvery === 0 ? 200 : Number.POSITIVE_INFINITY
    await sweep()
  }
  return sent.sort((a, b) => a - b)
}

/** The most that left within one second. */
const fastestSecond = (sent: readonly number[]): number =>
  Math.max(...sent.map((at, index) => sent.slice(index, index + 40).filter((other) => other < at + 1000).length))

describe('uitnodigingen aan velen', () => {
  it('10.000 vertrekken in hoogstens 1,05 × de kortste tijd, nooit sneller dan mag', async () => {
    const sent = await sendAll(10_000)
    const seconds = ((sent.at(-1) ?? 0) - (sent[0] ?? 0)) / 1000
    process.stdout.write(`\n10.000 uitnodigingen: ${seconds} s, ${seconds / (10_000 / rate)} × de kortste tijd\n`)
    expect(sent).toHaveLength(10_000)
    expect(seconds).toBeLessThanOrEqual((1.05 * 10_000) / rate)
    expect(fastestSecond(sent)).toBeLessThanOrEqual(Math.ceil(rate))
  })

  it('een mailer die telkens sterft, verliest er geen, verstuurt er geen twee keer, en gaat nooit sneller', async () => {
    const sent = await sendAll(1_000, { killEvery: 2 })
    expect(sent).toHaveLength(1_000)
    expect(fastestSecond(sent)).toBeLessThanOrEqual(Math.ceil(rate))
  })
})
