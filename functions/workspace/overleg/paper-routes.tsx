/** What is printed of an overleg: a letter to who is not reached by mail, and the sheet to prepare it on (docs/overleg.md §4). */
import { Hono } from 'hono'
import { cleanedIn } from '../../../forms/kit/clean.ts'
import { letterDelivered } from '../../../forms/kit/overleg/decide.ts'
import { deliveryProblem } from '../../../forms/kit/overleg/letter.ts'
import { delivered, type Seated } from '../../../forms/kit/overleg/overleg.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { readDay } from '../../../forms/kit/read-day.ts'
import { isBlank } from '../../../forms/kit/text.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { overlegRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { AgendaSheet } from './agenda-sheet.tsx'
import type { AtTable } from './at-table.ts'
import type { OverlegDesk } from './desk.tsx'
import { addressee, howError, LetterPage, NoLetter } from './letter-page.tsx'
import { refusalInWords } from './words.ts'

const letterRoute = `${overlegRoute}/brief` as const

const letterFields = new Map(
  ['voor', 'met_wie', 'bezorgd_op', 'bezorgd_hoe', 'revision'].map((name): [string, boolean] => [name, false]),
)

export function paperRoutes(deps: WorkspaceDeps, desk: OverlegDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const door = requirePerson(caseRoles)

  interface Shown {
    met?: string | undefined
    typed?: RawInput
    errors?: readonly FieldError[]
    message?: string | undefined
  }

  const show = (c: AtDesk, found: AtTable, to: Seated, { met, errors = [], ...shown }: Shown) => {
    // Only the client's own letter can say who comes: of somebody else's nobody asked them.
    const withNames = met === 'ja' && to.wie === 'client'
    const frame = frameOf(c, deps)
    const page = <LetterPage {...frame} {...{ found, to, withNames, errors, ...shown }} now={deps.now()} />
    return c.html(page, errors.length > 0 ? 422 : 200)
  }

  routes.get(letterRoute, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (c.req.method === 'HEAD') return c.body(null)
    const to = addressee(found, c.req.query('voor'))
    if (!to) return c.html(<NoLetter {...frameOf(c, deps)} found={found} />, c.req.query('voor') ? 404 : 200)
    const given = c.req.query('klaar') === 'bezorgd' ? found.overleg.letters[to.id] : undefined
    const message = given && `Bezorgd op ${dateInWords(given.on)}.`
    return show(c, found, to, { met: c.req.query('met_wie'), message })
  })

  routes.post(letterRoute, door, async (c) => {
    const sent = await desk.sent(c, () => letterFields)
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    const to = addressee(found, cleanedIn(typed, 'voor'))
    if (!to) return desk.changed(c, typed)
    const { letter, errors } = readDelivered(typed, found, deps.now())
    const met = cleanedIn(typed, 'met_wie')
    if (!letter) return show(c, found, to, { met, typed, errors })
    return desk.act(c, found, {
      decide: (now, act) => letterDelivered(now, to.id, letter, act),
      again: (now, reason) =>
        show(c, now, to, { met, typed, errors: [{ name: 'bezorgd_op', message: refusalInWords[reason] }] }),
      next: { page: 'brief', done: 'bezorgd', voor: to.id },
      typed,
    })
  })

  routes.get(`${overlegRoute}/agenda`, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    if (c.req.method === 'HEAD') return c.body(null)
    return c.html(<AgendaSheet {...frameOf(c, deps)} found={found} />)
  })

  return routes
}

/** On which day and how it was given; or what is wrong with that. Without a moment that is fixed, the decision refuses. */
function readDelivered(typed: RawInput, { overleg: { fixed } }: AtTable, now: Date) {
  const written = cleanedIn(typed, 'bezorgd_op')
  const on = readDay(written, { until: brusselsDate(now) })
  const how = delivered.find((value) => value === cleanedIn(typed, 'bezorgd_hoe'))
  const problem = fixed && deliveryProblem({ on, empty: isBlank(written) }, { fixed, now })
  const errors = [...(problem ? [{ name: 'bezorgd_op', message: problem }] : []), ...(how ? [] : [howError])]
  return errors.length === 0 && on && how ? { letter: { on, how }, errors } : { errors }
}
