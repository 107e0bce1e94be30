/** Mail and time around a workspace of the tests: what is due leaves, SES tells what became of it, and weeks pass. */
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createFeedback } from '../../functions/feedback/handler.ts'
import { eventsOf, type MailEvent } from '../../functions/local/mail-events.ts'
import { createTimeMachine } from '../../functions/local/time-machine.ts'
import { createDeliver } from '../../functions/mailer/deliver.ts'
import { createPacedDeliver } from '../../functions/mailer/pace.ts'
import { createStandings } from '../../functions/shared/store/event-standing.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { createMarks } from '../../functions/shared/store/marks.ts'
import { createOutbox, type MailKey } from '../../functions/shared/store/outbox.ts'
import { createOverviews } from '../../functions/shared/store/overviews.ts'
import { createOwnTasks } from '../../functions/shared/store/own-tasks.ts'
import { removeExpired } from '../../functions/shared/store/remove-expired.ts'
import { createReturnedInvitees } from '../../functions/shared/store/returned-invitees.ts'
import { testUrl } from '../support/app.ts'
import { demoContents } from '../support/content.ts'
import type { TestWorkspace } from '../support/workspace.ts'

interface SentMail {
  to: string
  subject: string
  text: string
}

export function startPost(work: TestWorkspace) {
  const { connection, deps } = work
  const outbox = createOutbox(connection)
  const mails: SentMail[] = []
  const problems: string[] = []
  const waiting: MailEvent[] = []
  const now = () => work.clock.now
  const log = {
    info: () => {},
    warn: (message: string, fields: object) => {
      if (message === 'Mail postponed') problems.push(JSON.stringify(fields))
    },
    error: (message: string, fields: object) => {
      problems.push(`${message} ${JSON.stringify(fields)}`)
    },
  }
  const feedback = createFeedback({
    fates: createMailFates(connection),
    outbox,
    returnedInvitees: createReturnedInvitees(connection),
    overlegs: deps.overlegs,
    marks: createMarks(connection),
    now,
    log,
  })
  const deliver = createDeliver({
    outbox,
    addresses: deps.addresses,
    events: createEvents(connection),
    standings: createStandings(connection),
    contents: demoContents,
    absences: deps.absences,
    overlegs: deps.overlegs,
    actionPlans: deps.actionPlans,
    queue: deps.queue,
    overviews: createOverviews(connection),
    ownTasks: createOwnTasks(connection),
    send: async ({ to, mime, tags }) => {
      const { subject = '', text = '' } = await PostalMime.parse(mime)
      mails.push({ to, subject, text })
      const messageId = `ses-${mails.length}-${now().getTime()}`
      waiting.push(...eventsOf({ at: now().toISOString(), messageId, source: 'loket@loket.example', to: [to], tags }))
      return messageId
    },
    secrets: deps.secrets,
    baseUrl: testUrl,
    from: 'loket@mail.loket.example',
    now,
    log,
  })
  const paced = createPacedDeliver({ deliver, outbox, perSecond: 200, now, wait })
  const ignore = (send: (keys: MailKey[]) => Promise<unknown>) => async (keys: MailKey[]) => {
    await send(keys)
  }
  const sweepOnce = createSweep({ outbox, wake: ignore(deliver), paced: { wake: ignore(paced), perSecond: 200 }, now })
  const sweep = async () => {
    await sweepOnce()
    for (const event of waiting.splice(0)) await feedback(event)
  }
  const clock = {
    now,
    set: (instant: Date) => {
      work.clock.now = instant
    },
  }
  const machine = createTimeMachine(clock, {
    nextDue: outbox.nextDue,
    sweep,
    removeExpired: async (at) => {
      await removeExpired(connection, 'loket', at)
      await removeExpired(connection, 'drafts', at)
    },
  })
  return {
    /** All that left, oldest first. */
    mails,
    /** Tries that failed. */
    problems,
    /** Lets so many days pass, by way of all that falls due meanwhile. */
    days: (count: number) => machine.travel(new Date(now().getTime() + count * 86_400_000)),
    minutes: (count: number) => machine.travel(new Date(now().getTime() + count * 60_000)),
  }
}
