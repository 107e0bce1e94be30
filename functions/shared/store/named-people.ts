/**
 * Whom the table names as somebody of a network: bound to an account, with a dossier, away. For the command that takes the people of an
 * older version over (infra/operate/take-over.ts); it reads the whole table.
 */
import * as z from 'zod'
import type { Connection } from './dynamo.ts'
import { absencesOf, dossierKey, identityKey, type PersonRef, personIn, personKey, referenceIn } from './keys.ts'
import { scanEach } from './scan-all.ts'

const reasonsToBeNamed = ['has an account', 'holds a dossier', 'is away'] as const
type NamedBecause = (typeof reasonsToBeNamed)[number]

export interface NamedPerson extends PersonRef {
  because: readonly NamedBecause[]
}

const itemSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  network: z.string().optional(),
  person: z.string().optional(),
  holder: z.string().optional(),
  /** Who stands in for somebody who is away. */
  standIn: z.string().optional(),
})
type Item = z.infer<typeof itemSchema>

/** Each once, by network and id. */
export async function namedPeople({ dynamo, tables }: Connection): Promise<NamedPerson[]> {
  const found = new Map<string, { who: PersonRef; because: Set<NamedBecause> }>()
  const scan = {
    TableName: tables.loket,
    ProjectionExpression: 'pk, sk, #network, person, holder, standIn',
    ExpressionAttributeNames: { '#network': 'network' },
  }
  for await (const item of scanEach(dynamo, scan))
    for (const { because, ...who } of namedIn(itemSchema.parse(item))) {
      const key = `${who.network}#${who.person}`
      const known = found.get(key) ?? { who, because: new Set() }
      known.because.add(because)
      found.set(key, known)
    }
  return [...found.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { who, because }]) => ({ ...who, because: reasonsToBeNamed.filter((reason) => because.has(reason)) }))
}

function namedIn({ pk, sk, network, person, holder, standIn }: Item): (PersonRef & { because: NamedBecause })[] {
  const own = personIn(pk)
  if (own && sk === personKey(own.network, own.person).sk) return [{ ...own, because: 'has an account' }]
  if (pk.startsWith(identityKey('').pk))
    return network && person ? [{ network, person, because: 'has an account' }] : []
  const reference = referenceIn(pk)
  if (reference !== undefined && sk === dossierKey(reference).sk)
    return network && holder ? [{ network, person: holder, because: 'holds a dossier' }] : []
  const of = awayIn(pk)
  return of === undefined
    ? []
    : [person, standIn].flatMap((one) => (one ? [{ network: of, person: one, because: 'is away' as const }] : []))
}

const awayIn = (pk: string): string | undefined =>
  pk.startsWith(absencesOf('')) && !pk.slice(absencesOf('').length).includes('#')
    ? pk.slice(absencesOf('').length)
    : undefined
