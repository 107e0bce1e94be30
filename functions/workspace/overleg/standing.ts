/** Where an overleg stands, for what a page may do with it. */
import { hasOverleg } from '../../../forms/kit/overleg/of-dossier.ts'
import { isOpenOverleg } from '../../../forms/kit/overleg/overleg.ts'
import { isEnded } from '../../../forms/kit/plan/write-plan.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { AtTable } from './at-table.ts'

/** The page was made from what there is now. */
export const isFresh = ({ overleg }: Pick<AtTable, 'overleg'>, typed: RawInput): boolean =>
  Number(typed.get('revision')?.[0]) === overleg.revision

/** The moments are still being looked for. */
export const isChoosing = ({ overleg }: Pick<AtTable, 'overleg'>): boolean =>
  overleg.state === 'voorbereiden' || overleg.state === 'gepolst'

export const isFixed = ({ overleg }: Pick<AtTable, 'overleg'>): boolean => overleg.state === 'vastgelegd'

/** Something of it is kept, or was planned, and it is not over. */
export const isGoingOn = ({ overleg }: Pick<AtTable, 'overleg'>): boolean =>
  isOpenOverleg(overleg) && (overleg.revision > 0 || overleg.state !== 'voorbereiden')

/** The dossier is where it can have one: not waiting, not closed. */
export const canHave = ({ service, file }: Pick<AtTable, 'service' | 'file'>): boolean =>
  hasOverleg(service, file.dossier)

/** A plan came of it and goes by its table: somebody leaves it, or is reached elsewhere, until a next overleg is begun. */
export const keepsTable = ({ overleg, file: { dossier } }: Pick<AtTable, 'overleg' | 'file'>): boolean => {
  const { actionPlan } = dossier
  const goesOn = actionPlan !== undefined && !isEnded(actionPlan) && actionPlan.waitsForOverleg !== true
  return overleg.state === 'gehouden' && goesOn
}
