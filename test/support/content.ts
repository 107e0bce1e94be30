/** The content that tests work with: that of the local runner (functions/local/demo-content.ts), without a table. */
import { networks } from '../../forms/index.ts'
import { contentOf, type NetworkContent, type Person } from '../../forms/kit/content.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import type { Contents } from '../../functions/shared/store/contents.ts'

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
