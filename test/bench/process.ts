/** One process of Node that does work and tells what it cost: its own CPU time, in microseconds. */
import { execFileSync } from 'node:child_process'

/** Nothing of this shell's environment, and Node 24 as in the cloud. */
function run(script: string, env: Record<string, string>): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...env, NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
}

export interface Cost {
  cpuMs: number
  wallMs: number
}

/** From the start of the process to its first answer. */
export function coldStart(bundle: string, event: object, env: Record<string, string>): Cost {
  const script = `
    const { handler } = await import(${JSON.stringify(bundle)})
    const answer = await handler(${JSON.stringify(event)}, {})
    const { user, system } = process.cpuUsage()
    console.log(JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now(), status: answer.statusCode }))
    process.exit(0)`
  const { status, ...cost } = JSON.parse(run(script, env).trim().split('\n').at(-1) ?? '')
  if (status >= 400) throw new Error(`${bundle} answered ${status}`)
  return cost
}

/** CPU per call, in milliseconds, after the first calls warmed it up. */
export function warmCalls(bundle: string, events: readonly object[], env: Record<string, string>): number {
  const warmUp = Math.floor(events.length / 3)
  const script = `
    const { handler } = await import(${JSON.stringify(bundle)})
    const chunks = []
    for await (const chunk of process.stdin) chunks.push(chunk)
    const events = JSON.parse(Buffer.concat(chunks).toString())
    let before
    for (const [at, event] of events.entries()) {
      if (at === ${warmUp}) before = process.cpuUsage()
      const { statusCode } = await handler(event, {})
      if (statusCode !== 303) throw new Error('answered ' + statusCode)
    }
    const { user, system } = process.cpuUsage(before)
    console.log((user + system) / 1000 / (events.length - ${warmUp}))
    process.exit(0)`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...env, NODE_ENV: 'production' },
    input: JSON.stringify(events),
    encoding: 'utf8',
  })
  return Number(output.trim().split('\n').at(-1))
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
