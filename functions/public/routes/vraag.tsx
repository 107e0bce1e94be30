/** The question to the coordinator: one page, sent at once, and never twice. */
import { type Context, Hono } from 'hono'
import { vraagService } from '../../../forms/index.ts'
import type { RawInput } from '../../../forms/kit/answers.ts'
import { judge } from '../../../forms/kit/criteria.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { type FieldError, fieldsOf, parsePage } from '../../../forms/kit/parse.ts'
import { addSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { linkToken, readLinkToken } from '../../shared/links.ts'
import { pickFields, readBody } from '../body.ts'
import { newId, type PublicDeps } from '../deps.ts'
import { servicePath } from '../draft-access.ts'
import { receiptPath } from '../links.ts'
import { trapField } from '../pages/problem.tsx'
import { formTokenField, VraagPage } from '../pages/vraag-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'
import { storeSubmission } from '../store-submission.ts'
import { humanSeconds } from './submit.tsx'

/** Seconds a form of one page may stand open. */
const formLife = secondsPerDay

const tooOld: FieldError = {
  name: 'vraag',
  message: 'Het formulier stond lang open. Kijk uw antwoorden na en verzend ze opnieuw.',
}

export function vraagRoutes(parent: Service, deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const service = vraagService(parent)
  const path = `${servicePath(parent)}/vraag`
  const [page] = service.pages
  if (!page) return routes

  routes.get('/vraag', async (c) => show(c, await freshToken(), new Map(), []))

  routes.post('/vraag', async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, fieldsOf(page, body))
    if (!body || !typed) return plain.unreadable(c)
    const now = deps.now()
    const token = body.get(formTokenField)?.[0] ?? ''
    const handedOut = readLinkToken((await deps.secrets()).linkKeys, 'formulier', token)
    const since = handedOut && new Date(handedOut.version)
    if (!handedOut || !since || since < addSeconds(now, -formLife)) return show(c, await freshToken(), typed, [tooOld])

    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
    if (errors.length > 0) return show(c, token, typed, errors)

    const before = await deps.drafts.read(handedOut.id, now)
    if (before && 'sent' in before) return c.redirect(await receiptPath(deps.secrets, before.sent), 303)
    const reference = await storeSubmission(deps, {
      service,
      answers,
      judgement: judge([], answers, now),
      suspect: Boolean(body.get(trapField)?.[0]) || now < addSeconds(since, humanSeconds),
      origin: { id: handedOut.id, network: service.network.slug, form: service.form.slug, browser: '' },
      now,
    })
    if (reference) return c.redirect(await receiptPath(deps.secrets, reference), 303)
    // A second press of the button was first.
    const first = await deps.drafts.read(handedOut.id, now)
    return first && 'sent' in first
      ? c.redirect(await receiptPath(deps.secrets, first.sent), 303)
      : show(c, await freshToken(), typed, [tooOld])
  })

  /** Says when the form was handed out, in milliseconds, and makes sending it twice the same question. */
  async function freshToken(): Promise<string> {
    return linkToken((await deps.secrets()).linkKeys, 'formulier', { id: newId(deps), version: deps.now().getTime() })
  }

  function show(c: Context, token: string, typed: RawInput, errors: readonly FieldError[]) {
    return c.html(
      <VraagPage
        assets={deps.assets}
        service={service}
        page={page ?? { slug: '', title: '', questions: [] }}
        path={path}
        token={token}
        typed={typed}
        errors={errors}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

  return routes
}
