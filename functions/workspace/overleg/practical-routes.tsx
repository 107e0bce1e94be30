/** Where and how: with a moment it is fixed and everybody is invited; once one is, only what is practical changes. */
import { Hono } from 'hono'
import { arrange, fix, type Practical } from '../../../forms/kit/overleg/decide.ts'
import { refused } from '../../../forms/kit/overleg/decision.ts'
import { practicalFields, readPractical } from '../../../forms/kit/overleg/practical.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { overlegPath, overlegRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { changeRoutes } from './change-routes.tsx'
import { unchoosable } from './choosable.ts'
import type { AtTable, OverlegDesk } from './desk.tsx'
import { needsInterpreter } from './facts.tsx'
import { OverviewPage } from './overview.tsx'
import { PracticalPage } from './practical-page.tsx'
import { refusalError } from './refusal.ts'
import { canHave, isChoosing, isFresh } from './standing.ts'

export function practicalRoutes(deps: WorkspaceDeps, desk: OverlegDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${overlegRoute}/praktisch` as const
  const door = requirePerson(caseRoles)
  routes.route('/', changeRoutes(deps, desk, requirePerson))

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (c.req.method === 'HEAD') return c.body(null)
    const id = c.req.query('moment')
    if (isChoosing(found) && id !== undefined) return unknown(c, found, id) ?? show(c, found, typedOf(found, id))
    if (found.overleg.state !== 'vastgelegd') return c.redirect(overlegPath(found.overleg.reference), 303)
    return show(c, found, typedOf(found))
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(c, () => new Map(practicalFields))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    const [moment] = typed.get('moment') ?? []
    // What was chosen before somebody else fixed one is not chosen any more.
    if (moment !== undefined && !isChoosing(found)) return desk.changed(c, typed)
    if (!isFresh(found, typed)) return desk.changed(c, typed)
    const refusal = moment === undefined ? undefined : unknown(c, found, moment)
    if (refusal) return refusal
    const read = readPractical(typed)
    return 'errors' in read ? show(c, found, typed, read.errors) : keep(c, found, typed, read.practical)
  })

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
  function unknown(c: AtDesk, found: AtTable, id: string) {
    if (unchoosable(found, id, deps.now()) !== 'no_moment') return undefined
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

/** What is known; before anything is, what the request asked for. */
function typedOf(found: AtTable, moment?: string): RawInput {
  const { overleg, details, has, answers } = found
  const wished = has.questions.shape === undefined ? undefined : answers?.[has.questions.shape]
  const vorm = overleg.vorm ?? (wished === 'fysiek' || wished === 'online' || wished === 'hybride' ? wished : undefined)
  const tolk = overleg.tolk ?? (needsInterpreter(found) ? 'aangevraagd' : 'niet_nodig')
  const pairs: [string, string | undefined][] = [
    ['moment', moment],
    ['vorm', vorm],
    ['plaats', details.place],
    ['online_link', details.onlineLink],
    ['tolk', tolk],
  ]
  return new Map(pairs.flatMap(([name, value]) => (value ? [[name, [value]] as const] : [])))
}
