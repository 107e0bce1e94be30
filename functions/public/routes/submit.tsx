/** The check page and the final POST: one read, one transaction, and always the same receipt. */
import { type Context, Hono } from 'hono'
import type { ClosedForm } from '../../../forms/kit/content-schema.ts'
import { refusalCounts } from '../../../forms/kit/figures/tally.ts'
import { doubtfulQuestions, type Service } from '../../../forms/kit/form.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { finalOf } from '../../../forms/kit/questions/step.ts'
import { epochSeconds, momentInWords } from '../../../forms/kit/time.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { draftPath } from '../../shared/public-paths.ts'
import { createDrafts, type Draft } from '../../shared/store/drafts.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { browserSecret, forgetOpen } from '../browser.ts'
import { ClosedFormPage, closedNow, untilFor } from '../closing.tsx'
import type { PublicDeps } from '../deps.ts'
import { draftParam, findDraft } from '../draft-access.ts'
import { openPath, progressOfDraft, savedInWords, unfinishedPages } from '../draft-progress.ts'
import { receiptPath } from '../link-tokens.ts'
import { openDraft } from '../open-draft.ts'
import { CheckPage } from '../pages/check-page.tsx'
import { trapField } from '../pages/trap.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'
import { storeSubmission } from '../store-submission.ts'
import { isSuspectDraft } from '../suspect.ts'

export function submitRoutes(service: Service, deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const path = `/d/${draftParam}/controle`

  routes.get(path, openDraft(service, deps, plain), async (c) => {
    const draft = c.get('draft')
    const now = deps.now()
    const progress = progressOfDraft(service, draft, now)
    const { answers, judgement, open } = progress
    if (open) return c.redirect(`${openPath(service, draft, progress)}?nog=1`, 303)
    return c.html(
      <CheckPage
        assets={deps.assets}
        service={service}
        answers={answers}
        doubtful={doubtfulQuestions(judgement, service, answers)}
        unfinished={unfinishedPages(service, draft, answers)}
        draftPath={draftPath(service, draft.id)}
        saved={savedInWords(draft)}
        printed={momentInWords(now)}
        closed={await closedNow(deps, service)}
      />,
    )
  })

  routes.post(path, async (c) => {
    const sent = await readBody(c)
    const body = sent && pickFields(sent, new Map([[trapField, false]]))
    if (!body) return plain.unreadable(c)
    // A neighbour that was first leaves either a receipt or a newer draft.
    return lookAgain(async () => {
      const found = await findDraft(c, deps, service)
      if (found.kind === 'open') return send(c, found.draft, body)
      return found.kind === 'sent'
        ? c.redirect(await receiptPath(deps.secrets, found.draft.sent), 303)
        : plain.closedDraft(c, service, found)
    })
  })

  /** Undefined when a neighbour was first. */
  async function send(c: Context, draft: Draft, body: RawInput): Promise<Response | undefined> {
    const now = deps.now()
    const progress = progressOfDraft(service, draft, now)
    const step = finalOf(progress)
    switch (step.kind) {
      case 'refuse':
        await deps.open(createDrafts).countRefusal(draft, refusalCounts(draft, step.unmet, now))
        return c.redirect(`${draftPath(service, draft.id)}/uitkomst`, 303)
      case 'mend':
        return c.redirect(`${openPath(service, draft, progress)}?nog=1`, 303)
      case 'send': {
        const closed = await closedNow(deps, service)
        if (closed) return closedFor(c, draft, closed)
        const { answers, judgement } = progress
        const suspect = isSuspectDraft(service, draft, body, now)
        const sent = { service, answers, judgement, suspect, origin: draft, now }
        const reference = await storeSubmission(deps, { ...sent, secret: browserSecret(c, deps.url) })
        if (reference === undefined) return undefined
        forgetOpen(c, deps.url, draft.id)
        return c.redirect(await receiptPath(deps.secrets, reference), 303)
      }
    }
  }

  /** Nothing is sent, and nothing is lost: the draft is kept until some time after the form is open again. */
  async function closedFor(c: Context, draft: Draft, closed: ClosedForm) {
    const { expiresAt } = await untilFor(deps, service)
    const ttl = Math.max(draft.ttl, epochSeconds(expiresAt))
    const kept = await deps.open(createDrafts).endAt(draft, new Date(ttl * 1000))
    // Sent or wiped in another tab.
    if (!kept) return undefined
    const about = { until: savedInWords(kept).until, path: draftPath(service, draft.id) }
    return c.html(<ClosedFormPage assets={deps.assets} {...{ service, closed, kept: about }} />, 409)
  }

  return routes
}
