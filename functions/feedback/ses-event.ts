/** What SES tells of a message it took (event publishing through EventBridge), as far as Loket uses it. */
import * as z from 'zod'
import { mailTagsSchema } from '../shared/mail-tags.ts'
import type { FateToMark } from '../shared/store/mail-fates.ts'

const mail = z.object({ tags: mailTagsSchema })

/** The rules in infra/feedback-stack.ts pass on these fields and no other: an address never comes this far. */
const eventSchema = z.object({
  detail: z.discriminatedUnion('eventType', [
    z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp: z.iso.datetime() }) }),
    z.object({ eventType: z.literal('Complaint'), mail, complaint: z.object({ timestamp: z.iso.datetime() }) }),
    z.object({
      eventType: z.literal('Bounce'),
      mail,
      bounce: z.object({
        bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
        bounceSubType: z.string(),
        timestamp: z.iso.datetime(),
      }),
    }),
  ]),
})

/** About no mail but about all of it: SES stopped or allowed sending (infra/alarm-stack.ts). */
const sendingSchema = z.object({ detail: z.object({ sending: z.enum(['paused', 'allowed']) }) })

export const sendingIn = (event: unknown) => sendingSchema.safeParse(event).data?.detail.sending

export type SesEvent = z.infer<typeof eventSchema>['detail']

export const readEvent = (event: unknown): SesEvent => eventSchema.parse(event).detail

/**
 * What it means for the mail; undefined when it says nothing certain.
 *
 * SES tries a refused message for hours before it tells of a bounce, so also a full mailbox ("Transient") means that
 * this message will not come. The exception is "Transient, General": SES gives that name to automatic replies too
 * (out of office), and those follow a mail that did arrive. When it was a real bounce of a triage mail, the deputy
 * hears of it by the clock: nobody opened the request for two working days.
 */
export function fateOf(event: SesEvent): FateToMark | undefined {
  switch (event.eventType) {
    case 'Delivery':
      return { fate: 'aangekomen', at: event.delivery.timestamp }
    case 'Complaint':
      return { fate: 'klacht', at: event.complaint.timestamp }
    case 'Bounce': {
      const { bounceType, bounceSubType, timestamp } = event.bounce
      const automatic = bounceType === 'Transient' && bounceSubType === 'General'
      return automatic ? undefined : { fate: 'niet_aangekomen', at: timestamp }
    }
  }
}
