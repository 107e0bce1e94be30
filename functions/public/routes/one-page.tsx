/** A form of one page: nothing of it is kept before it is sent, it is sent at once, and never twice. */
import { type Context, Hono } from 'hono'
import type { Service } from '../../../forms/kit/form.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { judge } from '../../../forms/kit/questions/criteria.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { addSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { hmacOf } from '../../shared/hash.ts'
import { type LinkTarget, readLinkToken } from '../../shared/links.ts'
import { createDrafts, type SentDraft } from '../../shared/store/drafts.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import type { PublicDeps } from '../deps.ts'
import { formToken, receiptPath } from '../link-tokens.ts'
import { NobodyYetPage, nobodyYet } from '../nobody-yet.tsx'
import { formTokenField, trapField } from '../pages/trap.tsx'
import type { OnePageProps } from '../pages/vraag-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'
import { storeSubmission } from '../store-submission.ts'
import { humanSeconds, isTooFast, isTrapped } from '../suspect.ts'

/** Seconds a form of one page may stand open. */
const formLife = secondsPerDay

const tooOld = 'Het formulier stond lang open. Kijk uw antwoorden na en verzend ze opnieuw.'

interface OnePage {
  service: Service
  /** Where it is, and where it is sent. */
  path: string
  /** The part of that at which it is registered. */
  at: string
  draw(shown: OnePageProps): Parameters<Context['html']>[0]
}

export function onePageRoutes(deps: PublicDeps, plain: PlainAnswers, { service, path, at, draw }: OnePage) {
  const routes = new Hono()
  const [page] = service.pages
  if (!page) return routes
  const old: FieldError = { name: page.questions[0]?.name ?? '', message: tooOld }

  routes.get(at, async (c) => {
    const { assets } = deps
    const { network } = service
    if (await nobodyYet(deps, network)) return c.html(<NobodyYetPage {...{ assets, network }} />, 409)
    return show(c, await formToken(deps), new Map(), [])
  })

  routes.post(at, async (c) => {
    const sent = await readBody(c)
    const typed = sent && pickFields(sent, fieldsOf(page, sent, trapField, formTokenField))
    if (!typed) return plain.unreadable(c)
    const now = deps.now()
    const { linkKeys } = await deps.secrets()
    const token = typed.get(formTokenField)?.[0] ?? ''
    const handedOut = readLinkToken(linkKeys, 'formulier', token)
    if (!handedOut) return show(c, await formToken(deps), typed, [old])
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
    return errors.length > 0 ? show(c, token, typed, errors) : send(c, typed, handedOut, answers, now)
  })

  async function send(c: Context, typed: RawInput, { id, version }: LinkTarget, answers: Answers, now: Date) {
    const since = new Date(version)
    const content = hmacOf((await deps.secrets()).addressKey, JSON.stringify(answers))
    const before = await findSent(id, now)
    if (before) return again(c, before, content)
    if (since < addSeconds(now, -formLife)) return showAgain(c, typed, now)
    const reference = await storeSubmission(deps, {
      service,
      answers,
      judgement: judge([], answers, now),
      suspect: isTrapped(typed) || isTooFast(since, now),
      origin: { id, network: service.network.slug, form: service.form.slug, browser: '', content },
      now,
    })
    if (reference) return c.redirect(await receiptPath(deps.secrets, reference), 303)
    // A second press of the button was first.
    const first = await findSent(id, now)
    return first ? again(c, first, content) : showAgain(c, typed, now)
  }

  /** Filled in long ago: whoever only has to press once more needs no time for it. */
  const showAgain = async (c: Context, typed: RawInput, now: Date) =>
    show(c, await formToken(deps, addSeconds(now, -humanSeconds)), typed, [old])

  async function findSent(id: string, now: Date): Promise<SentDraft | undefined> {
    const found = await deps.open(createDrafts).read(id, now)
    return found && 'sent' in found ? found : undefined
  }

  /** The same question again gets the same receipt; a changed one is not sent, and that is said. */
  async function again(c: Context, { sent, content }: SentDraft, posted: string): Promise<Response> {
    const receipt = await receiptPath(deps.secrets, sent)
    return content === posted ? c.redirect(receipt, 303) : plain.alreadySent(c, service, receipt, path)
  }

  function show(c: Context, token: string, typed: RawInput, errors: readonly FieldError[]) {
    const shown = { page: page ?? { slug: '', title: '', questions: [] }, path, token, typed, errors }
    return c.html(draw({ assets: deps.assets, service, ...shown }), errors.length > 0 ? 422 : 200)
  }

  return routes
}
