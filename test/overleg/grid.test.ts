/** The overleg at a glance: who can when, who is called, and what the largest page costs (docs/overleg.md §3). */
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import type { SaidToMoment } from '../../forms/kit/overleg/said.ts'
import { fileHeld } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { startFiled } from '../support/overleg.ts'
import { eightMoments, fullTable, spanAt, type TestMoment } from '../support/overleg-tables.ts'
import { fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { answersIn, askedAbout, monday, start, thursday, tuesday } from './april-moments.ts'

let work: TestWorkspace
let tom: Visitor
beforeAll(async () => {
  work = await startTestWorkspace({ now: start })
})
beforeEach(async () => {
  work.clock.now = start
  tom = await work.as('Casemanager Aalst')
})

const asked = (moments: readonly TestMoment[] = [tuesday, thursday, monday]) => askedAbout(work, moments)
const page = async (path: string) => (await readPage(tom, path)).html

const momentsIn = (html: string): string[] =>
  [...html.matchAll(/<li class="lo-moment[^"]*"><h2>(\S+ \d+ \S+)/g)].map(([, day = '']) => day)

describe('voor er iets is', () => {
  it('nog geen overleg: één weg vooruit, naar de tafel', async () => {
    const { path } = await fileHeld(work)
    const html = await page(`${path}/overleg`)
    expect(html).toContain('data-overleg="geen"')
    expect(html).toMatch(/href="[^"]+\/overleg\/tafel" data-next="">Maak de tafel/)
  })

  it('met momenten: wie een mail krijgt en wie u belt, staat er voor u vraagt', async () => {
    const table = await startFiled(work)
    await table.moments([tuesday])
    const html = await page(table.path)
    expect(html).toContain('data-overleg="voorbereiden"')
    expect(wordsIn(html)).toContain(
      '3 diensten krijgen een mail. In die mail staat niets over de cliënt. 1 belt u zelf: Thuiszorg Voorbeeld.',
    )
    const asking = await sendPage(tom, table.path, { actie: 'stel_voor' })
    expect(wordsIn(await page(locationOf(asking)))).toContain(
      '3 mails vertrokken. Bel nog Thuiszorg Voorbeeld. Wie niet antwoordt, herinneren we één keer, op donderdag 25 maart 2021 om 9 uur.',
    )
    expect(await table.sent()).toEqual(['overleg-momenten'])
    // Pressed once more on a page of before: told, and nobody is mailed twice.
    const again = await tom.post(table.path, { ...fieldsIn(html), actie: 'stel_voor' })
    expect(again.status).toBe(409)
    expect(await table.sent()).toEqual(['overleg-momenten'])
  })

  it('een adres dat beweert dat er iets gebeurde, krijgt daar geen melding van', async () => {
    const table = await startFiled(work)
    for (const word of ['gevraagd', 'vast', 'verzet', 'afgelast', 'gehouden', 'x'])
      expect(await page(`${table.path}?klaar=${word}`)).not.toContain('role="status"')
  })
})

describe('terwijl er gevraagd wordt', () => {
  it('het beste eerst: de cliënt, dan de spilfiguur, dan hoeveel er kunnen', async () => {
    const table = await asked([tuesday, thursday, monday, { ...spanAt('2021-04-23T09:00', 60), suitsClient: false }])
    const [vr, ma, di, donderdag] = (await table.now()).overleg.moments.map(({ id }) => id) as [
      string,
      string,
      string,
      string,
    ]
    expect(wordsIn(await page(table.path))).toContain(
      'Nog geen antwoorden. De mails vertrokken op maandag 22 maart 2021.',
    )
    await table.says('p1', { moments: { [donderdag]: 'kan', [ma]: 'kan_niet' } })
    await table.says('p2', { moments: { [di]: 'kan', [ma]: 'kan', [vr]: 'kan' } })
    await table.says('p3', { moments: { [di]: 'kan', [ma]: 'kan', [donderdag]: 'bel_mij', [vr]: 'kan' } })
    const html = await page(table.path)
    expect(momentsIn(html)).toEqual(['do 29 april', 'di 27 april', 'ma 26 april', 'vr 23 april'])
    const words = wordsIn(html)
    expect(words).toContain(
      'Donderdag 29 april 2021 om 10 uur past het best. De cliënt en de spilfiguur kunnen. Van 3 weten we het nog niet.',
    )
    expect(words).toContain('3 van 5 kunnen zonder spilfiguur')
    expect(words).toContain('Niet te kiezen kan niet voor de cliënt')
    expect(words).toContain('Wil de cliënt er niet bij zijn? Noteer het eerst')
    expect(words).toContain('Vroeg om te bellen over donderdag 29 april 2021.')
    expect(answersIn(html)).toMatchObject({
      [`p3 ${donderdag}`]: 'bel_mij',
      [`p4 ${di}`]: '',
      [`p0 ${vr}`]: 'kan_niet',
    })
    expect(html.match(/data-next/g)).toHaveLength(1)
    expect(html.match(/class="btn"/g)).toHaveLength(1)
  })

  it('wie een nummer heeft belt u, en wie stil is weet wanneer we herinneren', async () => {
    const table = await asked()
    const words = wordsIn(await page(table.path))
    expect(words).toContain('Nog niets gehoord. We herinneren één keer, donderdag 25 maart 2021 om 9 uur.')
    expect(words).toContain('053 00 00 31')
    await table.says('p1', { moments: { m1: 'kan' } })
    await table.says('p2', { declines: true })
    expect(wordsIn(await page(table.path))).toContain('Zoë D’Hondt , CAW Voorbeeld Doet niet mee.')
  })

  it('een moment kiezen gaat naar wie er mist, en legt nog niets vast', async () => {
    const table = await asked()
    expect(locationOf(await sendPage(tom, table.path, { kies: 'm2' }))).toBe(`${table.path}/praktisch?moment=m2`)
    expect((await table.now()).overleg.state).toBe('gepolst')
    for (const guess of ['m9', '', 'm1;m2', '__proto__']) {
      const response = await sendPage(tom, table.path, { kies: guess })
      expect([guess, response.status, errorsIn(await response.text())]).toEqual([
        guess,
        422,
        ['Kies minstens één moment'],
      ])
    }
  })

  it('zijn alle momenten voorbij, dan staat er wat u doet', async () => {
    const table = await asked([spanAt('2021-03-23T09:00', 60)])
    work.clock.now = new Date('2021-03-23T08:00:00Z')
    tom = await work.as('Casemanager Aalst')
    const html = await page(table.path)
    expect(wordsIn(html)).toContain('Alle momenten zijn voorbij Er ligt niets vast. De links zeggen dat nu ook.')
    expect(wordsIn(html)).toContain('Niet te kiezen voorbij')
    expect(html).toMatch(/overleg\/momenten" data-next="">Stel nieuwe momenten voor/)
    const past = await sendPage(tom, table.path, { kies: 'm1' })
    expect([past.status, errorsIn(await past.text())]).toEqual([422, ['Dit moment is al voorbij']])
  })

  it.each([
    ['niet voor iedereen', { 'antwoord.p1.m1': 'kan_niet' }, 'Geen moment past voor iedereen'],
    ['niet voor de cliënt', { 'antwoord.p0.m1': 'kan_niet' }, 'Geen moment past voor de cliënt'],
    ['“bel mij” van de cliënt is geen ja', { 'antwoord.p0.m1': 'bel_mij' }, 'Geen moment past voor de cliënt'],
  ])('%s: wat u dan doet', async (_, fields, words) => {
    const table = await asked([tuesday])
    await sendPage(tom, table.path, fields)
    expect(wordsIn(await page(table.path))).toContain(words)
  })
})

describe('de kost van de grootste bladzijde', () => {
  it('22 mensen en 8 momenten: hoogstens 8 KB, en drie lezingen van het overleg', async () => {
    const newId = () => randomBytes(8).toString('hex')
    const table = await startFiled(work, { table: fullTable, newId })
    await table.asked(eightMoments)
    const kinds: SaidToMoment[] = ['kan', 'kan_niet', 'bel_mij']
    for (const [at, { id }] of seated((await table.now()).overleg).entries()) {
      if (at === 0 || at % 5 === 4) continue
      const given = Object.fromEntries(Array.from({ length: 8 }, (_, m) => [`m${m + 1}`, kinds[(at * 7 + m * m) % 3]]))
      await table.says(id, { moments: given as Record<string, SaidToMoment> })
    }
    const reads = await readsDuring(() => tom.get(table.path))
    expect(reads.filter((what) => what.includes('TAFEL#'))).toHaveLength(1)
    expect(reads.filter((what) => what.startsWith('BatchGet'))).toHaveLength(1)
    const html = await page(table.path)
    expect(Object.keys(answersIn(html))).toHaveLength(22 * 8)
    expect(gzipSync(html).length).toBeLessThanOrEqual(8 * 1024)
  })
})

/** Every read of the engine, with the key it asks for. */
async function readsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const { client } = await work.connection.dynamo()
  const reads: string[] = []
  const name = 'countReads'
  client.middlewareStack.add(
    (next, context) => (args) => {
      const { commandName = '' } = context
      if (/Get|Query|Scan/.test(commandName)) reads.push(`${commandName} ${JSON.stringify(args.input)}`)
      return next(args)
    },
    { step: 'initialize', name },
  )
  await act()
  client.middlewareStack.remove(name)
  return reads
}

it('niemand anders opent dit, een HEAD leest niets, en niets ging stuk', async () => {
  const table = await asked()
  const other = await work.as('Tweede casemanager Aalst')
  expect((await other.get(table.path)).status).toBe(404)
  expect((await other.post(table.path, { revision: '3', kies: 'm1' })).status).toBe(404)
  const head = await tom.send(table.path, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(work.failures).toEqual([])
})
