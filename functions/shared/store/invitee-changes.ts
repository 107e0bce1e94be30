/**
 * What an organiser changes of one invitee, each in one transaction: who they are and where they are mailed, and off the list. The
 * line in the log of the event is written after it: whoever may take something away in one transaction could take that away too.
 */
import { organiserSubject } from '../../../forms/kit/events/organiser-mails.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import type { Connection } from './dynamo.ts'
import { inviteeErased, type Leaving } from './invitee-erased.ts'
import { movedAddress, putInvitee } from './invitee-item.ts'
import { mailKey, planKey, returnedKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { transact } from './transact.ts'

export interface InviteeChange {
  before: Invitee
  after: Invitee
  mails: MailPlan
  /** Only when it is another address. */
  email?: string | undefined
  now: Date
}

/** Mails of one person that are taken away with them; the log of what left stays, it holds ids only. */
const mostTakenAway = 60

export function createInviteeChanges({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  return {
    /** `taken`: somebody else on the list has this address. `changed`: somebody was first, look again. */
    async change({ before, after, mails, email, now }: InviteeChange): Promise<'stored' | 'changed' | 'taken'> {
      const { id, activiteit } = before
      const cancelled = await transact(dynamo, [
        putInvitee(TableName, before, after),
        ...(email === undefined ? [] : movedAddress(TableName, before, after, email)),
        // Whoever acts on it saw that a mail came back: it is marked anew when the next one does.
        { Delete: { TableName, Key: returnedKey(organiserSubject(activiteit), id) } },
        ...planItems(TableName, mails, { subject: id, now }),
      ])
      if (!cancelled) return 'stored'
      return email !== undefined && cancelled.failedConditions.includes(1) ? 'taken' : 'changed'
    },

    /** Off the list: their link opens nothing any more, nothing waits for them, and who waits gets their seat. */
    async remove(leaving: Leaving, waiting: readonly string[], now: Date): Promise<'removed' | 'changed'> {
      const { id } = leaving.invitee
      const keys = [planKey(id), ...waiting.slice(0, mostTakenAway).map((mailId) => mailKey(id, mailId))]
      const cancelled = await transact(dynamo, [
        ...inviteeErased(TableName, leaving, now),
        ...keys.map((Key) => ({ Delete: { TableName, Key } })),
      ])
      return cancelled ? 'changed' : 'removed'
    },
  }
}
