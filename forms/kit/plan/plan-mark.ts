/** What a dossier knows of its plan: apart from the plan itself, which a request that is sent never loads. */
import * as z from 'zod'

export const planMarkSchema = z.object({
  state: z.enum(['concept', 'loopt', 'gestopt', 'afgesloten']),
  /** Of the version that was agreed last, `01`, `02` …; absent while there is none. */
  version: z.string().optional(),
  /** Brussels date. */
  evaluationOn: z.iso.date().optional(),
  /** After an evaluation: the next table is a new one. */
  waitsForOverleg: z.literal(true).optional(),
})
export type PlanMark = z.infer<typeof planMarkSchema>

/** Agreed, and not over. */
export const isRunning = ({ state }: Pick<PlanMark, 'state'>): boolean => state === 'loopt'
/** Ended by who works on it: not by the client. */
export const isClosedPlan = ({ state }: Pick<PlanMark, 'state'>): boolean => state === 'afgesloten'
