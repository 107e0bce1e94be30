/** Filled-in drafts, as many as asked, ready to send: one is filled in through the pages, the others are copies. */
import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { networks } from '../../forms/index.ts'
import { createApp } from '../../functions/public/app.ts'
import { openStore } from '../../functions/public/open-store.ts'
import { parts } from '../../functions/public/parts.ts'
import { createSeal } from '../../functions/shared/seal.ts'
import { createDrafts, type Draft } from '../../functions/shared/store/drafts.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { loadAssets } from '../../functions/shared/web/assets.ts'
import { loadAll } from '../../functions/shared/web/in-parts.ts'
import { begin, fillIn, lcoStart } from '../support/lco.ts'
import { createVisitor } from '../support/visitor.ts'
import { assetFiles } from './asset-files.ts'
import { browser, browserHash, edgeSecret, site } from './engines.ts'

/** Every route, in one app. */
const everything = await loadAll(parts)

/** Loket itself on these tables; sends nothing and seals nothing here. */
const appOn = (connection: Connection<Tables>, url = site) =>
  createApp(
    {
      url,
      ...openStore(connection, () => new Date()),
      seal: createSeal({}),
      secrets: async () => ({ linkKeys: { current: '1', keys: { '1': 'a2V5' } }, addressKey: 'a2V5' }),
      assets: loadAssets(assetFiles, networks),
      now: () => new Date(),
      random: randomBytes,
      logFailure: (_, error) => {
        throw error
      },
      logWritten: () => {},
    },
    everything,
  )

/** A draft in which every page is filled in. */
export async function fillDraft(connection: Connection<Tables>): Promise<Draft> {
  const app = appOn(connection)
  const visitor = createVisitor(site, (request) => app.fetch(request))
  const path = await begin(visitor)
  await fillIn(visitor, path)
  const draft = await createDrafts(connection).read(path.split('/').at(-1) ?? '', new Date())
  if (!draft || 'sent' in draft) throw new Error('The draft is gone')
  return { ...draft, browser: browserHash }
}

/** Copies of a draft in the table; gives the path of each. */
export async function copyDrafts(
  { dynamo, tables }: Connection<Tables>,
  draft: Draft,
  count: number,
): Promise<string[]> {
  const { client, PutCommand } = await dynamo()
  const paths: string[] = []
  for (let made = 0; made < count; made += 1) {
    const id = uuidv7()
    await client.send(new PutCommand({ TableName: tables.drafts, Item: { ...draft, id } }))
    paths.push(`${lcoStart}/d/${id}`)
  }
  return paths
}

/** A request as the HTTP API hands it to a function (payload format 2.0). */
export function apiEvent(method: 'GET' | 'POST', path: string, body = '') {
  const headers = {
    host: 'api.example',
    cookie: `__Host-loket=${browser.secret}`,
    'x-loket-edge': edgeSecret,
    ...(method === 'POST' ? { origin: site, 'content-type': 'application/x-www-form-urlencoded' } : {}),
  }
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    cookies: [`__Host-loket=${browser.secret}`],
    headers,
    body,
    isBase64Encoded: false,
    requestContext: { domainName: 'api.example', stage: '$default', http: { method, path, protocol: 'HTTP/1.1' } },
  }
}
