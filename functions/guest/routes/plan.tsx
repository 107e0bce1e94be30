/** Behind the link to a plan: what this guest does, and what they say of it. A GET changes nothing, and HEAD opens nothing. */
import { type Context, Hono } from 'hono'
import { findForm } from '../../../forms/index.ts'
import { planGuestView } from '../../../forms/kit/plan/guest-plan.ts'
import { wholePart } from '../../../forms/kit/plan/part-of-plan.ts'
import { type Press, readPress, standField, standFields } from '../../../forms/kit/plan/press-form.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { personalPath, personalRoute } from '../../shared/public-paths.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { createRefusals } from '../../shared/web/refusals.tsx'
import type { GuestDeps } from '../deps.ts'
import { findPlanGuest, type LinkedPlan, type OpenPlanGuest, openPlanGuest, type ShutPlan } from '../open-plan.ts'
import { DeadLinkPage, ErasedPlanPage } from '../pages/plain-pages.tsx'
import { PlanPage } from '../pages/plan-page.tsx'
import { WholePlanPage } from '../pages/whole-plan-page.tsx'
import { storePress } from '../store-press.ts'

/** All that was agreed, for who may read it. */
const wholeRoute = `${personalRoute('plan')}/heel` as const

interface Shown {
  errors?: readonly FieldError[]
  done?: string | undefined
  refused?: Press
}

export function planRoutes(deps: GuestDeps) {
  const routes = new Hono()
  const { assets } = deps
  const plain = createRefusals(assets)

  routes.get(personalRoute('plan'), async (c) => {
    const found = await findPlanGuest(deps, c.req.param('token'))
    if (found.kind !== 'found') return shut(c, found)
    // Who asks only whether the page is there, a scanner of mail, needs no key.
    if (c.req.method === 'HEAD') return c.html('')
    return show(c, await openPlanGuest(deps, found), { done: c.req.query('klaar') })
  })

  routes.get(wholeRoute, async (c) => {
    const found = await findPlanGuest(deps, c.req.param('token'))
    if (found.kind !== 'found') return shut(c, found)
    return c.req.method === 'HEAD' ? c.html('') : showWhole(c, await openPlanGuest(deps, found))
  })

  routes.post(personalRoute('plan'), async (c) => {
    const sent = await readBody(c)
    const typed = sent && pickFields(sent, standFields(sent))
    const now = deps.now()
    return lookAgain(async () => {
      const found = await findPlanGuest(deps, c.req.param('token'))
      if (found.kind !== 'found') return shut(c, found)
      if (!typed) return plain.unreadable(c)
      const press = readPress(typed, fieldOf(found))
      if ('errors' in press) return show(c, await openPlanGuest(deps, found), press)
      const stored = await storePress(deps, found, press, now)
      if (stored === 'refused') return show(c, await openPlanGuest(deps, found), { refused: press })
      return stored === 'changed' ? undefined : c.redirect(`${pathOf(c)}?klaar=${press.afspraak}`, 303)
    }, inCrowd)
  })

  function show(c: Context, guest: OpenPlanGuest, { errors = [], done, refused }: Shown = {}) {
    const page = { assets, guest, view: planGuestView(guest, deps.now()), path: pathOf(c), errors }
    const status = refused ? 409 : errors.length > 0 ? 422 : 200
    return c.html(<PlanPage {...page} done={done} refused={refused} />, status)
  }

  /** Whoever may not read all of it (any more) gets the page that says so. */
  function showWhole(c: Context, guest: OpenPlanGuest) {
    const { plan, running } = guest
    const view = planGuestView(guest, deps.now())
    const whole = running && wholePart({ ...guest, ...running })
    if (view.kind !== 'runs' || !whole) return c.redirect(pathOf(c), 303)
    const { number, agreedOn } = view
    const domains = findForm(plan.form)?.plan?.domains ?? { options: [] }
    const page = { assets, guest, whole, number, agreedOn, domains, back: pathOf(c) }
    return c.html(<WholePlanPage {...page} />)
  }

  function shut(c: Context, found: ShutPlan) {
    const { network } = found
    if (found.kind === 'dead') return c.html(<DeadLinkPage assets={assets} network={network} />, 404)
    const notKept = c.req.method === 'POST'
    return c.html(<ErasedPlanPage assets={assets} network={network} on={found.on} notKept={notKept} />, 410)
  }

  return routes
}

/** Where an error leads to: their first afspraak, or the page. */
const fieldOf = ({ kept: { plan }, who }: LinkedPlan): string => {
  const first = plan.running?.afspraken.find(({ wie, met }) => wie === who.id || met === who.id)
  return first ? standField(first.id) : 'inhoud'
}

const pathOf = (c: Context): string => personalPath('plan', c.req.param('token') ?? '')
