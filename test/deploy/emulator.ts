/**
 * An AWS on this machine: ministack (MIT, from PyPI) in a folder that git ignores, with what it needs pinned in
 * requirements.txt. What it proves and what not: docs/deploy-emulator.md.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findFreePort } from '../../functions/local/free-port.ts'

const root = join(import.meta.dirname, '../..')
const tools = join(root, '.ministack')
const requirements = join(import.meta.dirname, 'requirements.txt')

export const region = 'eu-west-1'

/** A program of the tools folder, fetched when the folder is absent or older than its list. */
export function tool(name: 'python' | 'cfn-lint'): string {
  const wanted = readFileSync(requirements, 'utf8')
  const done = join(tools, 'installed.txt')
  if (!existsSync(done) || readFileSync(done, 'utf8') !== wanted) {
    execFileSync('python3', ['-m', 'venv', '--clear', tools], { stdio: 'inherit' })
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', requirements]
    execFileSync(join(tools, 'bin/python'), pip, { stdio: 'inherit' })
    writeFileSync(done, wanted)
  }
  return join(tools, 'bin', name)
}

export interface Emulator {
  url: string
  port: number
  /** What a program needs to take the emulator for AWS. */
  env: Record<string, string>
  log(): string
  stop(): Promise<void>
}

const startsWithin = 20_000

/** Starts it on a free loopback port, with nothing of this shell's environment: its Lambdas inherit what it gets. */
export async function startEmulator(): Promise<Emulator> {
  const port = await findFreePort()
  const folder = mkdtempSync(join(tmpdir(), 'loket-aws-'))
  const logFile = join(folder, 'emulator.log')
  const log = () => readFileSync(logFile, 'utf8')
  const out = openSync(logFile, 'a')
  const child = spawn(tool('python'), [join(import.meta.dirname, 'ministack-with-more.py')], {
    cwd: folder,
    stdio: ['ignore', out, out],
    env: {
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: folder,
      TMPDIR: folder,
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MINISTACK_REGION: region,
      LAMBDA_EXECUTOR: 'local',
      SFTP_ENABLED: '0',
      IOT_MTLS_ENABLED: '0',
      CLOUDTRAIL_RECORDING: '1',
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'inside-lambda.ts')}`,
    },
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'close')
  const url = `http://127.0.0.1:${port}`
  const emulator: Emulator = {
    url,
    port,
    log,
    env: {
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: region,
      AWS_ENDPOINT_URL: url,
      AWS_ENDPOINT_URL_S3: `http://localhost:${port}`,
    },
    stop: async () => {
      child.kill('SIGTERM')
      const late = setTimeout(kill, 10_000)
      await ended
      clearTimeout(late)
      process.off('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  const giveUp = performance.now() + startsWithin
  while (!(await ready(url))) {
    if (child.exitCode !== null || performance.now() > giveUp) {
      kill()
      throw new Error(`The emulator did not start:\n${log()}`)
    }
    await wait(100)
  }
  return emulator
}

const ready = (url: string) =>
  fetch(`${url}/_ministack/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
