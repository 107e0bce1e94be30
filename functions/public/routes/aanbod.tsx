/** The aanbod to browse: `/aanbod`, a network, and in it a levensdomein or one entry. */
import { Hono } from 'hono'
import { networks } from '../../../forms/index.ts'
import { levensdomeinOptions } from '../../../forms/kit/levensdomeinen.ts'
import type { PublicDeps } from '../deps.ts'
import { AanbodHomePage, aanbodPath, DomainPage, NetworkAanbodPage, OfferPage } from '../pages/aanbod-page.tsx'
import { publish } from '../static-page.ts'

export function aanbodRoutes({ assets }: PublicDeps) {
  const routes = new Hono()
  publish(routes, aanbodPath(), () => <AanbodHomePage assets={assets} />)
  for (const network of networks) {
    publish(routes, aanbodPath(network), () => <NetworkAanbodPage assets={assets} network={network} />)
    for (const { value } of levensdomeinOptions) {
      publish(routes, aanbodPath(network, value), () => <DomainPage assets={assets} network={network} domein={value} />)
    }
    for (const [key, offer] of Object.entries(network.aanbod)) {
      publish(routes, aanbodPath(network, key), () => <OfferPage assets={assets} network={network} offer={offer} />)
    }
  }
  return routes
}
