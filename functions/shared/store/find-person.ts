/**
 * What one address is found in (docs/domain.md §7): dossiers, mailed drafts, and seats at the table of an overleg. And every dossier
 * there is, for whoever is looked for in what people typed.
 */
import * as z from 'zod'
import { participantId, readMailSubject } from '../../../forms/kit/overleg/rounds.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import type { Connection } from './dynamo.ts'
import { applicantIndex, linesIndex, queueOf, suspectsOf } from './indexes.ts'
import { itemKeySchema } from './item-key.ts'
import { isKept } from './kept.ts'
import { addressKey, dossierKey, outboxPartition, referenceIn } from './keys.ts'
import type { ListOfState } from './list-places.ts'
import { queryAll } from './query-all.ts'

/** A half-filled form whose link was mailed. What was typed in it only its owner can read. */
export interface FoundDraft {
  id: string
  email: string
  /** Epoch seconds at which it is erased by itself. */
  ttl: number
}

/** Somebody at the table of an overleg, by their address. */
export interface FoundSeat {
  reference: string
  /** Of the overleg. */
  number: string
  /** Id of the participant. */
  id: string
}

export interface Found {
  references: string[]
  drafts: FoundDraft[]
  seats: FoundSeat[]
}

/** How a seat is named: by its participant among all. */
export const seatKey = ({ reference, number, id }: FoundSeat): string => participantId({ reference, number }, id)

/** Undefined for the subject of any other mail, as a draft's. */
function seatOf(subject: string): FoundSeat | undefined {
  const { reference, number, id } = readMailSubject(subject) ?? {}
  return reference && number && id && readReference(reference) === reference ? { reference, number, id } : undefined
}

const draftAddressSchema = z.object({
  email: z.string().optional(),
  network: z.string().optional(),
  applicant: z.string().optional(),
  ttl: z.number().optional(),
})

export function createFinder({ dynamo, tables }: Connection) {
  const TableName = tables.loket
  /** By the HMAC of an address. The index may lag a second behind: the caller reads each dossier itself. */
  return async (network: string, applicant: string, now: Date): Promise<Found> => {
    const { client, GetCommand } = await dynamo()
    const keys = z.array(itemKeySchema).parse(
      await queryAll(dynamo, {
        TableName,
        IndexName: applicantIndex,
        KeyConditionExpression: 'applicant = :applicant',
        ExpressionAttributeValues: { ':applicant': applicant },
      }),
    )
    const idsIn = (prefix: string) =>
      keys.filter(({ pk }) => pk.startsWith(prefix)).map(({ pk }) => pk.slice(prefix.length))
    const addresses = await Promise.all(
      idsIn(outboxPartition).map(async (subject) => {
        const { Item } = await client.send(
          new GetCommand({ TableName, Key: addressKey(subject), ConsistentRead: true }),
        )
        if (!Item || !isKept(now)(Item)) return []
        const address = draftAddressSchema.parse(Item)
        const theirs = address.network === network && address.applicant === applicant
        return theirs ? [{ subject, ...address }] : []
      }),
    )
    const own = addresses.flat()
    return {
      references: idsIn(dossierKey('').pk),
      drafts: own.flatMap(({ subject, email, ttl }) =>
        seatOf(subject) || !email || !ttl ? [] : [{ id: subject, email, ttl }],
      ),
      // One for each version of their link: they are one person at the table.
      seats: [
        ...new Map(own.flatMap(({ subject }) => seatOf(subject) ?? []).map((seat) => [seatKey(seat), seat])).values(),
      ],
    }
  }
}

/**
 * References of all dossiers in these lists and of suspects, in their own order, whatever becomes of each: read from the small index, which
 * may lag a second behind. Of ten thousand it reads some 300 units.
 */
export const createReferences =
  ({ dynamo, tables }: Connection) =>
  async (network: string, lists: readonly ListOfState[], now: Date): Promise<string[]> => {
    const names = new Set([network, ...lists.map((list) => list.network)])
    const partitions = [
      ...lists.map((list) => queueOf(list.network, list.form, list.state)),
      ...[...names].map(suspectsOf),
    ]
    const items = await Promise.all(
      partitions.map((partition) =>
        queryAll(dynamo, {
          TableName: tables.loket,
          IndexName: linesIndex,
          KeyConditionExpression: 'rij = :partition',
          ExpressionAttributeValues: { ':partition': partition },
          ProjectionExpression: 'pk, #ttl',
          ExpressionAttributeNames: { '#ttl': 'ttl' },
        }),
      ),
    )
    const references = items
      .flat()
      .filter(isKept(now))
      .flatMap(({ pk }) => referenceIn(pk) ?? [])
    return [...new Set(references)].sort()
  }
