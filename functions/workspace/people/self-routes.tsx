/** Somebody's own page: when they are away, whether they want the mail of the day, and the address of their own calendar. */
import { type Context, Hono } from 'hono'
import { createCalendars } from '../../shared/store/calendars.ts'
import { createOverviews } from '../../shared/store/overviews.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { overviewPath, selfPath } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { createAbsenceDesk, type Shown } from './absence-desk.ts'
import { ownCalendarRoutes } from './calendar-routes.tsx'
import { SelfPage } from './self-page.tsx'

type Ctx = Context<SignedIn>

const nothingTyped: Shown = { typed: new Map(), errors: [] }

export function selfRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const [calendars, overviews] = [deps.open(createCalendars), deps.open(createOverviews)]
  const absence = createAbsenceDesk(deps)
  const plain = workRefusals(deps.assets)
  routes.route('/', ownCalendarRoutes({ deps, requirePerson }))

  routes.get(selfPath, requirePerson(), (c) => showSelf(c, nothingTyped))
  routes.post(`${selfPath}/afwezig`, requirePerson(), (c) =>
    absence.set(c, { member: c.var.person, back: selfPath, again: (shown) => showSelf(c, shown) }),
  )
  routes.post(`${selfPath}/aanwezig`, requirePerson(), (c) => absence.clear(c, c.var.person, selfPath))

  routes.get(overviewPath, requirePerson(caseRoles), (c) => c.redirect(selfPath, 303))
  routes.post(overviewPath, requirePerson(caseRoles), async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, new Map([['overzicht', false]]))
    if (!typed) return plain.unreadable(c)
    const { network, person, days } = c.var
    const change = typed.get('overzicht')?.[0] === 'ja' ? overviews.want : overviews.stop
    await change({ network: network.slug, person: person.id }, { by: person.id, days, ...actOf(c, deps) })
    return c.redirect(`${selfPath}?klaar=overzicht`, 303)
  })

  async function showSelf(c: Ctx, shown: Shown) {
    const { network, person } = c.var
    const who = { network: network.slug, person: person.id }
    const [form, overview, since] = await Promise.all([
      absence.formOf(c, person, selfPath, shown),
      caseRoles.includes(person.role) ? overviews.isWanted(who) : undefined,
      calendars.since(who),
    ])
    const done = c.req.query('klaar')
    const about = { absence: form, overview, chosen: done === 'overzicht', stopped: done === 'kalender', since }
    return c.html(<SelfPage {...frameOf(c, deps)} {...about} />, shown.errors.length > 0 ? 422 : 200)
  }

  return routes
}
