/** How an answer to an activity counts in the figures of its year (docs/decisions/035): how many people, and what they said. */
import { eventVariables } from '../figures/event-tables.ts'
import { yearOf } from '../figures/facts.ts'
import { activities, type Counts, counterOf, difference, isCounted, type YearCounts } from '../figures/tally.ts'
import { brusselsDate } from '../time.ts'
import type { LoketEvent } from './events.ts'
import { type Invitee, partyOf } from './rsvp.ts'

/** Who walked in answered nothing; what a machine seemed to send, or came too late, counts once somebody lets it in. */
const countsOf = ({ antwoord, verdacht, bron, ...said }: Invitee): Counts =>
  antwoord === undefined || verdacht || bron === 'deur'
    ? {}
    : { [counterOf(eventVariables.antwoord, antwoord)]: partyOf(said) }

/** What is added when an answer changes; one of before there were figures counts from its next change on. */
export function answerCounts(
  { network, start }: Pick<LoketEvent, 'network' | 'start'>,
  before: Invitee | undefined,
  after: Invitee,
  now: Date,
): YearCounts[] {
  const year = yearOf(brusselsDate(new Date(start)))
  if (!isCounted(year, now)) return []
  const add = difference(before?.inFigures ? countsOf(before) : {}, countsOf(after))
  return Object.keys(add).length > 0 ? [{ network, form: activities, year, add }] : []
}
