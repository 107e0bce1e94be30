/**
 * What was planned becomes mails when its moment has come: some at a time, each batch one transaction on condition that the
 * plan is still as it was read. So two workers double nothing, and what a worker that died left undone is still due.
 */
import type { Connection } from './dynamo.ts'
import { planKey } from './keys.ts'
import { dueOf, isTakenBack, madeItem, mayBeTakenBack, planSchema } from './mail-plan.ts'
import type { MailKey } from './mail-queue.ts'
import type { HoldReason, OutboxItem } from './outbox-item.ts'
import { type TransactItems, transact } from './transact.ts'

/** With the plan itself twenty-five writes. */
const atOnce = 24
/** Looks at a plan that other workers, and decisions, change at the same moment; the sweep comes again. */
const mostLooks = 100

export function createPlannedMails({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  async function read({ pk, sk }: MailKey): Promise<Record<string, unknown> | undefined> {
    const { client, GetCommand } = await dynamo()
    return (await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item
  }

  /** The next mails of a plan that are due by then, left out those that are there; undefined when there are none. */
  function nextBatch(item: Record<string, unknown>, until: Date, there: ReadonlySet<string>, held?: HoldReason) {
    const plan = planSchema.parse(item)
    const due = plan.mails.slice(plan.made, plan.made + atOnce).filter(({ dueAt }) => dueAt <= until.toISOString())
    if (due.length === 0) return undefined
    const made = plan.made + due.length
    const next = dueOf(plan.mails[made])
    const waits = 'due' in next
    const items = due.map((planned) => madeItem(plan, planned, held)).filter(({ mailId }) => !there.has(mailId))
    const writes: TransactItems = [
      {
        Update: {
          TableName,
          Key: planKey(plan.subject),
          UpdateExpression: `SET made = :made${waits ? ', #due = :due, #dueAt = :dueAt' : ' REMOVE #due, #dueAt'}`,
          ConditionExpression: 'mails = :mails AND made = :before',
          ExpressionAttributeNames: { '#due': 'due', '#dueAt': 'dueAt' },
          ExpressionAttributeValues: {
            ...{ ':mails': item.mails, ':before': plan.made, ':made': made },
            ...(waits ? { ':due': next.due, ':dueAt': next.dueAt } : {}),
          },
        },
      },
      ...items.map((Item) => ({
        Put: {
          TableName,
          Item,
          // One that waited as an item of its own until 0.1.0 is this very mail; one of another moment was taken back.
          ConditionExpression: 'attribute_not_exists(pk) OR plannedAt <> :moment',
          ExpressionAttributeValues: { ':moment': Item.plannedAt },
        },
      })),
    ]
    return { items, writes }
  }

  return {
    /** Makes mails of all that is due by then in a plan, and gives their keys. `held`: they wait for a person. */
    async makeDue(key: MailKey, until: Date, held?: HoldReason): Promise<MailKey[]> {
      const made: MailKey[] = []
      const there = new Set<string>()
      for (let look = 0; look < mostLooks; look += 1) {
        const item = await read(key)
        const batch = item && nextBatch(item, until, there, held)
        if (!batch) return made
        const cancelled = await transact(dynamo, batch.writes)
        if (!cancelled) made.push(...batch.items.map(({ pk, sk }) => ({ pk, sk })))
        // The first says that the plan is another by now; of the others each is there already.
        else if (cancelled.failedConditions.includes(0)) there.clear()
        else for (const at of cancelled.failedConditions) there.add(batch.items[at - 1]?.mailId ?? '')
      }
      throw new Error('The plan changed at every look')
    },

    /** Whether a decision since took this mail back. */
    async isTakenBack(mail: OutboxItem): Promise<boolean> {
      if (!mayBeTakenBack(mail)) return false
      const item = await read(planKey(mail.subject))
      return isTakenBack(mail, item && planSchema.parse(item))
    },
  }
}
