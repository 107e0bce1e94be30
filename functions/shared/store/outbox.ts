/**
 * The outbox, all that the mailer reaches beside addresses: the queue of mails, the plans they come from, what is on an agenda,
 * the counters behind the caps, and sending time. One mechanism for now, again and later (docs/decisions/004, 017).
 */
import { createAgendas } from './agenda.ts'
import { createCounters } from './counters.ts'
import type { Connection } from './dynamo.ts'
import { createMailQueue } from './mail-queue.ts'
import { createPlannedMails } from './planned-mails.ts'
import { createSendingTime } from './sending-time.ts'

export { leaseSeconds, type MailKey } from './mail-queue.ts'

export type Outbox = ReturnType<typeof createOutbox>

export const createOutbox = (connection: Connection) => ({
  ...createMailQueue(connection),
  ...createPlannedMails(connection),
  ...createAgendas(connection),
  ...createCounters(connection),
  ...createSendingTime(connection),
})
