/** Where a request stops for now: it does not fit, or the client must agree first. Pages the back button finds again. */
import { Hono } from 'hono'
import type { Service } from '../../../forms/kit/form.ts'
import { pausedBy } from '../../../forms/kit/progress.ts'
import type { PublicDeps } from '../deps.ts'
import { draftParam, findDraft } from '../draft-access.ts'
import { progressOfDraft } from '../draft-steps.ts'
import { PausePage, RefusalPage } from '../pages/judgement-pages.tsx'
import { draftPath } from '../paths.ts'
import type { PlainAnswers } from '../plain-answers.tsx'

export function outcomeRoutes(service: Service, deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { network } = service
  const { assets } = deps

  routes.get(`/d/${draftParam}/uitkomst`, async (c) => {
    const found = await findDraft(c, deps, service)
    if (found.kind !== 'open') return plain.closedDraft(c, service, found)
    const path = draftPath(service, found.draft.id)
    const { judgement } = progressOfDraft(service, found.draft, deps.now())
    if (judgement.outcome !== 'doorverwezen') return c.redirect(path, 303)
    return c.html(<RefusalPage assets={assets} service={service} judgement={judgement} draftPath={path} />)
  })

  routes.get(`/d/${draftParam}/wacht`, async (c) => {
    const found = await findDraft(c, deps, service)
    if (found.kind !== 'open') return plain.closedDraft(c, service, found)
    const path = draftPath(service, found.draft.id)
    const { answers, open } = progressOfDraft(service, found.draft, deps.now())
    const pause = open && pausedBy(open.page, answers)
    if (!open || !pause) return c.redirect(path, 303)
    const { mailedDraft } = network.bewaartermijnen
    const backTo = `${path}/${open.page.slug}`
    return c.html(
      <PausePage assets={assets} service={service} pause={pause} days={mailedDraft} backTo={backTo} draftPath={path} />,
    )
  })

  return routes
}
