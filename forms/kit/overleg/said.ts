/** What one participant said: into an item of their own, so that answers never wait for each other (docs/overleg.md §1). */
import * as z from 'zod'

export const saidToMoment = ['kan', 'kan_niet', 'bel_mij'] as const
export type SaidToMoment = (typeof saidToMoment)[number]

const instant = z.iso.datetime()
/** Absent: they said it themselves, along their link. */
const notedBy = z.string().optional()

export const saidSchema = z.object({
  participant: z.string(),
  /** Rises with every answer; 0: nothing was said. */
  revision: z.number(),
  /** By moment; what is left open is absent. */
  moments: z.record(z.string(), z.object({ answer: z.enum(saidToMoment), at: instant, by: notedBy })),
  /** Whether they come, by the number of the moment that was fixed: one that moved resets nothing. */
  comes: z.record(z.string(), z.object({ answer: z.enum(['ja', 'nee']), at: instant, by: notedBy })),
  /** "Wij doen niet mee": their asking ends. */
  declinedAt: instant.optional(),
  /** Their number and their own file number, sealed. */
  sealed: z.string().optional(),
})
export type Said = z.infer<typeof saidSchema>

export const nothingSaid = (participant: string): Said => ({ participant, revision: 0, moments: {}, comes: {} })

export type SaidBy = ReadonlyMap<string, Said>

export const saidBy = (all: SaidBy, participant: string): Said => all.get(participant) ?? nothingSaid(participant)

/** Participants who said that they do not take part. */
export const declinedIn = (said: SaidBy): string[] =>
  [...said.values()].filter(({ declinedAt }) => declinedAt !== undefined).map(({ participant }) => participant)

/** Whether they come to the moment of this number. */
export const comesTo = ({ comes }: Said, number: number | undefined): 'ja' | 'nee' | undefined =>
  number === undefined ? undefined : comes[String(number)]?.answer

/** Whether somebody answered anything about the moments that are asked now. */
export const saidAnything = ({ moments, declinedAt }: Said, now: readonly { id: string }[]): boolean =>
  declinedAt !== undefined || now.some(({ id }) => moments[id] !== undefined)
