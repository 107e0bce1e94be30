/** What is kept of one dossier: shown, taken along, erased; each of them noted (docs/domain.md §7). */

import { Hono } from 'hono'
import { readReference } from '../../../forms/kit/reference.ts'
import { createPersonalData } from '../../shared/store/personal-data.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { keptDossiersPath, keptPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { EraseOnePage } from './applicant-page.tsx'
import { type DataContext as Ctx, createDataDesk } from './desk.ts'
import { ExportPage } from './export-page.tsx'
import { countLeftOut, exportOf, type Kept, keptOf, ownOf } from './kept.ts'
import { ErasedPage, KeptPage, NothingPage } from './kept-page.tsx'
import { exportFields, readExport } from './read-export.ts'

export function keptDossierRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const { note, noteOpened, dossierOf, eraseDossier, download } = createDataDesk(deps)
  const plain = workRefusals(deps.assets)
  const coordinator = requirePerson(['coordinator'])
  const onePath = `${keptDossiersPath}/:reference` as const

  routes.get(onePath, coordinator, async (c) => {
    const kept = await keptIn(c)
    if (!kept) return gone(c)
    return c.html(<KeptPage {...frameOf(c, deps)} kept={kept} />)
  })

  routes.get(`${onePath}/export`, coordinator, async (c) => {
    const kept = await keptIn(c)
    if (!kept) return gone(c)
    const asker = c.req.query('voor') === 'client' ? 'client' : 'aanvrager'
    return c.html(<ExportPage {...frameOf(c, deps)} {...{ kept, asker }} ticked={ownOf(kept, asker)} errors={[]} />)
  })

  routes.post(`${onePath}/export`, coordinator, async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, exportFields)
    if (!typed) return plain.unreadable(c)
    const read = readExport(typed)
    const kept = read.kind === 'wrong' ? await keptIn(c) : await openedIn(c)
    if (!kept) return gone(c)
    if (read.kind === 'wrong')
      return c.html(
        <ExportPage {...frameOf(c, deps)} kept={kept} asker="aanvrager" ticked={read.ticked} errors={read.errors} />,
        422,
      )
    const { reference } = kept.view.dossier
    const { along, named } = read
    const line = { leftOut: countLeftOut(kept, along), ...(named ? { named } : {}) }
    await note(c, { what: 'geexporteerd', subjects: [reference], ...line })
    return download(c, `loket-${reference}.json`, { dossiers: [exportOf(kept, along)], concepten: [] })
  })

  routes.get(`${onePath}/wissen`, coordinator, async (c) => {
    const dossier = await dossierIn(c)
    return dossier ? c.html(<EraseOnePage {...frameOf(c, deps)} dossier={dossier} />) : gone(c)
  })

  routes.post(`${onePath}/wissen`, coordinator, async (c) => {
    const reference = c.req.param('reference')
    const erased = await eraseDossier(c, reference)
    return erased ? c.redirect(keptPath(reference), 303) : gone(c)
  })

  /** For a page that shows it. */
  async function keptIn(c: Ctx): Promise<Kept | undefined> {
    const kept = await openedIn(c)
    if (kept) await note(c, { what: 'getoond', subjects: [kept.view.dossier.reference] })
    return kept
  }

  /** The caller notes what becomes of it, before anybody sees it. */
  async function openedIn(c: Ctx): Promise<Kept | undefined> {
    const dossier = await dossierIn(c)
    if (!dossier) return undefined
    await noteOpened(c, [dossier.reference])
    return keptOf(deps, c.var, dossier.reference)
  }

  const dossierIn = (c: Ctx) => dossierOf(c, c.req.param('reference') ?? '')

  /** Erased, or never there; another network's is never there. */
  async function gone(c: Ctx) {
    const reference = c.req.param('reference') ?? ''
    const erasure =
      readReference(reference) === reference
        ? await deps.open(createPersonalData).erasure(c.var.network.slug, reference, deps.now())
        : undefined
    if (!erasure) return c.html(<NothingPage {...frameOf(c, deps)} />, 404)
    const { content } = c.var
    return c.html(<ErasedPage {...frameOf(c, deps)} {...{ content, reference, erasure }} />)
  }

  return routes
}
