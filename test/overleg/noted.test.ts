/** What somebody said on the phone, noted for them beside the moments (docs/overleg.md §3). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saidBy } from '../../forms/kit/overleg/said.ts'
import { errorsIn } from '../support/lco.ts'
import type { TestMoment } from '../support/overleg-tables.ts'
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

describe('wat iemand aan de telefoon zegt', () => {
  it('wordt genoteerd voor wie dan ook, ook voor de cliënt, en blijft veranderbaar', async () => {
    const table = await asked()
    const noted = await sendPage(tom, table.path, {
      'antwoord.p0.m1': 'kan_niet',
      'antwoord.p4.m1': 'kan',
      'antwoord.p4.m2': 'bel_mij',
    })
    expect(locationOf(noted)).toBe(`${table.path}?klaar=antwoorden`)
    const html = await page(locationOf(noted))
    expect(wordsIn(html)).toContain('De antwoorden zijn bewaard.')
    expect(answersIn(html)).toMatchObject({ 'p0 m1': 'kan_niet', 'p4 m1': 'kan', 'p4 m2': 'bel_mij', 'p4 m3': '' })
    const { said } = await table.now()
    expect(saidBy(said, 'p4').moments.m1).toMatchObject({ answer: 'kan', by: 'casemanager-aalst' })
    expect([...said.keys()].sort()).toEqual(['p0', 'p4'])
    await sendPage(tom, table.path, { 'antwoord.p4.m2': 'kan_niet' })
    expect(answersIn(await page(table.path))).toMatchObject({ 'p4 m1': 'kan', 'p4 m2': 'kan_niet' })
  })

  it('een antwoord dat intussen langs een link kwam, wordt niet overschreven door een oude bladzijde', async () => {
    const table = await asked()
    const shown = fieldsIn(await page(table.path))
    delete shown.kies
    await table.says('p1', { moments: { m1: 'kan_niet' } })
    expect((await tom.post(table.path, { ...shown, 'antwoord.p4.m1': 'kan' })).status).toBe(303)
    expect(answersIn(await page(table.path))).toMatchObject({ 'p1 m1': 'kan_niet', 'p4 m1': 'kan' })
    // The same answer, changed by both: the second sees that.
    const second = await tom.post(table.path, { ...shown, 'antwoord.p1.m1': 'kan' })
    const html = await second.text()
    expect([second.status, errorsIn(html)]).toEqual([
      409,
      ['Dit antwoord is intussen veranderd. Kijk het na en bewaar opnieuw'],
    ])
    expect(answersIn(await page(table.path))).toMatchObject({ 'p1 m1': 'kan_niet' })
    // What was typed is still filled in; pressed again, it counts.
    const { kies: _, ...again } = fieldsIn(html)
    expect(again['antwoord.p1.m1']).toEqual(['kan'])
    expect((await tom.post(table.path, again)).status).toBe(303)
    expect(answersIn(await page(table.path))).toMatchObject({ 'p1 m1': 'kan', 'p4 m1': 'kan' })
  })

  it('wie een moment kiest, verliest niet wat al ingevuld stond', async () => {
    const table = await asked()
    await sendPage(tom, table.path, { 'antwoord.p4.m1': 'kan', kies: 'm1' })
    expect(answersIn(await page(table.path))).toMatchObject({ 'p4 m1': 'kan' })
  })

  it('twintig die tegelijk elk iets noteren: alles staat er', async () => {
    const table = await asked()
    const { revision } = (await table.now()).overleg
    const posts = ['p1', 'p2', 'p3', 'p4'].flatMap((who) =>
      ['m1', 'm2', 'm3'].map((moment) =>
        tom.post(table.path, { revision: String(revision), [`antwoord.${who}.${moment}`]: 'kan' }),
      ),
    )
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(posts.map(() => 303))
    const answers = Object.entries(answersIn(await page(table.path))).filter(([cell]) => !cell.startsWith('p0'))
    expect(answers.map(([, said]) => said)).toEqual(answers.map(() => 'kan'))
  })

  it.each([
    ['een onbekend antwoord', { 'antwoord.p1.m1': 'misschien' }, 'Kies kan, kan niet of bel mij'],
    [
      'een onbekend moment',
      { 'antwoord.p1.m9': 'kan' },
      'Dit moment of deze persoon staat er niet (meer) bij. Kijk de lijst na',
    ],
    [
      'een onbekende persoon',
      { 'antwoord.p99.m1': 'kan' },
      'Dit moment of deze persoon staat er niet (meer) bij. Kijk de lijst na',
    ],
    [
      'komen naar wat niet vastligt',
      { 'komt.p1': 'ja' },
      'Dit moment of deze persoon staat er niet (meer) bij. Kijk de lijst na',
    ],
  ])('%s: een zin, en niets verandert', async (_, fields, error) => {
    const table = await asked()
    const response = await sendPage(tom, table.path, { ...fields, 'antwoord.p4.m1': 'kan' })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(fieldsIn(html)['antwoord.p4.m1']).toEqual(['kan'])
    expect((await table.now()).said.size).toBe(0)
  })

  it('het veto van de cliënt wordt niet stil opgeheven', async () => {
    const table = await asked([tuesday, { ...thursday, suitsClient: false }])
    const response = await sendPage(tom, table.path, { 'antwoord.p0.m2': 'kan' })
    expect([response.status, errorsIn(await response.text())]).toEqual([
      422,
      ['Dit moment past niet voor de cliënt. Past het toch? Duid het aan bij de momenten'],
    ])
  })

  it('ligt er intussen een moment vast, dan ziet wie noteert dat', async () => {
    const table = await asked()
    const shown = fieldsIn(await page(table.path))
    await table.fix('m1')
    const response = await tom.post(table.path, { ...shown, 'antwoord.p4.m1': 'kan' })
    expect([response.status, wordsIn(await response.text())]).toEqual([
      409,
      expect.stringContaining(
        'Casemanager Aalst koos om 10.01 uur dinsdag 27 april 2021, van 14 tot 15.30 uur. Uw keuze is niet bewaard.',
      ),
    ])
  })
})
