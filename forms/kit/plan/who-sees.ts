/** Who may see what of a version that was agreed: need to know, decided once for pages, mails and sheets (docs/overleg.md §9). */
import { isInterpreter, type Overleg, type Seated, seated, seatOf } from '../overleg/overleg.ts'
import { type ActionPlan, type AgreedAfspraak, isOver, type Version } from './action-plan.ts'
import { isRunning } from './plan-mark.ts'

/** The afspraken of one participant: what they do, and what they help with. */
export const ownAfspraken = ({ afspraken }: Pick<Version, 'afspraken'>, id: string): AgreedAfspraak[] =>
  afspraken.filter(({ wie, met }) => wie === id || met === id)

/** The client said that they may read all of it. */
export const seesWhole = ({ whole }: Pick<Version, 'whole'>, id: string): boolean => whole.includes(id)

/** Why something is done is the client's own: for who is bound by secrecy, and for whom the client chose. */
export const seesReasons = ({ reasons }: Pick<Version, 'reasons'>, { id, beroepsgeheim }: Seated): boolean =>
  beroepsgeheim === 'ja' || reasons.includes(id)

/** There is something on their page. */
export const hasPart = (version: Version, id: string): boolean =>
  ownAfspraken(version, id).length > 0 || seesWhole(version, id)

/**
 * Whose link to the plan this is; undefined when it opens nothing: they left the table, their address changed, or they have another
 * name than the client agreed to. The client has paper.
 */
export function planGuestOf(
  overleg: Pick<Overleg, 'participants'>,
  id: string,
  linkVersion: number,
): Seated | undefined {
  const who = seatOf(overleg, id)
  return who && who.linkVersion === linkVersion && who.wie !== 'client' && !who.renamed && !isInterpreter(who)
    ? who
    : undefined
}

/** Nobody at the table does it (any more). */
export const isWithoutPerson = (
  overleg: Pick<Overleg, 'participants'>,
  { wie }: { wie?: string | undefined },
): boolean => seatOf(overleg, wie) === undefined

/** Who can do something, or help: an interpreter speaks for others. */
export const canDo = (overleg: Pick<Overleg, 'participants'>): Seated[] =>
  seated(overleg).filter((one) => !isInterpreter(one))

/** Who reads their part by mail: reached so, not the client, with something on their page in one of these versions. */
export const mailedAbout = (overleg: Pick<Overleg, 'participants'>, ...versions: readonly Version[]): Seated[] =>
  seated(overleg).filter(
    (one) =>
      one.bereik === 'mail' &&
      planGuestOf(overleg, one.id, one.linkVersion) &&
      versions.some((version) => hasPart(version, one.id)),
  )

/** Who must be told in person: an afspraak of theirs is agreed, and no mail reaches them. The client gets the sheet. */
export const calledAbout = (overleg: Pick<Overleg, 'participants'>, version: Version): Seated[] =>
  seated(overleg).filter(
    (one) => one.wie !== 'client' && one.bereik !== 'mail' && ownAfspraken(version, one.id).length > 0,
  )

/** The running version while it runs. */
export const runningOf = ({ state, running }: ActionPlan): Version | undefined =>
  isRunning({ state }) ? running : undefined

/** Of what runs, the afspraken that no evaluation ended. */
export const openAfspraken = (plan: ActionPlan): readonly AgreedAfspraak[] =>
  (runningOf(plan)?.afspraken ?? []).filter(({ id }) => !isOver(plan, id))
