/**
 * The people, mailboxes and phone numbers of a version that kept them in forms/networks/, put where they are now: once, all networks
 * or none, and only when everybody whom the table names is among them. Whoever was bound or holds a dossier and is left out would be
 * locked out, and their dossiers would have a holder whom nobody knows.
 */
import { findNetwork, networks } from '../../forms/index.ts'
import { contentOf } from '../../forms/kit/content.ts'
import { contentSchema, type StoredContent } from '../../forms/kit/content-schema.ts'
import type { Network } from '../../forms/kit/network.ts'
import { contentProblems } from '../../forms/kit/problems/content-problems.ts'
import { unknownWord } from '../../forms/kit/problems/nearest.ts'
import type { Audited } from '../../functions/shared/store/audit.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import type { ContentItem, Contents } from '../../functions/shared/store/contents.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { type NamedPerson, namedPeople } from '../../functions/shared/store/named-people.ts'
import { contentFindings } from './content-findings.ts'

export interface TakeOver {
  connection: Connection
  contents: Contents
  stage: string
  /** By the slug of the network; as somebody gives it, not judged yet. */
  given: ReadonlyMap<string, unknown>
  /** Of each network, with its own days. */
  about: (network: Network) => Audited
}

interface Planned {
  network: Network
  item: ContentItem
  /** Absent: what is stored stays, or there is nothing to store. */
  content?: StoredContent
  problems: readonly string[]
}

/** What was done and what is missing, line by line; throws with all there is to mend when nothing is stored. */
export async function takeOver({ connection, contents, stage, given, about }: TakeOver): Promise<string[]> {
  const named = await namedPeople(connection)
  const plans: Planned[] = []
  for (const network of networks) {
    const ofNetwork = named.filter((one) => findNetwork(one.network) === network)
    plans.push(planOf(network, await contents.stored(network), given.get(network.slug), ofNetwork))
  }
  const problems = [...strangers(given, named), ...plans.flatMap((plan) => plan.problems)]
  if (problems.length > 0) throw new Error(`Nothing is stored. To mend first:\n  ${problems.join('\n  ')}`)
  const changes = createContentChanges(connection, contents)
  const lines: string[] = []
  for (const { network, item, content } of plans) {
    const put = content && (await changes.put(network, content, { revision: 0, who: 'beheer', ...about(network) }))
    if (put && put.kind !== 'stored') throw new Error(`${network.name} changed meanwhile. Run this again.`)
    lines.push(`${network.name}: ${content ? countsOf(content) : (told(item) ?? 'nothing is given, nobody is stored')}`)
    lines.push(...missingIn(stage, network, content ?? item.content).map((line) => `  ${line}`))
  }
  return lines
}

const isThere = ({ revision, content }: ContentItem): boolean => revision > 0 || content.people.length > 0
const told = (item: ContentItem): string | undefined =>
  isThere(item) ? `has its content already (revision ${item.revision}), which stays` : undefined

function planOf(network: Network, item: ContentItem, given: unknown, named: readonly NamedPerson[]): Planned {
  if (isThere(item)) return { network, item, problems: missingPeople(network, knownIn(item), named) }
  if (given === undefined) return { network, item, problems: missingPeople(network, [], named) }
  const wrong = contentProblems(network, given)
  if (wrong.length > 0) return { network, item, problems: wrong.map((problem) => `${network.name}: ${problem}`) }
  const content = contentSchema.parse(given)
  const ids = content.people.map(({ id }) => id)
  return { network, item, content, problems: missingPeople(network, ids, named) }
}

/** Also who left since: their name stays. */
const knownIn = ({ content, gone }: ContentItem): string[] => [...content.people.map(({ id }) => id), ...gone]

const missingPeople = ({ name }: Network, ids: readonly string[], named: readonly NamedPerson[]): string[] =>
  named
    .filter(({ person }) => !ids.includes(person))
    .map(({ person, because }) => `${name}: \`${person}\` ${because.join(', ')}, and is not among the people.`)

/** Of a network that no file has: in what was given, or in the table. */
function strangers(given: ReadonlyMap<string, unknown>, named: readonly NamedPerson[]): string[] {
  const slugs = networks.map(({ slug }) => slug)
  const lost = new Set(named.flatMap(({ network }) => (findNetwork(network) ? [] : [network])))
  return [
    ...[...given.keys()].flatMap((slug) => unknownWord('What is given has network', slug, slugs)),
    ...[...lost].map((slug) => `The table has people of network \`${slug}\`, which is in no file of forms/networks/.`),
  ]
}

function countsOf({ people, mailboxes, aanbod }: StoredContent): string {
  const counts = [`${people.length} people`, `${Object.keys(mailboxes).length} mailboxes`]
  return `stored ${[...counts, `${Object.keys(aanbod).length} offers`].join(', ')}`
}

/** As npm run doctor says it. */
const missingIn = (stage: string, network: Network, content: StoredContent): string[] =>
  contentFindings(stage, network, contentOf(network, content)).flatMap(({ level, what }) =>
    level === 'fine' ? [] : [what],
  )
