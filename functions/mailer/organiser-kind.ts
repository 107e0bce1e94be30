/**
 * Mail to who organises an event: when it still leaves, and what puts it. The mails that confirm an answer are what tells that
 * an event is full, or that somebody was late: it is put before they leave, so that a mailer that dies puts it again, and no
 * answer waits for it.
 */
import { words } from '../../emails/kinds.ts'
import { fullMail, lateDigest, organiserUse } from '../../forms/kit/events/organiser-mails.ts'
import { isFull } from '../shared/store/seats.ts'
import { type Due, itsEvent, kind, type See, type Sources, type Use } from './kind.ts'

async function itsStanding({ notification }: Due<'organisator'>, { events, standings }: Sources) {
  const event = await events.read(notification.event)
  if (!event) throw new Error('A mail names an unknown event')
  return { about: { event, standing: await standings.of(event) } }
}

const stillSo = (
  { notification }: Due<'organisator'>,
  { about }: Awaited<ReturnType<typeof itsStanding>>,
  { now }: Sources,
): Use => organiserUse(notification.why, about.event, about.standing, now)

export const organiserKind: See<'organisator'> = kind<'organisator'>({
  audience: (_, { about }) => ({ of: 'organiser', person: about.event.organiser }),
  look: itsStanding,
  stillUseful: stillSo,
  words: words.organisator,
})

/** Of an answer that takes a seat: the last one is told. */
export async function eventPerhapsFull(mail: Due<'activiteit-ja' | 'activiteit-wachtlijst'>, sources: Sources) {
  const seen = await itsEvent(mail, sources)
  const { event } = seen.event
  const seats = event.capaciteit === undefined ? undefined : await sources.standings.seats(event.slug)
  if (seats && isFull(seats)) await sources.outbox.add({ ...fullMail(event, sources.now), now: sources.now })
  return seen
}

/** Of an answer that came too late: with all others of that day it is one mail. */
export async function eventToldLate(mail: Due<'activiteit-te-laat'>, sources: Sources) {
  const seen = await itsEvent(mail, sources)
  await sources.outbox.add({ ...lateDigest(seen.event.event, sources.now), now: sources.now })
  return seen
}
