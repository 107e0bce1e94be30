/** What an address of the werkruimte cannot mean is answered like a list that ends; nothing of it is a fault of ours. */
import { beforeAll, expect, it } from 'vitest'
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
