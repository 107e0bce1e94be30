/** Stopping half-way: the link by mail, and wiping everything. */
import { type Context, Hono } from 'hono'
import type { Service } from '../../../forms/kit/form.ts'
import { maskedEmail } from '../../../forms/kit/masked.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { addSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { draftPath, openDraftsPath, servicePath } from '../../shared/public-paths.ts'
import { addressHmac } from '../../shared/secrets.ts'
import { createDrafts, type Draft, type LinkMail } from '../../shared/store/drafts.ts'
import { typedIn } from '../../shared/store/typed.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import { forgetOpen } from '../browser.ts'
import { untilFor } from '../closing.tsx'
import type { PublicDeps } from '../deps.ts'
import { draftParam, findDraft } from '../draft-access.ts'
import { openDraft } from '../open-draft.ts'
import { comesBack, LaterPage, laterQuestion, MailedPage, WipePage } from '../pages/later-pages.tsx'
import { trapField } from '../pages/trap.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'
import { isSuspectDraft } from '../suspect.ts'

/** Days before the end of a mailed draft that its owner is warned. */
const warnDaysBefore = 2

/** Seconds in which a second press for the same address is the same question: so long a mail may take. */
const askedOnce = 5 * 60

/** The link that was asked last went to this address, just now. */
const isAskedAgain = ({ asked }: Draft, { applicant, now }: LinkMail): boolean =>
  asked !== undefined && asked.applicant === applicant && now < addSeconds(new Date(asked.at), askedOnce)

const laterPage = { slug: 'later', title: 'Later verdergaan', questions: [laterQuestion] }

export function laterRoutes(service: Service, deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { network, form } = service
  const { assets } = deps
  const drafts = deps.open(createDrafts)
  const withDraft = openDraft(service, deps, plain)
  const days = network.retention.mailedDraft

  routes.get(`/d/${draftParam}/later`, withDraft, async (c) => {
    const draft = c.get('draft')
    // Whoever gave an address on an earlier page need not type it again.
    const known = service.pages.flatMap(({ slug }) => typedIn(draft)(slug).get(laterQuestion.name) ?? [])
    return show(c, draft.id, new Map([[laterQuestion.name, known]]), [])
  })

  routes.post(`/d/${draftParam}/later`, withDraft, async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, fieldsOf(laterPage, body, trapField))
    if (!typed) return plain.unreadable(c)
    const draft = c.get('draft')
    const now = deps.now()
    const { answers, errors } = parsePage(laterPage, typed, {}, { criteria: [], now })
    if (errors.length > 0) return show(c, draft.id, typed, errors)
    const suspect = isSuspectDraft(service, draft, typed, now)
    const asked = await askLink(draft, String(answers.email), suspect, now)
    // Sent or wiped in another tab: the draft's own address tells which.
    return c.redirect(draftPath(service, draft.id) + (asked ? '/gemaild' : ''), 303)
  })

  /** Whether the link is on its way: who presses twice, at the same moment too, gets one, and that one works. */
  async function askLink(before: Draft, email: string, suspect: boolean, now: Date): Promise<boolean> {
    let draft: Draft | undefined = before
    return lookAgain(async () => {
      if (!draft) return false
      const mail = await linkMail(draft, email, suspect, now)
      if (isAskedAgain(draft, mail)) return true
      if (!(await drafts.mailLink(draft, mail))) return true
      const after = await drafts.read(draft.id, now)
      draft = after && !('sent' in after) ? after : undefined
      return undefined
    })
  }

  /** The link by which somebody goes on, and the warning before it ends. */
  async function linkMail(draft: Draft, email: string, suspect: boolean, now: Date): Promise<LinkMail> {
    const { expiresAt } = await untilFor(deps, service, days)
    const linkVersion = draft.linkVersion + 1
    const about = {
      to: 'aanvrager' as const,
      ...{ network: network.slug, form: form.slug, draft: draft.id, linkVersion, expiresAt: expiresAt.toISOString() },
    }
    return {
      email,
      applicant: addressHmac((await deps.secrets()).addressKey, email),
      masked: maskedEmail(email),
      link: { kind: 'verder', ...about },
      warning: { kind: 'verloopt', ...about },
      linkVersion,
      ...(suspect ? { held: 'verdacht' as const } : {}),
      now,
      expiresAt,
      warnAt: addSeconds(expiresAt, -warnDaysBefore * secondsPerDay),
    }
  }

  routes.get(`/d/${draftParam}/gemaild`, withDraft, (c) => {
    const draft = c.get('draft')
    const path = draftPath(service, draft.id)
    if (!draft.mailed) return c.redirect(`${path}/later`, 303)
    const expiresAt = new Date(draft.ttl * 1000)
    const to = draft.asked?.masked
    return c.html(<MailedPage {...{ assets, service, draftPath: path, to, expiresAt }} />)
  })

  routes.get(`/d/${draftParam}/wissen`, withDraft, (c) =>
    c.html(<WipePage assets={assets} service={service} draftPath={draftPath(service, c.get('draft').id)} />),
  )

  routes.post(`/d/${draftParam}/wissen`, async (c) => {
    const fromList = (await readBody(c))?.has(comesBack)
    const wipedPath = fromList ? openDraftsPath : `${servicePath(service)}/gewist`
    const found = await findDraft(c, deps, service)
    // A second press of the button: what it asks for is done.
    if (found.kind === 'unknown') return c.redirect(wipedPath, 303)
    if (found.kind !== 'open') return plain.closedDraft(c, service, found)
    const { id } = found.draft
    // Sent in another tab: then it is not gone, and the draft's own address says so.
    if (!(await drafts.wipe(found.draft))) return c.redirect(draftPath(service, id), 303)
    forgetOpen(c, deps.url, id)
    return c.redirect(wipedPath, 303)
  })

  routes.get('/gewist', (c) =>
    c.html(
      <MessagePage assets={assets} network={network} title="Alles is gewist.">
        <p class="lead">Er is niets verstuurd en niets bewaard. U kunt dit venster sluiten.</p>
        <p>
          <a href={servicePath(service)}>Begin opnieuw</a>
        </p>
      </MessagePage>,
    ),
  )

  function show(c: Context, draftId: string, typed: RawInput, errors: readonly FieldError[]) {
    return c.html(
      <LaterPage
        assets={assets}
        service={service}
        typed={typed}
        errors={errors}
        draftPath={draftPath(service, draftId)}
        days={days}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

  return routes
}
