/** At the door: ticks of several people at once, who walks up, the list on paper, attests, and the numbers that stay. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { rowId, stoodField, tickField } from '../../forms/kit/events/presence.ts'
import { epochSeconds } from '../../forms/kit/time.ts'
import { createAttendance } from '../../functions/shared/store/attendance.ts'
import { createEventFigures } from '../../functions/shared/store/event-figures.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { eventFiguresKey, inviteeKey } from '../../functions/shared/store/keys.ts'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
import {
  answer,
  audit,
  invite,
  inviteeOf,
  kindsOf,
  mailsOf,
  personalPath,
  putEvent,
  respond,
} from '../support/events.ts'
import { type Fields, fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
let loket: TestWorkspace
let organiser: Visitor
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestWorkspace({ now: april })
})
beforeEach(async () => {
  loket.clock.now = april
  loket.failures.length = 0
  organiser = await loket.as('Organisator')
  event = await putEvent(loket.connection)
})

const at = (page = '', query = '') =>
  `/werkruimte/activiteiten/${event.slug}/aanwezigheid${page && `/${page}`}${query && `?${query}`}`
const read = async (path = at(), who = organiser) => (await who.get(path)).text()
/** Signed in again: nobody stays so for weeks. */
const later = async (moment: string | Date) => {
  loket.clock.now = new Date(moment)
  organiser = await loket.as('Organisator')
}
const begun = () => later(event.start)
const over = () => later(event.einde)
const comes = async (email: string, changes: Fields = {}) => {
  await respond(loket, event, { email, ...changes })
  const invitee = await inviteeOf(loket, event, email)
  if (!invitee) throw new Error('Nobody')
  return invitee
}
/** The page as a browser sends it, with these ticks more or fewer. */
async function form(changes: Record<string, 'ja' | undefined>, who = organiser, path = at()): Promise<Fields> {
  const fields = { ...fieldsIn(await read(path, who)), ...changes }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}
const ticksOf = async (id: string) => (await createInvitees(loket.connection).read(id, loket.clock.now))?.aanwezig ?? []
const countOn = (html: string) => wordsIn(html).match(/\d+ van \d+ zijn er/)?.[0]
const tick = (id: string) => tickField(rowId(id))

describe('wie erin mag, en wanneer', () => {
  it.each([
    ['Organisator', 200],
    ['Casemanager Aalst', 403],
    ['Coördinator OTA', 404],
  ])('%s: %i', async (name, status) => {
    await begun()
    const worker = await loket.as(name)
    for (const page of ['', 'lijst', 'attesten', 'nakijken']) expect((await worker.get(at(page))).status).toBe(status)
    expect((await worker.post(at(), {})).status).toBe(status === 200 ? 303 : status)
  })

  it('van een afgelaste activiteit: er wordt niets genoteerd, en u leest waarom', async () => {
    const { id } = await comes(answer.email)
    const { revisie } = event
    const after = { ...event, geannuleerd: true, revisie: revisie + 1 }
    await createEvents(loket.connection).change(event, after, undefined, audit)
    const sent = await organiser.post(at(), { [tick(id)]: 'ja', naam: 'Wie kwam' })
    expect(sent.status).toBe(409)
    expect(wordsIn(await sent.text())).toContain('Deze activiteit gaat niet door. Er is niets veranderd.')
    expect(await ticksOf(id)).toEqual([])
  })

  it('een attest maakt u pas als het begonnen is', async () => {
    await later(new Date(Date.parse(event.start) - 1))
    expect((await organiser.get(at('attesten'))).status).toBe(409)
    expect((await organiser.get(at())).status).toBe(200)
    await begun()
    expect((await organiser.get(at('attesten'))).status).toBe(200)
  })
})

describe('vinkjes', () => {
  it('staan er na Bewaar, en gaan er weer af', async () => {
    const one = await comes(answer.email)
    await comes('sam@caw.example', { naam: 'Sam Voorbeeld' })
    expect(countOn(await read())).toBe('0 van 2 zijn er')
    const saved = await organiser.post(at(), await form({ [tick(one.id)]: 'ja' }))
    const page = await read(locationOf(saved))
    expect(countOn(page)).toBe('1 van 2 zijn er')
    expect(wordsIn(page)).toMatch(/Bewaard om \d+(\.\d\d)? uur/)
    expect(page.match(/data-aanwezig="ja"/g)).toHaveLength(1)
    await organiser.post(at(), await form({ [tick(one.id)]: undefined }))
    expect(await ticksOf(one.id)).toEqual([])
  })

  it('alleen de velden van het contract: wat aangevinkt is, is er, en niemand anders verandert', async () => {
    const one = await comes(answer.email)
    const other = await comes('sam@caw.example')
    await organiser.post(at(), { [tick(one.id)]: 'ja' })
    await organiser.post(at(), { [tick(other.id)]: 'ja' })
    expect([await ticksOf(one.id), await ticksOf(other.id)]).toEqual([['1'], ['1']])
  })

  it('twee mensen die tegelijk aanvinken, doen niets van elkaar teniet', async () => {
    const colleague = await loket.as('Coördinator Aalst')
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, index) => comes(`p${index}@caw.example`, { naam: `Persoon ${index}` })),
    )
    const first = people.slice(0, 6).map(({ id }) => [tick(id), 'ja'] as const)
    const last = people.slice(6).map(({ id }) => [tick(id), 'ja'] as const)
    // Both opened the page before anybody ticked; each sends all of it.
    const [one, other] = [await form(Object.fromEntries(first)), await form(Object.fromEntries(last), colleague)]
    await Promise.all([organiser.post(at(), one), colleague.post(at(), other)])
    expect(countOn(await read())).toBe('12 van 12 zijn er')
    // And of one answer: two colleagues, by two people at once, many times.
    for (const { id } of people) {
      await Promise.all([
        organiser.post(at(), { [tickField(rowId(id, 'c1'))]: 'ja' }),
        colleague.post(at(), { [tickField(rowId(id, 'c2'))]: 'ja' }),
      ])
      expect((await ticksOf(id)).sort()).toEqual(['1', '1.c1', '1.c2'])
    }
  })

  it('controle: wie de hele genodigde herschrijft, verliest er een', async () => {
    const { id } = await comes(answer.email)
    const { client, GetCommand, PutCommand } = await loket.connection.dynamo()
    const Key = inviteeKey(id)
    const TableName = loket.connection.tables.loket
    const rewrite = async (who: string) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
      await new Promise((done) => setTimeout(done, 50))
      const ticks: Set<string> = Item?.aanwezig ?? new Set()
      await client.send(new PutCommand({ TableName, Item: { ...Item, aanwezig: new Set([...ticks, who]) } }))
    }
    await Promise.all([rewrite('1'), rewrite('1.c1')])
    expect(await ticksOf(id)).toHaveLength(1)
  })

  it('wie intussen een antwoord wijzigt, wist geen vinkje; en een vinkje verandert niets waar een mail van afhangt', async () => {
    const before = await comes(answer.email)
    await organiser.post(at(), { [tick(before.id)]: 'ja' })
    const after = await inviteeOf(loket, event)
    expect(after).toEqual({ ...before, aanwezig: ['1'] })
    // What was read before the tick is not written over it.
    const stale = { ...before, opmerking: 'later', revisie: before.revisie + 1 }
    const write = { event, before, after: stale, mails: { put: [], takeBack: {} }, now: loket.clock.now }
    expect(await createInvitees(loket.connection).answer(write)).toBe('changed')
    const own = await personalPath(loket, event)
    const shown = fieldsIn(await (await loket.visitor().get(own)).text())
    await loket.visitor().post(own, { ...shown, ...answer, opmerking: 'Ik kom met de fiets.' })
    expect(await inviteeOf(loket, event)).toMatchObject({ opmerking: 'Ik kom met de fiets.', aanwezig: ['1'] })
  })

  it('wie erbij kwam terwijl de pagina open stond, blijft aangevinkt', async () => {
    const one = await comes(answer.email)
    const open = await form({ [tick(one.id)]: 'ja' })
    await organiser.post(at(), { naam: 'Nieuw Aan De Deur' })
    await organiser.post(at(), open)
    expect(countOn(await read())).toBe('2 van 2 zijn er')
  })

  it('één tik, door het script: het antwoord zegt hoeveel er zijn', async () => {
    const one = await comes(answer.email)
    const sent = await organiser.post(at(), { [tick(one.id)]: 'ja', [stoodField]: '', actie: 'tik' })
    expect(await sent.json()).toEqual({ at: expect.stringMatching(/uur$/), there: 1, expected: 1 })
    const again = await organiser.post(at(), { [tick(one.id)]: 'ja', [stoodField]: '', actie: 'tik' })
    expect(await again.json()).toMatchObject({ there: 1 })
    expect(await ticksOf(one.id)).toEqual(['1'])
  })

  it('van een andere activiteit, of van niemand: er verandert niets', async () => {
    const { id } = await comes(answer.email)
    event = await putEvent(loket.connection)
    await organiser.post(at(), { [tick(id)]: 'ja', [tick('niemand')]: 'ja', 'aanwezig.<b>': 'ja', [stoodField]: '..x' })
    expect(await ticksOf(id)).toEqual([])
    expect(loket.failures).toEqual([])
  })

  it('wie wacht of te laat was, staat apart; aangevinkt telt die mee', async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    await comes(answer.email)
    const waits = await comes('wacht@caw.example', { naam: 'Wim Wacht', volzet: 'ja' })
    const page = wordsIn(await read())
    expect(page).toContain('Wachtlijst, te laat of een andere dag (1)')
    expect(countOn(await read())).toBe('0 van 1 zijn er')
    await organiser.post(at(), { [tick(waits.id)]: 'ja' })
    expect(countOn(await read())).toBe('1 van 2 zijn er')
  })

  it('collega’s hebben elk hun vinkje; wie zonder naam meekomt, is een getal', async () => {
    const { id } = await comes(answer.email)
    const { client, UpdateCommand } = await loket.connection.dynamo()
    await client.send(
      new UpdateCommand({
        TableName: loket.connection.tables.loket,
        Key: inviteeKey(id),
        UpdateExpression: 'SET collegas = :collegas, aantal = :aantal',
        ExpressionAttributeValues: { ':collegas': [{ naam: 'Koen Collega' }], ':aantal': 4 },
      }),
    )
    expect(countOn(await read())).toBe('0 van 4 zijn er')
    const met = `met.${rowId(id)}`
    await organiser.post(at(), { ...(await form({ [tickField(rowId(id, 'c1'))]: 'ja' })), [met]: '2' })
    expect(countOn(await read())).toBe('3 van 4 zijn er')
    await organiser.post(at(), { ...(await form({})), [met]: '1' })
    expect(countOn(await read())).toBe('2 van 4 zijn er')
    const wrong = await organiser.post(at(), { ...(await form({})), [met]: 'drie' })
    expect(wrong.status).toBe(422)
    expect(wordsIn(await wrong.text())).toContain('Vul een getal in van 0 tot 50')
    expect(countOn(await read())).toBe('2 van 4 zijn er')
  })

  it('elke dag heeft haar eigen vinkjes', async () => {
    const sessies = [
      { id: 'a', start: event.start, einde: event.einde },
      { id: 'b', start: '2021-06-15T07:00:00.000Z', einde: '2021-06-15T10:30:00.000Z' },
    ]
    event = await putEvent(loket.connection, { sessies, einde: '2021-06-15T10:30:00.000Z' })
    const { id } = await comes(answer.email)
    await organiser.post(at('', 'dag=b'), await form({ [tick(id)]: 'ja' }, organiser, at('', 'dag=b')))
    expect(await ticksOf(id)).toEqual(['b'])
    expect(countOn(await read(at('', 'dag=a')))).toBe('0 van 1 zijn er')
    await later('2021-06-15T12:00:00Z')
    const attest = wordsIn(await read(at('attesten')))
    expect(attest).toContain('dinsdag 15 juni 2021, van 9 tot 12.30 uur: 3 uur en 30 minuten')
    expect(attest).not.toContain('8 juni 2021, van')
  })

  it('zoeken toont wie zo heet, en verliest geen vinkje', async () => {
    const one = await comes(answer.email)
    await comes('sam@caw.example', { naam: 'Sam Ander' })
    const sent = await organiser.post(at(), { ...(await form({ [tick(one.id)]: 'ja' })), zoek: 'AND', actie: 'zoek' })
    const page = await sent.text()
    expect(page.match(/data-aanwezig/g)).toHaveLength(1)
    expect(wordsIn(page)).toContain('Sam Ander')
    expect(countOn(page)).toBe('1 van 2 zijn er')
  })
})

describe('aan de deur', () => {
  const walk = async (fields: Fields) => organiser.post(at(), { ...fields, actie: 'inschrijven' })
  const said = async (sent: Response) => wordsIn(await read(locationOf(sent)))

  it('een naam is genoeg; twee keer dezelfde is één mens', async () => {
    expect(await said(await walk({ naam: 'Wies Walk' }))).toContain('Wies Walk is ingeschreven, en aanwezig.')
    expect(await said(await walk({ naam: ' wies  WALK ' }))).toContain(
      'Wies Walk staat al op de lijst, en is nu aangevinkt.',
    )
    expect(countOn(await read())).toBe('1 van 1 zijn er')
  })

  it('tien keer tegelijk: één', async () => {
    await Promise.all(Array.from({ length: 10 }, () => walk({ naam: 'Tien Tegelijk', email: 'tien@caw.example' })))
    await Promise.all(Array.from({ length: 10 }, () => walk({ naam: 'Zonder Adres' })))
    expect(countOn(await read())).toBe('2 van 2 zijn er')
  })

  it('een adres dat op de lijst staat, is die persoon, ook na een nee; een lege naam wordt aangevuld', async () => {
    const no = await comes('nee@caw.example', { antwoord: 'nee', naam: '', organisatie: '' })
    expect(await said(await walk({ naam: 'Nel Nee', organisatie: 'CAW', email: 'NEE@caw.example' }))).toContain(
      'Nel Nee staat al op de lijst',
    )
    expect(await inviteeOf(loket, event, 'nee@caw.example')).toMatchObject({
      id: no.id,
      antwoord: 'nee',
      aanwezig: ['1'],
    })
    expect(wordsIn(await read())).toContain('zei nee')
  })

  it('wie eerst geen adres gaf, en dan wel, staat er één keer, met attest', async () => {
    await walk({ naam: 'Ada Adres' })
    await walk({ naam: 'Ada Adres', email: 'ada@caw.example' })
    expect(countOn(await read())).toBe('1 van 1 zijn er')
    await begun()
    expect((await loket.visitor().get(`${await personalPath(loket, event, 'ada@caw.example')}/attest`)).status).toBe(
      200,
    )
  })

  it('dezelfde naam van een andere organisatie is iemand anders', async () => {
    await walk({ naam: 'Jan Peeters', organisatie: 'CAW' })
    await walk({ naam: 'Jan Peeters', organisatie: 'OCMW' })
    expect(countOn(await read())).toBe('2 van 2 zijn er')
  })

  it('boven de capaciteit: binnen, geteld en gezegd; de plaatsen blijven wat ze waren', async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    const { id } = await comes(answer.email)
    await organiser.post(at(), { [tick(id)]: 'ja' })
    await walk({ naam: 'Een Te Veel' })
    expect(wordsIn(await read())).toContain('Er zijn 2 mensen voor 1 plaatsen.')
    expect(await createSeatReader(loket.connection).read(event.slug)).toMatchObject({ bezet: 1, wachtend: 0 })
  })

  it('wie binnenliep en later zelf nee zegt, geeft geen plaats van een ander terug', async () => {
    event = await putEvent(loket.connection, { capaciteit: 2 })
    await comes(answer.email)
    await walk({ naam: 'Lies Loop', email: 'loop@caw.example' })
    const own = await personalPath(loket, event, 'loop@caw.example')
    await loket.visitor().post(own, { antwoord: 'nee' })
    const seats = createSeatReader(loket.connection)
    expect(await seats.read(event.slug)).toMatchObject({ bezet: 1 })
    await loket.visitor().post(own, { antwoord: 'ja', naam: 'Lies Loop', organisatie: 'CAW' })
    expect(await seats.read(event.slug)).toMatchObject({ bezet: 2 })
    await loket.visitor().post(own, { antwoord: 'nee' })
    expect(await seats.read(event.slug)).toMatchObject({ bezet: 1 })
  })

  it.each([
    [{ naam: '', email: 'x@caw.example' }, 'Vul de naam in'],
    [{ naam: 'Naam', email: 'geen adres' }, 'E-mailadres'],
    [{ naam: 'Nr 85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
    [{ naam: 'x'.repeat(151) }, 'te lang'],
  ])('wat niet kan: %o', async (fields, message) => {
    const { id } = await comes(answer.email)
    const sent = await organiser.post(at(), { ...(await form({ [tick(id)]: 'ja' })), ...fields })
    expect(sent.status).toBe(422)
    const html = await sent.text()
    expect(wordsIn(html)).toContain(message)
    // Nothing half-done, and the tick is still on the page.
    expect(await ticksOf(id)).toEqual([])
    expect(fieldsIn(html)[tick(id)]).toEqual(['ja'])
  })

  it('krijgt geen mail omdat iemand binnenliep', async () => {
    await walk({ naam: 'Geen Mail', email: 'geen@caw.example' })
    expect(await mailsOf(loket, event)).toEqual([])
  })
})

describe('de aftekenlijst', () => {
  it('op familienaam, met collega’s en lege regels, en niets van wie niet komt', async () => {
    await comes('a@caw.example', { naam: 'Zoë Aerts' })
    await comes('b@caw.example', { naam: 'Ann De Backer' })
    await comes('c@caw.example', { naam: 'Nee Zegger', antwoord: 'nee' })
    const page = await read(at('lijst'))
    const text = wordsIn(page)
    expect(text.indexOf('Aerts, Zoë')).toBeLessThan(text.indexOf('De Backer, Ann'))
    expect(text).not.toContain('Zegger')
    expect(text).not.toContain('blad 1')
    expect(page.match(/<tr>/g)).toHaveLength(1 + 2 + 4)
  })
})

describe('het attest', () => {
  const attestOf = async (email: string) => loket.visitor().get(`${await personalPath(loket, event, email)}/attest`)
  const codeIn = (text: string) => text.match(/deze code: (\w\w-\w{4})\./)?.[1] ?? ''

  it('met de eigen link, voor wie er was; voor wie er niet was: wie u belt', async () => {
    const one = await comes(answer.email)
    await comes('sam@caw.example', { naam: 'Sam Voorbeeld' })
    await organiser.post(at(), { [tick(one.id)]: 'ja' })
    const early = await attestOf(answer.email)
    expect([early.status, wordsIn(await early.text())]).toEqual([
      404,
      expect.stringContaining('Uw attest is er nog niet.'),
    ])
    await over()
    const own = await attestOf(answer.email)
    expect(own.status).toBe(200)
    const text = wordsIn(await own.text())
    expect(text).toContain('Noor Voorbeeld')
    expect(text).toContain('was aanwezig op het overleg')
    expect(text).toContain('dinsdag 8 juni 2021, van 9 tot 12 uur: 3 uur')
    expect(text).toContain('tot en met donderdag 8 juli 2021')
    const absent = await attestOf('sam@caw.example')
    expect(absent.status).toBe(404)
    expect(wordsIn(await absent.text())).toMatch(/We noteerden niet dat u er was\. .*Was u er wel\? Bel \d/)
  })

  it('van een ander, verzonnen of ingetrokken: niet', async () => {
    const { id } = await comes(answer.email)
    await organiser.post(at(), { [tick(id)]: 'ja' })
    await over()
    const own = await personalPath(loket, event)
    const unsubscribe = await personalPath(loket, event, answer.email, 'afmelden')
    const forged = own.replace(id, rowId(id).slice(0, 22))
    for (const path of [forged, `${own.slice(0, -1)}_`, unsubscribe.replace('afmelden', 'uitnodiging')])
      expect((await loket.visitor().get(`${path}/attest`)).status).toBe(404)
  })

  it('afgelast: geen attest', async () => {
    const { id } = await comes(answer.email)
    await organiser.post(at(), { [tick(id)]: 'ja' })
    const after = { ...event, geannuleerd: true, revisie: event.revisie + 1 }
    await createEvents(loket.connection).change(event, after, undefined, audit)
    await over()
    const sent = await attestOf(answer.email)
    expect([sent.status, wordsIn(await sent.text())]).toEqual([404, expect.stringContaining('ging niet door')])
  })

  it('gewist is gewist: 410, en de code klopt niet meer; de getallen blijven', async () => {
    const { id } = await comes(answer.email)
    await organiser.post(at(), { [tick(id)]: 'ja' })
    await over()
    const own = await personalPath(loket, event)
    const code = codeIn(wordsIn(await read(at('attesten'))))
    await later(new Date(Date.parse(event.einde) + 30 * 86_400_000))
    expect((await loket.visitor().get(`${own}/attest`)).status).toBe(410)
    const checked = await (await organiser.post(at('nakijken'), { code })).text()
    expect(checked).toContain('data-echt="nee"')
    // What is sent then counts nobody away.
    expect(wordsIn(await read())).toContain('1 mens was er, van 1 organisatie.')
    const late = await organiser.post(at(), { naam: 'Te Laat' })
    expect([late.status, wordsIn(await late.text())]).toEqual([409, expect.stringContaining('De namen zijn gewist')])
    expect(await createEventFigures(loket.connection).read(event.slug)).toMatchObject({ present: 1, walkIns: 0 })
  })

  it('de code zegt van wie het is; een andere, of van een andere activiteit, niet', async () => {
    const { id } = await comes(answer.email)
    await organiser.post(at(), { [tick(id)]: 'ja' })
    await over()
    const code = codeIn(wordsIn(await read(at('attesten'))))
    expect(code).toMatch(/^[0-9A-Z]{2}-[0-9A-Z]{4}$/)
    const check = async (typed: string) => {
      const html = await (await organiser.post(at('nakijken'), { code: typed })).text()
      return [html.match(/data-echt="(\w+)"/)?.[1], html.includes('Noor Voorbeeld')]
    }
    expect(await check(code)).toEqual(['ja', true])
    expect(await check(code.toLowerCase().replace('-', ' '))).toEqual(['ja', true])
    expect(await check(code.startsWith('00') ? `11${code.slice(2)}` : `00${code.slice(2)}`)).toEqual(['nee', false])
    expect((await organiser.post(at('nakijken'), { code: '15' })).status).toBe(422)
    const other = await putEvent(loket.connection)
    const path = at('nakijken').replace(event.slug, other.slug)
    expect(await (await organiser.post(path, { code })).text()).toContain('data-echt="nee"')
  })

  it('per mail: één keer, alleen aan wie er was, niet aan wie geen mails wil of geen adres gaf', async () => {
    const was = await comes(answer.email)
    await comes('thuis@caw.example', { naam: 'Thuis Gebleven' })
    const quiet = await comes('stil@caw.example', { naam: 'Stil Voorbeeld' })
    await loket.visitor().post(await personalPath(loket, event, 'stil@caw.example', 'afmelden'))
    await organiser.post(at(), { [tick(was.id)]: 'ja', [tick(quiet.id)]: 'ja', naam: 'Zonder Adres' })
    await over()
    expect(wordsIn(await read(at('attesten')))).toContain('Mail 1 mens hun attest')
    await Promise.all([organiser.post(at('attesten')), organiser.post(at('attesten'))])
    const mails = (await mailsOf(loket, event)).filter((mail) => kindsOf([mail])[0] === 'attest')
    expect(mails).toEqual([expect.objectContaining({ subject: was.id })])
    expect(JSON.stringify(mails)).not.toContain('Noor')
    expect(wordsIn(await read(at('attesten')))).not.toContain('hun attest')
    const log = (await loket.items('loket')).filter(({ pk }) => pk === `ACTIVITEITLOG#${event.slug}`)
    const said = log.map(({ what }) => String(what)).filter((what) => what.startsWith('attest gemaild'))
    // Both pressed at once: the log says of one mail that it was put once.
    expect(said.sort()).toEqual(['attest gemaild aan 0 mensen', 'attest gemaild aan 1 mens'])
  })

  it('wie er vóór het einde van de tijd niet meer bij was, telt niet als gemaild', async () => {
    const { mailAttests } = createAttendance(loket.connection)
    const one = await comes(answer.email)
    const people = Array.from({ length: 25 }, (_, index) => ({ ...one, id: `${one.id}-${index}` }))
    let looks = 0
    const ticking = () => new Date(april.getTime() + 1000 * looks++)
    const mailed = await mailAttests(people, ticking, april)
    expect(mailed).toBe(10)
    expect(kindsOf(await mailsOf(loket, event)).filter((kind) => kind === 'attest')).toHaveLength(mailed)
  })
})

describe('wat blijft', () => {
  it('alleen getallen: geen naam, geen organisatie, geen id', async () => {
    await invite(loket, event, 'genodigd@caw.example')
    const one = await comes(answer.email)
    await organiser.post(at(), { [tick(one.id)]: 'ja', naam: 'Wies Walk', organisatie: 'OCMW Voorbeeld' })
    const { client, GetCommand } = await loket.connection.dynamo()
    const Key = eventFiguresKey(event.slug)
    const { Item } = await client.send(new GetCommand({ TableName: loket.connection.tables.loket, Key }))
    const { pk: _pk, sk: _sk, at: _at, ...numbers } = Item ?? {}
    expect(numbers).toEqual({ invited: 1, yes: 1, present: 2, walkIns: 1, organisations: 2 })
    expect(Item).not.toHaveProperty('ttl')
  })

  it('een telling van vroeger neemt nooit de plaats van een latere', async () => {
    const figures = createEventFigures(loket.connection)
    const some = { invited: 1, yes: 1, present: 1, walkIns: 0, organisations: 1 }
    await figures.keep(event.slug, { ...some, at: '2021-06-08T08:00:00.000Z', present: 7 })
    await figures.keep(event.slug, { ...some, at: '2021-06-08T07:00:00.000Z' })
    expect(await figures.read(event.slug)).toMatchObject({ present: 7 })
  })

  it('wie aan de deur kwam, wordt gewist met de anderen', async () => {
    await organiser.post(at(), { naam: 'Wies Walk', email: 'wies@caw.example' })
    const ends = epochSeconds(new Date(Date.parse(event.einde) + 30 * 86_400_000))
    expect(await inviteeOf(loket, event, 'wies@caw.example')).toMatchObject({ bron: 'deur', ttl: ends })
  })
})
