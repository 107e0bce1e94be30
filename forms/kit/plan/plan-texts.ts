/**
 * What people typed of a plan: sealed as one to the network's key, as answers are (functions/shared/seal.ts); so it has their shape
 * when it is kept. Of a plan that is written and of each version alike.
 */
import * as z from 'zod'
import type { Answers } from '../questions/answers.ts'
import type { ActionPlan } from './action-plan.ts'

export interface GoalTexts {
  goed: string
  minder_goed: string
  /** What the client wants, in their own words. */
  doel: string
}

export interface PlanTexts {
  /** By levensdomein. */
  goals: Readonly<Record<string, GoalTexts>>
  /** What is done, by afspraak. */
  afspraken: Readonly<Record<string, string>>
  /** What a client does not agree with, in their words: by afspraak, then by client. Of a version only. */
  disagreed: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What went well, as the client said it at each evaluation; in that order. */
  gelukt: readonly string[]
}

export const noGoalTexts: GoalTexts = { goed: '', minder_goed: '', doel: '' }
export const noPlanTexts: PlanTexts = { goals: {}, afspraken: {}, disagreed: {}, gelukt: [] }

/** What the words of what is written are sealed for, and with `version` those of a version: no two can be swapped. */
export const planSealedFor = ({ reference }: Pick<ActionPlan, 'reference'>, version?: string): string =>
  [reference, 'plan', version].filter(Boolean).join('.')

export const sealablePlan = ({ goals, afspraken, disagreed, gelukt }: PlanTexts): Answers => ({
  doelen: Object.entries(goals).map(([domein, texts]) => ({ domein, ...texts })),
  afspraken: Object.entries(afspraken).map(([id, wat]) => ({ id, wat })),
  oneens: Object.entries(disagreed).flatMap(([id, by]) =>
    Object.entries(by).map(([client, text]) => ({ id, client, text })),
  ),
  gelukt: [...gelukt],
})

const keptSchema = z.object({
  doelen: z
    .array(z.object({ domein: z.string(), goed: z.string(), minder_goed: z.string(), doel: z.string() }))
    .default([]),
  afspraken: z.array(z.object({ id: z.string(), wat: z.string() })).default([]),
  oneens: z.array(z.object({ id: z.string(), client: z.string(), text: z.string() })).default([]),
  gelukt: z.array(z.string()).default([]),
})

export function readPlanTexts(opened: Answers): PlanTexts {
  const { doelen, afspraken, oneens, gelukt } = keptSchema.parse(opened)
  const disagreed: Record<string, Record<string, string>> = {}
  for (const { id, client, text } of oneens) disagreed[id] = { ...disagreed[id], [client]: text }
  return {
    goals: Object.fromEntries(doelen.map(({ domein, ...texts }) => [domein, texts])),
    afspraken: Object.fromEntries(afspraken.map(({ id, wat }) => [id, wat])),
    disagreed,
    gelukt,
  }
}
