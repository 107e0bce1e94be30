/** Loket on the local server, with one open draft that needs no table. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { networks } from '../../../forms/index.ts'
import { startServer } from '../../../functions/local/server.ts'
import { createApp } from '../../../functions/public/app.ts'
import { openStore } from '../../../functions/public/open-store.ts'
import { parts } from '../../../functions/public/parts.ts'
import { createPublished } from '../../../functions/public/published.tsx'
import { createSeal } from '../../../functions/shared/seal.ts'
import { createDrafts } from '../../../functions/shared/store/drafts.ts'
import { connect } from '../../../functions/shared/store/dynamo.ts'
import { loadAssets } from '../../../functions/shared/web/assets.ts'
import { loadAll } from '../../../functions/shared/web/in-parts.ts'
import { assetFiles } from '../asset-files.ts'
import { given, tellCpu } from './serve.ts'

/** Every route, in one app. */
const everything = await loadAll(parts)

const port = Number(process.env.BENCH_PORT)
const connection = connect({ loket: '', drafts: '' })
const draft = JSON.parse(given('BENCH_DRAFT'))

const assets = loadAssets(assetFiles, networks)
const now = () => new Date()
const store = openStore(connection, now)
const loket = createApp(
  {
    url: `http://localhost:${port}`,
    ...store,
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
