/** One plan with many mails for one moment: batches that can be broken off anywhere, and every mail once (docs/decisions/017). */
import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Mail } from '../../forms/kit/post/mail.ts'
import { planAnew } from '../../forms/kit/post/mail.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { planKey } from '../../functions/shared/store/keys.ts'
import { planItems } from '../../functions/shared/store/mail-plan.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { transact } from '../../functions/shared/store/transact.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { openDaysFor } from '../support/open-days.ts'
import { noon, openPostOffice, type PostOffice } from './post-office.ts'

let connection: Connection<Tables>
let office: PostOffice
let stop: () => Promise<void>
let number = 0
let subject: string
beforeAll(async () => {
  ;({ connection, stop } = await startDynamo())
})
afterAll(() => stop())
beforeEach(() => {
  office = openPostOffice(connection)
  number += 1
  subject = `OVL-${number}`
})

const moment = addSeconds(noon, 3600)
const mailTo = (reference: string, dueAt = moment): Mail => {
  const about = { network: 'aalst', form: 'lco-aanvraag', reference, linkVersion: 1 }
  return {
    mailId: `taak-${reference}-1`,
    notification: { kind: 'taak', to: 'triage', ...about, why: 'heropend' },
    dueAt,
  }
}
const everybody = (count: number) => Array.from({ length: count }, (_, index) => `${subject}-${index + 1}`)
const plan = (mails: readonly Mail[], at = noon) =>
  transact(connection.dynamo, planItems(connection.tables.loket, planAnew(mails), { subject, now: at, revision: 1 }))

/** A worker that dies at its so manieth transaction: before it is written, or after it and before it hears so. */
function dying(at: number, when: 'before' | 'after'): Connection<Tables> {
  let count = 0
  return {
    ...connection,
    dynamo: async () => {
      const dynamo = await connection.dynamo()
      const send = async (command: unknown) => {
        if (!(command instanceof TransactWriteCommand)) return dynamo.client.send(command as never)
        count += 1
        if (count > at || (count === at && when === 'before')) throw new Error('killed')
        const answer = await dynamo.client.send(command)
        if (count === at) throw new Error('killed')
        return answer
      }
      return { ...dynamo, client: Object.assign(Object.create(dynamo.client), { send }) }
    },
  }
}

/** What the clockwork and the mailer do in the next minutes. */
async function minutes(count: number) {
  const wake = async (keys: Parameters<typeof office.deliver>[0]) => void (await office.deliver(keys))
  const sweep = createSweep({ outbox: office.outbox, wake, now: office.now })
  for (let minute = 0; minute < count; minute += 1) {
    await sweep()
    office.wait(60)
  }
}
const subjects = async () => (await office.received()).map(({ email }) => email.subject?.split(' · ')[1]).sort()

const kills = [1, 2, 3, 4].flatMap((batch) => [[batch, 'before'] as const, [batch, 'after'] as const])
it.each([22, 60].flatMap((count) => kills.map(([batch, when]) => [count, batch, when] as const)))(
  '%i mails, de werker sterft bij batch %i (%s het schrijven): elke mail precies één keer',
  async (count, batch, when) => {
    await plan(everybody(count).map((reference) => mailTo(reference)))
    office.setClock(moment)
    const killed = createOutbox(dying(batch, when)).makeDue(planKey(subject), moment, openDaysFor)
    if (batch <= Math.ceil(count / 24)) await expect(killed).rejects.toThrow('killed')
    else await killed
    await minutes(3)
    expect(await subjects()).toEqual(everybody(count).sort())
    expect(await office.outbox.nextDue(addSeconds(moment, 86_400))).toBeUndefined()
  },
)

it.each([22, 60])('%i mails, de werker sterft bij elke batch opnieuw: elke mail precies één keer', async (count) => {
  await plan(everybody(count).map((reference) => mailTo(reference)))
  office.setClock(moment)
  for (const when of ['before', 'after', 'before', 'after', 'after'] as const)
    await createOutbox(dying(1, when))
      .makeDue(planKey(subject), moment, openDaysFor)
      .catch(() => {})
  await minutes(3)
  expect(await subjects()).toEqual(everybody(count).sort())
})

it('vijf werkers tegelijk: elke mail precies één keer, in transacties van hoogstens 25', async () => {
  await plan(everybody(60).map((reference) => mailTo(reference)))
  office.setClock(moment)
  const sizes: number[] = []
  const { client } = await connection.dynamo()
  client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems } = args.input as { TransactItems?: unknown[] }
      if (TransactItems) sizes.push(TransactItems.length)
      return next(args)
    },
    { step: 'initialize', name: 'sizes' },
  )
  const made = await Promise.all(
    Array.from({ length: 5 }, () => createOutbox(connection).makeDue(planKey(subject), moment, openDaysFor)),
  )
  client.middlewareStack.remove('sizes')
  expect(made.flat()).toHaveLength(60)
  expect(Math.max(...sizes)).toBe(25)
  await minutes(3)
  expect(await subjects()).toEqual(everybody(60).sort())
})

/** A worker that read the plan before another one made its mails; `blind`: and writes without looking. */
function stale(item: Record<string, unknown> | undefined, blind: boolean): Connection<Tables> {
  let reads = 0
  return {
    ...connection,
    dynamo: async () => {
      const dynamo = await connection.dynamo()
      const send = async (command: GetCommand | TransactWriteCommand) => {
        if (command instanceof GetCommand) {
          reads += 1
          return reads === 1 ? { Item: item } : dynamo.client.send(command)
        }
        const unconditional = command.input.TransactItems?.map(({ Update, Put }) => {
          const { ':mails': _m, ':before': _b, ...values } = Update?.ExpressionAttributeValues ?? {}
          const { ConditionExpression: _u, ...update } = Update ?? {}
          return Update
            ? { Update: { ...update, ExpressionAttributeValues: values } }
            : { Put: { TableName: Put?.TableName, Item: Put?.Item } }
        })
        const input = blind ? { TransactItems: unconditional } : command.input
        return dynamo.client.send(new TransactWriteCommand(input as TransactWriteCommandInput))
      }
      return { ...dynamo, client: Object.assign(Object.create(dynamo.client), { send }) }
    },
  }
}

it.each([
  ['een werker die achterloopt, maakt niets dubbel', false, 1],
  ['controle: zonder de voorwaarden gaat alles twee keer', true, 2],
])('%s', async (_, blind, times) => {
  await plan(everybody(20).map((reference) => mailTo(reference)))
  const before = await office.stored(planKey(subject))
  office.setClock(moment)
  await minutes(2)
  await createOutbox(stale(before, blind)).makeDue(planKey(subject), office.now(), openDaysFor)
  await minutes(2)
  expect(await subjects()).toEqual(
    everybody(20)
      .flatMap((one) => Array(times).fill(one))
      .sort(),
  )
})

it('wat nog geen moment heeft, blijft in het plan; een nieuw plan neemt ook terug wat al een mail was', async () => {
  const [now, later] = [everybody(2), [`${subject}-later`]]
  await plan([
    ...now.map((reference) => mailTo(reference)),
    ...later.map((reference) => mailTo(reference, addSeconds(moment, 3600))),
  ])
  office.setClock(moment)
  office.letSes(() => false)
  await minutes(1)
  expect(await office.outbox.nextDue(addSeconds(moment, 7200))).toBeDefined()
  await plan(
    later.map((reference) => mailTo(reference, addSeconds(moment, 7200))),
    office.now(),
  )
  office.letSes(() => true)
  await minutes(10)
  expect(await subjects()).toEqual([])
  office.setClock(addSeconds(moment, 7200))
  await minutes(1)
  expect(await subjects()).toEqual(later)
})

it('een mail die 0.1.0 apart plande, is dezelfde als die in het plan, en gaat één keer', async () => {
  const [reference = ''] = everybody(1)
  const { mailId, notification } = mailTo(reference)
  await office.outbox.add({ subject, mailId, notification, now: noon, dueAt: moment })
  await plan([mailTo(reference)])
  office.setClock(moment)
  await minutes(3)
  expect(await subjects()).toEqual([reference])
})

it('een die 0.1.0 voor een ander moment plande, is teruggenomen; op het nieuwe moment gaat ze', async () => {
  const [reference = ''] = everybody(1)
  const { mailId, notification } = mailTo(reference)
  await office.outbox.add({ subject, mailId, notification, now: noon, dueAt: addSeconds(noon, 60) })
  await plan([mailTo(reference)])
  office.setClock(addSeconds(noon, 60))
  await minutes(3)
  expect(await subjects()).toEqual([])
  office.setClock(moment)
  await minutes(1)
  expect(await subjects()).toEqual([reference])
})
