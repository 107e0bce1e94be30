/** Mails about an overleg as they are stored: what left or leaves at once, and what its plan holds for later. */

import { mailsAmong } from './mails.ts'
import type { TestWorkspace } from './workspace.ts'

interface AboutOverleg {
  mailId: string
  /** What those who get it read: the kind of mail of a round, or a kind of its own. */
  mail: string
  /** ISO UTC. */
  plannedAt: string
  dueAt?: string
  /** In the plan of the overleg, and not a mail of its own yet. */
  waits: boolean
  /** Participants, of a round. */
  to: string[]
  moment?: { start: string }
}

interface Stored {
  mailId: string
  plannedAt: string
  dueAt?: string
  notification: { kind: string; mail?: string; aan?: { participant: string }[]; moment?: { start: string } }
}

/** Of an overleg as a whole: rounds, one however large the table, and tasks of whoever holds it. */
export async function mailsAbout(
  { items }: Pick<TestWorkspace, 'items'>,
  reference: string,
  number = '01',
): Promise<AboutOverleg[]> {
  const own = (await items('loket')).filter(({ pk }) => pk === `OUTBOX#${reference}_${number}`)
  return own.flatMap((item) =>
    (mailsAmong([item]) as unknown as Stored[]).map(({ mailId, plannedAt, dueAt, notification }) => ({
      ...{ mailId, plannedAt, mail: notification.mail ?? notification.kind, waits: item.sk === 'PLAN' },
      ...(dueAt === undefined ? {} : { dueAt }),
      to: (notification.aan ?? []).map(({ participant }) => participant),
      ...(notification.moment ? { moment: notification.moment } : {}),
    })),
  )
}
