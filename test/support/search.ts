/** The search beside a test's werkruimte: what the clockwork tells of and the worker keeps, on its clock. */
import { createSweepChanged } from '../../functions/clockwork/sweep-waiting.ts'
import { createChangedDossiers } from '../../functions/shared/store/changed-dossiers.ts'
import { createFamily } from '../../functions/shared/store/family.ts'
import { createSearchWords } from '../../functions/shared/store/search-words.ts'
import { createKeepWords, type KeepWordsDeps } from '../../functions/workspace/search/keep-words.ts'
import { dossierOf, keep } from './place-dossiers.ts'
import type { Visitor } from './visitor.ts'
import type { TestWorkspace } from './workspace.ts'

export function searchBeside(loket: TestWorkspace, changes: Partial<KeepWordsDeps> = {}) {
  const searchWords = createSearchWords(loket.connection)
  const family = createFamily(loket.connection)
  const keepWords = createKeepWords({
    ...loket.deps,
    family,
    searchWords,
    logFailure: (error) => loket.failures.push(String(error)),
    ...changes,
  })
  const { changed } = createChangedDossiers(loket.connection)
  const sweep = createSweepChanged({
    find: changed,
    wake: async (keys) => void (await keepWords(keys)),
    now: loket.deps.now,
  })
  return { searchWords, family, keepWords, sweep, changed: () => changed(loket.clock.now, 1000) }
}

export const searchFor = (visitor: Visitor, zoek: string): Promise<Response> =>
  visitor.post('/werkruimte/zoek', { zoek })

/** The references that a search leads to: of one, by where it sends; of several, as they stand in the page. */
export async function foundBy(visitor: Visitor, zoek: string): Promise<string[]> {
  const response = await searchFor(visitor, zoek)
  const opened = /\/werkruimte\/dossier\/(.+)$/.exec(response.headers.get('location') ?? '')?.[1]
  const html = await response.text()
  return opened ? [opened] : [...html.matchAll(/data-dossier="([^"]+)"/g)].map(([, reference = '']) => reference).sort()
}

/** A dossier with these answers, put in place without the road that led there. */
export async function placeAnswered(
  loket: TestWorkspace,
  answers: Record<string, string>,
  about: Parameters<typeof dossierOf>[1] = {},
): Promise<string> {
  const dossier = await dossierOf(loket, about)
  await keep(loket.connection, dossier)
  const sealed = await loket.deps.seal(dossier.network, dossier.reference, answers)
  const { client, PutCommand } = await loket.connection.dynamo()
  const Item = { pk: `DOSSIER#${dossier.reference}`, sk: 'ANTWOORDEN', sealed }
  await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
  return dossier.reference
}
