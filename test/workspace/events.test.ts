/** Organisers: making an event, inviting from a spreadsheet, deciding, telling everybody, and the list back to a spreadsheet. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findForm, findNetwork } from '../../forms/index.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { mailings } from '../../forms/kit/events/mailings.ts'
import { type InviteeList, lists } from '../../forms/kit/events/rsvp.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { createEvents } from '../../functions/shared/store/events.ts'
import { seatsKey } from '../../functions/shared/store/keys.ts'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
import { render, sampleEventMail, sampleOf } from '../emails/samples.ts'
import {
  answer,
  importList,
  inviteeOf,
  kindsOf,
  mailsOf,
  pathOf,
  personalPath,
  putEvent,
  respond,
} from '../support/events.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const home = '/werkruimte/activiteiten'
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

const wanted: Fields = {
  titel: 'Vorming: omgaan met agressie',
  soort: 'vorming',
  omschrijving: 'Wat doet u als het spannend wordt?\r\n\r\nWe oefenen samen.',
  voor_wie: 'Hulpverleners.',
  datum: '8/6/2021',
  van: '9.30',
  tot: '12u00',
  plaats: 'Zaal 1, Aalst',
  deadline: '21/5/2021',
  toegang: 'openbaar',
}
const at = (slug = event.slug) => `${home}/${slug}`
const page = async (path: string) => (await organiser.get(path)).text()
/** What nobody is on is not on the page. */
const countsOn = async (path = at()): Promise<Record<InviteeList, number>> => ({
  ...Object.fromEntries(lists.map((list) => [list, 0])),
  ...Object.fromEntries(
    [...(await page(path)).matchAll(/data-lijst="(\w+)">(\d+)</g)].map(([, list, count]) => [list, Number(count)]),
  ),
})

describe('wie erin mag', () => {
  it.each([
    ['Organisator', 200],
    ['Coördinator Aalst', 200],
    ['Casemanager Aalst', 403],
    ['Coördinator OTA', 404],
  ])('%s: %i', async (name, status) => {
    const worker = await loket.as(name)
    for (const path of ['', '/genodigden', '/importeren', '/bericht'])
      expect((await worker.get(at() + path)).status).toBe(status)
    expect((await worker.post(`${at()}/export`)).status).toBe(status)
  })
})

describe('een activiteit maken', () => {
  it('staat meteen op haar publieke pagina', async () => {
    const path = locationOf(await organiser.post(`${home}/nieuw`, wanted))
    expect(path).toBe(`${home}/vorming-omgaan-met-agressie`)
    const text = wordsIn(await (await loket.visitor().get('/activiteiten/vorming-omgaan-met-agressie')).text())
    expect(text).toContain('Dinsdag 8 juni 2021 van 9.30 tot 12 uur')
    expect(text).toContain('Stad Aalst')
  })

  it('met dezelfde titel: een eigen adres', async () => {
    await organiser.post(`${home}/nieuw`, { ...wanted, titel: 'Twee keer' })
    expect(locationOf(await organiser.post(`${home}/nieuw`, { ...wanted, titel: 'Twee keer' }))).toBe(
      `${home}/twee-keer-2`,
    )
  })

  it.each(['Nieuw', 'Nieuw!'])('een titel als %j leidt niet naar het formulier', async (titel) => {
    const path = locationOf(await organiser.post(`${home}/nieuw`, { ...wanted, titel }))
    expect(path).toMatch(/\/nieuw-\d+$/)
    expect(wordsIn(await page(path))).toMatch(new RegExp(`${titel} inschrijving \\w+ dinsdag 8 juni 2021`))
  })

  it.each([
    [
      'een uur dat niet bestaat',
      { datum: '27/3/2022', van: '2.30', deadline: '1/3/2022' },
      'Op zondag 27 maart 2022 bestaat 2.30 uur niet: de klok springt dan van 2 naar 3 uur. Kies een ander uur.',
    ],
    [
      'een uur dat twee keer komt',
      { datum: '31/10/2021', van: '2.30' },
      'Op zondag 31 oktober 2021 komt 2.30 uur twee keer: de klok gaat dan van 3 terug naar 2 uur. Kies een ander uur.',
    ],
    ['een dag die niet bestaat', { datum: '29-02-2027' }, 'Vul een datum in die bestaat, bijvoorbeeld 8/6/2027'],
    ['een verkeerde weekdag', { datum: 'maandag 8/6/2027' }, '8 juni 2027 is een dinsdag. Kijk de datum na'],
    ['een einde voor het begin', { tot: '9.00' }, 'Kies een einduur na het begin'],
    ['een deadline erna', { deadline: '9/6/2021' }, 'Kies een deadline op of vóór de dag zelf'],
    ['in het verleden', { datum: '22/4/2021', deadline: '22/4/2021' }, 'Kies een datum in de toekomst'],
    ['geen aantal', { capaciteit: 'veel' }, 'Vul een aantal in, bijvoorbeeld 12'],
    ['een onveilige link', { link: 'javascript:alert(1)' }, 'Vul een adres in dat met https:// begint'],
  ])('%s: 422, met de reden en wat getypt was', async (_, changes, reason) => {
    const response = await organiser.post(`${home}/nieuw`, { ...wanted, ...changes })
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(errorsIn(html)).toContain(reason)
    expect(fieldsIn(html).titel).toEqual([wanted.titel])
  })
})

describe('wijzigen', () => {
  const edit = async (changes: Fields) => {
    const fields = fieldsIn(await page(`${at()}/wijzigen`))
    return organiser.post(`${at()}/wijzigen`, { ...fields, ...changes })
  }
  /** The same, and "Ja, bewaar" on the page that says what it means. */
  const surely = async (changes: Fields) => {
    const asked = await edit(changes)
    return organiser.post(`${at()}/wijzigen`, fieldsIn(await asked.text()))
  }

  it('een ander uur: wie komt of op de hoogte wil blijven, hoort het, en de herinneringen volgen', async () => {
    await respond(loket, event)
    await respond(loket, event, { email: 'b@caw.example', antwoord: 'op_de_hoogte' })
    await respond(loket, event, { email: 'c@caw.example', antwoord: 'nee' })
    expect((await surely({ datum: '9/6/2021' })).status).toBe(303)
    const mails = await mailsOf(loket, event)
    expect(kindsOf(mails)).toEqual(['ja', 'morgen', 'nee', 'op-de-hoogte', 'verplaatst', 'verplaatst'])
    expect(mails.find(({ mailId }) => mailId === 'morgen')?.dueAt).toBe('2021-06-08T07:00:00.000Z')
    expect((await inviteeOf(loket, event))?.ttl).toBe(Date.parse('2021-07-09T10:00:00Z') / 1000)
  })

  it('een tikfout: niemand krijgt mail', async () => {
    await respond(loket, event)
    await edit({ titel: 'Online verkennend overleg' })
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['ja', 'morgen'])
  })

  it('annuleren: mail met CANCEL, geen herinnering meer, en dat staat op de pagina', async () => {
    await respond(loket, event)
    await organiser.post(`${at()}/annuleren`)
    const mails = await mailsOf(loket, event)
    expect(kindsOf(mails)).toEqual(['geannuleerd', 'ja'])
    expect(mails.map(({ notification }) => (notification as { agenda?: string }).agenda).sort()).toEqual([
      'CANCEL',
      'REQUEST',
    ])
    expect(wordsIn(await (await loket.visitor().get(pathOf(event))).text())).toContain('Het overleg gaat niet door')
  })

  it('twee tegelijk: wie laatst bewaart, draait niets terug maar ziet wat er nu staat', async () => {
    const opened = fieldsIn(await page(`${at()}/wijzigen`))
    expect((await edit({ van: '13.30', tot: '16.00' })).status).toBe(303)
    const save = (fields: Fields) => organiser.post(`${at()}/wijzigen`, { ...fields, titel: 'Nieuwe titel' })
    const refused = await save(opened)
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(wordsIn(html)).toContain('Iemand anders wijzigde deze activiteit terwijl u bezig was.')
    expect(errorsIn(html)).toEqual([
      `Titel: bewaard is nu “${event.titel}”`,
      'Van: bewaard is nu “13.30”',
      'Tot: bewaard is nu “16.00”',
    ])
    const again = fieldsIn(html)
    expect(again).toMatchObject({ titel: ['Nieuwe titel'], van: ['9.00'], plaats: ['Online'] })
    const stored = await createEvents(loket.connection).read(event.slug)
    expect(stored).toMatchObject({ titel: event.titel, start: '2021-06-08T11:30:00.000Z', revisie: 1 })
    // Looked at, and kept: now it is their decision.
    expect((await save({ ...again, van: '13.30', tot: '16.00' })).status).toBe(303)
    expect(await createEvents(loket.connection).read(event.slug)).toMatchObject({
      titel: 'Nieuwe titel',
      start: '2021-06-08T11:30:00.000Z',
    })
  })

  it('een formulier zonder revisie overschrijft niets', async () => {
    const { revisie: _none, ...fields } = fieldsIn(await page(`${at()}/wijzigen`))
    expect((await organiser.post(`${at()}/wijzigen`, { ...fields, titel: 'Anders' })).status).toBe(409)
  })

  it('wie komt, hoort het ook als het antwoord van een machine leek; een gewone bevestiging wacht', async () => {
    await respond(loket, event, { [trapField]: 'https://spam.example' })
    await organiser.post(`${at()}/annuleren`)
    const mails = await mailsOf(loket, event)
    expect(Object.fromEntries(mails.map(({ mailId, status }) => [mailId, status]))).toEqual({
      'antwoord-1': 'aangehouden',
      'gewijzigd-1': 'wacht',
    })
  })

  it('meer plaatsen: wie wacht schuift door, in volgorde', async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    for (const email of ['1@caw.example', '2@caw.example', '3@caw.example', '4@caw.example'])
      await respond(loket, event, { email })
    await edit({ capaciteit: '3' })
    expect(await createSeatReader(loket.connection).read(event.slug)).toMatchObject({
      capaciteit: 3,
      bezet: 3,
      wachtend: 1,
    })
    expect((await inviteeOf(loket, event, '3@caw.example'))?.wacht).toBeUndefined()
    expect((await inviteeOf(loket, event, '4@caw.example'))?.wacht).toBeDefined()
  })
})

describe('genodigden uit een CSV', () => {
  const add = (csv: string) => importList(organiser, event, csv)

  it.each([
    ['met ;', 'Naam;Organisatie;E-mail\r\nNoor;"CAW; Aalst";noor@caw.example\r\nSam;OCMW;sam@ocmw.example'],
    ['met ,', '\uFEFFe-mail adres,functie,naam\nnoor@caw.example,Begeleider,Noor\nsam@ocmw.example,,Sam\n'],
    ['met tabs, geplakt uit een rekenblad', 'naam\te-mail\nNoor\tnoor@caw.example\nSam\tsam@ocmw.example'],
  ])('%s', async (_, csv) => {
    expect(wordsIn(await page(locationOf(await add(csv))))).toMatch(/2 mensen toegevoegd\..*2 nog niet uitgenodigd/)
    expect(await countsOn()).toMatchObject({ nieuw: 2 })
    expect((await inviteeOf(loket, event, 'noor@caw.example'))?.naam).toBe('Noor')
  })

  it.each([
    [
      '600 accenten',
      `e${'\u0301'.repeat(600)}`,
      'naam: Teken 1 (“e”) heeft te veel accenten of delen. Typ het opnieuw, zonder.',
    ],
    ['201 tekens', 'x'.repeat(201), 'naam: 1 teken te veel. U kunt hier hoogstens 200 tekens schrijven.'],
    ['een rijksregisternummer', '85.07.30-033.28', 'naam: Vul geen rijksregisternummer in'],
    ['een NUL', 'Noor\u0000', 'naam: Teken 5 (na “Noor”) kunnen we niet lezen. Wis het en typ het opnieuw.'],
  ])('een cel met %s: de regel en de kolom genoemd', async (_, cell, message) => {
    const response = await add(`naam;e-mail\n${cell};noor@caw.example`)
    const html = await response.text()
    expect([response.status, wordsIn(html).includes(`Regel 2 ${message}`)]).toEqual([422, true])
    expect(await countsOn()).toMatchObject({ nieuw: 0 })
  })

  it('10.001 regels: één fout, hoeveel er ook mis is', async () => {
    const response = await add(`e-mail\n${'x\n'.repeat(10_001)}`)
    expect([response.status, errorsIn(await response.text())]).toEqual([
      422,
      ['Er staan meer dan 10.000 mensen in. Plak uw lijst in delen: hoogstens 10.000 mensen per keer.'],
    ])
  })

  it('voornaam en familienaam apart worden één naam; andere kolommen blijven weg', async () => {
    await add('Voornaam;Familienaam;Telefoon;e-mail\nNoor;Voorbeeld;0478 12 34 56;noor@caw.example')
    const list = await page(`${at()}/genodigden`)
    expect(list).toContain('Noor Voorbeeld')
    expect(list).not.toContain('0478 12 34 56')
  })

  it('een lege rij of kolom uit een rekenblad telt niet', async () => {
    await add('naam;e-mail;\r\nNoor;noor@caw.example;\r\n; ;\r\n;;\r\nSam;sam@ocmw.example;\r\n')
    expect(await countsOn()).toMatchObject({ nieuw: 2 })
    const only = await add('naam;e-mail\n;\n')
    expect(errorsIn(await only.text())[0]).toContain('Er staat niemand in de lijst.')
  })

  it('twee keer dezelfde lijst: niemand dubbel', async () => {
    await add('e-mail\nnoor@caw.example')
    await add('e-mail\nnoor@caw.example\nsam@ocmw.example')
    expect(await countsOn()).toMatchObject({ nieuw: 2 })
  })

  describe('een lange lijst', () => {
    const people = (count: number) =>
      `naam;e-mail\n${Array.from({ length: count }, (_, n) => `Genodigde ${n};p${n}@dienst.example`).join('\n')}`
    /** What happens at each transaction of an import. */
    const atEachWrite = async (work: () => void) => {
      const { client, TransactWriteCommand } = await loket.connection.dynamo()
      const send = client.send.bind(client)
      return vi.spyOn(client, 'send').mockImplementation(async (command: unknown) => {
        if (command instanceof TransactWriteCommand) work()
        return send(command as never)
      })
    }

    it('die halverwege stopt: dezelfde lijst nog eens voegt de rest toe, en niemand dubbel', async () => {
      let writes = 0
      const dying = await atEachWrite(() => {
        writes += 1
        if (writes > 3) throw new Error('Killed')
      })
      expect((await add(people(300))).status).toBe(503)
      await vi.waitFor(() => expect(writes).toBe(10)) // Of ten groups three were written; the others died, under way or begun after.
      dying.mockRestore()
      loket.failures.length = 0
      const { nieuw } = await countsOn()
      expect(nieuw).toBe(99)
      const counting = await atEachWrite(() => {
        writes += 1
      })
      writes = 0
      expect(locationOf(await add(people(300)))).toBe(`${at()}?toegevoegd=201&al=99`)
      counting.mockRestore()
      expect(await countsOn()).toMatchObject({ nieuw: 300 })
      // 33 people a transaction: who is on the list already costs none.
      expect(writes).toBe(Math.ceil(201 / 33))
    })

    it('die te lang duurt: zegt hoever we zijn, en één druk gaat verder: niemand dubbel, niemand te weinig', async () => {
      const slow = await atEachWrite(() => loket.clock.later(1))
      const response = await add(people(600))
      slow.mockRestore()
      const html = await response.text()
      expect(response.status).toBe(200)
      const [, done = '', left = ''] = /(\d+) van 600 staan in de lijst.*Nog (\d+) niet\./.exec(wordsIn(html)) ?? []
      expect([Number(done) > 0, Number(left) > 0, Number(done) + Number(left)]).toEqual([true, true, 600])
      expect(await countsOn()).toMatchObject({ nieuw: Number(done) })
      const on = await organiser.post(`${at()}/importeren`, fieldsIn(html))
      expect(locationOf(on)).toBe(`${at()}?toegevoegd=${left}&al=${done}`)
      expect(wordsIn(await page(locationOf(on)))).toContain(`${done} stonden al in de lijst`)
      expect(await countsOn()).toMatchObject({ nieuw: 600 })
    })

    it('van meer dan 10.000 mensen: geweigerd, met wat u wel kunt doen', async () => {
      expect(errorsIn(await (await add(people(10_001))).text())).toEqual([
        'Er staan meer dan 10.000 mensen in. Plak uw lijst in delen: hoogstens 10.000 mensen per keer.',
      ])
      expect(await countsOn()).toMatchObject({ nieuw: 0 })
    })

    it.each([
      ['regels van één teken', `e-mail\n${'a\n'.repeat(700_000)}`],
      ['duizenden regels die fout zijn', `e-mail\n${'geen adres\n'.repeat(9_000)}`],
      ['een kolom per teken', `e-mail${';'.repeat(700_000)}`],
      ['lege regels', `e-mail${'\n'.repeat(700_000)}`],
      ['lege cellen', `e-mail\n${';\n'.repeat(400_000)}`],
      ['lege cellen, net niet te veel', `e-mail\n${';\n'.repeat(49_999)}`],
      ['een aanhalingsteken dat niet sluit', `e-mail\n"${'a@caw.example\n'.repeat(40_000)}`],
    ])('%s: snel geweigerd, op een korte pagina', async (_, csv) => {
      const before = process.cpuUsage()
      const response = await add(csv)
      const { user } = process.cpuUsage(before)
      const html = await response.text()
      expect(response.status).toBe(422)
      expect(errorsIn(html).length).toBeLessThanOrEqual(51)
      expect(html.length - csv.length).toBeLessThan(50_000)
      expect(user / 1_000_000).toBeLessThan(4)
    })
  })

  it('uitnodigen: één keer, met herinnering, en wie antwoordt wordt niet meer herinnerd', async () => {
    await add('naam;e-mail\nNoor;noor@caw.example\nSam;sam@ocmw.example')
    const invite = async () => wordsIn(await page(locationOf(await organiser.post(`${at()}/uitnodigen`))))
    expect(await invite()).toContain('2 uitnodigingen vertrekken nu.')
    expect(await invite()).toContain('Er vertrekt geen uitnodiging')
    const mails = await mailsOf(loket, event)
    expect(kindsOf(mails)).toEqual(['herinnering', 'herinnering', 'uitnodiging', 'uitnodiging'])
    expect(new Set(mails.map(({ due }) => due))).toEqual(new Set(['bulk']))
    await loket.visitor().post(await personalPath(loket, event), { ...answer, antwoord: 'nee' })
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['herinnering', 'nee', 'uitnodiging', 'uitnodiging'])
    expect(await countsOn()).toMatchObject({ nieuw: 0, open: 1, nee: 1 })
  })

  it('wie in de lijst staat en op de publieke pagina antwoordt, is dezelfde persoon', async () => {
    await add('naam;e-mail\nNoor;noor@caw.example')
    await respond(loket, event)
    expect(await countsOn()).toMatchObject({ nieuw: 0, ja: 1 })
  })
})

describe('antwoorden', () => {
  it('namens: wie belde, krijgt een bevestiging met een eigen link, ook na de deadline', async () => {
    loket.clock.now = new Date('2021-05-25T08:00:00Z')
    organiser = await loket.as('Organisator')
    expect(locationOf(await organiser.post(`${at()}/namens`, answer))).toBe(at())
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'ja', bron: 'namens' })
    expect(kindsOf(await mailsOf(loket, event))).toEqual(['ja', 'morgen'])
  })

  it('namens: een naam en een antwoord zijn genoeg; zonder adres vertrekt er geen mail', async () => {
    const before = kindsOf(await mailsOf(loket, event))
    for (const antwoord of ['nee', 'ja'])
      expect(locationOf(await organiser.post(`${at()}/namens`, { antwoord, naam: 'Els Voorbeeld' }))).toBe(at())
    const people = (await loket.items('loket')).filter(({ activiteit, naam }) => activiteit === event.slug && naam)
    // The same name is the same person: noted again, the answer changes.
    expect(people).toMatchObject([{ naam: 'Els Voorbeeld', antwoord: 'ja', noMail: true }])
    expect(kindsOf(await mailsOf(loket, event))).toEqual(before)
    expect(wordsIn(await page(`${at()}/namens`))).toContain('Komt deze persoon?')
  })

  it('namens: van wie op de lijst staat, is bekend hoe die bereikt wordt', async () => {
    await respond(loket, event)
    const known = await inviteeOf(loket, event)
    const form = await page(`${at()}/namens?wie=${known?.id}`)
    expect(fieldsIn(form)).toMatchObject({ naam: [answer.naam], wie: [known?.id] })
    expect(form).not.toContain('name="email"')
    await organiser.post(`${at()}/namens`, { ...fieldsIn(form), antwoord: 'nee' })
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'nee', naam: answer.naam })
    const other = await putEvent(loket.connection)
    expect(fieldsIn(await page(`${at(other.slug)}/namens?wie=${known?.id}`)).wie).toBeUndefined()
  })

  it('namens: wat leeg blijft, laat staan wat de genodigde zelf schreef', async () => {
    event = await putEvent(loket.connection, { casussen: true })
    await respond(loket, event, { antwoord: 'nee', casus: 'ja' })
    const { antwoord, naam, email } = answer
    await organiser.post(`${at()}/namens`, { antwoord, naam, email, organisatie: 'OCMW Voorbeeld' })
    const { functie, opmerking } = answer
    expect(await inviteeOf(loket, event)).toMatchObject({
      ...{ antwoord, naam, organisatie: 'OCMW Voorbeeld', functie, opmerking, casus: true },
    })
  })

  it.each([
    ['aanvaarden', 'ja', ['ja', 'morgen', 'te-laat']],
    ['weigeren', undefined, ['te-laat']],
  ])('te laat, %s', async (besluit, antwoord, kinds) => {
    const visitor = loket.visitor()
    loket.clock.now = new Date('2021-05-25T08:00:00Z')
    organiser = await loket.as('Organisator')
    const { formulier = [] } = fieldsIn(await (await visitor.get(`${pathOf(event)}/te-laat`)).text())
    loket.clock.later(10)
    await visitor.post(`${pathOf(event)}/te-laat`, { ...answer, formulier })
    expect(await countsOn()).toMatchObject({ laat: 1 })
    const [, action = ''] =
      new RegExp(`action="([^"]*/${besluit})"`).exec(await page(`${at()}/genodigden?lijst=laat`)) ?? []
    const done = locationOf(await organiser.post(action))
    expect(wordsIn(await page(done))).toContain(antwoord ? 'deze persoon neemt deel' : 'Geweigerd.')
    expect((await inviteeOf(loket, event))?.antwoord).toBe(antwoord)
    expect(kindsOf(await mailsOf(loket, event))).toEqual(kinds)
  })

  it('te laat voor een volle activiteit: de knop zegt dat het de wachtlijst wordt, en daarna dat het zo is', async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    await respond(loket, event, { email: 'sam@caw.example' })
    await respond(loket, event, { antwoord: 'nee' })
    const path = await personalPath(loket, event)
    loket.clock.now = new Date('2021-05-25T08:00:00Z')
    organiser = await loket.as('Organisator')
    await loket.visitor().post(`${path}/te-laat`, answer)
    const list = await page(`${at()}/genodigden?lijst=laat`)
    expect(wordsIn(list)).toContain('Zet op de wachtlijst')
    expect(wordsIn(list)).not.toContain('Aanvaard')
    const done = locationOf(await organiser.post(/action="([^"]*\/aanvaarden)"/.exec(list)?.[1] ?? ''))
    expect(wordsIn(await page(done))).toContain('deze persoon staat nu op de wachtlijst')
    expect((await inviteeOf(loket, event))?.wacht).toBeDefined()
  })

  it('te laat, van wie al antwoordde: de organisator ziet en aanvaardt wat er nu staat', async () => {
    await respond(loket, event, { antwoord: 'nee' })
    const path = await personalPath(loket, event)
    loket.clock.now = new Date('2021-05-25T08:00:00Z')
    organiser = await loket.as('Organisator')
    const changed = { organisatie: 'OCMW Voorbeeld', opmerking: 'Ik kom in een rolstoel.' }
    await loket.visitor().post(`${path}/te-laat`, { ...answer, ...changed, functie: '' })
    const list = await page(`${at()}/genodigden?lijst=laat`)
    const [, own = ''] = /href="([^"]*\/genodigden\/[^"]+)"/.exec(list) ?? []
    expect(wordsIn(await page(own))).toContain('Opmerking, te laat Ik kom in een rolstoel.')
    await organiser.post(/action="([^"]*\/aanvaarden)"/.exec(list)?.[1] ?? '')
    const invitee = await inviteeOf(loket, event)
    expect(invitee).toMatchObject({ antwoord: 'ja', ...changed })
    expect([invitee?.functie, invitee?.laat]).toEqual([undefined, undefined])
  })

  it('dertig dagen na de activiteit staat niemand nog in de lijst, de telling of het bestand', async () => {
    await respond(loket, event)
    await respond(loket, event, { email: 'sam@caw.example', antwoord: 'op_de_hoogte', naam: 'Sam' })
    const seen = async (at30: number) => {
      loket.clock.now = new Date(Date.parse(event.einde) + 30 * 86_400_000 + at30)
      organiser = await loket.as('Organisator')
      const [list, file] = [await page(`${at()}/genodigden`), await organiser.post(`${at()}/export`)]
      const { ja, op_de_hoogte } = await countsOn()
      const has = (text: string) => [answer.naam, 'Sam'].map((name) => text.includes(name))
      return [has(list), has(await file.text()), [ja, op_de_hoogte]]
    }
    expect(await seen(-1000)).toEqual([
      [true, true],
      [true, true],
      [1, 1],
    ])
    expect(await seen(0)).toEqual([
      [false, true],
      [false, true],
      [0, 1],
    ])
  })

  it('de lijst, blad na blad, met ieders adres', async () => {
    const many = Array.from({ length: 60 }, (_, number) => `p${number}@dienst.example`)
    await importList(organiser, event, `e-mail\n${many.join('\n')}`)
    const first = await page(`${at()}/genodigden?lijst=nieuw`)
    const [, next = ''] = /href="([^"]+)">\s*Volgende/.exec(first) ?? []
    const second = await page(next.replaceAll('&amp;', '&'))
    const shown = [first, second].flatMap((html) => [...new Set(html.match(/p\d+@dienst\.example/g))])
    expect(shown.sort()).toEqual(many.sort())
  })
})

describe('de export', () => {
  it.each(['=1+1', '+32', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＠x'])(
    'een cel die met %j begint, is geen formule',
    async (naam) => {
      await respond(loket, event, { naam, opmerking: `${naam};"x"` })
      const response = await organiser.post(`${at()}/export`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const text = new TextDecoder().decode(bytes)
      expect(text).toMatch(/^Naam;Organisatie;Functie;E-mail;Antwoord;/)
      expect(text).toContain('\r\n')
      for (const cell of text.split(/[;\r\n]/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      expect(text).toContain(answer.email)
    },
  )
})

describe('mail aan velen', () => {
  it.each(['praktisch', 'vervolg'] as const)('%s: de bladzijde zegt vooraf wat in de mail staat', async (id) => {
    const [network, form] = [findNetwork('aalst'), findForm('lco-aanvraag')]
    if (!network || !form) throw new Error('The data files changed')
    const about = { network, form, link: '', held: 0, event: sampleEventMail }
    const { text } = await render(sampleOf(`activiteit-${id}`), about)
    const shown = await page(`${at()}/bericht`)
    const { heading, paragraphs } = mailings[id]
    for (const words of [heading, ...paragraphs]) for (const place of [shown, text]) expect(place).toContain(words)
  })

  it('aan wie komt: één keer per dag, in vaste woorden, en een test naar zichzelf', async () => {
    await respond(loket, event)
    await respond(loket, event, { email: 'c@caw.example', antwoord: 'nee' })
    await organiser.post(`${at()}/bericht/praktisch/test`)
    await organiser.post(`${at()}/bericht/praktisch/versturen`)
    await organiser.post(`${at()}/bericht/praktisch/versturen`)
    const mails = (await mailsOf(loket, event)).filter(({ mailId }) => /praktisch|test/.test(String(mailId)))
    expect(mails.map(({ mailId, due }) => `${mailId} ${due}`).sort()).toEqual(['praktisch-2021-04-23 bulk', 'test due'])
  })
})

it('doorschuiven: een plaats die telkens weer weg is, wordt niet eindeloos opnieuw gegeven', async () => {
  event = await putEvent(loket.connection, { capaciteit: 1 })
  await respond(loket, event, { email: 'sam@caw.example' })
  await respond(loket, event)
  // By the seats it began long ago, so no write is ever right; the clock stands still.
  const { client, PutCommand } = await loket.connection.dynamo()
  const Item = {
    ...seatsKey(event.slug),
    ...{ capaciteit: 2, bezet: 1, wachtend: 1, tot: '2000-01-01T00:00:00.000Z', sluit: event.start },
  }
  await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
  expect((await organiser.post(`${at()}/doorschuiven`)).status).toBe(503)
  expect(loket.failures.splice(0)).toEqual([expect.stringContaining('changed at each of 40 looks')])
})

it('wat een organisator doet, staat in het logboek', async () => {
  await organiser.post(`${at()}/export`)
  const log = (await loket.items('loket')).filter(({ pk }) => pk === `ACTIVITEITLOG#${event.slug}`)
  expect(log.map(({ who, what }) => `${who}: ${what}`)).toContain('organisator: 0 genodigden gedownload')
  expect(await createEvents(loket.connection).read(event.slug)).toBeDefined()
})
