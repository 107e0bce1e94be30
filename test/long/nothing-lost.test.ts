/**
 * Accepted = stored, and every mail arrives: while SES fails and the mailer is killed at random (docs/promises.md, "Nothing
 * lost"). Submissions go through the real app; the mailer is a process of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, inject, it } from 'vitest'
import { epochSeconds } from '../../forms/kit/time.ts'
import { type Mail, openMailFolder } from '../../functions/local/mail-folder.ts'
import { startSesEndpoint } from '../../functions/local/ses-endpoint.ts'
import { knownCounter } from '../../functions/mailer/caps.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { startTestLoket } from '../support/app.ts'
import { aanvraag, begin, fillIn, referenceIn } from '../support/lco.ts'
import { locationOf } from '../support/visitor.ts'
import { fastClock, secrets } from './fast-clock.ts'

const mailers = new Set<ChildProcess>()
afterEach(() => {
  for (const mailer of mailers) mailer.kill('SIGKILL')
})

interface Storm {
  submissions: number
  kills: number
  /** Share of SES calls that fail. */
  sesFails: number
  /** A lease of 60 s lasts this many times shorter; a send that outlasts it may send twice. */
  speed: number
}

it.each<[string, Storm]>([
  [
    '1,000 submissions, SES fails 30 %, the mailer is killed 20 times',
    { submissions: 1000, kills: 20, sesFails: 0.3, speed: 20 },
  ],
  ['20 submissions without kills: no mail twice', { submissions: 20, kills: 0, sesFails: 0.3, speed: 4 }],
])('%s', async (_, { submissions, kills, sesFails, speed }) => {
  const start = Date.now()
  const now = fastClock(start, speed)
  const folder = await mkdtemp(join(tmpdir(), 'loket-long-'))
  const mails = await openMailFolder(folder)
  const ses = await startSesEndpoint({ folder: mails, now, random: Math.random })
  ses.faults.ses = sesFails
  const loket = await startTestLoket(now())

  const startMailer = () => {
    const engine = inject('dynamodb')
    const mailer = spawn(process.execPath, ['--import', 'tsx', 'test/long/fixture-mailer.ts'], {
      env: {
        ...process.env,
        AWS_ENDPOINT_URL_DYNAMODB: 'endpoint' in engine ? engine.endpoint : '',
        AWS_ENDPOINT_URL_SES: ses.url,
        LOKET_TABLE: loket.connection.tables.loket,
        CLOCK_START: String(start),
        CLOCK_SPEED: String(speed),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    mailers.add(mailer)
    return mailer
  }

  // People we mailed before: to strangers no more than 300 an hour leave (docs/decisions/014-mail-to-strangers.md).
  const outbox = createOutbox(loket.connection)
  const hmacs = Array.from({ length: submissions }, (_, number) => addressHmac(secrets.addressKey, applicant(number)))
  for (const hmac of hmacs) await outbox.count(...knownCounter(hmac), epochSeconds(now()) + 86_400)

  let mailer = startMailer()
  let killed = 0
  const storm = (async () => {
    for (; killed < kills; killed += 1) {
      await wait(1_000 + Math.random() * 4_000)
      mailer.kill('SIGKILL')
      mailer = startMailer()
    }
  })()

  const accepted: string[] = []
  for (let number = 0; number < submissions; number += 1) {
    loket.clock.now = now()
    const visitor = loket.visitor()
    const gegevens = { ...aanvraag.gegevens, email: applicant(number) }
    const draft = await begin(visitor)
    await fillIn(visitor, draft, { changes: { gegevens } })
    loket.clock.later(60)
    const receipt = locationOf(await visitor.post(`${draft}/controle`))
    accepted.push(referenceIn(await (await visitor.get(receipt)).text()) ?? '')
  }
  await storm

  // Everything is settled when nothing waits any more; a mail waits at most an hour of Loket's clock.
  const latest = Date.now() + (3 * 3600 * 1000) / speed
  const waiting = async () => (await loket.items('loket')).filter(({ status }) => status === 'wacht').length
  while ((await waiting()) > 0 && Date.now() < latest) await wait(1_000)
  mailer.kill('SIGKILL')

  const items = await loket.items('loket')
  const sent = await mails.mails()
  const times = new Map<string, number>()
  for (const { to, subject } of sent) times.set(`${to} ${subject}`, (times.get(`${to} ${subject}`) ?? 0) + 1)
  const twice = sent.length - times.size
  process.stdout.write(`${accepted.length} accepted, ${sent.length} mails, ${twice} twice, ${killed} kills\n`)

  expect(new Set(accepted).size).toBe(submissions)
  const stored = items.filter(({ sk }) => sk === 'DOSSIER').map(({ reference }) => reference)
  expect([...accepted].sort()).toEqual(stored.sort())
  expect(items.filter(({ status }) => status === 'wacht' || status === 'mislukt')).toEqual([])

  // Each applicant has a confirmation; each request reached the coordinator, by itself or counted in an hourly overview.
  const confirmed = sent.filter(({ subject }) => subject.startsWith('Uw aanvraag is ontvangen'))
  expect(new Set(confirmed.flatMap(({ to }) => to)).size).toBe(submissions)
  const alone = new Set(
    sent.filter(({ subject }) => subject.startsWith('Nieuwe aanvraag · ')).map(({ subject }) => subject),
  ).size
  const inOverview = items.filter(({ reason }) => reason === 'overzicht').length
  expect(alone + inOverview).toBe(submissions)
  // A mailer killed between counting and holding leaves the count one too high, never too low.
  expect(overviewTotal(sent) - inOverview).toBeGreaterThanOrEqual(0)
  expect(overviewTotal(sent) - inOverview).toBeLessThanOrEqual(killed)
  expect(twice).toBeLessThanOrEqual(killed)

  await ses.stop()
  await rm(folder, { recursive: true })
})

const applicant = (number: number) => `persoon${number}@dienst.example`

/** Requests told of in the overviews, each hour counted once. */
function overviewTotal(sent: readonly Mail[]): number {
  const overviews = new Set(
    sent.filter(({ subject }) => subject.startsWith('Veel nieuwe aanvragen')).map(({ text }) => text),
  )
  return [...overviews].reduce((total, text) => total + Number(/Niet apart gemaild: (\d+)/.exec(text)?.[1] ?? 0), 0)
}
