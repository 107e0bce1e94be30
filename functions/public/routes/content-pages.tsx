/**
 * Pages that are the same for everybody and show what is changed in a working week: the aanbod, and whom to write to. A browser and the
 * edge keep one for half a minute, as a process keeps what it is made of (functions/shared/store/contents.ts).
 */
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { networks, receivingNetworks } from '../../../forms/index.ts'
import { levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { aanbodPath } from '../../shared/public-paths.ts'
import type { PublicDeps } from '../deps.ts'
import { DomainPage, NetworkAanbodPage, OfferPage } from '../pages/aanbod-page.tsx'
import { AccessibilityPage, PrivacyPage, type Reachable } from '../pages/text-pages.tsx'

export function contentRoutes({ assets, contents }: Pick<PublicDeps, 'assets' | 'contents'>) {
  const routes = new Hono()

  const show = (c: Context, page: Child) => {
    c.header('Cache-Control', 'public, max-age=30')
    return c.html(String(page))
  }

  /** All that receive something: seldom asked for, and each of them is kept. */
  const everybody = (): Promise<Reachable[]> =>
    Promise.all(
      receivingNetworks.map(async (network) => ({ network, reply: (await contents.of(network)).mailboxes.reply })),
    )

  routes.get('/privacy', async (c) => show(c, <PrivacyPage assets={assets} everybody={await everybody()} />))
  routes.get('/toegankelijkheid', async (c) =>
    show(c, <AccessibilityPage assets={assets} everybody={await everybody()} />),
  )

  for (const network of networks) {
    routes.get(aanbodPath(network), async (c) => {
      const { aanbod } = await contents.of(network)
      return show(c, <NetworkAanbodPage {...{ assets, network, aanbod }} />)
    })
    for (const { value: levensdomein } of levensdomeinOptions)
      routes.get(aanbodPath(network, levensdomein), async (c) => {
        const { aanbod } = await contents.of(network)
        return show(c, <DomainPage {...{ assets, network, aanbod, levensdomein }} />)
      })
    for (const key of Object.keys(network.aanbod))
      routes.get(aanbodPath(network, key), async (c) => {
        const offer = (await contents.of(network)).aanbod[key]
        return offer ? show(c, <OfferPage {...{ assets, network, offer }} />) : c.notFound()
      })
  }
  return routes
}
