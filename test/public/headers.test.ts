/** What every answer carries, whatever kind of answer it is (docs/promises.md, "No one in"). */
import { beforeAll, describe, expect, it } from 'vitest'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, file, fillIn, lcoStart, vraagPath } from '../support/lco.ts'
import type { Visitor } from '../support/visitor.ts'

let loket: TestLoket
let visitor: Visitor
let draft: string
let receipt: string
let css: string
let withoutStore: Visitor

beforeAll(async () => {
  loket = await startTestLoket()
  visitor = loket.visitor()
  receipt = await file(visitor)
  draft = await begin(visitor)
  await fillIn(visitor, draft)
  css = /href="(\/assets\/[^"]+\.css)"/.exec(await (await visitor.get('/')).text())?.[1] ?? ''
  const down = { ...loket.connection, dynamo: () => Promise.reject(new Error('DynamoDB is down')) }
  withoutStore = loketOn(down, loket.clock.now).visitor()
})

const expired = `${lcoStart}/d/01900000-0000-7000-8000-000000000000/criteria`
const post = (body: string) => ({
  method: 'POST',
  body,
  headers: { origin: 'https://loket.example', 'content-type': form },
})
const form = 'application/x-www-form-urlencoded'

const personal: [number, string, () => Promise<Response>][] = [
  [200, 'een formulierpagina', () => visitor.get(`${draft}/gegevens`)],
  [200, 'de controlepagina', () => visitor.get(`${draft}/controle`)],
  [200, 'een ontvangstbewijs', () => visitor.get(receipt)],
  [200, 'HEAD', () => visitor.send(receipt, { method: 'HEAD' })],
  [200, 'het vraagformulier', () => visitor.get(vraagPath)],
  [200, 'laat ons u bellen', () => visitor.get('/aalst/bel-mij')],
  [200, 'gewist', () => visitor.get(`${lcoStart}/gewist`)],
  [303, 'een doorverwijzing', () => visitor.post(`${draft}/gegevens`, aanvraag.gegevens)],
  [303, 'een nieuw formulier', () => visitor.post(lcoStart)],
  [400, 'onleesbaar', () => visitor.send(`${draft}/gegevens`, post('naam=a&naam=b'))],
  [403, 'van elders', () => visitor.post(lcoStart, {}, { origin: 'https://evil.example' })],
  [404, 'een verkeerde link', () => visitor.get('/status/x')],
  [404, 'een verkeerd adres', () => visitor.get('/wp-login.php')],
  [405, 'een verkeerd werkwoord', () => visitor.send(`${draft}/gegevens`, { method: 'DELETE' })],
  [410, 'verlopen', () => visitor.get(expired)],
  [413, 'te groot', () => visitor.send(`${draft}/gegevens`, post('x'.repeat(70_000)))],
  [
    415,
    'een ander soort bericht',
    () =>
      visitor.send(lcoStart, {
        ...post('{}'),
        headers: { origin: 'https://loket.example', 'content-type': 'application/json' },
      }),
  ],
  [422, 'een fout', () => visitor.post(`${draft}/gegevens`)],
  [422, 'een fout in een vraag', () => visitor.post(vraagPath)],
  [503, 'een storing', () => withoutStore.get(expired)],
  [503, 'een storing bij het verzenden', () => withoutStore.post(`${draft}/controle`)],
]
const aWhile = 'public, max-age=300'
/** What a coordinator changes. */
const halfAMinute = 'public, max-age=30'
const shared: [string, () => Promise<Response>, string][] = [
  ...['/', lcoStart, '/limburg/lco-aanvraag'].map((path): (typeof shared)[number] => [
    path,
    () => visitor.get(path),
    aWhile,
  ]),
  ...['/privacy', '/toegankelijkheid'].map((path): (typeof shared)[number] => [
    path,
    () => visitor.get(path),
    halfAMinute,
  ]),
  ['de stijl', () => visitor.get(css), 'public, max-age=31536000, immutable'],
]

function expectSafe({ headers }: Response): void {
  const csp = new Map(
    headers
      .get('content-security-policy')
      ?.split(/; ?/)
      .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')]),
  )
  expect(csp.get('default-src')).toBe("'none'")
  for (const name of ['frame-ancestors', 'base-uri']) expect([name, csp.get(name)]).toEqual([name, "'none'"])
  for (const name of ['form-action', 'style-src', 'script-src', 'font-src', 'img-src'])
    expect([name, csp.get(name)]).toEqual([name, "'self'"])
  expect(Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1])).toBeGreaterThan(31_536_000)
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.has('x-powered-by')).toBe(false)
  expect(headers.has('access-control-allow-origin')).toBe(false)
}

describe('elk antwoord is beschermd', () => {
  it.each(personal)('%i, %s: en wordt nergens bewaard', async (status, what, ask) => {
    const response = await ask()
    expect(response.status).toBe(status)
    expectSafe(response)
    expect(response.headers.get('cache-control')).toBe('no-store')
    if (status === 303) return
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    if (what !== 'HEAD') expect(await response.text()).toMatch(/^<!doctype html><html lang="nl-BE"/)
  })

  it.each(shared)('%s: en mag bewaard worden, want het is voor iedereen gelijk', async (_, ask, kept) => {
    const response = await ask()
    expect(response.status).toBe(200)
    expectSafe(response)
    expect(response.headers.get('cache-control')).toBe(kept)
    expect(response.headers.getSetCookie()).toEqual([])
    if (kept === aWhile || kept === halfAMinute)
      expect(await response.text()).toMatch(/^<!doctype html><html lang="nl-BE"/)
  })
})

it('een pagina laadt niets van elders en heeft geen script of stijl in zich', async () => {
  for (const path of ['/', lcoStart, `${draft}/gegevens`, `${draft}/controle`, receipt]) {
    const page = await (await visitor.get(path)).text()
    expect(page).not.toMatch(/(src|href|action)="(https?:)?\/\//)
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)| style="| on\w+="/)
  }
})

it('een storing zegt hoe het verder moet, met een code voor aan de telefoon', async () => {
  const response = await withoutStore.post(`${draft}/controle`)
  expect(response.headers.get('retry-after')).toBe('30')
  const page = await response.text()
  expect(page).toMatch(/code: [0-9a-f]{8}\./)
  expect(page).not.toContain('DynamoDB')
  expect(page).toMatch(/href="tel:/)
})
