/** An own task of a dossier as it is kept: what is open of it, and its text, sealed (docs/decisions/026). */
import * as z from 'zod'
import { openTaskSchema } from '../../../forms/kit/tasks/tasks-mark.ts'
import { isKept } from './kept.ts'
import { ownTaskPrefix } from './keys.ts'

export const ownTaskSchema = openTaskSchema.extend({
  /** From the page, so that a second press of the button is the same task. */
  once: z.string(),
  /** How often somebody changed what it says, its day or its person: two people at once cannot both win. */
  version: z.number(),
  /** When it was given, and the colleague in whose place; ISO UTC. */
  at: z.iso.datetime(),
  for: z.string().exactOptional(),
  /** Who did it, when, and in whose place; absent while it is open. */
  doneBy: z.string().exactOptional(),
  doneAt: z.iso.datetime().exactOptional(),
  doneFor: z.string().exactOptional(),
  /** The dossier closed before somebody did it; ISO UTC. */
  stoppedAt: z.iso.datetime().exactOptional(),
  /** Its text, as a JWE. */
  sealed: z.string(),
})
export type OwnTask = z.infer<typeof ownTaskSchema>

const keySchema = z.object({ sk: z.string() })

/** Those among all items of a dossier, in the order in which they came. */
export const ownTasksAmong = (items: readonly Record<string, unknown>[], now: Date): OwnTask[] =>
  items
    .filter((item) => isKept(now)(item) && keySchema.parse(item).sk.startsWith(ownTaskPrefix))
    .map((item) => ownTaskSchema.parse(item))
