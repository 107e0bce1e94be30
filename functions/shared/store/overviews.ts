/** Who asked for the overview of a working day: an item beside those mails, where the mailer can read it. */
import { nextOverview, overviewSubject } from '../../../forms/kit/post/day-overview.ts'
import { promise } from '../../../forms/kit/post/mail.ts'
import type { WorkingDays } from '../../../forms/kit/working-days.ts'
import { type Audited, personAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { overviewKey, type PersonRef } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { transact } from './transact.ts'

interface Change extends Audited {
  /** Id of who chose it: the person. */
  by: string
}

interface Wanting extends Change {
  /** Of the network. */
  days: WorkingDays
}

export type Overviews = ReturnType<typeof createOverviews>

export function createOverviews({ dynamo, tables }: Connection) {
  const TableName = tables.loket
  const keyOf = (who: PersonRef) => overviewKey(overviewSubject(who))

  return {
    async isWanted(who: PersonRef): Promise<boolean> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(who), ConsistentRead: true }))
      return Item !== undefined
    },

    /** From the next working morning on. Asked twice it is one: the first mail is put once, and each puts the next. */
    async want(who: PersonRef, { by, days, ...about }: Wanting): Promise<void> {
      await transact(dynamo, [
        { Put: { TableName, Item: { ...keyOf(who), since: about.now.toISOString() } } },
        ...planItems(TableName, promise(nextOverview(who, days, about.now)), {
          subject: overviewSubject(who),
          now: about.now,
        }),
        personAudit(TableName, who, about, { who: by, what: 'overzicht aan' }),
      ])
    },

    /** What waits finds that nobody wants it, and puts no next one. */
    async stop(who: PersonRef, { by, ...about }: Change): Promise<void> {
      await transact(dynamo, [
        { Delete: { TableName, Key: keyOf(who) } },
        personAudit(TableName, who, about, { who: by, what: 'overzicht uit' }),
      ])
    },
  }
}
