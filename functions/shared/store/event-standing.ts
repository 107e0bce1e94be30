/** How an event stands, in counts and nothing else: the mailer may count the lists of an event, and read no line of them. */
import type { Standing } from '../../../forms/kit/events/organiser-mails.ts'
import { type InviteeList, lists } from '../../../forms/kit/events/rsvp.ts'
import type { Connection } from './dynamo.ts'
import { inviteeShards, inviteesList, linesIndex } from './indexes.ts'
import { queryCounts } from './query-all.ts'
import { createReturnedInvitees } from './returned-invitees.ts'
import { createSeatReader } from './seats.ts'

export type Standings = ReturnType<typeof createStandings>

export function createStandings(connection: Connection) {
  const { dynamo, tables } = connection
  const returned = createReturnedInvitees(connection)
  const seats = createSeatReader(connection)

  /** Before an event is over nothing on its lists has ended, so no line is looked at for that. */
  async function countOn(slug: string, shard: number, list: InviteeList): Promise<number> {
    const line = {
      TableName: tables.loket,
      IndexName: linesIndex,
      KeyConditionExpression: 'rij = :rij AND begins_with(rijSinds, :list)',
      ExpressionAttributeValues: { ':rij': inviteesList(slug, shard), ':list': `${list}#` },
    }
    let people = 0
    for await (const count of queryCounts(dynamo, line)) people += count
    return people
  }

  const countAll = async (slug: string, list: InviteeList): Promise<number> => {
    const shards = Array.from({ length: inviteeShards }, (_, shard) => countOn(slug, shard, list))
    return (await Promise.all(shards)).reduce((sum, count) => sum + count, 0)
  }

  return {
    /** Of an event with a capacity. */
    seats: (slug: string) => seats.read(slug),

    async of({ slug, capaciteit }: { slug: string; capaciteit?: number | undefined }): Promise<Standing> {
      const [counts, taken, back] = await Promise.all([
        Promise.all(lists.map(async (list) => [list, await countAll(slug, list)] as const)),
        capaciteit === undefined ? undefined : seats.read(slug),
        returned.count(slug),
      ])
      return { counts: Object.fromEntries(counts) as Standing['counts'], seats: taken, returned: back }
    },
  }
}
