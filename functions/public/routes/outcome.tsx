/** Where a request stops for now: it does not fit, or the client must agree first. Pages the back button finds again. */
import { Hono } from 'hono'
import type { Service } from '../../../forms/kit/form.ts'
import { pausedBy } from '../../../forms/kit/questions/progress.ts'
import { draftPath } from '../../shared/public-paths.ts'
import type { PublicDeps } from '../deps.ts'
import { draftParam } from '../draft-access.ts'
import { progressOfDraft } from '../draft-progress.ts'
import { openDraft } from '../open-draft.ts'
import { PausePage, RefusalPage } from '../pages/judgement-pages.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

export function outcomeRoutes(service: Service, deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { network } = service
  const { assets } = deps
  const withDraft = openDraft(service, deps, plain)

  routes.get(`/d/${draftParam}/uitkomst`, withDraft, async (c) => {
    const draft = c.get('draft')
    const path = draftPath(service, draft.id)
    const { judgement, answers } = progressOfDraft(service, draft, deps.now())
    if (judgement.outcome !== 'doorverwezen') return c.redirect(path, 303)
    const content = await deps.contents.of(network)
    return c.html(<RefusalPage {...{ assets, service, content, judgement, answers }} draftPath={path} />)
  })

  routes.get(`/d/${draftParam}/wacht`, withDraft, async (c) => {
    const draft = c.get('draft')
    const path = draftPath(service, draft.id)
    const { answers, open } = progressOfDraft(service, draft, deps.now())
    const pause = open && pausedBy(open.page, answers)
    if (!open || !pause) return c.redirect(path, 303)
    const { mailedDraft } = network.retention
    const backTo = `${path}/${open.page.slug}`
    return c.html(
      <PausePage assets={assets} service={service} pause={pause} days={mailedDraft} backTo={backTo} draftPath={path} />,
    )
  })

  return routes
}
