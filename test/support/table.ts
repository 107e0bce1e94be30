/** The page of the table of an overleg as a browser sends it: its fields, by row and column. */

import { type Filed, fileHeld } from './dossier.ts'
import { type Fields, fieldsIn, mainOf, readPage, type Visitor } from './visitor.ts'
import type { TestWorkspace } from './workspace.ts'

/** The fields of the page of a table, chosen options too. */
export function tableOn(html: string): Record<string, string> {
  const main = mainOf(html)
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

export const pathOfTable = ({ path }: Filed): string => `${path}/overleg/tafel`

/** What the request of the tests left open: numbers of who has no address. */
export const numbersFor = (fields: Readonly<Record<string, string>>): Record<string, string> => ({
  ...cells(rowNamed(fields, 'OCMW Voorbeeld'), { telefoon: '053/12.34.56' }),
  ...cells(rowNamed(fields, 'Wijkgezondheidscentrum Voorbeeld'), { bereik: 'mail', email: 'onthaal@wgc.example' }),
})

/** The client agreed, on the day of the request, and can speak freely. */
export const sayAgreed = { besproken_op: '23/11/2026', vrij_spreken: 'nee' }

/** A request whose whole table the client agreed to. */
export async function agreedTable(work: TestWorkspace, visitor: Visitor): Promise<Filed> {
  const filed = await fileHeld(work)
  const response = await visitor.post(pathOfTable(filed), await agreedFields(visitor, filed))
  if (!response.headers.get('location')?.endsWith('?klaar=besproken')) throw new Error(`Not agreed: ${response.status}`)
  return filed
}

async function agreedFields(visitor: Visitor, filed: Filed): Promise<Fields> {
  const fields = tableOn((await readPage(visitor, pathOfTable(filed))).html)
  return { ...fields, ...numbersFor(fields), ...sayAgreed }
}
