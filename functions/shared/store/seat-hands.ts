/** Seats change hands beside an answer: what is free goes to who waits, and who said yes before there was a count is counted. */
import { headsIn, type Invitee } from '../../../forms/kit/events/rsvp.ts'
import { withCount } from '../../../forms/kit/events/seats.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import type { Connection } from './dynamo.ts'
import { putInvitee } from './invitee-item.ts'
import type { Moved } from './invitees.ts'
import { seatsKey, waitingKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { createSeatReader, marked, type Seats } from './seats.ts'
import { despiteConflicts, type TransactItems, transact, unlessRefused } from './transact.ts'

/** Somebody who waited at this place and gets their seats. */
export type Promoted = Moved & { before: Invitee; place: string }

/** Seconds after which whoever was handing out must have died: no function works so long. */
const leaseSeconds = 30

export type SeatStore = ReturnType<typeof createSeats>

export function createSeats(connection: Connection) {
  const { dynamo, tables } = connection
  const TableName = tables.loket

  const update = async (
    slug: string,
    change: { UpdateExpression: string; ConditionExpression: string },
    more: object,
  ) => {
    const { client, UpdateCommand } = await dynamo()
    const command = new UpdateCommand({ TableName, Key: seatsKey(slug), ...change, ...more })
    return unlessRefused(despiteConflicts(() => client.send(command).then(() => true)))
  }

  return {
    ...createSeatReader(connection),

    /** All of them, with their mails, or nobody: `changed` when one of them, or the seats, are not as they were read. */
    async give(slug: string, read: Seats, promoted: readonly Promoted[], now: Date): Promise<'stored' | 'changed'> {
      const cancelled = await transact(dynamo, [
        givenItem(TableName, slug, read, promoted, now),
        ...promoted.flatMap(({ place, before, after, mails }) => [
          { Delete: { TableName, Key: waitingKey(slug, place), ConditionExpression: 'attribute_exists(pk)' } },
          putInvitee(TableName, before, after),
          ...planItems(TableName, mails, { subject: after.id, now }),
        ]),
      ])
      return cancelled ? 'changed' : 'stored'
    },

    /** Takes the handing out for `leaseSeconds`; false while somebody else has it. Two at once would only undo each other's work. */
    claim: (slug: string, now: Date): Promise<boolean> =>
      update(
        slug,
        {
          UpdateExpression: 'SET handing = :until',
          ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(handing) OR handing <= :now)',
        },
        {
          ExpressionAttributeValues: {
            ':now': now.toISOString(),
            ':until': addSeconds(now, leaseSeconds).toISOString(),
          },
        },
      ),

    /** Leaves the rest to the next: it stays marked. */
    release: (slug: string): Promise<boolean> =>
      update(slug, { UpdateExpression: 'REMOVE handing', ConditionExpression: 'attribute_exists(pk)' }, {}),

    /** Nothing is left to hand out; false when something came free since. Who may be missing in the count is looked for later. */
    settle: (slug: string, { freed, recount }: Seats): Promise<boolean> => {
      const { set, names, values } = marked(new Date(recount ?? 0))
      return update(
        slug,
        {
          UpdateExpression: recount ? `${set} REMOVE handing` : 'REMOVE #due, #dueAt, handing',
          ConditionExpression: freed === undefined ? 'attribute_not_exists(freed)' : 'freed = :freed',
        },
        {
          ExpressionAttributeNames: names,
          ...(freed === undefined && !recount
            ? {}
            : {
                ExpressionAttributeValues: {
                  ...(recount ? values : {}),
                  ...(freed === undefined ? {} : { ':freed': freed }),
                },
              }),
        },
      )
    },

    /** No seat changes hands any more, whatever was still to be done. */
    close: (slug: string): Promise<boolean> =>
      update(
        slug,
        {
          UpdateExpression: 'REMOVE #due, #dueAt, handing, counting, recount',
          ConditionExpression: 'attribute_exists(pk)',
        },
        { ExpressionAttributeNames: marked(new Date(0)).names },
      ),

    /** Puts people who sit already in the count, whatever there is: nobody loses their seat. */
    async count(slug: string, people: readonly Invitee[]): Promise<'stored' | 'changed'> {
      const party = headsIn(people)
      const cancelled = await transact(dynamo, [
        {
          Update: {
            TableName,
            Key: seatsKey(slug),
            UpdateExpression: 'ADD bezet :party',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':party': party },
          },
        },
        ...people.map((invitee) => putInvitee(TableName, invitee, withCount(invitee))),
      ])
      return cancelled ? 'changed' : 'stored'
    },

    /** Everybody is counted; `forGood`: also who wrote at the very moment that the count began. */
    counted: (slug: string, { forGood }: { forGood: boolean }): Promise<boolean> =>
      update(
        slug,
        {
          UpdateExpression: `REMOVE counting${forGood ? ', recount' : ''}`,
          ConditionExpression: 'attribute_exists(pk)',
        },
        {},
      ),
  }
}

/** On condition that there is room for all of them in the number of seats that was read. */
function givenItem(
  TableName: string,
  slug: string,
  { capaciteit }: Seats,
  promoted: readonly Promoted[],
  now: Date,
): TransactItems[number] {
  const people = headsIn(promoted.map(({ after }) => after))
  const limited = capaciteit !== Number.POSITIVE_INFINITY
  return {
    Update: {
      TableName,
      Key: seatsKey(slug),
      UpdateExpression: 'ADD bezet :people, wachtend :less',
      ConditionExpression: limited
        ? 'capaciteit = :capaciteit AND bezet <= :most AND attribute_not_exists(counting) AND wachtend >= :people AND tot > :now'
        : 'attribute_not_exists(capaciteit) AND wachtend >= :people AND tot > :now',
      ExpressionAttributeValues: {
        ...{ ':people': people, ':less': -people, ':now': now.toISOString() },
        ...(limited ? { ':capaciteit': capaciteit, ':most': capaciteit - people } : {}),
      },
    },
  }
}
