/**
 * The failure queue of the outbox: what the table's stream could not hand to the mailer. A message holds positions in the
 * stream and no mail. The mail itself is in the table, and the clockwork hands it over every minute; so a message may go once
 * no mail is overdue, and only then.
 */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { addSeconds } from '../../forms/kit/time.ts'
import { leaseSeconds, type Outbox } from '../../functions/shared/store/outbox.ts'
import { region } from '../stages.ts'

/** Seconds: a run of the clockwork, and the next one. A mail due longer than that is not taken care of. */
export const lateAfter = 120
/** Seconds: before that, the mail behind a message may still be held by a mailer that died, and not look late yet. */
export const settledAfter = lateAfter + leaseSeconds
/** Nobody needs to know more exactly how bad it is. */
const mostCounted = 100
/** What SQS takes in one call. */
const perCall = 10
/** Seconds that received messages are nobody else's; if all goes wrong they are back by themselves. */
const oursFor = 300

const messageSchema = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  /** Epoch milliseconds. */
  Attributes: z.object({ SentTimestamp: z.coerce.number() }),
})
type Message = z.infer<typeof messageSchema>

type FailureQueue = ReturnType<typeof openFailureQueue>

export function openFailureQueue(QueueUrl: string) {
  const client = new SQSClient({ region, maxAttempts: 2 })

  const inBatches = async (messages: readonly Message[], send: (batch: Message[]) => Promise<unknown>) => {
    for (let from = 0; from < messages.length; from += perCall) await send(messages.slice(from, from + perCall))
  }
  const entry = ({ MessageId: Id, ReceiptHandle }: Message) => ({ Id, ReceiptHandle })

  return {
    /** All that wait. Others see them again when they are given back, or after five minutes. */
    async receive(): Promise<Message[]> {
      const all: Message[] = []
      for (;;) {
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: perCall,
            MessageSystemAttributeNames: ['SentTimestamp'],
            VisibilityTimeout: oursFor,
            WaitTimeSeconds: 2, // Without waiting SQS asks only some of its servers, and empty may not be empty.
          }),
        )
        if (Messages.length === 0) return all
        all.push(...z.array(messageSchema).parse(Messages))
      }
    },

    remove: (messages: readonly Message[]) =>
      inBatches(messages, async (batch) => {
        const { Failed = [] } = await client.send(
          new DeleteMessageBatchCommand({ QueueUrl, Entries: batch.map(entry) }),
        )
        if (Failed.length > 0) throw new Error(`${Failed.length} messages could not be removed: run this again.`)
      }),

    giveBack: (messages: readonly Message[]) =>
      inBatches(messages, (batch) =>
        client.send(
          new ChangeMessageVisibilityBatchCommand({
            QueueUrl,
            Entries: batch.map((message) => ({ ...entry(message), VisibilityTimeout: 0 })),
          }),
        ),
      ),
  }
}

interface Redrive {
  queue: FailureQueue
  /** Mails to many have a lane of their own, which the stream never hands over. */
  outbox: Pick<Outbox, 'due'>
  now: () => Date
  say: (line: string) => void
}

/** Empties the queue of what is taken care of; `overdue`: nothing is removed, somebody must look. */
export async function redrive({ queue, outbox, now, say }: Redrive): Promise<'empty' | 'overdue' | 'emptied'> {
  const messages = await queue.receive()
  if (messages.length === 0) {
    say('No message waits.')
    return 'empty'
  }
  let kept: readonly Message[] = messages
  try {
    const oldest = Math.min(...messages.map(({ Attributes }) => Attributes.SentTimestamp))
    say(`${messages.length} messages wait, the oldest since ${new Date(oldest).toISOString()}.`)
    const at = now()
    const late = await outbox.due(addSeconds(at, -lateAfter), mostCounted)
    if (late.length > 0) {
      say(`${late.length === mostCounted ? 'At least ' : ''}${late.length} mails are overdue: nothing is removed.`)
      say('Does the clockwork run (alarm ClockworkStopped)? What says the log of the mailer?')
      return 'overdue'
    }
    const settled = addSeconds(at, -settledAfter).getTime()
    const done = messages.filter(({ Attributes }) => Attributes.SentTimestamp <= settled)
    await queue.remove(done)
    kept = messages.filter((message) => !done.includes(message))
    say(`No mail is overdue. ${done.length} messages are removed.`)
    if (kept.length > 0) say(`${kept.length} came in just now and are left: run this again in a few minutes.`)
    return 'emptied'
  } finally {
    await queue.giveBack(kept)
  }
}
