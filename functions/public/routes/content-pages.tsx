/**
 * Pages that are the same for everybody and show what is changed in a working week: the aanbod, and whom to write to. A browser and the
 * edge keep one for half a minute, as a process keeps what it is made of (functions/shared/store/contents.ts).
 */
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { findNetwork, networks, receivingNetworks } from '../../../forms/index.ts'
import { once } from '../../../forms/kit/once.ts'
import { levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { findOffers, longestSearch, wordsSought } from '../../../forms/kit/search/find-offers.ts'
import { aanbodPath, aanbodSearch } from '../../shared/public-paths.ts'
import type { PublicDeps } from '../deps.ts'
import { networksWithAanbod } from '../pages/aanbod-home-page.tsx'
import { DomainPage, NetworkAanbodPage, OfferPage } from '../pages/aanbod-page.tsx'
import { FoundPage } from '../pages/found-page.tsx'
import { AccessibilityPage, PrivacyPage, type Reachable } from '../pages/text-pages.tsx'

export function contentRoutes({ assets, contents, now }: Pick<PublicDeps, 'assets' | 'contents' | 'now'>) {
  const routes = new Hono()
  const published = once(async () => (await import('../published.tsx')).createPublished({ assets, now }))

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

  routes.get(aanbodPath(), async (c) => {
    const typed = c.req.query(aanbodSearch.words) ?? ''
    if (typed.trim() !== '') return search(c, typed)
    const home = (await published()).at(aanbodPath())
    return home ? c.body(home.html, 200, home.headers) : c.notFound()
  })

  /** Not kept: what somebody seeks can say whom it is for. */
  async function search(c: Context, typed: string) {
    const words = wordsSought(typed)
    const from = findNetwork(c.req.query(aanbodSearch.first) ?? '')
    // All of them at once, each from what is kept for half a minute; nothing is read when nothing can be found.
    const everywhere = await Promise.all(
      (words.length === 0 ? [] : networksWithAanbod).map(async (network) => ({
        network,
        aanbod: (await contents.of(network)).aanbod,
      })),
    )
    const found = findOffers(words, everywhere, from?.slug)
    return c.html(<FoundPage {...{ assets, from, found }} typed={typed.length > longestSearch ? '' : typed} />)
  }

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
