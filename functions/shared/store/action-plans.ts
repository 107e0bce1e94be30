/**
 * Plans van aanpak, in the partition of their dossier's tables (docs/decisions/020): what is written and how it stands is one item,
 * every version that was agreed is one that never changes, and what a guest says is an item of their own.
 */
import * as z from 'zod'
import { type ActionPlan, actionPlanSchema, type Version, versionSchema } from '../../../forms/kit/plan/action-plan.ts'
import { planSubject } from '../../../forms/kit/plan/plan-rounds.ts'
import { type PlanSaid, type PlanSaidBy, planSaidSchema } from '../../../forms/kit/plan/plan-said.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { type Audited, type DoneBy, dossierAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { type ErasedPlan, erasedPlanSchema } from './erased-plan.ts'
import { isKept } from './kept.ts'
import {
  actionPlanKey,
  erasedPlanKey,
  guestTrailKey,
  overlegKey,
  planSaidKey,
  planTrail,
  planVersionKey,
  tablePartition,
} from './keys.ts'
import { planItems } from './mail-plan.ts'
import { type KeptOverleg, overlegAmong } from './overlegs.ts'
import { queryAll } from './query-all.ts'
import { asRead } from './set-fields.ts'
import { leaveSignOfLife, leaveSignOfStaff } from './sign-of-life.ts'
import { type TransactItems, transact } from './transact.ts'

export interface KeptPlan {
  plan: ActionPlan
  /** The words of what is written. */
  sealed: string
  said: PlanSaidBy
  /** Epoch seconds at which it is not kept any more; absent while the dossier is open. */
  ttl?: number | undefined
}

/** A version with its words. */
export interface KeptVersion {
  version: Version
  sealed: string
}

/** The same with what was agreed last of it, and the overleg whose table it is. */
export interface PlanAtTable extends KeptPlan {
  agreed?: KeptVersion | undefined
  table?: KeptOverleg | undefined
}

export interface PlanToStore {
  /** The revision it was decided on; 0 for a new one. */
  before: number
  plan: ActionPlan
  sealed: string
  /** One that was agreed with this decision. */
  version?: KeptVersion | undefined
  mails: MailPlan
  now: Date
  /** Epoch seconds; absent while the dossier is open. */
  ttl?: number | undefined
}

export interface StandToStore {
  plan: ActionPlan
  said: PlanSaid
  linkVersion: number
  now: Date
}

const storedPlan = actionPlanSchema.extend({ sealed: z.string(), ttl: z.number().optional() })
const storedVersion = versionSchema.extend({ sealed: z.string() })

type Item = Record<string, unknown>

/** The plan with all that guests said, among what is kept of its table. */
function planAmong(kept: readonly Item[], reference: string): KeptPlan | undefined {
  const { sk } = actionPlanKey(reference)
  const own = kept.find((item) => item.sk === sk)
  if (!own) return undefined
  const { sealed, ttl, ...plan } = storedPlan.parse(own)
  const said = kept.filter((item) => String(item.sk).startsWith(`${sk}#`)).map((item) => planSaidSchema.parse(item))
  return { plan, sealed, said: new Map(said.map((one) => [one.participant, one])), ttl }
}

function versionOf(item: Item): KeptVersion {
  const { sealed, ...version } = storedVersion.parse(item)
  return { version, sealed }
}

export type ActionPlans = ReturnType<typeof createActionPlans>

export function createActionPlans({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  async function get(Key: { pk: string; sk: string }, now: Date) {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
    return Item && isKept(now)(Item) ? Item : undefined
  }

  /** On condition that nobody changed it since; the first write comes first where the caller looks for a failed condition. */
  const writesOf = ({ before, plan, sealed, version, mails, now, ttl }: PlanToStore): TransactItems => {
    const ends = ttl === undefined ? {} : { ttl }
    return [
      {
        Put: {
          TableName,
          Item: { ...actionPlanKey(plan.reference), ...plan, sealed, ...ends },
          ...asRead(before),
        },
      },
      ...(version
        ? [
            {
              Put: {
                TableName,
                Item: {
                  ...planVersionKey(plan.reference, version.version.number),
                  ...version.version,
                  sealed: version.sealed,
                  ...ends,
                },
                // Never by a byte (docs/overleg.md §9).
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          ]
        : []),
      ...planItems(TableName, mails, { subject: planSubject(plan), now }),
    ]
  }

  return {
    /** With all that guests said, in one consistent query; undefined when there is none, or it is erased. */
    async read(reference: string, now: Date): Promise<KeptPlan | undefined> {
      const { pk, sk } = actionPlanKey(reference)
      const items = await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': sk },
        ConsistentRead: true,
      })
      return planAmong(items.filter(isKept(now)), reference)
    },

    /** For the page of a dossier: one query of all there is at its table, instead of three. */
    async atTable(reference: string, now: Date): Promise<PlanAtTable | undefined> {
      const items = await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': tablePartition(reference) },
        ConsistentRead: true,
      })
      const all = items.filter(isKept(now))
      const kept = planAmong(all, reference)
      if (!kept) return undefined
      const { running, overleg } = kept.plan
      const version = running && all.find(({ sk }) => sk === planVersionKey(reference, running.number).sk)
      const table = overlegAmong(all, overlegKey(reference, overleg))
      return { ...kept, agreed: version && versionOf(version), table }
    },

    /** The same for one participant: what they said alone. Two items. */
    async readFor(reference: string, participant: string, now: Date): Promise<KeptPlan | undefined> {
      const [own, said] = await Promise.all([
        get(actionPlanKey(reference), now),
        get(planSaidKey(reference, participant), now),
      ])
      if (!own) return undefined
      const { sealed, ttl, ...plan } = storedPlan.parse(own)
      return { plan, sealed, said: new Map(said ? [[participant, planSaidSchema.parse(said)]] : []), ttl }
    },

    /** When it was erased, for who finds it gone; undefined before that day, and where there never was one that anybody was mailed of. */
    async erasedOn(reference: string, now: Date): Promise<ErasedPlan | undefined> {
      const item = await get(erasedPlanKey(reference), now)
      const erased = item && erasedPlanSchema.parse(item)
      return erased && erased.on <= brusselsDate(now) ? erased : undefined
    },

    async version(reference: string, number: string, now: Date): Promise<KeptVersion | undefined> {
      const item = await get(planVersionKey(reference, number), now)
      return item && versionOf(item)
    },

    /** Every version that was agreed, the first one first. */
    async versions(reference: string, now: Date): Promise<KeptVersion[]> {
      const { pk, sk } = planVersionKey(reference, '')
      const items = await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': sk },
        ConsistentRead: true,
      })
      return items.filter(isKept(now)).map(versionOf)
    },

    /** For the transaction that stores a move of the dossier, or a change of the table, with it. */
    writesOf,

    /** A decision that does not move the dossier: one transaction with its audit line, and after it the sign of life. */
    async store(input: PlanToStore, audited: Audited, line: DoneBy): Promise<'stored' | 'changed'> {
      const audit = dossierAudit(TableName, input.plan.reference, audited, line)
      if (await transact(dynamo, [...writesOf(input), audit])) return 'changed'
      await leaveSignOfStaff({ dynamo, tables }, input.plan.reference, input.now)
      return 'stored'
    },

    /**
     * What a guest says: four writes, and the sign of life. `changed` when they said something else meanwhile, or the plan is another version or over, or
     * their link is another by now: nothing is written, and the caller looks again.
     */
    async answer({ plan, said, linkVersion, now }: StandToStore): Promise<'stored' | 'changed'> {
      const { reference, overleg, running } = plan
      const { participant, revision } = said
      const at = now.toISOString()
      const cancelled = await transact(dynamo, [
        {
          Put: {
            TableName,
            Item: { ...planSaidKey(reference, participant), ...said },
            ...asRead(revision - 1),
          },
        },
        {
          ConditionCheck: {
            TableName,
            Key: actionPlanKey(reference),
            ConditionExpression: '#state = :runs AND running.#number = :version AND #overleg = :overleg',
            ExpressionAttributeNames: { '#state': 'state', '#number': 'number', '#overleg': 'overleg' },
            ExpressionAttributeValues: { ':runs': 'loopt', ':version': running?.number ?? '', ':overleg': overleg },
          },
        },
        {
          ConditionCheck: {
            TableName,
            Key: overlegKey(reference, overleg),
            ConditionExpression:
              'attribute_not_exists(participants.#id.leftAt) AND participants.#id.linkVersion = :link AND attribute_not_exists(participants.#id.renamed)',
            ExpressionAttributeNames: { '#id': participant },
            ExpressionAttributeValues: { ':link': linkVersion },
          },
        },
        { Put: { TableName, Item: { ...guestTrailKey(reference, planTrail, participant, at.slice(0, 13)), at } } },
      ])
      if (cancelled) return 'changed'
      await leaveSignOfLife({ dynamo, tables }, reference, now)
      return 'stored'
    },
  }
}
