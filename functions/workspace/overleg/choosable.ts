/** Whether a moment can be chosen now. */
import { clientCan } from '../../../forms/kit/overleg/decide.ts'
import type { OverlegRefusal } from '../../../forms/kit/overleg/decision.ts'
import { isPast } from '../../../forms/kit/overleg/moments.ts'
import { isAgreed } from '../../../forms/kit/overleg/overleg.ts'
import type { AtTable } from './at-table.ts'

/** Why not; undefined when it can. */
export function unchoosable(found: AtTable, id: string, now: Date): OverlegRefusal | undefined {
  const moment = found.overleg.moments.find((one) => one.id === id)
  if (!isAgreed(found.overleg)) return 'not_agreed'
  if (!moment) return 'no_moment'
  if (isPast(moment, now)) return 'past'
  return clientCan(found, moment) ? undefined : 'client_cannot'
}
