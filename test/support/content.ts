/** The content that tests work with: that of the local runner (functions/local/demo-content.ts), without a table. */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { networks } from '../../forms/index.ts'
import { contentOf, type NetworkContent, type Person } from '../../forms/kit/content.ts'
import { contentSchema } from '../../forms/kit/content-schema.ts'
import { changesBetween } from '../../forms/kit/manage/entries.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import { auditItem } from '../../functions/shared/store/audit.ts'
import type { Contents } from '../../functions/shared/store/contents.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { contentChangeKey, contentKey } from '../../functions/shared/store/keys.ts'

/** In place of the store. */
export const demoContents: Pick<Contents, 'of' | 'forget'> = {
  forget: () => {},
  of: async (network) => contentOf(network, demoContentOf(network)),
}

/** Of a network by its slug. */
export function demoContent(slug: string): NetworkContent {
  const network = networks.find((one) => one.slug === slug)
  if (!network) throw new Error(`There is no network ${slug}`)
  return contentOf(network, demoContentOf(network))
}

/** Those with a demo: what somebody fills in is there to be looked at. Whoever adds a network begins without. */
export const demoNetworks = networks.filter((network) => demoContentOf(network).people.length > 0)

/** Somebody of a network, by id. */
export function demoPerson(id: string): Person {
  const found = networks.flatMap(({ slug }) => demoContent(slug).people).find((person) => person.id === id)
  if (!found) throw new Error(`Nobody of a network has the id ${id}`)
  return found
}

/** In a table, as the local runner stores it: in one write, as every test of the werkruimte begins with it. */
export async function storeDemoContents({ dynamo, tables }: Connection<Tables>, now: Date): Promise<void> {
  const { client } = await dynamo()
  const about = { now, auditId: 'demo', auditDays: 365 }
  const items = networks.flatMap((network) => {
    const content = demoContentOf(network)
    const changed = changesBetween(contentSchema.parse({}), content)
    const line = { who: 'beheer', what: 'gegeven', revision: 1, changed }
    return [
      { ...contentKey(network.slug), ...content, revision: 1, gone: [] },
      auditItem(() => contentChangeKey(network.slug, 1), about, line),
    ]
  })
  await client.send(
    new BatchWriteCommand({ RequestItems: { [tables.loket]: items.map((Item) => ({ PutRequest: { Item } })) } }),
  )
}
