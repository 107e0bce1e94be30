/** What stands beside a name before somebody is chosen: how much they have, when they are away, whether their own service asks. */
import { beforeAll, describe, expect, it } from 'vitest'
import { fileRequest } from '../support/dossier.ts'
import { place, placeMany } from '../support/place-dossiers.ts'
import { type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const wednesday = new Date('2026-11-25T09:00:00Z')
const about = (loket: TestWorkspace) => ({
  by: 'coordinator-aalst',
  auditId: 'a',
  now: loket.clock.now,
  auditDays: 365,
})
const ownService = 'werkt bij een betrokken dienst'

/** What stands beside each name, by id. */
async function beside(visitor: Visitor, path: string, field = 'persoon'): Promise<Record<string, string>> {
  const html = await (await visitor.get(path)).text()
  const options = html.matchAll(
    new RegExp(
      `<input type="radio" id="([^"]+)" name="[^"]*${field}" value="([^"]+)"[^>]*>\\s*(?:<label[^>]*>)?(.*?)</label>`,
      'gs',
    ),
  )
  return Object.fromEntries([...options].map(([, , id = '', label = '']) => [id, wordsIn(label).trim()]))
}

describe('bij het toewijzen', () => {
  let loket: TestWorkspace
  let path: string
  let visitor: Visitor
  beforeAll(async () => {
    loket = await startTestWorkspace({ now: wednesday })
    ;({ path } = await fileRequest(loket, { changes: { tafel: { 'betrokkenen[1].dienst': 'C.A.W. O.-Vl. v.z.w.' } } }))
    visitor = await loket.as('Coördinator Aalst')
  })

  it('de eigen dienst, ook als afkorting van het netwerk', async () => {
    const labels = await beside(visitor, `${path}/toewijzen`)
    expect(labels['casemanager-aalst']).toContain(ownService)
    expect(labels['casemanager-aalst-2']).not.toContain(ownService)
  })

  it('hoeveel iemand heeft, en hoeveel daarvan te laat is', async () => {
    const holder = 'casemanager-aalst-2'
    expect((await beside(visitor, `${path}/toewijzen`))[holder]).toContain('geen dossiers')
    await place(loket, { state: 'toegewezen', holder, nextOn: '2026-11-25' })
    expect((await beside(visitor, `${path}/toewijzen`))[holder]).toMatch(/: 1 dossier$/)
    for (const nextOn of ['2026-11-24', '2026-12-24', '2027-01-04'])
      await place(loket, { state: 'toegewezen', holder, nextOn })
    expect((await beside(visitor, `${path}/toewijzen`))[holder]).toMatch(/: 4 dossiers, 1 te laat$/)
    // The day itself is in time.
    loket.clock.now = new Date('2026-11-25T22:59:59Z')
    const before = (await beside(await loket.as('Coördinator Aalst'), `${path}/toewijzen`))[holder]
    loket.clock.now = new Date('2026-11-25T23:00:00Z')
    const after = (await beside(await loket.as('Coördinator Aalst'), `${path}/toewijzen`))[holder]
    expect([before, after]).toEqual([expect.stringMatching(/, 1 te laat$/), expect.stringMatching(/, 2 te laat$/)])
    loket.clock.now = wednesday
  })

  it('telt tot honderd', async () => {
    const like = await place(loket, { state: 'toegewezen', holder: 'coordinator-aalst', nextOn: '2026-12-01' })
    await placeMany(loket, like, 104)
    expect((await beside(visitor, `${path}/toewijzen`))['coordinator-aalst']).toMatch(/: 100 of meer dossiers$/)
  })

  it.each([
    ['2026-11-25', '2026-11-27', 'afwezig tot en met vrijdag 27 november 2026'],
    ['2026-11-26', '2026-11-27', 'afwezig van donderdag 26 november 2026 tot en met vrijdag 27 november 2026'],
    ['2027-02-01', '2027-02-05', 'afwezig van maandag 1 februari 2027 tot en met vrijdag 5 februari 2027'],
  ])('afwezig van %s tot %s, ook als het nog komt', async (from, until, words) => {
    const who = { network: 'aalst', person: 'casemanager-aalst' }
    await loket.deps.absences.set(who, { from, until }, { ...about(loket), auditId: from })
    expect((await beside(visitor, `${path}/toewijzen`))['casemanager-aalst']).toContain(words)
  })
})

describe('op de agenda van een team', () => {
  it('de eigen dienst van wie vraagt, hoeveel iemand heeft, en wie weg is', async () => {
    const loket = await startTestWorkspace({ now: wednesday })
    const ask = (organisatie: string) =>
      place(loket, {
        ...{ network: 'ota', form: 'aanmelding', state: 'geagendeerd', nextOn: '2026-12-01', agenda: '2026-12-01' },
        toont: { over: 'traject', organisatie },
      })
    const [own, other] = [await ask('Ondersteunings-Team vzw'), await ask('CLB 2')]
    await place(loket, {
      network: 'ota',
      form: 'aanmelding',
      state: 'lopend',
      holder: 'bemiddelaar-ota',
      nextOn: '2026-11-20',
    })
    const who = { network: 'ota', person: 'bemiddelaar-ota-2' }
    await loket.deps.absences.set(who, { from: '2026-12-01', until: '2026-12-04' }, about(loket))
    const visitor = await loket.as('Coördinator OTA')
    const path = '/werkruimte/agenda/2026-12-01'
    const marked = await beside(visitor, path, `${own.reference}.persoon`)
    expect(marked['bemiddelaar-ota']).toMatch(/: 1 dossier, 1 te laat werkt bij een betrokken dienst$/)
    expect(marked['bemiddelaar-ota-2']).toContain('weg van di 1 dec tot en met vr 4 dec')
    const plain = await beside(visitor, path, `${other.reference}.persoon`)
    expect(plain['bemiddelaar-ota']).not.toContain(ownService)
  })
})

describe('bij het overdragen', () => {
  it('over wie elk dossier gaat, en wie bij een vragende dienst werkt; alleen voor wie het mag zien', async () => {
    const loket = await startTestWorkspace({ now: wednesday })
    const holder = 'casemanager-aalst'
    const held = (toont: { over: string; organisatie: string }) => place(loket, { state: 'toegewezen', holder, toont })
    const [first, next] = [
      await held({ over: 'D-2041', organisatie: 'OCMW te Aalst' }),
      await held({ over: 'M.V.', organisatie: 'Thuiszorg \u202eVoorbeeld' }),
    ]
    const path = `/werkruimte/beheer/mensen/${holder}`
    const visitor = await loket.as('Coördinator Aalst')
    const html = await (await visitor.get(path)).text()
    const boxes = Object.fromEntries(
      [...html.matchAll(/name="dossier" value="([^"]+)"[^>]*>\s*<label[^>]*>(.*?)<\/label>/gs)].map(
        ([, reference = '', label = '']) => [reference, label] as const,
      ),
    )
    expect(wordsIn(boxes[first.reference] ?? '')).toContain('D-2041, OCMW te Aalst')
    expect(boxes[next.reference]).toContain('<bdi class="hint">M.V., Thuiszorg')
    expect((await beside(visitor, path, 'naar'))['casemanager-aalst-2']).toContain(
      'werkt bij de dienst die een van deze dossiers aanvroeg',
    )
    const seen = (await loket.items('loket')).filter(
      ({ sk, list }) => String(sk).startsWith('LIJST#') && list === 'mensen',
    )
    expect(seen.flatMap(({ references }) => references)).toEqual(
      expect.arrayContaining([first.reference, next.reference]),
    )
    for (const name of ['Casemanager Aalst', 'Tweede casemanager Aalst', 'Organisator', 'Coördinator OTA']) {
      const answer = await (await loket.as(name)).get(path)
      expect([403, 404]).toContain(answer.status)
      expect(await answer.text()).not.toContain('D-2041')
    }
  })
})
