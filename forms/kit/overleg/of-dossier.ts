/** What a decision about an overleg does to its dossier: the move of the form's own table that it makes, or only where it stands. */
import type { NetworkContent, Person } from '../content.ts'
import type { Service } from '../form.ts'
import type { Command } from '../lifecycle/asks.ts'
import { plan } from '../lifecycle/by-itself.ts'
import { type Dossier, lived } from '../lifecycle/dossier.ts'
import { type Lifecycle, stateOf } from '../lifecycle/lifecycle.ts'
import { type Decision, decide } from '../lifecycle/move.ts'
import { daysOf } from '../network-days.ts'
import { planAnew } from '../post/mail.ts'
import { brusselsDate } from '../time.ts'
import { adopted, begun, fixedOn } from './decide.ts'
import type { Decided } from './decision.ts'
import { withHeld } from './held-facts.ts'
import { upcoming } from './moments.ts'
import { isMadeByOverleg, nounOf, type OverlegOfForm } from './of-form.ts'
import { markOf, nextNumber, type Overleg, seated } from './overleg.ts'

interface Deciding {
  service: Service
  content: NetworkContent
  dossier: Dossier
  by: Person
  now: Date
  /** What the form asks of the move beside the overleg itself. */
  answers?: Pick<Command, 'date' | 'explained'>
}

/** Undefined when nothing of the dossier changes. */
export function ofDossier(decided: Decided, deciding: Deciding): { decision: Decision; action: string } | undefined {
  const { service, content, dossier, by, now, answers } = deciding
  const stands = withMark(service, dossier, decided.overleg, now)
  const marked = decided.move === 'hold' ? withHeld(service, stands, decided.overleg) : stands
  const has = service.form.overleg
  const action = has && decided.move && actionOf(has, service.form.lifecycle, dossier.state, decided.move)
  if (action) {
    const date = answers?.date ?? fixedOn(decided.overleg)
    return { action, decision: decide(service, content, marked, { ...answers, action, by, date }, now) }
  }
  if (JSON.stringify(standing(dossier)) === JSON.stringify(standing(marked))) return undefined
  const noted = lived(marked, now)
  return {
    action: decided.what,
    decision: {
      kind: 'moved',
      dossier: noted,
      mails: planAnew(plan(service, daysOf(service.network, content), noted, now)),
    },
  }
}

/** What a decision can change beside a move. */
const standing = ({ overleg, nextOn }: Dossier) => ({ overleg, nextOn })

/** With where its overleg stands; while moments are asked, one of them is chosen by the day of the first. */
export function withMark(
  { form: { lifecycle } }: Pick<Service, 'form'>,
  dossier: Dossier,
  overleg: Overleg,
  now: Date,
): Dossier {
  const [first] = upcoming(overleg.moments, now)
    .map(({ start }) => start)
    .sort()
  const asks = overleg.state === 'gepolst' && dossier.state === lifecycle.assigned && first !== undefined
  return {
    ...dossier,
    overleg: markOf(overleg),
    ...(asks ? { nextOn: brusselsDate(new Date(first)) } : {}),
  }
}

/** The next one after one that was held has a move of its own. */
function actionOf({ moves }: OverlegOfForm, lifecycle: Lifecycle, state: string, made: NonNullable<Decided['move']>) {
  if (made !== 'fix') return moves[made]
  const first = lifecycle.moves.find(({ action, from }) => action === moves.fix && from.includes(state))
  return first ? moves.fix : moves.fixAgain
}

/** Whether a dossier in this state can have an overleg: one is fixed from here, or it stands. */
export function hasOverleg({ form: { overleg, lifecycle } }: Pick<Service, 'form'>, { state }: Pick<Dossier, 'state'>) {
  if (!overleg || stateOf(lifecycle, state).closed) return false
  return lifecycle.moves.some(({ action, from }) => isMadeByOverleg(overleg, action) && from.includes(state))
}

/**
 * The overleg of a dossier that has none, or whose last one is over: a new one, with who sat at the table of the last; or, where the
 * dossier was planned before there were overlegs, the one of that day. Not stored yet.
 */
export function newOverleg({ form, network }: Service, dossier: Dossier, last?: Overleg): Overleg | undefined {
  const { reference, holder, overleg, state, nextOn, stateSince } = dossier
  const has = form.overleg
  if (!has) return undefined
  const about = {
    reference,
    number: nextNumber(overleg?.number),
    network: network.slug,
    form: form.slug,
    noun: nounOf(has, dossier),
    ...(holder === undefined ? {} : { holder }),
  }
  const planned = form.lifecycle.moves.find(({ action }) => action === has.moves.fix)?.to
  if (!overleg && state === planned && nextOn) return adopted(about, nextOn, stateSince)
  return begun(about, last && { participants: carriedOver(last, has) })
}

/** Who sat at the last table, to be agreed to again (docs/overleg.md §2); the version stays, as their link to a plan does. */
const carriedOver = (last: Overleg, { withClient }: OverlegOfForm): Overleg['participants'] =>
  Object.fromEntries(
    seated(last).map(({ id, told: _t, inCalendar: _c, agreedOn, ...one }) => [
      id,
      { ...one, ...(withClient || !agreedOn ? {} : { agreedOn }) },
    ]),
  )
