/** Answers pressed in a calendar, from the mail that comes in to the overview of the organiser (docs/decisions/034). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import type { InboundDeps } from '../../functions/inbound/handler.ts'
import { largestMail } from '../../functions/inbound/read-mail.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
import { clients, fromApple, fromOutlook, type Pressed, taken } from '../support/calendar-replies.ts'
import { answer, audit, inviteeOf, kindsOf, mailsOf, personalPath, putEvent, respond } from '../support/events.ts'
import { openInbound, stampOf } from '../support/inbound.ts'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const noor = answer.email
const sam = 'sam@dienst.example'
let loket: TestWorkspace
let event: LoketEvent
let mailbox: ReturnType<typeof openInbound>

beforeAll(async () => {
  loket = await startTestWorkspace({ now: april })
})
beforeEach(async () => {
  loket.clock.now = april
  mailbox = openInbound(loket)
  event = await putEvent(loket.connection, { capaciteit: 1 })
})

const inbound = (...of: Parameters<typeof mailbox.take>) => mailbox.take(...of)
const outcome = () => mailbox.outcome()
/** Somebody presses a button in their calendar, a minute after they answered last. */
async function pressed(changes: Partial<Pressed> = {}, of: LoketEvent = event): Promise<Pressed> {
  const from = changes.from ?? noor
  const invitee = await inviteeOf(loket, of, changes.attendee ?? from)
  loket.clock.later(60)
  return {
    ...{ from, uid: `${of.slug}-${invitee?.id}@loket.example`, partstat: 'DECLINED' },
    ...{ stamp: stampOf(loket.clock.now), sequence: (invitee?.revisie ?? 0) + of.revisie },
    ...changes,
  }
}
const answersOf = async (...emails: string[]) =>
  Promise.all(emails.map(async (email) => (await inviteeOf(loket, event, email))?.antwoord))
const mailsTo = async (email: string) => {
  const id = (await inviteeOf(loket, event, email))?.id
  return (await mailsOf(loket, event)).filter(({ subject }) => subject === id)
}
const seats = () => createSeatReader(loket.connection).read(event.slug)
/** Of all that is kept, to see that nothing is different. */
const everything = async () => JSON.stringify((await loket.items('loket')).toSorted(byKey))
const byKey = (one: Record<string, unknown>, other: Record<string, unknown>) =>
  `${one.pk}${one.sk}` < `${other.pk}${other.sk}` ? -1 : 1

describe.each(Object.entries(clients))('Nee in %s', (_, client) => {
  it('maakt de plaats vrij, geeft ze aan wie eerst wacht, en mailt beiden', async () => {
    await respond(loket, event)
    await respond(loket, event, { email: sam })
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 1 })
    await inbound(taken(client(await pressed()), noor))
    expect(outcome()).toBe('opgeslagen')
    expect(await answersOf(noor, sam)).toEqual(['nee', 'ja'])
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
    const [own, next] = [await mailsTo(noor), await mailsTo(sam)]
    expect(kindsOf(own)).toEqual(['ja', 'nee'])
    expect(own.find(({ mailId }) => mailId === 'antwoord-2')?.notification).toMatchObject({ agenda: 'CANCEL' })
    expect(kindsOf(next)).toEqual(['morgen', 'plaats', 'wachtlijst'])
    expect(next.find(({ mailId }) => `${mailId}`.startsWith('plaats'))?.notification).toMatchObject({
      agenda: 'REQUEST',
    })
  })
})

it('wie ook voor een collega antwoordde, zegt alleen zelf af', async () => {
  event = await putEvent(loket.connection, { capaciteit: 3 })
  await respond(loket, event, { 'collega[0].naam': 'Samir Voorbeeld' })
  await inbound(taken(fromOutlook(await pressed()), noor))
  expect(await inviteeOf(loket, event, noor)).toMatchObject({ antwoord: 'ja', naam: 'Samir Voorbeeld', collegas: [] })
  const own = await mailsTo(noor)
  expect(own.find(({ mailId }) => mailId === 'antwoord-2')?.notification).toMatchObject({
    ...{ kind: 'activiteit-nee', agenda: 'CANCEL', othersCome: true },
  })
})

it('staat in het overzicht van de organisator en op de eigen pagina', async () => {
  await respond(loket, event)
  await inbound(taken(fromOutlook(await pressed()), noor))
  const organiser = await loket.as('Organisator')
  const overview = await (await organiser.get(`/werkruimte/activiteiten/${event.slug}`)).text()
  const counts = [...overview.matchAll(/data-lijst="(\w+)">(\d+)</g)].map(([, list, count]) => [list, Number(count)])
  // What nobody is on, is not named.
  expect(Object.keys(Object.fromEntries(counts))).not.toContain('ja')
  expect(Object.fromEntries(counts)).toMatchObject({ nee: 1 })
  const page = wordsIn(await (await loket.visitor().get(await personalPath(loket, event))).text())
  expect(page).toContain('U kunt er niet bij zijn')
})

it('ook na de deadline, tot het begin; vanaf het begin verandert er niets', async () => {
  await respond(loket, event)
  const start = Date.parse(event.start)
  loket.clock.now = new Date(start - 60_001)
  const at = await pressed()
  loket.clock.now = new Date(start)
  const before = await everything()
  await inbound(taken(fromOutlook(at), noor))
  expect([outcome(), await everything()]).toEqual(['niets: voorbij', before])
  loket.clock.now = new Date(start - 1)
  await inbound(taken(fromOutlook(at), noor))
  expect([outcome(), ...(await answersOf(noor))]).toEqual(['opgeslagen', 'nee'])
})

it('wie op de wachtlijst staat, maakt er plaats', async () => {
  await respond(loket, event)
  await respond(loket, event, { email: sam })
  await inbound(taken(fromApple(await pressed({ from: sam })), sam))
  expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
  expect(await answersOf(noor, sam)).toEqual(['ja', 'nee'])
})

it('twintig keer tegelijk hetzelfde: één antwoord, één plaats, één mail', async () => {
  await respond(loket, event)
  await respond(loket, event, { email: sam })
  const raw = taken(fromOutlook(await pressed()), noor)
  await Promise.all(Array.from({ length: 20 }, () => inbound(raw)))
  expect(mailbox.log.filter((line) => line.outcome === 'opgeslagen')).toHaveLength(1)
  expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
  expect(kindsOf(await mailsTo(noor))).toEqual(['ja', 'nee'])
})

describe('verandert niets', () => {
  /** Noor comes; what happens then leaves everything as it was. */
  async function nothingOf(raw: string, why: string, changes: Partial<InboundDeps> = {}, size?: number) {
    const before = await everything()
    await inbound(raw, changes, size)
    expect([outcome(), await everything()]).toEqual([why, before])
    expect(mailbox.log).toHaveLength(1)
  }
  beforeEach(async () => {
    await respond(loket, event)
  })

  it('Ja van wie komt', async () => {
    await nothingOf(taken(fromOutlook(await pressed({ partstat: 'ACCEPTED' })), noor), 'niets: al-zo')
  })

  it('Nee van wie al niet kwam', async () => {
    const raw = taken(fromOutlook(await pressed()), noor)
    await inbound(raw)
    mailbox.log.length = 0
    // The second of the answer is not before it; a minute on it is old.
    await nothingOf(raw, 'niets: al-zo')
  })

  it('een oud antwoord, opnieuw gestuurd nadat iemand op de pagina toch ja zei', async () => {
    const raw = taken(fromOutlook(await pressed()), noor)
    await inbound(raw)
    loket.clock.later(60)
    const { email: _known, ...own } = answer
    await loket.visitor().post(await personalPath(loket, event), { ...own, antwoord: 'ja' })
    expect(await answersOf(noor)).toEqual(['ja'])
    mailbox.log.length = 0
    await nothingOf(raw, 'niets: oud')
  })

  it.each([
    ['over een ander uur', { start: '20210608T080000Z' }],
    ['van voor het antwoord', { stamp: '20210423T075959Z' }],
  ])('%s', async (_, changes) => {
    await nothingOf(taken(fromApple(await pressed(changes)), noor), 'niets: oud')
  })

  it('over de plaats van voor een verplaatsing: een lagere SEQUENCE dan de mail daarover', async () => {
    const old = await pressed()
    const moved = { ...event, plaats: 'Zaal 2', revisie: 1, gemeld: 1 }
    await createEvents(loket.connection).change(event, moved, undefined, audit)
    await createInviteeLists(loket.connection).follow(
      moved,
      () => loket.clock.now,
      new Date(loket.clock.now.getTime() + 60_000),
    )
    expect(kindsOf(await mailsTo(noor))).toContain('verplaatst')
    await nothingOf(taken(fromOutlook(old), noor), 'niets: oud')
    mailbox.log.length = 0
    await inbound(taken(fromOutlook(await pressed({}, moved)), noor))
    expect(outcome()).toBe('opgeslagen')
  })

  it.each([
    ['een UID die we niet kennen', `${'a'.repeat(13)}-${'b'.repeat(22)}@loket.example`],
    ['een UID van elders', '040000008200E00074C5B7101A82E008@elders.example'],
    ['de UID van een ander Loket', undefined],
    ['een overleg dat er niet is', 'LCO-7K3M-9QX2-4T_01_p1@loket.example'],
  ])('%s', async (_, uid) => {
    const { uid: own, ...rest } = await pressed()
    const other = uid ?? own.replace('loket.example', 'loket-dev.example')
    await nothingOf(taken(fromApple({ ...rest, uid: other }), noor), 'van-niemand')
  })

  it('de genodigde van een andere activiteit', async () => {
    const { uid, ...rest } = await pressed()
    const other = await putEvent(loket.connection)
    await nothingOf(taken(fromApple({ ...rest, uid: uid.replace(event.slug, other.slug) }), noor), 'niets: ander')
  })

  it('een mens die schrijft, iets dat kapot is, spam', async () => {
    await nothingOf(taken(`From: ${noor}\r\nSubject: Dag\r\n\r\nIk kan niet komen.`, noor), 'niets: mens')
    mailbox.log.length = 0
    await nothingOf(taken(`From: ${noor}\r\nContent-Type: text/calendar\r\n\r\nDag`, noor), 'niets: kapot')
    mailbox.log.length = 0
    await nothingOf(taken(fromApple(await pressed()), noor, { spam: 'FAIL' }), 'niets: onveilig')
  })

  it('te groot: wordt niet eens gelezen', async () => {
    const message = () => Promise.reject(new Error('Read'))
    const raw = taken(fromApple(await pressed()), noor)
    await nothingOf(raw, 'te-groot', { message }, largestMail + 1)
    await inbound(raw, {}, largestMail)
    expect(outcome()).toBe('opgeslagen')
  })

  it('een bericht dat er niet meer is', async () => {
    await inbound(undefined)
    expect(outcome()).toBe('weg')
  })
})

describe('wie meer verwacht dan er gebeurt, hoort dat op het eigen adres, één keer', () => {
  it.each<[string, Partial<Pressed>, string, Parameters<typeof taken>[2]]>([
    ['misschien', { partstat: 'TENTATIVE' }, noor, {}],
    ['een ander uur voorgesteld', { method: 'COUNTER' }, noor, {}],
    ['een collega in de plaats', { partstat: 'DELEGATED' }, noor, {}],
    [
      'vervalst: iemand elders met dezelfde UID',
      { from: 'noor@elders.example', attendee: noor },
      'noor@elders.example',
      {},
    ],
    ['vervalst: het eigen adres, niet bewezen', {}, noor, { dmarc: 'fail' }],
  ])('%s', async (_, changes, from, found) => {
    await respond(loket, event)
    const raw = taken(fromOutlook(await pressed(changes)), from, found)
    await inbound(raw)
    await inbound(raw)
    expect(outcome()).toBe('gemeld')
    expect(await answersOf(noor)).toEqual(['ja'])
    expect(await seats()).toMatchObject({ bezet: 1 })
    expect(kindsOf(await mailsTo(noor))).toEqual(['agenda', 'ja', 'morgen'])
  })

  it('Ja van wie niet meer komt: de plaats komt niet vanzelf terug', async () => {
    await respond(loket, event)
    await inbound(taken(fromOutlook(await pressed()), noor))
    await inbound(taken(fromOutlook(await pressed({ partstat: 'ACCEPTED' })), noor))
    expect([outcome(), ...(await answersOf(noor))]).toEqual(['gemeld', 'nee'])
    expect(kindsOf(await mailsTo(noor))).toEqual(['agenda', 'ja', 'nee'])
  })
})

it('een andere naam van dezelfde mailbox telt, als de agenda het adres noemt dat we kennen', async () => {
  await respond(loket, event)
  const from = 'noor.voorbeeld@caw.example'
  await inbound(taken(fromOutlook(await pressed({ from, attendee: noor })), from))
  expect([outcome(), ...(await answersOf(noor))]).toEqual(['opgeslagen', 'nee'])
})

it('in het logboek staat wat ervan kwam, en niemand', async () => {
  await respond(loket, event)
  for (const changes of [{ partstat: 'TENTATIVE' }, { partstat: 'ACCEPTED' }, {}])
    await inbound(taken(fromOutlook(await pressed(changes)), noor))
  await inbound(taken(`From: ${noor}\r\n\r\nNoor Voorbeeld is ziek.`, noor))
  expect(mailbox.log).toHaveLength(4)
  expect(mailbox.log[0]).toEqual({ level: 'info', message: 'Mail came in', outcome: 'gemeld', ...{ mail: 'abc' } })
  const id = (await inviteeOf(loket, event))?.id ?? 'nobody'
  expect(JSON.stringify(mailbox.log)).not.toMatch(new RegExp(`noor|voorbeeld|caw|ziek|@|${id}`, 'i'))
})
