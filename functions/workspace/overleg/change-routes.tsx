/** What is fixed changes: to another day, or it does not take place. */
import { Hono } from 'hono'
import { cancel, moveTo } from '../../../forms/kit/overleg/decide.ts'
import { refused } from '../../../forms/kit/overleg/decision.ts'
import { moveFields, readMove, readReason, reasonFields } from '../../../forms/kit/overleg/moved.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { brusselsDate, dayTyped } from '../../../forms/kit/time.ts'
import { overlegPath, overlegRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtTable } from './at-table.ts'
import { CancelPage, MovePage } from './change-page.tsx'
import type { OverlegDesk } from './desk.tsx'
import { refusalError } from './refusal.ts'
import { canHave, isFixed, isFresh, isGoingOn } from './standing.ts'

export function changeRoutes(deps: WorkspaceDeps, desk: OverlegDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const movePath = `${overlegRoute}/verzetten` as const
  const cancelPath = `${overlegRoute}/afgelasten` as const
  const door = requirePerson(caseRoles)

  routes.get(movePath, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (!isFixed(found)) return c.redirect(overlegPath(found.overleg.reference), 303)
    return c.req.method === 'HEAD' ? c.body(null) : showMove(c, found, today(found))
  })

  routes.post(movePath, door, async (c) => {
    const sent = await desk.sent(c, () => new Map(moveFields))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    if (!isFixed(found) || !isFresh(found, typed)) return desk.changed(c, typed)
    const { overleg, file, has } = found
    const about = {
      overleg,
      receivedAt: file.dossier.receivedAt,
      withClient: has.withClient,
      now: deps.now(),
      days: found.days,
    }
    const read = readMove(typed, about)
    if ('errors' in read) return showMove(c, found, typed, read)
    return desk.act(c, found, {
      decide: (now, act) => (canHave(now) ? moveTo(now, read.to, act) : refused('not_now')),
      again: (now, reason) => showMove(c, now, typed, { errors: [refusalError(now, reason, 'moment')] }),
      next: { done: 'verzet' },
      typed,
    })
  })

  routes.get(cancelPath, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (!isGoingOn(found)) return c.redirect(overlegPath(found.overleg.reference), 303)
    return c.req.method === 'HEAD' ? c.body(null) : showCancel(c, found, new Map())
  })

  routes.post(cancelPath, door, async (c) => {
    const sent = await desk.sent(c, () => new Map(reasonFields))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    if (!isGoingOn(found) || !isFresh(found, typed)) return desk.changed(c, typed)
    const read = readReason(typed)
    if ('errors' in read) return showCancel(c, found, typed, read.errors)
    return desk.act(c, found, {
      decide: (now, act) => cancel(now, read.reason, act),
      again: (now, reason) => showCancel(c, now, typed, [refusalError(now, reason, 'afgelasten')]),
      next: { done: 'afgelast' },
      typed,
    })
  })

  const showMove = (c: AtDesk, found: AtTable, typed: RawInput, { errors = [], unusual }: Wrong = {}) => {
    const clientAbsent = c.req.query('client') === 'kwam_niet'
    const about = { found, typed, errors, unusual, clientAbsent, now: deps.now() }
    return c.html(<MovePage {...frameOf(c, deps)} {...about} />, errors.length > 0 ? 422 : 200)
  }

  const showCancel = (c: AtDesk, found: AtTable, typed: RawInput, errors: readonly FieldError[] = []) =>
    c.html(
      <CancelPage {...frameOf(c, deps)} {...{ found, typed, errors, now: deps.now() }} />,
      errors.length > 0 ? 422 : 200,
    )

  /** Ticked beforehand is that it suits the client: nobody asks before they know. */
  const today = ({ has }: AtTable): RawInput =>
    has.withClient
      ? new Map([
          ['past_client', ['ja']],
          ['besproken_op', [dayTyped(brusselsDate(deps.now()))]],
        ])
      : new Map()

  return routes
}

interface Wrong {
  errors?: readonly FieldError[]
  unusual?: string
}
