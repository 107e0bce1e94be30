/** What one guest said of what they do: into an item of their own, so that answers never wait for each other (docs/overleg.md §9). */
import * as z from 'zod'

export const stands = ['gedaan', 'lukt_niet', 'bel_mij', 'niet_afgesproken'] as const
export type Stand = (typeof stands)[number]

export const planSaidSchema = z.object({
  participant: z.string(),
  /** Rises with every answer; 0: nothing was said. */
  revision: z.number(),
  /** By afspraak. */
  stands: z.record(z.string(), z.object({ stand: z.enum(stands), at: z.iso.datetime() })),
})
export type PlanSaid = z.infer<typeof planSaidSchema>

export type PlanSaidBy = ReadonlyMap<string, PlanSaid>

export const planSaidOf = (all: PlanSaidBy, participant: string): PlanSaid =>
  all.get(participant) ?? { participant, revision: 0, stands: {} }

export interface Report {
  participant: string
  stand: Stand
  /** ISO UTC. */
  at: string
}

/** What was said of an afspraak: by who does it, then by who helps. */
export const reportsOf = (
  all: PlanSaidBy,
  { id, wie, met }: { id: string; wie: string; met?: string | undefined },
): readonly Report[] =>
  [wie, met].flatMap((participant) => {
    const said = participant === undefined ? undefined : planSaidOf(all, participant).stands[id]
    return participant !== undefined && said ? [{ participant, ...said }] : []
  })
