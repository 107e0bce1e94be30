/** The mailer over a real outbox, with SES faked at the SDK's edge, a clock that is set by hand and a log that is kept. */
import { SESClient, type SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { mockClient } from 'aws-sdk-client-mock'
import PostalMime, { type Email } from 'postal-mime'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createFeedback } from '../../functions/feedback/handler.ts'
import { eventsOf, type MailEvent } from '../../functions/local/mail-events.ts'
import { createDeliver, type DeliverDeps } from '../../functions/mailer/deliver.ts'
import { sendThroughSes } from '../../functions/mailer/ses.ts'
import type { Secrets } from '../../functions/shared/secrets.ts'
import { createAbsences } from '../../functions/shared/store/absences.ts'
import { createActionPlans } from '../../functions/shared/store/action-plans.ts'
import { createAddresses } from '../../functions/shared/store/addresses.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { createStandings } from '../../functions/shared/store/event-standing.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { mailKey } from '../../functions/shared/store/keys.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { createMarks } from '../../functions/shared/store/marks.ts'
import { createOutbox, type MailKey, type Outbox } from '../../functions/shared/store/outbox.ts'
import { addressItem, type NewMail } from '../../functions/shared/store/outbox-item.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { createOverviews } from '../../functions/shared/store/overviews.ts'
import { createOwnTasks } from '../../functions/shared/store/own-tasks.ts'
import { createQueue } from '../../functions/shared/store/queue.ts'
import { createReturnedInvitees } from '../../functions/shared/store/returned-invitees.ts'
import { demoContents } from '../support/content.ts'

export const secrets: Secrets = {
  linkKeys: { current: 'k1', keys: { k1: Buffer.alloc(32, 1).toString('base64') } },
  addressKey: Buffer.alloc(32, 2).toString('base64'),
}
export const from = 'loket@mail.example.be'
export const noon = new Date('2021-05-20T10:00:00.000Z')

export type PostOffice = ReturnType<typeof openPostOffice>

interface Options {
  /** What networks have, when that is not the demo. */
  contents?: DeliverDeps['contents']
  /** Of who works beside it: it moves along. */
  clock?: { now: Date }
  /** Mails about events leave at this pace; otherwise all at once. */
  eventsPerSecond?: number
}

export function openPostOffice(
  connection: Connection,
  { contents = demoContents, clock, eventsPerSecond }: Options = {},
) {
  const ses = mockClient(SESClient)
  const store = createOutbox(connection)
  const log: { level: string; message: string; fields: Record<string, unknown> }[] = []
  const write = (level: string) => (message: string, fields: Record<string, unknown>) => {
    log.push({ level, message, fields })
  }
  let now = clock?.now ?? noon
  let number = 0
  let sesTakes = () => true

  ses.on(SendRawEmailCommand).callsFake(() => {
    if (!sesTakes()) throw throttling()
    number += 1
    return { MessageId: `ses-${number}` }
  })

  /** A second worker is one more of these; its outbox may be made to fail. */
  const worker = (outbox: Outbox = store, overlegs: DeliverDeps['overlegs'] = createOverlegs(connection)) =>
    createDeliver({
      outbox,
      addresses: createAddresses(connection),
      events: createEvents(connection),
      standings: createStandings(connection),
      contents,
      absences: createAbsences(connection),
      overlegs,
      actionPlans: createActionPlans(connection),
      queue: createQueue(connection),
      ownTasks: createOwnTasks(connection),
      overviews: createOverviews(connection),
      send: sendThroughSes(new SESClient({}), { from, configurationSet: 'loket' }),
      ...(eventsPerSecond === undefined ? {} : { eventTurn: () => outbox.take(eventsPerSecond, now) }),
      secrets: async () => secrets,
      baseUrl: 'https://loket.example',
      from,
      now: () => now,
      log: { info: write('info'), warn: write('warn'), error: write('error') },
    })

  function setClock(to: Date): void {
    now = to
    if (clock) clock.now = to
  }
  const deliver = worker()
  const sweep = createSweep({
    outbox: store,
    wake: async (keys) => {
      const failed = await deliver(keys)
      if (failed.length > 0) throw new Error(`A mail could not be handled: ${JSON.stringify(log)}`)
    },
    now: () => now,
  })

  return {
    ses,
    outbox: store,
    worker,
    deliver,
    sweep,
    log,
    now: () => now,
    setClock,
    /** By way of everything that falls due until then, each at its own instant. `sent`: after each of them. */
    async passTo(instant: string | Date, sent: () => Promise<void> = async () => {}): Promise<void> {
      const to = new Date(instant)
      if (clock) now = clock.now
      for (let due = await store.nextDue(to); due; due = await store.nextDue(to)) {
        if (due > now) setClock(due)
        await sweep()
        await sent()
      }
      if (to > now) setClock(to)
    },
    /** SES tells of what it took. */
    feedback: createFeedback({
      fates: createMailFates(connection),
      outbox: store,
      returnedInvitees: createReturnedInvitees(connection),
      overlegs: createOverlegs(connection),
      marks: createMarks(connection),
      now: () => now,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    }),
    /** What SES tells of the messages it took since the last `forget`, to this address, as if it were such a mailbox. */
    told: (mailbox: 'bounce' | 'klacht', address: string): MailEvent[] =>
      ses.calls().flatMap(({ args: [command] }) => {
        const { Destinations = [], Tags = [] } = command.input as {
          Destinations?: string[]
          Tags?: { Name: string; Value: string }[]
        }
        if (!Destinations.includes(address)) return []
        const tags = Object.fromEntries(Tags.map(({ Name, Value }) => [Name, Value]))
        const about = { at: now.toISOString(), messageId: 'ses', source: 'loket@mail.example.be' }
        return eventsOf({ ...about, to: [`${mailbox}@dienst.example`], tags })
      }),
    wait(seconds: number) {
      now = addSeconds(now, seconds)
    },
    /** Whether SES takes the mail, asked at every try. */
    letSes(take: () => boolean) {
      sesTakes = take
    },

    /** What SES took since the last `forget`, as it would arrive. */
    async received(): Promise<{ destinations: string[]; email: Email }[]> {
      const calls = await Promise.all(
        ses.commandCalls(SendRawEmailCommand).map(async ({ args: [{ input }], returnValue }) => {
          const taken = await Promise.resolve(returnValue).catch(() => undefined)
          if (!taken) return []
          const email = await PostalMime.parse(input.RawMessage?.Data ?? '')
          return [{ destinations: input.Destinations ?? [], email }]
        }),
      )
      return calls.flat()
    },
    forget() {
      ses.resetHistory()
      log.length = 0
    },

    /** Puts a mail in the outbox, for an address when it goes to one. */
    async post(mail: Partial<NewMail> & Pick<NewMail, 'subject' | 'notification'>, address?: string): Promise<MailKey> {
      const { client, PutCommand } = await connection.dynamo()
      const Item = addressItem(mail.subject, address ?? '')
      if (address !== undefined) await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
      number += 1
      const mailId = mail.mailId ?? `mail${number}`
      await store.add({ now, mailId, ...mail })
      return mailKey(mail.subject, mailId)
    },

    async stored(Key: MailKey): Promise<Record<string, unknown> | undefined> {
      const { client, GetCommand } = await connection.dynamo()
      return (await client.send(new GetCommand({ TableName: connection.tables.loket, Key }))).Item
    },
  }
}

/** The service's own refusal, as the SDK throws it. */
export const refusal = (name: string): Partial<SESServiceException> =>
  Object.assign(new Error(`${name}: jan.peeters@dienst.be`), { name, $fault: 'client' as const })
export const throttling = () => refusal('Throttling')

const dossier = { network: 'aalst', form: 'lco-aanvraag', linkVersion: 1 }
const received = { ...dossier, receivedAt: noon.toISOString(), answerBefore: '2021-05-28' }

export const confirmation = (reference: string): Notification => ({
  kind: 'ontvangen',
  to: 'aanvrager',
  ...received,
  reference,
})
export const triage = (reference: string, network = 'aalst'): Notification => ({
  kind: 'triage',
  to: 'triage',
  ...received,
  network,
  reference,
})
