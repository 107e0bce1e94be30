/** The aanbod to browse: `/aanbod`, a network, and in it a levensdomein or one entry. Each page is made once and cached. */
import { type Context, Hono } from 'hono'
import { findNetwork } from '../../../forms/index.ts'
import { levensdomeinOptions } from '../../../forms/kit/levensdomeinen.ts'
import type { PublicDeps } from '../deps.ts'
import { AanbodHomePage, aanbodPath, DomainPage, NetworkAanbodPage, OfferPage } from '../pages/aanbod-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

/** Seconds a browser may show a page that changes only with a new version. */
const fresh = 'public, max-age=300'

export function aanbodRoutes({ assets }: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  /** By address as we write it, so that there are never more than there are pages. */
  const made = new Map<string, string>()
  const publish = (c: Context, path: string, page: () => { toString(): string }) => {
    const html = made.get(path) ?? page().toString()
    made.set(path, html)
    return c.html(html, 200, { 'Cache-Control': fresh })
  }

  routes.get('/aanbod', (c) => publish(c, aanbodPath(), () => <AanbodHomePage assets={assets} />))

  routes.get('/aanbod/:network', (c) => {
    const network = findNetwork(c.req.param('network'))
    if (!network) return plain.brokenLink(c)
    return publish(c, aanbodPath(network), () => <NetworkAanbodPage assets={assets} network={network} />)
  })

  routes.get('/aanbod/:network/:entry', (c) => {
    const network = findNetwork(c.req.param('network'))
    if (!network) return plain.brokenLink(c)
    const entry = c.req.param('entry')
    const path = aanbodPath(network, entry)
    const domein = levensdomeinOptions.find(({ value }) => value === entry)?.value
    if (domein) return publish(c, path, () => <DomainPage assets={assets} network={network} domein={domein} />)
    const offer = Object.hasOwn(network.aanbod, entry) ? network.aanbod[entry] : undefined
    if (offer) return publish(c, path, () => <OfferPage assets={assets} network={network} offer={offer} />)
    return plain.brokenLink(c, network)
  })
  return routes
}
