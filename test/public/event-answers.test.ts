/** What a receipt, a personal page and a file for a calendar say and do not say (docs/domain.md §6, docs/decisions/010). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
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
import { errorsIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, mainOf, wordsIn } from '../support/visitor.ts'

const april = new Date('2021-04-23T08:00:00Z')
const closes = Date.parse('2021-05-21T22:00:00Z')
const inGent = { online: false, plaats: 'Huis van de Jeugd, Voorbeeldstraat 12, 9000 Gent' } as const
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
const words = async (path: string) => wordsIn(mainOf(await read(path)))
const seats = () => createSeatReader(loket.connection).read(event.slug)

describe('wat elk antwoord vraagt', () => {
  const bare = { naam: '', organisatie: '', functie: '', opmerking: '' }

  it('voor een nee is een adres genoeg', async () => {
    expect((await respond(loket, event, { ...bare, antwoord: 'nee' })).status).toBe(303)
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'nee' })
  })

  it('op de hoogte blijven vraagt ook een naam', async () => {
    const response = await respond(loket, event, { ...bare, antwoord: 'op_de_hoogte' })
    expect([response.status, errorsIn(await response.text())]).toEqual([422, ['Vul uw naam in']])
    const named = { ...bare, antwoord: 'op_de_hoogte', naam: 'Noor' }
    expect((await respond(loket, event, named)).status).toBe(303)
  })

  it('wie komt, zegt wie en van waar', async () => {
    const response = await respond(loket, event, bare)
    expect(errorsIn(await response.text())).toEqual(['Vul uw naam in', 'Vul uw organisatie in'])
  })

  it('wat een nee toch meebrengt, blijft; wat daarin niet mag, staat erbij', async () => {
    await respond(loket, event, { antwoord: 'nee', opmerking: 'Volgende keer graag.' })
    expect(await inviteeOf(loket, event)).toMatchObject({ naam: answer.naam, opmerking: 'Volgende keer graag.' })
    const wrong = { antwoord: 'nee', email: 'sam@caw.example', opmerking: 'Mijn nummer is 85.07.30-033.28' }
    expect((await respond(loket, event, wrong)).status).toBe(422)
  })
})

describe('het ontvangstbewijs', () => {
  /** Everything that an answer gives back, and the page it leads to. */
  async function given(changes: Fields = {}, at = event) {
    const response = await respond(loket, at, changes)
    const receipt = await loket.visitor().get(locationOf(response))
    const plain = ({ headers }: Response) => [...headers].filter(([name]) => name !== 'x-request-id')
    return {
      answered: [response.status, plain(response), await response.text()],
      shown: [receipt.status, plain(receipt), await receipt.text()],
    }
  }

  it('zegt waarover het gaat en wat u antwoordde, en niets dat niet zeker is', async () => {
    const receipt = await words(locationOf(await respond(loket, event)))
    expect(receipt).toContain('Uw antwoord: ik neem deel')
    expect(receipt).toContain(event.titel)
    expect(receipt).toContain('Antwoordde u al eerder met dit adres? Dan veranderde er niets.')
    expect(receipt).not.toContain('bewaard')
  })

  it('is byte voor byte hetzelfde voor een eerste en een tweede antwoord, van wie ook', async () => {
    const first = await given()
    expect(await given({ naam: 'Iemand Anders', opmerking: '' })).toEqual(first)
    expect(await given({ [trapField]: 'https://spam.example' })).toEqual(first)
    expect((await inviteeOf(loket, event))?.naam).toBe(answer.naam)
    // Also of another answer than the one that stands.
    const fresh = await putEvent(loket.connection, { slug: `${event.slug}-b` })
    const asFirst = await given({ antwoord: 'nee' }, fresh)
    await respond(loket, event, { email: 'sam@caw.example' })
    const repeated = await given({ antwoord: 'nee' })
    const same = (text: string) => text.replaceAll(fresh.slug, event.slug).replace(/genoteerd\/[^"/]+|ACT-[\w-]+/g, '')
    expect(same(JSON.stringify(repeated))).toBe(same(JSON.stringify(asFirst)))
    expect((await inviteeOf(loket, event))?.antwoord).toBe('ja')
  })

  it('van een genodigde, en van wie niemand kent: hetzelfde', async () => {
    await invite(loket, event, 'sam@caw.example')
    const same = ({ answered, shown }: Awaited<ReturnType<typeof given>>) =>
      JSON.stringify([answered, shown]).replace(/genoteerd\/[^"/]+|ACT-[\w-]+/g, '')
    const known = same(await given({ email: 'sam@caw.example', [trapField]: 'x' }))
    expect(same(await given({ email: 'niemand@caw.example' }))).toBe(known)
  })

  it('van wie de wachtlijst koos, spreekt daarover, en van wie ja zei niet', async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    const first = await words(locationOf(await respond(loket, event)))
    expect(first).toContain('Daar staat of u een plaats hebt')
    expect(first).not.toContain('wachtlijst')
    const { volzet = [] } = fieldsIn(await read(pathOf(event)))
    const waiting = await words(locationOf(await respond(loket, event, { email: 'sam@caw.example', volzet })))
    expect(waiting).toContain('Uw antwoord: zet mij op de wachtlijst')
    expect(waiting).toContain('Kom nog niet. Komt er een plaats vrij, dan mailen we u.')
    expect(waiting).not.toMatch(/Is alles volzet|ik neem deel/)
  })

  it('van een antwoord dat te laat kwam, herhaalt het ook', async () => {
    loket.clock.now = new Date(closes)
    const visitor = loket.visitor()
    const late = `${pathOf(event)}/te-laat`
    const response = await visitor.post(late, { ...(await openForm(loket, visitor, late)), ...answer })
    expect(await words(locationOf(response))).toContain('Uw antwoord: ik neem deel. Genoteerd als te laat')
  })

  it('heeft een bestand voor de agenda waar de plaats zeker is, en een kaart waar er een is', async () => {
    const online = await read(locationOf(await respond(loket, event)))
    expect(online).toContain(`href="${pathOf(event)}/agenda.ics"`)
    expect(online).not.toContain('openstreetmap')
    event = await putEvent(loket.connection, { ...inGent, capaciteit: 5 })
    const counted = await read(locationOf(await respond(loket, event)))
    expect(counted).not.toContain('agenda.ics')
    expect(counted).toMatch(/<a class="btn plain" href="https:\/\/www\.openstreetmap\.org\/[^"]+" rel="noreferrer">/)
  })
})

describe('toch niet komen', () => {
  const giveUp = async () => `${await personalPath(loket, event)}/niet-komen`

  it('kijken doet niets; drukken geeft de plaats vrij, met een mail', async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    await respond(loket, event)
    await respond(loket, event, { email: 'sam@caw.example' })
    const path = await giveUp()
    const before = await loket.items('loket')
    const page = await words(path)
    expect(page).toContain('Dan kan iemand anders uw plaats krijgen. Er staat 1 mens op de wachtlijst.')
    expect(await loket.items('loket')).toEqual(before)
    for (let press = 0; press < 2; press += 1)
      expect(locationOf(await loket.visitor().post(path))).toBe(await personalPath(loket, event))
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'nee', naam: answer.naam })
    expect(await inviteeOf(loket, event, 'sam@caw.example')).not.toHaveProperty('wacht')
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['ja', 'morgen', 'nee', 'plaats', 'wachtlijst'])
  })

  it('waar plaatsen niet geteld worden, krijgt niemand ze', async () => {
    await respond(loket, event)
    const page = await words(await giveUp())
    expect(page).not.toContain('iemand anders')
    expect(page).toContain('Nee, ik kom wel')
  })

  it('wie wacht, gaat van de lijst', async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    await respond(loket, event, { email: 'sam@caw.example' })
    await respond(loket, event)
    expect(await words(await giveUp())).toContain('Haal mij van de wachtlijst')
    await loket.visitor().post(await giveUp())
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
  })

  it('kan tot het begin; daarna, en voor wie niet komt, is er niets te vragen', async () => {
    await respond(loket, event)
    const path = await giveUp()
    loket.clock.now = new Date(Date.parse(event.start) - 1)
    expect((await loket.visitor().get(path)).status).toBe(200)
    loket.clock.now = new Date(event.start)
    expect(locationOf(await loket.visitor().get(path))).toBe(await personalPath(loket, event))
    expect((await loket.visitor().post(path)).status).toBe(409)
    expect((await inviteeOf(loket, event))?.antwoord).toBe('ja')
  })

  it('op de eigen pagina is het een gewone link, en geen knop die meteen iets doet', async () => {
    await respond(loket, event)
    loket.clock.now = new Date('2021-06-07T08:00:00Z')
    const html = await read(await personalPath(loket, event))
    expect(html).not.toContain('method="post"')
    expect(html).toMatch(/<a class="btn" href="https:\/\/overleg\.example\/geheim" rel="noreferrer">/)
    expect(html).toContain('Dat kan tot het begin.')
  })
})

describe('de eigen pagina', () => {
  it('wie wacht, leest nergens dat die deelneemt', async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    await respond(loket, event, { email: 'sam@caw.example' })
    await respond(loket, event)
    const path = await personalPath(loket, event)
    const html = await read(path)
    expect(wordsIn(html)).not.toMatch(/Ik neem deel|U neemt deel/)
    expect(wordsIn(html)).toContain('Ik blijf op de wachtlijst')
    expect(html).not.toContain('agenda.ics')
    // Sent again as it stands, nothing changes.
    const before = await loket.items('loket')
    await loket.visitor().post(path, fieldsIn(mainOf(html)))
    expect(await loket.items('loket')).toEqual(before)
  })

  it('geen mails meer: wie op de hoogte wilde blijven, leest dat dat stopt, en houdt zijn antwoord', async () => {
    await respond(loket, event, { antwoord: 'op_de_hoogte' })
    const stop = await personalPath(loket, event, answer.email, 'afmelden')
    expect(await words(stop)).toContain('We houden u niet meer op de hoogte. Uw antwoord blijft staan.')
    await loket.visitor().post(stop)
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'op_de_hoogte', afgemeld: true })
    // Kept until withdrawn, and this is that: from now on it is erased like every other answer.
    expect((await inviteeOf(loket, event))?.ttl).toBe(Date.parse(event.einde) / 1000 + 30 * 86_400)
  })
})

describe('een bestand voor de agenda', () => {
  const file = async (path: string) => {
    const response = await loket.visitor().get(`${path}/agenda.ics`)
    return { response, text: (await response.text()).replaceAll('\r\n ', '') }
  }

  it('zegt wat publiek is, en nooit de online link', async () => {
    await respond(loket, event)
    loket.clock.now = new Date('2021-06-07T08:00:00Z')
    for (const path of [pathOf(event), await personalPath(loket, event)]) {
      const { response, text } = await file(path)
      expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${event.slug}.ics"`)
      expect(text).toContain('METHOD:PUBLISH')
      expect(text).toContain(`URL:${loket.publicDeps.url}${pathOf(event)}`)
      expect(text).not.toContain(onlineLink)
      expect(text).not.toMatch(/Noor|noor@|uitnodiging/)
    }
  })

  it('is er niet voor wie niet komt, of van wat niet doorgaat', async () => {
    await respond(loket, event, { antwoord: 'nee' })
    const path = await personalPath(loket, event)
    expect(locationOf((await file(path)).response)).toBe(path)
    const cancelled = await putEvent(loket.connection, { geannuleerd: true })
    expect(locationOf((await file(pathOf(cancelled))).response)).toBe(pathOf(cancelled))
    expect((await file('/activiteiten/bestaat-niet')).response.status).toBe(404)
  })
})

describe('elke fase in woorden', () => {
  const at = async (moment: string | number) => {
    loket.clock.now = new Date(moment)
    return words(pathOf(event))
  }

  it('gesloten, bezig, voorbij', async () => {
    expect(await at(closes)).toContain('U kon antwoorden tot en met vrijdag 21 mei 2021, 23.59 uur')
    expect(await at(event.start)).toContain('nu bezig, tot 12 uur Het overleg is begonnen')
    expect(await at(Date.parse(event.einde) - 1)).toContain('U bent nog welkom.')
    expect(await at(event.einde)).toContain('voorbij Het overleg is geweest')
  })

  it('wie op de dag zelf nog kan antwoorden, leest tot welk uur', async () => {
    event = await putEvent(loket.connection, { deadline: '2021-06-08' })
    expect(await at(april.getTime())).toContain('tot en met dinsdag 8 juni 2021, 9 uur')
  })

  it.each([
    ['bezig', 1, 'Het overleg is begonnen. Uw antwoord is niet opgeslagen.'],
    ['gesloten', closes - Date.parse('2021-06-08T07:00:00Z'), 'De inschrijving is afgesloten. Uw antwoord is niet'],
  ])('te laat verstuurd, %s: fout in de titel, de activiteit en wat getypt was blijven', async (_, after, text) => {
    const visitor = loket.visitor()
    const hidden = await openForm(loket, visitor, pathOf(event))
    loket.clock.now = new Date(Date.parse(event.start) + after)
    const html = await (await visitor.post(pathOf(event), { ...hidden, ...answer })).text()
    expect(html).toContain(`<title>Fout: ${event.titel}`)
    expect(wordsIn(html)).toContain(text)
    expect(html).toContain(answer.opmerking)
    expect(html).toMatch(/<h1><bdi>Online verkennend overleg/)
  })

  it('de lijst: wat komt eerst, met de plaatsen; wat voorbij is apart', async () => {
    const few = await putEvent(loket.connection, { capaciteit: 2, titel: 'Twee plaatsen' })
    const full = await putEvent(loket.connection, { capaciteit: 1, titel: 'Een plaats' })
    await respond(loket, few)
    await respond(loket, full)
    const line = async ({ slug }: LoketEvent) =>
      wordsIn((await read('/activiteiten')).split('<li').find((one) => one.includes(`/${slug}"`)) ?? '')
    expect(await line(few)).toContain('nog 1 plaats')
    expect(await line(full)).toContain('volzet Er is een wachtlijst.')
    expect(await line(event)).not.toMatch(/plaats|volzet/)
    expect(await words(pathOf(few))).toContain('Plaatsen nog 1 van 2')
    loket.clock.now = new Date(event.einde)
    const list = await read('/activiteiten')
    expect(list.indexOf('>Voorbij<')).toBeLessThan(list.indexOf(pathOf(event)))
    expect(await line(event)).toContain('voorbij')
  })
})
