/**
 * What comes in at the address all mail is from: answers that somebody gave in their calendar (docs/decisions/034). Told twice, late or
 * by a stranger it ends the same: everything it may change is looked up again, and whoever was first has won.
 */
import * as z from 'zod'
import { type Arrived, type Named, whoseEntry } from '../../forms/kit/calendar-reply.ts'
import { type EventNotification, isEventNotification } from '../../forms/kit/events/event-notifications.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { lastMove, replyStep } from '../../forms/kit/events/reply-step.ts'
import { calendarStep, seatOfEntry } from '../../forms/kit/overleg/calendar-step.ts'
import { mailSubjectOf, readParticipantId } from '../../forms/kit/overleg/rounds.ts'
import { saidBy } from '../../forms/kit/overleg/said.ts'
import { type RsvpDeps, storeAnswer } from '../shared/answer-flow.ts'
import type { Log } from '../shared/log.ts'
import { inCrowd, lookAgain } from '../shared/look-again.ts'
import type { Addresses } from '../shared/store/addresses.ts'
import type { Events } from '../shared/store/events.ts'
import type { Invitees } from '../shared/store/invitees.ts'
import { mailKey } from '../shared/store/keys.ts'
import type { MailFates } from '../shared/store/mail-fates.ts'
import type { Overlegs } from '../shared/store/overlegs.ts'
import { largestMail, type Read, readMail } from './read-mail.ts'

export interface InboundDeps extends RsvpDeps {
  /** The raw message; undefined when it is gone: kept for a day. */
  message: (key: string) => Promise<Uint8Array | undefined>
  events: Pick<Events, 'read'>
  invitees: Pick<Invitees, 'answer' | 'read' | 'mail'>
  overlegs: Pick<Overlegs, 'readFor' | 'answer'>
  /** Where mail to whom the entry names goes: who else sends it, speaks for nobody. */
  addresses: Pick<Addresses, 'readKept'>
  /** Mails that left. */
  fates: Pick<MailFates, 'read'>
  /** Of Loket, as it stands behind the @ of every entry. */
  host: string
  now: () => Date
  log: Log
}

/** As the rule in infra/inbound-stack.ts passes it on: a name that SES made up, and bytes. */
const eventSchema = z.object({ detail: z.object({ key: z.string(), size: z.number() }) })

/** What became of it: for the log, and no more than that. */
type Outcome = 'opgeslagen' | 'gemeld' | 'te-groot' | 'weg' | 'van-niemand' | `niets: ${string}`

export function createInbound(deps: InboundDeps): (event: unknown) => Promise<void> {
  return async (event) => {
    const { key, size } = eventSchema.parse(event).detail
    deps.log.info('Mail came in', { mail: key, outcome: await take(deps, key, size) })
  }
}

async function take(deps: InboundDeps, key: string, size: number): Promise<Outcome> {
  if (size > largestMail) return 'te-groot'
  const raw = await deps.message(key)
  if (!raw) return 'weg'
  const read = await readMail(raw)
  return read.kind === 'reply' ? answered(deps, read) : `niets: ${read.why}`
}

async function answered(deps: InboundDeps, { reply, sender }: Extract<Read, { kind: 'reply' }>): Promise<Outcome> {
  const named = whoseEntry(reply.uid, deps.host)
  if (!named) return 'van-niemand'
  // The clock that decides is the one of when it was read; a neighbour who was first moves nobody past the start.
  const now = deps.now()
  const arrived = { reply, sender }
  return lookAgain(
    () => (named.kind === 'genodigde' ? forEvent(deps, named, arrived, now) : forOverleg(deps, named, arrived, now)),
    inCrowd,
  )
}

type Of<Kind extends Named['kind']> = Extract<Named, { kind: Kind }>

async function forEvent(deps: InboundDeps, { slug, id }: Of<'genodigde'>, arrived: Arrived, now: Date) {
  const [known, event, kept] = await Promise.all([
    deps.invitees.read(id, now),
    deps.events.read(slug),
    deps.addresses.readKept(id, now),
  ])
  if (!known || !event || !kept?.email) return 'van-niemand' as const
  const step = replyStep({ event, known, email: kept.email, told: await toldOf(deps, event, id), now, ...arrived })
  switch (step.kind) {
    case 'nothing':
      return `niets: ${step.why}` as const
    case 'tell':
      await deps.invitees.mail(id, step.mail, now)
      return 'gemeld' as const
    case 'store': {
      const stored = await storeAnswer(deps, { event, who: known, given: step.given, now })
      return stored === 'stored' ? ('opgeslagen' as const) : undefined
    }
  }
}

/** What told an invitee of the last move. */
async function toldOf({ fates }: InboundDeps, event: LoketEvent, id: string): Promise<EventNotification | undefined> {
  const mailId = lastMove(event)
  const mail = mailId === undefined ? undefined : await fates.read(mailKey(id, mailId))
  return mail && isEventNotification(mail.notification) ? mail.notification : undefined
}

async function forOverleg(deps: InboundDeps, { participant }: Of<'deelnemer'>, arrived: Arrived, now: Date) {
  const named = readParticipantId(participant)
  const found = named && (await deps.overlegs.readFor(named.reference, named.number, named.id, now))
  const who = found && seatOfEntry(found.overleg, named.id)
  if (!who) return 'van-niemand' as const
  const { overleg, said } = found
  const kept = await deps.addresses.readKept(mailSubjectOf(overleg, who.id, who.linkVersion), now)
  if (!kept?.email) return 'van-niemand' as const
  const step = calendarStep({ overleg, who, email: kept.email, before: saidBy(said, who.id), now, ...arrived })
  if (step.kind === 'nothing') return `niets: ${step.why}` as const
  const stored = await deps.overlegs.answer({
    ...{ overleg, participant: who.id, said: step.said, mails: step.mails },
    ...{ while: overleg.state, linkVersion: who.linkVersion, now },
  })
  return stored === 'stored' ? ('opgeslagen' as const) : undefined
}
