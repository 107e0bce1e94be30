/** Signing in through the real local provider, and every answer from it that is not ours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../../functions/local/demo-people.ts'
import { type SignInTest, startSignInTest, words } from '../support/sign-in.ts'
import type { Fields } from '../support/visitor.ts'

let loket: SignInTest
beforeAll(async () => {
  loket = await startSignInTest()
})
afterAll(() => loket.stop())

describe('signing in', () => {
  it('goes from any page through the provider and back to it', async () => {
    const visitor = loket.browser()
    const { path, status, html, way } = await loket.signIn(
      visitor,
      'Coördinator Aalst',
      '/werkruimte/dossier/LCO-1?x=1',
    )
    expect([path, status, html]).toEqual(['/werkruimte/dossier/LCO-1?x=1', 200, 'dossier LCO-1'])
    expect(way.at(-2)).toMatch(/^\/werkruimte\/terug\?code=/)
  })

  it.each([
    ['Coördinator Aalst', 'aalst'],
    ['Casemanager Aalst', 'aalst'],
    ['Coördinator OTA', 'ota'],
    ['Bemiddelaar OTA', 'ota'],
    ['Organisator', 'aalst'],
  ] as const)('%s works for %s', async (person, network) => {
    expect((await loket.signIn(loket.browser(), person)).html).toBe(`${person} · ${network}`)
  })

  it('one browser is everybody in turn; the provider asks every time', async () => {
    const visitor = loket.browser()
    for (const person of ['Coördinator Aalst', 'Bemiddelaar OTA'] as const) {
      const page = await loket.open(visitor, '/werkruimte/aanmelden')
      for (const name of demoPeople) expect(page.html).toContain(`>Meld aan als ${name}</button>`)
      await loket.follow(visitor, await loket.choose(page, visitor, person))
      expect(await (await visitor.get('/werkruimte')).text()).toContain(person)
    }
  })

  it('two tabs at once both arrive where they were going', async () => {
    const visitor = loket.browser()
    const first = await loket.signInButForTheCallback(visitor, 'Casemanager Aalst', '/werkruimte/dossier/LCO-1')
    const second = await loket.signInButForTheCallback(visitor, 'Casemanager Aalst', '/werkruimte/dossier/LCO-2')
    expect((await loket.open(visitor, first)).html).toBe('dossier LCO-1')
    expect((await loket.open(visitor, second)).html).toBe('dossier LCO-2')
  })

  it('asks for a code with PKCE, and nothing but who it is', async () => {
    const start = await loket.browser().get('/werkruimte/aanmelden')
    const { origin, searchParams } = new URL(start.headers.get('location') ?? '')
    expect(origin).toBe(loket.url)
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'loket',
      response_type: 'code',
      redirect_uri: `${loket.url}/werkruimte/terug`,
      scope: 'openid',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      prompt: 'login',
      max_age: '600',
    })
  })

  it.each(['afgemeld', 'terug', 'toegang/onzin'])(
    'the page at %s says once what kind of document it is',
    async (page) => {
      const html = await (await loket.browser().get(`/werkruimte/${page}`)).text()
      expect(html.match(/<!doctype html>/gi)).toHaveLength(1)
      expect(html).toMatch(/^<!doctype html><html lang="nl-BE">/)
    },
  )

  it('a HEAD begins nothing and spoils nothing', async () => {
    const visitor = loket.browser()
    const head = await visitor.send('/werkruimte/aanmelden', { method: 'HEAD' })
    expect([head.status, head.headers.getSetCookie()]).toEqual([200, []])
    const callback = await loket.signInButForTheCallback(visitor, 'Organisator')
    await visitor.send(callback, { method: 'HEAD' })
    expect((await loket.open(visitor, callback)).status).toBe(200)
  })
})

describe.each(['amr', 'c1'] as const)('a second factor, proven by %s', (secondFactor) => {
  let loket: SignInTest
  beforeAll(async () => {
    loket = await startSignInTest(undefined, { secondFactor })
  })
  afterAll(() => loket.stop())

  it('lets in who has one, and tells who has none what to do', async () => {
    const visitor = loket.browser()
    const choose = async (beside: Fields = {}) => {
      const page = await loket.open(visitor, '/werkruimte/aanmelden')
      return loket.follow(visitor, await loket.choose(page, visitor, 'Coördinator Aalst', beside))
    }
    const refused = await choose({ zonder_tweede_factor: 'ja' })
    expect([refused.status, words(refused)]).toEqual([403, expect.stringContaining('U hebt een tweede stap nodig.')])
    expect(words(refused)).toContain('Bel de helpdesk van uw organisatie')
    expect(refused.html).toContain('href="/werkruimte/aanmelden"')
    expect(loket.trouble.at(-1)).toBe('weak second_factor_missing')
    expect((await visitor.get('/werkruimte')).status).toBe(303)
    expect((await choose()).html).toBe('Coördinator Aalst · aalst')
  })
})

describe('an answer that is not ours', () => {
  /** Starts a sign-in whose question to the provider is changed on the way, as an attacker would. */
  async function withQuestion(change: (question: URLSearchParams) => void) {
    const visitor = loket.browser()
    const start = await visitor.get('/werkruimte/aanmelden')
    const question = new URL(start.headers.get('location') ?? '')
    change(question.searchParams)
    const page = await loket.open(visitor, question.pathname + question.search)
    return loket.follow(visitor, await loket.choose(page, visitor, 'Coördinator Aalst'))
  }
  const other = 'A'.repeat(43)

  it.each(['state', 'nonce', 'code_challenge'])('another %s', async (name) => {
    const { path, status, html } = await withQuestion((question) => question.set(name, other))
    expect(path).toMatch(/^\/werkruimte\/terug/)
    expect(status).toBe(400)
    expect(words({ html })).toContain('Aanmelden is niet gelukt. Deze aanmelding is verlopen of al gebruikt.')
  })

  it('without PKCE the provider says no', async () => {
    const visitor = loket.browser()
    const question = new URL((await visitor.get('/werkruimte/aanmelden')).headers.get('location') ?? '')
    question.searchParams.delete('code_challenge')
    const { path, status } = await loket.open(visitor, question.pathname + question.search)
    expect([path, status]).toEqual([expect.stringMatching(/^\/werkruimte\/terug\?error=invalid_request/), 503])
  })

  it.each([
    ['no state', (answer: URLSearchParams) => answer.delete('state')],
    ['another state', (answer: URLSearchParams) => answer.set('state', other)],
    ['two states', (answer: URLSearchParams) => answer.append('state', other)],
    ['no code', (answer: URLSearchParams) => answer.delete('code')],
    ['another code', (answer: URLSearchParams) => answer.set('code', other)],
    ['another issuer', (answer: URLSearchParams) => answer.set('iss', 'https://evil.example')],
    ['no issuer', (answer: URLSearchParams) => answer.delete('iss')],
  ])('%s in the way back', async (_, change) => {
    const visitor = loket.browser()
    const callback = new URL(await loket.signInButForTheCallback(visitor, 'Coördinator Aalst'), loket.url)
    change(callback.searchParams)
    const { status } = await loket.open(visitor, callback.pathname + callback.search)
    expect(status).toBe(400)
    expect((await visitor.get('/werkruimte')).status).toBe(303)
  })

  it('a second time: the state is used up, and so is the code', async () => {
    const visitor = loket.browser()
    const callback = await loket.signInButForTheCallback(visitor, 'Coördinator Aalst')
    expect((await loket.open(visitor, callback)).status).toBe(200)
    expect((await loket.open(visitor, callback)).status).toBe(400)

    const code = new URL(callback, loket.url).searchParams.get('code') ?? ''
    const fresh = new URL(await loket.signInButForTheCallback(visitor, 'Coördinator Aalst'), loket.url)
    fresh.searchParams.set('code', code)
    expect((await loket.open(visitor, fresh.pathname + fresh.search)).status).toBe(400)
    expect(loket.trouble).toContain('invalid invalid_grant')
  })

  it('in another browser: refused there, still good where it began', async () => {
    const [visitor, thief] = [loket.browser(), loket.browser()]
    const callback = await loket.signInButForTheCallback(visitor, 'Coördinator Aalst')
    expect((await thief.get(callback)).status).toBe(400)
    await thief.get('/werkruimte/aanmelden')
    expect((await thief.get(callback)).status).toBe(400)
    expect((await loket.open(visitor, callback)).status).toBe(200)
  })

  it('after ten minutes', async () => {
    const visitor = loket.browser()
    const callback = await loket.signInButForTheCallback(visitor, 'Coördinator Aalst')
    loket.later(600)
    expect((await visitor.get(callback)).status).toBe(400)
    const other = await loket.signInButForTheCallback(visitor, 'Coördinator Aalst')
    loket.later(599)
    expect((await visitor.get(other)).status).toBe(303)
  })

  it('somebody who breaks off is not signed in', async () => {
    const visitor = loket.browser()
    const page = await loket.open(visitor, '/werkruimte')
    const { status, html } = await loket.follow(visitor, await loket.choose(page, visitor, ''))
    expect([status, words({ html })]).toEqual([403, expect.stringContaining('U bent niet aangemeld.')])
    expect((await visitor.get('/werkruimte')).status).toBe(303)
  })

  it('an interaction of the provider opens in its own browser only', async () => {
    const { path } = await loket.open(loket.browser(), '/werkruimte')
    expect((await loket.browser().get(path)).status).toBe(400)
    expect((await loket.browser().post(path, { persoon: 'Coördinator Aalst' })).status).toBe(400)
  })
})

describe('where one comes back to', () => {
  it.each([
    '//evil.example',
    'https://evil.example/werkruimte',
    '\\\\evil.example',
    '/\\evil.example',
    '/werkruimte/\\..\\..\\evil',
    '/werkruimte@evil.example',
    '/werkruimte.evil.example',
    '/werkruimte/../aalst',
    '/werkruimte/%2e%2e/aalst',
    '/werk\truimte',
    '/werkruimte/\n//evil.example',
    'javascript:alert(1)',
    '/werkruimte/afmelden',
    '/werkruimte/terug?code=x',
    `/werkruimte/${'a'.repeat(1_000)}`,
    '',
  ])('%j is not followed', async (terug) => {
    const visitor = loket.browser()
    const { path } = await loket.signIn(
      visitor,
      'Organisator',
      `/werkruimte/aanmelden?${new URLSearchParams({ terug })}`,
    )
    expect(path).toBe('/werkruimte')
  })

  it.each([
    '/werkruimte/dossier/LCO-7K3M',
    '/werkruimte?vorm=lco&staat=open#top',
    '/werkruimte//evil.example',
    '/werkruimte/a/../mensen',
  ])('%j stays in the house', async (terug) => {
    const start = `/werkruimte/aanmelden?${new URLSearchParams({ terug })}`
    const visitor = loket.browser()
    const callback = await loket.signInButForTheCallback(visitor, 'Organisator', start)
    const location = (await visitor.get(callback)).headers.get('location') ?? ''
    expect(new URL(location, loket.url).origin).toBe(loket.url)
    expect(location).toMatch(/^\/werkruimte/)
  })
})
