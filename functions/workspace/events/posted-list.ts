/** What somebody posts of a list: pasted text or the bytes of a file, and what they corrected since it was read. */
import type { Context } from 'hono'
import * as z from 'zod'
import {
  decoded,
  type Encoding,
  encodingNames,
  encodingOf,
  encodings,
  isWorkbook,
} from '../../../forms/kit/events/list/bytes.ts'
import { roles } from '../../../forms/kit/events/list/headers.ts'
import { parts } from '../../../forms/kit/events/list/judge.ts'
import { mendMojibake } from '../../../forms/kit/events/list/mojibake.ts'
import type { Corrections } from '../../../forms/kit/events/list/read-list.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { readFieldBytes } from '../../shared/web/body.ts'

/** How the characters are read: what we find best, a pasted text as it stands, or a file in this encoding. */
const readings = ['', 'letterlijk', ...encodings] as const
export type Reading = (typeof readings)[number]

export const readingNames: Record<Reading, string> = {
  '': 'zoals wij denken dat het hoort',
  letterlijk: 'precies zoals het er staat',
  ...encodingNames,
}

export interface PostedList {
  /** With the characters as they were read. */
  text: string
  /** "UTF-8" */
  encoding: string
  /** Characters that were mended because another program had broken them. */
  mended: number
  reading: Reading
  /** What `reading` can be for this list. */
  readings: readonly Reading[]
  corrections: Corrections
  /** What the page carries along to read it again, and to put it on the list. */
  carried: Readonly<Record<string, string>>
  fileName: string | undefined
  /** What a file is that is no text. */
  workbook: boolean
}

const one = (body: RawInput, name: string): string => body.get(name)?.[0] ?? ''

const base64Schema = z.base64().min(1)
const roleSchema = z.enum(roles)
const readingSchema = z.enum(readings).catch('')
const columnName = /^kolom\[(\d{1,3})\]$/
const lineName = new RegExp(`^regel\\[(\\d{1,5}(?:-\\d{1,5})?)\\]\\.(${parts.join('|')})$`)

/** Name of a file that is shown; characters. */
const longestName = 80

/** Pasted in `csv`, or in `lijst`; a file comes as base64, with its name, in the fields that the script of the page fills in. */
export async function readPostedList(c: Context, body: RawInput): Promise<PostedList> {
  const reading = readingSchema.parse(one(body, 'tekens'))
  const corrections = correctionsIn(body)
  const file = base64Schema.safeParse(one(body, 'bestand'))
  if (file.success) {
    const fileName = one(body, 'bestandsnaam').slice(0, longestName) || 'uw bestand'
    return { ...fromBytes(Buffer.from(file.data, 'base64'), reading, fileName), corrections }
  }
  const name = body.has('csv') ? 'csv' : 'lijst'
  const bytes = await readFieldBytes(c, name)
  if (bytes && encodingOf(bytes) !== 'utf-8') return { ...fromBytes(bytes, reading, undefined), corrections }
  return { ...fromText(one(body, name), reading), corrections }
}

type Read = Omit<PostedList, 'corrections'>

function fromText(pasted: string, asked: Reading): Read {
  const reading = asked === 'letterlijk' ? asked : ''
  const { text, mended } = reading === 'letterlijk' ? { text: pasted, mended: 0 } : mendMojibake(pasted)
  return {
    ...{ text, mended, reading, encoding: encodingNames['utf-8'], fileName: undefined, workbook: false },
    readings: ['', 'letterlijk'],
    carried: { csv: pasted },
  }
}

function fromBytes(bytes: Uint8Array, asked: Reading, fileName: string | undefined): Read {
  const reading = asked === 'letterlijk' ? '' : asked
  const encoding: Encoding = reading || encodingOf(bytes)
  const written = decoded(bytes, encoding)
  const { text, mended } = reading ? { text: written, mended: 0 } : mendMojibake(written)
  return {
    ...{ text, mended, reading, encoding: encodingNames[encoding], fileName, workbook: isWorkbook(bytes) },
    readings: ['', ...encodings],
    carried: { bestand: Buffer.from(bytes).toString('base64'), ...(fileName ? { bestandsnaam: fileName } : {}) },
  }
}

function correctionsIn(body: RawInput): Corrections {
  const columns: Corrections['columns'] & Map<number, (typeof roles)[number]> = new Map()
  const mended = new Map<string, Record<string, string>>()
  for (const [name, [value = '']] of body) {
    const [, column] = columnName.exec(name) ?? []
    const role = column === undefined ? undefined : roleSchema.safeParse(value).data
    if (column !== undefined && role) columns.set(Number(column), role)
    const [, place, part] = lineName.exec(name) ?? []
    if (place !== undefined && part !== undefined) mended.set(place, { ...mended.get(place), [part]: value })
  }
  return { columns, mended }
}
