/** What wakes the werkruimte: a request of somebody, or the clockwork that tells which dossiers changed, where seats came free, or which year is over. */
import type { Context } from 'aws-lambda'
import type { handle, LambdaEvent } from 'hono/aws-lambda'
import * as z from 'zod'
import { inRequest } from '../shared/request.ts'
import { itemKeySchema } from '../shared/store/item-key.ts'
import type { PutRight } from './events/sweep-seats.ts'
import type { FreezeYears } from './figures/freeze-years.ts'
import type { KeepWords } from './search/keep-words.ts'

const changedEventSchema = z.object({
  changed: z.array(itemKeySchema),
  /** The run of the clockwork. */
  requestId: z.string(),
})

/** What the clockwork sends; nothing that comes in over HTTP has this shape, as the API wraps it. */
export type ChangedEvent = z.infer<typeof changedEventSchema>

const freedEventSchema = z.object({
  /** Slugs of events. */
  freed: z.array(z.string()),
  requestId: z.string(),
})
/** The same, where seats may be left to hand out. */
export type FreedEvent = z.infer<typeof freedEventSchema>

const closingEventSchema = z.object({
  /** Keys of counters. */
  closing: z.array(itemKeySchema),
  requestId: z.string(),
})
/** The same, where a year is over. */
export type ClosingEvent = z.infer<typeof closingEventSchema>

/** What the clockwork asks; loaded when it does: no page pays for it. */
export interface OnClock {
  keepWords: () => Promise<KeepWords>
  putRight: () => Promise<PutRight>
  freezeYears: () => Promise<FreezeYears>
}

export const createHandler =
  (web: ReturnType<typeof handle>, { keepWords, putRight, freezeYears }: OnClock) =>
  async (event: LambdaEvent | ChangedEvent | FreedEvent | ClosingEvent, context: Context) => {
    if ('changed' in event) {
      const { changed, requestId } = changedEventSchema.parse(event)
      return onClock(requestId, 'dossiers could not be made findable', async () => (await keepWords())(changed))
    }
    if ('freed' in event) {
      const { freed, requestId } = freedEventSchema.parse(event)
      return onClock(requestId, 'events keep seats that are free', async () => (await putRight())(freed))
    }
    if ('closing' in event) {
      const { closing, requestId } = closingEventSchema.parse(event)
      return onClock(requestId, 'counters of a year could not be frozen', async () => (await freezeYears())(closing))
    }
    return web(event, context)
  }

/** What failed comes again by itself; failing makes the alarm see it. */
const onClock = (requestId: string, trouble: string, work: () => Promise<number>) =>
  inRequest(requestId, async () => {
    const failed = await work()
    if (failed > 0) throw new Error(`${failed} ${trouble}`)
    return undefined
  })
