/** Where and how: with a moment it is fixed and everybody is invited; once one is, only what is practical changes. */
import { Hono } from 'hono'
import { arrange, fix, type Practical } from '../../../forms/kit/overleg/decide.ts'
import { refused } from '../../../forms/kit/overleg/decision.ts'
import { practicalBefore, practicalFields, readPractical } from '../../../forms/kit/overleg/practical.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { overlegPath, overlegRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtTable } from './at-table.ts'
import { changeRoutes } from './change-routes.tsx'
import { unchoosable } from './choosable.ts'
import type { OverlegDesk } from './desk.tsx'
import { needsInterpreter } from './facts.tsx'
import { OverviewPage } from './overview.tsx'
import { PracticalPage } from './practical-page.tsx'
import { refusalError } from './refusal.ts'
import { canHave, isChoosing, isFixed, isFresh } from './standing.ts'

export function practicalRoutes(deps: WorkspaceDeps, desk: OverlegDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${overlegRoute}/praktisch` as const
  const door = requirePerson(caseRoles)
  routes.route('/', changeRoutes(deps, desk, requirePerson))

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    const id = isChoosing(found) ? c.req.query('moment') : undefined
    if (!isFixed(found) && id === undefined) return c.redirect(overlegPath(found.overleg.reference), 303)
    return c.req.method === 'HEAD' ? c.body(null) : (unknown(c, found, id) ?? show(c, found, typedOf(found, id)))
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(c, () => new Map(practicalFields))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    const [moment] = typed.get('moment') ?? []
    // What was chosen before somebody else fixed one is not chosen any more.
    const isLate = moment !== undefined && !isChoosing(found)
    if (isLate || !isFresh(found, typed)) return desk.changed(c, typed)
    return unknown(c, found, moment) ?? take(c, found, typed)
  })

  function take(c: AtDesk, found: AtTable, typed: RawInput) {
    const read = readPractical(typed)
    return 'errors' in read ? show(c, found, typed, read.errors) : keep(c, found, typed, read.practical)
  }

  const keep = (c: AtDesk, found: AtTable, typed: RawInput, practical: Practical) => {
    const [moment] = typed.get('moment') ?? []
    return desk.act(c, found, {
      decide: (now, act) => {
        if (!canHave(now)) return refused('not_now')
        return moment === undefined ? arrange(now, practical, act) : fix(now, moment, practical, act)
      },
      again: (now, reason) => show(c, now, typed, [refusalError(now, reason, 'moment')]),
      next: { done: moment === undefined ? 'geregeld' : 'vast' },
      typed,
    })
  }

  /** A moment that is not there: back where one is chosen. */
  function unknown(c: AtDesk, found: AtTable, id: string | undefined) {
    if (id === undefined || unchoosable(found, id, deps.now()) !== 'no_moment') return undefined
    const about = { found, typed: new Map(), now: deps.now(), errors: [refusalError(found, 'no_moment', 'kies')] }
    return c.html(<OverviewPage {...frameOf(c, deps)} {...about} />, 422)
  }

  const show = (c: AtDesk, found: AtTable, typed: RawInput, errors: readonly FieldError[] = []) => {
    const moment = found.overleg.moments.find(({ id }) => id === typed.get('moment')?.[0])
    const about = { found, typed, errors, moment: isChoosing(found) ? moment : undefined, now: deps.now() }
    return c.html(<PracticalPage {...frameOf(c, deps)} {...about} />, errors.length > 0 ? 422 : 200)
  }

  return routes
}

/** What is known, or what the request asked for; with the moment that is chosen. */
function typedOf(found: AtTable, moment?: string): RawInput {
  const { has, answers } = found
  const wished = has.questions.shape === undefined ? undefined : answers?.[has.questions.shape]
  const known = practicalBefore(found, { wished, needsInterpreter: needsInterpreter(found) })
  return new Map([...known, ...(moment === undefined ? [] : [['moment', [moment]] as const])])
}
