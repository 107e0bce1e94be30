/** Reads what a browser posted: URL-encoded only, by field name, never more than a form can hold. */
import type { Context } from 'hono'
import type { RawInput } from '../../forms/kit/answers.ts'

/** More fields than the largest form could send. */
const mostFields = 500

/** The fields by name, or undefined when this cannot come from one of our forms. */
export async function readBody(c: Context): Promise<RawInput | undefined> {
  // A percent sign no browser would send becomes the replacement character, which every field refuses in words.
  const text = (await c.req.text()).replace(/%(?![0-9a-f]{2})/gi, '%EF%BF%BD')
  const fields = new Map<string, string[]>()
  let count = 0
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1
    if (count > mostFields) return undefined
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** Only the fields a form knows; undefined when a field that has one answer was sent twice. */
export function pickFields(body: RawInput, known: ReadonlyMap<string, boolean>): RawInput | undefined {
  const picked = [...body].filter(([name]) => known.has(name))
  const twice = picked.some(([name, values]) => values.length > 1 && !known.get(name))
  return twice ? undefined : new Map(picked)
}
