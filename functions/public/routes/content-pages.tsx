/**
 * Pages that are the same for everybody and show what is changed in a working week: the aanbod, and whom to write to. A browser and the
 * edge keep one for half a minute, as a process keeps what it is made of (functions/shared/store/contents.ts).
 */
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { findNetwork, networks, receivingNetworks } from '../../../forms/index.ts'
import { currentAanbod, keyOf, offerOf } from '../../../forms/kit/content.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { once } from '../../../forms/kit/once.ts'
import { levensdomeinOptions } from '../../../forms/kit/questions/levensdomeinen.ts'
import { findOffers, longestSearch, wordsSought } from '../../../forms/kit/search/find-offers.ts'
import { aanbodPath, aanbodSearch, entryRoute, networkAanbodRoute } from '../../shared/public-paths.ts'
import type { PublicDeps } from '../deps.ts'
import { DomainPage, NetworkAanbodPage, OfferGonePage, OfferPage } from '../pages/aanbod-page.tsx'
import { FoundPage } from '../pages/found-page.tsx'
import { AccessibilityPage, PrivacyPage, type Reachable } from '../pages/text-pages.tsx'

/** By the name of today. */
const bySlug = new Map(networks.map((network) => [network.slug, network]))
const networkIn = (c: Context) => bySlug.get(c.req.param('network') ?? '')

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
      (words.length === 0 ? [] : networks).map(async (network) => ({ network, aanbod: await aanbodOf(network) })),
    )
    const found = findOffers(words, everywhere, from?.slug)
    return c.html(<FoundPage {...{ assets, from, found }} typed={typed.length > longestSearch ? '' : typed} />)
  }

  const aanbodOf = async (network: Network) => Object.fromEntries(currentAanbod(await contents.of(network)))

  // One pattern for all networks, so that it costs the same with a hundred; what is under it, people add to and archive.
  routes.get(networkAanbodRoute, async (c) => {
    const network = networkIn(c)
    if (!network) return c.notFound()
    return show(c, <NetworkAanbodPage {...{ assets, network }} aanbod={await aanbodOf(network)} />)
  })

  routes.get(entryRoute, async (c) => {
    const [network, entry] = [networkIn(c), c.req.param('entry')]
    if (!network) return c.notFound()
    const { value: levensdomein } = levensdomeinOptions.find(({ value }) => value === entry) ?? {}
    if (levensdomein === undefined) return showOffer(c, network, entry)
    return show(c, <DomainPage {...{ assets, network, levensdomein }} aanbod={await aanbodOf(network)} />)
  })

  async function showOffer(c: Context, network: Network, key: string) {
    const content = await contents.of(network)
    const offer = offerOf(content, key)
    if (!offer) return c.notFound()
    const today = keyOf(content.aanbod, key)
    if (today !== key) return c.redirect(aanbodPath(network, today), 308)
    if (offer.archivedOn) return c.html(String(<OfferGonePage {...{ assets, network }} />), 410)
    return show(c, <OfferPage {...{ assets, network, offer }} />)
  }

  return routes
}
