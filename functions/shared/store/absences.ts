/** Who is away, and who stands in for them (forms/kit/absence.ts): a partition per network, one absence each. */
import * as z from 'zod'
import { type Absence, absenceSchema } from '../../../forms/kit/absence.ts'
import { addDays, epochSeconds, nineOn } from '../../../forms/kit/time.ts'
import { lookAgain } from '../look-again.ts'
import { type Audited, personAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import type { PersonRef } from './keys.ts'
import { absenceKey, absencesOf, absencesRevisionKey } from './keys.ts'
import { queryAll } from './query-all.ts'
import { asRead } from './set-fields.ts'
import { transact } from './transact.ts'

interface Change extends Audited {
  /** Id of who wrote it down: a coordinator, or the person. */
  by: string
}

const revisionSchema = z.object({ revision: z.number() })

export type Absences = ReturnType<typeof createAbsences>

export function createAbsences({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  /** As it is, not as an index has it: who may see what hangs on it. */
  const query = (pk: string) =>
    queryAll(dynamo, {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    })

  /** Of everybody of the network at once; also one that is still to come, or over since yesterday. */
  const list = async (network: string): Promise<Absence[]> =>
    z.array(absenceSchema).parse(await query(absencesOf(network)))

  /** How often one of them was set; 0 before the first time. */
  async function readRevision(network: string): Promise<number> {
    const [item] = await query(absencesRevisionKey(network).pk)
    return item ? revisionSchema.parse(item).revision : 0
  }

  return {
    list,

    /** Of one person: for who may not read everybody's. */
    async of({ network, person }: PersonRef): Promise<Absence | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: absenceKey(network, person), ConsistentRead: true }),
      )
      return Item && absenceSchema.parse(Item)
    },

    /**
     * One absence each: the new one takes the place of the old. What `refuses` says of those that hold then stops it, and is
     * returned; what another stores in between makes it look again, so that two at once make no chain of stand-ins.
     */
    async set<Refusal>(
      ref: PersonRef,
      absence: Omit<Absence, 'person'>,
      change: Change,
      refuses: (absences: readonly Absence[]) => Refusal | undefined = () => undefined,
    ): Promise<Refusal | undefined> {
      const { refusal } = await lookAgain(async () => {
        const revision = await readRevision(ref.network)
        // After the revision: a change in between is refused by it.
        const refusal = refuses(await list(ref.network))
        if (refusal !== undefined) return { refusal }
        const cancelled = await transact(dynamo, setItems(TableName, ref, { absence, change, revision }))
        return cancelled ? undefined : { refusal }
      })
      return refusal
    },

    /** Needs no revision: somebody who is there again stands in nobody's way. */
    async clear({ network, person }: PersonRef, { by, ...about }: Change) {
      await transact(dynamo, [
        { Delete: { TableName, Key: absenceKey(network, person) } },
        personAudit(TableName, { network, person }, about, { who: by, what: 'aanwezig' }),
      ])
    },
  }
}

interface Setting {
  absence: Omit<Absence, 'person'>
  change: Change
  /** As it was read. */
  revision: number
}

function setItems(TableName: string, { network, person }: PersonRef, { absence, change, revision }: Setting) {
  const { by, ...about } = change
  const { from, until, standIn } = absence
  const named: Record<string, string> = standIn === undefined ? {} : { standIn }
  const gone = epochSeconds(nineOn(addDays(until, 1)))
  return [
    {
      Put: {
        TableName,
        Item: { ...absencesRevisionKey(network), revision: revision + 1 },
        ...asRead(revision),
      },
    },
    { Put: { TableName, Item: { ...absenceKey(network, person), person, from, until, ...named, ttl: gone } } },
    personAudit(TableName, { network, person }, about, { who: by, what: 'afwezig', from, until, ...named }),
  ]
}
