/**
 * Who is signed in, in which browser, and until when (docs/promises.md, "No one in"). A browser holds a random secret; only
 * its hash is stored, so that nothing stolen from here opens a door. Expired means unreadable at once, whatever the
 * engine still holds.
 */
import * as z from 'zod'
import { type Account, accountSchema } from '../../../forms/kit/account.ts'
import { addSeconds, epochSeconds } from '../../../forms/kit/time.ts'
import { hashOf } from '../hash.ts'
import type { Connection } from './dynamo.ts'
import type { PersonRef } from './keys.ts'
import {
  identityKey,
  pendingSignInKey,
  personPartition,
  personSessionKey,
  personSessionPrefix,
  sessionKey,
} from './keys.ts'
import { queryAll } from './query-all.ts'
import { transact, unlessRefused } from './transact.ts'

/** Seconds without a request after which a session ends. */
const idleSeconds = 30 * 60
/** Seconds after which a session ends, however busy. */
const longestSeconds = 8 * 3_600
/** Seconds a person has at the provider's own pages. */
export const pendingSeconds = 10 * 60
/** A request within so many seconds of the last one noted is not noted again: a write a minute, not a click. */
const noteSeconds = 60

export interface Session {
  /** Hash of the browser's secret: names the session and opens nothing. */
  id: string
  /** The account that signed in (identities.ts). */
  identity: string
  /** Whom it is; absent for an account that belongs to no network. */
  who?: PersonRef
  /** What its provider tells of it, only of an account that belongs to no network: for the invitation it may accept. */
  account?: Account
}

export interface NewSession {
  secret: string
  identity: string
  who?: PersonRef | undefined
  account?: Account | undefined
  now: Date
}

const bindingSchema = z.object({ network: z.string(), person: z.string(), boundAt: z.string() })

const sessionSchema = z.object({
  identity: z.string(),
  who: z.object({ network: z.string(), person: z.string() }).optional(),
  /** Which binding it came from: bound again is another one. */
  boundAt: z.string().optional(),
  account: accountSchema.optional(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
})

/** What must come back from the provider, and what to do then. */
export interface PendingSignIn {
  nonce: string
  /** PKCE code verifier (RFC 7636). */
  verifier: string
  /** Who signed in at the provider before this does not come in; seconds since 1970 on the system clock. */
  signedInSince: number
  /** A path of the werkruimte. */
  returnTo: string
  /** Id of the invitation this sign-in came from. */
  invitation?: string | undefined
}

const pendingSchema = z.object({
  nonce: z.string(),
  verifier: z.string(),
  signedInSince: z.number(),
  returnTo: z.string(),
  invitation: z.string().optional(),
  expiresAt: z.iso.datetime(),
})

export type Sessions = ReturnType<typeof createSessions>
export type PendingSignIns = ReturnType<typeof createPendingSignIns>

export function createSessions({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }

  /** When the account was bound to this person, if it is at this very moment. */
  async function bindingOf(identity: string, { network, person }: PersonRef): Promise<string | undefined> {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ ...table, Key: identityKey(identity), ConsistentRead: true }))
    const binding = Item && bindingSchema.parse(Item)
    return binding?.network === network && binding.person === person ? binding.boundAt : undefined
  }

  /** Notes that the session is in use, unless another request did so first or it was ended meanwhile. */
  async function note(Key: Record<string, string>, lastSeenAt: string, createdAt: Date, now: Date): Promise<void> {
    const { client, UpdateCommand } = await dynamo()
    const update = new UpdateCommand({
      ...table,
      Key,
      UpdateExpression: 'SET lastSeenAt = :now, #ttl = :ttl',
      ConditionExpression: 'lastSeenAt = :before',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':before': lastSeenAt,
        ':now': now.toISOString(),
        ':ttl': epochSeconds(endOf(createdAt, now)),
      },
    })
    await unlessRefused(client.send(update))
  }

  return {
    /**
     * Begins a session; the secret is the browser's to keep. `unbound`: the account is not this person's (any more). Checked in
     * the same write, so that whoever is unbound meanwhile has no session.
     */
    async start({ secret, identity, who, account, now }: NewSession): Promise<'started' | 'unbound'> {
      const id = hashOf(secret)
      const at = now.toISOString()
      const boundAt = who && (await bindingOf(identity, who))
      if (who && boundAt === undefined) return 'unbound'
      const bound = who && boundAt !== undefined ? { who, boundAt } : undefined
      const of = bound ?? (account ? { account } : {})
      const item: z.infer<typeof sessionSchema> = { identity, ...of, createdAt: at, lastSeenAt: at }
      const ofPerson = who && {
        ...personSessionKey(who.network, who.person, id),
        ttl: epochSeconds(addSeconds(now, longestSeconds)),
      }
      const cancelled = await transact(dynamo, [
        { Put: { ...table, Item: { ...sessionKey(id), ...item, ttl: epochSeconds(endOf(now, now)) } } },
        ...(ofPerson ? [{ Put: { ...table, Item: ofPerson } }] : []),
        ...(bound ? [{ ConditionCheck: { ...table, ...isStill(identity, bound) } }] : []),
      ])
      return cancelled ? 'unbound' : 'started'
    },

    /**
     * The session of a browser at each of its requests; undefined when it has none, or it is over: by time, or because the
     * account is not this person's any more, whatever became of the sessions then.
     */
    async use(secret: string, now: Date): Promise<Session | undefined> {
      const { client, GetCommand } = await dynamo()
      const id = hashOf(secret)
      const Key = sessionKey(id)
      const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }))
      if (!Item) return undefined
      const { identity, who, boundAt, account, ...times } = sessionSchema.parse(Item)
      const [createdAt, lastSeenAt] = [new Date(times.createdAt), new Date(times.lastSeenAt)]
      if (now >= endOf(createdAt, lastSeenAt)) return undefined
      if (who && (boundAt === undefined || (await bindingOf(identity, who)) !== boundAt)) return undefined
      if (now >= addSeconds(lastSeenAt, noteSeconds)) await note(Key, times.lastSeenAt, createdAt, now)
      return { id, identity, ...(who ? { who } : {}), ...(account ? { account } : {}) }
    },

    /**
     * Signed out, over, or signed in anew: the secret opens nothing any more. Gives the session to one caller only, however many
     * end it at once.
     */
    async end(secret: string): Promise<Session | undefined> {
      const { client, DeleteCommand } = await dynamo()
      const id = hashOf(secret)
      const deletion = new DeleteCommand({
        ...table,
        Key: sessionKey(id),
        ConditionExpression: 'attribute_exists(pk)',
        ReturnValues: 'ALL_OLD',
      })
      const deleted = await unlessRefused(client.send(deletion))
      if (!deleted) return undefined
      const { identity, who } = sessionSchema.parse(deleted.Attributes)
      if (who) await client.send(new DeleteCommand({ ...table, Key: personSessionKey(who.network, who.person, id) }))
      return { id, identity, ...(who ? { who } : {}) }
    },

    /**
     * Ends every session of a person, in whatever browser, and tells of each. After an unbinding it only tidies up: they open
     * nothing any more.
     */
    async endAll(
      { network, person }: PersonRef,
      tell: (session: string) => Promise<void> = async () => {},
    ): Promise<void> {
      const { client, DeleteCommand } = await dynamo()
      const open = await queryAll(dynamo, {
        ...table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': personPartition(network, person), ':prefix': personSessionPrefix },
        ConsistentRead: true,
      })
      for (const { sk } of z.array(z.object({ sk: z.string() })).parse(open)) {
        const id = sk.slice(personSessionPrefix.length)
        // The session first: were this cut short, what still opens a door would still be listed here.
        await client.send(new DeleteCommand({ ...table, Key: sessionKey(id) }))
        await tell(id)
        await client.send(new DeleteCommand({ ...table, Key: personSessionKey(network, person, id) }))
      }
    },
  }
}

export function createPendingSignIns({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }

  return {
    /** Remembers a sign-in while the person is at the provider's; `state` names it, `browser` is the secret in the cookie. */
    async begin(state: string, browser: string, pending: PendingSignIn, now: Date): Promise<void> {
      const { client, PutCommand } = await dynamo()
      const expiresAt = addSeconds(now, pendingSeconds)
      const Item = {
        ...pendingSignInKey(hashOf(state)),
        browser: hashOf(browser),
        ...pending,
        expiresAt: expiresAt.toISOString(),
        ttl: epochSeconds(expiresAt),
      }
      await client.send(new PutCommand({ ...table, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
    },

    /** Takes it, once, in the browser that began it; another browser takes nothing and spoils nothing. */
    async take(state: string, browser: string, now: Date): Promise<PendingSignIn | undefined> {
      const { client, DeleteCommand } = await dynamo()
      const deletion = new DeleteCommand({
        ...table,
        Key: pendingSignInKey(hashOf(state)),
        ConditionExpression: 'browser = :browser',
        ExpressionAttributeValues: { ':browser': hashOf(browser) },
        ReturnValues: 'ALL_OLD',
      })
      const taken = await unlessRefused(client.send(deletion))
      if (!taken) return undefined
      const { expiresAt, ...pending } = pendingSchema.parse(taken.Attributes)
      return expiresAt > now.toISOString() ? pending : undefined
    },
  }
}

/** The account is bound to this person at this very moment, and was since then. */
const isStill = (identity: string, { who, boundAt }: { who: PersonRef; boundAt: string }) => ({
  Key: identityKey(identity),
  ConditionExpression: '#network = :network AND #person = :person AND boundAt = :boundAt',
  ExpressionAttributeNames: { '#network': 'network', '#person': 'person' },
  ExpressionAttributeValues: { ':network': who.network, ':person': who.person, ':boundAt': boundAt },
})

/** The instant from which a session is over. */
const endOf = (createdAt: Date, lastSeenAt: Date): Date =>
  new Date(Math.min(addSeconds(lastSeenAt, idleSeconds).getTime(), addSeconds(createdAt, longestSeconds).getTime()))

/** What a browser's session is called, by its secret. */
export const sessionIdOf = (secret: string): string => hashOf(secret)
