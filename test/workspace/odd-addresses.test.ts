/** What an address of the werkruimte cannot mean is answered like a list that ends; nothing of it is a fault of ours. */
import { beforeAll, expect, it } from 'vitest'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace()
})

it.each([
  ...['zzzz', '9999#~~', '\u00ff', '~', '😀', 'x'.repeat(5_000)].map(
    (na) => `/werkruimte/post?${new URLSearchParams({ na })}`,
  ),
  ...['onbekend', 'verdacht', 'dagplafond'].flatMap((soort) =>
    ['zzzz', '', 'a', '0', `${soort}$`].map((na) => `/werkruimte/post?${new URLSearchParams({ soort, na })}`),
  ),
])('%s', async (path) => {
  const coordinator = await work.as('Coördinator Aalst')
  const response = await coordinator.get(path)
  expect([response.status, work.failures]).toEqual([200, []])
})

it.each(['31/12/9999', '9999-12-30', '01/01/0000', '0001-01-01', '31/12/1899', '1/1/2200', '29-02-2027'])(
  'een activiteit op %s: gevraagd wordt een dag die kan, en de lijsten blijven open',
  async (datum) => {
    const organiser = await work.as('Organisator')
    const about = { ...{ titel: 'Proef', soort: 'vorming', omschrijving: 'x', voor_wie: 'y', plaats: 'Aalst' } }
    const fields = { ...about, datum, deadline: datum, van: '9', tot: '12', toegang: 'openbaar' }
    const response = await organiser.post('/werkruimte/activiteiten/nieuw', fields)
    expect(response.status).toBe(422)
    expect(wordsIn(await response.text())).toMatch(/Vul een datum in die bestaat|Kies een datum binnen 10 jaar/)
    for (const [who, path] of [
      [organiser, '/werkruimte/activiteiten'],
      [work.visitor(), '/activiteiten'],
    ] as const)
      expect([(await who.get(path)).status, work.failures]).toEqual([200, []])
  },
)
