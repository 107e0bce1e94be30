/**
 * A thousand people answer one event within ten seconds (issue 17), through Loket as it runs on this machine, on an engine of its own:
 * none is lost, none is there twice, nobody has a seat that is not there.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pointAtLocalEngines } from '../../functions/local/aws-environment.ts'
import { type Connection, connect, type Tables } from '../../functions/shared/store/dynamo.ts'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
import { allItems } from '../support/app.ts'
import { startOwnEngine } from '../support/dynamodb.ts'
import { answer, pathOf, putEvent } from '../support/events.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { truthAmong } from '../support/seats.ts'
import { createVisitor, fieldsIn } from '../support/visitor.ts'

const answers = 1_000
const withinMs = 10_000
const capaciteit = 300

let engine: Awaited<ReturnType<typeof startOwnEngine>>
let loket: RunningLoket
let connection: Connection<Tables>

beforeAll(async () => {
  engine = await startOwnEngine()
  const accessKey = 'burst'
  loket = await startLoket({
    now: '2021-04-23T08:00:00.000Z',
    env: { AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, AWS_ACCESS_KEY_ID: accessKey },
  })
  pointAtLocalEngines({ dynamodb: engine.endpoint, accessKey }, process.env)
  connection = connect({ loket: 'loket', drafts: 'drafts' })
}, 90_000)
afterAll(async () => {
  await loket.stop()
  await engine.stop()
})

it(`${answers} antwoorden in ${withinMs / 1000} seconden op ${capaciteit} plaatsen`, async () => {
  const event = await putEvent(connection, { capaciteit })
  const visitor = () => createVisitor(loket.url, (request) => fetch(request))
  const { formulier = [] } = fieldsIn(await (await visitor().get(pathOf(event))).text())
  await wait(4_000) // Faster than a person can, it would be a machine's.

  const took: number[] = []
  const troubles: string[] = []
  const began = performance.now()
  const comes = async (number: number) => {
    await wait((number * withinMs) / answers)
    const since = performance.now()
    const fields = { ...answer, formulier, email: `p${number}@dienst.example` }
    const outcome = await visitor()
      .post(pathOf(event), fields)
      .then(({ status }) => String(status), String)
    took.push(performance.now() - since)
    if (outcome !== '303') troubles.push(outcome)
  }
  await Promise.all(Array.from({ length: answers }, (_, number) => comes(number)))
  took.sort((a, b) => a - b)
  const [median, p99] = [0.5, 0.99].map((part) => Math.round(took[Math.ceil(took.length * part) - 1] ?? 0))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(
    `\n${answers} answers sent in ${withinMs / 1000} s, all answered after ${seconds} s: median ${median} ms, p99 ${p99} ms, ${troubles.length} errors ${[...new Set(troubles)]}\n`,
  )
  expect(troubles).toEqual([])

  const items = await allItems(connection, 'loket')
  const truth = truthAmong(items, event, await createSeatReader(connection).read(event.slug))
  const waiting = answers - capaciteit
  expect(truth).toMatchObject({
    ...{ bezet: capaciteit, wachtend: waiting, counted: { bezet: capaciteit, wachtend: waiting } },
    ...{ lost: 0, ghosts: 0, twice: 0 },
  })
  const addresses = items.filter(({ pk, sk }) => sk === 'ANTWOORD' && String(pk).includes(event.slug))
  expect(addresses).toHaveLength(answers)

  const mailed = async () => (await loket.mails()).filter(({ to }) => /^p\d+@dienst/.test(to[0] ?? ''))
  // Looked at seldom: every look reads all of them, on the machine that sends them.
  for (let look = 0; look < 40 && (await mailed()).length < answers; look += 1) await wait(15_000)
  const all = (await mailed()).map(({ to }) => to[0])
  process.stdout.write(`all ${all.length} confirmations after ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  expect(all).toHaveLength(answers)
  expect(new Set(all).size).toBe(answers)
}, 900_000)
