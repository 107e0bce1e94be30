/** What a session opens, to whom, and until when (docs/promises.md, "No one in"). */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { networks } from '../../forms/index.ts'
import { createIdentities } from '../../functions/shared/store/identities.ts'
import { type SignInTest, startSignInTest, words } from '../support/sign-in.ts'
import { fieldsIn, locationOf, type Visitor } from '../support/visitor.ts'

const organisator = { network: 'aalst', person: 'organisator' }
let loket: SignInTest
beforeAll(async () => {
  loket = await startSignInTest()
})
afterAll(() => loket.stop())

describe('a session', () => {
  const cookieName = 'loket-werk'

  it('is a secret of 256 bits, of which only the hash is stored', async () => {
    const cookies = new Map<string, string>()
    const visitor = loket.browser(cookies)
    const callback = await loket.signInButForTheCallback(visitor, 'Organisator')
    const cookie = (await visitor.get(callback)).headers.getSetCookie().find((line) => line.startsWith(cookieName))
    expect(cookie).toMatch(/^loket-werk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const { client, QueryCommand } = await loket.connection.dynamo()
    const stored = await client.send(
      new QueryCommand({
        TableName: loket.connection.tables.loket,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'PERSOON#aalst#organisator' },
      }),
    )
    expect(JSON.stringify(stored.Items)).toContain('SESSIE#')
    expect(JSON.stringify(stored.Items)).not.toContain(cookies.get(cookieName))
  })

  it('takes no secret that somebody else chose, and ends the one this browser had', async () => {
    const chosen = 'F'.repeat(43)
    const cookies = new Map([[cookieName, chosen]])
    const visitor = loket.browser(cookies)
    await loket.signIn(visitor, 'Organisator')
    const first = cookies.get(cookieName)
    expect(first).not.toBe(chosen)
    expect((await loket.browser(new Map([[cookieName, chosen]])).get('/werkruimte')).status).toBe(303)

    await loket.signIn(visitor, 'Coördinator Aalst', '/werkruimte/aanmelden')
    expect(cookies.get(cookieName)).not.toBe(first)
    const old = loket.browser(new Map([[cookieName, first ?? '']]))
    expect((await old.get('/werkruimte')).status).toBe(303)
  })

  it('sign-out ends it, also for a copy of the cookie', async () => {
    const cookies = new Map<string, string>()
    const visitor = loket.browser(cookies)
    await loket.signIn(visitor, 'Coördinator Aalst')
    const thief = loket.browser(new Map(cookies))
    expect((await thief.get('/werkruimte')).status).toBe(200)
    const out = await visitor.post('/werkruimte/afmelden')
    expect([out.status, locationOf(out)]).toEqual([303, '/werkruimte/afgemeld'])
    expect(out.headers.getSetCookie().join()).toContain('loket-werk=; Max-Age=0')
    expect((await loket.open(visitor, '/werkruimte/afgemeld')).html).toContain('U bent afgemeld.')
    expect((await visitor.get('/werkruimte')).status).toBe(303)
    expect((await thief.get('/werkruimte')).status).toBe(303)
    expect((await visitor.post('/werkruimte/afmelden')).status).toBe(303)
    expect((await loket.browser().get('/werkruimte/afmelden')).status).toBe(404)
  })

  it('ends after 30 minutes without a request', async () => {
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Coördinator Aalst')
    loket.later(30 * 60 - 1)
    expect((await visitor.get('/werkruimte')).status).toBe(200)
    loket.later(30 * 60 + 1)
    expect((await visitor.get('/werkruimte')).status).toBe(303)
  })

  it('ends after 8 hours, however busy', async () => {
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Coördinator Aalst')
    for (let quarter = 1; quarter < 32; quarter += 1) {
      loket.later(15 * 60)
      expect((await visitor.get('/werkruimte')).status).toBe(200)
    }
    loket.later(15 * 60 - 1)
    expect((await visitor.get('/werkruimte')).status).toBe(200)
    loket.later(1)
    expect((await visitor.get('/werkruimte')).status).toBe(303)
  })

  it('every session of a person ends at once when we say so', async () => {
    const visitors = [loket.browser(), loket.browser()]
    for (const visitor of visitors) await loket.signIn(visitor, 'Bemiddelaar OTA')
    const bystander = loket.browser()
    await loket.signIn(bystander, 'Coördinator OTA')
    for (const visitor of visitors) expect((await visitor.get('/werkruimte')).status).toBe(200)
    await loket.deps.sessions.endAll({ network: 'ota', person: 'bemiddelaar-ota' })
    for (const visitor of visitors) expect((await visitor.get('/werkruimte')).status).toBe(303)
    expect((await bystander.get('/werkruimte')).status).toBe(200)
  })
})

describe('what the provider still remembers does not bring back', () => {
  /** What we ask of the provider for this browser. */
  const promptFor = async (visitor: Visitor) =>
    new URL(locationOf(await visitor.get('/werkruimte/aanmelden')), loket.url).searchParams.get('prompt')

  it('a browser that never was here, or is signed in, is asked as well', async () => {
    const visitor = loket.browser()
    expect(await promptFor(visitor)).toBe('login')
    await loket.signIn(visitor, 'Organisator')
    expect(await promptFor(visitor)).toBe('login')
  })

  it.each([
    ['who signed out', async (visitor: Visitor) => visitor.post('/werkruimte/afmelden')],
    ['who was away for half an hour', async () => loket.later(30 * 60)],
    ['whose sessions were ended', async () => loket.deps.sessions.endAll(organisator)],
  ])('%s: the provider asks again', async (_, leave) => {
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Organisator')
    await leave(visitor)
    for (let time = 0; time < 2; time += 1) expect(await promptFor(visitor)).toBe('login')
    expect((await loket.signIn(visitor, 'Organisator')).html).toBe('Organisator · aalst')
  })

  it.each([
    ['who signed out', async (visitor: Visitor) => void (await visitor.post('/werkruimte/afmelden'))],
    ['who walked away', async () => {}],
  ])('%s of a shared computer, and every cookie of ours was wiped since', async (_, leave) => {
    const cookies = new Map<string, string>()
    const visitor = loket.browser(cookies)
    await loket.signIn(visitor, 'Organisator')
    await leave(visitor)
    cookies.clear()
    expect(await promptFor(visitor)).toBe('login')
  })
})

describe('what we ask of the provider goes by the address bar; what must come back does not', () => {
  it.each([
    ['that was left', async (visitor: Visitor) => visitor.post('/werkruimte/afmelden')],
    ['without any cookie of ours', async (_: Visitor, cookies: Map<string, string>) => cookies.clear()],
  ])('a browser %s: without the question in the address nobody comes in', async (_, leave) => {
    const cookies = new Map<string, string>()
    const visitor = loket.browser(cookies)
    await loket.signIn(visitor, 'Organisator')
    await leave(visitor, cookies)
    const question = new URL(locationOf(await visitor.get('/werkruimte/aanmelden')), loket.url)
    for (const name of ['prompt', 'max_age']) question.searchParams.delete(name)
    const page = await loket.open(visitor, question.pathname + question.search)
    const { status, html } = await loket.follow(visitor, await loket.choose(page, visitor, 'Organisator'))
    expect([status, words({ html })]).toEqual([400, expect.stringContaining('Aanmelden is niet gelukt.')])
    expect(loket.trouble.at(-1)).toBe('invalid auth_time_missing')
    expect((await visitor.get('/werkruimte')).status).toBe(303)
    // As asked, it works.
    expect((await loket.signIn(visitor, 'Organisator')).html).toBe('Organisator · aalst')
  })
})

describe('who may open what', () => {
  it('another role hears that this page is not for them', async () => {
    const visitor = loket.browser()
    const { status, html } = await loket.signIn(visitor, 'Casemanager Aalst', '/werkruimte/beheer/mensen')
    expect([status, words({ html })]).toEqual([403, expect.stringContaining('Deze pagina is voor een andere rol.')])
    expect(
      (await loket.signIn(visitor, 'Coördinator Aalst', '/werkruimte/aanmelden?terug=/werkruimte/beheer/mensen')).html,
    ).toBe('mensen')
  })

  it('an outsider hears whom to ask, everywhere, and can sign out', async () => {
    const visitor = loket.browser()
    const { status, html } = await loket.signIn(visitor, 'Buitenstaander', '/werkruimte/dossier/LCO-1')
    expect(status).toBe(403)
    const text = words({ html })
    expect(text).toContain('U bent aangemeld, maar hoort nog niet bij dit netwerk.')
    for (const { name, phone } of networks)
      expect(text.replaceAll(' , ', ', ')).toContain(`${name} Vraag toegang aan de coördinator, ${phone}`)
    expect(html).toContain('action="/werkruimte/afmelden"')
    expect((await visitor.get('/werkruimte/beheer/mensen')).status).toBe(403)
    expect((await visitor.post('/werkruimte/notitie', { tekst: 'x' })).status).toBe(403)
    await visitor.post('/werkruimte/afmelden')
    expect((await visitor.get('/werkruimte')).status).toBe(303)
  })
})

describe('an account that is taken from its person', () => {
  it('while it signs in is an outsider’s: unbound between the look and the session', async () => {
    const { sessions } = loket.deps
    const start = sessions.start.bind(sessions)
    vi.spyOn(sessions, 'start').mockImplementationOnce(async (session) => {
      if (!session.who) throw new Error('Not bound')
      const about = { by: 'coordinator-ota', auditId: 'a', now: loket.clock.now, auditDays: 1 }
      await createIdentities(loket.connection).unbind({ ...session.who, ...about })
      await sessions.endAll(session.who)
      return start(session)
    })
    const { status, html } = await loket.signIn(loket.browser(), 'Bemiddelaar OTA')
    expect([status, words({ html })]).toEqual([403, expect.stringContaining('hoort nog niet bij dit netwerk')])
  })
})

describe('a session that ended while somebody typed', () => {
  const typed = {
    tekst: 'Eerste regel\r\n<b>tweede</b> "regel" & meer',
    domein: ['wonen', 'gezin'],
    actie: 'bewaar',
  }

  it('keeps every field, to be sent again after signing in in another tab', async () => {
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Casemanager Aalst')
    loket.later(31 * 60)
    const gone = await visitor.post('/werkruimte/notitie?van=x', typed)
    const html = await gone.text()
    expect(gone.status).toBe(401)
    expect(gone.headers.get('cache-control')).toBe('no-store')
    expect(words({ html })).toContain('U was even weg. Meld opnieuw aan. Uw tekst is bewaard.')
    expect(html).toContain('method="post" action="/werkruimte/notitie?van=x">')
    expect(html).toContain('target="_blank" rel="noopener"')
    const kept = fieldsIn(html)
    expect(kept).toEqual({ tekst: [typed.tekst.replace('\r\n', '\n')], domein: typed.domein, actie: ['bewaar'] })

    // Too early: the same page again, nothing lost.
    expect(fieldsIn(await (await visitor.post('/werkruimte/notitie', kept)).text())).toEqual(kept)
    const tab = await loket.signIn(visitor, 'Casemanager Aalst', '/werkruimte/aanmelden?terug=/werkruimte/aangemeld')
    expect(words(tab)).toContain('U bent opnieuw aangemeld.')
    const sent = await visitor.post('/werkruimte/notitie', kept)
    expect([sent.status, await sent.json()]).toEqual([
      200,
      { tekst: kept.tekst?.[0], domein: 'gezin', actie: 'bewaar' },
    ])
  })

  it('shows nothing that another site posted', async () => {
    const foreign = await loket.browser().post('/werkruimte/notitie', typed, { origin: 'https://evil.example' })
    expect([foreign.status, await foreign.text()]).toEqual([403, ''])
  })
})
