/** What Loket believes of a provider: one that answers wrongly, another directory, or not at all. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../functions/shared/config.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { identityId } from '../../functions/shared/store/identities.ts'
import { createOidc, type Oidc, type OidcSettings, type SecondFactor } from '../../functions/workspace/sign-in/oidc.ts'
import { freshTables } from '../support/dynamodb.ts'
import { workspaceOn } from '../support/sign-in.ts'
import { createVisitor, wordsIn } from '../support/visitor.ts'

const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
const tenant = '11111111-2222-4333-8444-555555555555'
const question = { state: 'S'.repeat(43), nonce: 'N'.repeat(43), verifier: 'V'.repeat(43) }
const since = 1_795_000_000
const expected = { ...question, signedInSince: since }
const answer = new URLSearchParams({ code: 'c', state: expected.state })

/** How the provider under test behaves now. */
let behaviour: {
  claims: Record<string, unknown>
  signedWith: CryptoKey
  issuer: string | undefined
  token: { status: number; body: object } | undefined
  silent: boolean
}
let issuer: string
/** Fields of the last token request. */
let asked: URLSearchParams
let discoveries = 0

const provider = createServer(async (request, response) => {
  if (behaviour.silent) return request.socket.destroy()
  const json = (body: object, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (request.url === '/.well-known/openid-configuration') {
    discoveries += 1
    return json({
      issuer: behaviour.issuer ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
  }
  if (request.url === '/keys')
    return json({ keys: [{ ...(await exportJWK(own.publicKey)), use: 'sig', alg: 'RS256', kid: '1' }] })
  asked = new URLSearchParams(await text(request))
  if (behaviour.token) return json(behaviour.token.body, behaviour.token.status)
  const idToken = await new SignJWT({
    iss: issuer,
    aud: 'loket',
    sub: 'zoë',
    nonce: expected.nonce,
    auth_time: since,
    ...behaviour.claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: '1' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(behaviour.signedWith)
  return json({ access_token: 'a', token_type: 'Bearer', id_token: idToken })
})

beforeAll(async () => {
  provider.listen(0, '127.0.0.1')
  await once(provider, 'listening')
  issuer = `http://localhost:${(provider.address() as AddressInfo).port}`
})
afterAll(() => provider.close())
beforeEach(() => {
  behaviour = { claims: {}, signedWith: own.privateKey, issuer: undefined, token: undefined, silent: false }
  discoveries = 0
})

const settings = (changes: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer,
  clientId: 'loket',
  clientSecret: async () => 'geheim',
  secondFactor: 'provider',
  redirectUri: 'https://loket.example/werkruimte/terug',
  systemNow: () => new Date(),
  ...changes,
})
const finish = (changes: Partial<OidcSettings> = {}, given = answer) =>
  createOidc(settings(changes)).finish(given, expected)

describe('an account', () => {
  it('is issuer and subject', async () => {
    expect(await finish()).toEqual({ kind: 'signed-in', identity: identityId(issuer, 'zoë'), account: { issuer } })
    expect(Object.fromEntries(asked)).toEqual({
      grant_type: 'authorization_code',
      code: 'c',
      code_verifier: expected.verifier,
      redirect_uri: 'https://loket.example/werkruimte/terug',
      client_id: 'loket',
      client_secret: 'geheim',
    })
  })

  it('is never an e-mail address', async () => {
    behaviour.claims = { email: 'coordinator@lco-aalst.example', email_verified: true, preferred_username: 'x' }
    const account = { issuer, email: 'coordinator@lco-aalst.example' }
    expect(await finish()).toEqual({ kind: 'signed-in', identity: identityId(issuer, 'zoë'), account })
  })

  it.each<[string, Record<string, unknown>, object]>([
    ['a name and an address', { name: 'Zoë', email: 'z@x.example' }, { name: 'Zoë', email: 'z@x.example' }],
    ['the address of Entra ID', { preferred_username: 'z@x.example' }, { email: 'z@x.example' }],
    ['nothing', {}, {}],
    ['nothing, said', { name: '', email: '' }, {}],
    ['more than a page can show', { name: 'é'.repeat(5_000) }, { name: 'é'.repeat(100) }],
    ['half a character at the end', { name: `${'a'.repeat(99)}😀` }, { name: `${'a'.repeat(99)}\ufffd` }],
    ['more than one line', { name: 'Zoë\r\nBcc: x' }, { name: 'Zoë  Bcc: x' }],
  ])('is told of with %s, to be shown and not to be known by', async (_, claims, told) => {
    behaviour.claims = claims
    const account = { issuer, ...told }
    expect(await finish()).toEqual({ kind: 'signed-in', identity: identityId(issuer, 'zoë'), account })
  })

  it('at Entra ID is directory and object, and asks for the profile that names them', async () => {
    behaviour.claims = { tid: tenant, oid: 'object' }
    const identity = identityId(issuer, `${tenant}/object`)
    expect(await finish({ tenant })).toEqual({ kind: 'signed-in', identity, account: { issuer } })
    const begun = await createOidc(settings({ tenant })).begin(question)
    expect(begun.kind === 'go' && begun.to.searchParams.get('scope')).toBe('openid profile')
  })

  it.each([
    ['of another directory', { tid: '99999999-2222-4333-8444-555555555555', oid: 'object' }],
    ['of no directory', { oid: 'object' }],
    ['without its object', { tid: tenant }],
  ])('%s does not come in', async (_, claims) => {
    behaviour.claims = claims
    expect((await finish({ tenant })).kind).toBe('elsewhere')
  })

  it('of a public client needs no secret', async () => {
    expect((await finish({ clientSecret: async () => undefined })).kind).toBe('signed-in')
    expect(asked.has('client_secret')).toBe(false)
  })
})

describe('every sign-in is afresh', () => {
  it('is asked twice over, and remembers here since when', async () => {
    const begun = await createOidc(settings({ systemNow: () => new Date(since * 1000 + 999) })).begin(question)
    if (begun.kind !== 'go') throw new Error(begun.code)
    const address = begun.to.searchParams
    expect([address.get('prompt'), address.get('max_age'), begun.signedInSince]).toEqual(['login', '600', since])
    expect([...address.values()].join()).not.toContain(String(since))
  })

  it.each<[string, number | undefined, string]>([
    ['who signed in after that', since + 40, 'in'],
    ['whose provider has a slow clock', since - 30, 'in'],
    ['whom the provider remembered', since - 31, 'auth_time_old'],
    ['whom it remembered for hours', since - 7_200, 'auth_time_old'],
    ['of whom it does not say', undefined, 'auth_time_missing'],
    ['who will, it says', Math.floor(Date.now() / 1000) + 3_600, 'auth_time_future'],
  ])('%s', async (_, at, outcome) => {
    behaviour.claims = { auth_time: at }
    const result = await finish()
    if (outcome === 'in') expect(result.kind).toBe('signed-in')
    else expect(result).toEqual({ kind: 'invalid', code: outcome })
  })
})

describe('a second factor', () => {
  const weak = { kind: 'weak', code: 'second_factor_missing', identity: expect.stringMatching(/^[\w-]{43}$/) }

  it.each<[SecondFactor, string, Record<string, unknown>, 'in' | 'refused']>([
    ['amr', 'a password and another', { amr: ['pwd', 'mfa'] }, 'in'],
    ['amr', 'a password', { amr: ['pwd'] }, 'refused'],
    ['amr', 'it does not say how', {}, 'refused'],
    ['amr', 'words that only look like it', { amr: ['MFA', 'mfa ', 'nomfa'] }, 'refused'],
    ['amr', 'an authentication context', { acrs: ['c1'] }, 'refused'],
    ['c1', 'the context', { acrs: ['c1'] }, 'in'],
    ['c1', 'the context among others', { acrs: ['c7', 'c1'] }, 'in'],
    ['c1', 'another context', { acrs: ['c11'] }, 'refused'],
    ['c1', 'no context', { amr: ['pwd', 'mfa'] }, 'refused'],
    ['amr', 'a word, and no list', { amr: 'mfa' }, 'refused'],
    ['amr', 'a list with more than words', { amr: ['mfa', { mfa: true }] }, 'refused'],
    ['c1', 'a context, and no list', { acrs: 'c1' }, 'refused'],
    ['c1', 'nothing', { acrs: null, amr: null, name: null }, 'refused'],
    ['provider', 'in a shape we do not know', { amr: 'pwd', acrs: 1, name: 1, email: [] }, 'in'],
    ['c25', 'the context', { acrs: ['c25'] }, 'in'],
    ['c25', 'another context', { acrs: ['c2'] }, 'refused'],
    ['provider', 'it does not say how', {}, 'in'],
  ])('%s, %s: %s', async (secondFactor, _, claims, outcome) => {
    behaviour.claims = claims
    const result = await finish({ secondFactor })
    if (outcome === 'in') expect(result.kind).toBe('signed-in')
    else expect(result).toEqual(weak)
  })

  it.each<[SecondFactor, string | null]>([
    ['c1', '{"id_token":{"acrs":{"essential":true,"value":"c1"}}}'],
    ['amr', null],
    ['provider', null],
  ])('%s is asked for where that can be', async (secondFactor, claims) => {
    const begun = await createOidc(settings({ secondFactor })).begin(question)
    expect(begun.kind === 'go' && begun.to.searchParams.get('claims')).toBe(claims)
  })
})

describe('an ID token', () => {
  it.each([
    ['another nonce', { nonce: 'x' }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'ander' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no subject', { sub: undefined }],
  ])('with %s is not believed', async (_, claims) => {
    behaviour.claims = claims
    expect((await finish()).kind).toBe('invalid')
  })

  it('signed by somebody else is not believed', async () => {
    behaviour.signedWith = foreign.privateKey
    expect((await finish()).kind).toBe('invalid')
  })

  it('that is too old is not believed; the clock is the real one', async () => {
    const hourAgo = Math.floor(Date.now() / 1000) - 3_600
    const idToken = await new SignJWT({ iss: issuer, aud: 'loket', sub: 'zoë', nonce: expected.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: '1' })
      .setIssuedAt(hourAgo)
      .setExpirationTime(hourAgo + 300)
      .sign(own.privateKey)
    behaviour.token = { status: 200, body: { access_token: 'a', token_type: 'Bearer', id_token: idToken } }
    expect((await finish()).kind).toBe('invalid')
  })

  it('must be there', async () => {
    behaviour.token = { status: 200, body: { access_token: 'a', token_type: 'Bearer' } }
    expect((await finish()).kind).toBe('invalid')
  })
})

describe('a provider that says no, or nothing', () => {
  it.each([
    ['a code that was used', 400, { error: 'invalid_grant' }, 'invalid', 'invalid_grant'],
    ['a client secret that is wrong', 401, { error: 'invalid_client' }, 'unavailable', 'invalid_client'],
    ['trouble of its own', 500, { oops: 'geheim' }, 'unavailable', 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
  ] as const)('%s', async (_, status, body, kind, code) => {
    behaviour.token = { status, body }
    expect(await finish()).toEqual({ kind, code })
  })

  it.each([
    ['access_denied', 'refused'],
    ['temporarily_unavailable', 'unavailable'],
    ['<script>', 'unavailable'],
  ])('%s in the way back', async (error, kind) => {
    const said = await finish({}, new URLSearchParams({ error, state: expected.state, error_description: 'Zoë' }))
    expect(said).toEqual({ kind, code: error === '<script>' ? 'unknown' : error })
  })

  it('that names itself otherwise is not ours', async () => {
    behaviour.issuer = 'https://evil.example'
    expect((await finish()).kind).toBe('unavailable')
    behaviour.issuer = `${issuer}/`
    expect((await finish()).kind).toBe('unavailable')
  })

  it('without TLS is not asked, unless it is this machine', async () => {
    const begun = await createOidc(settings({ issuer: 'http://provider.example' })).begin(question)
    expect(begun).toEqual({ kind: 'unavailable', code: 'OAUTH_HTTP_REQUEST_FORBIDDEN' })
  })

  it('describes itself once; again after it failed, and for a new secret', async () => {
    let secret = 'een'
    const oidc = createOidc(settings({ clientSecret: async () => secret }))
    behaviour.silent = true
    expect((await oidc.finish(answer, expected)).kind).toBe('unavailable')
    behaviour.silent = false
    for (let time = 0; time < 3; time += 1) expect((await oidc.finish(answer, expected)).kind).toBe('signed-in')
    expect(discoveries).toBe(1)
    secret = 'twee'
    await oidc.finish(answer, expected)
    expect([discoveries, asked.get('client_secret')]).toEqual([2, 'twee'])
  })
})

describe('what a person reads then', () => {
  const url = 'https://loket.example'
  let connection: Connection
  beforeAll(async () => {
    connection = await freshTables()
  })

  function browserWith(oidc: Oidc) {
    const { app, trouble } = workspaceOn(
      connection,
      { url, settings: settings(), now: () => new Date() },
      { openOidc: async () => oidc },
    )
    return { visitor: createVisitor(url, async (request) => app.fetch(request)), trouble }
  }
  const go = async () => ({
    kind: 'go' as const,
    to: new URL('https://provider.example/authorize'),
    signedInSince: since,
  })

  it('when the provider does not answer: wait, and try again', async () => {
    behaviour.silent = true
    const { visitor, trouble } = browserWith(createOidc(settings()))
    const page = await visitor.get('/werkruimte/aanmelden')
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '60'])
    expect(wordsIn(await page.text())).toContain('Aanmelden lukt nu niet.')
    expect(page.headers.getSetCookie()).toEqual([])
    expect(trouble).toEqual([expect.stringMatching(/^unavailable \w+$/)])
  })

  it.each([
    ['elsewhere', 403, 'Dit account hoort bij een andere organisatie.'],
    ['refused', 403, 'U bent niet aangemeld.'],
    ['weak', 403, 'U hebt een tweede stap nodig.'],
    ['invalid', 400, 'Aanmelden is niet gelukt.'],
    ['unavailable', 503, 'Aanmelden lukt nu niet.'],
  ] as const)('%s', async (kind, status, words) => {
    let state = ''
    const { visitor, trouble } = browserWith({
      begin: (challenge) => {
        state = challenge.state
        return go()
      },
      finish: async () => ({ kind, code: 'x', identity: 'i' }),
    })
    await visitor.get('/werkruimte/aanmelden')
    const page = await visitor.get(`/werkruimte/terug?code=c&state=${state}`)
    expect([page.status, wordsIn(await page.text())]).toEqual([status, expect.stringContaining(words)])
    expect(trouble).toEqual([`${kind} x`])
  })

  it('over https, the cookies are bound to this host', async () => {
    let state = ''
    const { visitor } = browserWith({
      begin: (challenge) => {
        state = challenge.state
        return go()
      },
      finish: async () => ({ kind: 'signed-in', identity: 'i', account: { issuer } }),
    })
    const [waiting] = (await visitor.get('/werkruimte/aanmelden')).headers.getSetCookie()
    expect(waiting).toMatch(/^__Host-loket-aanmelden=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const [session] = (await visitor.get(`/werkruimte/terug?code=c&state=${state}`)).headers.getSetCookie()
    expect(session).toMatch(/^__Host-loket-werk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const [gone] = (await visitor.post('/werkruimte/afmelden')).headers.getSetCookie()
    expect(gone).toMatch(/^__Host-loket-werk=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })
})

describe('settings of the deployed function', () => {
  const env = {
    LOKET_URL: 'https://loket.example',
    LOKET_TABLE: 'loket',
    DRAFTS_TABLE: 'drafts',
    SECRETS_ARN: 'arn',
    SEARCH_KEY_ARN: 'arn',
    OIDC_ISSUER: `https://login.microsoftonline.com/${tenant}/v2.0`,
    OIDC_CLIENT_ID: 'id',
    OIDC_SECOND_FACTOR: 'c1',
    SEAL_KEYS: '{}',
  }

  it('are read; the directory is optional', () => {
    expect(readConfig('workspace', env).OIDC_TENANT).toBeUndefined()
    expect(readConfig('workspace', { ...env, OIDC_TENANT: tenant }).OIDC_TENANT).toBe(tenant)
  })

  it.each(['provider', 'amr', 'c1', 'c99'])('know the second factor %s', (factor) => {
    expect(readConfig('workspace', { ...env, OIDC_SECOND_FACTOR: factor }).OIDC_SECOND_FACTOR).toBe(factor)
  })

  it.each([undefined, '', 'c0', 'c100', 'c1x', 'mfa', 'none'])('refuse the second factor %s', (factor) => {
    expect(() => readConfig('workspace', { ...env, OIDC_SECOND_FACTOR: factor })).toThrow('OIDC_SECOND_FACTOR')
  })

  it('refuse a provider without TLS', () => {
    expect(() => readConfig('workspace', { ...env, OIDC_ISSUER: 'http://provider.example' })).toThrow('OIDC_ISSUER')
  })
})
