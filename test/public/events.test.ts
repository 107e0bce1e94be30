/** Answering an invitation, through the outside: public page, personal page, deadline, and too late (docs/domain.md §6). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import {
  answer,
  invite,
  inviteeOf,
  kindsOf,
  mailsOf,
  onlineLink,
  openForm,
  pathOf,
  personalPath,
  putEvent,
  respond,
} from '../support/events.ts'
import { errorsIn, referenceIn } from '../support/lco.ts'
import { fieldsIn, locationOf, wordsIn } from '../support/visitor.ts'

const april = new Date('2021-04-23T08:00:00Z')
const closes = Date.parse('2021-05-21T22:00:00Z')
let loket: TestLoket
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestLoket(april)
})
beforeEach(async () => {
  loket.clock.now = april
  event = await putEvent(loket.connection)
})

const read = async (path: string) => (await loket.visitor().get(path)).text()
const antwoordOn = async (path: string) => /data-antwoord="([^"]*)"/.exec(await read(path))?.[1]

describe('de publieke pagina', () => {
  it('zegt alles wat iemand nodig heeft om te beslissen, met de deadline voluit', async () => {
    const text = wordsIn(await read(pathOf(event)))
    for (const part of [
      'Dinsdag 8 juni 2021 van 9 tot 12 uur',
      'Online',
      'Stad Aalst',
      'Hulpverleners in de regio Aalst',
    ])
      expect(text).toContain(part)
    expect(text).toContain('tot en met vrijdag 21 mei 2021, 23.59 uur')
    expect(text).toContain('We bespreken anonieme casussen. Het gaat niet om individuele cliënten.')
    expect(text).not.toContain(onlineLink)
  })

  it('vraagt niets vooraf aangeduid', async () => {
    expect(fieldsIn(await read(pathOf(event))).antwoord).toBeUndefined()
  })

  it('staat in de lijst, op datum; een afgesloten activiteit is zo gemerkt', async () => {
    const later = await putEvent(loket.connection, { start: '2021-06-09T07:00:00.000Z', titel: 'Een dag later' })
    const list = await read('/activiteiten')
    expect(list.indexOf(pathOf(event))).toBeGreaterThan(0)
    expect(list.indexOf(pathOf(later))).toBeGreaterThan(list.indexOf(pathOf(event)))
    loket.clock.now = new Date(closes)
    expect(wordsIn(await read('/activiteiten'))).toContain('inschrijving gesloten')
  })

  it('onbekend: 404', async () => {
    expect((await loket.visitor().get('/activiteiten/bestaat-niet')).status).toBe(404)
  })
})

it('privacy: wat we van een antwoord bewaren, en hoelang', async () => {
  const text = wordsIn(await read('/privacy'))
  for (const part of [
    'e-mailadres, antwoord en opmerking',
    'tot 30 dagen erna',
    'op de hoogte blijven: tot u dat stopt',
  ])
    expect(text).toContain(part)
})

describe('antwoorden', () => {
  it.each([
    ['ja', ['ja', 'morgen']],
    ['nee', ['nee']],
    ['op_de_hoogte', ['op-de-hoogte']],
  ])('%s: bewaard, ontvangstbewijs zonder antwoorden, bevestiging', async (antwoord, kinds) => {
    const response = await respond(loket, event, { antwoord })
    expect(response.status).toBe(303)
    const receipt = await read(locationOf(response))
    expect(referenceIn(receipt)).toMatch(/^ACT-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/)
    expect(wordsIn(receipt)).not.toMatch(/Noor|CAW|noor@/)
    expect(await antwoordOn(await personalPath(loket, event))).toBe(antwoord)
    expect(kindsOf(await mailsOf(loket, event))).toEqual(kinds)
  })

  it('leeg: 422, met elke fout en wat getypt was', async () => {
    const response = await respond(loket, event, { antwoord: '', naam: '', organisatie: '', email: 'a@b.be, c@d.be' })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Er is een probleem')
    expect(errorsIn(html)).toEqual(['Kies of u deelneemt', 'Vul één e-mailadres in, bijvoorbeeld naam@dienst.be'])
    expect(fieldsIn(html).opmerking).toEqual([answer.opmerking])
  })

  it.each([
    ['een antwoord dat niet bestaat', { antwoord: 'misschien' }],
    ['een rijksregisternummer', { opmerking: 'Mijn nummer is 85.07.30-033.28' }],
  ])('%s: 422', async (_, changes) => {
    expect((await respond(loket, event, changes)).status).toBe(422)
  })

  it('één antwoord per adres: een herhaling geeft hetzelfde ontvangstbewijs, wijzigt niets en mailt de link', async () => {
    const first = locationOf(await respond(loket, event))
    const again = locationOf(await respond(loket, event, { naam: 'Iemand Anders', email: 'NOOR@caw.example' }))
    expect(again).toBe(first)
    expect((await inviteeOf(loket, event))?.naam).toBe(answer.naam)
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['ja', 'link', 'morgen'])
  })

  it('100 keer tegelijk: één antwoord, één bevestiging', async () => {
    const visitor = loket.visitor()
    const hidden = await openForm(loket, visitor, pathOf(event))
    const all = await Promise.all(
      Array.from({ length: 100 }, () => visitor.post(pathOf(event), { ...hidden, ...answer })),
    )
    expect(new Set(all.map(locationOf)).size).toBe(1)
    const kinds = kindsOf(await mailsOf(loket, event))
    expect(kinds).toEqual(['ja', 'link', 'morgen'])
  })

  it('een herhaling mailt de link hoogstens één keer per dag', async () => {
    for (let time = 0; time < 3; time += 1) await respond(loket, event)
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['ja', 'link', 'morgen'])
    loket.clock.later(86_400)
    for (let time = 0; time < 2; time += 1) await respond(loket, event)
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['ja', 'link', 'link', 'morgen'])
  })

  it('door een machine ingevuld, zo te zien: zelfde ontvangstbewijs, mail aangehouden, gemerkt', async () => {
    await respond(loket, event, { [trapField]: 'https://spam.example' })
    const mails = await mailsOf(loket, event)
    expect(mails.map(({ status }) => status)).toEqual(['aangehouden', 'aangehouden'])
    expect((await inviteeOf(loket, event))?.verdacht).toBe(true)
  })

  it.each([
    ['een machine', { [trapField]: 'https://spam.example' }],
    ['wie geen formulier opende', { formulier: 'x' }],
  ])('%s antwoordt niet in de plaats van een genodigde, en houdt haar mail niet tegen', async (_, changes) => {
    const invited = await invite(loket, event)
    const receipt = locationOf(await respond(loket, event, { ...changes, antwoord: 'nee', naam: 'Iemand Anders' }))
    expect(await inviteeOf(loket, event)).toEqual(invited)
    // Nothing is lost for who typed too fast: somebody may send her the link.
    const mails = await mailsOf(loket, event)
    expect(mails.map(({ mailId, status }) => [mailId, status])).toEqual([['link-verdacht-2021-04-23', 'aangehouden']])
    expect(locationOf(await respond(loket, event, { antwoord: 'nee' }))).toBe(receipt)
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'nee', naam: answer.naam, verdacht: false })
  })

  it('een machine meldt niets te laat in de plaats van een genodigde', async () => {
    const invited = await invite(loket, event)
    loket.clock.now = new Date(closes)
    const late = { ...answer, [trapField]: 'https://spam.example' }
    const response = await loket.visitor().post(`${pathOf(event)}/te-laat`, late)
    expect(wordsIn(await read(locationOf(response)))).toContain('Genoteerd als te laat')
    expect(await inviteeOf(loket, event)).toEqual(invited)
  })

  it('alleen op uitnodiging: geen formulier, en een antwoord telt niet', async () => {
    const closed = await putEvent(loket.connection, { toegang: 'op_uitnodiging' })
    expect(await read(pathOf(closed))).not.toContain('name="antwoord"')
    expect((await respond(loket, closed)).status).toBe(409)
    expect(await read('/activiteiten')).not.toContain(pathOf(closed))
  })
})

describe('de persoonlijke pagina', () => {
  const changed = async (path: string, changes: Record<string, string>) => {
    const { email: _known, ...own } = answer
    return loket.visitor().post(path, { ...own, ...changes })
  }

  it('kent de genodigde, en elke wijziging wordt gemaild', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    expect(fieldsIn(await read(path))).toMatchObject({ antwoord: ['ja'], naam: [answer.naam] })
    expect(locationOf(await changed(path, { antwoord: 'nee' }))).toBe(path)
    expect(await antwoordOn(path)).toBe('nee')
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['ja', 'nee'])
  })

  it('wie langs de eigen link antwoordt, is geen machine: de mails vertrekken', async () => {
    await respond(loket, event, { [trapField]: 'https://spam.example' })
    const path = await personalPath(loket, event)
    expect(locationOf(await changed(path, {}))).toBe(path)
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'ja', verdacht: false })
    const held = (await mailsOf(loket, event)).filter(({ status }) => status === 'aangehouden')
    expect(held.map(({ mailId }) => mailId)).toEqual(['antwoord-1'])
  })

  it('twee keer hetzelfde sturen wijzigt en mailt niets', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    await changed(path, { antwoord: 'nee' })
    const before = await loket.items('loket')
    expect(locationOf(await changed(path, { antwoord: 'nee' }))).toBe(path)
    expect(await loket.items('loket')).toEqual(before)
  })

  it('bekijken wijzigt niets', async () => {
    await respond(loket, event)
    const before = await loket.items('loket')
    for (const purpose of ['uitnodiging', 'afmelden'] as const) {
      const path = await personalPath(loket, event, answer.email, purpose)
      for (const method of ['HEAD', 'GET', 'GET'])
        expect((await loket.visitor().send(path, { method })).status).toBe(200)
    }
    expect(await loket.items('loket')).toEqual(before)
  })

  it('toont de link om deel te nemen alleen aan wie komt, vanaf de dag ervoor', async () => {
    await respond(loket, event)
    await respond(loket, event, { email: 'sam@caw.example', antwoord: 'nee' })
    const [coming, absent] = [await personalPath(loket, event), await personalPath(loket, event, 'sam@caw.example')]
    loket.clock.now = new Date('2021-06-06T21:59:59Z')
    expect(await read(coming)).not.toContain(onlineLink)
    loket.clock.now = new Date('2021-06-06T22:00:00Z')
    expect(await read(coming)).toContain(onlineLink)
    expect(await read(absent)).not.toContain(onlineLink)
  })

  it('één teken anders, of een link met een ander doel: 404', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    const other = path.endsWith('A') ? `${path.slice(0, -1)}B` : `${path.slice(0, -1)}A`
    for (const wrong of [other, path.replace('/uitnodiging/', '/afmelden/'), '/uitnodiging/x']) {
      const response = await loket.visitor().get(wrong)
      expect(response.status).toBe(404)
      expect(wordsIn(await response.text())).toContain('Deze link werkt niet.')
    }
  })

  it('na 30 dagen: verlopen, zonder namen', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    loket.clock.now = new Date('2021-07-08T09:59:59Z')
    expect((await loket.visitor().get(path)).status).toBe(200)
    loket.clock.now = new Date('2021-07-08T10:00:00Z')
    const response = await loket.visitor().get(path)
    expect(response.status).toBe(410)
    expect(await response.text()).not.toMatch(/Noor|CAW|gedeelde zorg/)
  })

  it('op de hoogte blijft, tot iemand het stopt', async () => {
    await respond(loket, event, { antwoord: 'op_de_hoogte' })
    const path = await personalPath(loket, event)
    const stop = await personalPath(loket, event, answer.email, 'afmelden')
    loket.clock.now = new Date('2022-07-08T10:00:00Z')
    expect((await loket.visitor().get(path)).status).toBe(200)
    expect((await loket.visitor().send(stop, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status).toBe(200)
    loket.clock.later(86_400)
    expect((await loket.visitor().get(path)).status).toBe(410)
  })
})

describe('de deadline', () => {
  const at = async (ms: number) => {
    const visitor = loket.visitor()
    const hidden = await openForm(loket, visitor, pathOf(event))
    loket.clock.now = new Date(closes + ms)
    return visitor.post(pathOf(event), { ...hidden, ...answer })
  }

  it('1 ms ervoor: opgeslagen', async () => {
    expect((await at(-1)).status).toBe(303)
    expect((await inviteeOf(loket, event))?.antwoord).toBe('ja')
  })

  it.each([0, 1])('%i ms erna: niet opgeslagen, en dat zeggen we', async (ms) => {
    const response = await at(ms)
    expect(response.status).toBe(409)
    const text = wordsIn(await response.text())
    expect(text).toContain('De inschrijving is afgesloten. Uw antwoord is niet opgeslagen.')
    expect(text).toContain('U kon antwoorden tot en met vrijdag 21 mei 2021, 23.59 uur')
    expect(text).toContain('Meld het toch')
    expect(await inviteeOf(loket, event)).toBeUndefined()
  })

  it('daarna: "Meld het toch" neemt mee wat getypt was, en wordt genoteerd als te laat', async () => {
    const hidden = fieldsIn(await (await at(1)).text())
    expect(hidden.naam).toEqual([answer.naam])
    const response = await loket.visitor().post(`${pathOf(event)}/te-laat`, hidden)
    expect(wordsIn(await read(locationOf(response)))).toContain('Kom pas als u een bevestiging krijgt.')
    expect(await inviteeOf(loket, event)).toMatchObject({ laat: { antwoord: 'ja' } })
    expect((await inviteeOf(loket, event))?.antwoord).toBeUndefined()
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['te-laat'])
  })

  it('geen formulier op de pagina, wel de weg naar "Meld het toch", tot de start', async () => {
    loket.clock.now = new Date(closes)
    expect(await read(pathOf(event))).not.toContain('name="antwoord"')
    expect(await read(`${pathOf(event)}/te-laat`)).toContain('name="antwoord"')
    loket.clock.now = new Date(event.start)
    expect(await read(pathOf(event))).not.toContain('te-laat')
    expect((await loket.visitor().post(`${pathOf(event)}/te-laat`, answer)).status).toBe(409)
  })

  it('alleen op uitnodiging: ook na de deadline geen publieke weg', async () => {
    const closed = await putEvent(loket.connection, { toegang: 'op_uitnodiging' })
    const invited = await invite(loket, closed)
    loket.clock.now = new Date(closes)
    const late = `${pathOf(closed)}/te-laat`
    expect(await read(pathOf(closed))).not.toContain('te-laat')
    expect(locationOf(await loket.visitor().get(late))).toBe(pathOf(closed))
    const response = await loket.visitor().post(late, answer)
    expect(response.status).toBe(409)
    expect(await response.text()).not.toContain('te-laat')
    expect(await inviteeOf(loket, closed)).toEqual(invited)
    const personal = await personalPath(loket, closed)
    expect(locationOf(await loket.visitor().post(`${personal}/te-laat`, answer))).toBe(personal)
    expect(await inviteeOf(loket, closed)).toMatchObject({ laat: { antwoord: 'ja' } })
  })

  it('wat een ander te laat meldde, vervangt de genodigde langs de eigen link', async () => {
    await invite(loket, event)
    loket.clock.now = new Date(closes - 10_000)
    const visitor = loket.visitor()
    const hidden = await openForm(loket, visitor, pathOf(event))
    await visitor.post(`${pathOf(event)}/te-laat`, { ...answer, ...hidden, antwoord: 'nee', naam: 'Iemand Anders' })
    expect(await inviteeOf(loket, event)).toMatchObject({ laat: { antwoord: 'nee' } })
    const path = await personalPath(loket, event)
    expect(await read(path)).toContain(`${path}/te-laat`)
    for (let time = 0; time < 2; time += 1)
      expect(locationOf(await loket.visitor().post(`${path}/te-laat`, answer))).toBe(path)
    expect(await inviteeOf(loket, event)).toMatchObject({ laat: { antwoord: 'ja' }, naam: answer.naam })
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['te-laat', 'te-laat'])
  })

  it('"Meld het toch" houdt bij wat getypt werd, ook van wie al antwoordde', async () => {
    await respond(loket, event, { antwoord: 'nee' })
    loket.clock.now = new Date(closes)
    const path = await personalPath(loket, event)
    const opmerking = 'Ik kom in een rolstoel.'
    await loket.visitor().post(`${path}/te-laat`, { ...answer, opmerking, functie: '' })
    const invitee = await inviteeOf(loket, event)
    expect(invitee).toMatchObject({ antwoord: 'nee', opmerking: answer.opmerking, laat: { antwoord: 'ja', opmerking } })
    expect(invitee?.laat).not.toHaveProperty('functie')
    expect(fieldsIn(await read(`${path}/te-laat`))).toMatchObject({ antwoord: ['ja'], opmerking: [opmerking] })
    expect(wordsIn(await read(path))).toContain('Intussen telt uw vorige antwoord: dat staat hierboven.')
  })

  it('wie te laat antwoordt, leest dat en niet dat een antwoord nog kan', async () => {
    await invite(loket, event)
    loket.clock.now = new Date(closes)
    const path = await personalPath(loket, event)
    expect(wordsIn(await read(path))).toContain('We kregen geen antwoord van u.')
    await loket.visitor().post(`${path}/te-laat`, answer)
    const text = wordsIn(await read(path))
    expect(text).toContain('Genoteerd als te laat.')
    expect(text).not.toMatch(/geen antwoord van u|Antwoord tot en met|Geef uw antwoord/)
  })

  it('wie komt, kan tot de start nog afzeggen, en verder niets', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    loket.clock.now = new Date(closes)
    expect((await loket.visitor().post(path, { ...answer, antwoord: 'op_de_hoogte' })).status).toBe(409)
    loket.clock.now = new Date(Date.parse(event.start) - 1)
    expect((await loket.visitor().post(path, { antwoord: 'nee' })).status).toBe(303)
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'nee', naam: answer.naam })
    expect((await loket.visitor().post(path, { ...answer, antwoord: 'ja' })).status).toBe(409)
  })

  it('vanaf de start niet meer', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    loket.clock.now = new Date(event.start)
    expect((await loket.visitor().post(path, { antwoord: 'nee' })).status).toBe(409)
    expect((await inviteeOf(loket, event))?.antwoord).toBe('ja')
  })

  it('gaat niet door: dat staat er, zonder formulier', async () => {
    const cancelled = await putEvent(loket.connection, { geannuleerd: true })
    const html = await read(pathOf(cancelled))
    expect(wordsIn(html)).toContain('Het overleg gaat niet door')
    expect(html.indexOf('gaat niet door')).toBeLessThan(html.indexOf('class="lp-feit"'))
    expect(html).not.toContain('Antwoord tot en met')
    expect(html).not.toContain('name="antwoord"')
    expect((await loket.visitor().post(pathOf(cancelled), answer)).status).toBe(409)
  })
})

describe('geen mails meer (RFC 8058)', () => {
  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
    ['text/plain', 'x'],
  ])('één klik zonder Origin, als %s', async (type, body) => {
    await respond(loket, event)
    const path = await personalPath(loket, event, answer.email, 'afmelden')
    const response = await loket.visitor().send(path, { method: 'POST', headers: { 'content-type': type }, body })
    expect(response.status).toBe(200)
    expect(await inviteeOf(loket, event)).toMatchObject({ afgemeld: true, antwoord: 'ja' })
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['ja'])
  })

  it('kan niets anders: op een ander adres blijft een post van elders geweigerd', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    expect((await loket.visitor().send(path, { method: 'POST', body: 'antwoord=nee' })).status).toBe(403)
  })
})

it('een genodigde ziet nooit een adres of antwoord van een ander', async () => {
  await respond(loket, event)
  const before = await inviteeOf(loket, event)
  const pages = [
    await read(pathOf(event)),
    await (await respond(loket, event, { email: 'sam@caw.example', naam: 'Sam' })).text(),
  ]
  pages.push(await read(await personalPath(loket, event, 'sam@caw.example')))
  for (const page of pages) expect(page).not.toMatch(new RegExp(`${answer.email}|${answer.naam}|${before?.id}`))
})
