/**
 * Whom an account of the organisation is. A person of a network is bound to one account, once, through a
 * coordinator's invitation (docs/promises.md, "No one in"). Accounts are known by issuer and subject, never by e-mail.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type Account, accountSchema, invitationSeconds, kindOfAccount } from '../../../forms/kit/account.ts'
import { type MailPlan, promise } from '../../../forms/kit/post/mail.ts'
import { addSeconds, epochSeconds } from '../../../forms/kit/time.ts'
import { lookAgain } from '../look-again.ts'
import { type Audited, personAudit } from './audit.ts'
import type { Connection } from './dynamo.ts'
import { identityKey, invitationKey, type PersonRef, personCalendarKey, personKey, personUnboundKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { type TransactItems, transact } from './transact.ts'

/** The account behind a sign-in: SHA-256 (base64url) of who vouches for it and what they call it. */
export const identityId = (issuer: string, subject: string): string =>
  createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url')

const personRefSchema = z.object({ network: z.string(), person: z.string() })
const boundSchema = z.object({
  identity: z.string(),
  boundAt: z.iso.datetime(),
  /** Personal data of a colleague, in a partition only `workspace` can read (docs/rights.md); gone when it is unbound. */
  account: accountSchema.optional(),
})
export type Binding = Pick<z.infer<typeof boundSchema>, 'boundAt' | 'account'>
const invitationSchema = personRefSchema.extend({
  /** Id of the coordinator. */
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().optional(),
})
export type Invitation = z.infer<typeof invitationSchema>
/** Lives as long as the invitation it names, the one that counts; names none when somebody was unbound since. */
const unboundSchema = z.object({ at: z.iso.datetime(), invitation: z.string().optional() })

export interface NewInvitation extends PersonRef, Audited {
  /** Goes into the link, with version 1 and purpose `toegang` (functions/shared/links.ts). */
  id: string
  /** Id of the coordinator who invites. */
  invitedBy: string
}

/** A coordinator takes somebody's account away from their place, or the invitation to it. */
export interface Unbinding extends PersonRef, Audited {
  /** Id of the coordinator. */
  by: string
  /** People of the network of whom at least one has an account afterwards too; absent when that does not matter. */
  staying?: readonly string[] | undefined
}

export interface Acceptance extends Audited {
  /** Id of the invitation. */
  id: string
  invitation: Invitation
  /** The account that signed in, and what its provider tells of it. */
  identity: string
  account?: Account | undefined
}

/** Why an invitation did not bind: it is used or over, somebody else has this place, or the account has another. */
export type Refusal = 'invitation-over' | 'person-bound' | 'identity-bound'

export type Identities = ReturnType<typeof createIdentities>

export function createIdentities({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }
  const untaken = { ConditionExpression: 'attribute_not_exists(pk)' }

  const audit = (who: PersonRef, about: Audited, line: Record<string, string>) =>
    personAudit(tables.loket, who, about, line)

  const readItem = async (Key: Record<string, string>): Promise<unknown> => {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }))
    return Item
  }

  /** From now on an invitation from before is worth nothing; the one named here is the only one. */
  const voidInvitations = ({ network, person }: PersonRef, now: Date, invitation?: string) => ({
    Put: {
      ...table,
      Item: {
        ...personUnboundKey(network, person),
        at: now.toISOString(),
        ...(invitation === undefined ? {} : { invitation }),
        ttl: epochSeconds(addSeconds(now, invitationSeconds)),
      },
    },
  })
  const readUnbound = async ({ network, person }: PersonRef) => {
    const item = await readItem(personUnboundKey(network, person))
    return item ? unboundSchema.parse(item) : undefined
  }

  return {
    /** Whom an account is bound to. */
    async find(identity: string): Promise<PersonRef | undefined> {
      const item = await readItem(identityKey(identity))
      return item ? personRefSchema.parse(item) : undefined
    },

    /** Whether somebody has an account here. */
    isBound: async ({ network, person }: PersonRef): Promise<boolean> =>
      (await readItem(personKey(network, person))) !== undefined,

    /** Which account somebody has here, and since when. */
    async binding({ network, person }: PersonRef): Promise<Binding | undefined> {
      const item = await readItem(personKey(network, person))
      if (!item) return undefined
      const { boundAt, account } = boundSchema.parse(item)
      return { boundAt, ...(account ? { account } : {}) }
    },

    /** Until when the last invitation of somebody without an account can be accepted; undefined when there is none. */
    async invitedUntil(who: PersonRef, now: Date): Promise<Date | undefined> {
      const last = await readUnbound(who)
      const until = last?.invitation && addSeconds(new Date(last.at), invitationSeconds)
      return until && until > now ? until : undefined
    },

    /** Keeps an invitation for seven days and mails it, in place of any before; refused when the person is bound already. */
    async invite({ id, network, person, invitedBy, ...about }: NewInvitation): Promise<'invited' | 'person-bound'> {
      const expiresAt = addSeconds(about.now, invitationSeconds)
      const invitation: Invitation = { network, person, invitedBy, expiresAt: expiresAt.toISOString() }
      const cancelled = await transact(dynamo, [
        { ConditionCheck: { ...table, Key: personKey(network, person), ...untaken } },
        { Put: { ...table, Item: { ...invitationKey(id), ...invitation, ttl: epochSeconds(expiresAt) }, ...untaken } },
        ...planItems(tables.loket, invitationMail(id, { network, person }), {
          subject: mailsAbout(id),
          now: about.now,
        }),
        voidInvitations({ network, person }, about.now, id),
        audit({ network, person }, about, { who: invitedBy, what: 'uitgenodigd' }),
      ])
      return cancelled ? 'person-bound' : 'invited'
    },

    /** An invitation that can still be accepted. */
    async readInvitation(id: string, now: Date): Promise<Invitation | undefined> {
      const item = await readItem(invitationKey(id))
      const invitation = item ? invitationSchema.parse(item) : undefined
      if (!invitation || invitation.usedAt || invitation.expiresAt <= now.toISOString()) return undefined
      return (await readUnbound(invitation))?.invitation === id ? invitation : undefined
    },

    /**
     * Binds the account to the person, the person to the account, uses the invitation up, says so, and mails it to the person and to
     * who invited them: all or nothing.
     */
    async accept({ id, invitation, identity, account, ...about }: Acceptance): Promise<'bound' | Refusal> {
      const { network, person, invitedBy } = invitation
      const at = about.now.toISOString()
      const cancelled = await transact(dynamo, [
        {
          Update: {
            ...table,
            Key: invitationKey(id),
            UpdateExpression: 'SET usedAt = :now',
            ConditionExpression: 'attribute_not_exists(usedAt) AND expiresAt > :now',
            ExpressionAttributeValues: { ':now': at },
          },
        },
        ...bindingItems({ network, person }, identity, at, account).map((Item) => ({
          Put: { ...table, Item, ...untaken },
        })),
        audit({ network, person }, about, { who: person, what: 'gekoppeld', invitedBy }),
        {
          // Any other must not bring back whoever was unbound since, nor work beside this one: by name, as two may be made at once.
          ConditionCheck: {
            ...table,
            Key: personUnboundKey(network, person),
            ConditionExpression: 'invitation = :id',
            ExpressionAttributeValues: { ':id': id },
          },
        },
        ...planItems(tables.loket, boundMails(invitation, about.now, account), {
          subject: mailsAbout(id),
          now: about.now,
        }),
      ])
      if (!cancelled) return 'bound'
      const [first] = cancelled.failedConditions
      if (first === 1) return 'identity-bound'
      return first === 2 ? 'person-bound' : 'invitation-over'
    },

    /**
     * Takes the account away from its place, from both sides; its sessions and its calendar open nothing from then on. Of somebody without an account it
     * withdraws what was sent out. `last`: nobody of who must stay has an account at the moment of the write.
     */
    async unbind({ network, person, by, staying, ...about }: Unbinding): Promise<'unbound' | 'withdrawn' | 'last'> {
      const who = { network, person }
      return lookAgain(async () => {
        const item = await readItem(personKey(network, person))
        const identity = item ? boundSchema.parse(item).identity : undefined
        const mustStay = identity !== undefined && staying !== undefined
        const stays = mustStay ? await firstBound(network, staying) : undefined
        if (mustStay && stays === undefined) return 'last'
        const cancelled = await transact(dynamo, [
          ...unbindingItems(who, identity),
          // Whoever comes in their place, or comes back, makes an address of their own.
          { Delete: { ...table, Key: personCalendarKey(network, person) } },
          ...(stays === undefined ? [] : [stillBound(network, stays)]),
          voidInvitations(who, about.now),
          audit(who, about, { who: by, what: identity === undefined ? 'ingetrokken' : 'ontkoppeld' }),
        ])
        if (cancelled) return undefined
        return identity === undefined ? 'withdrawn' : 'unbound'
      })
    },
  }

  async function firstBound(network: string, people: readonly string[]): Promise<string | undefined> {
    for (const person of people) if (await readItem(personKey(network, person))) return person
    return undefined
  }

  /** Two coordinators who unbind each other at once do not both succeed. */
  function stillBound(network: string, person: string): TransactItems[number] {
    return {
      ConditionCheck: { ...table, Key: personKey(network, person), ConditionExpression: 'attribute_exists(pk)' },
    }
  }

  /** Both sides of a binding; without one, that there is still none. */
  function unbindingItems({ network, person }: PersonRef, identity: string | undefined): TransactItems {
    const Key = personKey(network, person)
    if (identity === undefined) return [{ ConditionCheck: { ...table, Key, ...untaken } }]
    const asRead = {
      ConditionExpression: '#identity = :identity',
      ExpressionAttributeNames: { '#identity': 'identity' },
      ExpressionAttributeValues: { ':identity': identity },
    }
    return [{ Delete: { ...table, Key, ...asRead } }, { Delete: { ...table, Key: identityKey(identity) } }]
  }
}

const mailsAbout = (invitation: string) => `TOEGANG-${invitation}`

/** The mail with the invitation's link, in the same transaction as the invitation. */
const invitationMail = (invitation: string, { network, person }: PersonRef): MailPlan =>
  promise({ mailId: 'toegang', notification: { kind: 'toegang', to: 'medewerker', network, person, invitation } })

/** To the person, and to who invited them; that was nobody of the network for the very first: then to its coordinators. */
function boundMails({ network, person, invitedBy }: Invitation, now: Date, of: Account | undefined): MailPlan {
  const about = { to: 'medewerker', network, boundAt: now.toISOString(), account: kindOfAccount(of) } as const
  const notifications = [
    { kind: 'gekoppeld', person, ...about },
    { kind: 'gekoppeld-uitnodiger', person: invitedBy, wie: person, ...about },
  ] as const
  return promise(...notifications.map((notification) => ({ mailId: notification.kind, notification })))
}

/** A binding, readable from both sides: first the account's item, then the person's. */
export const bindingItems = ({ network, person }: PersonRef, identity: string, boundAt: string, account?: Account) => [
  { ...identityKey(identity), network, person, boundAt },
  { ...personKey(network, person), identity, boundAt, ...(account ? { account } : {}) },
]
