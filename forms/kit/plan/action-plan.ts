/**
 * A plan van aanpak: what comes first, who does what, why and by when, agreed with the client (docs/overleg.md §9). An aggregate of
 * its own in the partition of the tables: what is open of it is here, what people typed is sealed (plan-texts.ts), and each guest
 * answers into an item of their own (plan-said.ts). One a dossier; what was agreed is a version that never changes.
 */
import * as z from 'zod'
import { discussedHow } from '../overleg/overleg.ts'

export const whens = ['eerst', 'later', 'niet'] as const
/** When the client wants to work on something. Nothing chosen is not "niet". */
export type When = (typeof whens)[number]

export const outcomes = ['gelukt', 'deels', 'niet', 'niet_meer_nodig'] as const
export type Outcome = (typeof outcomes)[number]

export const actionPlanStates = ['concept', 'loopt', 'gestopt', 'afgesloten'] as const

export const nextAfter = ['overleg', 'verder', 'afsluiten'] as const
/** How it goes on after an evaluation. */
export type NextAfter = (typeof nextAfter)[number]

const instant = z.iso.datetime()
const date = z.iso.date()

const goalSchema = z.object({
  /** A levensdomein of the form; at most one goal each. */
  domein: z.string(),
  wanneer: z.enum(whens).optional(),
})
export type Goal = z.infer<typeof goalSchema>

const afspraakSchema = z.object({
  /** `a1`, `a2` …: never used again within a plan, so that what is said of one stays with it. */
  id: z.string(),
  /** Participant who does it: exactly one. Absent while it is half filled in, as is the reason. */
  wie: z.string().optional(),
  /** Participant who helps. */
  met: z.string().optional(),
  /** The `domein` of the goal it serves. */
  waarom: z.string().optional(),
  /** Brussels date; absent: until the evaluation. */
  tegen: date.optional(),
  /** Brussels date on which who was not at the overleg said yes to it. */
  agreedOn: date.optional(),
  /** Key of an offer of the network. */
  aanbod: z.string().optional(),
})
export type Afspraak = z.infer<typeof afspraakSchema>

const agreedGoal = goalSchema.required()
const agreedAfspraak = afspraakSchema.extend({
  wie: z.string(),
  waarom: z.string(),
  /** Who does it was not there, and was not asked yet. */
  toAsk: z.literal(true).optional(),
})
export type AgreedAfspraak = z.infer<typeof agreedAfspraak>

export const versionSchema = z.object({
  /** `01`, `02` … */
  number: z.string(),
  at: instant,
  /** Id of the person of the network. */
  by: z.string(),
  evaluationOn: date,
  goals: z.array(agreedGoal),
  afspraken: z.array(agreedAfspraak),
  /** With each client of the family; of a plan without a client: nobody. */
  agreed: z.array(z.object({ client: z.string(), on: date, how: z.enum(discussedHow) })),
  /** Clients who disagree, by afspraak; their words are sealed. */
  disagreed: z.record(z.string(), z.array(z.string())),
  /** Participants who may read the whole plan. */
  whole: z.array(z.string()),
  /** Participants who may read why, though nothing binds them to secrecy. */
  reasons: z.array(z.string()),
})
export type Version = z.infer<typeof versionSchema>

export const actionPlanSchema = z.object({
  reference: z.string(),
  network: z.string(),
  form: z.string(),
  /** Number of the overleg whose table holds now. */
  overleg: z.string(),
  state: z.enum(actionPlanStates),
  /** Rises with every change but a guest's answer. 0: not stored yet. */
  revision: z.number(),
  /** Id of who holds the dossier; absent while nobody does. */
  holder: z.string().optional(),
  /** What is being written; once agreed, the same as what runs until somebody changes it. */
  goals: z.array(goalSchema),
  afspraken: z.array(afspraakSchema),
  /** Brussels date. */
  evaluationOn: date.optional(),
  /** How many afspraken there ever were. */
  made: z.number(),
  /** What was agreed last; its words are with the version. */
  running: versionSchema.optional(),
  /** What became of an afspraak, at the last evaluation that looked at it. */
  outcomes: z.record(z.string(), z.object({ outcome: z.enum(outcomes), on: date })),
  evaluations: z.array(
    z.object({ on: date, version: z.string(), next: z.enum(nextAfter), drempels: z.array(z.string()), by: z.string() }),
  ),
  /** Brussels date since which it waits for a next overleg, as the last evaluation said. */
  waitsForOverleg: date.optional(),
  /** Participants whom a mail told of it, with the version they know. */
  told: z.record(z.string(), z.string()),
  /** When the client stopped, or it was closed; ISO UTC. */
  endedAt: instant.optional(),
  /** Brussels date on which the holder kept it in their own file. */
  keptElsewhereOn: date.optional(),
  /** Its last change, and who made it: for who comes second. */
  changed: z.object({ at: instant, by: z.string() }).optional(),
})
export type ActionPlan = z.infer<typeof actionPlanSchema>

/** Done or dropped: nobody does anything for it any more. `isDone`: who does it says so. */
export const isOver = ({ outcomes: all }: Pick<ActionPlan, 'outcomes'>, id: string, isDone: boolean): boolean => {
  const outcome = all[id]?.outcome
  return isDone || outcome === 'gelukt' || outcome === 'niet_meer_nodig'
}

/** A client does not agree with it: nobody does it until it was discussed. */
export const isDisagreed = ({ disagreed }: Pick<Version, 'disagreed'>, id: string): boolean =>
  (disagreed[id]?.length ?? 0) > 0

/** "02" */
export const nextVersion = ({ running }: Pick<ActionPlan, 'running'>): string =>
  String(Number(running?.number ?? 0) + 1).padStart(2, '0')

/** "01" comes before "02", and nothing before "01". */
export const versionBefore = (number: string): string | undefined =>
  Number(number) > 1 ? String(Number(number) - 1).padStart(2, '0') : undefined

/** A plan for a dossier that has none; nothing of it is stored yet. */
export const begunPlan = (
  about: Pick<ActionPlan, 'reference' | 'network' | 'form' | 'overleg' | 'holder' | 'goals'>,
): ActionPlan => ({
  ...about,
  state: 'concept',
  revision: 0,
  afspraken: [],
  made: 0,
  outcomes: {},
  evaluations: [],
  told: {},
})
