/** A part of the organiser's pages: each loads what it shows, and all of them know who asks and which event it is about. */
import { type Context, Hono, type Next } from 'hono'
import { isReserved } from '../../../forms/event-form.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import { eventsHome } from '../../shared/work-paths.ts'
import { actOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { workRefusals } from '../work-message.tsx'
import { type EventDeps, openEvents } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

/** Seconds a job on many invitees works before it shows how far it is; the person presses on to continue. */
const workSeconds = 12

type AddRoutes = (routes: Hono<Organised>, deps: EventDeps, tools: OrganiserTools) => void

/** `pages`: those of one event that it answers, a pattern of names; the part that has none answers whatever is left. */
export const eventPart =
  (pages: string | undefined, add: AddRoutes) =>
  ({ deps: shared, requirePerson }: PartDeps): Hono<Organised> => {
    const deps: EventDeps = { ...shared, ...shared.open(openEvents) }
    const routes = new Hono<Organised>()
    const refusals = workRefusals(deps.assets)
    const isOrganiser = requirePerson(['organisator', 'coordinator'])

    for (const own of pages ? [`:slug/:page{${pages}}`, `:slug/:page{${pages}}/*`, 'nieuw'] : ['*'])
      routes.use(`${eventsHome}/${own}`, isOrganiser)
    routes.use(`${eventsHome}/:slug/*`, find)

    /** Where all parts answer as one app, another of them may have looked. */
    async function find(c: Context<Organised>, next: Next) {
      const slug = c.req.param('slug') ?? ''
      if (c.get('event') || !c.get('network') || isReserved(slug)) return next()
      const event = await deps.events.read(slug)
      if (event?.network !== c.var.network.slug) return refusals.brokenLink(c, c.var.network)
      c.set('event', event)
      return next()
    }

    add(routes, deps, {
      auditBy: (c, what) => ({ ...actOf(c, deps), what }),
      until: () => addSeconds(deps.now(), workSeconds),
    })
    return routes
  }
