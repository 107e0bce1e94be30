/** What is printed or kept of a plan: the client's sheet, and all of it for the organisation's own file (docs/overleg.md §9, §10). */
import { Hono } from 'hono'
import { clients } from '../../../forms/kit/overleg/overleg.ts'
import { sheetFor } from '../../../forms/kit/plan/sheet.ts'
import { agreedPlan, planToRead } from '../../../forms/kit/plan/shown-plan.ts'
import { wholeText } from '../../../forms/kit/plan/whole-text.ts'
import { planRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtPlan } from './at-plan.ts'
import type { PlanDesk } from './desk.tsx'
import { NoSheet, SheetPage } from './sheet-page.tsx'
import { isBegun, WholePage, wholeOf } from './whole-page.tsx'

export function planPaperRoutes(deps: WorkspaceDeps, desk: PlanDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const door = requirePerson(caseRoles)

  /** The sheet, or that there is none. */
  function showSheet(c: AtDesk, found: AtPlan) {
    const frame = frameOf(c, deps)
    const to = sheetFor(clients(found.overleg), c.req.query('voor'))
    if (!to) return c.html(<NoSheet {...frame} found={found} why="not_a_client" />, 404)
    if (!isBegun(found)) return c.html(<NoSheet {...frame} found={found} why="no_plan" />)
    const agreed = c.req.query('versie') === found.plan.running?.number ? agreedPlan(found) : undefined
    return c.html(<SheetPage {...frame} found={found} to={to} shown={agreed ?? planToRead(found)} />)
  }

  routes.get(`${planRoute}/client`, door, async (c) => {
    const found = await desk.find(c)
    if (!found?.has.withClient) return desk.notFound(c)
    return c.req.method === 'HEAD' ? c.body(null) : showSheet(c, found)
  })

  routes.get(`${planRoute}/heel`, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    return c.req.method === 'HEAD' ? c.body(null) : c.html(<WholePage {...frameOf(c, deps)} found={found} />)
  })

  routes.get(`${planRoute}/bestand`, door, async (c) => {
    const found = await desk.find(c)
    if (!found || !isBegun(found)) return desk.notFound(c)
    c.header('Content-Type', 'text/plain; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="plan-${found.plan.reference}.txt"`)
    return c.req.method === 'HEAD' ? c.body(null) : c.body(wholeText(wholeOf(found)))
  })

  return routes
}
