/** The werkruimte's door on the local server, and a page behind it that nobody here gets to. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { networks } from '../../../forms/index.ts'
import { startServer } from '../../../functions/local/server.ts'
import { connect } from '../../../functions/shared/store/dynamo.ts'
import { loadAssets } from '../../../functions/shared/web/assets.ts'
import { createWebApp } from '../../../functions/shared/web/web-app.ts'
import { openStore } from '../../../functions/workspace/open-store.ts'
import { createDoor } from '../../../functions/workspace/sign-in/door.ts'
import { unaskedProvider } from '../../support/unasked-provider.ts'
import { assetFiles } from '../asset-files.ts'
import { tellCpu } from './serve.ts'

const port = Number(process.env.BENCH_PORT)
const url = `http://localhost:${port}`
const connection = connect({ loket: '', drafts: '' })

const deps = {
  url,
  assets: loadAssets(assetFiles, networks),
  ...openStore(connection, () => new Date()),
  openOidc: async () => unaskedProvider(url),
  secrets: async () => ({ linkKeys: { current: '1', keys: { '1': 'a2V5' } }, addressKey: 'a2V5' }),
  now: () => new Date(),
  random: randomBytes,
  logFailure: (_: string, error: unknown) => {
    throw error
  },
  logWritten: () => {},
  logTrouble: () => {},
}
const app = createWebApp(deps, { bodiesAtDoor: true })
app.post('/werkruimte/zoek', createDoor(deps)(), (c) => c.text(''))
await startServer(port, Promise.resolve({ loket: app, local: new Hono() }))
tellCpu()
process.send?.({ ready: true })
