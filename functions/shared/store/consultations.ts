/**
 * Who saw whose personal data in a list (docs/operate.md, "The trail"): one line per view, in the partition of the person who looked,
 * with ids only. A dossier that is opened has a line of its own, beside the dossier.
 */
import * as z from 'zod'
import { epochSeconds } from '../../../forms/kit/time.ts'
import { type Audited, auditItem } from './audit.ts'
import type { Connection } from './dynamo.ts'
import type { PersonRef } from './keys.ts'
import { listViewKey, listViewPrefix, personPartition } from './keys.ts'
import { queryAll } from './query-all.ts'

/**
 * The lists that show dossiers, also as a file and on paper; those that can be of one family; troubled mail, invitees and their file, and the people of the network; and
 * what was found of somebody who asks what we keep.
 */
export const listViews = [
  ...(['aanvragen', 'aanvragen_bestand', 'aanvragen_papier', 'zoeken', 'gezin', 'week', 'agenda', 'telefoon'] as const),
  ...(['post', 'genodigden', 'export', 'mensen', 'gegevens'] as const),
] as const

export interface ListView {
  list: (typeof listViews)[number]
  /** Names the session it was shown in. */
  session: string
  /** Of the dossiers whose answers were shown; ids of the mails, invitees, event or people. */
  references: readonly string[]
  /** Ids of the colleagues whose place they took for some of it. */
  for?: readonly string[]
}

const keptViewSchema = z.object({ at: z.iso.datetime(), list: z.enum(listViews) })

/** Somebody saw a dossier in a list. */
export interface KeptListView extends z.infer<typeof keptViewSchema> {
  who: string
}

interface ListViewsOf {
  reference: string
  /** Nobody saw it before it was there. */
  receivedAt: string
  network: string
  /** Ids of everybody who may have seen it. */
  people: readonly string[]
}

export function createConsultations({ dynamo, tables }: Connection) {
  async function viewsBy(
    who: string,
    { reference, receivedAt, network }: ListViewsOf,
    now: Date,
  ): Promise<KeptListView[]> {
    const views = await queryAll(dynamo, {
      TableName: tables.loket,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      FilterExpression: 'contains(#references, :reference) AND #ttl > :now',
      ExpressionAttributeNames: { '#references': 'references', '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':pk': personPartition(network, who),
        ':from': `${listViewPrefix}${receivedAt}`,
        ':to': `${listViewPrefix}~`,
        ':reference': reference,
        ':now': epochSeconds(now),
      },
    })
    return z
      .array(keptViewSchema)
      .parse(views)
      .map((view) => ({ who, ...view }))
  }

  return {
    /** Who saw a dossier in a list, oldest first: read through everybody's lines, as a person seldom asks. */
    async inLists(of: ListViewsOf, now: Date): Promise<KeptListView[]> {
      const views = await Promise.all(of.people.map((who) => viewsBy(who, of, now)))
      return views.flat().sort((one, other) => one.at.localeCompare(other.at))
    },

    /** Before the list is shown: what cannot be written down is not shown. */
    async saw(
      { network, person }: PersonRef,
      { list, session, references, for: colleagues = [] }: ListView,
      about: Audited,
    ) {
      const { client, PutCommand } = await dynamo()
      const keyOf = (at: string, id: string) => listViewKey(network, person, at, id)
      const Item = auditItem(keyOf, about, {
        ...{ list, session, references },
        ...(colleagues.length > 0 ? { for: colleagues } : {}),
      })
      await client.send(new PutCommand({ TableName: tables.loket, Item }))
    },
  }
}
