/** The list to take along: on paper, and as a file for a spreadsheet, both written down like the list itself. */
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, it } from 'vitest'
import { place, placeMany } from '../support/place-dossiers.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let coordinator: Visitor
beforeEach(async () => {
  loket = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  coordinator = await loket.as('Coördinator Aalst')
})

const held = { state: 'toegewezen', holder: 'casemanager-aalst' }
async function file(visitor: Visitor, query = '') {
  const response = await visitor.get(`/werkruimte/lijst.csv${query}`)
  const text = await response.text()
  return { response, text, rows: parse(text, { bom: true, delimiter: ';', relax_column_count: true }) as string[][] }
}

it('het bestand heeft de rijen van de filter, en niets dat een formule begint', async () => {
  const toont = { over: '=HYPERLINK("x")', organisatie: '@CAW; Aalst', gemeente: '9300' }
  const { reference } = await place(loket, { nextOn: '2026-11-20', toont })
  await place(loket, held)
  const { response, rows } = await file(coordinator, '?toon=te-verdelen')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="aanvragen-2026-11-23.csv"')
  expect(response.headers.get('cache-control')).toContain('no-store')
  expect(rows).toEqual([
    ...[['Over', 'Organisatie', 'Gemeente', 'Formulier', 'Stand', 'In deze stand', 'Volgende stap', 'Tegen']].map(
      (row) => [...row, ...['Te laat', 'Bij wie', 'Referentie']],
    ),
    [
      ...[`'=HYPERLINK("x")`, `'@CAW; Aalst`, '9300', 'LCO aanvraag', 'ingediend', 'vandaag', 'lees en beslis'],
      ...['2026-11-20', 'Ja', 'niemand', reference],
    ],
  ])
})

it('papier toont hetzelfde, zegt waarop gefilterd is, en heeft geen vakjes', async () => {
  const { reference } = await place(loket, { ...held, toont: { over: 'K.V.' } })
  await place(loket, { toont: { over: 'NIET' } })
  const response = await coordinator.get('/werkruimte/lijst?wie=casemanager-aalst')
  const html = await response.text()
  const words = wordsIn(html)
  for (const text of [
    'K.V.',
    reference,
    'bij Casemanager Aalst',
    '1 aanvraag.',
    'Aanvragen op maandag 23 november 2026',
  ])
    expect(words).toContain(text)
  expect([words.includes('NIET'), html.includes('type="checkbox"')]).toEqual([false, false])
})

it('van een casemanager staat er alleen in wat die ziet', async () => {
  const own = await place(loket, held)
  await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst-2' })
  const casemanager = await loket.as('Casemanager Aalst')
  expect((await file(casemanager)).rows.slice(1).map((row) => row.at(-1))).toEqual([own.reference])
  for (const path of ['/werkruimte/lijst', '/werkruimte/lijst.csv'])
    expect(locationOf(await casemanager.get(`${path}?wie=casemanager-aalst-2`))).toBe(
      '/werkruimte?wie=casemanager-aalst-2',
    )
  expect((await (await loket.as('Organisator')).get('/werkruimte/lijst.csv')).status).toBe(403)
  expect((await (await loket.as('Organisator')).get('/werkruimte/lijst')).status).toBe(403)
})

it('is opgeschreven voor het getoond wordt: van elke aanvraag die erin staat', async () => {
  await placeMany(loket, await place(loket, held), 59)
  await file(coordinator)
  await coordinator.get('/werkruimte/lijst')
  const views = (await loket.items('loket')).filter(({ sk }) => String(sk).startsWith('LIJST#'))
  const seen = (list: string) => views.filter((one) => one.list === list).flatMap(({ references }) => references)
  expect([seen('aanvragen_bestand').length, seen('aanvragen_papier').length]).toEqual([60, 60])
})

it('houdt op bij 200, en zegt dat', async () => {
  await placeMany(loket, await place(loket, held), 210)
  const { rows } = await file(coordinator)
  expect(rows).toHaveLength(202)
  expect(rows.at(-1)?.[0]).toContain('Er zijn er meer: dit zijn de eerste 200.')
  expect(wordsIn(await (await coordinator.get('/werkruimte/lijst')).text())).toContain('Er zijn er meer')
})
