/** A server of the bench in a process of its own: says its port, and on every message what CPU it used so far. */
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'

export function serve(listener: RequestListener): void {
  const server = createServer(listener)
  server.listen(Number(process.env.BENCH_PORT), '127.0.0.1', () => process.send?.({ ready: true }))
  tellCpu()
}

/** Answers every message with the CPU time of this process, in microseconds. */
export function tellCpu(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: user + system })
  })
}

/** Draft the pages are about, and the page as Loket shows it: from whoever starts the server. */
export const given = (name: 'BENCH_DRAFT' | 'BENCH_ANSWER'): string => process.env[name] ?? ''
