/** Whose request it is: our own pages', this browser's, this link's; and nobody else's (docs/promises.md, "No one in"). */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { linkToken } from '../../functions/shared/links.ts'
import { dossierKey } from '../../functions/shared/store/keys.ts'
import { startTestLoket, type TestLoket, testUrl } from '../support/app.ts'
import { aanvraag, begin, file, fillIn, lcoStart, openVraag, referenceIn, vraagPath } from '../support/lco.ts'
import { locationOf, type Visitor } from '../support/visitor.ts'

let loket: TestLoket
let visitor: Visitor
let draft: string
let receipt: string
let status: string
let resume: string
let reference: string
/** Every address that takes a form. */
let doors: string[]

beforeAll(async () => {
  loket = await startTestLoket()
  visitor = loket.visitor()
  receipt = await file(visitor)
  const page = await (await visitor.get(receipt)).text()
  reference = referenceIn(page) ?? ''
  status = /href="(\/status\/[^"]+)"/.exec(page)?.[1] ?? ''
  draft = await begin(visitor)
  await fillIn(visitor, draft)
  resume = `/verder/${linkToken(loket.secrets.linkKeys, 'verder', { id: draft.split('/').at(-1) ?? '', version: 1 })}`
  const pages = [...Object.keys(aanvraag), 'controle', 'later', 'wissen'].map((name) => `${draft}/${name}`)
  doors = [...pages, lcoStart, vraagPath, `${status}/stoppen`, resume]
})
const stored = async () => JSON.stringify([await loket.items('drafts'), await loket.items('loket')])
const form = 'application/x-www-form-urlencoded'

describe('een formulier van een andere website', () => {
  it.each<[what: string, headers: Record<string, string>]>([
    ['van elders', { origin: 'https://evil.example' }],
    ['zonder afzender, zoals uit een kader', { origin: 'null' }],
    ['met een lege afzender', { origin: '' }],
    ['zonder versleuteling', { origin: 'http://loket.example' }],
    ['van een andere poort', { origin: 'https://loket.example:8443' }],
    ['van een adres dat erop lijkt', { origin: 'https://loket.example.evil.example' }],
    ['van een subdomein', { origin: 'https://x.loket.example' }],
    ['dat zegt van ons te zijn', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['met onze naam als Host', { origin: 'https://evil.example', host: 'evil.example' }],
    ['zonder Origin, van elders', { 'sec-fetch-site': 'cross-site' }],
    ['zonder Origin, van een zusterdomein', { 'sec-fetch-site': 'same-site' }],
    ['zonder Origin, door een mens getypt', { 'sec-fetch-site': 'none' }],
    ['zonder Origin en zonder meer', {}],
    ['met alleen een Referer', { referer: `${testUrl}${lcoStart}` }],
  ])('%s: 403, en er verandert niets', async (_, headers) => {
    const before = await stored()
    for (const path of doors) {
      const init = { method: 'POST', body: 'naam=x', headers: { 'content-type': form, ...headers } }
      const response = await visitor.send(path, init)
      expect([path, response.status]).toEqual([path, 403])
      expect(response.headers.getSetCookie()).toEqual([])
      expect(await response.text()).toContain('Er is niets verstuurd.')
    }
    expect(await stored()).toBe(before)
  })

  it('ook als het adres van de aanvraag zelf van elders is', async () => {
    const headers = { 'content-type': form, origin: 'https://evil.example' }
    const response = await visitor.send(`https://evil.example${lcoStart}`, { method: 'POST', body: '', headers })
    expect(response.status).toBe(403)
  })

  it('van onze eigen pagina kan, met Origin of met Sec-Fetch-Site', async () => {
    for (const headers of [{ origin: testUrl }, { 'sec-fetch-site': 'same-origin' }]) {
      const init = { method: 'POST', body: '', headers: { 'content-type': form, ...headers } }
      expect((await loket.visitor().send(lcoStart, init)).status).toBe(303)
    }
  })
})

it('een vervalste Host komt in geen link, doorverwijzing of cookie', async () => {
  const forged = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example;proto=http',
    'x-original-url': '/evil.example',
    'x-rewrite-url': '/evil.example',
  }
  const other = loket.visitor()
  const sent = await other.post(lcoStart, {}, forged)
  const own = locationOf(sent).replace('/criteria', '')
  const answers = [
    sent,
    await other.post(`${own}/criteria`, aanvraag.criteria, forged),
    await other.post(vraagPath, await openVraag(other), forged),
    await other.get(own, forged),
    ...(await Promise.all(['/', lcoStart, vraagPath, receipt, status, resume].map((path) => other.get(path, forged)))),
    await other.send(`https://evil.example${lcoStart}`, {
      method: 'POST',
      headers: { origin: testUrl, 'content-type': form },
    }),
    await other.get(`https://evil.example${receipt}`),
  ]
  for (const answer of answers) {
    expect(JSON.stringify([...answer.headers])).not.toContain('evil')
    expect(await answer.text()).not.toContain('evil')
    expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/)
  }
})

it('de cookies zijn van deze website alleen, en onleesbaar voor scripts', async () => {
  const response = await loket.visitor().post(lcoStart)
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-loket=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    expect.stringMatching(
      /^__Host-loket-open=[0-9a-f-]{36}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ),
  ])
  // A start page and a personal link hand out no cookie.
  for (const path of ['/', lcoStart, receipt, status, resume, vraagPath])
    expect((await loket.visitor().get(path)).headers.getSetCookie()).toEqual([])
})

describe('een half ingevuld formulier', () => {
  const pages = [...Object.keys(aanvraag), 'controle', 'uitkomst', 'wacht', 'later', 'gemaild', 'wissen', '']

  it('is 404 voor een andere browser, en voor een browser met een verzonnen cookie', async () => {
    const before = await stored()
    for (const headers of [{}, { cookie: `__Host-loket=${'A'.repeat(43)}` }, { cookie: '__Host-loket=x; loket=y' }]) {
      const stranger = loket.visitor()
      for (const page of pages) {
        const path = `${draft}/${page}`.replace(/\/$/, '')
        expect([path, (await stranger.get(path, headers)).status]).toEqual([path, 404])
        if (doors.includes(path)) {
          const fields = aanvraag[page as keyof typeof aanvraag] ?? { email: 'sam@ocmw.example' }
          expect([path, (await stranger.post(path, fields, headers)).status]).toEqual([path, 404])
        }
      }
    }
    expect(await stored()).toBe(before)
  })

  it('is 404 onder een ander netwerk, ook voor de eigen browser', async () => {
    const before = await stored()
    for (const page of pages) {
      const path = `${draft.replace('/aalst/', '/limburg/')}/${page}`.replace(/\/$/, '')
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404])
      if (page in aanvraag || page === 'controle') expect((await visitor.post(path)).status).toBe(404)
    }
    expect(await stored()).toBe(before)
  })
})

describe('een persoonlijke link', () => {
  const tokenOf = (path: string) => path.split('/').at(-1) ?? ''
  const otherCharacter = (character: string) => (character === '.' ? '-' : character === '2' ? '3' : '2')

  it.each(['ontvangen', 'status', 'verder'])('%s: één ander teken, waar ook, is 404', async (purpose) => {
    const before = await stored()
    const path = [receipt, status, resume].find((one) => one.startsWith(`/${purpose}/`)) ?? ''
    const token = tokenOf(path)
    expect((await visitor.get(path)).status).toBe(200)
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + otherCharacter(token.charAt(at)) + token.slice(at + 1)
      const response = await visitor.get(`/${purpose}/${changed}`)
      expect([changed, response.status]).toEqual([changed, 404])
      if (purpose === 'verder') expect((await visitor.post(`/verder/${changed}`)).status).toBe(404)
      if (purpose === 'status') expect((await visitor.post(`/status/${changed}/stoppen`)).status).toBe(404)
    }
    for (const changed of [`${token}A`, token.slice(0, -1), ` ${token}`, token.toUpperCase(), `.${token}`, `0${token}`])
      expect((await visitor.get(`/${purpose}/${encodeURIComponent(changed)}`)).status).toBe(404)
    expect(await stored()).toBe(before)
  })

  it('opent alleen waarvoor ze gemaakt is', async () => {
    const { formulier = '' } = await openVraag(visitor)
    const tokens = { ontvangen: receipt, status, verder: resume, formulier: String(formulier) }
    for (const [purpose, path] of Object.entries(tokens)) {
      for (const other of ['ontvangen', 'status', 'verder'].filter((one) => one !== purpose)) {
        expect((await visitor.get(`/${other}/${tokenOf(path)}`)).status).toBe(404)
        expect((await visitor.post(`/${other}/${tokenOf(path)}/stoppen`)).status).toBe(404)
      }
      const before = await stored()
      const posted = await visitor.post(vraagPath, await openVraag(visitor, { formulier: tokenOf(path) }))
      if (purpose !== 'formulier') expect([posted.status, await stored()]).toEqual([422, before])
    }
  })

  it('van een oude sleutel werkt nog, van een ingetrokken of onbekende niet', async () => {
    const old = loket.secrets.linkKeys
    const next = { '2': Buffer.alloc(32, 7).toString('base64') }
    loket.secrets.linkKeys = { current: '2', keys: { ...old.keys, ...next } }
    expect((await visitor.get(status)).status).toBe(200)
    const fresh = /href="(\/status\/[^"]+)"/.exec(await (await visitor.get(receipt)).text())?.[1] ?? ''
    expect(fresh).toContain('.1.2.')
    expect((await visitor.get(fresh)).status).toBe(200)
    // The old signature under another key's name, or under a name from the machine.
    for (const keyId of ['2', '3', 'constructor', 'toString'])
      expect((await visitor.get(status.replace('.1.1.', `.1.${keyId}.`))).status).toBe(404)
    loket.secrets.linkKeys = { current: '2', keys: next }
    expect((await visitor.get(status)).status).toBe(404)
    expect((await visitor.get(fresh)).status).toBe(200)
    loket.secrets.linkKeys = old
  })

  it('van een vorige versie is ingetrokken; het ontvangstbewijs blijft', async () => {
    const { client } = await loket.connection.dynamo()
    const raise = (version: number) =>
      client.send(
        new UpdateCommand({
          TableName: loket.connection.tables.loket,
          Key: dossierKey(reference),
          UpdateExpression: 'SET linkVersion = :version',
          ExpressionAttributeValues: { ':version': version },
        }),
      )
    await raise(2)
    expect((await visitor.get(status)).status).toBe(404)
    expect((await visitor.post(`${status}/stoppen`)).status).toBe(404)
    expect((await visitor.get(receipt)).status).toBe(200)
    await raise(1)
  })
})

it('geen adres en geen doorverwijzing zegt meer dan waar het is', () => {
  for (const address of loket.addresses)
    expect(address).toMatch(/^(https:\/\/(loket|evil)\.example)?(\/[\w./%-]*)?(\?(nog|opnieuw)=1)?$/)
  expect(loket.failures).toEqual([])
})
