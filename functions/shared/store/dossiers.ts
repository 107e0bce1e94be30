/** Dossiers: written once with everything that must follow, changed by transitions that leave an audit line. */
import { type Dossier, type DossierState, dossierSchema, isClosed } from '../../../forms/kit/dossier.ts'
import type { PromisedMail } from '../../../forms/kit/submit.ts'
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import type { Draft } from './drafts.ts'
import { takeBackMails } from './drafts.ts'
import type { Connection } from './dynamo.ts'
import { addressKey, answersKey, auditKey, dossierKey } from './keys.ts'
import { addressItem, outboxItem } from './outbox-item.ts'
import { transact } from './transact.ts'

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

export interface NewDossier {
  origin: Origin
  dossier: Dossier
  /** The answers as a JWE, sealed to the network's key. */
  sealed: string
  email: string | undefined
  mails: readonly (PromisedMail & { mailId: string })[]
  auditId: string
  now: Date
  /** Days the tombstone of the draft gives the same receipt. */
  receiptDays: number
  auditDays: number
}

export interface Withdrawal {
  dossier: Dossier
  mails: readonly (PromisedMail & { mailId: string })[]
  auditId: string
  now: Date
  /** Days until the answers, the dossier and the audit line are erased. */
  answersDays: number
  closedDays: number
  auditDays: number
}

export type Dossiers = ReturnType<typeof createDossiers>

export function createDossiers({ dynamo, tables }: Connection) {
  const put = (Item: Record<string, unknown>, ConditionExpression?: string) => ({
    Put: { TableName: tables.loket, Item, ...(ConditionExpression ? { ConditionExpression } : {}) },
  })
  const audit = (reference: string, id: string, at: Date, days: number, line: AuditLine) =>
    put(
      {
        ...auditKey(reference, at.toISOString(), id),
        at: at.toISOString(),
        ...line,
        ttl: epochSeconds(addSeconds(at, days * secondsPerDay)),
      },
      'attribute_not_exists(pk)',
    )

  const outboxOf = (reference: string, mails: NewDossier['mails'], now: Date) =>
    mails.map(({ notification, held, mailId }) =>
      put(outboxItem({ subject: reference, mailId, notification, now, ...(held ? { held } : {}) })),
    )

  /** Sets the end of an item that lives on for some days. */
  const expire = (Key: Record<string, string>, days: number, now: Date) => ({
    Update: {
      TableName: tables.loket,
      Key,
      UpdateExpression: 'SET #ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':ttl': epochSeconds(addSeconds(now, days * secondsPerDay)) },
    },
  })

  return {
    /** One transaction: dossier, sealed answers, address, mails, audit line, and the draft replaced by a tombstone. */
    async submit(input: NewDossier): Promise<'stored' | 'already'> {
      const { origin, dossier, sealed, email, mails, auditId, now, receiptDays, auditDays } = input
      const { reference } = dossier
      const cancelled = await transact(dynamo, [
        tombstone(tables.drafts, origin, reference, epochSeconds(addSeconds(now, receiptDays * secondsPerDay))),
        put({ ...dossierKey(reference), ...dossier }, 'attribute_not_exists(pk)'),
        put({ ...answersKey(reference), sealed }),
        ...(email === undefined ? [] : [put(addressItem(reference, email))]),
        ...outboxOf(reference, mails, now),
        audit(reference, auditId, now, auditDays, { who: 'aanvrager', what: 'ingediend', to: 'ingediend' }),
        ...('mailed' in origin && origin.mailed ? takeBackMails(tables.loket, origin.id) : []),
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
      const dossier = Item && dossierSchema.parse(Item)
      return dossier && (dossier.ttl === undefined || dossier.ttl > epochSeconds(now)) ? dossier : undefined
    },

    /** The applicant stops; `closed` when the dossier was closed already, `changed` when it moved since it was read. */
    async withdraw({
      dossier,
      mails,
      auditId,
      now,
      answersDays,
      closedDays,
      auditDays,
    }: Withdrawal): Promise<'withdrawn' | 'closed' | 'changed'> {
      const { reference, state } = dossier
      if (isClosed(state)) return 'closed'
      const to: DossierState = 'ingetrokken'
      const cancelled = await transact(dynamo, [
        {
          Update: {
            TableName: tables.loket,
            Key: dossierKey(reference),
            UpdateExpression: 'SET #state = :to, #ttl = :ttl',
            ConditionExpression: '#state = :from',
            ExpressionAttributeNames: { '#state': 'state', '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ':from': state,
              ':to': to,
              ':ttl': epochSeconds(addSeconds(now, closedDays * secondsPerDay)),
            },
          },
        },
        expire(answersKey(reference), answersDays, now),
        ...(dossier.applicant ? [expire(addressKey(reference), closedDays, now)] : []),
        ...outboxOf(reference, mails, now),
        audit(reference, auditId, now, auditDays, { who: 'aanvrager', what: 'ingetrokken', from: state, to }),
      ])
      return cancelled ? 'changed' : 'withdrawn'
    },
  }
}

/** Who did what to a dossier: append-only, ids and states only. */
interface AuditLine {
  who: string
  what: string
  from?: DossierState
  to?: DossierState
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
