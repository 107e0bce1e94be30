/**
 * DynamoDB Local from node_modules, on a free port. It lives in a process group of its own, so that Ctrl-C reaches
 * only Loket, which stops it last; and it dies with Loket, however Loket ends.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { get } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findFreePort } from './free-port.ts'
import { startProblem } from './start-problem.ts'

export interface Engine {
  endpoint: string
  /** Settles when the engine ended, asked or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

export interface EngineOptions {
  /** Where the data stay; without it they live in memory. */
  folder?: string
  /** A database for each access key instead of one for all: many tables in one slow every transaction down. */
  perAccessKey?: boolean
  /** Another way to choose a port, for tests. */
  findPort?: () => Promise<number>
}

const emulator = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
)
const startMs = 30_000
const stopMs = 2_500
/** Between finding a port and using it somebody else may take it. */
const portAttempts = 5

/**
 * Runs the engine and waits on standard input: the word `stop` ends the engine in peace; the end of the pipe means
 * that Loket is gone, even by SIGKILL, and ends it at once. Its scratch folder goes with it.
 */
const watchdog = `
scratch=$1
shift
exec 3<&0
"$@" </dev/null 3<&- &
engine=$!
exec 2>/dev/null # nobody may be left to read a word of the shell itself
{ read -r word <&3; if [ "$word" = stop ]; then kill "$engine"; else kill -9 "$engine"; fi; } &
watch=$!
exec 3<&-
wait "$engine"
ended=$?
kill "$watch"
[ -z "$scratch" ] || rm -rf "$scratch"
exit "$ended"
`

/** Starts the engine and waits until it answers. */
export async function startDynamoDbLocal({ findPort = findFreePort, ...data }: EngineOptions = {}): Promise<Engine> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await startOnPort(await findPort(), data)
    if ('engine' in started) return started.engine
    if (!isTaken(started.errors) || attempt === portAttempts) throw await diagnose(started.errors)
  }
}

async function startOnPort(
  port: number,
  { folder, perAccessKey = false }: Pick<EngineOptions, 'folder' | 'perAccessKey'>,
): Promise<{ engine: Engine } | { errors: string }> {
  // The engine writes a small file into its working directory, also when it keeps the data in memory.
  const scratch = folder ? '' : await mkdtemp(join(tmpdir(), 'loket-dynamodb-'))
  if (folder) await mkdir(folder, { recursive: true })
  const storage = folder ? ['-dbPath', folder] : ['-inMemory']
  const sharing = perAccessKey ? [] : ['-sharedDb']
  const child = run(['-port', String(port), ...sharing, ...storage], folder ?? scratch, scratch)
  const errors = tail(child)
  const ended = endOf(child)
  const engine = { endpoint: `http://127.0.0.1:${port}`, ended, stop: () => stop(child, ended) }
  if (await answers(port, child, errors)) return { engine }
  await engine.stop()
  return { errors: errors() }
}

function run(options: string[], cwd: string, scratch: string): ChildProcess {
  const jvm = [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
  ]
  // Without -cors any web page that is open in a browser could read the tables.
  const fixed = ['-disableTelemetry', '-cors', 'http://localhost']
  const command = ['java', ...jvm, '-jar', join(emulator, 'DynamoDBLocal.jar'), ...fixed, ...options]
  const shell = process.platform === 'win32' ? 'sh' : '/bin/sh'
  const child = spawn(shell, ['-c', watchdog, 'loket-dynamodb', scratch, ...command], {
    cwd,
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  // A pipe that is gone already has said what it had to say.
  child.stdin?.on('error', () => {})
  return child
}

/** Also when it never began. */
const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('close', () => resolve()).on('error', () => resolve())
  })

/** Keeps the last words on standard error, to tell why a start failed. */
function tail(child: ChildProcess): () => string {
  let text = ''
  child.on('error', (error) => {
    text += error.message
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-10_000)
  })
  return () => text.trim()
}

/** True once the port answers; false when the engine ended before it did, or hangs because the port is taken. */
async function answers(port: number, child: ChildProcess, errors: () => string): Promise<boolean> {
  const giveUp = performance.now() + startMs
  while (child.pid && child.exitCode === null && child.signalCode === null && performance.now() < giveUp) {
    const answered = await answersOnce(port)
    if (isTaken(errors())) return false
    if (answered) return true
    await wait(25)
  }
  return false
}

const isTaken = (errors: string): boolean => errors.includes('Address already in use')

/** Only DynamoDB counts: somebody else on this port may answer something else, or nothing at all. */
const answersOnce = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get({ port, host: '127.0.0.1', agent: false, timeout: 1_000 }, (response) => {
      response.resume()
      resolve(response.headers['x-amzn-requestid'] !== undefined)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
  })

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.stdin?.end('stop\n')
  const tooLate = new AbortController()
  const force = wait(stopMs, undefined, { signal: tooLate.signal }).then(
    () => killGroup(child),
    () => {},
  )
  await ended
  tooLate.abort()
  await force
}

function killGroup({ pid }: ChildProcess): void {
  if (!pid) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group ended by itself in the meantime.
  }
}

/** Why the engine did not start; asks Java for its version only now, a good start does not pay for it. */
async function diagnose(said: string): Promise<Error> {
  const found = await javaVersion()
  if (found !== undefined && found >= 17)
    return startProblem(`DynamoDB Local did not start: ${said.slice(0, 1_000) || 'it said nothing'}`)
  return startProblem(
    [
      found === undefined
        ? 'Loket keeps its data in DynamoDB Local, which needs Java, and there is none on the PATH.'
        : `Loket keeps its data in DynamoDB Local, which needs Java 17 or newer; this is Java ${found}.`,
      'Two ways out:',
      '  1. Install Java 17 or newer: `sudo apt install default-jre-headless` (Debian, Ubuntu),',
      '     `brew install --cask temurin` (macOS) or `winget install EclipseAdoptium.Temurin.21.JRE` (Windows).',
      '  2. Use a DynamoDB engine that runs already: set AWS_ENDPOINT_URL_DYNAMODB, e.g. to http://localhost:8000.',
    ].join('\n'),
  )
}

/** The major version on the PATH, undefined without Java (macOS has a `java` that only says there is none). */
async function javaVersion(): Promise<number | undefined> {
  const child = spawn('java', ['-version'], { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true })
  const words = tail(child)
  await endOf(child)
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(words()) ?? []
  if (first === undefined) return undefined
  return first === '1' ? Number(second) : Number(first) // Java 8 called itself 1.8
}
