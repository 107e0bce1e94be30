/** The lists of dossiers: all requests, and my week. */
import { type Context, Hono } from 'hono'
import { holdersOf } from '../../../forms/kit/content.ts'
import { countOld } from '../../../forms/kit/manage/offer-age.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { eventsHome, homePath, weekPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import { undoOnList } from '../dossier/undo-elsewhere.tsx'
import { WorkPage } from '../frame.tsx'
import { holdersWithLoad } from '../holders.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { assignedOnList } from './assigned-note.tsx'
import { askedOf, queryOf, readFilters } from './filters.ts'
import { ListPage } from './list-page.tsx'
import { viewList } from './list-view.ts'
import { taskDoneInWeek } from './task-done-note.tsx'
import { WeekPage } from './week-page.tsx'
import { viewWeek, weekIn } from './week-view.ts'

export function queueRoutes({ deps, requirePerson }: PartDeps) {
  const { now } = deps
  const routes = new Hono<SignedIn>()

  routes.get(homePath, requirePerson(), async (c) => {
    if (!caseRoles.includes(c.var.person.role)) return showWayToEvents(c)
    return showList(c, c.req.query())
  })

  async function showList(c: Context<SignedIn>, query: Record<string, string>) {
    const { filters, unknown } = askedOf(query, c.var)
    c.set('list', queryOf(filters))
    const view = await viewList(deps, c.var, filters, now())
    const done = (await undoOnList(deps, c, 'requests')) ?? assignedOnList(c.var.content, query)
    const about = { content: c.var.content, done, unknown }
    return c.html(<ListPage {...frameOf(c, deps)} {...view} {...about} />)
  }

  routes.get(weekPath, requirePerson(caseRoles), async (c) => {
    const { person } = c.var
    const now = deps.now()
    const week = weekIn(c.req.query('week'), brusselsDate(now))
    const { na } = readFilters(c.req.query(), c.var)
    const tellsLoads = person.role === 'coordinator' && !na && week.isThis
    const [view, holders] = await Promise.all([
      viewWeek(deps, c.var, { week, na, now }),
      tellsLoads ? holdersWithLoad(deps, c.var.network, holdersOf(c.var.content)) : undefined,
    ])
    const done = taskDoneInWeek(c.req.query())
    const { content } = c.var
    const oldOffers = tellsLoads ? countOld(content, week.today) : 0
    return c.html(<WeekPage {...frameOf(c, deps)} {...view} {...{ week, na, holders, done, content, oldOffers }} />)
  })

  const showWayToEvents = (c: Context<SignedIn>) =>
    c.html(
      <WorkPage {...frameOf(c, deps)} title="Werkruimte">
        <h1>{`Dag ${c.var.person.name}`}</h1>
        <p class="lead">Als organisator werkt u met activiteiten. Aanvragen ziet u hier niet.</p>
        <p>
          <a class="btn" href={eventsHome}>
            Naar de activiteiten
          </a>
        </p>
      </WorkPage>,
    )

  return routes
}
