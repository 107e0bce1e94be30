/**
 * The days of what somebody holds, for their own calendar program (docs/decisions/025): it has no session and no cookie, the secret in the
 * address is the key. References and days only, so no line is written of each time it is read.
 */
import { Hono } from 'hono'
import { type HeldDossier, ownCalendar } from '../../../forms/kit/own-calendar.ts'
import { createCalendars } from '../../shared/store/calendars.ts'
import { calendarsPath } from '../../shared/work-paths.ts'
import type { PartDeps, WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import { type Member, memberOf } from '../sign-in/session.ts'

/** Dossiers in one calendar: more than anybody holds. */
const mostHeld = 200

export function calendarRoutes({ deps }: PartDeps) {
  const routes = new Hono()

  routes.get(`${calendarsPath}/:file{[A-Za-z0-9_-]{43}\\.ics}`, async (c) => {
    const member = await ownerOf(deps, c.req.param('file').slice(0, -'.ics'.length))
    if (!member) return c.notFound()
    const { host } = new URL(deps.url)
    return c.body(ownCalendar({ held: await heldBy(deps, member), host, now: deps.now() }), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-store',
    })
  })

  return routes
}

/** Who left, or holds no dossiers any more, has no calendar. */
async function ownerOf(deps: WorkspaceDeps, secret: string): Promise<Member | undefined> {
  const calendars = deps.open(createCalendars)
  const who = await calendars.find(secret)
  const member = who && (await memberOf(deps, who))
  return member && caseRoles.includes(member.person.role) ? member : undefined
}

async function heldBy(deps: WorkspaceDeps, { network, person }: Member): Promise<HeldDossier[]> {
  const at = deps.now()
  const select = { of: 'holder', people: [person.id] } as const
  const { dossiers } = await deps.queue.list({ network: network.slug, select, limit: mostHeld, now: at })
  return Promise.all(
    dossiers.map(async (dossier) => {
      const { reference, overleg } = dossier
      const fixed = overleg?.state === 'vastgelegd'
      return { dossier, overleg: fixed ? await deps.overlegs.readOpen(reference, overleg.number, at) : undefined }
    }),
  )
}
