/** What people write beside the figures, as the pages of the figures show it. */
import type { AtWork } from '../../../forms/kit/absence.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Writing } from '../../../forms/kit/figures/writing.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { createWritings } from '../../shared/store/writings.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { openEach } from './open-writing.ts'

interface Opened {
  network: Network
  content: NetworkContent
  person: AtWork
}

export function createBeside(deps: WorkspaceDeps) {
  const writings = deps.open(createWritings)
  const waitsFor = (person: AtWork) => (writing: Writing) => writing.state === 'wacht' && writing.by !== person.id

  return {
    /** Those of a year, whatever became of them. */
    ofYear: async (network: string, year: string) =>
      openEach(deps, await writings.list(network, { kind: 'signaal', year }, deps.now())),

    /** What waits for whoever looks; for who writes, the signalen of these years too. */
    async in({ network, content, person }: Opened, years: readonly string[]) {
      const [signalen, casussen] = await Promise.all(
        (['signaal', 'casus'] as const).map((kind) => writings.list(network.slug, { kind }, deps.now())),
      )
      const mine = person.role === 'coordinator' ? (signalen ?? []).filter(({ year }) => years.includes(year)) : []
      const [toRead, running] = await Promise.all([
        openEach(deps, [...(signalen ?? []), ...(casussen ?? [])].filter(waitsFor(person))),
        openEach(deps, mine),
      ])
      return { content, toRead, running }
    },
  }
}
