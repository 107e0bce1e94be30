/** The lists of dossiers: all requests, and my week. */
import { type Context, Hono } from 'hono'
import { holdersOf, type Person } from '../../../forms/kit/content.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { addDays, brusselsDate, sundayOf } from '../../../forms/kit/time.ts'
import { everythingToDo } from '../../shared/places.ts'
import { dayEnds } from '../../shared/store/list-places.ts'
import { readBody } from '../../shared/web/body.ts'
import { dossierPath, eventsHome, homePath, searchPath, weekPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { caseRoles, mayOpen } from '../dossier/access.ts'
import { undoOnList } from '../dossier/undo-elsewhere.tsx'
import { WorkPage } from '../frame.tsx'
import { holdersWithLoad } from '../holders.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { choiceOf, plansToKeep, readFilters } from './filters.ts'
import { type Counts, ListPage, type NotFound, searchField } from './list-page.tsx'
import { rowsOf } from './rows.ts'
import { weekOf } from './week.ts'
import { WeekPage } from './week-page.tsx'

const pageSize = 25
/** A week is read as a whole; a very full one has a second page. */
const weekSize = 50
/**
 * So many dossiers after this week are looked at for what their overleg asks before: of a coordinator each is a read, of who holds
 * them all is in one; and each that has an overleg open is two more. Who holds a dossier sees it also when a coordinator has too many.
 */
const laterOf = ({ role }: Person): number => (role === 'coordinator' ? 20 : 50)

export function queueRoutes({ deps, requirePerson }: PartDeps) {
  const { queue, dossiers, now } = deps
  const routes = new Hono<SignedIn>()

  routes.get(homePath, requirePerson(), async (c) => {
    if (!caseRoles.includes(c.var.person.role)) return showWayToEvents(c)
    return showList(c, c.req.query())
  })

  routes.get(searchPath, requirePerson(caseRoles), (c) => c.redirect(homePath, 303))

  // Posted, as people type names there too: what is typed stands in no address, no history and no log.
  routes.post(searchPath, requirePerson(caseRoles), async (c) => {
    const typed = (await readBody(c))?.get(searchField)?.[0] ?? ''
    if (!typed.trim()) return c.redirect(homePath, 303)
    const reference = readReference(typed)
    const dossier = reference && (await dossiers.read(reference, now()))
    // One answer for what never was, is another network's or another person's: a reference must not be told apart.
    if (dossier && dossier.network === c.var.network.slug && mayOpen(c.var.person, dossier))
      return c.redirect(dossierPath(dossier.reference), 303)
    return showList(c, {}, { typed, unclear: reference === undefined })
  })

  async function showList(c: Context<SignedIn>, query: Record<string, string>, notFound?: NotFound) {
    const { network, content, person } = c.var
    const at = now()
    const filters = readFilters(query, c.var)
    const [{ dossiers: found, next }, counts] = await Promise.all([
      queue.list({
        network: network.slug,
        ...choiceOf(filters, network, person),
        after: filters.na,
        limit: pageSize,
        now: at,
      }),
      countAtAGlance(c, at),
    ])
    const rows = await rowsOf(deps, found, { ...c.var, list: 'aanvragen', now: at })
    const undo = await undoOnList(deps, c, 'requests')
    const page = { ...rows, content, filters, counts, today: brusselsDate(at), next, notFound, undo }
    return c.html(<ListPage {...frameOf(c, deps)} {...page} />, notFound ? 404 : 200)
  }

  async function countAtAGlance({ var: { network, person } }: Context<SignedIn>, at: Date): Promise<Counts> {
    const { slug } = network
    const coordinator = person.role === 'coordinator'
    const yesterday = addDays(brusselsDate(at), -1)
    const [late, suspects, lateSuspects, mails] = await Promise.all([
      queue.count(slug, everythingToDo(network, person), { until: yesterday }),
      coordinator ? queue.count(slug, { of: 'suspects' }) : 0,
      coordinator ? queue.count(slug, { of: 'suspects' }, { until: yesterday }) : 0,
      coordinator ? queue.countTroubledMails(slug) : 0,
    ])
    return { late, suspects, lateSuspects, mails }
  }

  routes.get(weekPath, requirePerson(caseRoles), async (c) => {
    const { network, content, person } = c.var
    const at = now()
    const today = brusselsDate(at)
    const sunday = sundayOf(today)
    const { na } = readFilters(c.req.query(), c.var)
    const wanted = { network: network.slug, select: everythingToDo(network, person), now: at }
    const [{ dossiers: found, next }, later, closed, holders, away] = await Promise.all([
      queue.list({ ...wanted, after: na, until: sunday, limit: weekSize }),
      na ? undefined : queue.list({ ...wanted, after: dayEnds(sunday), only: isHeld, limit: laterOf(person) }),
      na ? undefined : queue.list({ ...plansToKeep(network, person, { today, sunday }), now: at }),
      person.role === 'coordinator' && !na ? holdersWithLoad(deps, network, holdersOf(content)) : undefined,
      na ? [] : deps.absences.list(network.slug),
    ])
    const replaces = away.filter(({ standIn, until }) => standIn === person.id && until >= today)
    const week = await weekOf(
      deps,
      { found, later: [...(later?.dossiers ?? []), ...(closed?.dossiers ?? [])] },
      { ...c.var, sunday, now: at },
    )
    return c.html(
      <WeekPage {...frameOf(c, deps)} {...week} {...{ today, sunday, next, na, holders, content, replaces }} />,
    )
  })

  /** An overleg is of who holds the dossier. */
  const isHeld = ({ holder }: { holder?: string | undefined }) => holder !== undefined

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
