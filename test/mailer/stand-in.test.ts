/** Mail about the work of somebody who is away: to the stand-in who is named, else to the deputy of the network, never further. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { createAbsences } from '../../functions/shared/store/absences.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { mailKey } from '../../functions/shared/store/keys.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

const [one, two] = ['casemanager-aalst', 'casemanager-aalst-2']
const own = 'casemanager@lco-aalst.example'
const standIn = 'casemanager2@lco-aalst.example'
const deputy = 'plaatsvervanger@lco-aalst.example'
const inPlace = 'U krijgt deze mail in de plaats van een collega die nu afwezig is.'

let connection: Connection<Tables>
let office: PostOffice
let stop: () => Promise<void>
beforeAll(async () => {
  const engine = await startDynamo()
  ;({ connection, stop } = engine)
  office = openPostOffice(connection)
})
afterAll(() => stop())

const about = (now: Date) => ({ by: one, auditId: `a${Math.random()}`, now, auditDays: 365 })
const away = (person: string, from: string, until: string, named?: string) =>
  createAbsences(connection).set(
    { network: 'aalst', person },
    { from, until, ...(named === undefined ? {} : { standIn: named }) },
    about(office.now()),
  )
const there = (person: string) => createAbsences(connection).clear({ network: 'aalst', person }, about(office.now()))

const task: Notification = {
  ...{ kind: 'taak', to: 'medewerker', person: one, network: 'aalst', form: 'lco-aanvraag' },
  ...{ reference: 'LCO-7K3M-9QX2-4T', linkVersion: 1, why: 'datum', state: 'in_opvolging', on: '2027-03-28' },
}
let count = 0
/** Whom it goes to at this moment, and what it says. */
async function sentAt(instant: string, notification = task) {
  office.forget()
  office.setClock(new Date(instant))
  count += 1
  const subject = `S${count}`
  await office.outbox.add({ subject, mailId: 'taak', notification, now: office.now() })
  expect(await office.deliver([mailKey(subject, 'taak')])).toEqual([])
  const [mail] = await office.received()
  return { to: mail?.destinations[0], text: `${mail?.email.text} ${mail?.email.html}`, subject: mail?.email.subject }
}

it('gaat van middernacht tot middernacht in Brussel naar de vervanger, ook als de klok verspringt', async () => {
  office.setClock(new Date('2027-03-20T09:00:00Z'))
  await away(one, '2027-03-28', '2027-03-28', two)
  expect((await sentAt('2027-03-27T22:59:59.999Z')).to).toBe(own)
  expect((await sentAt('2027-03-27T23:00:00Z')).to).toBe(standIn)
  expect((await sentAt('2027-03-28T21:59:59.999Z')).to).toBe(standIn)
  expect((await sentAt('2027-03-28T22:00:00Z')).to).toBe(own)
})

it('zegt dat het in de plaats is, met hetzelfde onderwerp en zonder een naam', async () => {
  const mine = await sentAt('2027-03-27T12:00:00Z', { ...task, on: '2027-03-27' })
  const theirs = await sentAt('2027-03-28T12:00:00Z')
  expect(theirs.subject).toBe(mine.subject)
  expect(theirs.text).toContain(inPlace)
  expect(mine.text).not.toContain(inPlace)
  expect(theirs.text).not.toContain('Casemanager Aalst')
})

it('gaat naar de plaatsvervanger van het netwerk als niemand genoemd is, of als de vervanger zelf weg is', async () => {
  await away(two, '2027-03-28', '2027-03-29')
  expect(await sentAt('2027-03-28T12:00:00Z')).toMatchObject({ to: deputy })
  await there(two)
  await away(one, '2027-03-28', '2027-03-28')
  const { to, text } = await sentAt('2027-03-28T12:00:00Z')
  expect([to, text.includes(inPlace)]).toEqual([deputy, true])
  await away(one, '2027-03-28', '2027-03-28', 'iemand-die-vertrok')
  expect((await sentAt('2027-03-28T12:00:00Z')).to).toBe(deputy)
})

it('wat over de persoon zelf gaat, blijft bij die persoon', async () => {
  await away(one, '2027-03-28', '2027-03-28', two)
  const bound = { boundAt: '2027-03-28T10:00:00.000Z', account: 'microsoft' } as const
  const notification: Notification = { kind: 'gekoppeld', to: 'medewerker', network: 'aalst', person: one, ...bound }
  expect((await sentAt('2027-03-28T12:00:00Z', notification)).to).toBe(own)
})
