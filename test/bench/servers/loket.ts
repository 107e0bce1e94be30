/**
 * Loket on the local server, with one open draft that needs no table; `BENCH_NETWORKS`: so many networks, each as the first one, before
 * anything is made of the list of them. What they have in the table is known already, as in a process that is warm.
 */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { networks, receivingNetworks, services } from '../../../forms/index.ts'
import { contentOf } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { demoContentOf } from '../../../functions/local/demo-content.ts'
import { startServer } from '../../../functions/local/server.ts'
import { createSeal } from '../../../functions/shared/seal.ts'
import { createDrafts } from '../../../functions/shared/store/drafts.ts'
import { connect } from '../../../functions/shared/store/dynamo.ts'
import { loadAssets } from '../../../functions/shared/web/assets.ts'
import { assetFiles } from '../asset-files.ts'
import { given, tellCpu } from './serve.ts'

const asked = Number(process.env.BENCH_NETWORKS ?? 0)
if (asked > 0) multiply(asked)
// Only now: some of these make something of every network as they are loaded.
const { createApp } = await import('../../../functions/public/app.ts')
const { openStore } = await import('../../../functions/public/open-store.ts')
const { parts } = await import('../../../functions/public/parts.ts')
const { createPublished } = await import('../../../functions/public/published.tsx')
const { loadAll } = await import('../../../functions/shared/web/in-parts.ts')

/** Every route, in one app. */
const everything = await loadAll(parts)

const port = Number(process.env.BENCH_PORT)
const connection = connect({ loket: '', drafts: '' })
const draft = JSON.parse(given('BENCH_DRAFT'))

const assets = loadAssets(assetFiles, networks)
const now = () => new Date()
const store = openStore(connection, now)
const contents = new Map(networks.map((network) => [network.slug, contentOf(network, demoContentOf(network))]))
const loket = createApp(
  {
    url: `http://localhost:${port}`,
    ...store,
    contents: { of: async ({ slug }) => contents.get(slug) ?? fail(slug) },
    open: (create) =>
      create === createDrafts ? { ...store.open(create), read: async () => draft } : store.open(create),
    seal: createSeal({}),
    secrets: async () => ({ linkKeys: { current: '1', keys: { '1': 'a2V5' } }, addressKey: 'a2V5' }),
    assets,
    now,
    random: randomBytes,
    logFailure: (_, error) => {
      throw error
    },
    logWritten: () => {},
  },
  everything,
)
await startServer(port, Promise.resolve({ loket, published: createPublished({ assets, now }), local: new Hono() }))
tellCpu()
process.send?.({ ready: true })

function fail(slug: string): never {
  throw new Error(`There is no network ${slug}`)
}

/** In the lists themselves, which everybody shares. */
function multiply(many: number): void {
  const [first] = receivingNetworks
  if (!first) throw new Error('There is no network')
  const own = services.filter(({ network }) => network === first)
  const copies = Array.from({ length: many - 1 }, (_, at): Network => ({ ...first, slug: `${first.slug}-${at}` }))
  const all = [first, ...copies]
  const replace = <One>(list: readonly One[], by: readonly One[]) => (list as One[]).splice(0, list.length, ...by)
  replace(networks, all)
  replace(receivingNetworks, all)
  replace<Service>(
    services,
    all.flatMap((network) => own.map((service) => ({ ...service, network }))),
  )
}
