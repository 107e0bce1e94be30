/** The key of an item of the table `loket`, where nothing else of it is known (keys.ts makes them). */
import * as z from 'zod'

export const itemKeySchema = z.object({ pk: z.string(), sk: z.string() })
export type ItemKey = z.infer<typeof itemKeySchema>
