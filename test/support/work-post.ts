/** The mailer, the clockwork and what SES tells, beside a werkruimte: one clock, the same tables. */
import type { MailEvent } from '../../functions/local/mail-events.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import type { TestWorkspace } from './workspace.ts'

export type WorkPost = ReturnType<typeof openWorkPost>

export function openWorkPost(work: TestWorkspace) {
  const office = openPostOffice(work.connection, { clock: work.clock })
  const { feedback, passTo } = office

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
    told: (address: string, mailbox: 'bounce' | 'klacht' = 'bounce'): MailEvent[] => office.told(mailbox, address),
    /** All that waits leaves now, and to this address it comes back. Gives what SES told, to tell it again. */
    async bounces(address: string): Promise<MailEvent[]> {
      await passTo(work.clock.now)
      const events = office.told('bounce', address)
      office.forget()
      for (const event of events) await feedback(event)
      return events
    },
  }
}
