/** What a form brings in: a new dossier in place of its draft; and looking one up. All that the pages of a form need of dossiers. */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { transactOnAgenda } from './agenda.ts'
import { type Taken, takenItems } from './dossier-item.ts'
import { type Draft, takeBackMails } from './drafts.ts'
import type { Connection, Tables } from './dynamo.ts'
import { isKept } from './kept.ts'
import { dossierKey } from './keys.ts'
import { readDossier } from './stored-dossier.ts'
import type { TransactItems } from './transact.ts'

/** What a form came from: its draft, or for a form of one page the id it was handed out with. */
export type Origin = Draft | Handout

interface Handout {
  id: string
  network: string
  form: string
  browser: string
  /** HMAC of what is sent, to tell a repeat from a change. */
  content: string
}

interface NewDossier extends Taken {
  origin: Origin
  /** Days the tombstone of the draft gives the same receipt. */
  receiptDays: number
  /** What else is written with it: a copy for the browser that sent it. */
  along?: TransactItems
}

export function createIncoming({ dynamo, tables }: Connection<Tables>) {
  return {
    /** One transaction: dossier, sealed answers, address, mails, audit line, and the draft replaced by a tombstone. */
    async submit(input: NewDossier): Promise<'stored' | 'already'> {
      const { origin, dossier, now, receiptDays, along = [] } = input
      const { reference } = dossier
      const cancelled = await transactOnAgenda(dynamo, [
        tombstone(tables.drafts, origin, reference, epochSeconds(addSeconds(now, receiptDays * secondsPerDay))),
        ...takenItems(tables.loket, input, { who: 'aanvrager', what: 'ingediend' }),
        ...('mailed' in origin && origin.mailed ? takeBackMails(tables.loket, origin.id) : []),
        ...along,
      ])
      if (!cancelled) return 'stored'
      if (cancelled.failedConditions.includes(0)) return 'already'
      throw new Error('A new reference was taken already') // 50 random bits: something else is wrong.
    },

    /** The open part; undefined when it never was, or is erased. */
    async read(reference: string, now: Date): Promise<Dossier | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(
        new GetCommand({ TableName: tables.loket, Key: dossierKey(reference), ConsistentRead: true }),
      )
      return Item && isKept(now)(Item) ? readDossier(Item) : undefined
    },
  }
}

/** The draft's key is the idempotency key: only one submit can turn it into a tombstone. */
function tombstone(table: string, origin: Origin, reference: string, ttl: number) {
  const { id, network, form, browser } = origin
  const linkVersion = 'linkVersion' in origin ? origin.linkVersion : 1
  const condition =
    'revision' in origin
      ? { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': origin.revision } }
      : { ConditionExpression: 'attribute_not_exists(id)' }
  const content = 'content' in origin ? { content: origin.content } : {}
  return {
    Put: {
      TableName: table,
      Item: { id, network, form, browser, linkVersion, sent: reference, ttl, ...content },
      ...condition,
    },
  }
}
