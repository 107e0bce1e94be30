/** One process of Node that does work and tells what it cost: its own CPU time, in microseconds. */
import { execFile } from 'node:child_process'

/**
 * Runs a script with nothing of this shell's environment, on Node 24 as in the cloud; gives its last line. Not the
 * synchronous way: this process answers for Secrets Manager meanwhile.
 */
function run(script: string, env: Record<string, string>, input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { env: { ...env, NODE_ENV: 'production' }, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 }
    const child = execFile(process.execPath, ['--input-type=module', '--eval', script], options, (error, stdout) =>
      error ? reject(error) : resolve(stdout.trim().split('\n').at(-1) ?? ''),
    )
    child.stdin?.end(input)
  })
}

export interface Cost {
  cpuMs: number
  wallMs: number
}

/** From the start of the process to its first answer. */
export async function coldStart(bundle: string, event: object, env: Record<string, string>): Promise<Cost> {
  const script = `
    const { handler } = await import(${JSON.stringify(bundle)})
    const answer = await handler(${JSON.stringify(event)}, {})
    const { user, system } = process.cpuUsage()
    console.log(JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now(), status: answer.statusCode }))
    process.exit(0)`
  const { status, ...cost } = JSON.parse(await run(script, env))
  if (status >= 400) throw new Error(`${bundle} answered ${status}`)
  return cost
}

/** CPU per call, in milliseconds, after the first calls warmed it up. */
export async function warmCalls(
  bundle: string,
  events: readonly object[],
  env: Record<string, string>,
): Promise<number> {
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
  return Number(await run(script, env, JSON.stringify(events)))
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
