/**
 * Where mail to whoever sits at the table of an overleg goes: an item for each version of a link, put before the decision that names
 * it. So it has a way back: two who decide at once never write over each other's, and whoever came second takes theirs away again.
 */
import type { ReachedAt } from '../../../forms/kit/overleg/decision.ts'
import type { Overleg } from '../../../forms/kit/overleg/overleg.ts'
import { mailSubjectOf } from '../../../forms/kit/overleg/rounds.ts'
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import type { Connection } from './dynamo.ts'
import { addressKey } from './keys.ts'
import { addressItem } from './outbox-item.ts'
import { despiteConflicts, unlessRefused } from './transact.ts'

/** Days an address is kept at most, counted from when it was last saved: it ends with the dossier, and the plan of mails before it. */
const addressDays = 400

/** Seconds after which whoever put an address is not deciding any more: a function stops after twenty (infra/constructs). */
const longerThanDeciding = 60

export interface PuttingAddresses {
  /** Hides an address, so that it is found when its owner asks what we keep. */
  hmacOf: (email: string) => string
  now: Date
  /** Epoch seconds; absent while the dossier is open. */
  ttl?: number | undefined
}

export function createTableAddresses({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  /** Of the decision that raises the overleg to this revision, and of no other. */
  async function dropAddresses(overleg: Overleg, reached: readonly ReachedAt[]): Promise<void> {
    const { client, DeleteCommand } = await dynamo()
    await Promise.all(
      reached.map(({ participant, linkVersion, email }) => {
        const drop = new DeleteCommand({
          TableName,
          Key: addressKey(mailSubjectOf(overleg, participant, linkVersion)),
          ConditionExpression: 'email = :email AND madeFor = :revision',
          ExpressionAttributeValues: { ':email': email, ':revision': overleg.revision },
        })
        return unlessRefused(despiteConflicts(() => client.send(drop)))
      }),
    )
  }

  return {
    /**
     * Addresses that are new, before the decision that names them. `changed` when somebody else decides about the same link at this
     * moment: nothing is kept, and the caller looks again.
     */
    async putAddresses(
      overleg: Overleg,
      reached: readonly ReachedAt[],
      { hmacOf, now, ttl }: PuttingAddresses,
    ): Promise<'put' | 'changed'> {
      const { client, PutCommand } = await dynamo()
      const until = ttl ?? epochSeconds(addSeconds(now, addressDays * secondsPerDay))
      const put = async (one: ReachedAt): Promise<ReachedAt[]> => {
        const about = { network: overleg.network, applicant: hmacOf(one.email), ttl: until }
        const made = { madeFor: overleg.revision, madeAt: now.toISOString() }
        const Item = {
          ...addressItem(mailSubjectOf(overleg, one.participant, one.linkVersion), one.email, about),
          ...made,
        }
        const command = new PutCommand({
          TableName,
          Item,
          // What a decision left that was never stored is no hindrance.
          ConditionExpression: 'attribute_not_exists(pk) OR madeFor < :revision OR madeAt < :longAgo',
          ExpressionAttributeValues: {
            ':revision': overleg.revision,
            ':longAgo': addSeconds(now, -longerThanDeciding).toISOString(),
          },
        })
        return (await unlessRefused(despiteConflicts(() => client.send(command)))) ? [one] : []
      }
      const done = (await Promise.all(reached.map(put))).flat()
      if (done.length === reached.length) return 'put'
      await dropAddresses(overleg, done)
      return 'changed'
    },

    /** Of a decision that was not stored: nobody would find them, and nothing would erase them. */
    dropAddresses,
  }
}
