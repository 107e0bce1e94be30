/** `npm run bench`: what Loket costs beside what it could have been, in one run on one machine; budgets beside it. */
import { cpus } from 'node:os'
import { aanvraag, lcoStart } from '../support/lco.ts'
import { formBody } from '../support/visitor.ts'
import { synthesiseAssets } from './assets.ts'
import { bundleTable, loadTable } from './bundles.ts'
import { apiEvent, copyDrafts, fillDraft } from './drafts.ts'
import { browser, startEngines } from './engines.ts'
import { type Asked, compare, startBenchServer } from './load.ts'
import { networkRows, type Row } from './networks.ts'
import { type Cost, coldStart, median, warmCalls } from './process.ts'

const rows: Row[] = []
const say = (text: string) => process.stdout.write(`${text}\n`)

const assets = synthesiseAssets()
const engines = await startEngines()
try {
  const draft = await fillDraft(engines.connection)
  await cold()
  await warm()
  await servers()
  rows.push(...(await networkRows()))
  await door()
  table()
  say(`\n${loadTable()}\n\n${bundleTable()}`)

  /** Whole process to first answer; the four kinds in turn. */
  async function cold() {
    const kinds = {
      empty: () => coldStart(assets.path('empty'), apiEvent('GET', '/'), engines.env),
      get: () => coldStart(assets.path('public'), apiEvent('GET', lcoStart), engines.env),
      put: () => coldStart(assets.path('putItem'), apiEvent('POST', '/'), engines.env),
      post: () => coldStart(assets.path('public'), apiEvent('POST', lcoStart), engines.env),
    }
    const costs: Record<keyof typeof kinds, Cost[]> = { empty: [], get: [], put: [], post: [] }
    for (let round = 0; round < 15; round += 1) {
      for (const [name, start] of Object.entries(kinds)) costs[name as keyof typeof kinds].push(await start())
    }
    for (const measure of ['cpuMs', 'wallMs'] as const) {
      const of = (name: keyof typeof kinds) => median(costs[name].map((cost) => cost[measure]))
      const unit = measure === 'cpuMs' ? 'ms CPU' : 'ms'
      const clock = measure === 'cpuMs' ? '' : ', by the clock'
      rows.push(
        {
          what: `Cold start to the first GET${clock}`,
          loket: of('get'),
          unit,
          rival: 'an empty handler',
          theirs: of('empty'),
          budget: 2.5,
        },
        {
          what: `Cold start to the first POST${clock}`,
          loket: of('post'),
          unit,
          rival: 'one PutItem',
          theirs: of('put'),
          budget: 1.3,
        },
      )
    }
  }

  /** The final POST: read, seal, transaction. */
  async function warm() {
    const costs = { public: [] as number[], putItem: [] as number[], readAndTransact: [] as number[] }
    for (let round = 0; round < 3; round += 1) {
      const paths = await copyDrafts(engines.connection, draft, 900)
      const body = formBody(aanvraag.situatie).toString()
      const submits = paths.map((path) => apiEvent('POST', `${path}/controle`))
      const puts = paths.map((path) => apiEvent('POST', path, body))
      costs.putItem.push(await warmCalls(assets.path('putItem'), puts, engines.env))
      costs.readAndTransact.push(await warmCalls(assets.path('readAndTransact'), submits, engines.env))
      costs.public.push(await warmCalls(assets.path('public'), submits, engines.env))
    }
    const row = { what: 'Final POST, warm', loket: median(costs.public), unit: 'ms CPU' }
    rows.push(
      { ...row, rival: 'one PutItem', theirs: median(costs.putItem), budget: 2.5 },
      { ...row, what: '', rival: 'the same read and a transaction as large', theirs: median(costs.readAndTransact) },
    )
  }

  /** The local server beside two others. */
  async function servers() {
    const headers = { cookie: `loket=${browser.secret}` }
    const first = `${lcoStart}/d/${draft.id}/criteria`
    const get = (path: string): Asked => ({ method: 'GET', path, headers, status: 200 })
    const wrong = formBody({ ...aanvraag.criteria, postcode: '93', verblijf: '', levensdomeinen: [] }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(wrong.length) }
    const invalid: Asked = { method: 'POST', path: first, headers: { ...headers, ...type }, body: wrong, status: 422 }
    const env = { BENCH_DRAFT: JSON.stringify(draft) }

    const loket = await startBenchServer('loket', env)
    const start = await loket.ask(get(lcoStart))
    const page = await loket.ask(get(first))
    const answer = { headers: start.headers, body: start.body }
    const bare = await startBenchServer('bare', { BENCH_ANSWER: JSON.stringify(answer) })
    const barePage = await startBenchServer('bare', { BENCH_ANSWER: JSON.stringify(page) })
    const fastify = await startBenchServer('fastify', {
      ...env,
      BENCH_ANSWER: JSON.stringify({ start: start.body, body: page.body }),
    })

    const unit = 'µs CPU'
    const starts = await compare({ loket, bare, fastify }, get(lcoStart))
    rows.push(
      {
        what: 'GET of a start page',
        loket: starts.loket,
        unit,
        rival: 'node:http, same bytes',
        theirs: starts.bare,
        budget: 1.5,
      },
      { what: '', loket: starts.loket, unit, rival: 'Fastify', theirs: starts.fastify, budget: 1 },
    )
    const pages = await compare({ loket, bare: barePage, fastify }, get(first))
    rows.push(
      {
        what: 'GET of page 1 of a draft',
        loket: pages.loket,
        unit,
        rival: 'node:http, same bytes',
        theirs: pages.bare,
        budget: 1.5,
      },
      { what: '', loket: pages.loket, unit, rival: 'Fastify + Eta', theirs: pages.fastify, budget: 1 },
    )
    const posts = await compare({ loket, fastify }, invalid)
    rows.push({
      what: 'Invalid POST of page 1',
      loket: posts.loket,
      unit,
      rival: 'Fastify + Eta + Ajv',
      theirs: posts.fastify,
      budget: 4,
    })
    for (const server of [loket, bare, barePage, fastify]) await server.stop()
  }

  /** Who has no session: whatever they send costs as much as nothing. */
  async function door() {
    const server = await startBenchServer('door', {})
    const post = (body: string): Asked => ({
      method: 'POST',
      path: '/werkruimte/zoek',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) },
      body,
      status: 401,
    })
    const posts = { flood: post('a&'.repeat(32 * 1024)), empty: post('') }
    const { flood, empty } = await compare({ flood: server, empty: server }, posts)
    const row = { what: 'POST of 64 KiB without a session', loket: flood, unit: 'µs CPU' }
    rows.push({ ...row, rival: 'an empty POST', theirs: empty, budget: 5 })
    await server.stop()
  }

  function table() {
    const { model = 'unknown' } = cpus()[0] ?? {}
    say(`\n${new Date().toISOString().slice(0, 10)}, ${process.version}, ${cpus().length} × ${model.trim()}\n`)
    say('| what | Loket | beside | costs | ratio | budget | |')
    say('|---|---|---|---|---|---|---|')
    for (const { what, loket, unit, rival, theirs, budget } of rows) {
      const digits = loket < 20 ? 2 : 0
      const [ours, other] = [loket, theirs].map((value) => `${value.toFixed(digits)} ${unit}`)
      const ratio = loket / theirs
      const verdict = budget === undefined ? ['', ''] : [`≤ ${budget}`, ratio <= budget ? 'within' : '**over**']
      say(`| ${[what, ours, rival, other, ratio.toFixed(2), ...verdict].join(' | ')} |`)
    }
  }
} finally {
  await engines.stop()
  assets.remove()
}
