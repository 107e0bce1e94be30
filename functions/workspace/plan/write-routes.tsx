/** The page of a plan: shown, a row more, kept half-way, or whole and on to the client. */
import { Hono } from 'hono'
import { discussedFrom } from '../../../forms/kit/plan/freeze.ts'
import { planPage } from '../../../forms/kit/plan/plan-fields.ts'
import { evaluationBetween, gapsIn } from '../../../forms/kit/plan/plan-gaps.ts'
import { type ReadPlan, readPlan } from '../../../forms/kit/plan/read-plan.ts'
import { typedPlan } from '../../../forms/kit/plan/typed-plan.ts'
import { unwritable, writePlan } from '../../../forms/kit/plan/write-plan.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf } from '../../../forms/kit/questions/parse.ts'
import { addDays, brusselsDate } from '../../../forms/kit/time.ts'
import { textsIn } from '../../shared/web/body.ts'
import { planPath, planRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtPlan } from './at-plan.ts'
import { choicesOf } from './choices.ts'
import type { PlanDesk } from './desk.tsx'
import { type Done, doneInWords } from './done.ts'
import { besideOwn } from './meanwhile.ts'
import { CannotPlanPage, PlanPage } from './plan-page.tsx'

interface Shown {
  errors?: readonly FieldError[]
  more?: boolean
  other?: RawInput
  done?: Done | undefined
}

export function writeRoutes(deps: WorkspaceDeps, desk: PlanDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const door = requirePerson(caseRoles)

  routes.get(planRoute, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (c.req.method === 'HEAD') return c.body(null)
    if (unwritable(found)) return cannot(c, found)
    return show(c, found, typedPlan(found.plan, found.texts), { done: doneInWords(found, c.req.query('klaar')) })
  })

  routes.post(planRoute, door, async (c) => {
    const sent = await desk.sent(c, (found, body) => fieldsOf(planPage(choicesOf(found)), body, 'revision', 'actie'))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    if (unwritable(found)) return cannot(c, found, typed)
    return typed.get('actie')?.[0] === 'rij' ? show(c, found, typed, { more: true }) : take(c, found, typed)
  })

  function take(c: AtDesk, found: AtPlan, typed: RawInput): Response | Promise<Response> {
    const halfWay = typed.get('actie')?.[0] === 'bewaar'
    const today = brusselsDate(deps.now())
    const read = readPlan(typed, { ...found, ...choicesOf(found), from: discussedFrom(found), today })
    const errors = read.errors.length > 0 || halfWay ? read.errors : missing(found, read, today)
    if (errors.length > 0) return show(c, found, typed, { errors })
    return desk.act(c, found, {
      decide: (now, act) => writePlan(now, read.input, act),
      again: (now) => cannot(c, now, typed),
      second: (now) => show(c, now, ...besideOwn(now, typed)),
      next: halfWay ? `${planPath(found.plan.reference)}?klaar=bewaard` : planPath(found.plan.reference, 'akkoord'),
      typed,
    })
  }

  /** What the page needs before it goes on to the client. */
  function missing(found: AtPlan, { input, rows }: ReadPlan, today: string): FieldError[] {
    const decided = writePlan(found, input, { by: '', now: deps.now(), days: found.days })
    if (decided.kind === 'refused') return []
    const evaluation = evaluationOf(found, today)
    return gapsIn({ ...found, ...decided, has: found.hasPlan, evaluation, rows })
  }

  const show = (c: AtDesk, found: AtPlan, typed: RawInput, { errors = [], ...shown }: Shown = {}) =>
    c.html(
      <PlanPage {...frameOf(c, deps)} {...{ found, typed, errors, ...shown }} choices={choicesOf(found)} />,
      shown.other ? 409 : errors.length > 0 ? 422 : 200,
    )

  const cannot = (c: AtDesk, found: AtPlan, typed?: RawInput) => {
    const reason = unwritable(found) ?? 'not_now'
    const page = <CannotPlanPage {...frameOf(c, deps)} {...{ found, reason, texts: textsIn(typed) }} />
    return c.html(page, typed ? 409 : 200)
  }

  return routes
}

/** Between which Brussels dates the evaluation of this plan is: a plan can run for longer, and is looked at again. */
export const evaluationOf = ({ hasPlan }: AtPlan, today: string) =>
  evaluationBetween(today, hasPlan.evaluateWithinMonths, addDays(today, 1))
