/** Where a list of the werkruimte stands in the indexes: one or a few partitions, each in the order in which things must happen. */
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { findNetwork } from '../../../forms/index.ts'
import { heldBy, holderIndex, linesIndex, queueOf, suspectsOf, troubledMailOf, undated } from './indexes.ts'

/** Dossiers of one form in one state, by the names they are stored under. */
export interface ListOfState {
  network: string
  form: string
  state: string
}

/** Which dossiers: those of some forms in some states, those a machine seemed to send, or those that some people hold. */
export type Selection =
  | { of: 'rows'; rows: readonly ListOfState[] }
  | { of: 'suspects' }
  | { of: 'holder'; people: readonly string[] }

/** What every index tells of a dossier; `bij` tells all of it. */
export const lineSchema = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  rijSinds: z.string(),
  form: z.string(),
  state: z.string(),
  holder: z.string().optional(),
  nextOn: z.string().optional(),
})
export type ListLine = z.infer<typeof lineSchema>

/** Lines read of one partition at a time: a read unit holds about as many. */
export const linesAtOnce = 16

/** What is read of a partition: from a place in it to another, both included; the last first when `backwards`. */
export interface Stretch {
  from: string
  to: string
  backwards?: boolean | undefined
}

/** One partition in its order; every partition sorts alike, so the same place continues all of them. */
export const createQuery =
  (TableName: string) =>
  ({ index, partition }: Place, { from, to, backwards = false }: Stretch): QueryCommandInput => ({
    TableName,
    IndexName: index,
    KeyConditionExpression: '#partition = :partition AND rijSinds BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#partition': attributeOf(index) },
    ExpressionAttributeValues: { ':partition': partition, ':from': from, ':to': to },
    ...(backwards ? { ScanIndexForward: false } : {}),
  })

export interface Place {
  index: string
  partition: string
}

export const attributeOf = (index: string) => (index === holderIndex ? 'bij' : 'rij')

/** Where a page begins: just after the last line of the page before. */
export const justAfter = (last: string) => `${last}\u0001`

/** The end of a day, or of everything. */
export const endOf = (until: string | undefined) => (until === undefined ? '~' : `${until}#~`)

/** Where a list goes on after everything of a Brussels date. */
export const dayEnds = (date: string): string => endOf(date)

/** Where what was closed on a date (UTC) stands in the lists of closed states; after it, that date and later. */
export const closedOn = (date: string): string => undated(date)

/** What a network is called, and was: what is stored keeps the name of its time. */
export const namesOf = (network: string) => [network, ...(findNetwork(network)?.formerly ?? [])]

export const troubledIn = (index: string, network: string): Place[] =>
  namesOf(network).map((name) => ({ index, partition: troubledMailOf(name) }))

/** Lists of the network are read from the small index; of one person there is only the large one. */
export function placesOf(network: string, select: Selection): Place[] {
  switch (select.of) {
    case 'rows':
      return select.rows.map((row) => ({ index: linesIndex, partition: queueOf(row.network, row.form, row.state) }))
    case 'suspects':
      return namesOf(network).map((name) => ({ index: linesIndex, partition: suspectsOf(name) }))
    case 'holder':
      return namesOf(network).flatMap((name) =>
        select.people.map((person) => ({ index: holderIndex, partition: heldBy(name, person) })),
      )
  }
}
