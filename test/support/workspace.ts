/**
 * The whole werkruimte on real tables, beside the public app that fills them: one clock, keys both know, and a browser
 * for anybody of a network, signed in without the detour along the provider.
 */

import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { networks } from '../../forms/index.ts'
import { findFreePort } from '../../functions/local/free-port.ts'
import { startServer } from '../../functions/local/server.ts'
import { unwrapWithLocalKeys } from '../../functions/local/unwrap.ts'
import { createSeal } from '../../functions/shared/seal.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { bindingItems } from '../../functions/shared/store/identities.ts'
import type { PersonRef } from '../../functions/shared/store/keys.ts'
import { createUnseal } from '../../functions/shared/unseal.ts'
import { loadAssets } from '../../functions/shared/web/assets.ts'
import { loadAll } from '../../functions/shared/web/in-parts.ts'
import { createWorkspace } from '../../functions/workspace/app.ts'
import type { WorkspaceDeps } from '../../functions/workspace/deps.ts'
import { openStore } from '../../functions/workspace/open-store.ts'
import { parts } from '../../functions/workspace/parts.ts'
import { assetFiles, loketOn, type TestLoket, testSealKeys, testUrl } from './app.ts'
import { demoContent, demoContents, storeDemoContents } from './content.ts'
import { startDynamo } from './dynamodb.ts'
import { unaskedProvider } from './unasked-provider.ts'
import { createVisitor, type Visitor } from './visitor.ts'

export interface TestWorkspace extends TestLoket {
  /** Where the werkruimte says it is; with `serve`, where it is. */
  url: string
  deps: WorkspaceDeps
  /** Every route, in one app. */
  app: Hono
  /** A browser of somebody of a network: a demo person, or anybody else in its content, by name. */
  as(name: string): Promise<Visitor>
  /** What a real browser needs to be that person (Playwright's addCookies). */
  cookieOf(name: string): Promise<{ name: string; value: string; url: string }>
  stop(): Promise<void>
}

interface Options {
  now?: Date
  /** On a port of this machine, for a real browser. */
  serve?: boolean
  changes?: Partial<WorkspaceDeps>
  /** Pages and doors read the content that is in the table, where somebody changes it; otherwise it is that of the demo, and costs no read. */
  content?: 'stored'
}

export async function startTestWorkspace({
  now,
  serve = false,
  changes = {},
  content,
}: Options = {}): Promise<TestWorkspace> {
  const { connection } = await startDynamo()
  const port = serve ? await findFreePort() : undefined
  const url = port === undefined ? testUrl : `http://localhost:${port}`
  const loket = loketOn(connection, now ?? new Date('2026-11-23T09:00:00Z'), url, content)
  const deps: WorkspaceDeps = {
    url,
    assets: loadAssets(assetFiles, networks),
    ...openStore(connection, () => loket.clock.now),
    ...(content ? {} : { contents: demoContents }),
    openOidc: async () => unaskedProvider(url),
    seal: createSeal(Object.fromEntries(Object.entries(testSealKeys).map(([slug, pair]) => [slug, pair.public]))),
    unseal: createUnseal(unwrapWithLocalKeys(testSealKeys)),
    secrets: async () => loket.secrets,
    searchKey: async () => 'key of a test',
    now: () => loket.clock.now,
    random: randomBytes,
    logFailure: (incident, error) => {
      loket.failures.push(`${incident} ${error instanceof Error ? error.stack : error}`)
    },
    logWritten: (written) => {
      loket.log.push(written)
    },
    logTrouble: () => {},
    ...changes,
  }
  await storeDemoContents(connection, loket.clock.now)
  const app = createWorkspace(deps, await loadAll(parts))
  const both = {
    fetch: (request: Request) => (new URL(request.url).pathname.startsWith('/werkruimte') ? app : loket).fetch(request),
  }
  const server =
    port === undefined ? undefined : await startServer(port, Promise.resolve({ loket: both, local: new Hono() }))

  /** A session as signing in makes it; a new one each time, so that time that passes is no trouble. */
  async function cookieOf(name: string) {
    const secret = randomBytes(32).toString('base64url')
    const [who, identity, now] = [refOf(name), `test ${name}`, loket.clock.now]
    const { client, PutCommand } = await connection.dynamo()
    // The same binding each time: another one would end the sessions of before.
    const [Item] = bindingItems(who, identity, new Date(0).toISOString())
    await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
    await deps.sessions.start({ secret, identity, who, now })
    return { name: serve ? 'loket-werk' : '__Host-loket-werk', value: secret, url }
  }

  return {
    ...loket,
    url,
    deps,
    app,
    cookieOf,
    as: async (name) => {
      const { name: cookie, value } = await cookieOf(name)
      const ask = serve ? fetch : (request: Request) => app.fetch(request)
      return createVisitor(url, ask, new Map([[cookie, value]]))
    },
    stop: async () => server?.stop(),
  }
}

/** From the next request on a part opens this store in place of its own. */
export function putStore<Store>(deps: WorkspaceDeps, create: (on: Connection<Tables>) => Store, other: Store): void {
  const { open } = deps
  // As is said by the type of `create`: what it makes is a Store.
  deps.open = <Made>(make: (on: Connection<Tables>) => Made) =>
    (make as unknown) === create ? (other as unknown as Made) : open(make)
}

/** Who somebody is, by the name in a network's demo content. */
export function refOf(name: string): PersonRef {
  const found = networks.flatMap(({ slug }) =>
    demoContent(slug)
      .people.filter(({ name: called }) => called === name)
      .map(({ id }) => ({ network: slug, person: id })),
  )[0]
  if (!found) throw new Error(`Nobody of a network is called ${name}`)
  return found
}
