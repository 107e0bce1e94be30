/** Pages behind a personal link: receipt, status, and going on with a mailed draft. A GET changes nothing. */
import { type Context, Hono } from 'hono'
import { findForm, findNetwork, findService } from '../../../forms/index.ts'
import { type Dossier, isClosed } from '../../../forms/kit/dossier.ts'
import type { Form, Service } from '../../../forms/kit/form.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { PromisedMail } from '../../../forms/kit/submit.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { readLinkToken } from '../../shared/links.ts'
import type { Draft } from '../../shared/store/drafts.ts'
import { rememberBrowser } from '../browser.ts'
import { newId, type PublicDeps } from '../deps.ts'
import { draftPath } from '../draft-access.ts'
import { receiptPath, statusPath } from '../links.ts'
import { ResumePage } from '../pages/later-pages.tsx'
import { ReceiptPage } from '../pages/receipt-page.tsx'
import { StatusPage, WithdrawPage } from '../pages/status-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

export function personalRoutes(deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { assets, dossiers, drafts } = deps

  routes.get('/ontvangen/:token', async (c) => {
    const found = await findDossier(c, 'ontvangen')
    if ('answer' in found) return found.answer
    const { dossier, network, form } = found
    // The receipt outlives its links: when those were taken back, it hands out no new one.
    const follow = dossier.linkVersion === 1 ? await statusPath(deps.secrets, dossier.reference, 1) : undefined
    return c.html(<ReceiptPage assets={assets} network={network} form={form} dossier={dossier} statusPath={follow} />)
  })

  routes.get('/status/:token', async (c) => {
    const found = await findDossier(c, 'status')
    if ('answer' in found) return found.answer
    return c.html(<StatusPage assets={assets} {...found} path={c.req.path} today={brusselsDate(deps.now())} />)
  })

  routes.get('/status/:token/stoppen', async (c) => {
    const found = await findDossier(c, 'status')
    if ('answer' in found) return found.answer
    const path = c.req.path.replace(/\/stoppen$/, '')
    return isClosed(found.dossier.state)
      ? c.redirect(path, 303)
      : c.html(<WithdrawPage assets={assets} {...found} path={path} />)
  })

  routes.post('/status/:token/stoppen', async (c) => {
    // A coordinator may move the dossier at the same moment: look again, at most once per neighbour.
    for (let look = 0; look < 5; look += 1) {
      const found = await findDossier(c, 'status')
      if ('answer' in found) return found.answer
      // Stopped now, or closed already: the status page tells which.
      if ((await withdraw(found)) !== 'changed') return c.redirect(c.req.path.replace(/\/stoppen$/, ''), 303)
    }
    throw new Error('The dossier changed at every look')
  })

  function withdraw({ dossier, network, form }: AboutDossier) {
    const { reference, linkVersion } = dossier
    const about = { network: network.slug, form: form.slug, reference, linkVersion }
    const { withdrawnAnswers, closed, audit } = network.bewaartermijnen
    const toApplicant: PromisedMail = {
      notification: { kind: 'ingetrokken', to: 'aanvrager', ...about },
      ...(dossier.suspect ? { held: 'verdacht' } : {}),
    }
    const toTriage: PromisedMail = { notification: { kind: 'triage-ingetrokken', to: 'triage', ...about } }
    return dossiers.withdraw({
      dossier,
      mails: (dossier.applicant ? [toApplicant, toTriage] : [toTriage]).map((mail) => ({
        mailId: newId(deps),
        ...mail,
      })),
      auditId: newId(deps),
      now: deps.now(),
      answersDays: withdrawnAnswers,
      closedDays: closed,
      auditDays: audit,
    })
  }

  routes.get('/verder/:token', async (c) => {
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

  routes.post('/verder/:token', async (c) => {
    const found = await findMailedDraft(c)
    if ('answer' in found) return found.answer
    const taken = await drafts.takeOver(found.draft, rememberBrowser(c, deps.url, deps.random))
    // Sent or wiped in between: the link itself tells which.
    return c.redirect(taken ? draftPath(found.service, found.draft.id) : c.req.path, 303)
  })

  async function findDossier(
    c: Context,
    purpose: 'ontvangen' | 'status',
  ): Promise<{ answer: Response } | AboutDossier> {
    const target = readLinkToken((await deps.secrets()).linkKeys, purpose, c.req.param('token') ?? '')
    if (!target) return { answer: await plain.brokenLink(c) }
    const dossier = await dossiers.read(target.id, deps.now())
    if (!dossier) return { answer: await plain.erased(c) }
    const network = findNetwork(dossier.network)
    const form = findForm(dossier.form)
    if (!network || !form || (purpose === 'status' && dossier.linkVersion !== target.version))
      return { answer: await plain.brokenLink(c) }
    return { dossier, network, form }
  }

  async function findMailedDraft(c: Context): Promise<{ answer: Response } | { draft: Draft; service: Service }> {
    const target = readLinkToken((await deps.secrets()).linkKeys, 'verder', c.req.param('token') ?? '')
    if (!target) return { answer: await plain.brokenLink(c) }
    const draft = await drafts.read(target.id, deps.now())
    if (!draft) return { answer: await plain.expired(c) }
    const service = findService(draft.network, draft.form)
    if (!service) return { answer: await plain.brokenLink(c) }
    if (draft.linkVersion !== target.version) return { answer: await plain.newerLink(c, service) }
    if ('sent' in draft)
      return { answer: await plain.alreadySent(c, service, await receiptPath(deps.secrets, draft.sent)) }
    return { draft, service }
  }

  return routes
}

interface AboutDossier {
  dossier: Dossier
  network: Network
  form: Form
}
