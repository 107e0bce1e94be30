/** The page on which a plan is written: filled in, kept half-way, complete, and two at once (docs/overleg.md §9). */
import { gzipSync } from 'node:zlib'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startHeld } from '../support/held.ts'
import { errorsIn } from '../support/lco.ts'
import { startFiled, type TestOverleg } from '../support/overleg.ts'
import { fullTable } from '../support/overleg-tables.ts'
import type { TestPlan } from '../support/plan.ts'
import { type Fields, fieldsIn, locationOf, mainOf, readPage, sendPage, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace()
})

let overleg: TestOverleg
let plan: TestPlan
let tom: Visitor

beforeEach(async () => {
  ;({ overleg, plan } = await startHeld(work, { absent: ['Mia'] }))
  tom = await work.as('Casemanager Aalst')
})

const page = () => readPage(tom, plan.path)
const send = (fields: Fields) => sendPage(tom, plan.path, fields)

/** All that a plan needs: the client of the table does the first thing, OCMW the second. */
const whole: Fields = {
  'doelen[0].wanneer': 'eerst',
  'doelen[0].doel': 'Geen deurwaarder meer aan de deur.',
  'doelen[1].wanneer': 'niet',
  'doelen[2].wanneer': 'later',
  'doelen[2].doel': 'Een droge kamer.',
  'afspraken[0].wat': 'Alle brieven in één map steken',
  'afspraken[0].wie': 'p0',
  'afspraken[0].waarom': 'inkomen_schulden',
  'afspraken[0].tegen': '14/12/2026',
  'afspraken[1].wat': 'Een afbetaalplan vragen',
  'afspraken[1].wie': 'p1',
  'afspraken[1].met': 'p2',
  'afspraken[1].waarom': 'inkomen_schulden',
  evaluatie_op: '1/3/2027',
}

describe('ingevuld en bewaard', () => {
  it('begint met wat de aanvraag zei, en met drie lege afspraken', async () => {
    const { html, words } = await page()
    expect(words).toContain('Al ingevuld uit de aanvraag. Verbeter het samen met de cliënt.')
    expect(words).toContain('Wat de cliënt wil, zei de aanvraag: ‘Eén aanspreekpunt, en rust in huis.’')
    const fields = fieldsIn(mainOf(html))
    expect(fields).toMatchObject({
      'doelen[1].domein': ['gezondheid'],
      'doelen[1].goed': ['De huisarts kent het gezin goed.'],
      'doelen[2].minder_goed': ['Dreigende uithuiszetting.'],
      'afspraken[2].wat': [''],
    })
    expect(fields['doelen[0].wanneer']).toBeUndefined()
    expect(words).toContain('Papieren sorteren met een buur.')
    expect(words).toContain('Er vertrekt nog niets.')
  })

  it('nog een afspraak geeft een rij meer, en bewaart niets', async () => {
    const more = await send({ ...whole, actie: 'rij' })
    expect(fieldsIn(mainOf(await more.text()))).toMatchObject({ 'afspraken[4].wat': [''], 'afspraken[1].met': ['p2'] })
    expect((await plan.now()).plan.revision).toBe(0)
  })

  it('half bewaard mag er van alles ontbreken; het staat er daarna nog, en niets vertrok', async () => {
    const kept = await send({ 'doelen[0].doel': 'Rust', 'afspraken[0].wat': 'Half', actie: 'bewaar' })
    expect(locationOf(kept)).toBe(`${plan.path}?klaar=bewaard`)
    const { html, words } = await readPage(tom, locationOf(kept))
    expect(words).toContain('Het plan is bewaard. Er vertrok niets.')
    expect(words).toContain('Nog niets gekozen, en dat is geen ‘niet’.')
    expect(fieldsIn(mainOf(html))).toMatchObject({ 'doelen[0].doel': ['Rust'], 'afspraken[0].wat': ['Half'] })
    expect(await plan.sent()).toEqual([])
  })

  it('wat getypt wordt, staat verzegeld', async () => {
    await send({ ...whole, 'doelen[0].doel': 'Kanariedoel', 'afspraken[0].wat': 'Kanarieafspraak', actie: 'bewaar' })
    expect(JSON.stringify(await work.items('loket'))).not.toContain('Kanarie')
  })

  it('een afspraak die leeggemaakt wordt, is er geen meer; de andere houdt wat erover gezegd is', async () => {
    await send({ ...whole, actie: 'bewaar' })
    await send({ 'afspraken[0].wat': '', 'afspraken[0].wie': '', 'afspraken[0].tegen': '', actie: 'bewaar' })
    expect((await plan.now()).plan.afspraken.map(({ id }) => id)).toEqual(['a2'])
  })

  it('met alles ingevuld gaat het naar het akkoord', async () => {
    expect(locationOf(await send(whole))).toBe(`${plan.path}/akkoord`)
    expect((await plan.now()).file.dossier).toMatchObject({
      state: 'overleg_gehouden',
      actionPlan: { state: 'concept' },
    })
  })
})

describe('wat niet kan, krijgt een zin: het getypte blijft, niets verandert', () => {
  it.each<[string, Fields, string]>([
    ['een afspraak zonder wie', { 'afspraken[0].wie': '' }, 'Afspraak 1: kies wie het doet'],
    ['een afspraak zonder waarom', { 'afspraken[1].waarom': '' }, 'Afspraak 2: kies waarom'],
    ['een afspraak zonder wat', { 'afspraken[0].wat': '' }, 'Afspraak 1: vul in wat'],
    [
      'een dag die niet bestaat',
      { 'afspraken[0].tegen': '31/2/2027' },
      'Afspraak 1: vul een datum in, bijvoorbeeld 21/5/2021',
    ],
    ['iemand die hier niet zit', { 'afspraken[0].wie': 'p77' }, 'Afspraak 1: kies wie het doet'],
    ['iemand die zichzelf helpt', { 'afspraken[1].met': 'p1' }, 'Afspraak 2: kies iemand anders die helpt'],
    [
      'een teken te veel',
      { 'afspraken[0].wat': 'z'.repeat(201) },
      'Afspraak 1: 1 teken te veel. U kunt hier hoogstens 200 tekens schrijven.',
    ],
    ['een rijksregisternummer', { 'doelen[1].goed': 'Nummer 85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
    [
      'afgesproken morgen',
      { 'afspraken[0].afgesproken_op': '8/12/2026' },
      'Afspraak 1: kies een dag die niet in de toekomst ligt',
    ],
    [
      'afgesproken voor het overleg',
      { 'afspraken[0].afgesproken_op': '6/12/2026' },
      'Afspraak 1: kies een dag vanaf het overleg',
    ],
    ['een levensdomein zonder keuze', { 'doelen[1].wanneer': '' }, 'Gezondheid: kies eerst, later of niet'],
    ['een doel zonder woorden', { 'doelen[0].doel': ' ' }, 'Inkomen &amp; schulden: vul in wat de cliënt wil'],
    ['twee keer hetzelfde levensdomein', { 'doelen[3].domein': 'gezondheid' }, 'Dit levensdomein staat er al'],
    ['geen evaluatie', { evaluatie_op: '' }, 'Kies een evaluatie binnen 6 maanden'],
    ['een evaluatie na zes maanden', { evaluatie_op: '8/6/2027' }, 'Kies een evaluatie binnen 6 maanden'],
    ['een evaluatie vandaag', { evaluatie_op: '7/12/2026' }, 'Kies een evaluatie binnen 6 maanden'],
  ])('%s', async (_, fields, error) => {
    const response = await send({ ...whole, 'doelen[2].goed': 'Blijft staan', ...fields })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(fieldsIn(mainOf(html))['doelen[2].goed']).toEqual(['Blijft staan'])
    expect((await plan.now()).plan.revision).toBe(0)
  })

  it('geen enkele afspraak, en 31 afspraken', async () => {
    const none = await send({
      ...whole,
      ...Object.fromEntries(
        Object.keys(whole)
          .filter((name) => name.startsWith('afspraken'))
          .map((name) => [name, '']),
      ),
    })
    expect(errorsIn(await none.text())).toEqual(['Vul minstens één afspraak in'])
    const many = Object.fromEntries(
      Array.from({ length: 31 }, (_, at) => [
        [`afspraken[${at}].wat`, `Ding ${at}`],
        [`afspraken[${at}].wie`, 'p0'],
        [`afspraken[${at}].waarom`, 'inkomen_schulden'],
      ]).flat(),
    )
    const response = await send({ ...whole, ...many })
    expect([response.status, errorsIn(await response.text())]).toEqual([422, ['Afspraak 31: hoogstens 30 afspraken']])
  })

  it('op de laatste dag kan de evaluatie nog', async () => {
    expect((await send({ ...whole, evaluatie_op: '7/6/2027' })).status).toBe(303)
  })

  it('wie van tafel ging, kan het niet meer doen', async () => {
    await send({ ...whole, actie: 'bewaar' })
    const fields = fieldsIn(mainOf((await page()).html))
    await overleg.leaves('OCMW')
    const response = await tom.post(plan.path, { ...fields, revision: String((await plan.now()).plan.revision) })
    expect([response.status, errorsIn(await response.text())]).toEqual([
      422,
      ['Afspraak 2: OCMW Voorbeeld zit niet meer aan tafel. Kies iemand anders'],
    ])
    expect((await page()).words).toContain('OCMW Voorbeeld zit niet meer aan tafel. Kies iemand anders.')
  })
})

describe('wat gevraagd wordt, maar niemand tegenhoudt', () => {
  it('een dag na de evaluatie, veel op eerst, en een cliënt zonder afspraak', async () => {
    await send({
      ...whole,
      'doelen[3].domein': 'persoon',
      'doelen[4].domein': 'netwerk',
      ...Object.fromEntries(
        [0, 1, 2, 3, 4].flatMap((at) => [
          [`doelen[${at}].wanneer`, 'eerst'],
          [`doelen[${at}].doel`, 'Beter'],
        ]),
      ),
      'afspraken[0].wie': 'p4',
      'afspraken[0].tegen': '2/3/2027',
    })
    const { html, words } = await readPage(tom, `${plan.path}/akkoord`)
    expect(html).toContain(`href="${plan.path}#afspraken-0-tegen">Verander het</a>`)
    expect(words).toContain('Dinsdag 2 maart 2027 valt na de evaluatie van maandag 1 maart 2027.')
    expect(words).toContain(
      '5 doelen staan op ‘eerst’ Dat is veel voor één gezin. Wat kan later? U mag ook gewoon doorgaan.',
    )
    expect(words).toContain('De cliënt heeft geen eigen afspraak Klopt dat?')
  })

  it('wie er niet was: nog te vragen, tot er staat wanneer het afgesproken is', async () => {
    await send({ ...whole, 'afspraken[1].wie': 'p3', actie: 'bewaar' })
    expect((await page()).words).toContain('Nog te vragen: Wonen Voorbeeld was niet op het overleg.')
    const akkoord = () => readPage(tom, `${plan.path}/akkoord`)
    expect((await akkoord()).words).toContain('Afspraak 2: nog te vragen Wonen Voorbeeld was niet op het overleg.')
    await send({ 'afspraken[1].afgesproken_op': '7/12/2026', actie: 'bewaar' })
    expect((await page()).words).not.toContain('Nog te vragen')
    expect((await page()).words).toContain('Samen met Zoë D’Hondt, CAW Voorbeeld , afgesproken op 7/12/2026')
    expect((await akkoord()).words).not.toContain('Afspraak 2: nog te vragen')
  })
})

describe('twee tegelijk', () => {
  it('de tweede ziet de twee teksten, en niets ging verloren', async () => {
    await send({ ...whole, actie: 'bewaar' })
    const fields = fieldsIn(mainOf((await page()).html))
    const other = await work.as('Coördinator Aalst')
    await sendPage(other, plan.path, {
      'afspraken[0].wat': 'Tekst van de eerste',
      'afspraken[2].wat': 'Erbij van de eerste',
      'afspraken[2].wie': 'p4',
      actie: 'bewaar',
    })
    const late = await tom.post(plan.path, {
      ...fields,
      'afspraken[0].wat': 'Tekst van de tweede',
      'afspraken[2].wat': 'Erbij van de tweede',
      actie: 'bewaar',
    })
    const html = await late.text()
    expect(late.status).toBe(409)
    const { words } = { words: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') }
    expect(words).toContain('Iemand anders bewaarde intussen dit plan')
    expect(words).toContain('Coördinator Aalst, om 10.00 uur.')
    expect(words).toContain('Intussen bewaard: ‘Tekst van de eerste’')
    const again = fieldsIn(mainOf(html))
    expect(again['afspraken[0].wat']).toEqual(['Tekst van de tweede'])
    expect(Object.values(again).flat()).toEqual(expect.arrayContaining(['Erbij van de tweede', 'Erbij van de eerste']))
    const merged = await tom.post(plan.path, { ...again, actie: 'bewaar' })
    expect(merged.status).toBe(303)
    const { texts } = await plan.now()
    expect(Object.values(texts.afspraken)).toEqual(
      expect.arrayContaining(['Tekst van de tweede', 'Erbij van de eerste', 'Erbij van de tweede']),
    )
  })

  it('van twintig keer tegelijk bewaren wint er één, en verliest niemand tekst', async () => {
    const fields = fieldsIn(mainOf((await page()).html))
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        tom.post(plan.path, { ...fields, 'afspraken[0].wat': `Tekst ${at}`, actie: 'bewaar' }),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const lost = await Promise.all(
      answers.map(async (answer, at) => answer.status === 409 && !(await answer.text()).includes(`Tekst ${at}`)),
    )
    expect(lost).not.toContain(true)
  })
})

describe('zonder cliënt', () => {
  it('is er geen plan, tenzij de cliënt er niet bij wilde zijn', async () => {
    const without = await startHeld(work, { absent: ['client'] })
    const { status, words } = await readPage(tom, without.plan.path)
    expect([status, words]).toEqual([200, expect.stringContaining('Zonder de cliënt is er geen plan.')])
    const post = await tom.post(without.plan.path, { ...whole, revision: '0' })
    expect([post.status, await post.text()]).toEqual([409, expect.stringContaining('Een afbetaalplan vragen')])
    expect((await without.plan.now()).plan.revision).toBe(0)
  })

  it('voor het overleg is er nog geen', async () => {
    const { words } = await readPage(tom, plan.path.replace(plan.reference, (await startFiled(work)).reference))
    expect(words).toContain('Nog geen plan. Dat komt na het overleg.')
  })
})

describe('zo licht', () => {
  it('twaalf levensdomeinen en dertig afspraken: een bladzijde van hoogstens 20 KB, één keer gelezen, en half bewaard in twee', async () => {
    const large = await startHeld(work, { table: fullTable })
    const domains = [
      'inkomen_schulden',
      'gezondheid',
      'wonen_energie',
      'onderwijs_arbeid',
      'persoon',
      'gezin_familie',
      'samenleving',
      'justitie_jeugdzorg',
      'netwerk',
      'anders_1',
      'anders_2',
      'anders_3',
    ]
    const fields = Object.fromEntries([
      ...domains.flatMap((domein, at) => [
        [`doelen[${at}].domein`, domein],
        [`doelen[${at}].wanneer`, 'eerst'],
        ...['goed', 'minder_goed', 'doel'].map((column) => [
          `doelen[${at}].${column}`,
          `Over ${domein} zei de cliënt iets dat hier staat, nummer ${at} van ${column}.`,
        ]),
      ]),
      ...Array.from({ length: 30 }, (_, at) => [
        [`afspraken[${at}].wat`, `Ding nummer ${at} doen, met de map en de brieven erbij`],
        [`afspraken[${at}].wie`, `p${at % 20}`],
        [`afspraken[${at}].waarom`, domains[at % 12] ?? ''],
        [`afspraken[${at}].tegen`, '14/12/2026'],
      ]).flat(),
      ['evaluatie_op', '1/3/2027'],
    ])
    const kept = await sendPage(tom, large.plan.path, { ...fields, actie: 'bewaar' })
    expect(kept.status).toBe(303)
    const { client } = await work.connection.dynamo()
    const asked: { items: number; prefix: unknown }[] = []
    const sends = client.send.bind(client)
    client.send = ((command: { input: Sent }) => {
      const { TransactItems = [], ExpressionAttributeValues = {} } = command.input
      asked.push({ items: TransactItems.length, prefix: ExpressionAttributeValues[':prefix'] })
      return sends(command as never)
    }) as never
    const { html, status } = await readPage(tom, large.plan.path)
    expect(status).toBe(200)
    expect(gzipSync(html).length).toBeLessThanOrEqual(20 * 1024)
    expect(asked.filter(({ prefix }) => prefix === 'AANPAK')).toHaveLength(1)
    asked.length = 0
    expect((await sendPage(tom, large.plan.path, { actie: 'bewaar' })).status).toBe(303)
    const writes = asked.filter(({ items }) => items > 0)
    // Its own write, and beside it the sign of life.
    expect(writes.map(({ items }) => items)).toEqual([2, 2])
    client.send = sends as never
  })
})

interface Sent {
  TransactItems?: unknown[]
  ExpressionAttributeValues?: Record<string, unknown>
}
