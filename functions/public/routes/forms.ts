/** Everything about the forms: their pages, what follows when they are sent, and the pages that are the same for everybody. What a
 * link in a mail opens is a part of its own (personal.tsx). */
import { Hono } from 'hono'
import { services } from '../../../forms/index.ts'
import { formerPaths, servicePath } from '../../shared/public-paths.ts'
import type { PublicRoutes } from '../app.ts'
import { draftRoutes } from './draft.tsx'
import { laterRoutes } from './later.tsx'
import { outcomeRoutes } from './outcome.tsx'
import { publishedRoutes } from './published.ts'
import { submitRoutes } from './submit.tsx'
import { vraagRoutes } from './vraag.tsx'

const serviceRoutes: PublicRoutes = (deps, plain) => {
  const app = new Hono()
  for (const service of services) {
    for (const old of formerPaths(service))
      app.all(`${old}/*`, (c) => c.redirect(`${servicePath(service)}${c.req.path.slice(old.length)}`, 308))
    for (const routes of [draftRoutes, outcomeRoutes, laterRoutes, submitRoutes])
      app.route(servicePath(service), routes(service, deps, plain))
    app.route('/', vraagRoutes(service, deps, plain))
  }
  return app
}

export const formRoutes: readonly PublicRoutes[] = [publishedRoutes, serviceRoutes]
