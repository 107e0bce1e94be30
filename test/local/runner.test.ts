import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFreePort } from '../../functions/local/free-port.ts'
import { failToStart, type LoketOptions, type RunningLoket, startLoket } from '../support/loket.ts'

const may = '2021-05-01T08:00:00.000Z'
const minute = 60_000
const entry = 'test/local/fixture-loket.ts'

let folder: string
let running: RunningLoket[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-runner-'))
})
afterEach(async () => {
  await Promise.all(running.map((loket) => loket.stop('SIGKILL')))
  running = []
  await rm(folder, { recursive: true, force: true })
})

async function start(options: LoketOptions = {}): Promise<RunningLoket> {
  const loket = await startLoket({ entry, dataFolder: folder, now: may, ...options })
  running.push(loket)
  return loket
}

const queueMail = async ({ url }: RunningLoket, subject: string, seconds = 0): Promise<void> => {
  expect(await (await fetch(`${url}/mail/${subject}/${seconds}`, { method: 'POST' })).text()).toBe('stored')
}

const subjects = async (loket: RunningLoket): Promise<string[]> => (await loket.mails()).map(({ subject }) => subject)

/** Processes that work on a folder, from the system's own list. */
const processesOn = (path: string): string[] =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(path))

/** The engine dies a moment after the runner that was killed. */
async function allGone(path: string, ms: number): Promise<boolean> {
  const latest = performance.now() + ms
  while (processesOn(path).length > 0 && performance.now() < latest) await wait(20)
  return processesOn(path).length === 0
}

/** The process that took the folder, as soon as its lock says so. */
async function lockedBy(path: string): Promise<number> {
  const lock = join(path, 'loket.lock')
  for (;;) {
    const [pid = ''] = existsSync(lock) ? (await readFile(lock, 'utf8')).split(' ') : []
    // A lock that is made but not written yet would name process 0: all of ours.
    if (Number(pid) > 0) return Number(pid)
    await wait(10)
  }
}

async function until(holds: () => Promise<boolean>, ms = 5_000): Promise<void> {
  const latest = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > latest) throw new Error(`Not so after ${ms} ms`)
    await wait(10)
  }
}

const clockOf = async ({ url }: RunningLoket): Promise<Date> =>
  new Date((await (await fetch(`${url}/_local/clock`)).json()).now)

/** Moves the clock ahead of where it is. */
const forward = async (loket: RunningLoket, ms: number): Promise<void> =>
  loket.setClock(new Date((await clockOf(loket)).getTime() + ms).toISOString())

describe('a running Loket', () => {
  let loket: RunningLoket
  let before: number
  beforeAll(async () => {
    loket = await startLoket({ entry, now: may })
  })
  afterAll(() => loket.stop())
  beforeEach(async () => {
    before = (await loket.mails()).length
  })
  const newSubjects = async () => (await subjects(loket)).slice(before)

  it('starts the clock where it is told', async () => {
    const since = (await clockOf(loket)).getTime() - Date.parse(may)
    expect(since).toBeGreaterThan(0)
    expect(since).toBeLessThan(minute)
  })

  it('sends who comes by number to the address in the links, but answers checks there', async () => {
    const { port } = loket
    const response = await fetch(`http://127.0.0.1:${port}/slow?a=1`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, `http://localhost:${port}/slow?a=1`])
    expect((await fetch(`http://127.0.0.1:${port}/_local/mails`, { redirect: 'manual' })).status).toBe(200)
  })

  it('sends a new mail at once by the stream, or at the next sweep', async () => {
    await queueMail(loket, 'meteen')
    await loket.waitForMails(before + 1, 2_000)
  })

  it('sends on its own what falls due', async () => {
    await queueMail(loket, 'straks', 2)
    expect(await newSubjects()).toEqual([])
    await loket.waitForMails(before + 1, 5_000)
  })

  it('a set clock passes every due instant in order, each at its own time', async () => {
    const start = await clockOf(loket)
    await queueMail(loket, 'derde', 7200)
    await queueMail(loket, 'tweede', 3600)
    await queueMail(loket, 'eerste')
    await forward(loket, 180 * minute)
    const mails = (await loket.mails()).slice(before)
    const hours = mails.map(({ subject, at }) => [
      subject,
      Math.round((Date.parse(at) - start.getTime()) / (60 * minute)),
    ])
    expect(hours).toEqual([
      ['eerste', 0],
      ['tweede', 1],
      ['derde', 2],
    ])
  })

  it('a mail that SES throttles is sent when SES is back', async () => {
    await loket.setFaults(1)
    await queueMail(loket, 'volgehouden')
    await forward(loket, 10 * minute)
    expect(await newSubjects()).toEqual([])
    await loket.setFaults(0)
    await forward(loket, minute)
    expect(await newSubjects()).toEqual(['volgehouden'])
  })
})

describe('starting', () => {
  it('says that it is ready when it answers; without LOKET_NOW it is today', async () => {
    const loket = await start({ entry: 'functions/local/index.ts', env: { LOKET_NOW: '' } })
    expect(loket.output()).toContain(`Loket is ready: ${loket.url}\n`)
    expect((await fetch(loket.url)).status).toBe(200)
    expect(Math.abs((await clockOf(loket)).getTime() - Date.now())).toBeLessThan(5_000)
  })

  it('two instances side by side share nothing, and a third cannot use the folder of one', async () => {
    const other = await mkdtemp(join(tmpdir(), 'loket-runner-'))
    const [first, second] = await Promise.all([start(), start({ dataFolder: other, now: '2026-01-01T08:00:00Z' })])
    await queueMail(first, 'van een')
    await first.waitForMails(1)
    await first.setClock('2021-06-01T08:00:00Z')
    expect(await subjects(second)).toEqual([])
    expect((await clockOf(second)).getFullYear()).toBe(2026)

    const { code, output } = await failToStart({ entry, dataFolder: folder })
    expect(output).toBe(
      `Another Loket (process ${first.pid}) uses ${folder}. Stop it, or set LOKET_DATA to another folder.\n`,
    )
    expect(code).toBe(1)
    expect((await fetch(`${first.url}/_local/clock`)).status).toBe(200)
    await second.stop()
    await rm(other, { recursive: true })
  })

  it('refuses a busy port in one sentence, before anything is started or cleared', async () => {
    const port = await findFreePort()
    const squatter = createServer().listen(port, '127.0.0.1')
    await mkdir(join(folder, 'mails'))
    const { code, output } = await failToStart({ entry, dataFolder: folder, port, env: { LOKET_FRESH: '1' } })
    squatter.close()
    expect(output).toBe(`Port ${port} is in use. Stop what uses it, or set PORT to another number.\n`)
    expect(code).toBe(1)
    expect(existsSync(join(folder, 'mails'))).toBe(true)
    expect(processesOn(folder)).toEqual([])
  })

  it('says what to do when there is no Java', async () => {
    const { code, output } = await failToStart({ entry, dataFolder: folder, env: { PATH: '' } })
    expect(output).toContain('needs Java, and there is none on the PATH')
    expect(output).toContain('1. Install Java 17 or newer')
    expect(output).toContain('2. Use a DynamoDB engine that runs already: set AWS_ENDPOINT_URL_DYNAMODB')
    expect(code).toBe(1)
    expect(existsSync(join(folder, 'loket.lock'))).toBe(false)
  })

  it('names a wrong setting', async () => {
    const { code, output } = await failToStart({ entry, dataFolder: folder, env: { LOKET_NOW: '2021-05-01' } })
    expect(output).toContain('LOKET_NOW (must be an instant, e.g. 2021-05-21T09:00:00Z)')
    expect(code).toBe(1)
  })
})

describe('stopping', () => {
  it('SIGTERM: exit 0 within five seconds, no engine left', async () => {
    const loket = await start()
    expect(processesOn(folder)).not.toEqual([])
    const { code, ms } = await loket.stop('SIGTERM')
    expect(code).toBe(0)
    expect(ms).toBeLessThan(5_000)
    expect(processesOn(folder)).toEqual([])
    expect(existsSync(join(folder, 'loket.lock'))).toBe(false)
  })

  it('SIGINT too; it finishes the request under way and ignores a SIGTERM that follows', async () => {
    const loket = await start()
    const slow = fetch(`${loket.url}/slow`).then((response) => response.text())
    await until(async () => loket.output().includes('Slow began'))
    loket.kill('SIGINT')
    // It stops: nobody new is let in.
    await until(() =>
      fetch(loket.url).then(
        () => false,
        () => true,
      ),
    )
    const { code, ms } = await loket.stop('SIGTERM')
    expect(await slow).toBe('done')
    expect(code).toBe(0)
    expect(ms).toBeLessThan(5_000)
    expect(processesOn(folder)).toEqual([])
  })

  it('stops in time while it is still starting', async () => {
    const starting = failToStart({ entry, dataFolder: folder })
    process.kill(await lockedBy(folder), 'SIGTERM')
    expect(await starting).toEqual({ code: 0, output: '' })
    expect(await allGone(folder, 2_000)).toBe(true)
  })

  it('SIGKILL takes the engine along and loses nothing that was stored', async () => {
    const first = await start()
    await queueMail(first, 'bewaard', 60)
    await first.stop('SIGKILL')
    expect(await allGone(folder, 2_000)).toBe(true)
    const second = await start()
    await second.setClock('2021-05-02T08:00:00Z')
    expect(await subjects(second)).toEqual(['bewaard'])
  })
})

describe('starting again', () => {
  it('keeps sent mails in order and what must still be sent, unless it is told to start empty', async () => {
    const first = await start()
    await queueMail(first, 'een')
    await first.waitForMails(1)
    await queueMail(first, 'twee')
    await first.waitForMails(2)
    await queueMail(first, 'later', 60)
    await first.stop()

    const second = await start({ now: '2021-05-01T08:00:30.000Z' })
    expect(await subjects(second)).toEqual(['een', 'twee'])
    await second.setClock('2021-05-01T09:00:00Z')
    expect(await subjects(second)).toEqual(['een', 'twee', 'later'])
    await queueMail(second, 'nooit', 60)
    await second.stop()
    const keys = await readFile(join(folder, 'keys.json'), 'utf8')
    await writeFile(join(folder, 'notes.txt'), 'mine')

    const third = await start({ env: { LOKET_FRESH: '1' } })
    await third.setClock('2021-05-03T09:00:00Z')
    expect(await subjects(third)).toEqual([])
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).not.toBe(keys)
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine')
  })
})
