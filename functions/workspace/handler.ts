/** What wakes the werkruimte: a request of somebody, or the clockwork that tells which dossiers changed. */
import type { Context } from 'aws-lambda'
import type { handle, LambdaEvent } from 'hono/aws-lambda'
import * as z from 'zod'
import { inRequest } from '../shared/request.ts'
import { itemKeySchema } from '../shared/store/item-key.ts'
import type { KeepWords } from './search/keep-words.ts'

const changedEventSchema = z.object({
  changed: z.array(itemKeySchema),
  /** The run of the clockwork. */
  requestId: z.string(),
})

/** What the clockwork sends; nothing that comes in over HTTP has this shape, as the API wraps it. */
export type ChangedEvent = z.infer<typeof changedEventSchema>

/** `keepWords` is loaded when dossiers changed: no page pays for it. */
export const createHandler =
  (web: ReturnType<typeof handle>, keepWords: () => Promise<KeepWords>) =>
  async (event: LambdaEvent | ChangedEvent, context: Context) => {
    if (!('changed' in event)) return web(event, context)
    const { changed, requestId } = changedEventSchema.parse(event)
    return inRequest(requestId, async () => {
      const failed = await (await keepWords())(changed)
      // They come again by themselves; failing makes the alarm see it.
      if (failed > 0) throw new Error(`${failed} dossiers could not be made findable`)
      return undefined
    })
  }
