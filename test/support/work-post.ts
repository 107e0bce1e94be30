/** The mailer, the clockwork and what SES tells, beside a werkruimte: one clock, the same tables. */
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createFeedback } from '../../functions/feedback/handler.ts'
import type { MailEvent } from '../../functions/local/mail-events.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { createMarks } from '../../functions/shared/store/marks.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import { toldOf } from '../overleg/mail-table.ts'
import type { TestWorkspace } from './workspace.ts'

export type WorkPost = ReturnType<typeof openWorkPost>

export function openWorkPost(work: TestWorkspace) {
  const office = openPostOffice(work.connection)
  const set = (instant: Date) => {
    work.clock.now = instant
    office.setClock(instant)
  }
  const wake = async (keys: Parameters<typeof office.deliver>[0]) => void (await office.deliver(keys))
  const sweep = createSweep({ outbox: office.outbox, wake, now: office.now })
  const feedback = createFeedback({
    fates: createMailFates(work.connection),
    outbox: office.outbox,
    overlegs: work.deps.overlegs,
    marks: createMarks(work.connection),
    now: office.now,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })

  /** By way of everything that falls due until then. */
  async function passTo(instant: string | Date): Promise<void> {
    const to = new Date(instant)
    office.setClock(work.clock.now)
    for (let due = await office.outbox.nextDue(to); due; due = await office.outbox.nextDue(to)) {
      if (due > office.now()) set(due)
      await sweep()
    }
    if (to > office.now()) set(to)
  }

  return {
    office,
    feedback,
    passTo,
    /** What left, or leaves now, since the last time: to whom, and its subject. */
    async left(): Promise<string[]> {
      await passTo(work.clock.now)
      const mails = await office.received()
      office.forget()
      return mails.map(({ destinations, email }) => `${destinations} ${email.subject}`).sort()
    },
    /** What SES tells of all it took since the last `left`, as if this address were such a mailbox. */
    told: (address: string, mailbox: 'bounce' | 'klacht' = 'bounce'): MailEvent[] =>
      toldOf({ office } as Parameters<typeof toldOf>[0], mailbox, address),
    /** All that waits leaves now, and to this address it comes back. Gives what SES told, to tell it again. */
    async bounces(address: string): Promise<MailEvent[]> {
      await passTo(work.clock.now)
      const events = toldOf({ office } as Parameters<typeof toldOf>[0], 'bounce', address)
      office.forget()
      for (const event of events) await feedback(event)
      return events
    },
  }
}
