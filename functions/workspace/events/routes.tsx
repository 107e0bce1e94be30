/** Organisers see how the answers to their events stand; what they do with one is in files of its own. */

import { Hono } from 'hono'
import { linkWarning } from '../../../forms/event-place.ts'
import { may, phaseOf } from '../../../forms/kit/events/phases.ts'
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
import { notNow } from './not-now.tsx'
import { onBehalfRoutes } from './on-behalf-routes.tsx'
import { type EventDeps, openEvents } from './open-events.ts'
import { EventsPage, OverviewPage } from './pages.tsx'
import { putSeatsRight } from './promote.ts'
import type { Organised, OrganiserTools } from './tools.ts'

/** Seconds a job on many invitees works before it shows how far it is; the person presses on to continue. */
const workSeconds = 12

export function eventRoutes({ deps: shared, requirePerson }: PartDeps) {
  const deps: EventDeps = { ...shared, ...shared.open(openEvents) }
  const routes = new Hono<Organised>()
  const { assets, events, lists, seats, now } = deps
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

  routes.get(`${eventsHome}/:slug`, async (c) => {
    const { event } = c.var
    const { counts, behind } = await lists.count(event, now())
    const sent = await Promise.all(
      mailsToMany.map(async ([kind, label]) => ({
        label,
        count: await deps.counters.counted(`activiteit-${event.slug}`, kind),
      })),
    )
    return c.html(
      <OverviewPage
        {...frameOf(c, deps)}
        event={event}
        phase={phaseOf(event, now())}
        seats={event.capaciteit === undefined ? undefined : await seats.read(event.slug)}
        counts={counts}
        behind={behind}
        sent={sent}
        warning={may('edit-link', event, now()) ? linkWarning(event, await events.onlineLink(event.slug)) : undefined}
        done={doneInWords(c.req.query())}
      />,
    )
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

  copyRoute(routes, deps)
  editRoutes(routes, deps, tools)
  linkRoutes(routes, deps, tools)
  callOffRoutes(routes, deps, tools)
  importRoutes(routes, deps, tools)
  inviteeRoutes(routes, deps, tools)
  onBehalfRoutes(routes, deps, tools)
  mailingRoutes(routes, deps, tools)
  decideRoutes(routes, deps, tools)
  attendanceRoutes(routes, deps, tools)
  attestRoutes(routes, deps, tools)
  return routes
}

/** From the address after adding or inviting people; nothing else is repeated from there. */
function doneInWords({ toegevoegd, al, uitgenodigd }: Record<string, string>): string | undefined {
  const number = (text: string | undefined) => (text && /^\d{1,5}$/.test(text) ? Number(text) : undefined)
  const [added, known = 0, invited] = [number(toegevoegd), number(al), number(uitgenodigd)]
  const before = known > 0 ? ` ${known} ${known === 1 ? 'stond' : 'stonden'} al in de lijst.` : ''
  if (added === 0) return 'Niemand toegevoegd: iedereen stond al in de lijst.'
  if (added !== undefined) return `${added} ${added === 1 ? 'persoon' : 'mensen'} toegevoegd.${before}`
  if (invited === 0) return 'Er vertrekt geen uitnodiging: iedereen was al uitgenodigd of wil geen mails meer.'
  if (invited === undefined) return undefined
  return invited === 1 ? '1 uitnodiging vertrekt nu.' : `${invited} uitnodigingen vertrekken nu.`
}

const mailsToMany = [
  ['activiteit-uitnodiging', 'Uitnodigingen verstuurd'],
  ['activiteit-herinnering', 'Herinneringen verstuurd'],
  ['activiteit-verplaatst', 'Wijzigingen gemaild'],
  ['activiteit-geannuleerd', 'Annuleringen gemaild'],
] as const
