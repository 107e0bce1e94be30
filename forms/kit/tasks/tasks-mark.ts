/** Which own tasks of a dossier are open, in its open part: ids and days, and no word of what is to be done. */
import * as z from 'zod'

export const openTaskSchema = z.object({
  /** Its number in the dossier, "01". */
  id: z.string(),
  /** Brussels date by which. */
  on: z.iso.date(),
  /** Id of whose it is: a coordinator, or who has the dossier in hand. */
  person: z.string(),
  /** Id of who was chosen, when that is who stands in for that person. */
  standIn: z.string().exactOptional(),
  /** Id of who gave it. */
  by: z.string(),
})
export type OpenTask = z.infer<typeof openTaskSchema>

export const tasksMarkSchema = z.object({
  /** Rises with every change of a task. It raises none of the dossier: nothing changed that people decide on. */
  revision: z.number(),
  /** How many there ever were. */
  all: z.number(),
  open: z.array(openTaskSchema),
})
export type TasksMark = z.infer<typeof tasksMarkSchema>
