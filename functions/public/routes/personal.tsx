/** Pages behind a personal link: receipt, status, and going on with a mailed draft. A GET changes nothing. */
import { type Context, Hono } from 'hono'
import type { Service } from '../../../forms/kit/form.ts'
import { readLinkToken } from '../../shared/links.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { makeMove } from '../../shared/make-move.ts'
import { draftPath, personalRoute } from '../../shared/public-paths.ts'
import type { Draft } from '../../shared/store/drafts.ts'
import { readBody } from '../../shared/web/body.ts'
import { addingTo } from '../adding.ts'
import { rememberBrowser } from '../browser.ts'
import type { PublicDeps } from '../deps.ts'
import { findDossier as behindLink } from '../find-dossier.ts'
import { receiptPath, statusPath } from '../link-tokens.ts'
import { linkedDraft } from '../linked.ts'
import { ResumePage } from '../pages/later-pages.tsx'
import { ReceiptPage } from '../pages/receipt-page.tsx'
import { LeavePage, StatusPage, WithdrawPage, wayOut } from '../pages/status-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

export function personalRoutes(deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { assets, contents, drafts } = deps

  routes.get(personalRoute('ontvangen'), async (c) => {
    const found = await findDossier(c, 'ontvangen')
    if ('answer' in found) return found.answer
    const { dossier, service } = found
    // The receipt outlives its links: when those were taken back, it hands out no new one.
    const follow = dossier.linkVersion === 1 ? await statusPath(deps.secrets, dossier.reference, 1) : undefined
    return c.html(<ReceiptPage assets={assets} service={service} dossier={dossier} statusPath={follow} />)
  })

  routes.get(personalRoute('status'), async (c) => {
    const found = await findDossier(c, 'status')
    if ('answer' in found) return found.answer
    const [content, adding] = await Promise.all([contents.of(found.service.network), addingTo(deps, found.dossier)])
    return c.html(<StatusPage {...{ assets, content, adding }} {...found} path={c.req.path} now={deps.now()} />)
  })

  routes.get(`${personalRoute('status')}/stoppen`, async (c) => {
    const found = await findDossier(c, 'status')
    if ('answer' in found) return found.answer
    const path = c.req.path.replace(/\/stoppen$/, '')
    return wayOut(found.service, found.dossier)?.tail === 'stoppen'
      ? c.html(<WithdrawPage assets={assets} {...found} path={path} />)
      : c.redirect(path, 303)
  })

  routes.post(`${personalRoute('status')}/stoppen`, (c) => act(c, 'intrekken', /\/stoppen$/))

  routes.get(`${personalRoute('status')}/niet-meer-mee`, async (c) => {
    const found = await findDossier(c, 'status')
    if ('answer' in found) return found.answer
    const path = c.req.path.replace(/\/niet-meer-mee$/, '')
    if (wayOut(found.service, found.dossier)?.tail !== 'niet-meer-mee') return c.redirect(path, 303)
    const content = await contents.of(found.service.network)
    return c.html(<LeavePage {...{ assets, content }} {...found} path={path} />)
  })

  routes.post(`${personalRoute('status')}/niet-meer-mee`, (c) => act(c, 'dienst_stopt', /\/niet-meer-mee$/))

  routes.post(`${personalRoute('status')}/geraakt`, async (c) => {
    const body = await readBody(c)
    const [answer] = body?.get('antwoord') ?? []
    const action = answer === 'ja' ? 'aangekomen' : answer === 'nee' ? 'niet_aangekomen' : undefined
    if (!action) return plain.unreadable(c)
    return act(c, action, /\/geraakt$/)
  })

  /** A move by the applicant; answered or closed already: the status page tells which. */
  async function act(c: Context, action: string, tail: RegExp) {
    // A coordinator may move the dossier at the same moment.
    return lookAgain(async () => {
      const found = await findDossier(c, 'status')
      if ('answer' in found) return found.answer
      const content = await contents.of(found.service.network)
      const made = await makeMove(deps, { ...found, content, command: { action, by: 'aanvrager' } })
      return made.kind === 'changed' ? undefined : c.redirect(c.req.path.replace(tail, ''), 303)
    })
  }

  routes.get(personalRoute('verder'), async (c) => {
    const found = await findMailedDraft(c)
    if ('answer' in found) return found.answer
    return c.html(
      <ResumePage
        assets={assets}
        service={found.service}
        path={c.req.path}
        expiresAt={new Date(found.draft.ttl * 1000)}
      />,
    )
  })

  routes.post(personalRoute('verder'), async (c) => {
    const found = await findMailedDraft(c)
    if ('answer' in found) return found.answer
    const taken = await drafts.takeOver(found.draft, rememberBrowser(c, deps.url, deps.random))
    // Sent or wiped in between: the link itself tells which.
    return c.redirect(taken ? draftPath(found.service, found.draft.id) : c.req.path, 303)
  })

  const findDossier = (c: Context, purpose: 'ontvangen' | 'status') => behindLink(c, deps, plain, purpose)

  async function findMailedDraft(c: Context): Promise<{ answer: Response } | { draft: Draft; service: Service }> {
    const target = readLinkToken((await deps.secrets()).linkKeys, 'verder', c.req.param('token') ?? '')
    const linked = linkedDraft(target, target && (await drafts.read(target.id, deps.now())))
    switch (linked.kind) {
      case 'found':
        return linked
      case 'broken':
        return { answer: await plain.brokenLink(c) }
      case 'expired':
        return { answer: await plain.expired(c) }
      case 'gone':
        return { answer: await plain.formGone(c) }
      case 'newer':
        return { answer: await plain.newerLink(c, linked.service) }
      case 'sent': {
        const receipt = await receiptPath(deps.secrets, linked.reference)
        return { answer: await plain.alreadySent(c, linked.service, receipt) }
      }
    }
  }

  return routes
}
