/** A dossier on paper. That it was, and what of it, is written down like any view; of one that is being erased nothing is printed. */
import { Hono } from 'hono'
import { paperRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { caseRoles, type OpenFile } from './access.ts'
import { type AtDesk, createDesk } from './desk.tsx'
import { paperField, paperOf, partsChosen } from './paper.ts'
import { PaperPage } from './paper-page.tsx'
import { viewOf } from './view.ts'
import { isWithdrawn, withdrawnReason } from './withdrawn.ts'

const page = { slug: 'afdruk', title: 'Druk af', questions: [] }

export function dossierPaperRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const desk = createDesk(deps)

  routes.get(paperRoute, requirePerson(caseRoles), async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (c.req.method === 'HEAD') return c.body(null)
    return isWithdrawn(found) ? nothingLeft(c, found) : print(c, found)
  })

  const nothingLeft = (c: AtDesk, found: OpenFile) =>
    desk.refuse(c, found, { page, reason: `${withdrawnReason} Er is niets om af te drukken.` })

  async function print(c: AtDesk, found: OpenFile) {
    const chosen = partsChosen(c.req.queries(paperField) ?? [])
    await desk.noteConsultation(c, found, chosen)
    const view = await viewOf(deps, found, c.var, deps.now())
    // Paper stays: of what was erased while it was made, nothing is printed.
    if (!(await deps.dossiers.read(view.dossier.reference, deps.now()))) return desk.notFound(c)
    return c.html(<PaperPage {...frameOf(c, deps)} {...{ view, chosen }} paper={paperOf(view, chosen)} />)
  }

  return routes
}
