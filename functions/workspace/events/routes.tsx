/** Organisers see how the answers to their events stand, and tell many at once. What else they do: parts of their own (parts.ts). */
import { phaseOf } from '../../../forms/kit/events/phases.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { eventPart } from './event-part.ts'
import { eventsOf } from './look-up.ts'
import { mailingRoutes } from './mailing-routes.tsx'
import { newsRoutes } from './news-routes.tsx'
import { notNow } from './not-now.tsx'
import { overviewRoutes } from './overview-routes.tsx'
import { EventsPage } from './pages.tsx'
import { putSeatsRight } from './promote.ts'

export const eventRoutes = eventPart(undefined, (routes, deps, tools) => {
  const { lists, now } = deps
  const { until } = tools

  routes.get(eventsHome, async (c) => {
    const shown = (await eventsOf(deps, c.var.network.slug)).map((event) => ({ event, phase: phaseOf(event, now()) }))
    return c.html(<EventsPage {...frameOf(c, deps)} events={shown} />)
  })

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
  newsRoutes(routes, deps, tools)
  mailingRoutes(routes, deps, tools)
})
