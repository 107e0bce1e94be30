/** A round of mail: one item that becomes a mail to each, so that no decision grows with the table (docs/decisions/019). */
import { roundMails } from '../../forms/kit/overleg/round-mails.ts'
import type { KnownNotification } from '../../forms/kit/post/notifications.ts'
import type { Outbox } from '../shared/store/outbox.ts'
import type { OutboxItem } from '../shared/store/outbox-item.ts'

export type DueRound = OutboxItem & { notification: KnownNotification & { kind: 'overleg-ronde' } }

/**
 * Broken off anywhere it stays due, and done again it doubles nothing: each mail has the id it had. The mails leave as any new mail
 * does. False: another worker took it since.
 */
export async function takeApart(outbox: Pick<Outbox, 'addAll' | 'done'>, round: DueRound, now: Date): Promise<boolean> {
  const { mailId, notification, requestId } = round
  await outbox.addAll(roundMails(mailId, notification).map((mail) => ({ ...mail, now, requestId })))
  return outbox.done(round, now)
}
