/** The only place that speaks to SES. */
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { MailTags } from '../shared/mail-tags.ts'

interface Envelope {
  /** Exactly one address: SES sends to this, whatever the message's own headers say. */
  to: string
  /** The raw message. */
  mime: Uint8Array
  /** Come back with every event about this message. */
  tags: MailTags
}

/** Hands a mail to SES and returns SES' id of it; throws when SES did not take it. */
export type SendMail = (envelope: Envelope) => Promise<string>

interface SesSettings {
  from: string
  configurationSet: string
}

/** The account, or its configuration set, may not send: by SES, for its reputation, or by whoever runs it. */
export const isSendingPaused = (error: unknown): boolean =>
  error instanceof Error &&
  ['AccountSendingPausedException', 'ConfigurationSetSendingPausedException'].includes(error.name)

/**
 * One try: the outbox tries again, later each time. No answer in time (milliseconds) is a failed try; ten seconds is
 * well within the lease of the outbox (functions/shared/store/outbox.ts).
 */
export const createSesClient = (answerWithin = 10_000): SESClient =>
  new SESClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3000, requestTimeout: answerWithin, throwOnRequestTimeout: true },
  })

export function sendThroughSes(client: SESClient, { from, configurationSet }: SesSettings): SendMail {
  return async ({ to, mime, tags }) => {
    const { MessageId } = await client.send(
      new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: mime },
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      }),
    )
    if (!MessageId) throw new Error('SES answered without a message id')
    return MessageId
  }
}
