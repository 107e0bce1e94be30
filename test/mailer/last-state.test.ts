/** Somebody who changes their answer again and again: a bounded number of mails, and the last one tells what is true. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { EventNotification, EventNotificationKind } from '../../forms/kit/events/event-notifications.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'
import { sampleEvent, sampleOf } from '../emails/samples.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { audit } from '../support/events.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

/** 23.00 in Brussels. */
const evening = new Date('2021-05-10T21:00:00.000Z')
const midnight = new Date('2021-05-10T22:00:00.000Z')
let stop: () => Promise<void>
let office: PostOffice
let subject: string
let number = 0

beforeAll(async () => {
  const engine = await startDynamo()
  stop = engine.stop
  office = openPostOffice(engine.connection)
  await createEvents(engine.connection).create(sampleEvent, undefined, audit)
})
afterAll(() => stop())
beforeEach(() => {
  number += 1
  subject = `genodigde${number}`
  office.setClock(evening)
  office.forget()
})

const answer = (kind: EventNotificationKind, revisie: number, agenda?: EventNotification['agenda']) =>
  ({
    ...sampleOf(kind),
    genodigde: subject,
    revisie,
    agenda: undefined,
    ...(agenda ? { agenda } : {}),
  }) as EventNotification
const told = (notification: EventNotification) =>
  office.post(
    {
      subject,
      mailId: `antwoord-${notification.revisie}`,
      notification: JSON.parse(JSON.stringify(notification)),
      now: office.now(),
    },
    `${subject}@caw.example`,
  )
/** Yes, no, yes, no … as often as this; each time the mailer runs at once. */
async function toggles(times: number): Promise<MailKey[]> {
  const keys: MailKey[] = []
  for (let revisie = 1; revisie <= times; revisie += 1) {
    const yes = revisie % 2 === 1
    keys.push(await told(answer(yes ? 'activiteit-ja' : 'activiteit-nee', revisie, yes ? 'REQUEST' : 'CANCEL')))
    await office.deliver(keys.slice(-1))
  }
  return keys
}
const sweep = async () => office.deliver(await office.outbox.due(office.now(), 100))
/** Methods of what a calendar takes for an invitation; the file beside it is the same. */
const invitations = (letter: Awaited<ReturnType<typeof office.received>>[number] | undefined) =>
  letter?.email.attachments.flatMap(({ mimeType, method }) => (mimeType === 'text/calendar' ? [method] : []))
const subjects = async () => (await office.received()).map(({ email }) => email.subject)

it('dertig keer veranderd: twintig mails, en om middernacht één met de laatste stand', async () => {
  await toggles(30)
  expect(await office.received()).toHaveLength(20)
  office.forget()
  office.setClock(new Date(midnight.getTime() - 1))
  await sweep()
  expect(await office.received()).toHaveLength(0)
  office.setClock(midnight)
  await sweep()
  const [letter, ...others] = await office.received()
  expect(others).toEqual([])
  expect(letter?.email.subject).toMatch(/niet|nee/i)
  expect(invitations(letter)).toEqual(['CANCEL'])
  await sweep()
  expect(await office.received()).toHaveLength(1)
})

it('niemand moet daarvoor iets doen: in Post staat er niets van', async () => {
  const keys = await toggles(23)
  for (const key of keys) expect((await office.stored(key))?.rij).toBeUndefined()
})

it('wie na “ja” alleen op de hoogte wil blijven: de agenda wordt weer leeg', async () => {
  await toggles(20)
  for (const notification of [answer('activiteit-ja', 21, 'REQUEST'), answer('activiteit-op-de-hoogte', 22)])
    await office.deliver([await told(notification)])
  office.forget()
  office.setClock(midnight)
  await sweep()
  const [letter] = await office.received()
  expect(invitations(letter)).toEqual(['CANCEL'])
})

it('een oudere die later aan de beurt komt, vervangt de laatste niet', async () => {
  await toggles(20)
  const [last, older] = [
    await told(answer('activiteit-nee', 22, 'CANCEL')),
    await told(answer('activiteit-ja', 21, 'REQUEST')),
  ]
  await office.deliver([last])
  await office.deliver([older])
  office.forget()
  office.setClock(midnight)
  await sweep()
  expect(await subjects()).toHaveLength(1)
  expect((await office.received())[0]?.email.subject).toMatch(/niet|nee/i)
})

it('een antwoord vlak na middernacht gaat samen met wat nog wacht', async () => {
  await toggles(22)
  office.forget()
  office.setClock(midnight)
  await office.deliver([await told(answer('activiteit-op-de-hoogte', 23))])
  expect(await office.received()).toHaveLength(0)
  await sweep()
  expect(await subjects()).toHaveLength(1)
  expect(invitations((await office.received())[0])).toEqual(['CANCEL'])
})

it('twee tegelijk: één mail, met de laatste', async () => {
  await toggles(20)
  const keys = await Promise.all([21, 22, 23, 24].map((revisie) => told(answer('activiteit-wachtlijst', revisie))))
  await Promise.all(keys.map((key) => office.worker()([key])))
  office.forget()
  office.setClock(midnight)
  await sweep()
  expect(await office.received()).toHaveLength(1)
  expect(await office.stored({ pk: `OUTBOX#${subject}`, sk: 'MAIL#laatste' })).toMatchObject({
    status: 'verstuurd',
    notification: { revisie: 24 },
  })
})
