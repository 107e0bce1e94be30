/**
 * What is left of a plan once it is erased: the day, so that a link which was mailed can say so (docs/overleg.md §8). It holds a
 * reference, a network and a date, and ends a year after that day. Written when the end of a dossier is known, to be read from that
 * end on; so whatever erases the rest, by hand or by its time, leaves the link right.
 */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { brusselsDate, secondsPerDay } from '../../../forms/kit/time.ts'
import { erasedPlanKey } from './keys.ts'
import type { TransactItems } from './transact.ts'

/** Days for which a link still says it: as long as people keep a mail. */
const toldDays = 365

export const erasedPlanSchema = z.object({
  /** Brussels date. */
  on: z.iso.date(),
  network: z.string(),
})
export type ErasedPlan = z.infer<typeof erasedPlanSchema>

/** Beside the writes that give a dossier its end, or take it away again. `end`: epoch seconds of the plan's; undefined while it is open. */
export function erasedPlanItems(TableName: string, dossier: Dossier, end: number | undefined): TransactItems {
  const { reference, network, actionPlan } = dossier
  if (!actionPlan) return []
  const Key = erasedPlanKey(reference)
  if (end === undefined) return [{ Delete: { TableName, Key } }]
  const erased: ErasedPlan = { on: brusselsDate(new Date(end * 1_000)), network }
  return [{ Put: { TableName, Item: { ...Key, ...erased, ttl: end + toldDays * secondsPerDay } } }]
}
