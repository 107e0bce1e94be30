/** The page of the table of an overleg as a browser sends it: its fields, by row and column. */

import { type Fields, fieldsIn, mainOf, type Visitor } from './visitor.ts'

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
