/**
 * Overlegs: each with what its participants said, in the partition of its dossier's tables (docs/decisions/019). A decision is one
 * item and a plan of mails whatever the size of the table; an answer is an item of its own, on condition that the overleg still asks it.
 */
import * as z from 'zod'
import { clients, type Overleg, overlegSchema, seated } from '../../../forms/kit/overleg/overleg.ts'
import { mailSubjectOf, overlegSubject } from '../../../forms/kit/overleg/rounds.ts'
import { type Said, type SaidBy, saidSchema } from '../../../forms/kit/overleg/said.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { type Audited, type DoneBy, dossierAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { getAll } from './get-all.ts'
import { isKept } from './kept.ts'
import { addressKey, guestTrailKey, overlegKey, saidKey, tablePartition } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { mending } from './marks.ts'
import { queryAll } from './query-all.ts'
import { asRead } from './set-fields.ts'
import { leaveSignOfLife, leaveSignOfStaff } from './sign-of-life.ts'
import { createTableAddresses } from './table-addresses.ts'
import { despiteConflicts, type TransactItems, transact, unlessRefused } from './transact.ts'

export interface KeptOverleg {
  overleg: Overleg
  /** Its names and its place, sealed to `sealedFor`; absent of one that is not stored yet. */
  sealed?: string
  said: SaidBy
}

/** What the details of an overleg are sealed for, and opened with: no two can be swapped. */
export const sealedFor = ({ reference, number }: Pick<Overleg, 'reference' | 'number'>): string =>
  `${reference}.${number}`

export interface OverlegToStore {
  /** The revision it was decided on; 0 for a new one. */
  before: number
  overleg: Overleg
  sealed: string
  mails: MailPlan
  now: Date
  /** Epoch seconds; absent while the dossier is open. */
  ttl?: number | undefined
  /** What this was decided on beside the overleg itself: it holds only while these said nothing else. */
  saidAs?: readonly Pick<Said, 'participant' | 'revision'>[]
  /** Marks of the dossier that this mends, where the dossier does not move with it. */
  mends?: readonly string[]
}

export interface AnswerToStore {
  overleg: Overleg
  participant: string
  said: Said
  mails: MailPlan
  /** Where the overleg must still be for it to count. */
  while: Overleg['state']
  /** Along which version of the link; absent when the network notes it. */
  linkVersion?: number
  now: Date
}

/** Where mail to a participant goes, and whether it came back. */
export interface Reach {
  email: string
  /** ISO UTC; absent when nothing came back. */
  cameBackAt?: string | undefined
}

const storedSchema = overlegSchema.extend({ sk: z.string(), sealed: z.string() })
const reachSchema = z.object({ email: z.string(), cameBackAt: z.iso.datetime().optional() })

/** One with all that was said, among what is kept of its table. */
export function overlegAmong(kept: readonly Record<string, unknown>[], { pk, sk }: ReturnType<typeof overlegKey>) {
  const own = kept.find((item) => item.pk === pk && item.sk === sk)
  if (!own) return undefined
  const { sk: _, sealed, ...overleg } = storedSchema.parse(own)
  const said = kept.filter((item) => String(item.sk).startsWith(`${sk}#`)).map((item) => saidSchema.parse(item))
  return { overleg, sealed, said: new Map(said.map((one) => [one.participant, one])) } satisfies KeptOverleg
}

export type Overlegs = ReturnType<typeof createOverlegs>

export function createOverlegs({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  const readAll = (pk: string, prefix: string) =>
    queryAll(dynamo, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    })

  /** On condition that nobody changed it since; the first write comes first where the caller looks for a failed condition. */
  const writesOf = ({ before, overleg, sealed, mails, now, ttl, saidAs = [] }: OverlegToStore): TransactItems => [
    {
      Put: {
        TableName,
        Item: {
          ...overlegKey(overleg.reference, overleg.number),
          ...overleg,
          sealed,
          ...(ttl === undefined ? {} : { ttl }),
        },
        ...asRead(before),
      },
    },
    ...planItems(TableName, mails, { subject: overlegSubject(overleg), now }),
    ...saidAs.map(({ participant, revision }) => ({
      ConditionCheck: {
        TableName,
        Key: saidKey(overleg.reference, overleg.number, participant),
        ...asRead(revision),
      },
    })),
  ]

  return {
    /** One of them with all that was said, in one consistent query; undefined when it never was, or is erased. */
    async read(reference: string, number: string, now: Date): Promise<KeptOverleg | undefined> {
      const key = overlegKey(reference, number)
      return overlegAmong((await readAll(key.pk, key.sk)).filter(isKept(now)), key)
    },

    /** Its open part alone: one item. Undefined when it never was, or is erased. */
    async readOpen(reference: string, number: string, now: Date): Promise<Overleg | undefined> {
      const { client, GetCommand } = await dynamo()
      const Key = overlegKey(reference, number)
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
      return Item && isKept(now)(Item) ? overlegSchema.parse(Item) : undefined
    },

    /**
     * The same for one participant: with what they said, and what clients said of moments, which nobody is asked about when a client
     * cannot make them. Some items, whatever the size of the table.
     */
    async readFor(reference: string, number: string, participant: string, now: Date): Promise<KeptOverleg | undefined> {
      const { client, GetCommand } = await dynamo()
      const get = async (Key: ReturnType<typeof overlegKey>) => {
        const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
        return Item && isKept(now)(Item) ? Item : undefined
      }
      const saidOf = async (id: string): Promise<[string, Said][]> => {
        const item = await get(saidKey(reference, number, id))
        return item ? [[id, saidSchema.parse(item)]] : []
      }
      const [own, said] = await Promise.all([get(overlegKey(reference, number)), saidOf(participant)])
      if (!own) return undefined
      const { sk: _, sealed, ...overleg } = storedSchema.parse(own)
      const ofClients = overleg.state === 'gepolst' ? clients(overleg) : []
      const all = [...said, ...(await Promise.all(ofClients.map(({ id }) => saidOf(id)))).flat()]
      return { overleg, sealed, said: new Map(all) }
    },

    /** Where mail to whoever sits at the table goes, by participant: one batch. */
    async addressesOf(overleg: Overleg, now: Date): Promise<ReadonlyMap<string, Reach>> {
      const subjects = new Map(
        seated(overleg).map(({ id, linkVersion }) => [addressKey(mailSubjectOf(overleg, id, linkVersion)).pk, id]),
      )
      const found = new Map<string, Reach>()
      for await (const item of getAll(
        dynamo,
        TableName,
        [...subjects.keys()].map((pk) => ({ pk, sk: addressKey('').sk })),
      )) {
        const id = subjects.get(String(item.pk))
        if (id && isKept(now)(item)) found.set(id, reachSchema.parse(item))
      }
      return found
    },

    ...createTableAddresses({ dynamo, tables }),

    /** For the transaction that stores a move of the dossier with it. */
    writesOf,

    /** A line of its own beside that move's. */
    auditOf: (reference: string, audited: Audited, line: DoneBy): TransactItems[number] =>
      dossierAudit(TableName, reference, audited, line),

    /** A decision that does not move the dossier: one transaction with its audit line, and after it the sign of life. */
    async store(
      input: OverlegToStore,
      audited: Audited,
      line: DoneBy,
      along: TransactItems = [],
    ): Promise<'stored' | 'changed'> {
      const { mends = [], overleg } = input
      const audit = dossierAudit(TableName, overleg.reference, audited, line)
      const marks = mends.length > 0 ? [mending(TableName, overleg.reference, mends)] : []
      if (await transact(dynamo, [...writesOf(input), audit, ...marks, ...along])) return 'changed'
      await leaveSignOfStaff({ dynamo, tables }, overleg.reference, input.now)
      return 'stored'
    },

    /**
     * One answer: at most six writes, and the sign of life. `changed` when somebody answered for the same participant meanwhile, or the overleg does not
     * ask it any more, or their link is another by now: nothing is written, and the caller looks again.
     */
    async answer({ overleg, participant, said, mails, while: state, linkVersion, now }: AnswerToStore) {
      const { reference, number } = overleg
      const hour = now.toISOString().slice(0, 13)
      const own = linkVersion !== undefined
      const cancelled = await transact(dynamo, [
        {
          Put: {
            TableName,
            Item: { ...saidKey(reference, number, participant), ...said },
            ...asRead(said.revision - 1),
          },
        },
        {
          ConditionCheck: {
            TableName,
            Key: overlegKey(reference, number),
            ConditionExpression: [
              '#state = :state AND attribute_not_exists(participants.#id.leftAt)',
              // Under another name the client agreed to nobody yet: no link opens then.
              own ? ' AND participants.#id.linkVersion = :version AND attribute_exists(participants.#id.agreedOn)' : '',
            ].join(''),
            ExpressionAttributeNames: { '#state': 'state', '#id': participant },
            ExpressionAttributeValues: { ':state': state, ...(own ? { ':version': linkVersion } : {}) },
          },
        },
        ...planItems(TableName, mails, { subject: overlegSubject(overleg), now }),
        ...(own
          ? [
              {
                Put: {
                  TableName,
                  Item: { ...guestTrailKey(reference, number, participant, hour), at: now.toISOString() },
                },
              },
            ]
          : []),
      ])
      if (cancelled) return 'changed' as const
      await leaveSignOfLife({ dynamo, tables }, reference, now)
      return 'stored' as const
    },

    /** Where mail along one link goes, and whether it came back; undefined when the address is gone. */
    async reach(subject: string, now: Date): Promise<Reach | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ TableName, Key: addressKey(subject), ConsistentRead: true }))
      return Item && isKept(now)(Item) ? reachSchema.parse(Item) : undefined
    },

    /** That mail along this link came back, beside the address; false when the address is gone. */
    async cameBack(subject: string, at: string): Promise<boolean> {
      const { client, UpdateCommand } = await dynamo()
      const update = new UpdateCommand({
        TableName,
        Key: addressKey(subject),
        UpdateExpression: 'SET cameBackAt = :at',
        ConditionExpression: 'attribute_exists(email)',
        ExpressionAttributeValues: { ':at': at },
      })
      return unlessRefused(despiteConflicts(() => client.send(update).then(() => true)))
    },

    /** Every overleg of a dossier with what was said, the first one first: one consistent query. */
    async all(reference: string, now: Date): Promise<KeptOverleg[]> {
      const items = (await readAll(tablePartition(reference), overlegKey(reference, '').sk)).filter(isKept(now))
      const isSaid = (item: Record<string, unknown>) => 'participant' in item
      return items
        .filter((item) => !isSaid(item))
        .map((item) => {
          const { sk, sealed, ...overleg } = storedSchema.parse(item)
          const own = items.filter((one) => isSaid(one) && String(one.sk).startsWith(`${sk}#`))
          return {
            overleg,
            sealed,
            said: new Map(own.map((one) => saidSchema.parse(one)).map((one) => [one.participant, one])),
          }
        })
    },
  }
}
