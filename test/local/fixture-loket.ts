/**
 * A Loket of two routes for the tests of the runner: the same store, sweep, stream and SES as the real one, with a
 * mail that says nothing.
 */
import { randomUUID } from 'node:crypto'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { Hono } from 'hono'
import { addSeconds } from '../../forms/kit/time.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { type Parts, type Plugged, run } from '../../functions/local/runner.ts'
import { createOutbox, type MailKey } from '../../functions/shared/store/outbox.ts'

function plugIn({ clock, connection }: Parts): Plugged {
  const outbox = createOutbox(connection)
  const ses = new SESClient({ maxAttempts: 1 })

  const deliver = async (keys: MailKey[]) => {
    for (const key of keys) {
      const mail = await outbox.claim(key, clock.now())
      if (!mail) continue
      const mime = `From: loket@example.test\r\nTo: a@example.test\r\nSubject: ${mail.subject}\r\n\r\nDag\r\n`
      const command = new SendRawEmailCommand({
        Destinations: ['a@example.test'],
        RawMessage: { Data: new TextEncoder().encode(mime) },
      })
      try {
        const { MessageId = '' } = await ses.send(command)
        await outbox.sent(mail, { now: clock.now(), messageId: MessageId })
      } catch {
        await outbox.retryAt(mail, addSeconds(clock.now(), 30))
      }
    }
  }

  const app = new Hono()
    /** Puts a mail with this subject in the outbox, due after so many seconds. */
    .post('/mail/:subject/:seconds', async (c) => {
      const { subject, seconds } = c.req.param()
      await outbox.add({
        subject,
        mailId: randomUUID(),
        notification: { kind: 'ingetrokken', to: 'aanvrager', network: 'n', form: 'f', reference: 'r', linkVersion: 1 },
        now: clock.now(),
        dueAt: addSeconds(clock.now(), Number(seconds)),
      })
      return c.text('stored')
    })
    /** Answers after a second, to be under way when the runner is stopped. */
    .get('/slow', async (c) => {
      process.stdout.write('Slow began\n')
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return c.text('done')
    })

  return {
    app,
    deliver,
    sweep: createSweep({ outbox, wake: deliver, now: clock.now }),
    nextDue: outbox.nextDue,
    published: { at: () => undefined },
    links: [{ href: '/slow', text: 'Traag' }],
    people: async () => ['Iemand'],
  }
}

await run({ env: process.env, networks: [], plugIn })
