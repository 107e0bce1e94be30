/** From the deadline to the day itself, by the clock: what who organises an event is mailed, once each, and never who answered. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createReturnedInvitees } from '../../functions/shared/store/returned-invitees.ts'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { demoPerson } from '../support/content.ts'
import { answer, audit, inviteeOf, openForm, pathOf, personalPath, putEvent, respond } from '../support/events.ts'
import { openPostOffice, secrets } from './post-office.ts'

const april = new Date('2021-04-23T08:00:00Z')
const organiser = demoPerson('organisator').email
let loket: TestLoket
let office: ReturnType<typeof openPostOffice>
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestLoket(april)
  office = openPostOffice(loket.connection)
  loket.secrets.linkKeys = secrets.linkKeys
})
beforeEach(() => {
  loket.clock.now = april
  office.forget()
})

/** Everything due by then leaves, at that moment. */
async function sendAt(instant: string | Date): Promise<void> {
  const now = new Date(instant)
  loket.clock.now = now
  office.setClock(now)
  const wake = async (keys: Parameters<typeof office.deliver>[0]) => void (await office.deliver(keys))
  const paced = {
    perSecond: 100,
    wake: async (keys: Parameters<typeof office.deliver>[0]) => void (await office.deliver(keys, async () => {})),
  }
  while ((await createSweep({ outbox: office.outbox, wake, paced, now: () => now })()) > 0);
}
/** Of this test's event: heading and address of what leads into the werkruimte. */
const told = async () =>
  (await office.received())
    .filter(({ email }) => email.text?.includes(`/werkruimte/activiteiten/${event.slug}`))
    .map(({ destinations, email }) => ({ to: destinations, subject: email.subject ?? '', text: email.text ?? '' }))
const subjects = async () => (await told()).map(({ subject }) => subject.split(':')[0])

/** Later than the deadline, from the public page. */
async function lateFrom(email: string): Promise<void> {
  const visitor = loket.visitor()
  const path = `${pathOf(event)}/te-laat`
  const hidden = await openForm(loket, visitor, path)
  await visitor.post(path, { ...hidden, ...answer, naam: 'Kanarie Laat', email })
}

it('van de deadline tot de dag ervoor: elk één keer, met de aantallen, en niemand met naam', async () => {
  event = await putEvent(loket.connection, { organiser: 'organisator', capaciteit: 3 })
  await respond(loket, event, { naam: 'Kanarie Een', opmerking: 'Kanarie tekst' })
  await respond(loket, event, { email: 'sam@caw.example', naam: 'Kanarie Twee', antwoord: 'nee' })
  await sendAt('2021-04-23T09:00:00Z')
  expect(await subjects()).toEqual([])

  await sendAt('2021-05-22T06:59:59.999Z')
  expect(await subjects()).toEqual([])
  await sendAt('2021-05-22T07:00:00Z')
  const [closed, ...others] = await told()
  expect([others, closed?.to]).toEqual([[], [organiser]])
  expect(closed?.text).toMatch(/Komt: 1 van 3 plaatsen/)
  expect(closed?.text).toMatch(/Kan niet: 1/)
  expect(closed?.text).not.toMatch(/Te laat|Wachtlijst|Geen antwoord/)

  // Two late answers on one day: one mail the next morning.
  loket.clock.now = new Date('2021-05-25T08:00:00Z')
  await lateFrom('laat1@caw.example')
  await lateFrom('laat2@caw.example')
  await sendAt('2021-05-25T12:00:00Z')
  expect(await subjects()).toEqual(['Inschrijving afgesloten'])
  await sendAt('2021-05-26T07:00:00Z')
  expect(await subjects()).toEqual(['Inschrijving afgesloten', 'Antwoorden die te laat kwamen'])
  const late = (await told())[1]?.text ?? ''
  expect(late).toContain('2 mensen antwoordden te laat.')
  expect(late).toContain(`/werkruimte/activiteiten/${event.slug}/genodigden?lijst=laat`)

  await sendAt('2021-06-07T07:00:00Z')
  const tomorrow = (await told())[2]
  expect(tomorrow?.subject).toMatch(/^Morgen: /)
  expect(tomorrow?.text).toContain(`/werkruimte/activiteiten/${event.slug}/aanwezigheid`)
  await sendAt('2021-06-09T07:00:00Z')
  expect(await subjects()).toHaveLength(3)
  expect(JSON.stringify(await told())).not.toMatch(/Kanarie|caw\.example/)
})

describe('wat niet meer zo is, vertrekt niet', () => {
  it('te laat, en al beslist of ingetrokken voor de volgende ochtend', async () => {
    event = await putEvent(loket.connection, { organiser: 'organisator' })
    await respond(loket, event, { antwoord: 'nee' })
    const path = await personalPath(loket, event)
    loket.clock.now = new Date('2021-05-25T08:00:00Z')
    const { email: _known, ...own } = answer
    await loket.visitor().post(`${path}/te-laat`, own)
    await sendAt('2021-05-25T08:01:00Z')
    await loket.visitor().post(path, { antwoord: 'op_de_hoogte', naam: answer.naam })
    await sendAt('2021-05-26T07:00:00Z')
    expect(await subjects()).toEqual(['Inschrijving afgesloten'])
  })

  it('verplaatst: de nieuwe dagen gelden; afgelast: niets', async () => {
    event = await putEvent(loket.connection, { organiser: 'organisator' })
    const moved = { ...event, deadline: '2021-05-28', revisie: 1 }
    const store = createEvents(loket.connection)
    await store.change(event, moved, undefined, { ...audit, now: loket.clock.now })
    await sendAt('2021-05-22T07:00:00Z')
    expect(await subjects()).toEqual([])
    await sendAt('2021-05-29T07:00:00Z')
    expect(await subjects()).toEqual(['Inschrijving afgesloten'])
    const gone = { ...moved, geannuleerd: true, revisie: 2 }
    await store.change(moved, gone, undefined, { ...audit, now: loket.clock.now })
    await sendAt('2021-06-07T07:00:00Z')
    expect(await subjects()).toEqual(['Inschrijving afgesloten'])
  })
})

it('volzet: één mail, hoeveel er daarna ook op de wachtlijst komen', async () => {
  event = await putEvent(loket.connection, { organiser: 'organisator', capaciteit: 1 })
  for (const number of [1, 2, 3]) {
    await respond(loket, event, { email: `p${number}@caw.example` })
    await sendAt(loket.clock.now)
  }
  const [mail, ...others] = await told()
  expect([mail?.subject, others]).toEqual([`Volzet: ${event.titel}`, []])
  expect(mail?.text).toMatch(/Komt: 1 van 1 plaatsen/)
})

it('wat terugkomt: één mail de volgende ochtend, tot iemand ernaar keek', async () => {
  event = await putEvent(loket.connection, { organiser: 'organisator' })
  for (const email of ['weg1@caw.example', 'weg2@caw.example']) await respond(loket, event, { email })
  await sendAt(loket.clock.now)
  for (const email of ['weg1@caw.example', 'weg2@caw.example'])
    for (const mail of office.told('bounce', email)) await office.feedback(mail)
  // Told again of the same mail, it is one person.
  for (const mail of office.told('bounce', 'weg1@caw.example')) await office.feedback(mail)
  const ids = await createReturnedInvitees(loket.connection).ids(event.slug)
  expect(ids).toHaveLength(2)
  expect(ids).toContain((await inviteeOf(loket, event, 'weg1@caw.example'))?.id)
  await sendAt('2021-04-24T07:00:00Z')
  const [mail, ...others] = await told()
  expect([mail?.subject, others]).toEqual([`Mails die niet aankwamen: ${event.titel}`, []])
  expect(mail?.text).toContain('Mail aan 2 mensen kwam niet aan')
  expect(JSON.stringify(mail)).not.toContain('weg1@')
})

describe('naar wie', () => {
  it.each([
    ['niemand genoemd: een organisator van het netwerk', undefined, organiser],
    ['wie er niet meer werkt: hetzelfde', 'iemand-van-vroeger', organiser],
    ['wie genoemd is', 'coordinator-aalst', demoPerson('coordinator-aalst').email],
  ])('%s', async (_, person, to) => {
    event = await putEvent(loket.connection, person === undefined ? {} : { organiser: person })
    await sendAt('2021-05-22T07:00:00Z')
    expect((await told()).map((mail) => mail.to)).toEqual([[to]])
  })

  it('zonder organisator in het netwerk: een coördinator', async () => {
    event = await putEvent(loket.connection, { network: 'ota' })
    await sendAt('2021-05-22T07:00:00Z')
    expect((await told()).map((mail) => mail.to)).toEqual([[demoPerson('coordinator-ota').email]])
  })
})
