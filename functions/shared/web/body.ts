/** Reads what a browser posted: URL-encoded only, by field name, never more than a form can hold. */
import type { Context } from 'hono'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { bytesIn } from '../../../forms/kit/shorten.ts'
import { ownForm } from './guard.ts'

/** More fields than the largest form could send. */
const mostFields = 500

/** What no browser would send: a percent sign that is not the begin of a byte becomes the replacement character. */
const withoutLooseSigns = (body: string): string => body.replace(/%(?![0-9a-f]{2})/gi, '%EF%BF%BD')

/** The fields by name, or undefined when this cannot come from one of our forms. */
export async function readBody(c: Context): Promise<RawInput | undefined> {
  // The replacement character is refused in words by every field.
  const text = withoutLooseSigns(await c.req.text())
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

/**
 * The bytes of one field as they were sent, for a text in another encoding than that of our pages; undefined when it is not there.
 * A browser sends UTF-8; a file that somebody's program posts is what it is.
 */
export async function readFieldBytes(c: Context, name: string): Promise<Uint8Array | undefined> {
  const pair = (await c.req.text()).split('&').find((one) => one.startsWith(`${name}=`))
  if (pair === undefined) return undefined
  const sent = Buffer.from(withoutLooseSigns(pair.slice(name.length + 1)).replaceAll('+', ' '))
  let length = 0
  for (let at = 0; at < sent.length; at += 1, length += 1) {
    const isSign = sent[at] === 0x25
    sent[length] = isSign ? Number.parseInt(sent.toString('latin1', at + 1, at + 3), 16) : (sent[at] ?? 0)
    if (isSign) at += 2
  }
  return new Uint8Array(sent.subarray(0, length))
}

/** Longest body, in bytes, that is still shown back to who typed it: of quotes alone the page stays below the 6 MB of a function. */
const mostShown = 900 * 1024

/** Bytes of an answer that are left for what was typed: a function gives 6 MB, as JSON (AWS, Lambda quotas). */
const mostAnswered = 5.5 * 1024 * 1024

/** Whether a page can show this text again: written as HTML, in JSON, it may be six times as long. */
export const fitsInAnswer = (text: string): boolean =>
  bytesIn(JSON.stringify(text.replace(/["'&<>]/g, '&quot;'))) <= mostAnswered

/** The value of a choice, a revision or an id; and a token. */
const isCode = (text: string): boolean => /^[a-z0-9_-]{0,40}$/.test(text) && !/^\d{8,}$/.test(text)
const isToken = (text: string): boolean => /^[\w.-]{22,}$/.test(text)

/** What a person wrote of what a form sent, which would be a pity to lose: words, addresses and numbers, not codes. */
export const textsIn = (body: RawInput = new Map()): string[] =>
  [...body.values()].flat().filter((text) => !isCode(text) && !isToken(text))

/**
 * The texts of a form that we do not take, so that nobody loses them; none when there is too much to read at all. Only of a
 * form of ours: another site must not put its words on a page of ours.
 */
export async function textsSent(c: Context): Promise<string[]> {
  if (!c.get(ownForm)) return []
  if (Number(c.req.header('Content-Length') ?? Number.POSITIVE_INFINITY) > mostShown) return []
  if (!c.req.header('Content-Type')?.toLowerCase().startsWith('multipart/form-data')) return textsIn(await readBody(c))
  const parts = await c.req.formData().catch(() => new FormData())
  return textsIn(new Map([...parts].flatMap(([name, value]) => (typeof value === 'string' ? [[name, [value]]] : []))))
}

/** Only the fields a form knows; undefined when a field that has one answer was sent twice. */
export function pickFields(body: RawInput, known: ReadonlyMap<string, boolean>): RawInput | undefined {
  const picked = [...body].filter(([name]) => known.has(name))
  const twice = picked.some(([name, values]) => values.length > 1 && !known.get(name))
  return twice ? undefined : new Map(picked)
}
