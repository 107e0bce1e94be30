/** What is past its time is not there, whatever the engine still holds: it deletes up to two days late. */
import * as z from 'zod'
import { epochSeconds } from '../../../forms/kit/time.ts'

const endsSchema = z.object({ ttl: z.number().optional() })

/** Unreadable from the second at which it ends. */
export const isKept = (now: Date) => (item: unknown) => {
  const { ttl } = endsSchema.parse(item)
  return ttl === undefined || ttl > epochSeconds(now)
}
