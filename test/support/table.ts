/** The table of an overleg as a browser sends it, and overlegs that are further along, decided as their own pages do. */

import { serviceOf } from '../../forms/index.ts'
import type { Decided, OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import type { Overleg } from '../../forms/kit/overleg/overleg.ts'
import { type OpenOverleg, openOverleg } from '../../functions/workspace/overleg/open.ts'
import { storeDecision } from '../../functions/workspace/overleg/store-decision.ts'
import { demoContent } from './content.ts'
import { dossierOf } from './dossier.ts'
import { type Fields, fieldsIn, type Visitor } from './visitor.ts'
import type { TestWorkspace } from './workspace.ts'

/** The fields of the page of a table, chosen options too. */
export function tableOn(html: string): Record<string, string> {
  const main = html.slice(html.indexOf('<main'))
  const chosen = [...main.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? ''] as const,
  )
  const typed = Object.entries(fieldsIn(main)).map(([name, [value = '']]) => [name, value] as const)
  return Object.fromEntries([...typed, ...chosen])
}

/** Number of the row of whoever has this in one of its fields. */
export function rowNamed(fields: Readonly<Record<string, string>>, text: string): number {
  const [name] = Object.entries(fields).find(([, value]) => value === text) ?? []
  const [, at] = /\[(\d+)\]/.exec(name ?? '') ?? []
  if (at === undefined) throw new Error(`Nobody at the table has ${text}`)
  return Number(at)
}

/** Fields of one row. */
export const cells = (at: number, row: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [`deelnemers[${at}].${column}`, value]))

/** Opens the page of a table and sends it, changed. */
export async function sendTable(visitor: Visitor, path: string, changes: Fields = {}): Promise<Response> {
  const html = await (await visitor.get(`${path}/overleg/tafel`)).text()
  return visitor.post(`${path}/overleg/tafel`, { ...tableOn(html), ...changes })
}

/** The overleg of a dossier as a page of the werkruimte opens it. */
export async function overlegOf(work: TestWorkspace, reference: string): Promise<OpenOverleg> {
  const dossier = await dossierOf(work, reference)
  const file = await work.deps.dossierFiles.read(reference, work.clock.now)
  const service = serviceOf(dossier)
  const found = file && service && (await openOverleg(work.deps, { file, service }))
  if (!found) throw new Error(`${reference} has no overleg`)
  return found
}

/** Decides about it as whoever holds the dossier, and stores that. */
export async function decideOn(
  work: TestWorkspace,
  reference: string,
  decide: (found: OpenOverleg, act: { by: string; now: Date }) => OverlegDecision,
): Promise<Overleg> {
  const found = await overlegOf(work, reference)
  const { now } = work.clock
  const content = demoContent(found.service.network.slug)
  const person = content.people.find(({ id }) => id === found.file.dossier.holder)
  if (!person) throw new Error(`Nobody holds ${reference}`)
  const decided: OverlegDecision = decide(found, { by: person.id, now })
  if (decided.kind === 'refused') throw new Error(`Refused: ${decided.reason}`)
  const stored = await storeDecision(work.deps, { found, content, decided: decided satisfies Decided, person, now })
  if (stored !== 'stored') throw new Error(`Not stored: ${stored}`)
  return (await overlegOf(work, reference)).overleg
}
