/** Pages behind a personal link: receipt, status, and going on with a mailed draft. A GET changes nothing. */
import { type Context, Hono } from 'hono'
import { aheadOf } from '../../../forms/ahead.ts'
import { calendarText } from '../../../forms/kit/calendar.ts'
import { readEase } from '../../../forms/kit/ease.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { leafletOf } from '../../../forms/kit/leaflet.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { firstPromise } from '../../../forms/kit/lifecycle/status.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import { brusselsMonth } from '../../../forms/kit/time.ts'
import { readLinkToken } from '../../shared/links.ts'
import { draftPath, personalRoute } from '../../shared/public-paths.ts'
import { createDrafts, type Draft, type SentDraft } from '../../shared/store/drafts.ts'
import { createEase } from '../../shared/store/ease.ts'
import { copyEnds } from '../../shared/store/own-copies.ts'
import { readBody } from '../../shared/web/body.ts'
import { calendarAnswer } from '../../shared/web/calendar-answer.ts'
import { addingTo } from '../adding.ts'
import { browserOf, noteOpen, rememberBrowser } from '../browser.ts'
import type { PublicDeps } from '../deps.ts'
import { findDossier as behindLink } from '../find-dossier.ts'
import { receiptPath, statusPath } from '../link-tokens.ts'
import { linkedDraft } from '../linked.ts'
import { CallBackReceipt } from '../pages/call-back-receipt.tsx'
import { ResumePage } from '../pages/later-pages.tsx'
import { LeafletPage } from '../pages/leaflet-page.tsx'
import { ReceiptPage } from '../pages/receipt-page.tsx'
import { StatusPage } from '../pages/status-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

/** The day of the answer, for one's own calendar. */
const agendaFile = '/agenda.ics'

const pathWithout = (c: Context, tail: string): string => c.req.path.slice(0, -tail.length)

export function personalRoutes(deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { assets, contents } = deps
  const drafts = deps.open(createDrafts)

  routes.get(personalRoute('ontvangen'), async (c) => {
    const found = await findDossier(c, 'ontvangen')
    if ('answer' in found) return found.answer
    const { dossier } = found
    // The receipt outlives its links: when those were taken back, it hands out no new one.
    const { network } = found.service
    const [follow, sent, content] = await Promise.all([
      dossier.linkVersion === 1 ? statusPath(deps.secrets, dossier.reference, 1) : undefined,
      sentOf(dossier),
      contents.of(network),
    ])
    const ease = sent && (sent.easeTold ? 'thanks' : 'asks')
    if (found.service.form.forClients) return c.html(<CallBackReceipt {...{ assets }} {...found} statusPath={follow} />)
    return c.html(
      <ReceiptPage
        {...{ assets, ease, copyUntil: copyUntil(c, dossier, sent) }}
        {...found}
        days={daysOf(network, content)}
        path={c.req.path}
        statusPath={follow}
        now={deps.now()}
      />,
    )
  })

  routes.get(`${personalRoute('ontvangen')}/blad`, async (c) => {
    const found = await findDossier(c, 'ontvangen')
    if ('answer' in found) return found.answer
    const back = pathWithout(c, '/blad')
    const { dossier, service } = found
    const ahead = aheadOf(service.form)
    const leaflet = leafletOf(service, ahead, dossier)
    return leaflet
      ? c.html(<LeafletPage {...{ assets, leaflet, service }} about={ahead.about} receiptPath={back} />)
      : c.redirect(back, 303)
  })

  routes.get(`${personalRoute('ontvangen')}${agendaFile}`, async (c) => {
    const found = await findDossier(c, 'ontvangen')
    if ('answer' in found) return found.answer
    const { reference } = found.dossier
    const on = firstPromise(found.service, found.dossier, deps.now())
    if (!on) return c.redirect(pathWithout(c, agendaFile), 303)
    const entries = [{ uid: `${reference}-antwoord`, on, summary: `Antwoord op ${reference}` }]
    const { host } = new URL(deps.url)
    return calendarAnswer(c, 'antwoord', calendarText({ product: 'Antwoord', entries, host, now: deps.now() }))
  })

  /** "Lukte dit?": counted once per receipt; a second press, or another one, changes nothing. */
  routes.post(`${personalRoute('ontvangen')}/lukte`, async (c) => {
    const [typed] = (await readBody(c))?.get('lukte') ?? []
    const ease = readEase(typed)
    if (!ease) return plain.unreadable(c)
    const found = await findDossier(c, 'ontvangen')
    if ('answer' in found) return found.answer
    const sent = await sentOf(found.dossier)
    if (sent && !sent.easeTold) await deps.open(createEase).count(sent, brusselsMonth(deps.now()), ease)
    return c.redirect(`${pathWithout(c, '/lukte')}#lukte`, 303)
  })

  routes.get(personalRoute('status'), async (c) => {
    const found = await findDossier(c, 'status')
    if ('answer' in found) return found.answer
    const [content, adding] = await Promise.all([contents.of(found.service.network), addingTo(deps, found.dossier)])
    return c.html(<StatusPage {...{ assets, content, adding }} {...found} path={c.req.path} now={deps.now()} />)
  })

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
    if (taken) noteOpen(c, deps.url, found.draft.id)
    // Sent or wiped in between: the link itself tells which.
    return c.redirect(taken ? draftPath(found.service, found.draft.id) : c.req.path, 303)
  })

  /** For a day, in the browser that sent it (own-answers.tsx): elsewhere there is nothing to see. */
  function copyUntil(c: Context, { receivedAt }: Dossier, sent: SentDraft | undefined): Date | undefined {
    const until = copyEnds(new Date(receivedAt))
    return sent && sent.browser === browserOf(c, deps.url) && deps.now() < until ? until : undefined
  }

  /** What is left of the form it came from, for as long as that is kept; none of what somebody of the network took in. */
  async function sentOf({ origin }: Dossier): Promise<SentDraft | undefined> {
    const draft = await drafts.read(origin, deps.now())
    return draft && 'sent' in draft ? draft : undefined
  }

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
