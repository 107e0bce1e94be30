/** The real local runner as a child process, driven from outside as docs/local.md promises. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { findFreePort } from '../../functions/local/free-port.ts'
import type { Mail } from '../../functions/local/mail-folder.ts'

const root = join(import.meta.dirname, '../..')
const startMs = 30_000

export interface LoketOptions {
  /** Where the clock starts, ISO. */
  now?: string
  /** A folder to keep; without it a temporary one that goes with the runner. */
  dataFolder?: string
  env?: Record<string, string>
  /** Another composition root, for tests of the runner itself. */
  entry?: string
}

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  /** From the signal to the end. */
  ms: number
}

export interface RunningLoket {
  /** http://localhost:<port> */
  url: string
  port: number
  pid: number
  dataFolder: string
  /** All it printed so far. */
  output(): string
  /** Every mail sent, oldest first. */
  mails(): Promise<Mail[]>
  /** Waits until at least so many mails were sent. */
  waitForMails(count: number, ms?: number): Promise<Mail[]>
  setClock(iso: string): Promise<void>
  /** Share of SES calls that fail, 0 to 1. */
  setFaults(ses: number): Promise<void>
  kill(signal: NodeJS.Signals): void
  /** Ends it with a signal, SIGTERM unless told; also fine when it has ended already. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

/** Starts Loket and waits until it says that it is ready. */
export async function startLoket(options: LoketOptions = {}): Promise<RunningLoket> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'loket-test-')))
  const port = await findFreePort()
  // Data that is kept is kept by an engine of its own.
  const env = { ...(options.dataFolder ? {} : databaseInTheRun()), ...options.env }
  const { child, output, ended } = spawnLoket({ ...options, dataFolder, port, env })
  const url = `http://localhost:${port}`
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> => {
    const since = performance.now()
    child.kill(signal)
    const end = await ended
    if (!options.dataFolder) await rm(dataFolder, { recursive: true, force: true })
    return { ...end, ms: performance.now() - since }
  }

  const giveUp = performance.now() + startMs
  while (!output().includes(`Loket is ready: ${url}\n`)) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > giveUp) {
      await stop('SIGKILL')
      throw new Error(`Loket did not start:\n${output()}`)
    }
    await wait(20)
  }

  const mails = async (): Promise<Mail[]> => (await fetch(`${url}/_local/mails`)).json()
  return {
    url,
    port,
    pid: child.pid ?? 0,
    dataFolder,
    output,
    mails,
    waitForMails: async (count, ms = 10_000) => {
      const latest = performance.now() + ms
      for (;;) {
        const sent = await mails()
        if (sent.length >= count) return sent
        if (performance.now() > latest) throw new Error(`${sent.length} mails of ${count} after ${ms} ms`)
        await wait(50)
      }
    },
    setClock: (now) => post(`${url}/_local/clock`, { now }),
    setFaults: (ses) => post(`${url}/_local/faults`, { ses: String(ses) }),
    kill: (signal) => child.kill(signal),
    stop,
  }
}

/** Runs Loket where it should refuse to start; resolves when it has ended. */
export async function failToStart(
  options: LoketOptions & { dataFolder: string; port?: number },
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = spawnLoket({ ...options, port: options.port ?? (await findFreePort()) })
  const { code } = await ended
  return { code, output: output() }
}

function spawnLoket({ now, env = {}, entry, dataFolder, port }: LoketOptions & { dataFolder: string; port: number }) {
  const child = spawn(process.execPath, ['--import', 'tsx', entry ?? 'functions/local/index.ts'], {
    cwd: root,
    env: { ...inheritedEnv(), PORT: String(port), LOKET_DATA: dataFolder, ...(now ? { LOKET_NOW: now } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode }))
  endWithTests(child)
  return { child, ended, output: () => output }
}

/** A database of its own in the one engine of the run (global-setup.ts): a JVM takes over a second to start. */
export function databaseInTheRun(): Record<string, string> {
  const engine = inject('dynamodb')
  if ('problem' in engine || engine.external) return {}
  return { AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, AWS_ACCESS_KEY_ID: randomUUID().replaceAll('-', '') }
}

/** The tests' own engine is not Loket's, unless the person who runs them named one for all. */
function inheritedEnv(): NodeJS.ProcessEnv {
  const engine = inject('dynamodb')
  const external = 'external' in engine && engine.external
  const aws = Object.keys(process.env).filter((name) => name.startsWith('AWS_') && !external)
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !aws.includes(name)))
}

/** A test that fails before its clean-up leaves nothing behind. */
function endWithTests(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('close', () => process.off('exit', kill))
}

async function post(url: string, fields: Record<string, string>): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
}
