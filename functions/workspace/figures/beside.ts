/** What people write beside the figures, as the pages of the figures show it. */
import type { AtWork } from '../../../forms/kit/absence.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Writing, WritingKind } from '../../../forms/kit/figures/writing.ts'
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

    /** What waits for whoever looks, to read or to write otherwise; for who writes, the signalen of these years too. */
    async in({ network, content, person }: Opened, years: readonly string[]) {
      const list = (kind: WritingKind) => writings.list(network.slug, { kind }, deps.now())
      const [signalen, casussen] = await Promise.all([list('signaal'), list('casus')])
      const all = [...signalen, ...casussen]
      const isWriter = person.role === 'coordinator'
      const [toRead, back, running] = await Promise.all([
        openEach(deps, all.filter(waitsFor(person))),
        openEach(
          deps,
          all.filter(({ by, state }) => isWriter && by === person.id && state === 'teruggegeven'),
        ),
        openEach(
          deps,
          signalen.filter(({ year }) => isWriter && years.includes(year)),
        ),
      ])
      return { content, toRead, back, running }
    },
  }
}
