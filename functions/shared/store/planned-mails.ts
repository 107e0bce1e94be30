/**
 * What was planned becomes mails when its moment has come: some at a time, each batch one transaction on condition that the
 * plan is still as it was read. So two workers double nothing, and what a worker that died left undone is still due.
 */

import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import { sameAgain } from '../../../forms/kit/post/silence.ts'
import type { Connection } from './dynamo.ts'
import { planKey, signOfLifeKey } from './keys.ts'
import {
  afterLife,
  dueOf,
  isTakenBack,
  madeItem,
  mayBeTakenBack,
  type Plan,
  type Planned,
  planSchema,
  soonestFirst,
  waitsUntil,
} from './mail-plan.ts'
import type { MailKey } from './mail-queue.ts'
import { type HoldReason, logEnds, type OutboxItem } from './outbox-item.ts'
import { lifeIn } from './sign-of-life.ts'
import { type TransactItems, transact } from './transact.ts'

/** With the plan itself twenty-five writes. */
const atOnce = 24
/** Looks at a plan that other workers, and decisions, change at the same moment; the sweep comes again. */
const mostLooks = 100
/** Mails that a plan still names though they left, once others are added to it. */
const mostLeft = 8

/** By the slug of a network. */
export type DaysFor = (network: string) => Promise<NetworkDays>

interface Batch {
  until: Date
  there: ReadonlySet<string>
  daysFor: DaysFor
  held: HoldReason | undefined
}

export function createPlannedMails({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  async function read({ pk, sk }: MailKey): Promise<Record<string, unknown> | undefined> {
    const { client, GetCommand } = await dynamo()
    return (await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item
  }

  /** The days of now and what happened since, for a plan that waits for silence. */
  async function sinceThen(plan: Plan, daysFor: DaysFor) {
    const waits = plan.mails.slice(plan.made).find(({ silence }) => silence !== undefined)
    if (!waits) return undefined
    const [life, days] = await Promise.all([read(signOfLifeKey(plan.subject)), daysFor(waits.notification.network)])
    return { life: lifeIn(life), days }
  }

  /** The next mails of a plan that are due by then, left out those that are there; undefined when there is nothing to do. */
  async function nextBatch(item: Record<string, unknown>, { until, there, daysFor, held }: Batch) {
    const stored = planSchema.parse(item)
    const since = await sinceThen(stored, daysFor)
    const plan = since ? afterLife(stored, since.days, since.life) : stored
    const due = plan.mails.slice(plan.made, plan.made + atOnce).filter(({ dueAt }) => dueAt <= until.toISOString())
    // What waits for a person is said again once they deal with the dossier: held, all that is planned is made, whatever its day.
    const mails =
      held || !since ? plan.mails : [...plan.mails, ...due.flatMap((planned) => nextTime(planned, since.days, until))]
    // What has another day has another name.
    const isChanged = mails.map(({ mailId }) => mailId).join() !== stored.mails.map(({ mailId }) => mailId).join()
    if (due.length === 0 && !isChanged) return undefined
    const items = due.map((planned) => madeItem(plan, planned, held)).filter(({ mailId }) => !there.has(mailId))
    const moved = movedOn(item, plan, plan.made + due.length, isChanged ? mails : undefined)
    const writes: TransactItems = [
      { Update: { TableName, Key: planKey(plan.subject), ...moved } },
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
    /**
     * Makes mails of all that is due by then in a plan, and gives their keys. `daysFor`: what waits for silence counts with the days that
     * its network has now. `held`: they wait for a person.
     */
    async makeDue(key: MailKey, until: Date, daysFor: DaysFor, held?: HoldReason): Promise<MailKey[]> {
      const made: MailKey[] = []
      const there = new Set<string>()
      for (let look = 0; look < mostLooks; look += 1) {
        const item = await read(key)
        const batch = item && (await nextBatch(item, { until, there, daysFor, held }))
        if (!batch) return made
        const cancelled = await transact(dynamo, batch.writes)
        if (!cancelled) made.push(...batch.items.map(({ pk, sk }) => ({ pk, sk })))
        // The first says that the plan is another by now; of the others each is there already.
        else if (cancelled.failedConditions.includes(0)) there.clear()
        else for (const at of cancelled.failedConditions) there.add(batch.items[at - 1]?.mailId ?? '')
      }
      throw new Error('The plan changed at every look')
    },

    /** Whether a decision since took this mail back: for good, or until then, as that decision can be taken back itself. */
    async takenBack(mail: OutboxItem, now: Date): Promise<'no' | 'yes' | { until: Date }> {
      if (!mayBeTakenBack(mail)) return 'no'
      const item = await read(planKey(mail.subject))
      const plan = item && planSchema.parse(item)
      if (!isTakenBack(mail, plan)) return 'no'
      const until = waitsUntil(mail, plan)
      return until && until > now ? { until } : 'yes'
    },
  }
}

/** One that is said again waits for its next time as soon as it became a mail; what was missed meanwhile is said once. */
function nextTime({ dueAt, ...mail }: Planned, days: NetworkDays, until: Date): Planned[] {
  let next = sameAgain({ ...mail, dueAt: new Date(dueAt) }, days)
  while (next && next.dueAt <= until) next = sameAgain(next, days)
  return next ? [{ ...next, dueAt: next.dueAt.toISOString() }] : []
}

/**
 * The plan after a batch, on condition that it is still as it was read. `mails`: where other ones wait from here on; those that left
 * long ago are not named any more, so that a plan does not grow with the years.
 */
function movedOn(item: Record<string, unknown>, plan: Plan, made: number, mails: Planned[] | undefined) {
  const gone = mails ? Math.max(0, made - mostLeft) : 0
  const kept = mails && [...mails.slice(gone, made), ...mails.slice(made).sort(soonestFirst)]
  const next = dueOf((kept ?? plan.mails)[made - gone])
  const last = kept?.at(-1)
  return {
    UpdateExpression: [
      `SET made = :made${'due' in next ? ', #due = :due, #dueAt = :dueAt' : ''}`,
      kept ? ', mails = :kept, #ttl = :ttl' : '',
      'due' in next ? '' : ' REMOVE #due, #dueAt',
    ].join(''),
    ConditionExpression: 'mails = :mails AND made = :before',
    ExpressionAttributeNames: { '#due': 'due', '#dueAt': 'dueAt', ...(kept ? { '#ttl': 'ttl' } : {}) },
    ExpressionAttributeValues: {
      ...{ ':mails': item.mails, ':before': plan.made, ':made': made - gone },
      ...('due' in next ? { ':due': next.due, ':dueAt': next.dueAt } : {}),
      ...(kept && last ? { ':kept': kept, ':ttl': logEnds(new Date(last.dueAt)) } : {}),
    },
  }
}
