/** Everything about the forms: their pages, and the pages that are the same for everybody. What a
 * link in a mail opens is a part of its own (personal.tsx), as are sending (submit.tsx), stopping half-way (later.tsx), what does not fit
 * (outcome.tsx) and a question (vraag.tsx). */
import { Hono } from 'hono'
import { networkServices, networks, services } from '../../../forms/index.ts'
import { aanbodPath, formerPaths, networkPath, servicePath } from '../../shared/public-paths.ts'
import type { PublicRoutes } from '../app.ts'
import { draftRoutes } from './draft.tsx'
import { ofServices } from './of-services.ts'
import { publishedRoutes } from './published.ts'

/** Who kept an address from before a form or a network was renamed still gets there. */
const formerRoutes: PublicRoutes = () => {
  const app = new Hono()
  for (const service of services)
    for (const old of formerPaths(service))
      app.all(`${old}/*`, (c) => c.redirect(`${servicePath(service)}${c.req.path.slice(old.length)}`, 308))
  return app
}

/** What belongs to no form of a network: its former names, and the page of one that has only an aanbod. */
const networkRoutes: PublicRoutes = () => {
  const app = new Hono()
  for (const network of networks) {
    const path = networkPath(network)
    const [first] = networkServices(network)
    // For now: once it has a form, this is a page.
    if (!first) app.get(path, (c) => c.redirect(aanbodPath(network), 302))
    for (const old of network.formerly ?? [])
      app.all(`${networkPath({ slug: old })}/*`, (c) => c.redirect(`${path}${c.req.path.slice(old.length + 1)}`, 308))
  }
  return app
}

export const formRoutes: readonly PublicRoutes[] = [
  publishedRoutes,
  formerRoutes,
  networkRoutes,
  ofServices(draftRoutes),
]
