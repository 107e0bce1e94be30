/** A plan is agreed: read again with the client, frozen, and told to who has a part in it. */
import { Hono } from 'hono'
import { seated } from '../../../forms/kit/overleg/overleg.ts'
import { type Agreement, discussedFrom, freeze } from '../../../forms/kit/plan/freeze.ts'
import { gapsIn } from '../../../forms/kit/plan/plan-gaps.ts'
import { agreementFields, readAgreement } from '../../../forms/kit/plan/read-agreement.ts'
import { agreedBefore } from '../../../forms/kit/plan/typed-agreement.ts'
import { calledAbout } from '../../../forms/kit/plan/who-sees.ts'
import { unwritable } from '../../../forms/kit/plan/write-plan.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { planPath, planRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { AgreementPage, type Tells } from './agreement-page.tsx'
import type { AtPlan } from './at-plan.ts'
import type { PlanDesk } from './desk.tsx'
import { evaluationOf } from './write-routes.tsx'

export function agreementRoutes(deps: WorkspaceDeps, desk: PlanDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${planRoute}/akkoord` as const
  const door = requirePerson(caseRoles)
  const today = () => brusselsDate(deps.now())

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (unwritable(found) || missing(found).length > 0) return c.redirect(planPath(found.plan.reference), 303)
    return c.req.method === 'HEAD' ? c.body(null) : show(c, found, agreedBefore(found, today()))
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(c, ({ plan, overleg }) => agreementFields(plan, overleg))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    if (unwritable(found)) return desk.changed(c, typed)
    const { agreement, errors } = understood(found, typed)
    const gaps = missing(found).map(({ message }) => ({ name: 'plan', message }))
    if (gaps.length + errors.length > 0) return show(c, found, typed, [...gaps, ...errors])
    return desk.act(c, found, {
      decide: (now, act) => freeze(now, agreement, true, act),
      again: (now) => desk.changed(c, typed, (then) => show(c, then, typed, missing(now))),
      next: `${planPath(found.plan.reference)}?klaar=vast`,
      typed,
    })
  })

  const understood = ({ plan, overleg, ...found }: AtPlan, typed: RawInput) =>
    readAgreement(typed, {
      ...{ plan, overleg, today: today() },
      from: discussedFrom({ plan, overleg, ...found }) ?? today(),
    })

  const missing = (found: AtPlan): FieldError[] =>
    gapsIn({ ...found, has: found.hasPlan, evaluation: evaluationOf(found, today()) })

  function show(c: AtDesk, found: AtPlan, typed: RawInput, errors: readonly FieldError[] = []) {
    const tells = wouldTell(found, understood(found, typed).agreement)
    const page = <AgreementPage {...frameOf(c, deps)} {...{ found, typed, errors, tells }} />
    return c.html(page, errors.length > 0 ? 422 : 200)
  }

  /** What leaves when it is agreed now, to say it beforehand. */
  function wouldTell(found: AtPlan, agreement: Agreement): Tells | undefined {
    const day = found.plan.evaluationOn ?? today()
    const decided = freeze({ ...found, plan: { ...found.plan, evaluationOn: day } }, agreement, true, {
      by: '',
      now: deps.now(),
      days: found.days,
    })
    if (decided.kind !== 'decided' || !decided.version) return undefined
    const { version } = decided.version
    const { told } = decided.plan
    return {
      mailed: seated(found.overleg).filter(({ id }) => told[id] === version.number),
      called: calledAbout(found.overleg, version),
    }
  }

  return routes
}
