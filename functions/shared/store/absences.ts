/** Who is away, from which day to which: shown wherever a dossier is given to somebody. Dates only, never why. */
import * as z from 'zod'
import { addDays, epochSeconds, nineOn } from '../../../forms/kit/time.ts'
import { type Audited, personAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import type { PersonRef } from './keys.ts'
import { absenceKey, absencesOf } from './keys.ts'
import { queryAll } from './query-all.ts'
import { transact } from './transact.ts'

const absenceSchema = z.object({
  /** Id of the person of the network. */
  person: z.string(),
  /** First day away, Brussels. */
  from: z.iso.date(),
  /** Last day away, Brussels. */
  until: z.iso.date(),
})
export type Absence = z.infer<typeof absenceSchema>

interface Change extends Audited {
  /** Id of who wrote it down: a coordinator, or the person. */
  by: string
}

/** The absence of somebody on this Brussels date. */
export const awayOn = (absences: readonly Absence[], person: string, date: string): Absence | undefined =>
  absences.find((absence) => absence.person === person && absence.from <= date && date <= absence.until)

export type Absences = ReturnType<typeof createAbsences>

export function createAbsences({ dynamo, tables }: Connection) {
  const TableName = tables.loket

  return {
    /** Of everybody of the network at once; also one that is still to come, or over since yesterday. */
    async list(network: string): Promise<Absence[]> {
      const absences = await queryAll(dynamo, {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': absencesOf(network) },
        ConsistentRead: true,
      })
      return z.array(absenceSchema).parse(absences)
    },

    /** Of one person; for who may read no list. */
    async of({ network, person }: PersonRef): Promise<Absence | undefined> {
      const { client, GetCommand } = await dynamo()
      const Key = absenceKey(network, person)
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
      return Item ? absenceSchema.parse(Item) : undefined
    },

    /** One absence each: the new one takes the place of the old. */
    async set({ network, person }: PersonRef, { from, until }: Omit<Absence, 'person'>, { by, ...about }: Change) {
      const gone = epochSeconds(nineOn(addDays(until, 1)))
      await transact(dynamo, [
        { Put: { TableName, Item: { ...absenceKey(network, person), person, from, until, ttl: gone } } },
        personAudit(TableName, { network, person }, about, { who: by, what: 'afwezig', from, until }),
      ])
    },

    async clear({ network, person }: PersonRef, { by, ...about }: Change) {
      await transact(dynamo, [
        { Delete: { TableName, Key: absenceKey(network, person) } },
        personAudit(TableName, { network, person }, about, { who: by, what: 'aanwezig' }),
      ])
    },
  }
}
