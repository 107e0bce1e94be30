/** `npm run redrive`: the failure queue is emptied when no mail is overdue, and never before. */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSeconds } from '../../forms/kit/time.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { createOutbox, type Outbox } from '../../functions/shared/store/outbox.ts'
import { lateAfter, openFailureQueue, redrive, settledAfter } from '../../infra/operate/failure-queue.ts'
import { sampleOf } from '../emails/samples.ts'
import { freshTables } from '../support/dynamodb.ts'

const noon = new Date('2026-11-23T12:00:00.000Z')
const hoursAgo = (hours: number) => addSeconds(noon, -hours * 3600)

/** SQS as far as it is used here: when each message came in, and whether others can see it. */
const queue = new Map<string, { sentAt: Date; visible: boolean }>()
const aws = mockClient(SQSClient)
const said: string[] = []
let connection: Connection
let outbox: Outbox
let number = 0
beforeAll(async () => {
  connection = await freshTables()
  outbox = createOutbox(connection)
})
beforeEach(async () => {
  for (const Key of await outbox.due(addSeconds(noon, 86_400), 1000)) {
    const { client, DeleteCommand } = await connection.dynamo()
    await client.send(new DeleteCommand({ TableName: connection.tables.loket, Key }))
  }
  queue.clear()
  said.length = 0
  aws.reset()
  aws.on(ReceiveMessageCommand, { QueueUrl: 'url' }).callsFake(({ MaxNumberOfMessages }) => {
    const found = [...queue].filter(([, { visible }]) => visible).slice(0, MaxNumberOfMessages)
    for (const [, message] of found) message.visible = false
    const Messages = found.map(([id, { sentAt }]) => ({
      MessageId: id,
      ReceiptHandle: id,
      Body: '{"DDBStreamBatchInfo":{}}',
      Attributes: { SentTimestamp: String(sentAt.getTime()) },
    }))
    return found.length > 0 ? { Messages } : {}
  })
  aws.on(DeleteMessageBatchCommand, { QueueUrl: 'url' }).callsFake(({ Entries }) => {
    expect(Entries.length).toBeLessThanOrEqual(10)
    for (const { ReceiptHandle } of Entries) queue.delete(ReceiptHandle)
    return { Successful: Entries }
  })
  aws.on(ChangeMessageVisibilityBatchCommand, { QueueUrl: 'url' }).callsFake(({ Entries }) => {
    for (const { ReceiptHandle, VisibilityTimeout } of Entries) {
      const message = queue.get(ReceiptHandle)
      if (message) message.visible = VisibilityTimeout === 0
    }
    return { Successful: Entries }
  })
})

const cameIn = (...moments: Date[]) => {
  for (const sentAt of moments) queue.set(`m${queue.size}`, { sentAt, visible: true })
}
async function mailDue(dueAt: Date, bulk?: true) {
  number += 1
  const mail = { subject: 'LCO-1', mailId: `m${number}`, notification: sampleOf('triage'), now: hoursAgo(24), dueAt }
  await outbox.add({ ...mail, ...(bulk ? { bulk } : {}) })
}
const run = (of: Pick<Outbox, 'due'> = outbox) =>
  redrive({ queue: openFailureQueue('url'), outbox: of, now: () => noon, say: (line) => void said.push(line) })
const left = () => [...queue.values()].filter(({ visible }) => visible).length

it('has nothing to do where nothing waits', async () => {
  expect(await run()).toBe('empty')
  expect(said).toEqual(['No message waits.'])
})

it('tells how many wait and since when, and empties the queue', async () => {
  cameIn(hoursAgo(1), hoursAgo(3), ...Array.from({ length: 23 }, () => hoursAgo(2)))
  expect(await run()).toBe('emptied')
  expect(queue.size).toBe(0)
  expect(said).toEqual([
    '25 messages wait, the oldest since 2026-11-23T09:00:00.000Z.',
    'No mail is overdue. 25 messages are removed.',
  ])
})

it('leaves every message where others see it, and says so, as long as a mail is overdue', async () => {
  cameIn(hoursAgo(1), hoursAgo(3))
  await mailDue(addSeconds(noon, -lateAfter))
  expect(await run()).toBe('overdue')
  expect(left()).toBe(2)
  expect(said[1]).toBe('1 mails are overdue: nothing is removed.')
})

describe('a mail that is taken care of holds nothing up', () => {
  it.each([
    ['due since the last run of the clockwork', addSeconds(noon, 1 - lateAfter)],
    ['waiting for a later try', addSeconds(noon, 1800)],
  ])('%s', async (_, dueAt) => {
    cameIn(hoursAgo(1))
    await mailDue(dueAt)
    expect(await run()).toBe('emptied')
    expect(queue.size).toBe(0)
  })

  it('one of many, which the stream never hands over', async () => {
    cameIn(hoursAgo(1))
    await mailDue(hoursAgo(1), true)
    expect(await run()).toBe('emptied')
  })
})

it('leaves what came in a moment ago: the mail behind it may not look late yet', async () => {
  cameIn(hoursAgo(1), addSeconds(noon, -settledAfter), addSeconds(noon, 1 - settledAfter))
  expect(await run()).toBe('emptied')
  expect(left()).toBe(1)
  expect(said.slice(1)).toEqual([
    'No mail is overdue. 2 messages are removed.',
    '1 came in just now and are left: run this again in a few minutes.',
  ])
})

it('removes nothing, and gives everything back, when the mails cannot be looked at', async () => {
  cameIn(hoursAgo(1))
  const broken = { due: () => Promise.reject(new Error('AccessDenied')) }
  await expect(run(broken)).rejects.toThrow('AccessDenied')
  expect(left()).toBe(1)
})

it('says when SQS did not remove a message', async () => {
  cameIn(hoursAgo(1))
  aws.on(DeleteMessageBatchCommand).resolves({ Failed: [{ Id: 'm0', Code: 'x', SenderFault: false }], Successful: [] })
  await expect(run()).rejects.toThrow('1 messages could not be removed')
  expect(left()).toBe(1)
})
