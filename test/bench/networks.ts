/** What a page costs with ten and with a hundred networks, beside the same page with one; and an aanbod page beside a start page. */
import { lcoStart } from '../support/lco.ts'
import { type Asked, compare, startBenchServer } from './load.ts'

/** One line of the table. */
export interface Row {
  what: string
  loket: number
  unit: string
  rival: string
  theirs: number
  /** At most so many times the rival; from docs/promises.md. None: for comparison. */
  budget?: number
}

const unit = 'µs CPU'
const get = (path: string): Asked => ({ method: 'GET', path, headers: {}, status: 200 })

/** No list that a request goes through may grow with the number of networks (docs/decisions/018). */
const budget = 1.2

export async function networkRows(): Promise<Row[]> {
  const start = (many: number) => startBenchServer('loket', { BENCH_DRAFT: '{}', BENCH_NETWORKS: String(many) })
  const servers = { one: await start(1), ten: await start(10), hundred: await start(100) }
  const beside = { page: servers.one, start: servers.one }
  const aanbod = await compare(beside, { page: get('/aanbod/aalst'), start: get(lcoStart) })
  const rows: Row[] = [
    { what: 'GET of an aanbod page', loket: aanbod.page, unit, rival: 'GET of a start page', theirs: aanbod.start },
  ]
  const pages = { 'a start page': lcoStart, 'an aanbod page': '/aanbod/aalst' }
  for (const [name, path] of Object.entries(pages)) {
    const costs = await compare(servers, get(path))
    for (const [many, loket] of [
      [10, costs.ten],
      [100, costs.hundred],
    ] as const)
      rows.push({
        ...{ what: `GET of ${name}, ${many} networks`, loket, unit, rival: 'the same with 1 network' },
        ...{ theirs: costs.one, budget },
      })
  }
  for (const server of Object.values(servers)) await server.stop()
  return rows
}
