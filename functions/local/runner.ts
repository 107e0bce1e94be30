/**
 * Everything Loket needs on one machine, started and stopped in the right order. What Loket itself is, is plugged in
 * (index.ts); nothing here knows a form, a page or a mail.
 */
import type { RequestListener } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { Published } from '../public/published.tsx'
import { type Connection, connect, type Tables } from '../shared/store/dynamo.ts'
import type { MailKey } from '../shared/store/outbox.ts'
import { removeExpired } from '../shared/store/remove-expired.ts'
import { pointAtLocalEngines } from './aws-environment.ts'
import { type Clock, createClock } from './clock.ts'
import { type DataFolder, takeDataFolder } from './data-folder.ts'
import { type Engine, startDynamoDbLocal } from './dynamodb-local.ts'
import { startHeartbeat } from './heartbeat.ts'
import type { TakeIn } from './inbound.ts'
import { type LocalKeys, readLocalKeys } from './local-keys.ts'
import { createMailEvents, type MailEvent } from './mail-events.ts'
import { openMailFolder } from './mail-folder.ts'
import type { LocalLink } from './pages.tsx'
import { createLocalRoutes, type MakeFirst } from './routes.tsx'
import { type App, type Apps, startServer } from './server.ts'
import { startSesEndpoint } from './ses-endpoint.ts'
import { type LocalSettings, readLocalSettings } from './settings.ts'
import { isStartProblem } from './start-problem.ts'
import { startStreamReader } from './stream-reader.ts'
import { createTables } from './tables.ts'
import { createTimeMachine } from './time-machine.ts'

/** What Loket is built from on this machine. */
export interface Parts {
  /** Where people reach it, without a slash at the end. */
  url: string
  clock: Clock
  /** True when the clock shows the real time, so demo data must be in the future of today. */
  today: boolean
  /** It begins empty, because somebody asked so: there may be something to try. */
  fresh: boolean
  connection: Connection<Tables>
  keys: LocalKeys
}

/** Loket itself. */
export interface Plugged {
  app: App
  /** Pages that are the same for everybody. */
  published: Pick<Published, 'at'>
  /** Sends these mails, as the stream and the sweep ask for them. */
  deliver(keys: MailKey[]): Promise<unknown>
  /** Delivers all that is due now. */
  sweep(): Promise<unknown>
  nextDue(until: Date): Promise<Date | undefined>
  /** What became of a mail that SES took. */
  feedback?(event: MailEvent): Promise<void>
  /** A mail that came in at the address all mail is from. */
  inbound?: TakeIn
  /** Pages to show on `/_local/`. */
  links: readonly LocalLink[]
  /** Whom one can sign in as now, to show on `/_local/`. */
  people(): Promise<readonly string[]>
  /** Makes the first coordinator of a network (routes.tsx). */
  firstCoordinator?: MakeFirst
  /** The local OpenID provider. */
  oidc?: RequestListener
}

export interface RunOptions {
  env: NodeJS.ProcessEnv
  /** Networks that need a seal key. */
  networks: readonly string[]
  plugIn(parts: Parts): Plugged | Promise<Plugged>
}

const tables = { loket: 'loket', drafts: 'drafts' }

/** All must be gone within five seconds of SIGTERM. What is not done by then is on disk, or still in the outbox. */
const stopMs = 4_000

type Stop = () => Promise<void>

/** Runs Loket until a signal ends it. */
export async function run(options: RunOptions): Promise<void> {
  /** How to stop what has been started, in the order of starting. */
  const stops: Stop[] = []
  let ending: Promise<never> | undefined
  const end = (code: number): Promise<never> => {
    ending ??= stopAll(started, stops, code)
    return ending
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(0))

  const started = start(options, stops, () => {
    tell('The DynamoDB engine has stopped by itself; Loket stops too.')
    return end(1)
  })
  try {
    const { url } = await started
    if (!ending) process.stdout.write(`Loket is ready: ${url}\n`)
  } catch (error) {
    tell(reasonOf(error))
    await end(1)
  }
}

/** Stops in the opposite order of starting. */
async function stopAll(started: Promise<unknown>, stops: Stop[], code: number): Promise<never> {
  // The engines watch this process: they end with it, also when this is the way out.
  setTimeout(() => process.exit(code), stopMs)
  await started.catch(() => {})
  for (const stop of stops.reverse()) await stop().catch((error: unknown) => tell(`While stopping: ${error}`))
  process.exit(code)
}

async function start({ env, networks, plugIn }: RunOptions, stops: Stop[], onEngineEnd: () => unknown) {
  const settings = readLocalSettings(env)
  const url = `http://localhost:${settings.port}`
  const folder = await takeDataFolder(settings.dataFolder)
  stops.push(folder.release)
  const apps = Promise.withResolvers<Apps>()
  apps.promise.catch(() => {}) // without a request nobody else would hear of it
  const server = await startServer(settings.port, apps.promise)
  // Before the port is ours nothing is cleared and nothing is started.
  if (settings.fresh) await folder.clear()

  const clock = createClock(settings.startAt)
  const [engine, keys, mails] = await Promise.all([
    startEngine(settings, folder, stops, onEngineEnd),
    readLocalKeys(folder.keys, networks),
    openMailFolder(folder.mails),
  ])
  const onError = createErrorReport()
  const events = createMailEvents(async (event) => loket.feedback?.(event), onError)
  const ses = await startSesEndpoint({ folder: mails, now: clock.now, random: Math.random, onEvent: events.emit })
  stops.push(ses.stop)
  pointAtLocalEngines({ ...engine, ses: ses.url }, env)

  const dynamodb = new DynamoDBClient({})
  await createTables(dynamodb, tables)
  const connection = connect(tables)
  const { fresh } = settings
  const loket = await plugIn({ url, clock, today: settings.startAt === undefined, fresh, connection, keys })
  const machine = createTimeMachine(clock, {
    nextDue: loket.nextDue,
    sweep: andThen(loket.sweep, events.drain),
    removeExpired: async (now) => {
      await removeExpired(connection, 'loket', now)
      await removeExpired(connection, 'drafts', now)
    },
  })
  const stream = await startStreamReader({
    table: tables.loket,
    dynamodb,
    streams: new DynamoDBStreamsClient({}),
    onMails: (mailKeys) => machine.inTurn(andThen(() => loket.deliver(mailKeys), events.drain)),
    onError,
  })
  const heart = startHeartbeat({ machine, onError })
  stops.push(stream.stop, heart.stop)
  // People first: no request is taken that what follows would no longer serve.
  stops.push(server.stop)
  stops.push(async () => machine.stop()) // a clock that is being set would keep its request waiting

  const takeIn: TakeIn = (raw) => machine.inTurn(async () => loket.inbound?.(raw))
  const { links, people, published, oidc, firstCoordinator } = loket
  apps.resolve({
    published,
    ...(oidc ? { oidc } : {}),
    loket: loket.app,
    local: createLocalRoutes({
      ...{ clock, machine, mails, faults: ses.faults, links, people, takeIn },
      ...(firstCoordinator ? { firstCoordinator } : {}),
    }),
  })
  await folder.tellAddress(url)
  return { url }
}

/** What SES tells of the mails that were sent is handled in the same turn: a clock that was set answers when all is quiet. */
const andThen = (send: () => Promise<unknown>, drain: () => Promise<void>) => async (): Promise<void> => {
  await send()
  await drain()
}

/** The endpoints of the engine: one that runs already, or our own. */
async function startEngine({ engine }: LocalSettings, folder: DataFolder, stops: Stop[], onEnd: () => unknown) {
  if (engine) return engine
  const own: Engine = await startDynamoDbLocal({ folder: folder.dynamodb })
  let asked = false
  own.ended.then(() => {
    if (!asked) onEnd()
  })
  stops.push(() => {
    asked = true
    return own.stop()
  })
  return { dynamodb: own.endpoint }
}

/** A problem of the person's own machine in one sentence; anything else is a bug, with its stack. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return isStartProblem(error) ? error.message : (error.stack ?? error.message)
}

/** Tells of errors of work that goes on by itself; the same one again and again is told once. */
function createErrorReport() {
  let told = ''
  return (error: unknown): void => {
    const line = `In the background: ${error}`
    if (line !== told) tell(line)
    told = line
  }
}

/** One line for the person at the terminal. */
const tell = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
