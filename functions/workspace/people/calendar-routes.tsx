/** Somebody makes the address of their own calendar, makes another in its place, or ends it (docs/decisions/025). */
import { Hono } from 'hono'
import { createCalendars } from '../../shared/store/calendars.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { calendarPath, calendarsPath, selfPath } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { newSecret } from '../sign-in/session.ts'
import { workRefusals } from '../work-message.tsx'
import { CalendarChangedPage, CalendarMadePage, calendarFields } from './calendar-pages.tsx'

export function ownCalendarRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const { url } = deps
  const calendars = deps.open(createCalendars)
  const plain = workRefusals(deps.assets)

  routes.get(calendarPath, requirePerson(caseRoles), (c) => c.redirect(selfPath, 303))

  routes.post(calendarPath, requirePerson(caseRoles), async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, calendarFields)
    const who = { network: c.var.network.slug, person: c.var.person.id }
    switch (typed?.get('actie')?.[0]) {
      case 'maak': {
        const secret = newSecret(deps)
        const before = typed.get('sinds')?.[0] || undefined
        // Shown in the answer itself: an address bar would keep the secret.
        return (await calendars.make(who, { secret, before }, actOf(c, deps))) === 'made'
          ? c.html(<CalendarMadePage {...frameOf(c, deps)} address={`${url}${calendarsPath}/${secret}.ics`} />)
          : c.html(<CalendarChangedPage {...frameOf(c, deps)} since={await calendars.since(who)} />, 409)
      }
      case 'stop':
        await calendars.end(who, actOf(c, deps))
        return c.redirect(`${selfPath}?klaar=kalender`, 303)
      default:
        return plain.unreadable(c)
    }
  })

  return routes
}
