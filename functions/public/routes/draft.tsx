/** Filling in a form, page by page. Each POST: parse → decide (forms/kit/questions/step.ts) → keep → go on. */
import { type Context, Hono } from 'hono'
import { refusalCounts } from '../../../forms/kit/figures/tally.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, withoutNationalNumbers } from '../../../forms/kit/questions/parse.ts'
import { isAsked, type Posted, progressUpTo, type Step, stepOf } from '../../../forms/kit/questions/step.ts'
import { addSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { callBackPath, draftPath, servicePath } from '../../shared/public-paths.ts'
import { createDrafts, type Draft } from '../../shared/store/drafts.ts'
import { standingIn, typedIn } from '../../shared/store/typed.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { ClosedFormPage, closedNow, untilFor } from '../closing.tsx'
import type { PublicDeps } from '../deps.ts'
import { beginDraft, draftParam, type Found, findDraft } from '../draft-access.ts'
import { openPath, progressOfDraft, savedInWords } from '../draft-progress.ts'
import { NobodyYetPage, nobodyYet } from '../nobody-yet.tsx'
import { openDraft } from '../open-draft.ts'
import { FormPage } from '../pages/form-page.tsx'
import { trapField } from '../pages/trap.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

/** Names the button that was pressed. */
const actionField = 'actie'

/** A form's pages, under `/<network>/<form>`. */
export function draftRoutes(service: Service, deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { network, pages } = service
  const { assets } = deps
  const drafts = deps.open(createDrafts)
  const withDraft = openDraft(service, deps, plain)

  routes.post('/', async (c) => {
    if (await nobodyYet(deps, network)) return c.html(<NobodyYetPage {...{ assets, network }} />, 409)
    const closed = await closedNow(deps, service)
    if (closed) return c.html(<ClosedFormPage {...{ assets, service, closed }} />, 409)
    return c.redirect(`${await beginDraft(c, deps, service)}/${pages[0]?.slug}`, 303)
  })

  routes.get('/d', (c) => c.redirect(servicePath(service), 303))

  routes.get(`/d/${draftParam}`, withDraft, (c) => {
    const draft = c.get('draft')
    return c.redirect(openPath(service, draft, progressOfDraft(service, draft, deps.now())), 303)
  })

  for (const page of pages) {
    const path = `/d/${draftParam}/${page.slug}`

    routes.get(path, withDraft, (c) => {
      const draft = c.get('draft')
      const progress = progressUpTo(service, page, typedIn(draft), deps.now())
      const { answers, open } = progress
      // Nobody skips ahead: later pages depend on what comes before.
      if ((open && pages.indexOf(open.page) < pages.indexOf(page)) || !isAsked(page, answers))
        return c.redirect(openPath(service, draft, progress), 303)
      // Sent back from the check page: what still needs an answer is said at once.
      const errors = c.req.query('nog') && open?.page === page ? open.errors : []
      const late = c.req.query('opnieuw') !== undefined
      return show(c, draft, page, { typed: standingIn(draft)(page.slug), answers, errors, late })
    })

    routes.post(path, async (c) => {
      const posted = await readPosted(c, page)
      if (!posted) return plain.unreadable(c)
      const found = await findDraft(c, deps, service)
      return posted.action === 'bewaar' ? keepMeanwhile(c, found, posted) : passOn(c, found, posted)
    })
  }

  /** A button of the page was pressed. */
  function passOn(c: Context, found: Found, posted: Posted) {
    if (found.kind === 'expired') return beginAgain(c, posted)
    if (found.kind !== 'open') return plain.closedDraft(c, service, found)
    return take(c, found.draft, posted, stepOf(service, posted, typedIn(found.draft), deps.now()))
  }

  /** While somebody types, by the script of the page: kept as it stands, judged by nothing, and the script is told until when. */
  async function keepMeanwhile(c: Context, found: Found, { page, typed }: Posted) {
    if (found.kind !== 'open') return c.body(null, found.kind === 'sent' ? 409 : 410)
    const keep = withoutNationalNumbers(page, typed)
    // Who saved something this morning finds it back tomorrow morning: a day counts from then.
    const saved = await drafts.saveUnfinished(found.draft, page.slug, keep, await untilFor(deps, service))
    if (!saved || saved === 'large') return c.body(null, saved ? 413 : 409)
    return c.json(savedInWords(saved))
  }

  /** What was typed too late for an erased draft begins a new one. */
  async function beginAgain(c: Context, { page, typed }: Posted) {
    const again = await beginDraft(c, deps, service, { page: page.slug, raw: withoutNationalNumbers(page, typed) })
    return c.redirect(`${again}/${pages[0]?.slug}?opnieuw=1`, 303)
  }

  async function take(c: Context, draft: Draft, { page, typed }: Posted, step: Step) {
    const now = deps.now()
    if ('keep' in step && step.keep) {
      const { draft: days, mailedDraft } = network.retention
      const when = await untilFor(deps, service, step.kind === 'pause' ? mailedDraft : days)
      const saved = await drafts.savePage(draft, page.slug, step.keep, when)
      if (saved === 'large') {
        // Whoever wipes loses it anyway.
        if (step.kind === 'keep' && step.to === 'wissen') return c.redirect(wayOn(service, draft, step), 303)
        const { answers } = progressUpTo(service, page, typedIn(draft), now)
        return show(c, draft, page, { typed, answers, errors: [tooLarge(typed)] })
      }
      // Sent or wiped in another tab: the draft's own address tells which.
      if (!saved) return c.redirect(draftPath(service, draft.id), 303)
      if (step.kind === 'refuse') {
        await drafts.endAt(saved, addSeconds(now, days * secondsPerDay))
        await drafts.countRefusal(saved, refusalCounts(saved, step.unmet, now))
      }
    }
    return step.kind === 'show' ? show(c, draft, page, step) : c.redirect(wayOn(service, draft, step), 303)
  }

  interface Shown {
    typed: RawInput
    answers: Answers
    errors: readonly FieldError[]
    /** The page belongs to a draft that replaced an expired one. */
    late?: boolean
  }

  function show(c: Context, draft: Draft, page: Page, { typed, answers, errors, late = false }: Shown) {
    return c.html(
      <FormPage
        {...{ assets, service, page, typed, answers, errors, late }}
        draftPath={draftPath(service, draft.id)}
        saved={savedInWords(draft)}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

  return routes
}

/** Said beside the longest text of the page. */
function tooLarge(typed: RawInput): FieldError {
  const lengthOf = (name: string) => typed.get(name)?.join('').length ?? 0
  const [name = ''] = [...typed.keys()].sort((one, other) => lengthOf(other) - lengthOf(one))
  return { name, message: 'Alles samen is te veel tekst om te bewaren. Maak deze tekst korter' }
}

/** The page as it was sent; undefined when it cannot come from one of ours. */
async function readPosted(c: Context, page: Page): Promise<Posted | undefined> {
  const body = await readBody(c)
  const sent = body && pickFields(body, fieldsOf(page, body, trapField, actionField))
  if (!sent) return undefined
  const typed = new Map([...sent].filter(([name]) => name !== actionField))
  return { page, typed, action: sent.get(actionField)?.[0] }
}

/** The address after a step that goes somewhere else. */
function wayOn(service: Service, draft: Draft, step: Exclude<Step, { kind: 'show' }>): string {
  const path = draftPath(service, draft.id)
  switch (step.kind) {
    case 'leave':
      return callBackPath(service.network)
    case 'astray':
      return path
    case 'refuse':
      return `${path}/uitkomst`
    case 'pause':
      return `${path}/wacht`
    case 'keep':
    case 'next':
      return `${path}/${step.to}${step.mend ? '?nog=1' : ''}${step.field ? `#${fieldId(step.field)}` : ''}`
  }
}
