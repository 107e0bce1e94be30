import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { addSeconds, epochSeconds } from '../../forms/kit/time.ts'
import { createAddresses } from '../../functions/shared/store/addresses.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { addressKey, mailKey } from '../../functions/shared/store/keys.ts'
import { createOutbox, leaseSeconds, type Outbox } from '../../functions/shared/store/outbox.ts'
import { addressItem, type NewMail, type OutboxItem } from '../../functions/shared/store/outbox-item.ts'
import { atTheEdge } from '../public/sdk-edge.ts'
import { startDynamo } from '../support/dynamodb.ts'

const noon = new Date('2021-05-20T10:00:00.000Z')
const reference = 'LCO-7K3M-9QX2-4T'
const notification: Notification = {
  kind: 'triage',
  to: 'triage',
  network: 'aalst',
  form: 'lco-aanvraag',
  reference,
  linkVersion: 1,
  receivedAt: noon.toISOString(),
  answerBefore: '2021-05-28',
}

let connection: Connection
let outbox: Outbox
let stop: () => Promise<void>
/** Each test has a mail of its own. */
let mailId: string
let number = 0

beforeAll(async () => {
  const engine = await startDynamo()
  connection = engine.connection
  stop = engine.stop
  outbox = createOutbox(connection)
})
afterAll(() => stop())
beforeEach(() => {
  number += 1
  mailId = `mail${number}`
})

const key = () => mailKey(reference, mailId)
const later = (seconds: number) => addSeconds(noon, seconds)
const add = (more: Partial<NewMail> = {}) =>
  outbox.add({ subject: reference, mailId, notification, now: noon, ...more })

async function put(Item: Record<string, unknown>) {
  const { client, PutCommand } = await connection.dynamo()
  await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
}

async function stored(): Promise<Record<string, unknown> | undefined> {
  const { client, GetCommand } = await connection.dynamo()
  return (await client.send(new GetCommand({ TableName: connection.tables.loket, Key: key() }))).Item
}

const conflict = () => Object.assign(new Error('Conflict'), { name: 'TransactionConflictException' })

it('schrijft op dat een mail weg is, ook als iemand er op dat moment iets aan doet', async () => {
  await add()
  const mail = await taken()
  let tries = 0
  const busy = createOutbox(
    atTheEdge(connection, async (_, send) => {
      tries += 1
      if (tries === 1) throw conflict()
      return send()
    }),
  )
  expect(await busy.sent(mail, { now: noon, messageId: 'ses-1' })).toBe(true)
  expect(await stored()).toMatchObject({ status: 'verstuurd', messageId: 'ses-1' })
})

async function taken(now = noon): Promise<OutboxItem> {
  const mail = await outbox.claim(key(), now)
  if (!mail) throw new Error('This mail was to be ours')
  return mail
}

describe('nemen', () => {
  it('geeft de mail en houdt hem een minuut vast', async () => {
    await add()
    expect(await taken()).toMatchObject({ notification, attempts: 1, status: 'wacht', plannedAt: noon.toISOString() })
    expect(await outbox.claim(key(), later(leaseSeconds - 1))).toBeUndefined()
  })

  it('geeft hem opnieuw als de verzender stierf', async () => {
    await add()
    await taken()
    expect((await taken(later(leaseSeconds))).attempts).toBe(2)
  })

  it('geeft hem aan één van twintig verzenders tegelijk', async () => {
    await add()
    const claims = await Promise.all(Array.from({ length: 20 }, () => outbox.claim(key(), noon)))
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
  })

  it('geeft niet wat later moet, aangehouden is, gewist is of niet bestaat', async () => {
    expect(await outbox.claim(key(), noon)).toBeUndefined()
    await add({ dueAt: later(1) })
    expect(await outbox.claim(key(), noon)).toBeUndefined()
    mailId += '-held'
    await add({ held: 'verdacht' })
    expect(await outbox.claim(key(), later(3600))).toBeUndefined()
    mailId += '-expired'
    await add()
    await put({ ...(await stored()), ttl: epochSeconds(noon) })
    expect(await outbox.claim(key(), noon)).toBeUndefined()
  })

  it('weigert een mail die niemand zo schreef', async () => {
    await add()
    await put({ ...(await stored()), notification: { kind: 'reclame' } })
    await expect(outbox.claim(key(), noon)).rejects.toThrow()
  })
})

describe('wat ervan wordt', () => {
  it('verstuurd: weg uit de wachtrij, met het kenmerk van SES', async () => {
    await add()
    expect(await outbox.sent(await taken(), { now: later(2), messageId: 'ses-1' })).toBe(true)
    const item = await stored()
    expect(item).toMatchObject({ status: 'verstuurd', sentAt: later(2).toISOString(), messageId: 'ses-1' })
    expect(item).not.toHaveProperty('due')
    expect(item).not.toHaveProperty('dueAt')
    expect(await outbox.claim(key(), later(3600))).toBeUndefined()
  })

  it('later opnieuw', async () => {
    await add()
    expect(await outbox.retryAt(await taken(), later(300))).toBe(true)
    expect(await outbox.claim(key(), later(299))).toBeUndefined()
    expect((await taken(later(300))).plannedAt).toBe(noon.toISOString())
  })

  it.each([
    ['hold', 'aangehouden', 'dagplafond'],
    ['fail', 'mislukt', 'opgegeven'],
  ] as const)('%s: zichtbaar %s, en nooit vanzelf verstuurd', async (what, status, reason) => {
    await add()
    expect(await outbox[what](await taken(), reason)).toBe(true)
    expect(await stored()).toMatchObject({ status, reason })
    expect(await stored()).not.toHaveProperty('due')
    expect(await outbox.claim(key(), later(86_400))).toBeUndefined()
  })

  it('laat een trage verzender niets overschrijven van wie na hem kwam', async () => {
    await add()
    const slow = await taken()
    await taken(later(leaseSeconds))
    expect(await outbox.retryAt(slow, later(3600))).toBe(false)
    expect(await outbox.hold(slow, 'geen-adres')).toBe(false)
    expect(await outbox.sent(slow, { now: noon, messageId: 'ses-2' })).toBe(false)
    expect(await stored()).toMatchObject({ status: 'wacht', attempts: 2 })
  })

  it('zet dezelfde mail geen tweede keer klaar', async () => {
    expect(await add()).toBe(true)
    await outbox.sent(await taken(), { now: noon, messageId: 'ses-3' })
    expect(await add()).toBe(false)
    expect(await stored()).toMatchObject({ status: 'verstuurd' })
  })
})

describe('wat er te doen is', () => {
  it('geeft alles wat wacht, oudste eerst, ook over meer dan één bladzijde', async () => {
    const start = new Date('2020-03-01T10:00:00.000Z')
    const at = (minute: number) => addSeconds(start, minute * 60)
    for (let minute = 0; minute < 120; minute += 1) {
      await outbox.add({ subject: reference, mailId: `rij-${minute}`, notification, now: start, dueAt: at(minute) })
    }
    const keys = await outbox.due(at(110), 1000)
    expect(keys).toEqual(Array.from({ length: 111 }, (_, minute) => mailKey(reference, `rij-${minute}`)))
    expect(await outbox.due(at(110), 105)).toHaveLength(105)
    expect(await outbox.due(addSeconds(start, -1), 1000)).toEqual([])
  })

  it('zegt wanneer er eerst iets te doen is', async () => {
    const early = new Date('2019-01-01T09:00:00.000Z')
    await add({ now: early, dueAt: addSeconds(early, 3600) })
    expect(await outbox.nextDue(addSeconds(early, 3599))).toBeUndefined()
    expect(await outbox.nextDue(addSeconds(early, 9999))).toEqual(addSeconds(early, 3600))
  })
})

describe('adres', () => {
  it('geeft het adres tot de laatste seconde van zijn termijn', async () => {
    await put(addressItem(reference, 'jan@dienst.be', { ttl: epochSeconds(later(60)) }))
    expect(await createAddresses(connection).read(reference, later(59))).toBe('jan@dienst.be')
    expect(await createAddresses(connection).read(reference, later(60))).toBeUndefined()
  })

  it('bewaart een adres zonder termijn, en weet wat gewist is', async () => {
    await put(addressItem(reference, 'jan@dienst.be'))
    expect(await createAddresses(connection).read(reference, later(1e9))).toBe('jan@dienst.be')
    const { client, DeleteCommand } = await connection.dynamo()
    await client.send(new DeleteCommand({ TableName: connection.tables.loket, Key: addressKey(reference) }))
    expect(await createAddresses(connection).read(reference, noon)).toBeUndefined()
  })
})

describe('tellers', () => {
  it('telt tegelijk en verliest niets', async () => {
    const ttl = epochSeconds(later(86_400))
    const numbers = await Promise.all(Array.from({ length: 30 }, () => outbox.count('adres-x', '2021-05-20', ttl)))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(await outbox.counted('adres-x', '2021-05-20')).toBe(30)
    expect(await outbox.counted('adres-x', '2021-05-21')).toBe(0)
  })
})
