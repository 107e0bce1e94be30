/** The lists: all requests, my week, mails that need a person. */
import { Hono } from 'hono'
import type { PartDeps } from '../deps.ts'
import { WorkPage } from '../frame.tsx'
import type { SignedIn } from '../sign-in/session.ts'

export function queueRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  routes.get('/werkruimte', requirePerson(), (c) =>
    c.html(
      <WorkPage assets={deps.assets} {...c.var} title="Aanvragen" here="aanvragen">
        <h1>{`Dag ${c.var.person.naam}`}</h1>
      </WorkPage>,
    ),
  )
  return routes
}
