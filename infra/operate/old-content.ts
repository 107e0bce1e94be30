/**
 * What stood in forms/networks/ of a version that kept people, mailboxes and phone numbers there: 0.1.0, in Dutch words, and what came
 * between that and the content in the table (docs/decisions/018), in English ones.
 */
import * as z from 'zod'
import type { StoredContent } from '../../forms/kit/content-schema.ts'
import type { Network } from '../../forms/kit/network.ts'

/** What 0.1.0 called it, and what it is called since. */
const wordsOf = new Map<string, string>([
  ['mensen', 'people'],
  ['plaatsvervangerEmail', 'deputyEmail'],
  ['antwoordEmail', 'replyEmail'],
  ['naam', 'name'],
  ['rol', 'role'],
  ['dienst', 'employer'],
  ['telefoon', 'phone'],
  ['nagekeken', 'checkedOn'],
])

/** The fields of one thing in the words of now; what is in them stays. */
const inWordsOfNow = (thing: unknown): unknown =>
  typeof thing === 'object' && thing !== null
    ? Object.fromEntries(Object.entries(thing).map(([name, value]) => [wordsOf.get(name) ?? name, value]))
    : thing
const inWords = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(inWordsOfNow, schema)

const text = z.string().optional()
const person = z.object({
  ...{ id: z.string(), name: z.string(), role: z.string() },
  ...{ employer: z.string(), email: z.string(), phone: z.string() },
})
const offer = z.object({ phone: text, website: text, checkedOn: text })
const oldNetwork = inWords(
  z.object({
    ...{ slug: z.string(), people: z.array(inWords(person)), aanbod: z.record(z.string(), inWords(offer)) },
    ...{ triageEmail: text, deputyEmail: text, replyEmail: text },
  }),
)

/** Not judged yet: given to content-problems.ts as what somebody typed. */
interface OldContent {
  people: readonly object[]
  mailboxes: Partial<StoredContent['mailboxes']>
  /** By the key it has today. */
  aanbod: Record<string, object>
}

/** Of what one old file exports; undefined when that is no network with people. */
export function contentOfOld(exported: unknown, today: Pick<Network, 'aanbod'>): OldContent | undefined {
  const read = oldNetwork.safeParse(exported)
  if (!read.success) return undefined
  const { people, aanbod, triageEmail: triage, deputyEmail: deputy, replyEmail: reply } = read.data
  // Left out when it is not there: what is stored has no empty fields.
  return {
    people,
    mailboxes: filled({ triage, deputy, reply }),
    aanbod: Object.fromEntries(changedOffers(aanbod, today)),
  }
}

/**
 * Only those that today's file names as well, with what is content of them (phone, website, date): what they say of themselves is that of
 * today's file, which was written after it; for where and by which form stays in the file alone.
 */
function changedOffers(old: Record<string, z.infer<typeof offer>>, { aanbod }: Pick<Network, 'aanbod'>) {
  return Object.entries(aanbod).flatMap(([key, { formerly = [], alsoFor: _a, postcodes: _p, form: _f, ...first }]) => {
    const name = [key, ...formerly].find((one) => Object.hasOwn(old, one))
    const { phone, website, checkedOn } = (name === undefined ? undefined : old[name]) ?? {}
    return phone || website ? [[key, { ...first, ...filled({ phone, website, checkedOn }) }] as const] : []
  })
}

const filled = <Value>(fields: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )
