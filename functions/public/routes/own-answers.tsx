/** What somebody sent, for a day, in the browser that sent it (docs/decisions/033). A GET changes nothing; wiping is a POST. */
import { type Context, Hono } from 'hono'
import {
  ownAnswersPath,
  ownAnswersRoute,
  receiptOfAnswers,
  wipeAnswersPath,
  wipeAnswersRoute,
} from '../../shared/public-paths.ts'
import { copyEnds, createOwnCopies, type OwnCopy } from '../../shared/store/own-copies.ts'
import { browserOf, browserSecret } from '../browser.ts'
import type { PublicDeps } from '../deps.ts'
import { findDossier } from '../find-dossier.ts'
import type { AboutDossier } from '../linked.ts'
import { openOwnCopy } from '../open-own-copy.ts'
import { NoCopyPage, type NoCopyReason, noCopyStatus, OwnAnswersPage } from '../pages/own-answers-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

type Found = { answer: Response } | ({ copy: OwnCopy; secret: string; until: Date; receipt: string } & AboutDossier)

export function ownAnswerRoutes(deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { assets } = deps
  const ownCopies = deps.open(createOwnCopies)
  const receiptOf = (c: Context) => receiptOfAnswers(c.req.path)

  routes.get(ownAnswersRoute, async (c) => {
    const found = await find(c)
    if ('answer' in found) return found.answer
    const { service, dossier, copy, secret, until, receipt } = found
    const { origin, reference } = dossier
    const answers = openOwnCopy(secret, { origin, reference }, copy.sealed)
    const wipePath = wipeAnswersPath(receipt)
    return c.html(<OwnAnswersPage {...{ assets, service, dossier, answers, until, wipePath, receiptPath: receipt }} />)
  })

  routes.get(wipeAnswersRoute, (c) => c.redirect(ownAnswersPath(receiptOf(c)), 303))

  // A second press finds nothing left, and goes to the page that says so.
  routes.post(wipeAnswersRoute, async (c) => {
    const found = await find(c)
    if ('answer' in found) return found.answer
    await ownCopies.wipe(found.dossier.origin)
    return c.redirect(ownAnswersPath(found.receipt), 303)
  })

  /** The copy of this browser; or the true reason why there is none. */
  async function find(c: Context): Promise<Found> {
    const found = await findDossier(c, deps, plain, 'ontvangen')
    if ('answer' in found) return found
    const { service, dossier } = found
    const receipt = receiptOf(c)
    const none = async (reason: NoCopyReason): Promise<Found> => ({
      answer: await c.html(<NoCopyPage {...{ assets, service, reason, receiptPath: receipt }} />, noCopyStatus[reason]),
    })
    // A form of one page has no draft, so no browser of its own.
    if (service.pages.length === 1) return none('never')
    const until = copyEnds(new Date(dossier.receivedAt))
    const copy = await ownCopies.read(dossier.origin, deps.now())
    if (!copy) return none(deps.now() < until ? 'wiped' : 'over')
    const secret = browserSecret(c, deps.url)
    return secret && copy.browser === browserOf(c, deps.url)
      ? { ...found, copy, secret, until, receipt }
      : none('elsewhere')
  }

  return routes
}
