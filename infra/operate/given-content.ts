/** The content of a network as whoever runs Loket sees it and gives it: a file of JSON, with the revision it was made from. */
import * as z from 'zod'
import { contentOf, withoutOfFile } from '../../forms/kit/content.ts'
import { contentSchema } from '../../forms/kit/content-schema.ts'
import type { Network } from '../../forms/kit/network.ts'
import { contentProblems } from '../../forms/kit/problems/content-problems.ts'
import type { Audited } from '../../functions/shared/store/audit.ts'
import type { ContentChanges } from '../../functions/shared/store/content-changes.ts'

const fileSchema = z.looseObject({ revision: z.number().int().min(0) })

/** Also of what nobody changed yet: the aanbod as the network's file has it. */
export async function contentAsText(contents: Pick<ContentChanges, 'stored'>, network: Network): Promise<string> {
  const { content, revision } = await contents.stored(network)
  const { people, mailboxes, templates, abbreviations, aanbod } = contentOf(network, content)
  const offers = Object.entries(aanbod).map(([key, offer]) => [key, withoutOfFile(offer)])
  const all = { revision, people, mailboxes, templates, abbreviations, aanbod: Object.fromEntries(offers) }
  return JSON.stringify(all, null, 2)
}

/** Stores what a file says, and gives the new revision; what is wrong with it is one error for a person. */
export async function storeGiven(
  contents: Pick<ContentChanges, 'put'>,
  network: Network,
  text: string,
  about: Audited,
): Promise<number> {
  const { revision, ...given } = readFile(text)
  const problems = contentProblems(network, given)
  if (problems.length > 0) throw new Error(`Nothing is stored of ${network.name}:\n  ${problems.join('\n  ')}`)
  const put = await contents.put(network, contentSchema.parse(given), { revision, who: 'beheer', ...about })
  switch (put.kind) {
    case 'stored':
      return put.revision
    case 'changed':
      throw new Error(
        `Somebody changed ${network.name} since revision ${revision}. Print it again, and change that file.`,
      )
    case 'full':
      throw new Error(`Nothing is stored of ${network.name}: it does not fit in one item. Shorten what is long.`)
    case 'reused':
      throw new Error(
        `Somebody else of ${network.name} had the id ${put.ids.join(', ')}: dossiers still name them by it. Choose another.`,
      )
  }
}

function readFile(text: string) {
  try {
    return fileSchema.parse(JSON.parse(text))
  } catch {
    throw new Error('The file is no JSON, or says no revision. Print the content first, and change what is printed.')
  }
}
