/** The verslag: who was there, what was decided; with it the overleg was held, and the dossier goes on. */
import { Hono } from 'hono'
import type { Command } from '../../../forms/kit/lifecycle/asks.ts'
import { commandOf } from '../../../forms/kit/lifecycle/asks.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { hold, type Minutes } from '../../../forms/kit/overleg/decide.ts'
import { refused } from '../../../forms/kit/overleg/decision.ts'
import { minutesBefore, minutesFields, readMinutes } from '../../../forms/kit/overleg/minutes.ts'
import { isPast } from '../../../forms/kit/overleg/moments.ts'
import { canBegin } from '../../../forms/kit/plan/write-plan.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { overlegPath, overlegRoute, planPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import { pageOf, reasonIn } from '../dossier/small-pages.ts'
import { sealedNote } from '../sealed-note.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtTable } from './at-table.ts'
import type { OverlegDesk } from './desk.tsx'
import { MinutesPage, notBegunInWords } from './minutes-page.tsx'
import { refusalError } from './refusal.ts'
import { canHave, isFixed, isFresh } from './standing.ts'

export function minutesRoutes(deps: WorkspaceDeps, desk: OverlegDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${overlegRoute}/verslag` as const
  const door = requirePerson(caseRoles)

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (!isFixed(found)) return c.redirect(overlegPath(found.overleg.reference), 303)
    return c.req.method === 'HEAD' ? c.body(null) : show(c, found, minutesBefore(found))
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(
      c,
      (found, body) => new Map([...minutesFields(found.overleg), ...fieldsOf(pageAskedBy(found), body)]),
    )
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    if (!isFixed(found) || !isFresh(found, typed)) return desk.changed(c, typed)
    const { fixed } = found.overleg
    if (fixed && !isPast(fixed, deps.now())) return show(c, found, typed, [notBegun(found)])
    const read = readMinutes(typed, found)
    const { answers, errors } = parsePage(pageAskedBy(found), typed, {}, { criteria: [], now: deps.now() })
    const wrong = [...('errors' in read ? read.errors : []), ...errors]
    return 'errors' in read || wrong.length > 0
      ? show(c, found, typed, wrong)
      : keep(c, found, typed, { minutes: read.minutes, answers })
  })

  async function keep(c: AtDesk, found: AtTable, typed: RawInput, { minutes, answers }: Written) {
    const { person } = c.var
    const move = holdMoveOf(found)
    const text = reasonIn(answers)
    const note = text === undefined ? undefined : await noteOf(found, person.id, text, move)
    const later = typed.get('actie')?.[0] === 'bewaar' || !found.service.form.plan || !hasClient(found, minutes)
    const asked: Pick<Command, 'date' | 'explained'> | undefined = move && pick(commandOf(move, person, answers))
    return desk.act(c, found, {
      decide: (now, act) => (canHave(now) ? hold(now, minutes, act) : refused('not_now')),
      again: (now, reason) => show(c, now, typed, [refusalError(now, reason, 'verslag')]),
      next: later ? { done: 'gehouden' } : { path: planPath(found.overleg.reference) },
      typed,
      ...(asked ? { answers: asked } : {}),
      ...(note ? { note } : {}),
    })
  }

  const noteOf = ({ file: { dossier } }: AtTable, who: string, text: string, move: Move | undefined) =>
    sealedNote(deps, { dossier, who, text, at: deps.now(), ...(move ? { action: move.action } : {}) })

  const show = (c: AtDesk, found: AtTable, typed: RawInput, errors: readonly FieldError[] = []) =>
    c.html(
      <MinutesPage {...frameOf(c, deps)} {...{ found, typed, errors, asked: pageAskedBy(found), now: deps.now() }} />,
      errors.length > 0 ? 422 : 200,
    )

  return routes
}

interface Written {
  minutes: Minutes
  /** What the form asks beside it. */
  answers: Answers
}

/** Without a client there is no plan (docs/overleg.md §9): their page says so, and what to do. */
const hasClient = ({ overleg }: AtTable, { present }: Minutes): boolean =>
  canBegin({ ...overleg, state: 'gehouden', present })

const notBegun = (found: AtTable): FieldError => ({ name: 'verslag', message: notBegunInWords(found) })

/** The dossier's own move when it was held, from where the dossier stands. */
const holdMoveOf = ({ service: { form }, file, has }: AtTable): Move | undefined =>
  form.lifecycle.moves.find(({ action, from }) => action === has.moves.hold && from.includes(file.dossier.state))

/** What that move asks, if anything. */
function pageAskedBy(found: AtTable): Page {
  const move = holdMoveOf(found)
  return move ? pageOf(move, found.service, found.content, []) : { slug: 'verslag', title: 'Verslag', questions: [] }
}

const pick = ({ date, explained }: Command): Pick<Command, 'date' | 'explained'> => ({
  ...(date === undefined ? {} : { date }),
  ...(explained === undefined ? {} : { explained }),
})
