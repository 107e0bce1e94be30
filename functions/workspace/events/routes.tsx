/** Organisers see how the answers to their events stand; what they do with one is in files of its own. */

import { Hono } from 'hono'
import { phaseOf } from '../../../forms/kit/events/phases.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { workRefusals } from '../work-message.tsx'
import { attendanceRoutes } from './attendance-routes.tsx'
import { attestRoutes } from './attest-routes.tsx'
import { callOffRoutes } from './call-off-routes.tsx'
import { decideRoutes } from './decide-routes.tsx'
import { editRoutes } from './edit-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { inviteeRoutes } from './invitee-routes.tsx'
import { linkRoutes } from './link-routes.tsx'
import { mailingRoutes } from './mailing-routes.tsx'
import { copyRoute, newRoutes } from './new-routes.tsx'
import { newsRoutes } from './news-routes.tsx'
import { notNow } from './not-now.tsx'
import { onBehalfRoutes } from './on-behalf-routes.tsx'
import { type EventDeps, openEvents } from './open-events.ts'
import { overviewRoutes } from './overview-routes.tsx'
import { EventsPage } from './pages.tsx'
import { personRoutes } from './person-routes.tsx'
import { putSeatsRight } from './promote.ts'
import type { Organised, OrganiserTools } from './tools.ts'

/** Seconds a job on many invitees works before it shows how far it is; the person presses on to continue. */
const workSeconds = 12

export function eventRoutes({ deps: shared, requirePerson }: PartDeps) {
  const deps: EventDeps = { ...shared, ...shared.open(openEvents) }
  const routes = new Hono<Organised>()
  const { assets, events, lists, now } = deps
  const refusals = workRefusals(assets)

  const tools: OrganiserTools = {
    findEvent: async (c, next) => {
      const event = await events.read(c.req.param('slug') ?? '')
      if (event?.network !== c.var.network.slug) return refusals.brokenLink(c, c.var.network)
      c.set('event', event)
      return next()
    },
    auditBy: (c, what) => ({ ...actOf(c, deps), what }),
    until: () => addSeconds(now(), workSeconds),
  }
  const { until, findEvent } = tools

  routes.use(`${eventsHome}/*`, requirePerson(['organisator', 'coordinator']))

  routes.get(eventsHome, async (c) => {
    const own = (await events.list()).filter(({ network }) => network === c.var.network.slug).reverse()
    const shown = own.map((event) => ({ event, phase: phaseOf(event, now()) }))
    return c.html(<EventsPage {...frameOf(c, deps)} events={shown} />)
  })

  newRoutes(routes, deps, tools)
  routes.use(`${eventsHome}/:slug/*`, findEvent)

  routes.post(`${eventsHome}/:slug/bijwerken`, async (c) => {
    await lists.follow(c.var.event, now, until())
    return c.redirect(eventHome(c.var.event), 303)
  })
  routes.post(`${eventsHome}/:slug/doorschuiven`, async (c) => {
    const refused = notNow(c, deps, 'promote')
    if (refused) return refused
    await putSeatsRight(deps, c.var.event.slug, until())
    return c.redirect(eventHome(c.var.event), 303)
  })

  overviewRoutes(routes, deps)
  copyRoute(routes, deps)
  editRoutes(routes, deps, tools)
  linkRoutes(routes, deps, tools)
  callOffRoutes(routes, deps, tools)
  newsRoutes(routes, deps, tools)
  importRoutes(routes, deps, tools)
  inviteeRoutes(routes, deps, tools)
  personRoutes(routes, deps, tools)
  onBehalfRoutes(routes, deps, tools)
  mailingRoutes(routes, deps, tools)
  decideRoutes(routes, deps, tools)
  attendanceRoutes(routes, deps, tools)
  attestRoutes(routes, deps, tools)
  return routes
}
