/**
 * Brings a dossier of any form into any open state by its own moves, as people of the network make them: on the pages of the werkruimte,
 * or along its overleg and its plan where those make the move. Nothing here names a form or a state: what is added to a lifecycle is walked too.
 */
import { randomBytes } from 'node:crypto'
import type { Service } from '../../forms/kit/form.ts'
import { isTooEarly } from '../../forms/kit/lifecycle/allowed.ts'
import { type Move, openStates, type State } from '../../forms/kit/lifecycle/lifecycle.ts'
import { movesByHand } from '../../forms/kit/lifecycle/move.ts'
import { submit } from '../../forms/kit/lifecycle/submit.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { brusselsDate, nineOn } from '../../forms/kit/time.ts'
import { takeIn } from '../../functions/shared/take-in.ts'
import { demoContent } from './content.ts'
import { dossierOf, hiddenOn } from './dossier.ts'
import { openDays } from './open-days.ts'
import { overlegOf } from './overleg.ts'
import { spanAt } from './overleg-tables.ts'
import { planOf } from './plan.ts'
import { undoEnds } from './undo.ts'
import type { TestWorkspace } from './workspace.ts'

/** Answers with which a dossier of this form begins in this state; undefined when none does. */
function answersFor({ form: { lifecycle } }: Service, state: string): Answers | undefined {
  const { states, begin } = lifecycle
  if (begin?.state === state && 'is' in begin.when && 'question' in begin.when) {
    const [value] = [begin.when.is].flat()
    return { [begin.when.question]: value ?? '' }
  }
  return states[0]?.name === state ? {} : undefined
}

/** How a dossier gets into a state: where it begins, and the shortest row of moves from there; undefined when nothing leads there. */
function roadTo(
  service: Service,
  state: string,
): { answers: Answers; moves: { move: Move; to: string }[] } | undefined {
  const { lifecycle } = service.form
  const open = openStates(lifecycle)
  let ends = open.flatMap((from) => {
    const answers = answersFor(service, from)
    return answers ? [{ at: from, answers, moves: [] as { move: Move; to: string }[] }] : []
  })
  const seen = new Set<string>()
  while (ends.length > 0) {
    const there = ends.find(({ at }) => at === state)
    if (there) return there
    for (const { at } of ends) seen.add(at)
    ends = ends.flatMap(({ at, answers, moves }) =>
      lifecycle.moves.flatMap((move) => {
        const { from, to } = move
        return from.includes(at) && typeof to === 'string' && open.includes(to) && !seen.has(to)
          ? [{ at: to, answers, moves: [...moves, { move, to }] }]
          : []
      }),
    )
  }
  return undefined
}

interface Walk {
  work: TestWorkspace
  /** Time passes for everybody. */
  passTo: (instant: Date) => Promise<void>
}

/** Its reference. `suspect`: a machine filled it in, by all appearances. */
export async function fileNew(
  { work }: Pick<Walk, 'work'>,
  service: Service,
  answers: Answers,
  suspect = false,
): Promise<string> {
  const reference = makeReference(service.form.prefix, randomBytes(10))
  const now = work.clock.now
  const judgement = { outcome: 'voldoet', unmet: [], doubtful: [] } as const
  const made = submit({
    ...{
      service,
      days: openDays(service.network.slug),
      answers,
      suspect,
      reference,
      now,
      email: 'noor@caw.example',
      origin: `walk-${reference}`,
    },
    judgement: { ...judgement, unmet: [], doubtful: [] },
  })
  const taken = await takeIn(work.deps, { service, submission: made, answers, applicant: 'hmac', now })
  await work.deps.dossiers.file({ ...taken, audit: { who: 'aanvrager', what: 'ingediend' } })
  return reference
}

/** Everything that a page of a move may ask. */
function filledIn(service: Service, date: string) {
  const { people, aanbod } = demoContent(service.network.slug)
  const holds = people.find(({ role }) => role === 'casemanager' || role === 'bemiddelaar') ?? people[0]
  return {
    ...{ persoon: holds?.id ?? '', aanbod: Object.keys(aanbod)[0] ?? '', datum: date },
    ...{ toelichting: 'Zo is het afgesproken.', drempels: 'geen', toch: 'ja' },
  }
}

/** One press on the page of the dossier, by a coordinator of its network. */
export async function pressed(work: TestWorkspace, service: Service, reference: string, action: string, date: string) {
  const coordinator = demoContent(service.network.slug).people.find(({ role }) => role === 'coordinator')
  const visitor = await work.as(coordinator?.name ?? '')
  const path = `/werkruimte/dossier/${reference}/${action}`
  const { revision = [], bij = [] } = await hiddenOn(visitor, path)
  const fields = { ...filledIn(service, date), revision: revision[0] ?? '', bij: bij[0] ?? '' }
  const response = await visitor.post(path, fields)
  if (response.status !== 303)
    throw new Error(`${action} of ${service.form.name}: ${response.status} ${await response.text()}`)
}

/** Along the overleg or the plan, which makes the move itself. */
async function alongOverleg({ work, passTo }: Walk, service: Service, reference: string, action: string, date: string) {
  const has = service.form.overleg
  const overleg = overlegOf(work, reference)
  if (action === has?.moves.fix) {
    const span = spanAt(`${date}T14:00`)
    const table = [
      { wie: 'client', bereik: 'brief' } as const,
      { dienst: 'CAW Voorbeeld', naam: 'Noor Voorbeeld', email: 'noor@caw.example' },
    ]
    await overleg.table(has.withClient ? table : table.slice(1))
    await overleg.asked([span])
    await overleg.fix()
  } else if (action === has?.moves.hold) {
    const { overleg: fixed } = await overleg.now()
    await passTo(new Date(fixed.fixed?.end ?? work.clock.now))
    const present = Object.fromEntries(Object.keys(fixed.participants).map((id) => [id, 'aanwezig' as const]))
    await overleg.hold({ present }, { date, explained: true })
  } else if (action === service.form.plan?.moves.run) {
    await planOf(work, overleg).agreed({ afspraken: [{ wat: 'Een brief schrijven', wie: 'CAW' }], evaluationOn: date })
  } else throw new Error(`Nothing here makes ${action}`)
}

/** Filed now, and moved on until it is there; gives its reference. */
export async function intoState(walk: Walk, service: Service, state: State['name']): Promise<string> {
  const road = roadTo(service, state)
  if (!road) throw new Error(`Nothing leads to ${state} of ${service.form.name}`)
  const { work } = walk
  const reference = await fileNew(walk, service, road.answers)
  for (const { move, to } of road.moves) {
    const dossier = await dossierOf(work, reference)
    if (isTooEarly(move, dossier, work.clock.now)) await walk.passTo(nineOn(dossier.nextOn ?? ''))
    const date = openDays().add(brusselsDate(work.clock.now), 2)
    const byHand = movesByHand(service.form, dossier).some(({ action }) => action === move.action)
    if (byHand) await pressed(work, service, reference, move.action, date)
    else await alongOverleg(walk, service, reference, move.action, date)
    const { state: now } = await dossierOf(work, reference)
    if (now !== to) throw new Error(`${move.action} led to ${now}`)
  }
  // What the last press tells somebody, leaves.
  if (road.moves.length > 0) await walk.passTo(new Date(undoEnds(work)))
  return reference
}
