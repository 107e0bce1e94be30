/**
 * Half-filled forms: a table of their own, without stream or backups, so that what was never sent leaves no trace.
 * Expired means unreadable at once, here, whatever the engine still holds (docs/domain.md §3.9).
 */
import * as z from 'zod'
import type { YearCounts } from '../../../forms/kit/figures/tally.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import type { Notification } from '../../../forms/kit/post/notifications.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { epochSeconds } from '../../../forms/kit/time.ts'
import { typedByTodaysNames } from '../../../forms/todays-names.ts'
import { inCrowd, lookAgain } from '../look-again.ts'
import { countItems } from './count-items.ts'
import type { Connection, Tables } from './dynamo.ts'
import { isKept } from './kept.ts'
import { addressKey, mailKey, planKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { addressItem } from './outbox-item.ts'
import { type Cancelled, despiteConflicts, transact, unlessRefused } from './transact.ts'
import { isLarge, storable, typedSchema } from './typed.ts'

const aboutDraft = {
  id: z.string(),
  network: z.string(),
  form: z.string(),
  /** SHA-256 of the secret in the cookie of the browser that may read it. */
  browser: z.string(),
  linkVersion: z.number(),
  /** Epoch seconds. */
  ttl: z.number(),
}

const draftSchema = z.object({
  ...aboutDraft,
  startedAt: z.iso.datetime(),
  /** As typed, by page and field; understood anew each time it is read. */
  pages: typedSchema,
  /**
   * Typed on a page since it was last passed on, by page and field: for whoever comes back to it, and nothing is judged by it.
   * Absent in a draft of an earlier version.
   */
  unfinished: typedSchema.default({}),
  /** When something typed was last kept, ISO UTC; absent until then. */
  savedAt: z.iso.datetime().optional(),
  /** Raised by every write: a submit stores exactly what was read. */
  revision: z.number(),
  /** A link was mailed, and with it a warning planned. */
  mailed: z.boolean(),
  /** When the last one was asked, and for whom: HMAC of the address, and masked, as whoever typed it recognises it. */
  asked: z.object({ applicant: z.string(), masked: z.string().exactOptional(), at: z.iso.datetime() }).exactOptional(),
  refusalCounted: z.boolean(),
})
export type Draft = z.infer<typeof draftSchema>

/** What is left of a draft once sent: enough to give the same receipt again, for 14 days. */
const sentSchema = z.object({
  ...aboutDraft,
  sent: z.string(),
  /** HMAC of what was sent, for a form of one page: the same again is a repeat, anything else is new. */
  content: z.string().optional(),
  /** Its receipt was asked how it went, and whoever sent it said so. */
  easeTold: z.literal(true).optional(),
})
export type SentDraft = z.infer<typeof sentSchema>

const itemSchema = z.union([sentSchema, draftSchema])

/** As it is read back: whatever older version of the form it was typed in, by the names of today. */
const byTodaysNames = (draft: Draft): Draft => ({
  ...draft,
  pages: typedByTodaysNames(draft, draft.pages),
  unfinished: typedByTodaysNames(draft, draft.unfinished),
})

function readItem(item: unknown): Draft | SentDraft {
  const draft = itemSchema.parse(item)
  return 'sent' in draft ? draft : byTodaysNames(draft)
}

/** Sets the end of a draft; `ttl` is a reserved word. */
const ends = '#ttl = :ttl'
const ttlName = { '#ttl': 'ttl' }

/** Id of the one warning mail a draft can have, so that a submit or a wipe takes it back. */
const warningId = 'verloopt'

export interface NewDraft {
  id: string
  network: string
  form: string
  browser: string
  now: Date
  /** Instant from which it can no longer be read. */
  expiresAt: Date
  /** What a page that came too late for an older draft brings along. */
  typed?: { page: string; raw: RawInput }
}

export function createDrafts({ dynamo, tables }: Connection<Tables>) {
  const table = tables.drafts
  const key = (id: string) => ({ TableName: table, Key: { id } })

  async function read(id: string): Promise<Draft | SentDraft | undefined> {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ ...key(id), ConsistentRead: true }))
    return Item && readItem(Item)
  }

  /** Changes an open draft; undefined when it was sent or wiped in between. */
  async function change(
    draft: Draft,
    set: string,
    values: Record<string, unknown>,
    names: Record<string, string> = {},
    condition = 'attribute_exists(revision)',
  ) {
    const { client, UpdateCommand } = await dynamo()
    const update = new UpdateCommand({
      ...changing(draft, set, values, names),
      ConditionExpression: condition,
      ReturnValues: 'ALL_NEW',
    })
    const changed = await unlessRefused(despiteConflicts(() => client.send(update)))
    return changed ? byTodaysNames(draftSchema.parse(changed.Attributes)) : undefined
  }

  /** What another tab changed since the draft was read stays, and a submit notices that something changed. */
  const changing = (
    draft: Draft,
    set: string,
    values: Record<string, unknown>,
    names: Record<string, string> = {},
  ) => ({
    ...key(draft.id),
    UpdateExpression: `SET ${set}, revision = revision + :one`,
    ConditionExpression: 'attribute_exists(revision)',
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ExpressionAttributeValues: { ...values, ':one': 1 },
  })

  /**
   * Keeps what is typed, until `expiresAt` or the later end the draft has by now. `large`: with the other pages it is more than a
   * draft holds, and nothing is written; undefined: it was sent or wiped in between.
   */
  async function keep(
    draft: Draft,
    { now, expiresAt }: Kept,
    typedOf: (known: Draft) => Pick<Draft, 'pages' | 'unfinished'>,
  ): Promise<Draft | 'large' | undefined> {
    let known: Draft | SentDraft | undefined = draft
    const saved = await lookAgain(async () => {
      if (!known || 'sent' in known) return 'gone'
      const { pages, unfinished } = typedOf(known)
      if (isLarge([pages, unfinished])) return 'large'
      const values = {
        ...{ ':pages': pages, ':unfinished': unfinished, ':now': now.toISOString(), ':known': known.revision },
        ':ttl': Math.max(known.ttl, epochSeconds(expiresAt)),
      }
      const set = `pages = :pages, unfinished = :unfinished, savedAt = :now, ${ends}`
      const saved = await change(known, set, values, ttlName, 'revision = :known')
      // Another tab changed it since, which counts for how much there is; or it is sent or wiped.
      if (!saved) known = await read(draft.id)
      return saved
    }, inCrowd)
    return saved === 'gone' ? undefined : saved
  }

  return {
    async start({ id, network, form, browser, now, expiresAt, typed }: NewDraft): Promise<void> {
      const { client, PutCommand } = await dynamo()
      const draft: Draft = {
        id,
        network,
        form,
        browser,
        linkVersion: 1,
        startedAt: now.toISOString(),
        ttl: epochSeconds(expiresAt),
        pages: typed ? { [typed.page]: storable(typed.raw) } : {},
        unfinished: {},
        ...(typed ? { savedAt: now.toISOString() } : {}),
        revision: 1,
        mailed: false,
        refusalCounted: false,
      }
      await client.send(
        new PutCommand({ TableName: table, Item: draft, ConditionExpression: 'attribute_not_exists(id)' }),
      )
    },

    async read(id: string, now: Date): Promise<Draft | SentDraft | undefined> {
      const draft = await read(id)
      return draft && isKept(now)(draft) ? draft : undefined
    },

    /** Keeps what was passed on of one page; what was typed on it before that is in it. */
    savePage: (draft: Draft, page: string, raw: RawInput, when: Kept) =>
      keep(draft, when, ({ pages, unfinished: { [page]: _, ...unfinished } }) => ({
        pages: { ...pages, [page]: storable(raw) },
        unfinished,
      })),

    /** Keeps what stands on one page while somebody types there. */
    saveUnfinished: (draft: Draft, page: string, raw: RawInput, when: Kept) =>
      keep(draft, when, ({ pages, unfinished }) => ({ pages, unfinished: { ...unfinished, [page]: storable(raw) } })),

    /** Of a refusal nothing is kept but its draft, for this long (docs/domain.md §3.2), also when a link was mailed. */
    endAt: (draft: Draft, expiresAt: Date) => change(draft, ends, { ':ttl': epochSeconds(expiresAt) }, ttlName),

    /** Counts a refusal once per draft, of nobody (docs/domain.md §3.2). */
    async countRefusal(draft: Draft, counts: readonly YearCounts[]): Promise<void> {
      if (draft.refusalCounted) return
      const once = changing(draft, 'refusalCounted = :yes', { ':yes': true, ':no': false })
      await transact(dynamo, [
        { Update: { ...once, ConditionExpression: 'refusalCounted = :no' } },
        ...countItems(tables.loket, counts, draft.id),
      ])
    },

    /** The browser that followed the mailed link is the one that may read on. */
    takeOver: (draft: Draft, browser: string) => change(draft, 'browser = :browser', { ':browser': browser }),

    /**
     * Plans the mail with the link and the warning before the end, and keeps the draft until then. Refused when it was sent or wiped
     * since it was read, or another link was asked.
     */
    async mailLink(
      draft: Draft,
      { email, applicant, masked, link, warning, linkVersion, held, now, expiresAt, warnAt }: LinkMail,
    ): Promise<Cancelled | undefined> {
      const ttl = epochSeconds(expiresAt)
      const asked = { applicant, masked, at: now.toISOString() }
      const set = `mailed = :yes, linkVersion = :version, asked = :asked, ${ends}`
      const values = {
        ':yes': true,
        ':version': linkVersion,
        ':ttl': ttl,
        ':asked': asked,
        ':before': draft.linkVersion,
      }
      const waiting = held ? { held } : {}
      const mails: MailPlan = {
        put: [
          { mailId: `${link.kind}-${linkVersion}`, notification: link, ...waiting },
          { mailId: warningId, notification: warning, dueAt: warnAt, ...waiting },
        ],
        takeBack: { planned: true, mails: [warningId] },
      }
      const Item = addressItem(draft.id, email, { network: draft.network, applicant, ttl })
      return transact(dynamo, [
        {
          Update: {
            ...changing(draft, set, values, ttlName),
            ConditionExpression: 'linkVersion = :before AND attribute_exists(revision)',
          },
        },
        { Put: { TableName: tables.loket, Item } },
        ...planItems(tables.loket, mails, { subject: draft.id, now }),
      ])
    },

    /** Wis en stop: everything typed is gone, and the mails about it; false when it was sent in between. */
    async wipe(draft: Draft): Promise<boolean> {
      const cancelled = await transact(dynamo, [
        { Delete: { ...key(draft.id), ConditionExpression: 'attribute_not_exists(sent)' } },
        ...takeBackMails(tables.loket, draft.id),
      ])
      return !cancelled
    },
  }
}

/** When it is kept, and the instant from which it may not be read any more. */
interface Kept {
  now: Date
  expiresAt: Date
}

export interface LinkMail {
  email: string
  /** HMAC of the address. */
  applicant: string
  /** What is shown of the address. */
  masked: string
  link: Notification
  warning: Notification
  /** Version of the new link; older ones stop working. */
  linkVersion: number
  /** A machine asked, by all appearances: the mails wait for a person. */
  held?: 'verdacht'
  now: Date
  expiresAt: Date
  warnAt: Date
}

/** The address and the planned warning of a mailed draft: taken back when it is sent or wiped. */
export const takeBackMails = (loket: string, draft: string) =>
  [addressKey(draft), planKey(draft), mailKey(draft, warningId)].map((Key) => ({ Delete: { TableName: loket, Key } }))
