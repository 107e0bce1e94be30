/** Servers of the bench, each in its own process, and what a request costs them in CPU. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { findFreePort } from '../../functions/local/free-port.ts'
import { median } from './process.ts'

export type ServerName = 'loket' | 'bare' | 'fastify' | 'door'

export interface Asked {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
  /** What it must answer, or the figures mean nothing. */
  status: number
}

export interface BenchServer {
  port: number
  ask(asked: Asked): Promise<{ headers: IncomingMessage['headers']; body: string }>
  /** CPU per request, in microseconds. */
  measure(asked: Asked, count: number): Promise<number>
  stop(): Promise<void>
}

const together = 8

export async function startBenchServer(name: ServerName, env: Record<string, string>): Promise<BenchServer> {
  const port = await findFreePort()
  const child: ChildProcess = fork(new URL(`./servers/${name}.ts`, import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', BENCH_PORT: String(port), ...env },
  })
  await once(child, 'message')
  const agent = new Agent({ keepAlive: true, maxSockets: together })
  const ask: BenchServer['ask'] = ({ method, path, headers, body, status }) =>
    new Promise((resolve, reject) => {
      const own = method === 'POST' ? { origin: `http://localhost:${port}` } : {}
      const sent = request(
        { host: 'localhost', family: 4, port, method, path, agent, headers: { ...headers, ...own } },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            if (answer.statusCode !== status && name !== 'bare') {
              return reject(new Error(`${name} answered ${answer.statusCode} to ${method} ${path}`))
            }
            resolve({ headers: answer.headers, body: Buffer.concat(chunks).toString() })
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const cpu = async (): Promise<number> => {
    child.send('cpu')
    const [message] = await once(child, 'message')
    return message.cpu
  }
  return {
    port,
    ask,
    measure: async (asked, count) => {
      const before = await cpu()
      const lane = async () => {
        for (let sent = 0; sent < count / together; sent += 1) await ask(asked)
      }
      await Promise.all(Array.from({ length: together }, lane))
      return ((await cpu()) - before) / count
    },
    stop: async () => {
      agent.destroy()
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

/** The servers in turn, round after round, so that a busy machine slows all of them; medians by name. Each may be asked its own. */
export async function compare<Name extends string>(
  servers: Readonly<Record<Name, BenchServer>>,
  asked: Asked | Readonly<Record<Name, Asked>>,
  { rounds = 7, count = 1600 } = {},
): Promise<Record<Name, number>> {
  const entries = Object.entries(servers) as [Name, BenchServer][]
  const askedOf = (name: Name) => ('path' in asked ? asked : asked[name])
  for (const [name, server] of entries) await server.measure(askedOf(name), count)
  const figures = new Map<Name, number[]>(entries.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of entries) figures.get(name)?.push(await server.measure(askedOf(name), count))
  }
  // Every name was entered above, so the record is whole.
  return Object.fromEntries([...figures].map(([name, values]) => [name, median(values)])) as Record<Name, number>
}
