/**
 * The guarantee behind the stream: every minute whatever is due in the outbox is handed to the mailer, so that a lost
 * event, a failed try or a worker that died delays a mail and never loses it.
 */
import { bulkPartition } from '../shared/store/indexes.ts'
import type { MailKey, Outbox } from '../shared/store/outbox.ts'

/** Per run; what is left is first in line a minute later. */
const perRun = 1000
/** Mails one call of the mailer gets. */
const perWake = 25
/** Seconds until the next run: mails to many are handed over to one mailer, as many as leave in that time. */
const runSeconds = 60

export interface SweepDeps {
  outbox: Pick<Outbox, 'due'>
  /** Hands mails to the mailer; in the cloud without waiting for it. */
  wake: (keys: MailKey[]) => Promise<void>
  /** Hands mails to many to one mailer, which sends so many a second. */
  paced?: { wake: (keys: MailKey[]) => Promise<void>; perSecond: number }
  now: () => Date
}

/** Hands over what is due, oldest first; returns how many mails that were. */
export function createSweep({ outbox, wake, paced, now }: SweepDeps) {
  return async (): Promise<number> => {
    const keys = await outbox.due(now(), perRun)
    for (let from = 0; from < keys.length; from += perWake) await wake(keys.slice(from, from + perWake))
    const many = paced ? await outbox.due(now(), Math.ceil(paced.perSecond * runSeconds), bulkPartition) : []
    if (many.length > 0) await paced?.wake(many)
    return keys.length + many.length
  }
}
