/** The overleg at a glance, and what is done from there: ask, choose a moment, note what somebody said. */
import { Hono } from 'hono'
import { ask } from '../../../forms/kit/overleg/decide.ts'
import { refused } from '../../../forms/kit/overleg/decision.ts'
import { isPast } from '../../../forms/kit/overleg/moments.ts'
import { noteFieldsIn, readNoted } from '../../../forms/kit/overleg/noted.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { overlegPath, overlegRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtTable } from './at-table.ts'
import { unchoosable } from './choosable.ts'
import type { OverlegDesk } from './desk.tsx'
import { doneInWords } from './done.ts'
import { OverviewPage } from './overview.tsx'
import { refusalError } from './refusal.ts'
import { canHave, isChoosing, isFixed, isFresh } from './standing.ts'
import { storeNoted } from './store-noted.ts'

export function gridRoutes(deps: WorkspaceDeps, desk: OverlegDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const door = requirePerson(caseRoles)

  routes.get(overlegRoute, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    return c.req.method === 'HEAD' ? c.body(null) : show(c, found)
  })

  routes.post(overlegRoute, door, async (c) => {
    const sent = await desk.sent(c, (_, body) => new Map([...noteFieldsIn(body), ...fields]))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    const noted = await note(c, found, typed)
    return 'answer' in noted ? noted.answer : goOn(c, noted.found, typed)
  })

  /** By the button that was pressed. */
  function goOn(c: AtDesk, found: AtTable, typed: RawInput) {
    const [chosen] = typed.get('kies') ?? []
    if (chosen !== undefined) return choose(c, found, typed, chosen)
    if (typed.get('actie')?.[0] === 'stel_voor') return propose(c, found, typed)
    return c.redirect(`${overlegPath(found.overleg.reference)}?klaar=antwoorden`, 303)
  }

  const propose = (c: AtDesk, found: AtTable, typed: RawInput) =>
    desk.act(c, found, {
      decide: (now, act) => (canHave(now) ? ask(now, act) : refused('not_now')),
      again: (now, reason) => show(c, now, { errors: [refusalError(now, reason, 'stel_voor')] }),
      next: { done: 'gevraagd' },
      typed,
    })

  /** On to who misses it: nothing is fixed yet. */
  function choose(c: AtDesk, found: AtTable, typed: RawInput, id: string) {
    if (!isChoosing(found)) return desk.changed(c, typed)
    const refusal = unchoosable(found, id, deps.now())
    if (refusal) return show(c, found, { errors: [refusalError(found, refusal, 'kies')] })
    return c.redirect(`${overlegPath(found.overleg.reference, 'praktisch')}?moment=${id}`, 303)
  }

  /** Whatever is pressed, the answers on the page are kept first. */
  async function note(c: AtDesk, found: AtTable, typed: RawInput): Promise<{ found: AtTable } | { answer: Response }> {
    const { overleg } = found
    // "I come" is about one day: who noted it saw which.
    const isLate = isFixed(found) ? !isFresh(found, typed) : !isChoosing(found)
    if (isLate) return { answer: await desk.changed(c, readNoted(typed, found).typed) }
    const begun = overleg.fixed !== undefined && isPast(overleg.fixed, deps.now())
    const errors = begun ? [tooLate] : readNoted(typed, found).errors
    if (errors.length > 0) return { answer: await show(c, found, { typed, errors }) }
    const stored = await storeNoted(deps, found, typed, c.var.person.id)
    return stored === 'changed' ? { answer: await conflict(c, typed) } : { found: stored }
  }

  /** What was changed on the page is still filled in, beside what somebody else made of it. */
  async function conflict(c: AtDesk, sent: RawInput) {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c, sent)
    const { typed, conflicts } = readNoted(sent, found)
    return conflicts.length > 0 ? show(c, found, { typed, errors: conflicts, status: 409 }) : desk.changed(c, typed)
  }

  const show = (c: AtDesk, found: AtTable, { typed = new Map(), errors = [], status = 422 }: Shown = {}) =>
    c.html(
      <OverviewPage
        {...frameOf(c, deps)}
        {...{ found, typed, errors, now: deps.now() }}
        done={errors.length > 0 ? undefined : doneInWords(found, c.req.query('klaar'))}
      />,
      errors.length > 0 ? status : 200,
    )

  return routes
}

const tooLate: FieldError = {
  name: 'komen',
  message: 'Dit is al begonnen. Wie er was, schrijft u in het verslag',
}

interface Shown {
  typed?: RawInput
  errors?: readonly FieldError[]
  /** When there are errors. */
  status?: 409 | 422
}

/** Beside the answers. */
const fields = ['revision', 'actie', 'kies'].map((name): [string, boolean] => [name, false])
