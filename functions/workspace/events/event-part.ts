/** A part of the organiser's pages: each loads what it shows, and all of them know who asks and which event it is about. */
import { type Context, Hono, type Next } from 'hono'
import { except } from 'hono/combine'
import { addSeconds } from '../../../forms/kit/time.ts'
import { type EventPages, eventPages, eventsHome, newEventPath } from '../../shared/work-paths.ts'
import { actOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { workRefusals } from '../work-message.tsx'
import { type EventDeps, openEvents } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

/** Seconds a job on many invitees works before it shows how far it is; the person presses on to continue. */
const workSeconds = 12

type AddRoutes = (routes: Hono<Organised>, deps: EventDeps, tools: OrganiserTools) => void

/** `own`: the pages of one event that it answers; the part without answers whatever is left. */
export const eventPart =
  (own: EventPages | undefined, add: AddRoutes) =>
  ({ deps: shared, requirePerson }: PartDeps): Hono<Organised> => {
    const deps: EventDeps = { ...shared, ...shared.open(openEvents) }
    const routes = new Hono<Organised>()
    const refusals = workRefusals(deps.assets)
    const isOrganiser = requirePerson(['organisator', 'coordinator'])

    // Where all parts answer as one app, each asks who it is for its own pages.
    routes.use(
      `${eventsHome}/*`,
      except(({ req }) => partOf(req.path) !== own, isOrganiser),
    )
    routes.use(`${eventsHome}/:slug/*`, find)

    /** Of its own pages only: another part has looked, or will. */
    async function find(c: Context<Organised>, next: Next) {
      const slug = c.req.param('slug') ?? ''
      if (partOf(c.req.path) !== own || c.req.path === newEventPath) return next()
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

/** Which part answers an address. */
function partOf(path: string): EventPages | undefined {
  const [, page = ''] = path.slice(eventsHome.length + 1).split('/')
  if (path === newEventPath) return 'form'
  return (Object.keys(eventPages) as EventPages[]).find((part) => eventPages[part].some((name) => name === page))
}
