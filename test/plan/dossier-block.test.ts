/** The plan on the page of its dossier: how far it came, what is open, what people said, and the one way on (docs/overleg.md §9, §10). */
import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { planDone } from '../../forms/kit/plan/plan-done-words.ts'
import { startFiled, startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt, usualTable } from '../support/overleg-tables.ts'
import { place as placeDossier } from '../support/place-dossiers.ts'
import { planOf, type TestPlan, usualGoals } from '../support/plan.ts'
import { mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace()
})

let overleg: TestOverleg
let plan: TestPlan
let tom: Visitor
async function at(instant: string): Promise<void> {
  work.clock.now = new Date(instant)
  tom = await work.as('Casemanager Aalst')
}

async function held(missing?: string): Promise<void> {
  await at('2026-11-30T09:00:00Z')
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  await at('2026-12-07T10:00:00Z')
  const { overleg: fixed } = await overleg.now()
  await overleg.hold({
    present: Object.fromEntries(
      Object.entries(fixed.participants).map(([id, { wie }]) => [id, wie === missing ? 'niet_gekomen' : 'aanwezig']),
    ),
  })
}
beforeEach(async () => {
  await at('2026-11-30T09:00:00Z')
  overleg = await startOverleg(work)
  plan = planOf(work, overleg)
})

const usual = {
  evaluationOn: '2027-03-01',
  afspraken: [
    { wat: 'Brieven in één map steken', wie: 'client', tegen: '2026-12-10' },
    { wat: 'De verhuurder schrijven', wie: 'CAW', met: 'OCMW', tegen: '2026-12-18' },
    { wat: 'Op de kinderen passen', wie: 'OCMW' },
  ],
}

async function page(reference = overleg.reference) {
  const response = await tom.get(`/werkruimte/dossier/${reference}`)
  expect(response.status).toBe(200)
  const html = mainOf(await response.text())
  const block = /<section class="lw-block" aria-labelledby="plan".*?<\/section>/s.exec(html)?.[0] ?? ''
  return {
    html,
    phase: /data-fase="(\w+)"/.exec(html)?.[1],
    words: wordsIn(block),
    block,
    /** The one that goes on. */
    next: [...html.matchAll(/<(?:a|button)[^>]* data-next[^>]*>/g)].map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1]),
  }
}
const own = (path: string) => `/werkruimte/dossier/${overleg.reference}${path}`

it('gaat van onderzoek over diagnose, plan en uitvoer naar opvolging, met telkens één weg verder', async () => {
  expect(await page()).toMatchObject({ phase: 'onderzoek', next: [own('/overleg/momenten')] })
  expect((await page()).words).toContain('Nog geen plan. Dat komt na het overleg.')
  await held()
  expect(await page()).toMatchObject({ phase: 'onderzoek', next: [own('/plan')] })
  await plan.write({ ...usual, goals: usualGoals.map(({ wanneer: _, ...goal }) => goal) })
  expect((await page()).phase).toBe('onderzoek')
  await plan.write(usual)
  expect(await page()).toMatchObject({ phase: 'diagnose', next: [own('/plan')] })
  expect((await page()).words).toContain('Het is nog niet besproken met de cliënt: er vertrok niets.')
  await plan.agree()
  const running = await page()
  expect(running).toMatchObject({ phase: 'uitvoer', next: [] })
  expect(running.words).toMatch(/onderzoek klaar diagnose klaar plan ma 7 dec uitvoer nu opvolging ma 1 mrt 2027/)
  for (const id of ['client', 'CAW', 'OCMW'] as const)
    await plan.says(id, { client: 'a1', CAW: 'a2', OCMW: 'a3' }[id], 'gedaan')
  expect((await page()).phase).toBe('plan')
  await at('2027-03-01T09:00:00Z')
  expect(await page()).toMatchObject({ phase: 'opvolging', next: [own('/plan/evaluatie')] })
  await plan.evaluate('overleg')
  expect(await page()).toMatchObject({ phase: 'opvolging', next: [own('/overleg/tafel')] })
  expect(wordsIn((await page()).html)).toContain('bereid een nieuw overleg voor, tegen maandag 8 maart 2027')
})

it('kwam de cliënt niet, dan is er geen plan te schrijven', async () => {
  await held('client')
  const { words, next } = await page()
  expect(words).toContain('Zonder de cliënt is er geen plan.')
  expect(next).toEqual([])
})

describe('een plan dat loopt', () => {
  beforeEach(async () => {
    await held()
    await plan.agreed(usual)
  })

  it('toont versie, evaluatie, wat openstaat en te laat is, en wat iemand meldde', async () => {
    await at('2026-12-11T09:00:00Z')
    await plan.says('CAW', 'a2', 'lukt_niet')
    await plan.says('OCMW', 'a2', 'bel_mij')
    await plan.says('OCMW', 'a3', 'gedaan')
    const { words, block } = await page()
    expect(words).toContain('Versie 01, besproken op maandag 7 december 2026.')
    expect(words).toContain('Evaluatie met de cliënt op maandag 1 maart 2027.')
    expect(words).toContain('2 open afspraken, 1 te laat')
    expect(words).toMatch(/Brieven in één map steken de cliënt te laat, do 10 dec/)
    expect(words).toContain('CAW Voorbeeld meldde: lukt niet, op vrijdag 11 december 2026')
    expect(words).toContain('OCMW Voorbeeld meldde: bel mij, op vrijdag 11 december 2026')
    expect(words).not.toContain('Op de kinderen passen')
    for (const link of ['/plan', '/plan/evaluatie', '/plan/client']) expect(block).toContain(`href="${own(link)}"`)
  })

  it('zegt waar de cliënt het niet mee eens is; dat is niet te laat', async () => {
    const [brieven, client] = await Promise.all([plan.afspraak('Brieven'), overleg.idOf('client')])
    await plan.agree({ disagreed: { [brieven]: { [client]: 'Dat doet mijn dochter al.' } } })
    await at('2026-12-11T09:00:00Z')
    const { words } = await page()
    expect(words).toContain('3 open afspraken Wie Tegen')
    expect(words).toMatch(
      /Brieven in één map steken De cliënt is het hier niet mee eens\. Bespreek het eerst samen\. de cliënt do 10 dec/,
    )
    const evaluation = wordsIn(await (await tom.get(own('/plan/evaluatie'))).text())
    expect(evaluation).toContain('De cliënt is het hier niet mee eens: ‘Dat doet mijn dochter al.’')
  })

  it('zegt wie er niet meer is', async () => {
    await overleg.leaves('CAW')
    expect((await page()).words).toMatch(/De verhuurder schrijven zonder trekker vr 18 dec/)
  })

  it('toont er acht, en zegt hoeveel er nog zijn', async () => {
    const afspraken = Array.from({ length: 30 }, (_, index) => ({
      wat: `Ding ${String(index).padStart(2, '0')}`,
      wie: 'OCMW',
    }))
    await plan.agreed({ ...usual, afspraken })
    const { words, block } = await page()
    expect(words).toContain('30 open afspraken')
    expect(words).toContain('En nog 22: die staan in het plan.')
    expect(block.match(/<tr>/g)).toHaveLength(9)
  })

  it('de geschiedenis zegt alles in woorden', async () => {
    const kit = new URL('../../forms/kit/plan/', import.meta.url)
    const sources = ['write-plan.ts', 'freeze.ts', 'evaluate.ts'].map((name) =>
      readFileSync(new URL(name, kit), 'utf8'),
    )
    const words = [...sources.join('\n').matchAll(/(?:what: |keptWord = )['`]((?:plan|evaluatie) [^'`]+)['`]/g)].map(
      ([, word = '']) => word.replace(/\$\{[^}]*\}/, '02'),
    )
    expect(words.length).toBeGreaterThanOrEqual(4)
    for (const word of words) expect(planDone(word), word).toBeDefined()
    await plan.evaluate('overleg', { outcomes: { a1: 'niet_meer_nodig', a2: 'deels', a3: 'niet' } })
    const history = wordsIn((await page()).html)
    expect(history).toContain('Versie 02 van het plan vastgelegd')
    expect(history).toContain('Het plan bewaard')
  })

  it('de cliënt stopt: er loopt niets meer', async () => {
    overleg = await startFiled(work, { table: usualTable })
    plan = planOf(work, overleg)
    await held()
    await plan.agreed(usual)
    await at('2026-12-08T09:00:00Z')
    await tom.post(own('/intrekken'), { revision: String((await plan.now()).file.dossier.revision) })
    const { words, phase } = await page()
    expect(words).toContain('De cliënt stopte. De afspraken stoppen.')
    expect(phase).toBe('opvolging')
    expect(words).not.toContain('Brieven')
  })
})

it('na het afsluiten: wanneer het gewist wordt, en hoe u het zelf bewaart', async () => {
  overleg = await startFiled(work, { table: usualTable })
  plan = planOf(work, overleg)
  await held()
  await plan.agreed(usual)
  await plan.evaluate('afsluiten', { all: 'gelukt' })
  const { words, block, next } = await page()
  expect(words).toContain('Dit dossier wordt gewist op zondag 7 maart 2027.')
  expect(words).toContain('Bewaar het plan in uw eigen dossier. Loket is niet het dossier.')
  expect(block).toContain(`href="${own('/plan/heel')}"`)
  expect(block).toContain(`href="${own('/plan/bestand')}"`)
  expect(block).toContain(`href="${own('/plan/evaluatie')}"`)
  expect(next).toEqual([])
})

it.each([
  ['zonder overleg', { state: 'toegewezen' }, 'Nog geen plan. Dat komt na het overleg.'],
  ['afgesloten zonder plan', { state: 'afgesloten', ttl: 1_900_000_000 }, 'Er kwam geen plan.'],
  [
    'gewist voor het dossier',
    { state: 'afgesloten', ttl: 1_900_000_000, actionPlan: { state: 'afgesloten', version: '01' } },
    'De tekst van het plan is gewist.',
  ],
] as const)('%s', async (_, dossier, text) => {
  const { reference } = await placeDossier(work, { holder: 'casemanager-aalst', ...dossier })
  expect((await page(reference)).words).toContain(text)
})

it('een formulier zonder plan heeft geen fase', async () => {
  const { reference } = await placeDossier(work, { form: 'vraag', state: 'ingediend', holder: 'casemanager-aalst' })
  expect((await page(reference)).html).not.toContain('data-fase')
})
