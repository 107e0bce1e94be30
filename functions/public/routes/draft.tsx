/** Filling in a form, page by page. Each POST: parse → decide → keep → go on. */
import { type Context, Hono } from 'hono'
import type { Answers, RawInput } from '../../../forms/kit/answers.ts'
import { holds, namesOf } from '../../../forms/kit/criteria.ts'
import { judgeService, type Page, pagesOn, type Service } from '../../../forms/kit/form.ts'
import {
  type FieldError,
  fieldsOf,
  nationalNumberErrors,
  parsePage,
  staleAgreement,
  withoutNationalNumbers,
} from '../../../forms/kit/parse.ts'
import { pausedBy } from '../../../forms/kit/progress.ts'
import { addSeconds, brusselsMonth, secondsPerDay } from '../../../forms/kit/time.ts'
import { typedOn } from '../../shared/store/drafts.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import type { PublicDeps } from '../deps.ts'
import { beginDraft, draftParam, findDraft } from '../draft-access.ts'
import {
  besideNext,
  leavesForm,
  nextPath,
  openPath,
  progressBefore,
  progressOfDraft,
  progressUpTo,
} from '../draft-steps.ts'
import { openDraft } from '../open-draft.ts'
import { FormPage } from '../pages/form-page.tsx'
import { trapField } from '../pages/trap.tsx'
import { draftPath, servicePath } from '../paths.ts'
import type { PlainAnswers } from '../plain-answers.tsx'

/** Names the button that was pressed. */
const actionField = 'actie'

const isAsked = ({ when }: Page, answers: Answers): boolean => !when || holds(when, answers)

const without = (fields: RawInput, field: string): RawInput => new Map([...fields].filter(([name]) => name !== field))

/** Said beside the longest text of the page. */
function tooLarge(page: Omit<Shown, 'errors'>): Shown {
  const lengthOf = (name: string) => page.typed.get(name)?.join('').length ?? 0
  const [name = ''] = [...page.typed.keys()].sort((one, other) => lengthOf(other) - lengthOf(one))
  return { ...page, errors: [{ name, message: 'Alles samen is te veel tekst om te bewaren. Maak deze tekst korter' }] }
}

interface Shown {
  page: Page
  path: string
  typed: RawInput
  answers: Answers
  errors: readonly FieldError[]
  /** The page belongs to a draft that replaced an expired one. */
  late?: boolean
}

/** A form's pages, under `/<network>/<form>`. */
export function draftRoutes(service: Service, deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { network, settings, pages } = service
  const { assets, drafts } = deps
  const withDraft = openDraft(service, deps, plain)

  routes.post('/', async (c) => c.redirect(`${await beginDraft(c, deps, service)}/${pages[0]?.slug}`, 303))

  routes.get('/d', (c) => c.redirect(servicePath(service), 303))

  routes.get(`/d/${draftParam}`, withDraft, (c) => {
    const draft = c.get('draft')
    return c.redirect(openPath(service, draft, progressOfDraft(service, draft, deps.now())), 303)
  })

  for (const page of pages) {
    const path = `/d/${draftParam}/${page.slug}`

    routes.get(path, withDraft, (c) => {
      const draft = c.get('draft')
      const progress = progressUpTo(service, page, draft, deps.now())
      const { answers, open } = progress
      // Nobody skips ahead: later pages depend on what comes before.
      if ((open && pages.indexOf(open.page) < pages.indexOf(page)) || !isAsked(page, answers))
        return c.redirect(openPath(service, draft, progress), 303)
      // Sent back from the check page: what still needs an answer is said at once.
      const errors = c.req.query('nog') && open?.page === page ? open.errors : []
      const late = c.req.query('opnieuw') !== undefined
      return show(c, {
        page,
        path: draftPath(service, draft.id),
        typed: typedOn(draft, page.slug),
        answers,
        errors,
        late,
      })
    })

    routes.post(path, async (c) => {
      const body = await readBody(c)
      const sent =
        body && pickFields(body, new Map([...fieldsOf(page, body), [trapField, false], [actionField, false]]))
      if (!sent) return plain.unreadable(c)
      const action = sent.get(actionField)?.[0]
      const found = await findDraft(c, deps, service)
      const typed = without(sent, actionField)
      if (found.kind === 'expired') {
        const again = await beginDraft(c, deps, service, { page: page.slug, raw: withoutNationalNumbers(page, typed) })
        return c.redirect(`${again}/${pages[0]?.slug}?opnieuw=1`, 303)
      }
      if (found.kind !== 'open') return plain.closedDraft(c, service, found)
      const { draft } = found
      const path = draftPath(service, draft.id)
      const now = deps.now()
      const lives = network.bewaartermijnen
      // Who saved a page this morning finds it back tomorrow morning: a day counts from the last page.
      const daysLater = (days: number) => addSeconds(now, days * secondsPerDay)
      if (leavesForm(page, typed)) return c.redirect(`${servicePath(service)}/vraag`, 303)

      const before = progressBefore(service, page, draft, now)
      if (before.open) {
        const errors = nationalNumberErrors(page, typed)
        if (errors.length > 0) return show(c, { page, path, typed, answers: before.answers, errors })
        // An earlier page needs something again, by another tab: what was typed here waits.
        const kept = await drafts.savePage(draft, page.slug, typed, daysLater(lives.draft))
        if (kept === 'large') return show(c, tooLarge({ page, path, typed, answers: before.answers }))
        return c.redirect(`${path}/${before.open.page.slug}`, 303)
      }
      // Another kind of request was chosen in another tab: this page is not on its road.
      if (!isAsked(page, before.answers)) return c.redirect(path, 303)

      // Who changes what the client agreed to is asked again whether the client agrees.
      const stale = staleAgreement(page, typedOn(draft, page.slug), typed)
      const agreed = stale ? without(typed, stale.name) : typed

      const aside = besideNext(pagesOn(service, before.answers), page, agreed, action)
      if (aside) {
        // Whoever wipes is not asked to mend anything first.
        const errors = action === 'wissen' ? [] : nationalNumberErrors(page, typed)
        if (errors.length > 0) return show(c, { page, path, typed, answers: before.answers, errors })
        const kept = withoutNationalNumbers(page, aside.kept)
        const saved = await drafts.savePage(draft, page.slug, kept, daysLater(lives.draft))
        if (saved === 'large' && action !== 'wissen')
          return show(c, tooLarge({ page, path, typed, answers: before.answers }))
        return c.redirect(saved ? `${path}/${aside.to}` : path, 303)
      }

      const parsed = parsePage(page, typed, before.answers, { criteria: settings.criteria, now })
      const answers = { ...before.answers, ...parsed.answers }
      if (parsed.errors.length > 0) return show(c, { page, path, typed, answers, errors: parsed.errors })
      if (stale) {
        const kept = withoutNationalNumbers(page, agreed)
        const saved = await drafts.savePage(draft, page.slug, kept, daysLater(lives.draft))
        if (saved === 'large') return show(c, tooLarge({ page, path, typed: agreed, answers }))
        return show(c, { page, path, typed: agreed, answers, errors: [stale] })
      }

      const pause = pausedBy(page, answers)
      const keptUntil = daysLater(pause ? lives.mailedDraft : lives.draft)
      const saved = await drafts.savePage(draft, page.slug, withoutNationalNumbers(page, typed), keptUntil)
      if (saved === 'large') return show(c, tooLarge({ page, path, typed, answers }))
      if (!saved) return c.redirect(path, 303) // Sent or wiped in another tab: the draft's own address tells which.

      const judgement = judgeService(service, answers, now)
      if (page.judges && judgement.outcome === 'doorverwezen') {
        await drafts.endAt(saved, daysLater(lives.draft))
        await drafts.countRefusal(saved, brusselsMonth(now), namesOf(judgement.unmet))
        return c.redirect(`${path}/uitkomst`, 303)
      }
      if (pause) return c.redirect(`${path}/wacht`, 303)
      return c.redirect(nextPath(service, saved, page, answers, now), 303)
    })
  }

  function show(c: Context, { page, path, typed, answers, errors, late = false }: Shown) {
    return c.html(
      <FormPage
        assets={assets}
        service={service}
        page={page}
        typed={typed}
        answers={answers}
        errors={errors}
        draftPath={path}
        late={late}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

  return routes
}
