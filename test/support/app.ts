/** The public app on real tables, with a clock the test sets and keys it knows. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Hono } from 'hono'
import { compactDecrypt, importJWK } from 'jose'
import { networks } from '../../forms/index.ts'
import { createGuestApp } from '../../functions/guest/app.ts'
import type { GuestDeps } from '../../functions/guest/deps.ts'
import { parts as guestParts } from '../../functions/guest/parts.ts'
import type { LocalKeys } from '../../functions/local/local-keys.ts'
import { unwrapWithLocalKeys } from '../../functions/local/unwrap.ts'
import { createApp } from '../../functions/public/app.ts'
import type { PublicDeps } from '../../functions/public/deps.ts'
import { openStore } from '../../functions/public/open-store.ts'
import { parts } from '../../functions/public/parts.ts'
import { failureOf } from '../../functions/shared/log.ts'
import { isGuestPath } from '../../functions/shared/public-paths.ts'
import { createSeal } from '../../functions/shared/seal.ts'
import type { Secrets } from '../../functions/shared/secrets.ts'
import { createActionPlans } from '../../functions/shared/store/action-plans.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { createUnseal } from '../../functions/shared/unseal.ts'
import { loadAssets } from '../../functions/shared/web/assets.ts'
import { loadAll } from '../../functions/shared/web/in-parts.ts'
import { demoContents } from './content.ts'
import { startDynamo } from './dynamodb.ts'
import { createVisitor, type Visitor } from './visitor.ts'

/** Every route, in one app. */
const everything = await loadAll(parts)
const everythingOfGuests = await loadAll(guestParts)

/** As configured; the requests of a test may say another Host. */
export const testUrl = 'https://loket.example'

type TestKey = LocalKeys['sealKeys'][string]['public']
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = pair.publicKey.export({ format: 'jwk' }) as TestKey
const privateKey = pair.privateKey.export({ format: 'jwk' }) as TestKey
/** What every network's answers are sealed with, and for the werkruimte what opens them. */
export const testSealKeys: LocalKeys['sealKeys'] = Object.fromEntries(
  networks.map(({ slug }) => [slug, { public: publicKey, private: privateKey }]),
)

export interface TestLoket {
  /** A browser; with the cookies of another one, a tab of that. */
  visitor(cookies?: Map<string, string>): Visitor
  /** The app itself, for a server in front of it. */
  fetch(request: Request, env?: object): Promise<Response>
  publicDeps: PublicDeps
  /** Of the pages of guests, which a visitor reaches at the same address; a test may change them. */
  guestDeps: GuestDeps
  /** Every address the public app answers, as "GET /status/:token". */
  routes: readonly string[]
  guestRoutes: readonly string[]
  clock: { now: Date; later(seconds: number): void }
  connection: Connection<Tables>
  /** Everything stored, as the engine holds it. */
  items(table: 'loket' | 'drafts'): Promise<Record<string, unknown>[]>
  /** Keys of links and addresses; a test may rotate them. */
  secrets: Secrets
  /** Every address asked for and every redirect given, as an access log or a browser's history would keep them. */
  addresses: string[]
  /** What only the holder of the network's private key can do. */
  unseal(sealed: unknown): Promise<{ header: object; answers: Record<string, unknown> }>
  /** Every request that failed, with its whole error: for the test. */
  failures: string[]
  /** What is written down, of that and of what was stored, as the composition roots do. */
  log: object[]
}

export async function startTestLoket(now = new Date('2026-11-23T09:00:00Z')): Promise<TestLoket> {
  const { connection } = await startDynamo()
  return loketOn(connection, now)
}

/** `content`: stored, so that what somebody changes is read; otherwise that of the demo. */
export function loketOn(connection: Connection<Tables>, now: Date, url = testUrl, content?: 'stored'): TestLoket {
  const clock = {
    now,
    later: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
  }
  const failures: string[] = []
  const log: object[] = []
  const addresses: string[] = []
  const secrets: Secrets = {
    linkKeys: { current: '1', keys: { '1': 'a2V5LWZvci10ZXN0cw==' } },
    addressKey: 'YWRkcmVzcw==',
  }
  const deps: PublicDeps = {
    url,
    ...openStore(connection, () => clock.now),
    ...(content ? {} : { contents: demoContents }),
    seal: createSeal(Object.fromEntries(networks.map(({ slug }) => [slug, publicKey]))),
    secrets: async () => secrets,
    assets: loadAssets(assetFiles, networks),
    now: () => clock.now,
    random: randomBytes,
    logFailure: (incident, error) => {
      failures.push(`${incident} ${error}`)
      log.push(failureOf(incident, error))
    },
    logWritten: (written) => {
      log.push(written)
    },
  }
  const app = createApp(deps, everything)
  const guestDeps: GuestDeps = {
    ...deps,
    overlegs: createOverlegs(connection),
    actionPlans: createActionPlans(connection),
    unseal: createUnseal(unwrapWithLocalKeys(testSealKeys)),
  }
  const guests = createGuestApp(guestDeps, everythingOfGuests)
  const ask = async (request: Request, env?: object) => {
    // In the cloud the HTTP API sends each path to its own function.
    const response = await (isGuestPath(new URL(request.url).pathname) ? guests : app).fetch(request, env)
    addresses.push(request.url, response.headers.get('location') ?? '')
    return response
  }
  return {
    visitor: (cookies) => createVisitor(url, ask, cookies),
    fetch: ask,
    publicDeps: deps,
    guestDeps,
    routes: routesOf(app),
    guestRoutes: routesOf(guests),
    clock,
    secrets,
    addresses,
    connection,
    items: (table) => allItems(connection, table),
    unseal: async (sealed) => {
      const key = await importJWK(privateKey, 'RSA-OAEP-256')
      const { plaintext, protectedHeader } = await compactDecrypt(String(sealed), key)
      return { header: protectedHeader, answers: JSON.parse(new TextDecoder().decode(plaintext)) }
    },
    failures,
    log,
  }
}

/** Everything in a table, as the engine holds it. */
export async function allItems(connection: Connection<Tables>, table: 'loket' | 'drafts') {
  const { client } = await connection.dynamo()
  const pages = paginateScan({ client }, { TableName: connection.tables[table], ConsistentRead: true })
  const items: Record<string, unknown>[] = []
  for await (const { Items = [] } of pages) items.push(...Items)
  return items
}

/** What an app answers, without what stands before every request. */
export const routesOf = ({ routes }: Pick<Hono, 'routes'>): string[] => [
  ...new Set(routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
]

const asset = (name: string) => new URL(`../../functions/shared/web/assets/${name}`, import.meta.url)
export const assetFiles = {
  css: asset('loket.css'),
  public: asset('public.css'),
  overleg: asset('overleg.css'),
  figures: asset('figures.css'),
  staff: asset('staff.css'),
  script: asset('page.js'),
  formScript: asset('form.js'),
  listScript: asset('list.js'),
  ticksScript: asset('ticks.js'),
  icon: asset('icon.svg'),
  font: new URL(
    '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    import.meta.url,
  ),
}
