/** Who asks to be called, and who takes no part: what the casemanager sees of it, and what leaves after it (docs/overleg.md §3, §4). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import type { Visitor } from '../support/visitor.ts'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const start = new Date('2026-11-30T09:00:00Z')
let work: TestWorkspace
let tom: Visitor
let guest: Visitor
let overleg: TestOverleg
beforeAll(async () => {
  work = await startTestWorkspace({ now: start })
})
beforeEach(async () => {
  work.clock.now = start
  tom = await work.as('Casemanager Aalst')
  guest = work.visitor()
  overleg = await startOverleg(work)
  await overleg.moments()
  await overleg.ask()
})

const page = async (rest = ''): Promise<string> =>
  (await tom.get(`/werkruimte/dossier/${overleg.reference}/overleg${rest}`)).text()
const says = async (called: string, fields: Record<string, string>): Promise<void> => {
  expect((await guest.post(await overleg.link(called), fields)).status).toBe(303)
}

describe('wie vraagt om te bellen', () => {
  it('gaf een nummer: dat staat bij wie u belt, en wordt niet mee bewaard met de tafel', async () => {
    expect(await page()).not.toContain('0478 99 88 77')
    await says('OCMW', { 'antwoord.m1': 'bel_mij', telefoon: '0478 99 88 77', eigen_nummer: 'D-77' })
    const html = await page()
    expect(html).toContain('<a href="tel:+32478998877">0478 99 88 77</a>')
    expect(html).not.toContain('D-77')
    expect(await page('/praktisch?moment=m1')).toContain('nog niet geweten')
    await overleg.fix()
    const { details } = await overleg.now()
    expect(JSON.stringify(details)).not.toContain('478998877')
  })

  it('een eigen nummer gaat voor dat van de tafel', async () => {
    await says('CAW', { 'antwoord.m1': 'bel_mij', telefoon: '053 00 00 77' })
    const html = await page()
    expect(html).toContain('053 00 00 77')
    expect(html).not.toContain('0478 12 34 56')
  })
})

describe('wie niet meedoet', () => {
  it('staat niet bij wie nog moet antwoorden, en krijgt geen uitnodiging', async () => {
    await says('OCMW', { 'antwoord.m1': 'kan' })
    await says('CAW', { actie: 'doet_niet_mee' })
    const words = wordsIn(await page())
    expect(words).toContain('CAW Voorbeeld doet niet mee. Van Buur Voorbeeld weten we het nog niet.')
    const before = wordsIn(await page('/praktisch?moment=m1'))
    expect(before).toContain('Noor Voorbeeld , CAW Voorbeeld , doet niet mee. Geen uitnodiging.')
    expect(before).toContain('Buur Voorbeeld : nog niet geweten. Ook die krijgt de uitnodiging.')
  })
})

describe('het dossier', () => {
  const dossier = async (): Promise<string> => (await tom.get(`/werkruimte/dossier/${overleg.reference}`)).text()
  const linksIn = (html: string): string[] =>
    [...html.matchAll(/href="\/werkruimte\/dossier\/[^"/]+\/overleg\/([a-z]+)"/g)].map(([, page = '']) => page)

  it('zegt wat het overleg vraagt, tegen de dag van het eerste moment; ook in de lijst', async () => {
    expect(wordsIn(await dossier())).toContain('kies een moment voor het overleg, tegen maandag 7 december 2026')
    const list = wordsIn(await (await tom.get('/werkruimte')).text())
    expect(list).toContain('kies een moment voor het overleg')
    await overleg.cancel()
    expect(wordsIn(await dossier())).toContain('bel en plan het overleg')
  })

  it('leidt naar elke bladzijde die er nu is', async () => {
    expect(linksIn(await dossier())).toEqual(['tafel', 'agenda'])
    await overleg.fix()
    expect(linksIn(await dossier())).toEqual(['tafel', 'praktisch', 'brief', 'agenda'])
  })
})
