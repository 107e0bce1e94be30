/**
 * What CloudFront may keep and give to the next person (infra/edge-stack.ts): every address is asked by whom it belongs to,
 * by another browser, by one without cookies, and with headers that are no part of the cache's key.
 */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { receivingNetworks, services } from '../../forms/index.ts'
import { linkToken } from '../../functions/shared/links.ts'
import { networkPath, servicePath } from '../../functions/shared/public-paths.ts'
import { headers as ownHeaders } from '../../functions/shared/web/guard.ts'
import { startTestLoket } from '../support/app.ts'
import { personalPath, putEvent, respond } from '../support/events.ts'
import { seedYears } from '../support/figures.ts'
import {
  fillForm,
  huisbezoek,
  huisbezoekStart,
  katrol,
  katrolStart,
  ota,
  otaStart,
  type Pages,
} from '../support/forms.ts'
import { aanvraag, begin, file, lcoStart } from '../support/lco.ts'
import { createVisitor, fieldsIn, locationOf, mainOf, type Visitor } from '../support/visitor.ts'

/** Answers per form, so that its later pages are reached too; of a form that is not here only the first. */
const filled: Readonly<Record<string, Pages>> = {
  [lcoStart]: aanvraag,
  [otaStart]: ota.traject,
  [katrolStart]: katrol,
  [huisbezoekStart]: huisbezoek,
}

const startPaths = services.map(servicePath)

const loket = await startTestLoket(new Date('2021-05-03T08:00:00Z'))
const [owner, neighbour] = [loket.visitor(), loket.visitor()]
/** What stands for each parameter in an address: something of the owner's. */
let own: (route: string) => string

beforeAll(async () => {
  await seedYears(loket)
  const drafts = new Map<string, string>()
  for (const start of startPaths) {
    const pages = filled[start]
    const at = pages ? await fillForm(owner, start, pages) : `${await begin(owner, start)}/x`
    drafts.set(start, at.split('/').at(-2) ?? '')
    await begin(neighbour, start)
  }
  const draft = drafts.get(lcoStart) ?? ''
  const receipt = await file(owner)
  const status = /href="(\/status\/[^"]+)"/.exec(await (await owner.get(receipt)).text())?.[1] ?? ''
  const { formulier = [] } = fieldsIn(mainOf(await (await owner.get(`${status}/gegevens`)).text()))
  await owner.post(`${status}/gegevens`, { formulier, email: 'noor.nieuw@caw.example' })
  const change = (await loket.items('drafts')).find(({ asked }) => asked !== undefined)
  const ofChange = { id: String(change?.id).split('#')[1] ?? '', version: Number(change?.asked) }
  const event = await putEvent(loket.connection)
  const noted = locationOf(await respond(loket, event))
  const tokens: Record<string, string> = {
    ontvangen: receipt,
    status,
    verder: linkToken(loket.secrets.linkKeys, 'verder', { id: draft, version: 1 }),
    adres: linkToken(loket.secrets.linkKeys, 'adres', ofChange),
    uitnodiging: await personalPath(loket, event),
    afmelden: await personalPath(loket, event, undefined, 'afmelden'),
    activiteiten: noted,
  }
  own = (route) => {
    const start = startPaths.find((path) => route.startsWith(`${path}/`)) ?? ''
    return (
      route
        .replace(/:draft\{.*?\}(?=\/|$)/, drafts.get(start) ?? '')
        .replace(':slug', event.slug)
        // One that the network's file begins with.
        .replace('/aanbod/:network', '/aanbod/aalst')
        .replace(':entry', 'jac')
        // A year that is public.
        .replace(':network/:year{\\d{4}}', 'aalst/2019')
        .replace(':network/:file{\\d{4}\\.csv}', 'aalst/2019.csv')
        .replace(':token', tokens[route.split('/')[1] ?? '']?.split('/').at(-1) ?? '')
    )
  }
})

const addresses = (method: string) =>
  loket.routes.filter((route) => route.startsWith(`${method} `)).map((route) => route.slice(method.length + 1))

/** As long as it names no time, CloudFront keeps nothing; that it says so is for browsers and other caches. */
const mayBeKept = ({ headers }: Response) => !/\b(no-store|private)\b/.test(headers.get('cache-control') ?? '')

/** Everything a cache would give to the next person. */
const given = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers],
  body: await response.text(),
})

/** No part of the key, and sent along to us. */
const unkeyed = {
  origin: 'https://evil.example',
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'accept-language': 'fr',
  'user-agent': 'scanner',
  cookie: `__Host-loket=${'A'.repeat(43)}; loket=x`,
}

/** The answers to one address of everybody who may ask for it. */
const askAll = (path: string, ask: (request: Request) => Response | Promise<Response>, browsers: readonly Visitor[]) =>
  Promise.all([
    ...browsers.map((browser) => browser.get(path)),
    ask(new Request(new URL(path, 'https://loket.example'), { headers: unkeyed })),
  ])

/** What is wrong with giving one person's answer to another; undefined when nothing may be kept or all is the same. */
async function troubleWith(answers: readonly Response[]): Promise<string | undefined> {
  if (!answers.some(mayBeKept)) return undefined
  if (answers.some(({ headers }) => headers.has('set-cookie'))) return 'sets a cookie'
  if (answers.some(({ headers }) => headers.has('vary'))) return 'says that it differs'
  const shown = await Promise.all(answers.map(given))
  return shown.every((one) => JSON.stringify(one) === JSON.stringify(shown[0])) ? undefined : 'differs'
}

describe('elk adres: wat bewaard mag worden, is voor iedereen gelijk', () => {
  it.each(addresses('GET'))('GET %s', async (route) => {
    const browsers = [owner, neighbour, loket.visitor()]
    for (const path of new Set([own(route), `${own(route)}?x=1`, own(route).replace(/.$/, 'x'), route])) {
      const answers = await askAll(path, loket.fetch, browsers)
      expect(await troubleWith(answers)).toBeUndefined()
      // Who was not there, reads that there is no attest.
      if (path === own(route) && !route.endsWith('/attest')) expect(answers[0]?.status).toBeLessThan(400) // The page itself, not a refusal.
      const head = await owner.send(path, { method: 'HEAD' })
      expect(head.headers.get('cache-control')).toBe(answers[0]?.headers.get('cache-control'))
    }
  })

  it.each(addresses('POST'))('POST %s', async (route) => {
    for (const browser of [owner, loket.visitor()]) expect(mayBeKept(await browser.post(own(route)))).toBe(false)
  })

  it('dit vindt een pagina die naar de cookie kijkt of er een zet, en wat vergat dat het persoonlijk is', async () => {
    const kept = { 'Cache-Control': 'public, max-age=300' }
    const careless = new Hono()
      .get('/looks', (c) => c.text(c.req.header('cookie') ?? '', 200, kept))
      .get('/sets', (c) => c.text('', 200, { ...kept, 'Set-Cookie': 'a=b' }))
      .get('/forgot', (c) => c.text(randomBytes(4).toString('hex')))
    const ask = async (request: Request) => careless.fetch(request)
    const trouble = async (path: string) =>
      troubleWith(await askAll(path, ask, [createVisitor('https://loket.example', ask)]))
    expect(await trouble('/looks')).toBe('differs')
    expect(await trouble('/sets')).toBe('sets a cookie')
    expect(await trouble('/forgot')).toBe('differs')
    const minded = new Hono().use(ownHeaders).route('/', careless)
    expect(mayBeKept(await minded.request('/forgot'))).toBe(false)
  })
})

it('wat voor iedereen gelijk is, wordt bewaard: elke startpagina, elk netwerk, het aanbod, de teksten en de bestanden', async () => {
  const kept: string[] = []
  for (const route of addresses('GET')) if (mayBeKept(await loket.visitor().get(own(route)))) kept.push(route)
  const forEverybody = (route: string) =>
    ['/', '/privacy', '/toegankelijkheid', ...receivingNetworks.map(networkPath), ...startPaths].includes(route) ||
    /^\/(aanbod$|aanbod\/|assets\/)/.test(route)
  expect(kept.sort()).toEqual(addresses('GET').filter(forEverybody).sort())
  expect(kept).toEqual(expect.arrayContaining(startPaths))
  for (const route of kept) {
    const { status, headers } = await loket.visitor().get(own(route))
    expect([route, status, headers.get('cache-control')]).toEqual([
      route,
      200,
      expect.stringMatching(/^public, max-age=\d+/),
    ])
  }
})
