/** Events: public facts in one item each, listed by start in a sparse index; the online link and the seats beside it. */
import * as z from 'zod'
import { findNetwork } from '../../../forms/index.ts'
import { closesAt, eventSchema, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { organiserPlan, organiserSubject } from '../../../forms/kit/events/organiser-mails.ts'
import { planAnew } from '../../../forms/kit/post/mail.ts'
import { type Audited, auditItem } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { eventAuditKey, eventKey, eventsList, onlineLinkKey, queueIndex, seatsKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { queryAll } from './query-all.ts'
import { transact } from './transact.ts'

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

  const putLink = (slug: string, link: string | undefined) =>
    link ? [{ Put: { ...table, Item: { ...onlineLinkKey(slug), url: link } } }] : []

  return {
    /** Undefined when there is no such event. */
    async read(slug: string): Promise<LoketEvent | undefined> {
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
    async create(event: LoketEvent, link: string | undefined, by: EventAudit): Promise<'created' | 'taken'> {
      const cancelled = await transact(dynamo, [
        { Put: { ...table, Item: eventItem(event), ConditionExpression: 'attribute_not_exists(pk)' } },
        ...(event.capaciteit === undefined
          ? []
          : [
              {
                Put: { ...table, Item: { ...seatsKey(event.slug), ...limitsOf(event, by.now), bezet: 0, wachtend: 0 } },
              },
            ]),
        ...putLink(event.slug, link),
        ...planOf(event, by.now),
        audit(event.slug, by),
      ])
      return cancelled ? 'taken' : 'created'
    },

    /** Replaces what was read; `changed` when somebody else was first. The seats follow in the same transaction. */
    async change(
      before: LoketEvent,
      after: LoketEvent,
      link: string | undefined,
      by: EventAudit,
    ): Promise<'stored' | 'changed'> {
      const { capaciteit, tot, sluit } = limitsOf(after, by.now)
      const cancelled = await transact(dynamo, [
        {
          Put: {
            ...table,
            Item: eventItem(after),
            ConditionExpression: 'revisie = :revisie',
            ExpressionAttributeValues: { ':revisie': before.revisie },
          },
        },
        ...(capaciteit === undefined
          ? []
          : [
              {
                Update: {
                  ...table,
                  Key: seatsKey(after.slug),
                  UpdateExpression: 'SET capaciteit = :capaciteit, tot = :tot, sluit = :sluit',
                  ExpressionAttributeValues: { ':capaciteit': capaciteit, ':tot': tot, ':sluit': sluit },
                },
              },
            ]),
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
