/** Own tasks of a dossier: typed, given, done, and never lost, whoever holds the dossier (docs/decisions/026). */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, type Filed, fileForm, fileHeld, fileRequest, hiddenOn, place } from '../support/dossier.ts'
import { ota as forms, otaStart } from '../support/forms.ts'
import { errorsIn } from '../support/lco.ts'
import { finish, given, giveTask, taskFormOn, tasksOn, timelineOn, weekOf, whoseIn } from '../support/own-tasks.ts'
import { undoNoteOn } from '../support/undo.ts'
import { type Fields, fieldsIn, locationOf, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** A Wednesday. */
const now = new Date('2026-11-25T09:00:00Z')
const call = { taak: 'Bel de school over de kanarie', tegen: '27/11/2026' }

let work: TestWorkspace
let filed: Filed
let coordinator: Visitor
let casemanager: Visitor
let second: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now })
  filed = await fileHeld(work, { nextOn: '2026-12-01' })
  ;[coordinator, casemanager, second] = await Promise.all([
    work.as('Coördinator Aalst'),
    work.as('Casemanager Aalst'),
    work.as('Tweede casemanager Aalst'),
  ])
})

const whose = async () => whoseIn(await dossierOf(work, filed.reference))
const itemsOf = async () =>
  (await work.items('loket')).filter(
    ({ pk, sk }) => pk === `DOSSIER#${filed.reference}` && /^EIGENTAAK#/.test(String(sk)),
  )
const act = async (visitor: Visitor, action: string, fields: Fields = {}) => {
  const hidden = await hiddenOn(visitor, `${filed.path}/${action}`)
  return visitor.post(`${filed.path}/${action}`, {
    ...{ revision: hidden.revision ?? [], bij: hidden.bij ?? [] },
    ...fields,
  })
}
const giveAway = () =>
  act(coordinator, 'andere_casemanager', { persoon: 'casemanager-aalst-2', toch: 'ja', toelichting: 'Ziek.' })
const setAway = (van: string, tot: string) =>
  coordinator.post('/werkruimte/beheer/mensen/casemanager-aalst/afwezig', {
    van,
    tot,
    vervanger: 'casemanager-aalst-2',
  })

describe('een taak', () => {
  it('staat bij het dossier tussen wat het zelf vraagt, op datum, en in de week van wie ze doet', async () => {
    await given(work, coordinator, filed, { ...call, wie: 'casemanager-aalst' })
    await given(work, casemanager, filed, { taak: 'Leg de brief klaar', tegen: '2026-12-04' })
    const { words } = await tasksOn(casemanager, filed.path)
    expect(words).toMatch(
      /Bel de school over de kanarie Casemanager Aalst vr 27 nov .*Bel en plan het overleg di 1 dec .*Leg de brief klaar Casemanager Aalst vr 4 dec/,
    )
    expect(await weekOf(casemanager)).toEqual([['Vr 27 nov', expect.stringContaining('Bel de school over de kanarie')]])
    expect(await weekOf(casemanager, '/werkruimte/week?week=2026-11-30')).toEqual([
      ['Vr 4 dec', expect.stringContaining('Leg de brief klaar')],
    ])
    expect(await weekOf(coordinator)).toEqual([])
    expect(JSON.stringify(await work.items('loket'))).not.toMatch(/kanarie|brief klaar/)
    expect(work.log.join()).not.toContain('kanarie')
  })

  it('is van wie ze geeft als niemand gekozen is', async () => {
    expect((await taskFormOn(coordinator, filed.path)).wie).toEqual(['coordinator-aalst'])
    await given(work, coordinator, filed, call)
    expect(await whose()).toEqual(['01 coordinator-aalst'])
    expect(await weekOf(coordinator)).toHaveLength(1)
  })

  it('die te laat is, staat bovenaan, rood en in woorden', async () => {
    await given(work, casemanager, filed, call)
    work.clock.now = new Date('2026-11-29T23:00:00Z') // Monday the 30th in Brussels.
    casemanager = await work.as('Casemanager Aalst')
    const { html, words } = await tasksOn(casemanager, filed.path)
    expect(words).toContain('Bel de school over de kanarie Casemanager Aalst te laat, vr 27 nov')
    expect(html).toContain('class="lw-late"')
    expect(await weekOf(casemanager)).toEqual([['Te laat (1)', expect.stringMatching(/kanarie.*moest vr 27 nov/)]])
  })

  it('een tweede druk is dezelfde taak; een andere tekst een andere', async () => {
    const form = await taskFormOn(casemanager, filed.path)
    const send = (taak: string) =>
      casemanager.post(`${filed.path}/taak`, { ...call, eenmalig: form.eenmalig ?? [], taak })
    const both = await Promise.all([send('Bel'), send('Bel')])
    expect([...both, await send('Bel')].map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await itemsOf()).toHaveLength(1)
    await send('Mail')
    expect(await itemsOf()).toHaveLength(2)
  })

  it('telt als teken van leven: erbij, klaar, gewijzigd', async () => {
    const lived = async () => (await dossierOf(work, filed.reference)).livedOn
    const id = await given(work, casemanager, filed, { ...call, tegen: '11/12/2026' })
    expect(await lived()).toBe('2026-11-25')
    for (const [day, press] of [
      [
        '2026-11-26',
        () => casemanager.post(`${filed.path}/taak/${id}`, { ...call, wie: 'casemanager-aalst', versie: '0' }),
      ],
      ['2026-11-27', () => casemanager.post(`${filed.path}/taak/${id}/klaar`, { versie: '1' })],
    ] as const) {
      work.clock.now = new Date(`${day}T09:00:00Z`)
      casemanager = await work.as('Casemanager Aalst')
      expect((await press()).status).toBe(303)
      expect(await lived()).toBe(day)
    }
    const signs = (await work.items('loket')).filter(({ sk }) => sk === 'LEVENSTEKEN')
    expect(signs.map(({ at }) => at)).toEqual(['2026-11-27T09:00:00.000Z'])
  })

  it('mailt niemand', async () => {
    const mails = async () => (await work.items('loket')).filter(({ sk }) => /^(MAIL#|PLAN)/.test(String(sk)))
    await tasksOn(coordinator, filed.path) // The first time somebody opens it changes the plan of mails.
    const before = await mails()
    await given(work, coordinator, filed, { ...call, wie: 'casemanager-aalst' })
    expect(await mails()).toEqual(before)
  })
})

describe('wat ingevuld wordt', () => {
  const emoji = '👩‍👩‍👧‍👧'
  it.each([
    ['niets', { ...call, taak: '' }, 'Schrijf wat er moet gebeuren'],
    ['alleen spaties', { ...call, taak: '   ' }, 'Schrijf wat er moet gebeuren'],
    ['201 tekens', { ...call, taak: 'a'.repeat(201) }, '1 teken te veel'],
    ['201 gezinnen', { ...call, taak: emoji.repeat(201) }, '1 teken te veel'],
    ['een rijksregisternummer', { ...call, taak: 'Vraag 85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
    ['geen dag', { ...call, tegen: '' }, 'Vul een datum in die bestaat'],
    ['een dag die niet bestaat', { ...call, tegen: '31/11/2026' }, 'Vul een datum in die bestaat'],
    ['een jaar dat te ver ligt', { ...call, tegen: '27/11/2126' }, 'Kies een datum binnen 10 jaar'],
    ['gisteren', { ...call, tegen: '24/11/2026' }, 'Vul vandaag of een latere dag in'],
    ['een zaterdag', { ...call, tegen: '28/11/2026' }, '28 november 2026 is een zaterdag. Toch deze dag?'],
    ['een feestdag', { ...call, tegen: '25/12/2026' }, 'is een feestdag'],
    ['over meer dan een jaar', { ...call, tegen: '29/11/2027' }, 'is over meer dan een jaar'],
    ['niemand van het netwerk', { ...call, wie: 'coordinator-ota' }, 'Kies wie het doet'],
    ['wie het dossier niet mag openen', { ...call, wie: 'casemanager-aalst-2' }, 'Kies wie het doet'],
    ['een organisator', { ...call, wie: 'organisator' }, 'Kies wie het doet'],
  ])('%s: 422, en wat getypt is blijft staan', async (_, fields, message) => {
    const response = await giveTask(casemanager, filed, fields)
    const html = await response.text()
    expect([response.status, wordsIn(html)]).toEqual([422, expect.stringContaining('Er is een probleem')])
    expect(errorsIn(html).join()).toContain(message)
    const again = fieldsIn(mainOf(html))
    expect([again.taak, again.tegen]).toEqual([[fields.taak], [fields.tegen]])
    expect(await whose()).toEqual([])
  })

  it.each([
    ['200 tekens', { ...call, taak: 'a'.repeat(200) }],
    ['200 gezinnen', { ...call, taak: emoji.repeat(200) }],
    ['vandaag', { ...call, tegen: '25/11/2026' }],
    ['een ISO-datum', { ...call, tegen: '2026-11-27' }],
    ['puntjes', { ...call, tegen: '27.11.2026' }],
    ['de coördinator', { ...call, wie: 'coordinator-aalst' }],
  ])('%s kan', async (_, fields) => {
    expect((await giveTask(casemanager, filed, fields)).status).toBe(303)
  })

  it('een zaterdag die u meent, gaat door met nog een druk', async () => {
    const response = await giveTask(casemanager, filed, { ...call, tegen: '28/11/2026' })
    const again = fieldsIn(mainOf(await response.text()))
    expect((await casemanager.post(`${filed.path}/taak`, again)).status).toBe(303)
    expect((await dossierOf(work, filed.reference)).tasks?.open).toMatchObject([{ on: '2026-11-28' }])
  })

  it('hoogstens tien open taken; ook van twee die de tiende tegelijk geven, krijgt er een woorden', async () => {
    for (let count = 0; count < 9; count += 1) await given(work, casemanager, filed, call)
    const both = await Promise.all([casemanager, coordinator].map((who) => giveTask(who, filed, call)))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    const lost = await both.find(({ status }) => status === 422)?.text()
    expect(wordsIn(lost ?? '')).toContain('Er staan al 10 taken open bij dit dossier. Zet er eerst een op klaar.')
    expect(fieldsIn(mainOf(lost ?? '')).taak).toEqual([call.taak])
    expect(await whose()).toHaveLength(10)
    expect((await tasksOn(casemanager, filed.path)).words).toContain('Er staan 10 taken open.')
    await finish(casemanager, filed, '01')
    await given(work, casemanager, filed, call)
    const reopened = await casemanager.post(`${filed.path}/taak/01/toch-niet`)
    expect([reopened.status, wordsIn(await reopened.text())]).toEqual([
      409,
      expect.stringContaining('al 10 taken open'),
    ])
  })

  it('een adres dat zo niet van ons komt, is 400 of 404 en nooit een fout van ons', async () => {
    const statuses = await Promise.all([
      casemanager.post(`${filed.path}/taak`, { ...call, eenmalig: 'x' }),
      casemanager.post(`${filed.path}/taak`, { ...call, taak: ['een', 'twee'] }),
      casemanager.get(`${filed.path}/taak/99`),
      casemanager.post(`${filed.path}/taak/99`, call),
      casemanager.post(`${filed.path}/taak/99/klaar`),
      casemanager.post(`${filed.path}/taak/99/toch-niet`),
      casemanager.get(`${filed.path}/taak/1x`),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 404, 404, 404, 404, 404])
    expect(work.failures).toEqual([])
  })
})

describe('wie', () => {
  it('een ander netwerk, en een collega zonder het dossier: 404, en wat getypt is blijft bij hen', async () => {
    const id = await given(work, casemanager, filed, call)
    const before = await itemsOf()
    for (const visitor of [second, await work.as('Coördinator OTA'), await work.as('Coördinator Limburg')])
      for (const [path, fields] of [
        ['taak', { ...call, eenmalig: 'A'.repeat(22) }],
        [`taak/${id}`, { ...call, versie: '0' }],
        [`taak/${id}/klaar`, { versie: '0' }],
        [`taak/${id}/toch-niet`, {}],
      ] as const) {
        const response = await visitor.post(`${filed.path}/${path}`, fields)
        const words = wordsIn(await response.text())
        expect([path, response.status]).toEqual([path, 404])
        expect(words.includes(call.taak)).toBe('taak' in fields)
        expect((await visitor.get(`${filed.path}/taak/${id}`)).status).toBe(404)
      }
    expect(await itemsOf()).toEqual(before)
  })

  it('wie alleen meeleest, ziet geen formulier en kan niets', async () => {
    const ota = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
    const other = await fileForm(ota, otaStart, forms.traject)
    ota.clock.now = new Date('2026-11-24T08:00:00Z')
    const reader = await ota.as('Bemiddelaar OTA')
    const page = await reader.get(other.path)
    const html = await page.text()
    expect([page.status, html.includes('/taak')]).toEqual([200, false])
    expect((await reader.post(`${other.path}/taak`, { ...call, eenmalig: 'A'.repeat(22) })).status).toBe(404)
  })

  it('de vervanger krijgt ze in die plaats: daarna staat ze weer bij wie terug is', async () => {
    await setAway('2026-11-25', '2026-11-26')
    second = await work.as('Tweede casemanager Aalst')
    await given(work, coordinator, filed, { ...call, wie: 'casemanager-aalst-2' })
    await given(work, second, filed, { ...call, taak: 'Zelf getypt' })
    expect(await whose()).toEqual(['01 casemanager-aalst', '02 casemanager-aalst'])
    const { words } = await tasksOn(second, filed.path)
    expect(words).toContain('kanarie Tweede casemanager Aalst, voor Casemanager Aalst')
    expect(await weekOf(second)).toHaveLength(2)
    work.clock.now = new Date('2026-11-27T09:00:00Z')
    ;[second, casemanager] = [await work.as('Tweede casemanager Aalst'), await work.as('Casemanager Aalst')]
    expect(await weekOf(second)).toEqual([])
    expect(await weekOf(casemanager)).toHaveLength(2)
    expect((await tasksOn(casemanager, filed.path)).words).toContain('kanarie Casemanager Aalst vandaag')
  })

  it('wie een afwezige vervangt, heeft ook de taken van voor die afwezigheid in de week, en zet ze op klaar in die plaats', async () => {
    const id = await given(work, casemanager, filed, call)
    await setAway('2026-11-25', '2026-11-26')
    second = await work.as('Tweede casemanager Aalst')
    expect(await weekOf(second)).toEqual([['Vr 27 nov', expect.stringMatching(/kanarie.*voor Casemanager Aalst/)]])
    expect((await finish(second, filed, id)).status).toBe(303)
    expect(await timelineOn(coordinator, filed.path)).toContain(
      'klaar door Tweede casemanager Aalst, voor Casemanager Aalst',
    )
  })
})

describe('klaar', () => {
  it('met één druk: uit de week, in de tijdlijn met wie en wanneer, en terug met één druk', async () => {
    const id = await given(work, casemanager, filed, call)
    const done = await finish(casemanager, filed, id)
    expect([done.status, locationOf(done)]).toEqual([303, `${filed.path}?klaar=taak_klaar`])
    expect(await weekOf(casemanager)).toEqual([])
    expect((await itemsOf())[0]).not.toHaveProperty('due')
    expect(await timelineOn(coordinator, filed.path)).toMatch(
      /Taak\s*: Bel de school over de kanarie klaar door Casemanager Aalst, 10\.\d\d uur/,
    )
    const { words } = await tasksOn(casemanager, filed.path)
    expect(words).toMatch(/klaar door Casemanager Aalst Toch niet klaar/)
    expect((await casemanager.post(`${filed.path}/taak/${id}/toch-niet`)).status).toBe(303)
    expect(await weekOf(casemanager)).toHaveLength(1)
    expect(await timelineOn(coordinator, filed.path)).toContain('Een taak weer opengezet')
  })

  it('vanuit de week: u blijft er, en kunt er ook terug', async () => {
    const id = await given(work, casemanager, filed, call)
    const html = await (await casemanager.get('/werkruimte/week')).text()
    const [form = ''] = new RegExp(`action="${filed.path}/taak/${id}/klaar".*?</form>`, 's').exec(html) ?? []
    const done = await casemanager.post(`${filed.path}/taak/${id}/klaar`, fieldsIn(form))
    expect(locationOf(done)).toBe(`/werkruimte/week?klaar=klaar&taak=${filed.reference}.${id}`)
    const week = mainOf(await (await casemanager.get(locationOf(done))).text())
    expect(wordsIn(week)).toContain('Toch niet klaar')
    const back = await casemanager.post(`${filed.path}/taak/${id}/toch-niet`, { terug: 'week' })
    expect(locationOf(back)).toContain('klaar=toch_niet')
    expect(await weekOf(casemanager)).toHaveLength(1)
  })

  it('twee tegelijk: één keer klaar, en de tweede leest dat iemand anders het deed', async () => {
    const id = await given(work, casemanager, filed, call)
    const both = await Promise.all(
      [casemanager, coordinator].map((who) => who.post(`${filed.path}/taak/${id}/klaar`, { versie: '0' })),
    )
    expect(both.map(locationOf).sort()).toEqual([
      `${filed.path}?klaar=taak_klaar`,
      `${filed.path}?klaar=taak_was_klaar`,
    ])
    const again = await casemanager.get(`${filed.path}?klaar=taak_was_klaar`)
    expect(wordsIn(await again.text())).toContain('Iemand anders zette deze taak al op klaar.')
    expect(await itemsOf()).toHaveLength(1)
  })

  it('van een taak die intussen iets anders zegt: de tweede ziet wat er nu staat, en er is niets klaar', async () => {
    const id = await given(work, casemanager, filed, call)
    await coordinator.post(`${filed.path}/taak/${id}`, {
      ...call,
      taak: 'Bel de huisarts',
      wie: 'casemanager-aalst',
      versie: '0',
    })
    const response = await casemanager.post(`${filed.path}/taak/${id}/klaar`, { versie: '0' })
    expect([response.status, wordsIn(await response.text())]).toEqual([409, expect.stringContaining('Bel de huisarts')])
    expect(await whose()).toEqual([`${id} casemanager-aalst`])
  })
})

describe('gewijzigd', () => {
  it('tekst, dag en persoon: in de week van wie ze nu doet, met een lijn wie het deed', async () => {
    const id = await given(work, casemanager, filed, call)
    const page = fieldsIn(mainOf(await (await casemanager.get(`${filed.path}/taak/${id}`)).text()))
    expect([page.taak, page.tegen, page.wie]).toEqual([[call.taak], ['2026-11-27'], ['casemanager-aalst']])
    const fields = { ...page, taak: 'Bel de huisarts', tegen: '26/11/2026', wie: 'coordinator-aalst' }
    for (const _ of ['een druk', 'nog een'])
      expect(locationOf(await casemanager.post(`${filed.path}/taak/${id}`, fields))).toBe(
        `${filed.path}?klaar=taak_gewijzigd`,
      )
    expect(await weekOf(casemanager)).toEqual([])
    expect(await weekOf(coordinator)).toEqual([['Do 26 nov morgen', expect.stringContaining('Bel de huisarts')]])
    const lines = (await work.items('loket')).filter(({ what }) => what === 'taak gewijzigd')
    expect(lines).toMatchObject([{ who: 'casemanager-aalst' }])
  })

  it('twee tegelijk: de tweede leest wat er nu staat, houdt wat getypt is, en kan het alsnog', async () => {
    const id = await given(work, casemanager, filed, call)
    const texts = ['Bel de huisarts', 'Bel de crèche']
    const answers = await Promise.all(
      [casemanager, coordinator].map((who, at) =>
        who.post(`${filed.path}/taak/${id}`, { ...call, taak: texts[at] ?? '', wie: 'casemanager-aalst', versie: '0' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const lost = answers.findIndex(({ status }) => status === 409)
    const html = await (answers[lost] as Response).text()
    expect(wordsIn(html)).toContain(`Er staat nu: ${texts[1 - lost]}`)
    const again = fieldsIn(mainOf(html))
    expect(again.taak).toEqual([texts[lost]])
    expect((await [casemanager, coordinator][lost]?.post(`${filed.path}/taak/${id}`, again))?.status).toBe(303)
    expect((await tasksOn(coordinator, filed.path)).words).toContain(texts[lost])
  })

  it('een dag die voorbij is, mag blijven staan; een andere niet', async () => {
    const id = await given(work, casemanager, filed, call)
    work.clock.now = new Date('2026-12-02T09:00:00Z')
    casemanager = await work.as('Casemanager Aalst')
    const change = (tegen: string) =>
      casemanager.post(`${filed.path}/taak/${id}`, { taak: 'Anders', tegen, wie: 'casemanager-aalst', versie: '0' })
    expect((await change('26/11/2026')).status).toBe(422)
    expect((await change('27/11/2026')).status).toBe(303)
  })
})

describe('het dossier gaat naar iemand anders', () => {
  it('wat van wie het verliest was, is van wie het krijgt; teruggenomen is het weer van hen', async () => {
    await given(work, casemanager, filed, call)
    await given(work, coordinator, filed, { ...call, taak: 'Van de coördinator' })
    await given(work, casemanager, filed, { ...call, taak: 'Al klaar' })
    await finish(casemanager, filed, '03')
    expect((await giveAway()).status).toBe(303)
    expect(await whose()).toEqual(['01 casemanager-aalst-2', '02 coordinator-aalst'])
    expect(await weekOf(casemanager)).toEqual([])
    expect(await weekOf(second)).toHaveLength(1)
    const note = await undoNoteOn(coordinator, filed.path)
    expect((await coordinator.post(`${filed.path}/ongedaan`, note?.fields)).status).toBe(303)
    expect(await whose()).toEqual(['01 casemanager-aalst', '02 coordinator-aalst'])
    expect(await weekOf(casemanager)).toHaveLength(1)
    expect(await weekOf(second)).toEqual([])
  })

  it('teruggenomen nadat de ander er iets mee deed: dat blijft gedaan', async () => {
    await given(work, casemanager, filed, call)
    await given(work, casemanager, filed, { ...call, taak: 'Tweede' })
    await giveAway()
    await finish(second, filed, '01')
    const note = await undoNoteOn(coordinator, filed.path)
    expect((await coordinator.post(`${filed.path}/ongedaan`, note?.fields)).status).toBe(303)
    expect(await whose()).toEqual(['02 casemanager-aalst'])
    expect(await weekOf(casemanager)).toEqual([['Vr 27 nov', expect.stringContaining('Tweede')]])
  })

  it('teruggegeven aan de lijst: naar wie ze gaf, of naar een coördinator', async () => {
    await given(work, coordinator, filed, { ...call, wie: 'casemanager-aalst' })
    await given(work, casemanager, filed, { ...call, taak: 'Zelf' })
    const response = await act(casemanager, 'teruggeven', { toelichting: 'Te veel.' })
    expect(response.status).toBe(303)
    expect(await whose()).toEqual(['01 coordinator-aalst', '02 coordinator-aalst'])
    expect(await weekOf(coordinator)).toHaveLength(2)
  })

  it('alles van een zieke collega overgedragen: de taken gaan mee', async () => {
    await given(work, casemanager, filed, call)
    const done = await coordinator.post('/werkruimte/beheer/mensen/casemanager-aalst/overdragen', {
      ...{ alles: 'ja', naar: 'casemanager-aalst-2', toelichting: 'Ziek.' },
    })
    expect(locationOf(done)).toContain('over=1')
    expect(await whose()).toEqual(['01 casemanager-aalst-2'])
    expect(await weekOf(second)).toHaveLength(1)
  })

  it('een taak die op dat ogenblik erbij komt, gaat mee of wordt geweigerd, en is nooit van wie het kwijt is', async () => {
    for (let round = 0; round < 6; round += 1) {
      filed = await fileHeld(work, { nextOn: '2026-12-01' })
      const [added] = await Promise.all([giveTask(casemanager, filed, call), giveAway()])
      expect([303, 404]).toContain(added.status)
      const expected = added.status === 303 ? ['01 casemanager-aalst-2'] : []
      expect(await whose()).toEqual(expected)
    }
    expect(work.failures).toEqual([])
  })
})

describe('het dossier sluit', () => {
  const close = (visitor = casemanager) => act(visitor, 'afsluiten', { drempels: 'geen', toelichting: 'Klaar.' })

  it('de bladzijde zegt hoeveel taken stoppen; ze staan in de tijdlijn als niet meer gedaan', async () => {
    await given(work, casemanager, filed, call)
    await given(work, casemanager, filed, { ...call, taak: 'Tweede' })
    const page = wordsIn(await (await casemanager.get(`${filed.path}/afsluiten`)).text())
    expect(page).toContain('Dan stoppen ook 2 open taken.')
    expect((await close()).status).toBe(303)
    expect(await whose()).toEqual([])
    expect(await weekOf(casemanager)).toEqual([])
    expect(await timelineOn(casemanager, filed.path)).toMatch(/kanarie niet meer gedaan/)
    const { ttl } = await dossierOf(work, filed.reference)
    expect((await itemsOf()).map((item) => item.ttl)).toEqual([ttl, ttl])
    expect((await itemsOf()).some((item) => 'due' in item)).toBe(false)
    const refused = await giveTask(casemanager, filed, { ...call, eenmalig: 'A'.repeat(22) })
    const words = wordsIn(await refused.text())
    expect([refused.status, words]).toEqual([409, expect.stringContaining('Dit dossier is afgesloten.')])
    expect(words).toContain(call.taak)
    expect((await casemanager.post(`${filed.path}/taak/01/toch-niet`)).status).toBe(409)
  })

  it('teruggenomen staan ze weer open, zonder einde', async () => {
    await given(work, casemanager, filed, call)
    await given(work, casemanager, filed, { ...call, taak: 'Al klaar' })
    await finish(casemanager, filed, '02')
    await close()
    const note = await undoNoteOn(casemanager, filed.path)
    expect((await casemanager.post(`${filed.path}/ongedaan`, note?.fields)).status).toBe(303)
    expect(await whose()).toEqual(['01 casemanager-aalst'])
    expect(await weekOf(casemanager)).toHaveLength(1)
    expect((await itemsOf()).map((item) => 'ttl' in item)).toEqual([false, false])
  })

  it('heropend: wat stopte, kan iemand opnieuw openzetten', async () => {
    await given(work, casemanager, filed, call)
    await close()
    await act(coordinator, 'heropenen', { toelichting: 'Toch niet.' })
    expect(await whose()).toEqual([])
    expect((await itemsOf()).map((item) => 'ttl' in item)).toEqual([false])
    expect((await coordinator.post(`${filed.path}/taak/01/toch-niet`)).status).toBe(303)
    expect(await whose()).toHaveLength(1)
  })
})

it('trekt de aanvrager zelf in voor iemand het dossier heeft: ook die taken stoppen, en eindigen met de antwoorden', async () => {
  const { reference, path, status } = await fileRequest(work)
  filed = { ...filed, reference, path }
  await given(work, coordinator, filed, call)
  await given(work, coordinator, filed, { ...call, taak: 'Al klaar' })
  await finish(coordinator, filed, '02')
  const visitor = work.visitor()
  expect((await visitor.post(`${status}/stoppen`)).status).toBe(303)
  expect(await weekOf(coordinator)).toEqual([])
  expect(await whose()).toEqual([])
  const { ttl } = await dossierOf(work, reference)
  const ends = (await itemsOf()).map((item) => Number(item.ttl))
  expect(ends.every((end) => end > 0 && end < (ttl ?? 0))).toBe(true)
})

describe('wie iets vraagt over zichzelf', () => {
  const kept = () => `/werkruimte/gegevens/dossier/${filed.reference}`

  it('ziet de taak, en neemt ze alleen mee als iemand dat koos', async () => {
    await given(work, casemanager, filed, call)
    expect(wordsIn(await (await coordinator.get(kept())).text())).toContain(call.taak)
    const copy = async (mee: string[]) =>
      (await (await coordinator.post(`${kept()}/export`, { mee, namen: 'zonder' })).json()) as {
        dossiers: { taken: { tekst: string; stand: string }[]; open: object; overige?: unknown }[]
      }
    const [without] = (await copy([])).dossiers
    expect(without?.taken).toMatchObject([{ tekst: 'weggelaten: gaat over iemand anders', stand: 'open' }])
    expect(without?.open).not.toHaveProperty('tasks')
    expect(without).not.toHaveProperty('overige')
    expect(await (await coordinator.get(`${kept()}/export`)).text()).toContain('value="t.01"')
    expect((await copy(['t.01'])).dossiers[0]?.taken).toMatchObject([{ tekst: call.taak }])
  })

  it('wordt gewist met alle taken, ook met een die op dat ogenblik erbij komt', async () => {
    await given(work, casemanager, filed, call)
    await given(work, casemanager, filed, call)
    await finish(casemanager, filed, '02')
    const [, added] = await Promise.all([coordinator.post(`${kept()}/wissen`), giveTask(casemanager, filed, call)])
    expect([303, 404]).toContain(added.status)
    expect(await itemsOf()).toEqual([])
    expect((await work.items('loket')).filter(({ due }) => String(due).startsWith('TAAK#'))).toEqual([])
    expect(await weekOf(casemanager)).toEqual([])
  })
})

describe('een dossier van voor er taken waren', () => {
  it('is te lezen, over te dragen en te wissen', async () => {
    expect(await dossierOf(work, filed.reference)).not.toHaveProperty('tasks')
    expect((await tasksOn(casemanager, filed.path)).words).toContain('Bel en plan het overleg')
    expect((await giveAway()).status).toBe(303)
    expect(await dossierOf(work, filed.reference)).not.toHaveProperty('tasks')
  })

  it('waarvan iemand al het mogelijke deed, blijft te lezen', async () => {
    await place(work, filed.reference, { tasks: { revision: 90, all: 90, open: [] }, holder: 'casemanager-aalst' })
    const response = await giveTask(casemanager, filed, call)
    expect([response.status, wordsIn(await response.text())]).toEqual([
      422,
      expect.stringContaining('al te veel taken'),
    ])
  })
})
