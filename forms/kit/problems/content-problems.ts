/**
 * Typing errors in the content of a network (content.ts), as a command, the local runner or a test gives it: compared with the
 * network's file, all of them at once, each with the nearest right word. An empty list is content that can be stored.
 */
import * as z from 'zod'
import { isDialled, normalizeEmail } from '../contact.ts'
import { contentWith, roles } from '../content-schema.ts'
import type { Network } from '../network.ts'
import { levensdomeinOptions } from '../questions/levensdomeinen.ts'
import { almostKnown, unknownWord } from './nearest.ts'
import { textProblems } from './text-problems.ts'
import { twice } from './twice.ts'

/** What a list of the werkruimte, or an audit line, says in place of a person's id. */
const noPerson = ['aanvrager', 'beheer', 'lijst', 'niemand']

/** Bytes: no item of the table is larger than 128 KB (docs/decisions/003), and the ids of who left are beside it. */
const most = 120_000

const anyWords = contentWith(z.string(), z.string())
type Given = z.infer<typeof anyWords>

export function contentProblems({ aanbod }: Pick<Network, 'aanbod'>, given: unknown): string[] {
  const read = anyWords.safeParse(given)
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.') || 'it all'}: ${message}`)
  const keys = Object.entries(aanbod).flatMap(([key, { formerly = [] }]) => [key, ...formerly])
  return [
    ...leftOut(given, read.data),
    ...sizeProblem(read.data),
    ...peopleProblems(read.data),
    ...Object.entries(read.data.mailboxes).flatMap(([name, address]) => addressProblem(`mailbox \`${name}\``, address)),
    ...abbreviationProblems(read.data),
    ...Object.keys(read.data.aanbod).flatMap((key) => offerKeyProblem(key, keys)),
    ...offerProblems(read.data),
    ...twice(
      'template',
      read.data.templates.map(({ key }) => key),
    ),
    ...textProblems(read.data),
  ]
}

function sizeProblem(content: Given): string[] {
  const bytes = new TextEncoder().encode(JSON.stringify(content)).length
  return bytes > most ? [`it all takes ${bytes} bytes, and ${most} fit.`] : []
}

function peopleProblems({ people }: Given): string[] {
  return [
    ...twice(
      'person',
      people.map(({ id }) => id),
    ),
    ...people.flatMap(({ id, role, email, phone }) => [
      ...(/^[a-z0-9][a-z0-9-]*$/.test(id) && !noPerson.includes(id)
        ? []
        : [`person \`${id}\`: an id is small letters, digits and hyphens, and none of ${noPerson.join(', ')}.`]),
      ...unknownWord(`person \`${id}\` has role`, role, roles),
      ...addressProblem(`person \`${id}\``, email),
      ...phoneProblem(`person \`${id}\``, phone),
    ]),
  ]
}

/** One that says nothing, or the same, would match with everything or nothing. */
const abbreviationProblems = ({ abbreviations }: Given): string[] =>
  Object.entries(abbreviations).flatMap(([short, long]) =>
    [short, long].some((name) => !/[\p{L}\p{N}]/u.test(name))
      ? [`abbreviation \`${short}\` stands for \`${long}\`: both need a letter.`]
      : [],
  )

const offerProblems = ({ aanbod }: Given): string[] =>
  Object.entries(aanbod).flatMap(([key, { levensdomeinen, phone, website = 'https://' }]) => [
    ...(phone === undefined ? [] : phoneProblem(`offer \`${key}\``, phone)),
    ...levensdomeinen.flatMap((domein) => unknownWord(`offer \`${key}\` is in levensdomein`, domein, domeinen)),
    ...(website.startsWith('https://') ? [] : [`offer \`${key}\` has website \`${website}\`, without https.`]),
  ])

/** People add offers; a key that is almost one of the file was meant to be that one. */
const offerKeyProblem = (key: string, keys: readonly string[]): string[] =>
  keys.includes(key) || /^[a-z0-9][a-z0-9-]*$/.test(key)
    ? almostKnown('has offer', key, keys)
    : [`has offer \`${key}\`: a key is small letters, digits and hyphens.`]

const domeinen = levensdomeinOptions.map(({ value }) => value)

function addressProblem(whose: string, address: string): string[] {
  const known = normalizeEmail(address)
  if (known === address) return []
  return [`${whose} has \`${address}\`${known ? `. Write it as \`${known}\`.` : ', which is no address.'}`]
}

const phoneProblem = (whose: string, phone: string): string[] =>
  isDialled(phone) ? [] : [`${whose} has \`${phone}\`, which nobody can dial.`]

/** Names that nobody reads: of those the next version may know more, but who types them means another one. */
function leftOut(given: unknown, read: unknown, path = ''): string[] {
  if (!isObject(given) || !isObject(read)) return []
  return Object.entries(given).flatMap(([name, value]) =>
    name in read ? leftOut(value, read[name], `${path}${name}.`) : [`${path}${name} is nothing that is stored.`],
  )
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
