/** Whoever asked corrects how they are reached; a new address counts once it is confirmed there. A GET changes nothing. */

import { type Context, Hono } from 'hono'
import { serviceOf } from '../../../forms/index.ts'
import { phoneAnswer } from '../../../forms/kit/lifecycle/corrected.ts'
import {
  askReach,
  mayCorrectReach,
  mostReachChanges,
  reachPage,
  readdressedByThemselves,
} from '../../../forms/kit/lifecycle/reach.ts'
import { reachStep, whyNotConfirmed } from '../../../forms/kit/lifecycle/reach-step.ts'
import { readdressed } from '../../../forms/kit/lifecycle/readdressed.ts'
import { maskedEmail, maskedPhone } from '../../../forms/kit/masked.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf } from '../../../forms/kit/questions/parse.ts'
import { hmacOf } from '../../shared/hash.ts'
import { readLinkToken } from '../../shared/links.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { newId } from '../../shared/new-id.ts'
import { personalRoute, reachRoute } from '../../shared/public-paths.ts'
import { addressHmac } from '../../shared/secrets.ts'
import { createIncoming } from '../../shared/store/incoming.ts'
import { createReachChanges, type ReachChange } from '../../shared/store/reach-changes.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import type { PublicDeps } from '../deps.ts'
import { findDossier, refusedAs } from '../find-dossier.ts'
import { formToken } from '../link-tokens.ts'
import type { AboutDossier } from '../linked.ts'
import { notKept as giveBack } from '../not-kept.tsx'
import { ConfirmedPage, ConfirmPage, NotConfirmedPage, ReachPage } from '../pages/reach-page.tsx'
import { formTokenField } from '../pages/trap.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

const titles = { 409: 'Dit kunt u hier niet meer verbeteren.', full: 'U verbeterde dit al een paar keer.' }

export function reachRoutes(deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const dossiers = deps.open(createIncoming)
  const { assets } = deps
  const reachChanges = deps.open(createReachChanges)
  const statusPath = (c: Context) => c.req.path.replace(/\/gegevens$/, '')

  routes.get(reachRoute, async (c) => {
    const found = await findDossier(c, deps, plain, 'status')
    if ('answer' in found) return found.answer
    return mayCorrectReach(found.dossier) ? show(c, found) : c.redirect(statusPath(c), 303)
  })

  routes.post(reachRoute, async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, fieldsOf(reachPage({}), body, formTokenField))
    // Somebody of the network may change the dossier at the same moment, and a second tab ask something else.
    return typed ? lookAgain(() => take(c, typed)) : plain.unreadable(c)
  })

  /** Undefined when somebody else was first. */
  async function take(c: Context, typed: RawInput): Promise<Response | undefined> {
    const found = await findDossier(c, deps, plain, 'status')
    if ('answer' in found) return notKept(c, typed, refusedAs(found.answer))
    if (!mayCorrectReach(found.dossier)) return notKept(c, typed, 409, found)
    const { linkKeys, addressKey } = await deps.secrets()
    const handedOut = readLinkToken(linkKeys, 'formulier', typed.get(formTokenField)?.[0] ?? '')
    const isKnown = (email: string) => addressHmac(addressKey, email) === found.dossier.applicant
    const step = reachStep(found.dossier, typed, { isKnown, handedOut: handedOut !== undefined, now: deps.now() })
    if (step.kind === 'mend') return show(c, found, typed, step.errors)
    const { email, phone } = step
    return ask(c, found, typed, { email, phone, once: onceOf(addressKey, handedOut?.id, email, phone) })
  }

  async function ask(c: Context, found: AboutDossier, typed: RawInput, { email, phone: number, once }: Asking) {
    const { dossier: before, service } = found
    const { network, reference } = before
    const now = deps.now()
    const known = await reachChanges.read(reference, now)
    if (known?.once === once) return c.redirect(c.req.path, 303)
    if (known && known.times >= mostReachChanges) return notKept(c, typed, 'full', found)
    const phone = number && {
      masked: maskedPhone(number),
      sealed: await deps.seal(network, reference, phoneAnswer(number)),
    }
    const { dossier: after, mails } = askReach(before, { email, ...(phone ? { phone } : {}) }, now)
    const audited = { auditId: newId(deps), now, auditDays: service.network.retention.audit }
    const stored = await reachChanges.ask({ before, after, known, once, email, mails, ...audited })
    return stored === 'stored' ? c.redirect(c.req.path, 303) : undefined
  }

  async function show(
    c: Context,
    found: AboutDossier,
    typed: RawInput = new Map(),
    errors: readonly FieldError[] = [],
  ) {
    const [change, token] = await Promise.all([reachChanges.read(found.dossier.reference, deps.now()), formToken(deps)])
    const about = { assets, ...found, path: statusPath(c), change, token, typed, errors }
    return c.html(<ReachPage {...about} />, errors.length > 0 ? 422 : 200)
  }

  const notKept = (c: Context, typed: RawInput, why: 404 | 410 | 409 | 'full', found?: AboutDossier) =>
    giveBack(c, { assets, why, titles, questions: reachPage({}).questions, typed, found, path: statusPath(c) })

  const confirmRoute = personalRoute('adres')

  routes.get(confirmRoute, async (c) => {
    const found = await findChange(c)
    if ('answer' in found) return found.answer
    const { service, dossier, change } = found
    const about = { assets, service, reference: dossier.reference }
    return c.html(change.done ? <ConfirmedPage {...about} /> : <ConfirmPage {...about} path={c.req.path} />)
  })

  routes.post(confirmRoute, (c) =>
    // Somebody of the network may change the dossier at the same moment; a second press finds it done.
    lookAgain(async () => {
      const found = await findChange(c)
      if ('answer' in found) return found.answer
      const { email, done } = found.change
      const confirmed = done || email === undefined || (await confirm(found, email)) === 'stored'
      return confirmed ? c.redirect(c.req.path, 303) : undefined
    }),
  )

  async function confirm({ service, dossier: before, change }: FoundChange, email: string) {
    const now = deps.now()
    const applicant = addressHmac((await deps.secrets()).addressKey, email)
    const { dossier: after, mails } = readdressed(service, before, { applicant, masked: maskedEmail(email) })
    const audited = { auditId: newId(deps), now, auditDays: service.network.retention.audit }
    const all = readdressedByThemselves(before, after, mails, now)
    return reachChanges.confirm({ before, after, change: { ...change, email }, mails: all, ...audited })
  }

  /** The change of the link; or what to answer when it cannot be confirmed (any more). */
  async function findChange(c: Context): Promise<{ answer: Response } | FoundChange> {
    const target = readLinkToken((await deps.secrets()).linkKeys, 'adres', c.req.param('token') ?? '')
    const dossier = target && (await dossiers.read(target.id, deps.now()))
    if (!target || !dossier) return { answer: await (target ? plain.erased(c) : plain.brokenLink(c)) }
    const service = serviceOf(dossier)
    return service
      ? changeOf(c, { service, dossier }, target.version)
      : { answer: await plain.networkGone(c, dossier.reference) }
  }

  async function changeOf(c: Context, about: AboutDossier, asked: number): Promise<{ answer: Response } | FoundChange> {
    const { service, dossier } = about
    const now = deps.now()
    const change = await reachChanges.read(dossier.reference, now)
    const reason = whyNotConfirmed(dossier, asked, change, now)
    return change && !reason
      ? { ...about, change }
      : { answer: await c.html(<NotConfirmedPage {...{ assets, service }} reason={reason ?? 'newer'} />, 410) }
  }

  return routes
}

type FoundChange = AboutDossier & { change: ReachChange }

interface Asking {
  email: string | undefined
  phone: string | undefined
  once: string
}

/** The same again from one page is a repeat; nobody can guess what was typed by it, as the page's own id is kept nowhere. */
const onceOf = (key: string, id = '', email = '', phone = ''): string => hmacOf(key, [id, email, phone].join('\0'))
