/** What a list of the team shows of a request: what to mind before anybody calls is told apart. */
import { expect, it } from 'vitest'
import { findService } from '../../forms/index.ts'
import { askedOf } from '../../forms/kit/asked.ts'

it.each([
  [{ veilig_contact: 'Bel alleen voor de middag.' }, ['Bel alleen voor de middag.']],
  [{}, []],
])('waarop te letten is bij het contact: %j', (answers, safety) => {
  const service = findService('aalst', 'lco-aanvraag')
  if (!service) throw new Error('Aalst is gone')
  expect(askedOf(service, answers).safety).toEqual(safety)
})
