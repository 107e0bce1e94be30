/** Events: public facts in one item each, listed by start in a sparse index; the online link and the seats beside it. */
import * as z from 'zod'
import { findNetwork } from '../../../forms/index.ts'
import { closesAt, eventSchema, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { organiserPlan, organiserSubject } from '../../../forms/kit/events/organiser-mails.ts'
import { countsSeats, seatsSinceOf } from '../../../forms/kit/events/seats.ts'
import { planAnew } from '../../../forms/kit/post/mail.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import { type Audited, auditItem } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { eventsList, freedPartition, queueIndex } from './indexes.ts'
import { eventAuditKey, eventKey, onlineLinkKey, seatsKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { queryAll } from './query-all.ts'
import { marked } from './seats.ts'
import { type TransactItems, transact } from './transact.ts'

const linkSchema = z.object({ url: z.string() })

/** As it is read back: its network by the name of today. */
const readEvent = (item: unknown): LoketEvent => {
  const event = eventSchema.parse(item)
  return { ...event, network: findNetwork(event.network)?.slug ?? event.network }
}

/** Who did what to an event. */
export interface EventAudit extends Audited {
  who: string
  what: string
}

const longestSlug = 120

export type Events = ReturnType<typeof createEvents>

export function createEvents({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }

  const eventItem = (event: LoketEvent) => ({
    ...eventKey(event.slug),
    ...event,
    rij: eventsList,
    rijSinds: `${event.start}#${event.slug}`,
  })

  const audit = (slug: string, { who, what, ...about }: EventAudit) => ({
    Put: { ...table, Item: auditItem((at, id) => eventAuditKey(slug, at, id), about, { who, what }) },
  })

  /** What who organises it is mailed later, in place of what was planned before. */
  const planOf = (event: LoketEvent, now: Date) =>
    planItems(tables.loket, planAnew(organiserPlan(event, now)), { subject: organiserSubject(event.slug), now })

  /** The seats follow an event: an item of their own from the first number of seats on. */
  const seatsFollow = (before: LoketEvent, after: LoketEvent, now: Date): TransactItems => {
    if (!countsSeats(after)) return []
    if (!countsSeats(before)) return [{ Put: { ...table, Item: seatsBegun(after, now), ...absent } }]
    const { capaciteit, tot, sluit } = limitsOf(after, now)
    const mark = marked(now)
    return [
      {
        Update: {
          ...table,
          Key: seatsKey(after.slug),
          UpdateExpression: `${mark.set}, tot = :tot, sluit = :sluit${capaciteit === undefined ? ' REMOVE capaciteit' : ', capaciteit = :capaciteit'} ADD freed :one`,
          ExpressionAttributeNames: mark.names,
          ExpressionAttributeValues: {
            ...{ ...mark.values, ':tot': tot, ':sluit': sluit, ':one': 1 },
            ...(capaciteit === undefined ? {} : { ':capaciteit': capaciteit }),
          },
        },
      },
    ]
  }

  /** Undefined leaves the one that is there; null takes it away. */
  const putLink = (slug: string, link: string | null | undefined) => {
    if (link === undefined) return []
    const Key = onlineLinkKey(slug)
    return link === null ? [{ Delete: { ...table, Key } }] : [{ Put: { ...table, Item: { ...Key, url: link } } }]
  }

  return {
    /** Undefined when there is no such event. */
    async read(slug: string): Promise<LoketEvent | undefined> {
      // Longer than any of ours, and than a key may be.
      if (slug.length > longestSlug) return undefined
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ ...table, Key: eventKey(slug), ConsistentRead: true }))
      return Item ? readEvent(Item) : undefined
    },

    /** Every event, by start. */
    async list(): Promise<LoketEvent[]> {
      const events = await queryAll(dynamo, {
        ...table,
        IndexName: queueIndex,
        KeyConditionExpression: 'rij = :list',
        ExpressionAttributeValues: { ':list': eventsList },
      })
      return events.map(readEvent)
    },

    /** Where an online event takes place. */
    async onlineLink(slug: string): Promise<string | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ ...table, Key: onlineLinkKey(slug) }))
      return Item ? linkSchema.parse(Item).url : undefined
    },

    /** `taken`: there is an event at this address already. */
    async create(made: LoketEvent, link: string | null | undefined, by: EventAudit): Promise<'created' | 'taken'> {
      // A copy may bring it along.
      const { seatsSince: _since, ...event } = made
      const cancelled = await transact(dynamo, [
        { Put: { ...table, Item: eventItem(event), ConditionExpression: 'attribute_not_exists(pk)' } },
        ...(event.capaciteit === undefined
          ? []
          : [
              {
                Put: { ...table, Item: { ...seatsKey(event.slug), ...limitsOf(event, by.now), bezet: 0, wachtend: 0 } },
              },
            ]),
        ...putLink(event.slug, link ?? undefined),
        ...planOf(event, by.now),
        audit(event.slug, by),
      ])
      return cancelled ? 'taken' : 'created'
    },

    /** Replaces what was read; `changed` when somebody else was first. The seats follow in the same transaction. */
    async change(
      before: LoketEvent,
      changed: LoketEvent,
      link: string | null | undefined,
      by: EventAudit,
    ): Promise<'stored' | 'changed'> {
      const after = { ...changed, seatsSince: seatsSinceOf(before, changed) }
      const cancelled = await transact(dynamo, [
        {
          Put: {
            ...table,
            Item: eventItem(after),
            ConditionExpression: 'revisie = :revisie',
            ExpressionAttributeValues: { ':revisie': before.revisie },
          },
        },
        ...seatsFollow(before, after, by.now),
        ...putLink(after.slug, link),
        ...planOf(after, by.now),
        audit(after.slug, by),
      ])
      return cancelled ? 'changed' : 'stored'
    },

    /**
     * News on its page: nobody's mail, seat or reminder follows from it, so its revision stays. On condition that the news is as it
     * was read; `changed` when somebody else was first.
     */
    async putNews(before: LoketEvent, news: NonNullable<LoketEvent['nieuws']>, by: EventAudit) {
      const was = before.nieuws
      const cancelled = await transact(dynamo, [
        {
          Update: {
            ...table,
            Key: eventKey(before.slug),
            UpdateExpression: 'SET nieuws = :nieuws',
            ConditionExpression: was === undefined ? 'attribute_not_exists(nieuws)' : 'nieuws = :was',
            ExpressionAttributeValues: { ':nieuws': news, ...(was === undefined ? {} : { ':was': was }) },
          },
        },
        audit(before.slug, by),
      ])
      return cancelled ? ('changed' as const) : ('stored' as const)
    },

    /** One more line in the log of the event. */
    async note(slug: string, by: EventAudit): Promise<void> {
      const { client, PutCommand } = await dynamo()
      await client.send(new PutCommand(audit(slug, by).Put))
    },
  }
}

/** What the seats must know to refuse by themselves: how many, until when they change hands, until when one is taken. */
const limitsOf = (event: LoketEvent, now: Date) => {
  const over = event.geannuleerd ? now.toISOString() : undefined
  return { capaciteit: event.capaciteit, tot: over ?? event.start, sluit: over ?? closesAt(event).toISOString() }
}

/** Seconds after which nobody writes any more who read the event before it counted: no function works so long. */
const untilKnown = 60

/** A count that begins: who said yes before this is counted now, and once more when nobody can have missed that it began. */
function seatsBegun(event: LoketEvent, now: Date) {
  return {
    ...{ ...seatsKey(event.slug), ...limitsOf(event, now), bezet: 0, wachtend: 0, freed: 0 },
    ...{ counting: true, recount: addSeconds(now, untilKnown).toISOString() },
    ...{ due: freedPartition, dueAt: now.toISOString() },
  }
}

const absent = { ConditionExpression: 'attribute_not_exists(pk)' }
