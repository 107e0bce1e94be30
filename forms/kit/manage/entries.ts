/**
 * What somebody changes of a network's content (content-schema.ts) is one entry, or a few: a person, an offer, a mailbox. Each is
 * named by its part and its key, so that a change says from what to what, and can be put back by itself (docs/decisions/036).
 */
import * as z from 'zod'
import { entrySchemas, type StoredContent } from '../content-schema.ts'

export type Values = { [Part in keyof typeof entrySchemas]: z.infer<(typeof entrySchemas)[Part]> }
export type Part = keyof Values
const parts = Object.keys(entrySchemas) as readonly Part[]

/** An entry by its name. */
export interface Entry {
  of: Part
  key: string
}

/** What an entry becomes; absent: it goes. */
export type Wanted = { [P in Part]: { of: P; key: string; to?: Values[P] | undefined } }[Part]

/** What an entry was and became; absent where there was none, or is none any more. */
export type Changed = {
  [P in Part]: { of: P; key: string; from?: Values[P] | undefined; to?: Values[P] | undefined }
}[Part]

export const isSame = (one: Entry, other: Entry): boolean => one.of === other.of && one.key === other.key

/** The entries of each part by their keys; people are kept as a list. */
const entriesOf = (content: StoredContent): Record<Part, Readonly<Record<string, unknown>>> => ({
  ...content,
  people: Object.fromEntries(content.people.map((person) => [person.id, person])),
})

const valueIn = (content: StoredContent, { of, key }: Entry): unknown => {
  const entries = entriesOf(content)[of]
  return Object.hasOwn(entries, key) ? entries[key] : undefined
}

/** The content with these entries as they are wanted. Who comes is last in the list, who leaves is kept by name. */
export function withEntries(content: StoredContent, wanted: readonly Wanted[]): StoredContent {
  let after = content
  for (const one of wanted) after = one.of === 'people' ? withPerson(after, one.key, one.to) : withValue(after, one)
  return after
}

/** What stays keeps its place. */
function withValue(content: StoredContent, { of, key, to }: Exclude<Wanted, { of: 'people' }>): StoredContent {
  const { [key]: _before, ...others } = entriesOf(content)[of]
  return { ...content, [of]: to === undefined ? others : { ...content[of], [key]: to } }
}

function withPerson(content: StoredContent, id: string, to: Values['people'] | undefined): StoredContent {
  const { people, left } = content
  const before = people.find((person) => person.id === id)
  if (to !== undefined)
    return {
      ...content,
      people: before ? people.map((person) => (person === before ? to : person)) : [...people, to],
      left: left.filter((person) => person.id !== id),
    }
  return before
    ? { ...content, people: people.filter((person) => person !== before), left: [...left, { id, name: before.name }] }
    : content
}

/** A network whose last coordinator would go: nobody could let anybody in any more. */
export const losesCoordinator = (before: StoredContent, after: StoredContent): boolean =>
  hasCoordinator(before) && !hasCoordinator(after)

const hasCoordinator = ({ people }: StoredContent): boolean => people.some(({ role }) => role === 'coordinator')

/** What is different between two contents, entry by entry. */
export function changesBetween(before: StoredContent, after: StoredContent): Changed[] {
  const [was, is] = [entriesOf(before), entriesOf(after)]
  return parts.flatMap((of) =>
    [...new Set([...Object.keys(was[of]), ...Object.keys(is[of])])].flatMap((key) => {
      const [from, to] = [was[of][key], is[of][key]]
      return asText(from) === asText(to) ? [] : [asChanged({ of, key, from, to })]
    }),
  )
}

/** The way back: what each entry was before. */
export const putBack = (changed: readonly Changed[]): Wanted[] =>
  changed.map(({ of, key, from }) => asWanted({ of, key, to: from }))

/** Whether an entry is what it became then. */
export const isStill = (content: StoredContent, changed: Changed): boolean =>
  asText(valueIn(content, changed)) === asText(changed.to)

/** Fields in one order, as a stored item may give them in another. */
const asText = (value: unknown): string | undefined =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** Of one part, so the value is that of the part: what only a type cannot follow through a record. */
const asChanged = (changed: Entry & { from: unknown; to: unknown }) => changed as Changed
const asWanted = (wanted: Entry & { to: unknown }) => wanted as Wanted

/** As a change keeps it. What another version knew, and this one does not, is left out. */
export const changedSchema = z.array(z.unknown()).transform((all) => all.flatMap((one) => readChanged(one) ?? []))

const entrySchema = z.object({
  of: z.enum(parts),
  key: z.string(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
})

function readChanged(kept: unknown): Changed | undefined {
  const entry = entrySchema.safeParse(kept)
  if (!entry.success) return undefined
  const value = entrySchemas[entry.data.of].optional()
  const [from, to] = [value.safeParse(entry.data.from), value.safeParse(entry.data.to)]
  return from.success && to.success ? asChanged({ ...entry.data, from: from.data, to: to.data }) : undefined
}
