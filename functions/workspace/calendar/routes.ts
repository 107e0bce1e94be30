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
import { tasksOfWeek } from '../queue/week-tasks.ts'
import { type Member, memberOf } from '../sign-in/session.ts'

/** After every day. */
const lastDay = '9999'

/** Dossiers in one calendar: more than anybody holds. */
const mostHeld = 200

export function calendarRoutes({ deps }: PartDeps) {
  const routes = new Hono()

  routes.get(`${calendarsPath}/:file{[A-Za-z0-9_-]{43}\\.ics}`, async (c) => {
    const member = await ownerOf(deps, c.req.param('file').slice(0, -'.ics'.length))
    if (!member) return c.notFound()
    const { host } = new URL(deps.url)
    const [held, tasks] = await Promise.all([heldBy(deps, member), tasksOf(deps, member)])
    return c.body(ownCalendar({ held, tasks, host, now: deps.now() }), 200, {
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

/** Their days, and no word of what they are. */
async function tasksOf({ openOwnTasks, dossiers, now }: WorkspaceDeps, { network, person }: Member) {
  // Of a colleague whose place they take it is that colleague's calendar.
  const own = { ...person, standsInFor: [] }
  const found = await tasksOfWeek({ openOwnTasks, dossiers }, network.slug, own, { until: lastDay }, now())
  return found.map(({ dossier: { reference }, task: { id, on } }) => ({ reference, id, on }))
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
