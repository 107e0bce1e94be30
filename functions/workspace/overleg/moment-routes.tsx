/** The moments that are proposed: kept for now, or to go on with; a weekend or a holiday is asked about once. */
import { Hono } from 'hono'
import { proposesMore, saveMoments } from '../../../forms/kit/overleg/decide.ts'
import { refused } from '../../../forms/kit/overleg/decision.ts'
import {
  momentFields,
  momentRows,
  type ReadMoments,
  readMoments,
  unusualInWords,
} from '../../../forms/kit/overleg/read-moments.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { cellName } from '../../../forms/kit/questions/questions.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { overlegPath, overlegRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtTable } from './at-table.ts'
import type { OverlegDesk } from './desk.tsx'
import { MomentPage } from './moment-page.tsx'
import { typedOf } from './moment-rows.ts'
import { refusalError } from './refusal.ts'
import { canHave, isChoosing, isFresh } from './standing.ts'

export function momentRoutes(deps: WorkspaceDeps, desk: OverlegDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${overlegRoute}/momenten` as const
  const door = requirePerson(caseRoles)

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (!mayChoose(found)) return c.redirect(overlegPath(found.overleg.reference), 303)
    return c.req.method === 'HEAD' ? c.body(null) : show(c, found, typedOf(found, deps.now()))
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(c, (_, body) => momentFields(body))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    if (typed.get('actie')?.[0] === 'rij') return show(c, found, typed, { more: true })
    const read = readMoments(typed, { ...aboutOf(found), now: deps.now(), days: found.days })
    const errors = mayChoose(found) ? toMend(found, typed, read) : []
    // Whoever mends a page that is no longer true would mend it twice.
    if (errors.length > 0 && isFresh(found, typed)) return show(c, found, typed, { errors, unusual: read.unusual })
    return keep(c, found, typed, read)
  })

  const keep = (c: AtDesk, found: AtTable, typed: RawInput, { input }: ReadMoments) => {
    const { overleg } = found
    const hasMore = overleg.state === 'gepolst' && proposesMore(overleg, input, deps.now())
    return desk.act(c, found, {
      decide: (now, act) => (mayChoose(now) ? saveMoments(now, input, act) : refused('not_now')),
      again: (now, reason) => show(c, now, typed, { errors: [refusalError(now, reason, 'momenten')] }),
      next: { done: hasMore ? 'erbij' : 'bewaard' },
      typed,
    })
  }

  const show = (c: AtDesk, found: AtTable, typed: RawInput, shown: Shown = {}) =>
    c.html(
      <MomentPage {...frameOf(c, deps)} {...{ found, typed }} {...shown} />,
      shown.errors && shown.errors.length > 0 ? 422 : 200,
    )

  return routes
}

interface Shown {
  errors?: readonly FieldError[]
  unusual?: readonly string[]
  more?: boolean
}

const mayChoose = (found: AtTable): boolean => isChoosing(found) && canHave(found)

const aboutOf = ({ overleg, file, has }: AtTable) => ({
  overleg,
  receivedAt: file.dossier.receivedAt,
  withClient: has.withClient,
})

/** What is wrong; what is missing unless it is kept half-way; then, once, days that are seldom meant. */
function toMend(
  { overleg, days }: AtTable,
  typed: RawInput,
  { errors, gaps, unusual, input }: ReadMoments,
): FieldError[] {
  const halfWay = typed.get('actie')?.[0] === 'bewaar' && overleg.state === 'voorbereiden'
  const wrong = [...errors, ...(halfWay ? [] : gaps)]
  if (wrong.length > 0) return wrong
  return unusual.flatMap((day) => {
    const row = input.rows.find(({ start }) => brusselsDate(new Date(start)) === day)
    return row ? [{ name: cellName(momentRows, row.at, 'datum'), message: unusualInWords(day, days) }] : []
  })
}
