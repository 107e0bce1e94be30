/** What nobody should ask of a list or of the search is answered in words: never a fault of ours, never another's rows. */
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { dossierOf, fileHeld } from '../support/dossier.ts'
import { place, placeMany } from '../support/place-dossiers.ts'
import { placeAnswered, searchBeside, searchFor } from '../support/search.ts'
import { type Fields, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let coordinator: Visitor
beforeEach(async () => {
  loket = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  coordinator = await loket.as('Coördinator Aalst')
})

const held = { state: 'toegewezen', holder: 'casemanager-aalst' }
async function page(path: string, visitor = coordinator) {
  const response = await visitor.get(path)
  const html = await response.text()
  const rows = [...html.matchAll(/<tr[^>]*data-dossier="([^"]+)"/g)].map(([, reference = '']) => reference)
  const next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  return { status: response.status, html, words: wordsIn(html), rows, next }
}
const erase = async (reference: string) =>
  createPersonalData(loket.connection).eraseDossier(await dossierOf(loket, reference), {
    ...{ network: 'aalst', who: 'coordinator-aalst', auditId: 'a', now: loket.clock.now, auditDays: 365 },
  })

describe('zoeken', () => {
  it.each<[string, string, number, string]>([
    ['één letter', 'j', 422, 'Typ minstens 2 letters'],
    ['300 tekens', 'janssens '.repeat(34).slice(0, 300), 422, 'hoogstens 100 tekens'],
    ['alleen tekens', '?!* -- %%% ///', 422, 'Typ minstens 2 letters'],
    ['een naam uit een ander netwerk', 'limburgs', 404, 'We vinden niets'],
    ['een woord van een gewist dossier', 'gewist', 404, 'We vinden niets'],
    ['een ander netwerk zelf', 'LCO Limburg', 404, 'We vinden niets'],
    ['regels en een NUL', 'jan\r\n\u0000janssens\u202e', 404, 'We vinden niets'],
  ])('%s', async (_, typed, status, sentence) => {
    await placeAnswered(loket, { naam: 'Mia Limburgs' }, { network: 'limburg' })
    const gone = await placeAnswered(loket, { naam: 'Mia Gewist' })
    await searchBeside(loket).sweep()
    await erase(gone)
    const response = await searchFor(coordinator, typed)
    const html = await response.text()
    expect([response.status, wordsIn(html).includes(sentence), loket.failures]).toEqual([status, true, []])
    expect(html).not.toContain('data-dossier=')
  })
})

describe('de lijst', () => {
  it.each([
    ['tweemaal dezelfde filter: de eerste telt', 'stand=toegewezen&stand=ingediend', 1, 'Stand: toegewezen'],
    ['tweemaal, de eerste bestaat niet', 'stand=weg&stand=ingediend', 2, 'Een filter in dit adres bestaat niet'],
    ['wat we niet kennen', 'x=1&__proto__=1&toon[]=te-laat&constructor=x', 2, 'te laat'],
    ['leeg', 'toon=&stand=&wie=&sorteer=&na=', 2, 'te laat'],
    ['sorteer op iets anders', 'sorteer=naam%3BDROP', 2, 'Een filter in dit adres bestaat niet'],
    ['sorteer tweemaal', 'sorteer=langst&sorteer=nieuwst', 2, 'Sorteer: langst in deze stand'],
    ['een pagina die geen is', 'na=9999', 2, 'te laat'],
    ['een pagina met iets erin', 'na=2026-11-20%23%00%3Cscript%3E', 2, 'te laat'],
    ['een pagina voorbij het einde', 'na=9999-12-31%23ZZZ', 0, 'Verder staat er niets meer in deze lijst.'],
    ['van een gesloten lijst, bij de open', 'na=x2026-11-20%23ZZZ', 0, 'Verder staat er niets meer in deze lijst.'],
    ['een filter die niets heeft', 'stand=overleg_gepland', 0, 'Niets past bij uw filter.'],
    ['wat elkaar uitsluit', 'toon=te-verdelen&wie=casemanager-aalst', 0, 'Niets past bij uw filter.'],
  ])('%s', async (_, query, rows, sentence) => {
    await place(loket, held)
    await place(loket)
    const shown = await page(`/werkruimte?${query}`)
    expect([shown.status, shown.rows.length, shown.words.includes(sentence)]).toEqual([200, rows, true])
    expect([loket.failures, shown.html.includes('<script>')]).toEqual([[], false])
  })

  it('een volgende pagina van iemand anders geeft wie ze overneemt alleen het eigen', async () => {
    await placeMany(loket, await place(loket, { ...held, holder: 'casemanager-aalst-2' }), 40)
    const own = await place(loket, { ...held, nextOn: '2026-12-31' })
    const { next = '' } = await page('/werkruimte?wie=casemanager-aalst-2')
    const casemanager = await loket.as('Casemanager Aalst')
    const na = new URL(next, loket.url).searchParams.get('na') ?? ''
    expect((await page(`/werkruimte?${new URLSearchParams({ na })}`, casemanager)).rows).toEqual([own.reference])
    expect((await page(next, casemanager)).rows).toEqual([own.reference])
  })
})

describe('toewijzen', () => {
  const row = (reference: string, revision = '1', bij = ''): Fields => ({
    ...{ [`${reference}.kies`]: 'ja', [`${reference}.revision`]: revision, [`${reference}.bij`]: bij },
  })
  const assign = async (fields: Fields) => {
    const response = await coordinator.post('/werkruimte/toewijzen', { persoon: 'casemanager-aalst', ...fields })
    return { status: response.status, words: wordsIn(await response.text()) }
  }

  it('0, 1 en 101 vinkjes', async () => {
    const all = await Promise.all(Array.from({ length: 101 }, () => place(loket)))
    const [first] = all
    if (!first) throw new Error('Nothing placed')
    expect(await assign({})).toMatchObject({
      status: 422,
      words: expect.stringContaining('Vink minstens één aanvraag aan'),
    })
    expect((await assign(row(first.reference))).status).toBe(303)
    const many = await assign(Object.assign({}, ...all.map(({ reference }) => row(reference))))
    expect(many.status).toBe(400)
    expect(many.words).toMatch(/\p{L}{3,}/u)
    const holders = await Promise.all(all.map(async ({ reference }) => (await dossierOf(loket, reference)).holder))
    expect(holders.filter(Boolean)).toHaveLength(1)
  })

  it('een van een ander netwerk, en een die intussen veranderde: elk in woorden, en de rest gaat door', async () => {
    const [theirs, changed, free] = [
      await place(loket, { network: 'limburg' }),
      await place(loket, { ...held, revision: 4 }),
      await place(loket),
    ]
    const rows = [row(theirs.reference), row(changed.reference), row(free.reference)]
    const { status, words } = await assign({ ...Object.assign({}, ...rows), persoon: 'casemanager-aalst-2' })
    expect(status).toBe(409)
    expect(words).toContain(`${theirs.reference}: staat niet meer in de lijst`)
    expect(words).toContain(`${changed.reference}: al genomen door Casemanager Aalst`)
    expect(words).toContain('1 aanvraag ging naar Tweede casemanager Aalst.')
    expect((await dossierOf(loket, theirs.reference)).holder).toBeUndefined()
  })
})

describe('op papier en als bestand', () => {
  const file = async (query = '') =>
    parse(await (await coordinator.get(`/werkruimte/lijst.csv${query}`)).text(), {
      ...{ bom: true, delimiter: ';', relax_column_count: true },
    }) as string[][]

  it('van een lege lijst', async () => {
    expect(await file()).toHaveLength(1)
    const { status, words } = await page('/werkruimte/lijst')
    expect([status, words.includes('0 aanvragen.')]).toEqual([200, true])
  })

  it('in de volgorde die gevraagd is, en dat staat erbij', async () => {
    const [old, recent] = [
      await place(loket, { stateSince: '2026-10-01T09:00:00.000Z', nextOn: '2026-12-20' }),
      await place(loket, { stateSince: '2026-11-01T09:00:00.000Z', nextOn: '2026-11-20' }),
    ]
    const references = async (query: string) => (await file(query)).slice(1).map((cells) => cells.at(-1))
    expect(await references('')).toEqual([recent.reference, old.reference])
    expect(await references('?sorteer=langst')).toEqual([old.reference, recent.reference])
    expect((await page('/werkruimte/lijst?sorteer=langst')).words).toContain(
      'Bovenaan staat wat het langst in zijn stand staat.',
    )
  })

  it('een dossier dat gewist is tussen openen en afdrukken: 404 in woorden, en opgeschreven', async () => {
    const { path, reference } = await fileHeld(loket)
    expect((await page(path)).status).toBe(200)
    await erase(reference)
    const { status, words } = await page(`${path}/afdruk`)
    expect([status, words.includes('is gewist'), words.includes('D-2041')]).toEqual([404, true, false])
    const refused = (await loket.items('loket')).filter(
      ({ what, route }) => what === 'geweigerd' && /afdruk/.test(String(route)),
    )
    expect(refused).toMatchObject([{ status: 404, reference }])
  })

  it('ook terwijl het blad gemaakt wordt, komt er niets meer op', async () => {
    const { path, reference } = await fileHeld(loket)
    const { read } = loket.deps.dossierFiles
    loket.deps.dossierFiles.read = async (...of) => {
      const found = await read(...of)
      await erase(reference)
      return found
    }
    const { status, words } = await page(`${path}/afdruk?deel=vraag`)
    loket.deps.dossierFiles.read = read
    expect([status, words.includes('is gewist'), words.includes('D-2041'), loket.failures]).toEqual([
      404,
      true,
      false,
      [],
    ])
    const seen = (await loket.items('loket')).filter(
      ({ pk, sk }) => pk === `DOSSIER#${reference}` && /^RAADPLEGING#/.test(String(sk)),
    )
    expect(seen).toMatchObject([{ who: 'coordinator-aalst', printed: ['vraag'] }])
  })
})
