/** Binding a person to an account: once, by a coordinator's invitation, never by e-mail (docs/promises.md, "No one in"). */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { subjectOf } from '../../functions/local/accounts.ts'
import type { demoPeople } from '../../functions/local/demo-people.ts'
import { linkToken } from '../../functions/shared/links.ts'
import { bindingItems, createIdentities, identityId } from '../../functions/shared/store/identities.ts'
import { type SignInTest, startSignInTest, words } from '../support/sign-in.ts'
import { locationOf } from '../support/visitor.ts'

const started: SignInTest[] = []
let loket: SignInTest
beforeEach(async () => {
  loket = await startSignInTest()
  started.push(loket)
})
afterAll(async () => {
  for (const { stop } of started) await stop()
})

const second = { network: 'aalst', person: 'casemanager-aalst-2' }
const invite = (whom = second) => loket.invite(whom)

/** Everything kept about the invited person. */
async function itemsOf({ network, person } = second): Promise<Record<string, unknown>[]> {
  const { client, QueryCommand } = await loket.connection.dynamo()
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: loket.connection.tables.loket,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `PERSOON#${network}#${person}` },
    }),
  )
  return Items
}

async function itemsOfTable(): Promise<Record<string, unknown>[]> {
  const { paginateScan } = await import('@aws-sdk/lib-dynamodb')
  const { client } = await loket.connection.dynamo()
  const found: Record<string, unknown>[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: loket.connection.tables.loket }))
    found.push(...Items)
  return found
}

async function boundMails(): Promise<object[]> {
  const mails = (await itemsOfTable()).filter(({ sk }) => String(sk).startsWith('MAIL#gekoppeld'))
  return mails
    .map(({ notification }) => notification as { kind: string })
    .sort((one, other) => one.kind.localeCompare(other.kind))
}

const identityOf = (name: (typeof demoPeople)[number]) => identityId(loket.settings.issuer, subjectOf(name))

describe('an invitation', () => {
  it('is opened, signed in to, confirmed, and then the work is open', async () => {
    const path = await invite()
    const cookies = new Map<string, string>()
    const visitor = loket.browser(cookies)
    const welcome = await (await visitor.get(path)).text()
    expect(words({ html: welcome })).toContain('Deze uitnodiging is voor Tweede casemanager Aalst')
    const signInLink = /href="(\/werkruimte\/aanmelden[^"]*)"/.exec(welcome)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const confirm = await loket.signIn(visitor, 'Buitenstaander', signInLink)
    expect([confirm.path, confirm.status]).toEqual([path, 200])
    expect(words(confirm)).toContain('Ja, ik ben Tweede casemanager Aalst')
    expect((await visitor.get('/werkruimte')).status).toBe(403)

    const before = cookies.get('loket-werk')
    const accepted = await visitor.post(path)
    expect([accepted.status, locationOf(accepted)]).toEqual([303, '/werkruimte'])
    expect(cookies.get('loket-werk')).not.toBe(before)
    expect(await (await visitor.get('/werkruimte')).text()).toBe('Tweede casemanager Aalst · aalst')
    expect((await loket.browser(new Map([['loket-werk', before ?? '']])).get('/werkruimte')).status).toBe(303)
    expect((await loket.signIn(loket.browser(), 'Buitenstaander')).html).toBe('Tweede casemanager Aalst · aalst')

    const audit = (await itemsOf()).filter(({ sk }) => String(sk).startsWith('AUDIT#'))
    expect(audit.map(({ who, what }) => `${who} ${what}`).sort()).toEqual([
      'casemanager-aalst-2 gekoppeld',
      'coordinator-aalst uitgenodigd',
    ])
  })

  it('tells the person and who invited them, and shows which account it was until it is unbound', async () => {
    const path = await invite()
    const visitor = loket.browser()
    // Forwarded: another one clicks.
    await loket.signIn(visitor, 'Buitenstaander', path.replace(/.*\/(.*)$/, '/werkruimte/aanmelden?toegang=$1'))
    expect(await boundMails()).toEqual([])
    await visitor.post(path)
    await visitor.post(path)
    const about = { to: 'medewerker', network: 'aalst', boundAt: loket.clock.now.toISOString(), account: 'ander' }
    expect(await boundMails()).toEqual([
      { kind: 'gekoppeld', person: 'casemanager-aalst-2', ...about },
      { kind: 'gekoppeld-uitnodiger', person: 'coordinator-aalst', wie: 'casemanager-aalst-2', ...about },
    ])
    const account = {
      issuer: loket.settings.issuer,
      name: 'Buitenstaander',
      email: 'buitenstaander@organisatie.example',
    }
    const identities = createIdentities(loket.connection)
    expect(await identities.binding(second)).toEqual({ boundAt: about.boundAt, account })
    // Nowhere but with the binding: not in a mail, a line, or a session that is somebody's.
    const holding = (await itemsOfTable()).filter((item) => JSON.stringify(item).includes(account.email))
    expect(holding.map(({ pk, sk }) => [pk, sk])).toEqual([['PERSOON#aalst#casemanager-aalst-2', 'IDENTITEIT']])

    await identities.unbind({ ...second, by: 'coordinator-aalst', auditId: 'x', now: loket.clock.now, auditDays: 365 })
    expect(JSON.stringify(await itemsOfTable())).not.toContain(account.email)
  })

  it('a GET binds nobody: signed in or not, however often it is opened', async () => {
    const path = await invite()
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Buitenstaander')
    for (const reader of [visitor, loket.browser()]) {
      for (let time = 0; time < 3; time += 1) expect((await reader.get(path)).status).toBe(200)
      expect((await reader.send(path, { method: 'HEAD' })).status).toBe(200)
    }
    expect(await createIdentities(loket.connection).find(identityOf('Buitenstaander'))).toBeUndefined()
  })

  it('without being signed in there is nothing to confirm', async () => {
    const path = await invite()
    const answer = await loket.browser().post(path)
    expect([answer.status, locationOf(answer)]).toEqual([303, path])
    expect((await itemsOf()).some(({ sk }) => sk === 'IDENTITEIT')).toBe(false)
  })

  it('works once', async () => {
    const path = await invite()
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Buitenstaander')
    await visitor.post(path)
    for (const answer of [await visitor.post(path), await visitor.get(path), await loket.browser().get(path)]) {
      expect(answer.status).toBe(410)
      const text = words({ html: await answer.text() })
      expect(text).toContain('Deze uitnodiging is verlopen of al gebruikt.')
      expect(text).not.toContain('Tweede casemanager')
    }
  })

  it('lasts seven days', async () => {
    const path = await invite()
    loket.later(7 * 86_400 - 1)
    expect((await loket.browser().get(path)).status).toBe(200)
    loket.later(1)
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Buitenstaander')
    for (const answer of [await visitor.get(path), await visitor.post(path)]) {
      expect([answer.status, await answer.text()]).toEqual([410, expect.not.stringContaining('Tweede')])
    }
    expect(await createIdentities(loket.connection).find(identityOf('Buitenstaander'))).toBeUndefined()
  })

  it('is not for an account that has a place already', async () => {
    const path = await invite()
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Organisator')
    for (const answer of [await visitor.get(path), await visitor.post(path)]) {
      expect(answer.status).toBe(409)
      expect(words({ html: await answer.text() })).toContain('U bent aangemeld als Organisator van LCO Aalst.')
    }
    expect((await loket.browser().get(path)).status).toBe(200)
    expect(await createIdentities(loket.connection).find(identityOf('Organisator'))).toEqual({
      network: 'aalst',
      person: 'organisator',
    })
  })

  it('is not for a place that is taken: not to make, and not to accept', async () => {
    const taken = { network: 'ota', person: 'bemiddelaar-ota' }
    const again = { id: 'x', ...taken, invitedBy: 'coordinator-ota', auditId: 'x', now: loket.clock.now, auditDays: 1 }
    expect(await createIdentities(loket.connection).invite(again)).toBe('person-bound')

    const path = await invite()
    // Bound beside the invitation, as a start on one's own machine does.
    const { client, PutCommand } = await loket.connection.dynamo()
    for (const Item of bindingItems(second, 'somebody', loket.clock.now.toISOString()))
      await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Buitenstaander')
    const refused = await visitor.post(path)
    expect(refused.status).toBe(409)
    expect(words({ html: await refused.text() })).toContain('Deze plaats is al ingenomen.')
    expect((await visitor.get('/werkruimte')).status).toBe(403)
  })

  it('of two made in the same millisecond the last one works, and both say so at once', async () => {
    const [first, later] = [await invite(), await invite()]
    expect((await loket.browser().get(first)).status).toBe(410)
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Buitenstaander')
    expect((await visitor.post(first)).status).toBe(410)
    expect((await visitor.post(later)).status).toBe(303)
  })

  it.each([2, 20])('%i accounts at once: one is bound', async (accounts) => {
    const path = await invite()
    const visitors = await Promise.all(
      Array.from({ length: accounts }, async (_, index) => {
        const secret = String(index).padStart(43, 'C')
        await loket.deps.sessions.start({ secret, identity: `account-${index}`, now: loket.clock.now })
        return loket.browser(new Map([['loket-werk', secret]]))
      }),
    )
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(path)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410 || status === 409)).toHaveLength(accounts - 1)
    const bound = await Promise.all(
      visitors.map((_, index) => createIdentities(loket.connection).find(`account-${index}`)),
    )
    expect(bound.filter(Boolean)).toEqual([second])
    const audit = (await itemsOf()).filter(({ what }) => what === 'gekoppeld')
    expect(audit).toHaveLength(1)
  })

  it('one account at two invitations at once: one is bound', async () => {
    const paths = [await invite(), await invite({ network: 'limburg', person: 'coordinator-limburg' })]
    const tabs = await Promise.all(
      paths.map(async (_, index) => {
        const secret = String(index).padStart(43, 'D')
        await loket.deps.sessions.start({ secret, identity: 'same', now: loket.clock.now })
        return loket.browser(new Map([['loket-werk', secret]]))
      }),
    )
    const answers = await Promise.all(tabs.map((tab, index) => tab.post(paths[index] ?? '')))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  it.each([
    ['one character changed', (path: string) => path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A')],
    ['cut off', (path: string) => path.slice(0, -5)],
  ])('a link with %s does not work', async (_, change) => {
    const path = change(await invite())
    expect((await loket.browser().get(path)).status).toBe(404)
    expect((await loket.browser().post(path)).status).toBe(404)
    const token = path.split('/').at(-1) ?? ''
    expect((await loket.browser().get(`/werkruimte/aanmelden?toegang=${token}`)).status).toBe(404)
  })

  it('a link for another purpose does not work', async () => {
    const { linkKeys } = await loket.deps.secrets()
    const token = linkToken(linkKeys, 'status', { id: 'uitnodiging-1', version: 1 })
    expect((await loket.browser().get(`/werkruimte/toegang/${token}`)).status).toBe(404)
  })
})
