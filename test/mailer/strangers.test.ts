/** Mail to people we never mailed: so much an hour, then a person decides (docs/domain.md §3.11, docs/decisions/014). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { asCounted } from '../../functions/mailer/caps.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { capKey } from '../../functions/shared/store/keys.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'
import { sampleEvent, sampleOf } from '../emails/samples.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { audit } from '../support/events.ts'
import { confirmation, noon, openPostOffice, type PostOffice } from './post-office.ts'

let engine: Awaited<ReturnType<typeof startDynamo>>
let office: PostOffice
let number = 0

beforeAll(async () => {
  engine = await startDynamo()
  office = openPostOffice(engine.connection)
  await createEvents(engine.connection).create(sampleEvent, undefined, audit)
})
afterAll(() => engine.stop())
beforeEach(() => {
  office.forget()
  // Its own day, so that tests do not count together.
  number += 1
  office.setClock(new Date(noon.getTime() + number * 86_400_000))
})

const link = sampleOf('verder')
let posted = 0
async function postTo(address: string, notification: Notification = link, more = {}): Promise<MailKey> {
  posted += 1
  return office.post({ subject: `S${posted}`, notification, now: office.now(), ...more }, address)
}
/** To `count` people nobody knows. */
const strangers = (count: number, notification?: Notification) =>
  Array.from({ length: count }, () => postTo(`vreemd${Math.random()}@dienst.example`.replace('0.', ''), notification))
const fates = async (keys: readonly MailKey[]) =>
  Promise.all(
    keys.map(async (key) => {
      const item = await office.stored(key)
      return [item?.status, item?.reason].filter(Boolean).join(' ')
    }),
  )
const tally = async (keys: readonly MailKey[]) => {
  const all = await fates(keys)
  return {
    sent: all.filter((one) => one === 'verstuurd').length,
    held: all.filter((one) => one === 'aangehouden onbekend').length,
  }
}
/** As if so many left this hour already. */
async function alreadySent(kind: string, network: string, amount: number) {
  const { client, PutCommand } = await engine.connection.dynamo()
  const Item = { ...capKey(`nieuw-${kind}-${network}`, office.now().toISOString().slice(0, 13)), amount }
  await client.send(new PutCommand({ TableName: engine.connection.tables.loket, Item }))
}

describe('links om later verder te gaan', () => {
  it('twaalf per uur naar nieuwe adressen; wat meer is, wacht op een mens', async () => {
    const keys = await Promise.all(strangers(15))
    await Promise.all([office.deliver(keys.slice(0, 8)), office.worker()(keys.slice(8))])
    expect(await tally(keys)).toEqual({ sent: 12, held: 3 })
    // The next hour others pass; what is held stays held.
    office.wait(3600)
    const later = await Promise.all(strangers(2))
    await office.deliver([...keys, ...later])
    expect(await tally(later)).toEqual({ sent: 2, held: 0 })
    expect(await tally(keys)).toEqual({ sent: 12, held: 3 })
  })

  it('wie al mail van ons kreeg, is geen vreemde', async () => {
    const known = `bekend${number}@dienst.example`
    await office.deliver([await postTo(known, confirmation('LCO-7K3M-9QX2-4T'))])
    await alreadySent('concept', link.network, 12)
    const [other] = await Promise.all(strangers(1))
    const key = await postTo(known)
    await office.deliver([key, other as MailKey])
    expect(await fates([key, other as MailKey])).toEqual(['verstuurd', 'aangehouden onbekend'])
  })

  it('varianten van een adres zijn één adres', async () => {
    const variants = ['sam', 'sam+1', 'sam+2', 'S.am+x+y', 's.a.m'].map((name) => `${name}@dienst${number}.example`)
    await alreadySent('concept', link.network, 11)
    const keys = await Promise.all(variants.map((address) => postTo(address)))
    for (const key of keys) await office.deliver([key])
    expect(await tally(keys)).toEqual({ sent: 5, held: 0 })
    // A control: one that is really new.
    const fresh = await Promise.all(strangers(1))
    await office.deliver(fresh)
    expect(await tally(fresh)).toEqual({ sent: 0, held: 1 })
  })

  it('en samen krijgen ze niet meer dan twintig mails per dag', async () => {
    const keys = await Promise.all(
      Array.from({ length: 22 }, (_, index) => postTo(`noor+${index}@dienst${number}.example`)),
    )
    await office.deliver(keys)
    const all = await fates(keys)
    expect(all.filter((one) => one === 'verstuurd')).toHaveLength(20)
    expect(all.filter((one) => one === 'aangehouden dagplafond')).toHaveLength(2)
  })

  it('wat een mens verstuurt, vertrekt altijd', async () => {
    await alreadySent('concept', link.network, 12)
    const [key] = await Promise.all(strangers(1))
    const { client, UpdateCommand } = await engine.connection.dynamo()
    await client.send(
      new UpdateCommand({
        TableName: engine.connection.tables.loket,
        Key: key as MailKey,
        UpdateExpression: 'SET released = :yes',
        ExpressionAttributeValues: { ':yes': true },
      }),
    )
    await office.deliver([key as MailKey])
    expect(await tally([key as MailKey])).toEqual({ sent: 1, held: 0 })
  })
})

describe.each([
  ['bevestiging', 300, confirmation('LCO-7K3M-9QX2-4T')],
  ['antwoord', 1500, sampleOf('activiteit-ja')],
  ['antwoord', 1500, sampleOf('activiteit-link')],
  ['antwoord', 1500, sampleOf('activiteit-geannuleerd')],
] as const)('%s: %i per uur', (kind, limit, notification) => {
  it(`${notification.kind}: de laatste vertrekt, de volgende wacht`, async () => {
    await alreadySent(kind, notification.network, limit - 1)
    const keys = await Promise.all(strangers(2, notification))
    await office.deliver(keys)
    expect(await tally(keys)).toEqual({ sent: 1, held: 1 })
  })

  it('elk netwerk telt apart', async () => {
    await alreadySent(kind, 'een-ander-netwerk', limit)
    const keys = await Promise.all(strangers(1, notification))
    await office.deliver(keys)
    expect(await tally(keys)).toEqual({ sent: 1, held: 0 })
  })
})

it('een uitnodiging van een organisator telt niet, en wie ze kreeg is bekend', async () => {
  // Before the deadline, so that the invitation is of use.
  office.setClock(new Date('2021-05-10T10:00:00.000Z'))
  const invitation = sampleOf('activiteit-uitnodiging')
  await alreadySent('antwoord', invitation.network, 1500)
  const guest = `gast${number}@dienst.example`
  const invited = await postTo(guest, invitation)
  await office.deliver([invited])
  const answered = await postTo(guest, sampleOf('activiteit-ja'))
  await office.deliver([answered])
  expect(await tally([invited, answered])).toEqual({ sent: 2, held: 0 })
})

it.each([
  ['noor@caw.example', 'noor@caw.example'],
  ['noor+1@caw.example', 'noor@caw.example'],
  ['n.oor+a+b@caw.example', 'noor@caw.example'],
  ['+noor@caw.example', '+noor@caw.example'],
  ['noor@team+x.caw.example', 'noor@team+x.caw.example'],
])('%s telt als %s', (address, counted) => {
  expect(asCounted(address)).toBe(counted)
})
