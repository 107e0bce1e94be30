import { beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { bindingItems } from '../../functions/shared/store/identities.ts'
import { identityKey, personPartition } from '../../functions/shared/store/keys.ts'
import {
  createPendingSignIns,
  createSessions,
  type PendingSignIns,
  type Sessions,
} from '../../functions/shared/store/sessions.ts'
import { atTheEdge, between } from '../public/sdk-edge.ts'
import { freshTables } from '../support/dynamodb.ts'

const start = new Date('2021-05-03T08:00:00.000Z')
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const who = { network: 'aalst', person: 'coordinator-aalst' }

let connection: Connection
let sessions: Sessions
let pendingSignIns: PendingSignIns
beforeEach(async () => {
  connection = await freshTables()
  sessions = createSessions(connection)
  pendingSignIns = createPendingSignIns(connection)
})

/** The account's side of a binding. */
async function bind(identity: string, whom = who, boundAt = start) {
  const { client, PutCommand } = await connection.dynamo()
  const [Item] = bindingItems(whom, identity, boundAt.toISOString())
  await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
}
async function unbind(identity: string) {
  const { client, DeleteCommand } = await connection.dynamo()
  await client.send(new DeleteCommand({ TableName: connection.tables.loket, Key: identityKey(identity) }))
}

async function begin(secret: string, now = start) {
  await bind('i')
  return sessions.start({ secret, identity: 'i', who, now })
}

/** All but the bindings. */
async function items(): Promise<Record<string, unknown>[]> {
  const { paginateScan } = await import('@aws-sdk/lib-dynamodb')
  const { client } = await connection.dynamo()
  const found: Record<string, unknown>[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: connection.tables.loket }))
    found.push(...Items)
  return found.filter(({ pk }) => !String(pk).startsWith('IDENTITEIT#'))
}

const sessionItem = async () => (await items()).find(({ sk }) => sk === 'SESSIE')

describe('a session', () => {
  it('says who it is, and is stored without its secret', async () => {
    await begin('secret')
    expect(await sessions.use('secret', at(1))).toEqual({
      id: expect.stringMatching(/^[\w-]{43}$/),
      identity: 'i',
      who,
    })
    expect(await sessions.use('Secret', at(1))).toBeUndefined()
    expect(JSON.stringify(await items())).not.toContain('secret')
  })

  it('of an account without a network says so', async () => {
    expect(await sessions.start({ secret: 's', identity: 'i', now: start })).toBe('started')
    expect(await sessions.use('s', start)).not.toHaveProperty('who')
    expect(await items()).toHaveLength(1)
  })

  it.each([
    ['is bound to nobody', () => unbind('i')],
    ['is bound to somebody else', () => bind('i', { network: 'aalst', person: 'casemanager-aalst' })],
    ['is bound in another network', () => bind('i', { ...who, network: 'ota' })],
  ])('does not begin for an account that %s by then', async (_, change) => {
    await bind('i')
    await change()
    expect(await sessions.start({ secret: 's', identity: 'i', who, now: start })).toBe('unbound')
    expect(await sessions.use('s', start)).toBeUndefined()
    expect(await items()).toEqual([])
  })

  it.each([
    [30 * 60 - 0.001, true],
    [30 * 60, false],
    [-5, true],
  ])('idle for %d s: %s', async (seconds, open) => {
    await begin('s')
    expect(Boolean(await sessions.use('s', at(seconds)))).toBe(open)
  })

  it('is noted at most once a minute, and lives 30 minutes from then', async () => {
    await begin('s')
    await sessions.use('s', at(59))
    expect(await sessionItem()).toMatchObject({ lastSeenAt: start.toISOString(), ttl: start.getTime() / 1000 + 1_800 })
    await sessions.use('s', at(60))
    expect(await sessionItem()).toMatchObject({
      lastSeenAt: at(60).toISOString(),
      ttl: start.getTime() / 1000 + 1_860,
    })
    expect(await sessions.use('s', at(60 + 1_799))).toBeDefined()
  })

  it('lives 8 hours at most, and its item goes then', async () => {
    await begin('s')
    const step = 20 * 60
    for (let seconds = step; seconds < 8 * 3_600; seconds += step)
      expect(await sessions.use('s', at(seconds))).toBeDefined()
    expect(await sessions.use('s', at(8 * 3_600 - 1))).toBeDefined()
    expect(await sessions.use('s', at(8 * 3_600))).toBeUndefined()
    for (const { ttl } of await items()) expect(ttl).toBe(start.getTime() / 1000 + 8 * 3_600)
  })

  it('is written once by many requests at once', async () => {
    await begin('s')
    let written = 0
    const counted = createSessions(
      atTheEdge(connection, async ({ command }, send) => {
        const answer = await send()
        if (command === 'UpdateCommand') written += 1
        return answer
      }),
    )
    const seen = await Promise.all(Array.from({ length: 20 }, () => counted.use('s', at(100))))
    expect(seen.every(Boolean)).toBe(true)
    expect((await sessionItem())?.lastSeenAt).toBe(at(100).toISOString())
    expect(written).toBe(1)
  })

  it.each([
    ['is taken from its person', () => unbind('i')],
    ['goes to somebody else', () => bind('i', { network: 'aalst', person: 'casemanager-aalst' })],
    ['is bound to the same person again', () => bind('i', who, at(60))],
  ])('is over when its account %s, though nobody ended it', async (_, change) => {
    await begin('s')
    await change()
    expect(await sessionItem()).toBeDefined()
    expect(await sessions.use('s', at(61))).toBeUndefined()
  })

  it('of an account that is bound again begins by signing in', async () => {
    await begin('s')
    await unbind('i')
    await bind('i', who, at(60))
    expect(await sessions.start({ secret: 't', identity: 'i', who, now: at(61) })).toBe('started')
    expect(await sessions.use('t', at(62))).toMatchObject({ who })
    expect(await sessions.use('s', at(62))).toBeUndefined()
  })

  it('does not begin when the account is taken between the look and the write', async () => {
    await bind('i')
    const late = createSessions(between(connection, () => unbind('i')))
    expect(await late.start({ secret: 's', identity: 'i', who, now: start })).toBe('unbound')
    expect(await items()).toEqual([])
  })

  it('that was ended stays ended, also when a request had just read it', async () => {
    await begin('s')
    await createSessions(between(connection, () => sessions.end('s'))).use('s', at(120))
    expect(await items()).toEqual([])
    expect(await sessions.use('s', at(121))).toBeUndefined()
    await sessions.end('s')
  })

  it('ends with all others of its person, and with nobody else’s', async () => {
    const other = { network: 'aalst', person: 'casemanager-aalst' }
    await Promise.all(Array.from({ length: 30 }, (_, index) => begin(`s${index}`)))
    await bind('j', other)
    await sessions.start({ secret: 'other', identity: 'j', who: other, now: start })
    await sessions.endAll(who)
    for (let index = 0; index < 30; index += 1) expect(await sessions.use(`s${index}`, start)).toBeUndefined()
    expect(await sessions.use('other', start)).toMatchObject({ who: other })
    expect((await items()).filter(({ pk }) => pk === personPartition(who.network, who.person))).toEqual([])
    await expect(sessions.endAll(who)).resolves.toBeUndefined()
  })
})

describe('a sign-in under way', () => {
  const pending = { nonce: 'n', verifier: 'v', signedInSince: 1_795_000_000, returnTo: '/werkruimte' }

  it('is taken once, by the browser that began it', async () => {
    const whole = { ...pending, invitation: 'u' }
    await pendingSignIns.begin('state', 'browser', whole, start)
    expect(JSON.stringify(await items())).not.toMatch(/"browser":"browser"|#state"/)
    expect(await pendingSignIns.take('state', 'another', start)).toBeUndefined()
    expect(await pendingSignIns.take('other', 'browser', start)).toBeUndefined()
    expect(await pendingSignIns.take('state', 'browser', start)).toEqual(whole)
    expect(await pendingSignIns.take('state', 'browser', start)).toBeUndefined()
  })

  it('by many at once: one has it', async () => {
    await pendingSignIns.begin('state', 'browser', pending, start)
    const taken = await Promise.all(Array.from({ length: 20 }, () => pendingSignIns.take('state', 'browser', start)))
    expect(taken.filter(Boolean)).toEqual([pending])
  })

  it.each([
    [599.999, true],
    [600, false],
  ])('after %d s: %s', async (seconds, open) => {
    await pendingSignIns.begin('state', 'browser', pending, start)
    expect(Boolean(await pendingSignIns.take('state', 'browser', at(seconds)))).toBe(open)
    expect(await items()).toEqual([])
  })
})
