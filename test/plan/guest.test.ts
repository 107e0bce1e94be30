/** The page behind the link to a plan, in every state of it (docs/overleg.md §9, §10). */
import { beforeEach, describe, expect, it } from 'vitest'
import { erasedPlanKey } from '../../functions/shared/store/keys.ts'
import { hiddenOn } from '../support/dossier.ts'
import { startHeld } from '../support/held.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt, usualTable } from '../support/overleg-tables.ts'
import { planOf, type TestPlan } from '../support/plan.ts'
import { locationOf, mainOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let overleg: TestOverleg
let plan: TestPlan
let guest: Visitor
beforeEach(async () => {
  work = await startTestWorkspace()
  ;({ overleg, plan } = await startHeld(work, { start: startOverleg }))
  guest = work.visitor()
})

const map = { wat: 'Brieven in één map steken', wie: 'client', tegen: '2026-12-14' }
const write = { wat: 'De verhuurder schrijven', wie: 'CAW', met: 'OCMW', tegen: '2026-12-18' }
const along = { wat: 'Meegaan naar de bank', wie: 'Buur' }
const ask = { wat: 'Een premie aanvragen', wie: 'CAW', waarom: 'inkomen_schulden' }
const all = [map, write, along, ask]

const pageOf = async (called: string) => readPage(guest, await plan.link(called))
async function press(called: string, fields: Record<string, string>) {
  const path = await plan.link(called)
  const response = await guest.post(path, fields)
  const html = await response.text()
  return { status: response.status, html, words: wordsIn(mainOf(html)), path, response }
}
/** What one card says, by its words. */
async function cardOf(called: string, id: string) {
  const { html } = await pageOf(called)
  const card = html.split('<li ').find((part) => part.includes(`data-afspraak="${id}"`))
  if (card === undefined) throw new Error(`There is no ${id} on the page of ${called}`)
  const buttons = [...card.matchAll(/<button[^>]* name="stand\.(\w+)" value="(\w+)"[^>]*>([^<]*)/g)]
  return {
    words: wordsIn(`<li ${card}`),
    classes: /class="([^"]*)"/.exec(card)?.[1],
    buttons: buttons.map(([, , value, words]) => `${value}: ${words}`),
  }
}
const shownOn = (html: string) => [...html.matchAll(/data-afspraak="(\w+)"/g)].map(([, id]) => id)

describe('loopt', () => {
  beforeEach(() => plan.agreed({ afspraken: all }))

  it('toont wat de dienst doet, waarom, en tegen wanneer; niets van een ander', async () => {
    const { status, html, words } = await pageOf('CAW')
    expect([status, shownOn(html)]).toEqual([200, ['a2', 'a4']])
    expect(words).toContain(`Lokaal cliëntoverleg · ${plan.reference}`)
    expect(words).toContain('Uw afspraken')
    expect(words).toContain('CAW Voorbeeld sprak dit af. De cliënt ging akkoord op maandag 7 december 2026.')
    expect((await cardOf('CAW', 'a2')).words).toContain(
      'De verhuurder schrijven OCMW Voorbeeld helpt mee. Waarom? ‘Een droge kamer voor de kinderen.’ tegen vrijdag 18 december 2026',
    )
    expect((await cardOf('CAW', 'a4')).words).toContain(
      'Waarom? ‘Geen deurwaarder meer.’ loopt door tot de evaluatie op zondag 7 maart 2027',
    )
    expect(words).toContain('U ziet hier alleen wat CAW Voorbeeld doet. Zo wil de cliënt het.')
    expect(words).toContain(
      'Wat u aanduidt, ziet Casemanager Aalst meteen. U hoeft niet te mailen. Vragen? Bel 053 00 00 02',
    )
    expect(words).toContain('Wil de cliënt stoppen? Bel Casemanager Aalst, casemanager, 053 00 00 02 , vandaag nog.')
    expect(words).toContain('Deze pagina is voor CAW Voorbeeld .')
    expect(words).not.toMatch(/Brieven|bank|veranderd/)
    expect(html).not.toContain('data-heel-plan')
    expect((await cardOf('CAW', 'a2')).buttons).toEqual(['gedaan: Gedaan', 'lukt_niet: Lukt niet', 'bel_mij: Bel mij'])
  })

  it('wie helpt, leest wie het doet', async () => {
    const { words } = await cardOf('OCMW', 'a2')
    expect(words).toContain('De verhuurder schrijven CAW Voorbeeld doet dit. U helpt mee. Waarom?')
  })

  it('wie de cliënt zelf vroeg, leest geen waarom, en niet hoe dit overleg heet', async () => {
    const { words, html } = await pageOf('Buur')
    expect(shownOn(html)).toEqual(['a3'])
    expect(words).toContain(`Overleg · ${plan.reference}`)
    expect(words).toContain('U sprak dit af.')
    expect(words).toContain('loopt door tot we samen kijken, op zondag 7 maart 2027')
    expect(words).toContain('U ziet hier alleen wat u doet. Zo wil de cliënt het.')
    expect(words).toContain('Deze pagina is voor wie de cliënt zelf vroeg.')
    expect(words).not.toMatch(/Waarom|Lokaal cliëntoverleg/)
  })

  it.each([
    ['gedaan', 'Genoteerd: gedaan. Dank u.', ['lukt_niet: Toch niet gelukt']],
    [
      'lukt_niet',
      'Genoteerd: dit lukt niet. U hoeft niet te schrijven waarom. Casemanager Aalst belt u. Intussen blijft de afspraak staan.',
      ['gedaan: Toch gedaan', 'bel_mij: Bel mij'],
    ],
    ['bel_mij', 'Genoteerd: Casemanager Aalst belt u.', ['gedaan: Gedaan', 'lukt_niet: Lukt niet']],
    [
      'niet_afgesproken',
      'Genoteerd: dit is niet met u afgesproken. Casemanager Aalst belt u.',
      ['gedaan: Gedaan', 'lukt_niet: Lukt niet', 'bel_mij: Bel mij'],
    ],
  ])('%s is genoteerd, en kan nog veranderen', async (value, noted, buttons) => {
    const { status, path, response } = await press('CAW', { 'stand.a2': value })
    expect([status, locationOf(response)]).toEqual([303, `${path}?klaar=a2`])
    const { words } = await readPage(guest, locationOf(response))
    expect(words.replaceAll(/\s+/g, ' ')).toContain(noted)
    expect(words).toContain('Dit gaat over ‘De verhuurder schrijven’.')
    const card = await cardOf('CAW', 'a2')
    expect(card.words).toContain('Gemeld op maandag 7 december 2026 om 10.00 uur.')
    expect(card.words.includes('Casemanager Aalst belt u.')).toBe(value !== 'gedaan')
    expect(card.buttons).toEqual(buttons)
    // Without the address that says so, nothing is said to be new.
    expect((await pageOf('CAW')).words).not.toContain('Genoteerd')
    expect((await plan.now()).said.get(await overleg.idOf('CAW'))).toMatchObject({
      revision: 1,
      stands: { a2: { stand: value } },
    })
    await press('CAW', { 'stand.a2': value === 'gedaan' ? 'lukt_niet' : 'gedaan' })
    expect((await plan.now()).said.get(await overleg.idOf('CAW'))).toMatchObject({ revision: 2 })
  })

  it('een adres alleen beweert niets', async () => {
    const path = await plan.link('CAW')
    for (const made of ['a2', 'a1', 'constructor', 'x'])
      expect((await readPage(guest, `${path}?klaar=${made}`)).words).not.toContain('Genoteerd')
  })

  it('twee keer hetzelfde is één antwoord', async () => {
    for (let time = 0; time < 3; time += 1) expect((await press('CAW', { 'stand.a2': 'gedaan' })).status).toBe(303)
    expect((await plan.now()).said.get(await overleg.idOf('CAW'))?.revision).toBe(1)
  })

  it('wie helpt, zegt dat voor zichzelf', async () => {
    await press('OCMW', { 'stand.a2': 'lukt_niet' })
    expect((await cardOf('OCMW', 'a2')).words).toContain('lukt niet')
    expect((await cardOf('CAW', 'a2')).words).not.toContain('lukt niet')
  })

  it.each([
    ['2026-12-18T22:59:59Z', false],
    ['2026-12-18T23:00:00Z', true],
  ])('te laat is wat een dag later nog openstaat: %s geeft %s', async (now, late) => {
    work.clock.now = new Date(now)
    const card = await cardOf('CAW', 'a2')
    expect([card.classes, card.words.includes('te laat: tegen vrijdag 18 december 2026')]).toEqual([
      late ? 'lo-taak laat' : 'lo-taak',
      late,
    ])
  })

  it('laat staat bovenaan, gedaan onderaan; wat gedaan is, is nooit te laat', async () => {
    await press('CAW', { 'stand.a2': 'gedaan' })
    work.clock.now = new Date('2027-01-04T09:00:00Z')
    const card = await cardOf('CAW', 'a2')
    expect(card.classes).toBe('lo-taak klaar')
    expect(card.words).not.toContain('te laat')
    expect(shownOn((await pageOf('CAW')).html)).toEqual(['a4', 'a2'])
    await press('CAW', { 'stand.a2': 'lukt_niet' })
    expect(shownOn((await pageOf('CAW')).html)).toEqual(['a2', 'a4'])
  })

  it('geen open afspraken meer: dank u, en wat u zei blijft te veranderen', async () => {
    await press('Buur', { 'stand.a3': 'gedaan' })
    const { words, html } = await pageOf('Buur')
    expect(words).toContain('U hebt geen open afspraken meer. Dank u.')
    expect(shownOn(html)).toEqual(['a3'])
    expect((await cardOf('Buur', 'a3')).buttons).toEqual(['lukt_niet: Toch niet gelukt'])
  })

  it('wie nergens in staat en niet alles leest, heeft niets te doen', async () => {
    await plan.write({ afspraken: [map, write] })
    await plan.agree()
    expect((await pageOf('Buur')).words).toContain('U hebt geen open afspraken meer. Dank u.')
  })

  it.each([
    {},
    { 'stand.a2': 'misschien' },
    { 'stand.a2': '' },
    { 'stand.a2': 'gedaan', 'stand.a4': 'gedaan' },
    { 'stand.a2': 'constructor' },
  ] as Record<string, string>[])('een antwoord dat er geen is: %o', async (fields) => {
    const { status, words, html } = await press('CAW', fields)
    expect(status).toBe(422)
    expect(words).toContain('Er is een probleem Kies bij één afspraak wat u wilt melden')
    expect(html).toContain('<title>Fout: Uw afspraken')
    expect(html).toContain('href="#stand-a2"')
    expect(html).toContain('id="stand-a2"')
    expect((await plan.now()).said.size).toBe(0)
  })

  it.each([['a3'], ['a1'], ['a99'], ['x']])('wat niet van u is, verandert niets: %s', async (id) => {
    const { status, words } = await press('CAW', { [`stand.${id}`]: 'lukt_niet' })
    expect(status).toBe(409)
    expect(words).toContain('Uw antwoord is niet bewaard: dit is geen afspraak van u meer.')
    expect(words).toContain('Dit was uw antwoord: lukt niet.')
    expect(words).toContain('De verhuurder schrijven')
    expect(words).not.toMatch(/Brieven|bank/)
    expect((await plan.now()).said.size).toBe(0)
  })
})

describe('wie er niet bij was', () => {
  it('leest dat het nog te vragen is, en kan zeggen dat het niet klopt', async () => {
    ;({ overleg, plan } = await startHeld(work, { start: startOverleg, absent: ['CAW'] }))
    await plan.agreed({ afspraken: all })
    const { words } = await pageOf('CAW')
    expect(words).toContain('Klopt dit voor CAW Voorbeeld ? U was er niet bij toen dit werd afgesproken.')
    const card = await cardOf('CAW', 'a2')
    expect(card.words).toContain('nog te vragen')
    expect(card.buttons.at(-1)).toBe('niet_afgesproken: Dit spraken wij niet af')
    // Nobody said yes to it: then it is not late either.
    work.clock.now = new Date('2027-01-04T09:00:00Z')
    expect((await cardOf('CAW', 'a2')).classes).toBe('lo-taak')
    await press('CAW', { 'stand.a2': 'niet_afgesproken' })
    expect((await cardOf('CAW', 'a2')).words).not.toContain('nog te vragen')
    expect((await cardOf('Buur', 'a3')).buttons).not.toContain('niet_afgesproken: Dit sprak ik niet af')
  })
})

describe('de cliënt is het er niet mee eens', () => {
  const words = 'Ik wil dat zelf doen.'
  const disagreed = async (agreement = {}) => {
    const client = await overleg.idOf('client')
    await plan.agreed(
      { afspraken: all },
      { disagreed: { a2: { [client]: words }, a3: { [client]: words } }, ...agreement },
    )
  }

  it('wie mag weten waarom, leest het in eigen woorden; een ander alleen dat het zo is', async () => {
    await disagreed()
    const bound = await cardOf('CAW', 'a2')
    expect(bound.words).toContain(
      'De cliënt is het hier niet mee eens: ‘Ik wil dat zelf doen.’ Doe dit nog niet. Bel Casemanager Aalst, casemanager, 053 00 00 02 .',
    )
    expect(bound.buttons).toEqual(['bel_mij: Bel mij'])
    const other = await cardOf('Buur', 'a3')
    expect(other.words).toContain('De cliënt is het hier niet mee eens. Doe dit nog niet.')
    expect(other.words).not.toContain(words)
  })

  it('ook wie het hele plan leest; wie het niet doet, hoeft ook niets te laten', async () => {
    await disagreed({ whole: [await overleg.idOf('Buur')] })
    expect((await cardOf('Buur', 'a3')).words).toContain(words)
    const all = (await readPage(guest, `${await plan.link('Buur')}/heel`)).words
    expect(all.split(words)).toHaveLength(3)
    expect(all.split('Doe dit nog niet')).toHaveLength(2)
  })

  it('wat niet mag, is nooit te laat; wie het toch deed, kan het zeggen', async () => {
    await disagreed()
    work.clock.now = new Date('2027-01-04T09:00:00Z')
    expect((await cardOf('CAW', 'a2')).classes).toBe('lo-taak')
    expect((await press('CAW', { 'stand.a2': 'gedaan' })).status).toBe(303)
  })
})

describe('het plan is veranderd', () => {
  beforeEach(() => plan.agreed({ afspraken: all }))

  it('zegt hoeveel er nieuw is, anders, niet meer nodig, en wat bleef', async () => {
    work.clock.now = new Date('2026-12-14T09:00:00Z')
    await plan.agreed({
      afspraken: [
        map,
        { ...write, tegen: '2026-12-23' },
        { ...along, wie: 'CAW' },
        { wat: 'De kinderbijslag nakijken', wie: 'CAW' },
        { wat: 'Het attest opvragen', wie: 'CAW' },
      ],
    })
    expect((await pageOf('CAW')).words).toContain(
      'Het plan is veranderd op maandag 14 december 2026. 3 afspraken van u zijn nieuw. Eén is veranderd. Eén is niet meer nodig.',
    )
    expect((await pageOf('Buur')).words).toContain('Eén afspraak van u doet iemand anders nu.')
    // What somebody helps with is theirs too.
    expect((await pageOf('OCMW')).words).toContain('Eén afspraak van u is veranderd.')
  })

  it('wat bleef, blijft staan met wat erover gezegd is', async () => {
    await press('CAW', { 'stand.a2': 'gedaan' })
    await plan.agreed({ afspraken: [map, write, along, ask, { wat: 'Het attest opvragen', wie: 'CAW' }] })
    expect((await pageOf('CAW')).words).toContain('Eén afspraak van u is nieuw. De rest bleef.')
    expect((await pageOf('Buur')).words).toContain('Voor u bleef alles hetzelfde.')
    expect((await cardOf('CAW', 'a2')).words).toContain('gedaan')
  })

  it('wat gelukt is, heet niet weggevallen', async () => {
    await plan.evaluate('verder', { evaluationOn: '2027-04-01', outcomes: { a2: 'gelukt', a4: 'niet_meer_nodig' } })
    expect((await pageOf('CAW')).words).toContain('Eén afspraak van u is klaar. Eén is niet meer nodig.')
    expect((await pageOf('CAW')).words).toContain('U hebt geen open afspraken meer. Dank u.')
  })

  it('wat gelukt is terwijl er een nieuw overleg komt, is af: er valt niets meer over te zeggen', async () => {
    await plan.evaluate('overleg', { outcomes: { a2: 'gelukt', a4: 'deels' } })
    const card = await cardOf('CAW', 'a2')
    expect([card.classes, card.buttons]).toEqual(['lo-taak klaar', []])
    expect(card.words).toContain('gelukt')
    const { status, words } = await press('CAW', { 'stand.a2': 'lukt_niet' })
    expect(status).toBe(409)
    expect(words).toContain('Uw antwoord is niet bewaard: deze afspraak is al afgerond.')
  })

  it('een druk op wat intussen niet meer nodig is, wordt niet bewaard; er staat wat nu geldt', async () => {
    await plan.agreed({ afspraken: [map, along, ask] })
    const { status, words } = await press('CAW', { 'stand.a2': 'gedaan' })
    expect(status).toBe(409)
    expect(words).toContain(
      'Uw antwoord is niet bewaard: dit is geen afspraak van u meer. Hieronder staat wat nu geldt.',
    )
    expect(words).toContain('Een premie aanvragen')
    expect((await plan.now()).said.size).toBe(0)
  })

  it('niet meer aan tafel: wie helpt, leest dat nog niemand het doet', async () => {
    await overleg.leaves('CAW')
    expect((await cardOf('OCMW', 'a2')).words).toContain('Nog niemand doet dit. U helpt mee.')
  })
})

describe('het hele plan', () => {
  const wholeOf = async (called: string) => readPage(guest, `${await plan.link(called)}/heel`)

  it('wie het van de cliënt mag lezen, leest alles; waarom alleen wie dat ook mag weten', async () => {
    const [caw, buur] = await Promise.all(['CAW', 'Buur'].map((called) => overleg.idOf(called)))
    await plan.agreed({ afspraken: all }, { whole: [caw ?? '', buur ?? ''] })
    const path = await plan.link('CAW')
    const own = await readPage(guest, path)
    expect(own.words).toContain('De cliënt vond goed dat u het hele plan leest. Lees het plan, versie 01')
    expect(own.html).toContain(`href="${path}/heel"`)
    expect(own.html).not.toContain('data-heel-plan')
    const { status, html, words } = await wholeOf('CAW')
    expect(status).toBe(200)
    expect(html).toContain('data-heel-plan')
    expect(words).toContain('Plan van aanpak, versie 01')
    expect(words).toContain('De cliënt ging akkoord op maandag 7 december 2026. Evaluatie op zondag 7 maart 2027.')
    expect(words).toContain('Wanneer Eerst Loopt goed De school is dichtbij. Doel ‘Een droge kamer voor de kinderen.’')
    expect(words).toContain('Brieven in één map steken De cliënt doet dit. Waarom?')
    expect(words).toContain('Meegaan naar de bank Iemand rond de cliënt doet dit.')
    expect(words).toContain('De verhuurder schrijven U doet dit. OCMW Voorbeeld helpt mee.')
    expect(html).not.toContain('name="stand.')
    const other = await wholeOf('Buur')
    expect(other.words).toContain('Brieven in één map steken De cliënt doet dit. tegen')
    expect(other.words).not.toMatch(/Waarom|droge kamer|deurwaarder|school|Wonen/)
    expect(other.words).not.toMatch(/Noor|Sam Voorbeeld/)
  })

  it('wie het leest zonder eigen afspraak, leest dat', async () => {
    await plan.agreed({ afspraken: [map, write] }, { whole: [await overleg.idOf('Buur')] })
    const { words } = await pageOf('Buur')
    expect(words).toContain('Het plan U hebt zelf geen afspraken in dit plan. De cliënt ging akkoord op')
    expect(words).toContain('Lees het plan, versie 01')
  })

  it('wie het niet (meer) mag lezen, komt op de eigen pagina', async () => {
    ;({ overleg, plan } = await startHeld(work, { table: usualTable }))
    await plan.agreed({ afspraken: all }, { whole: [await overleg.idOf('CAW')] })
    expect((await wholeOf('CAW')).status).toBe(200)
    const path = await plan.link('CAW')
    for (const before of [() => plan.agreed({ afspraken: all }), () => plan.evaluate('afsluiten')]) {
      await before()
      const answer = await guest.get(`${path}/heel`)
      expect([answer.status, locationOf(answer)]).toEqual([303, path])
    }
  })
})

/** Through the werkruimte, by a coordinator. */
async function move(action: string) {
  const coordinator = await work.as('Coördinator Aalst')
  const path = `/werkruimte/dossier/${plan.reference}/${action}`
  const { revision = '', bij = '' } = await hiddenOn(coordinator, path)
  expect((await coordinator.post(path, { revision, bij })).status).toBe(303)
}

describe('voorbij', () => {
  beforeEach(async () => {
    ;({ overleg, plan } = await startHeld(work, { table: usualTable }))
    await plan.agreed({ afspraken: all })
  })

  it('de cliënt stopt: de afspraken stoppen, geen reden, geen knop', async () => {
    await move('intrekken')
    const { status, words, html } = await pageOf('CAW')
    expect(status).toBe(200)
    expect(words).toContain('Het plan is gestopt')
    expect(words).toContain('De afspraken stoppen.')
    expect(words).toContain('Uw eigen hulp aan de cliënt loopt door.')
    expect(words).toContain('Vragen? Bel Casemanager Aalst, casemanager, 053 00 00 02')
    expect(html).not.toMatch(/<button|verhuurder|Waarom/)
    const refused = await press('CAW', { 'stand.a2': 'gedaan' })
    expect(refused.status).toBe(409)
    expect(refused.words).toContain('Uw antwoord is niet bewaard: het plan is gestopt.')
  })

  it('afgesloten: dank u, en wanneer de pagina verdwijnt; dan de dode link', async () => {
    await plan.evaluate('afsluiten')
    const { file } = await plan.now()
    const { ttl = 0 } = file.dossier
    const { status, words, html } = await pageOf('CAW')
    expect(status).toBe(200)
    expect(words).toContain('Dit plan is afgesloten')
    expect(words).toContain('Dank u voor uw werk. Deze pagina verdwijnt op zondag 7 maart 2027.')
    expect(words).toContain('Bewaar wat u nodig hebt in uw eigen dossier.')
    expect((await pageOf('Buur')).words).not.toContain('dossier')
    expect(html).not.toMatch(/<button|verhuurder/)
    expect((await press('CAW', { 'stand.a2': 'gedaan' })).words).toContain('het plan is afgesloten.')
    const path = await plan.link('CAW')
    work.clock.now = new Date(ttl * 1000 - 1)
    expect((await guest.get(path)).status).toBe(200)
    work.clock.now = new Date(ttl * 1000)
    expect([404, 410]).toContain((await guest.get(path)).status)
  })

  it('gewist: op welke dag, en dat het eigen dossier het dossier is', async () => {
    const path = await plan.link('CAW')
    const { client, DeleteCommand, PutCommand } = await work.connection.dynamo()
    const TableName = work.connection.tables.loket
    for (const { pk, sk } of await work.items('loket'))
      if (String(pk).startsWith('TAFEL#')) await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }))
    expect((await guest.get(path)).status).toBe(404)
    const Item = { ...erasedPlanKey(plan.reference), on: '2026-12-06', network: 'aalst' }
    await client.send(new PutCommand({ TableName, Item }))
    const { status, words } = await readPage(guest, path)
    expect(status).toBe(410)
    expect(words).toContain('Dit plan is gewist op zondag 6 december 2026')
    expect(words).toContain('Loket bewaart een plan niet langer dan nodig. Uw eigen dossier is het dossier.')
    expect((await readPage(guest, `${path}/heel`)).status).toBe(410)
    const sent = await guest.post(path, { 'stand.a2': 'gedaan' })
    expect(sent.status).toBe(410)
    expect(wordsIn(await sent.text())).toContain('Uw antwoord is niet bewaard: dit plan is er niet meer.')
  })
})

it('zonder cliënt aan tafel staat er niets van een cliënt', async () => {
  work.clock.now = new Date('2026-11-30T09:00:00Z')
  overleg = await startOverleg(work, {
    by: 'Bemiddelaar OTA',
    dossier: { network: 'ota', form: 'aanmelding', trend: { soort: 'intervisie' } },
    table: [
      { wie: 'spilfiguur', naam: 'Sam Voorbeeld', dienst: 'OCMW Voorbeeld', email: 'sam@ocmw.example' },
      { naam: 'Noor Voorbeeld', dienst: '', email: 'noor@caw.example' },
    ],
  })
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  work.clock.now = new Date('2026-12-07T09:00:00Z')
  const mediator = await work.as('Bemiddelaar OTA')
  const present = { 'aanwezig.p0': 'aanwezig', 'aanwezig.p1': 'aanwezig' }
  await sendPage(mediator, `${overleg.path}/verslag`, { ...present, datum: '2027-03-01', toelichting: 'Zo is het.' })
  plan = planOf(work, overleg)
  const goals = [
    { domein: 'leervraag', wanneer: 'eerst' as const, texts: { goed: '', minder_goed: '', doel: 'Leren.' } },
  ]
  await plan.agreed(
    { goals, afspraken: [{ wat: 'Een casus kiezen', wie: 'OCMW', met: 'Noor' }] },
    { whole: [await overleg.idOf('Sam')] },
  )
  for (const path of [await plan.link('OCMW'), `${await plan.link('OCMW')}/heel`, await plan.link('Noor')]) {
    const { status, words } = await readPage(guest, path)
    expect([path, status]).toEqual([path, 200])
    expect(words).toContain('Een casus kiezen')
    expect(words).not.toMatch(/cli[eë]nt/i)
  }
  expect((await pageOf('OCMW')).words).toContain('Een casus kiezen Iemand aan tafel helpt mee.')
  expect((await pageOf('Noor')).words).toContain('U ziet hier alleen wat Noor Voorbeeld doet.')
})
