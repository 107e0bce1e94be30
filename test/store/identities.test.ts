import { beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { bindingItems, createIdentities, type Identities, identityId } from '../../functions/shared/store/identities.ts'
import type { PersonRef } from '../../functions/shared/store/keys.ts'
import { atTheEdge, between } from '../public/sdk-edge.ts'
import { freshTables } from '../support/dynamodb.ts'

const now = new Date('2021-05-03T08:00:00.000Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const who = { network: 'aalst', person: 'casemanager-aalst' }
const week = 7 * 86_400

let connection: Connection
let identities: Identities
let count = 0
beforeEach(async () => {
  connection = await freshTables()
  identities = createIdentities(connection)
})

const audited = (moment = now) => {
  count += 1
  return { auditId: `a${count}`, now: moment, auditDays: 365 }
}
const invite = (id: string, whom = who, seconds = 0) =>
  identities.invite({ id, ...whom, invitedBy: 'coordinator-aalst', ...audited(at(seconds)) })

/** As a page does that read the invitation before. */
const accept = (id: string, identity: string, { moment = now, by = identities, whom = who } = {}) =>
  by.accept({
    id,
    invitation: { ...whom, invitedBy: 'coordinator-aalst', expiresAt: at(week).toISOString() },
    identity,
    ...audited(moment),
  })

/** As whoever starts Loket on their own machine is bound. */
async function bind(whom: PersonRef, identity: string): Promise<void> {
  const { client, PutCommand } = await connection.dynamo()
  for (const Item of bindingItems(whom, identity, now.toISOString()))
    await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
}

it('an account is known by issuer and subject, whatever they hold', () => {
  const ids = [identityId('https://a', 'b'), identityId('https://a","b', ''), identityId('https://a', 'B')]
  expect(new Set(ids).size).toBe(3)
  expect(identityId('https://a', 'b')).toBe(ids[0])
})

describe('an invitation', () => {
  it.each([
    [week - 0.001, true],
    [week, false],
  ])('after %d s: %s', async (seconds, open) => {
    await invite('u')
    expect(Boolean(await identities.readInvitation('u', at(seconds)))).toBe(open)
    // It was read in time, and is over when it is accepted.
    expect(await accept('u', 'account', { moment: at(seconds) })).toBe(open ? 'bound' : 'invitation-over')
    expect(await identities.find('account')).toEqual(open ? who : undefined)
  })

  it('of somebody who is bound is not made', async () => {
    await invite('u')
    await accept('u', 'account')
    expect(await invite('v')).toBe('person-bound')
    expect(await identities.readInvitation('v', now)).toBeUndefined()
    expect(await identities.readInvitation('u', now)).toBeUndefined()
  })

  it('takes the place of the one before', async () => {
    await invite('first')
    await invite('second', who, 60)
    expect(await identities.readInvitation('first', at(61))).toBeUndefined()
    expect(await accept('first', 'account', { moment: at(61) })).toBe('invitation-over')
    const second = await identities.readInvitation('second', at(61))
    expect(second).toMatchObject(who)
    expect(await accept('second', 'account', { moment: at(61) })).toBe('bound')
  })

  it('can be withdrawn before it is accepted, and a new one works', async () => {
    await invite('u')
    expect(await identities.invitedUntil(who, at(30))).toEqual(at(week))
    expect(await identities.invitedUntil(who, at(week))).toBeUndefined()
    expect(await identities.unbind({ ...who, by: 'coordinator-aalst', ...audited(at(60)) })).toBe('withdrawn')
    expect(await identities.readInvitation('u', at(61))).toBeUndefined()
    expect(await identities.invitedUntil(who, at(61))).toBeUndefined()
    // It was read before, and is over when it is accepted.
    expect(await accept('u', 'account', { moment: at(61) })).toBe('invitation-over')
    await invite('v', who, 120)
    expect(await accept('v', 'account', { moment: at(121) })).toBe('bound')
  })

  it('that is accepted while it is withdrawn does not stay bound', async () => {
    await invite('u')
    const late = createIdentities(between(connection, () => accept('u', 'account', { moment: at(60) })))
    expect(await late.unbind({ ...who, by: 'coordinator-aalst', ...audited(at(61)) })).toBe('unbound')
    expect(await identities.find('account')).toBeUndefined()
    expect(await identities.isBound(who)).toBe(false)
  })

  it('says why it does not bind', async () => {
    const whom = { network: 'ota', person: 'bemiddelaar-ota' }
    const third = { network: 'ota', person: 'coordinator-ota' }
    await invite('first')
    await invite('elsewhere', whom)
    await invite('taken', third)
    expect(await accept('first', 'account')).toBe('bound')
    await bind(third, 'somebody')
    expect(await accept('taken', 'other', { whom: third })).toBe('person-bound')
    expect(await accept('elsewhere', 'account', { whom })).toBe('identity-bound')
    expect(await accept('first', 'other')).toBe('invitation-over')
    expect(await accept('never', 'other')).toBe('invitation-over')
    expect(await identities.find('other')).toBeUndefined()
  })
})

describe('several invitations for one person', () => {
  const ids = Array.from({ length: 20 }, (_, index) => `u${index}`)
  const valid = async () => {
    const read = await Promise.all(ids.map(async (id) => ((await identities.readInvitation(id, now)) ? [id] : [])))
    return read.flat()
  }

  it('made in the same millisecond, one after the other: the last one counts', async () => {
    for (const id of ids.slice(0, 3)) await invite(id)
    expect(await valid()).toEqual(['u2'])
    expect(await accept('u0', 'account')).toBe('invitation-over')
    expect(await accept('u2', 'account')).toBe('bound')
  })

  it.each([2, 20])('%i made at once: one counts, and of all who accept one is bound', async (many) => {
    expect(new Set(await Promise.all(ids.slice(0, many).map((id) => invite(id))))).toEqual(new Set(['invited']))
    expect(await valid()).toHaveLength(1)
    const outcomes = await Promise.all(ids.slice(0, many).map((id) => accept(id, `account of ${id}`)))
    expect(outcomes.filter((outcome) => outcome === 'bound')).toHaveLength(1)
    expect(await identities.isBound(who)).toBe(true)
  })

  it('without the condition any of them binds: the test can fail', async () => {
    for (const id of ids.slice(0, 2)) await invite(id)
    const by = createIdentities(without(connection, 'invitation = :id'))
    expect(await accept('u0', 'account', { by })).toBe('bound')
  })
})

describe('the last one who may invite', () => {
  const [els, jan] = [
    { network: 'aalst', person: 'els' },
    { network: 'aalst', person: 'jan' },
  ]
  beforeEach(async () => {
    await bind(els, 'account of els')
    await bind(jan, 'account of jan')
  })
  const unbind = (whom: PersonRef, staying: readonly string[], by = identities) =>
    by.unbind({ ...whom, by: 'coordinator', staying, ...audited() })
  const bound = async () => [await identities.isBound(els), await identities.isBound(jan)]

  it('is not unbound; of somebody without an account the invitation is withdrawn all the same', async () => {
    expect(await unbind(els, ['jan'])).toBe('unbound')
    expect(await unbind(jan, ['els'])).toBe('last')
    expect(await unbind(jan, [])).toBe('last')
    expect(await unbind(els, [])).toBe('withdrawn')
    expect(await bound()).toEqual([false, true])
    expect(await identities.find('account of jan')).toEqual(jan)
  })

  it('stays while somebody unbinds the other between the look and the write', async () => {
    const late = createIdentities(between(connection, () => unbind(jan, ['els'])))
    expect(await unbind(els, ['jan'], late)).toBe('last')
    expect(await bound()).toEqual([true, false])
  })

  it('is one of two who unbind each other at once, every time', async () => {
    for (let time = 0; time < 10; time += 1) {
      const outcomes = await Promise.all([unbind(els, ['jan']), unbind(jan, ['els'])])
      expect(outcomes.sort()).toEqual(['last', 'unbound'])
      await bind(els, 'account of els')
      await bind(jan, 'account of jan')
    }
  })

  it('without the condition both are gone: the test can fail', async () => {
    const careless = without(connection, 'attribute_exists(pk)')
    const late = createIdentities(between(careless, () => unbind(jan, ['els'])))
    expect(await unbind(els, ['jan'], late)).toBe('unbound')
    expect(await bound()).toEqual([false, false])
  })
})

describe('many accounts at once', () => {
  const accounts = Array.from({ length: 20 }, (_, index) => `account-${index}`)
  const bound = async () => (await Promise.all(accounts.map((account) => identities.find(account)))).filter(Boolean)

  it('one is bound', async () => {
    await invite('u')
    const outcomes = await Promise.all(accounts.map((account) => accept('u', account)))
    expect(outcomes.filter((outcome) => outcome === 'bound')).toHaveLength(1)
    expect(await bound()).toEqual([who])
  })

  it('without the conditions more are: the test can fail', async () => {
    const careless = createIdentities(
      atTheEdge(connection, ({ input }, send) => {
        for (const { Put, Update } of input.TransactItems ?? []) {
          if (Put) delete Put.ConditionExpression
          if (Update) delete Update.ConditionExpression
        }
        return send()
      }),
    )
    await invite('u')
    await Promise.all(accounts.slice(0, 3).map((account) => accept('u', account, { by: careless })))
    expect((await bound()).length).toBeGreaterThan(1)
  })
})

/** The engine as if a condition had been forgotten. */
function without(of: Connection, condition: string): Connection {
  return atTheEdge(of, ({ input }, send) => {
    const { TransactItems } = input
    const checked = TransactItems?.findIndex((item) => item.ConditionCheck?.ConditionExpression === condition) ?? -1
    if (checked >= 0) TransactItems?.splice(checked, 1)
    return send()
  })
}
