/** The evaluation of a plan: shown, kept, and where it goes on from there; and of a plan that is over, that somebody kept it. */
import { Hono } from 'hono'
import { commandOf } from '../../../forms/kit/lifecycle/asks.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { NextAfter } from '../../../forms/kit/plan/action-plan.ts'
import { evaluate, keptElsewhere, withoutPerson } from '../../../forms/kit/plan/evaluate.ts'
import { type PlanRefusal, refusedPlan } from '../../../forms/kit/plan/plan-decision.ts'
import { isClosedPlan } from '../../../forms/kit/plan/plan-mark.ts'
import {
  evaluationBefore,
  evaluationFields,
  outcomeField,
  outcomesIn,
  type ReadEvaluation,
  readEvaluation,
  readKept,
} from '../../../forms/kit/plan/read-evaluation.ts'
import { runningOf } from '../../../forms/kit/plan/who-sees.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { dossierPath, overlegPath, planPath, planRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { caseRoles } from '../dossier/access.ts'
import type { AtDesk } from '../dossier/desk.tsx'
import { pageOf, reasonIn } from '../dossier/small-pages.ts'
import { canHave } from '../overleg/standing.ts'
import { tableAfterEvaluation } from '../overleg/table-done.tsx'
import { sealedNote } from '../sealed-note.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { AtPlan } from './at-plan.ts'
import type { PlanDesk } from './desk.tsx'
import { EvaluationPage } from './evaluation-page.tsx'
import { firstInWords, notWithoutPerson } from './evaluation-words.ts'
import { KeptPage } from './kept-page.tsx'

type Read = Extract<ReadEvaluation, { evaluation: unknown }>

export function evaluationRoutes(deps: WorkspaceDeps, desk: PlanDesk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${planRoute}/evaluatie` as const
  const door = requirePerson(caseRoles)

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    return c.req.method === 'HEAD' ? c.body(null) : open(c, found)
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(c, (found, body) => evaluationFields(found.plan, closingPage(found), body))
    if ('answer' in sent) return sent.answer
    const { found, typed } = sent
    if (isClosed(found) && !typed.has('gelukt')) return keep(c, found, typed)
    if (!runningOf(found.plan)) return desk.changed(c, typed)
    const looking = { now: found, has: found.hasPlan, closing: closingPage(found), at: deps.now() }
    const read = readEvaluation(typed, looking)
    return 'errors' in read ? show(c, found, { typed, errors: read.errors }) : store(c, found, typed, read)
  })

  /** As it is before anybody filled in something. */
  function open(c: AtDesk, found: AtPlan) {
    if (isClosed(found)) return showKept(c, found, new Map())
    if (!runningOf(found.plan)) return c.redirect(planPath(found.plan.reference), 303)
    return show(c, found, { typed: evaluationBefore(found, brusselsDate(deps.now())) })
  }

  async function store(c: AtDesk, found: AtPlan, typed: RawInput, { evaluation, answers }: Read) {
    const { person } = c.var
    const move = closingMove(found)
    const text = reasonIn(answers)
    const note = text === undefined || !move ? undefined : await noteOf(found, person.id, text, move)
    const { drempels, explained } = move ? commandOf(move, person, answers) : {}
    return desk.act(c, found, {
      decide: (now, act) => (canGoOn(now, evaluation.next) ? evaluate(now, evaluation, act) : refusedPlan('not_now')),
      again: (now, reason) => show(c, now, { typed, errors: [refusalError(now, reason, typed)] }),
      second: (now) => second(c, now, typed),
      next: pathAfter(found, evaluation.next),
      typed,
      ...(evaluation.next === 'afsluiten' ? { answers: { drempels, explained } } : {}),
      ...(note ? { note } : {}),
    })
  }

  const noteOf = ({ file: { dossier } }: AtPlan, who: string, text: string, { action }: Move) =>
    sealedNote(deps, { dossier, who, text, at: deps.now(), action })

  /** While it still runs, all that was chosen is still filled in, beside what the first did. */
  const second = (c: AtDesk, now: AtPlan, typed: RawInput) =>
    runningOf(now.plan)
      ? show(c, now, { typed, notice: firstInWords(now, brusselsDate(deps.now())) })
      : desk.changed(c, typed)

  function keep(c: AtDesk, found: AtPlan, typed: RawInput) {
    const read = readKept(typed, { now: found, at: deps.now() })
    if ('error' in read) return showKept(c, found, typed, [read.error])
    return desk.act(c, found, {
      decide: (now, act) => keptElsewhere(now, read.on, act),
      again: (now) => showKept(c, now, typed),
      next: planPath(found.plan.reference, 'evaluatie'),
      typed,
    })
  }

  const showKept = (c: AtDesk, found: AtPlan, typed: RawInput, errors: readonly FieldError[] = []) =>
    c.html(<KeptPage {...frameOf(c, deps)} {...{ found, typed, errors }} />, errors.length > 0 ? 422 : 200)

  const show = (c: AtDesk, found: AtPlan, { errors = [], ...shown }: Shown) =>
    c.html(
      <EvaluationPage {...frameOf(c, deps)} {...{ found, errors, closing: closingPage(found), ...shown }} />,
      shown.notice ? 409 : errors.length > 0 ? 422 : 200,
    )

  return routes
}

interface Shown {
  typed: RawInput
  errors?: readonly FieldError[]
  notice?: string
}

const isClosed = ({ plan }: AtPlan): boolean => isClosedPlan(plan) && plan.running !== undefined

/** A dossier that waits for somebody else has no overleg before it goes on. */
const canGoOn = (found: AtPlan, next: NextAfter): boolean => next !== 'overleg' || canHave(found)

/** The move of the dossier that closes it, from where it stands. */
const closingMove = ({ service: { form }, file, hasPlan }: AtPlan): Move | undefined =>
  form.lifecycle.moves.find(({ action, from }) => action === hasPlan.moves.close && from.includes(file.dossier.state))

/** What that move asks. */
function closingPage(found: AtPlan): Page {
  const move = closingMove(found)
  return move
    ? pageOf(move, found.service, found.content, [])
    : { slug: 'evaluatie', title: 'Evaluatie', questions: [] }
}

function pathAfter({ plan: { reference }, hasPlan }: AtPlan, next: NextAfter): string {
  switch (next) {
    case 'overleg':
      return `${overlegPath(reference, 'tafel')}?klaar=${tableAfterEvaluation}`
    case 'verder':
      return `${planPath(reference)}?klaar=verder`
    case 'afsluiten':
      return `${dossierPath(reference)}?klaar=${hasPlan.moves.close}`
  }
}

function refusalError(found: AtPlan, reason: PlanRefusal, typed: RawInput): FieldError {
  const number = withoutPerson(found, outcomesIn(typed, found.plan))
  const afspraak = number === undefined ? undefined : found.plan.running?.afspraken[number - 1]
  return reason === 'without_person' && number !== undefined && afspraak
    ? { name: outcomeField(afspraak.id), message: notWithoutPerson(number) }
    : { name: 'vervolg', message: 'Dit kan nu niet. Kijk na waar het dossier staat' }
}
