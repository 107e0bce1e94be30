/** The check page and the final POST: one read, one transaction, and always the same receipt. */
import { Hono } from 'hono'
import type { Service } from '../../../forms/kit/form.ts'
import { namesOf } from '../../../forms/kit/questions/criteria.ts'
import { brusselsMonth } from '../../../forms/kit/time.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import type { PublicDeps } from '../deps.ts'
import { draftParam, findDraft } from '../draft-access.ts'
import { openPath, progressOfDraft } from '../draft-progress.ts'
import { receiptPath } from '../links.ts'
import { openDraft } from '../open-draft.ts'
import { CheckPage } from '../pages/check-page.tsx'
import { trapField } from '../pages/trap.tsx'
import { draftPath } from '../paths.ts'
import type { PlainAnswers } from '../plain-answers.tsx'
import { storeSubmission } from '../store-submission.ts'
import { isSuspectDraft } from '../suspect.ts'

export function submitRoutes(service: Service, deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const path = `/d/${draftParam}/controle`

  routes.get(path, openDraft(service, deps, plain), async (c) => {
    const draft = c.get('draft')
    const progress = progressOfDraft(service, draft, deps.now())
    const { answers, judgement, open } = progress
    if (open) return c.redirect(`${openPath(service, draft, progress)}?nog=1`, 303)
    return c.html(
      <CheckPage
        assets={deps.assets}
        service={service}
        answers={answers}
        judgement={judgement}
        draftPath={draftPath(service, draft.id)}
      />,
    )
  })

  routes.post(path, async (c) => {
    const sent = await readBody(c)
    const body = sent && pickFields(sent, new Map([[trapField, false]]))
    if (!body) return plain.unreadable(c)
    // A neighbour that was first leaves either a receipt or a newer draft: look again, at most once per neighbour.
    for (let look = 0; look < 5; look += 1) {
      const found = await findDraft(c, deps, service)
      if (found.kind === 'sent') return c.redirect(await receiptPath(deps.secrets, found.draft.sent), 303)
      if (found.kind !== 'open') return plain.closedDraft(c, service, found)
      const { draft } = found
      const now = deps.now()
      const progress = progressOfDraft(service, draft, now)
      const { answers, judgement, open } = progress
      if (judgement.outcome === 'doorverwezen') {
        await deps.drafts.countRefusal(draft, brusselsMonth(now), namesOf(judgement.unmet))
        return c.redirect(`${draftPath(service, draft.id)}/uitkomst`, 303)
      }
      if (open) return c.redirect(`${openPath(service, draft, progress)}?nog=1`, 303)
      const suspect = isSuspectDraft(service, draft, body, now)
      const reference = await storeSubmission(deps, { service, answers, judgement, suspect, origin: draft, now })
      if (reference) return c.redirect(await receiptPath(deps.secrets, reference), 303)
    }
    throw new Error('The draft changed at every look')
  })

  return routes
}
