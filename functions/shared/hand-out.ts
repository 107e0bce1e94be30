/**
 * What came free goes to who waits longest, several people in one step: whoever gives a seat back does it, and otherwise the
 * clockwork within a minute. Done by two at once, or done again, it gives nobody a seat twice (docs/decisions/010).
 */
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { isOver } from '../../forms/kit/events/phases.ts'
import { type Invitee, partyOf } from '../../forms/kit/events/rsvp.ts'
import { mailsOfPromotion } from '../../forms/kit/events/rsvp-mails.ts'
import { inCrowd, lookAgain } from './look-again.ts'
import type { Invitees } from './store/invitees.ts'
import type { Promoted, SeatStore } from './store/seat-hands.ts'
import { isFull, type Seats } from './store/seats.ts'

export interface HandDeps {
  invitees: Pick<Invitees, 'read'>
  seats: Pick<SeatStore, 'read' | 'line' | 'claim' | 'give' | 'release' | 'settle' | 'close'>
}

/** Answers that get their seats in one step: few, as one of them who changes their mind meanwhile makes all of it be done again. */
const perStep = 6

/**
 * So many steps, or until nothing is left; `more` when there may be. One at a time does it: whoever comes meanwhile goes on, as the
 * one who has it looks again before they end.
 */
export async function handOut(deps: HandDeps, event: LoketEvent, now: Date, steps: number): Promise<'more' | 'done'> {
  const { seats } = deps
  const { slug } = event
  const read = await seats.read(slug)
  if (!read || (!read.due && !mayBeLeft(read))) return 'done'
  if (isOver(event, now)) await seats.close(slug)
  if (isOver(event, now) || !isKnown(read) || !(await seats.claim(slug, now))) return 'done'
  for (let left = steps; left > 0; left -= 1)
    if ((await lookAgain(() => step(deps, event, now), inCrowd)) === 'done') return 'done'
  await seats.release(slug)
  return 'more'
}

/** Undefined when a neighbour was first. */
async function step(deps: HandDeps, event: LoketEvent, now: Date): Promise<'more' | 'done' | undefined> {
  const { seats } = deps
  const read = await seats.read(event.slug)
  if (!read) return 'done'
  const next = mayBeLeft(read) ? await nextInLine(deps, event, read, now) : []
  if (next.length > 0) return (await seats.give(event.slug, read, next, now)) === 'stored' ? 'more' : undefined
  return (await seats.settle(event.slug, read)) ? 'done' : undefined
}

/** While people are being counted nobody knows how many seats there are; who counts, hands out afterwards. */
const isKnown = ({ counting, capaciteit }: Seats): boolean => !counting || capaciteit === Number.POSITIVE_INFINITY

const mayBeLeft = (read: Seats): boolean => read.wachtend > 0 && !isFull(read)

/**
 * The first in line for whom there are seats. Who asks more than are free keeps those behind waiting, or they would never have
 * their turn; only who asks more than there are in all holds nobody up.
 */
async function nextInLine(
  { invitees, seats }: HandDeps,
  event: LoketEvent,
  { capaciteit, bezet }: Seats,
  now: Date,
): Promise<Promoted[]> {
  const next: Promoted[] = []
  let free = capaciteit - bezet
  for await (const { place, invitee } of seats.line(event.slug)) {
    if (free <= 0 || next.length === perStep) break
    const before = await invitees.read(invitee, now)
    // They left since the line was read, or are past their time.
    if (before?.wacht !== place) continue
    const party = partyOf(before)
    if (party > capaciteit) continue
    if (party > free) break
    free -= party
    next.push({ place, ...promotionOf(event, before, now) })
  }
  return next
}

function promotionOf(event: LoketEvent, before: Invitee, now: Date) {
  const { wacht: _line, ...rest } = before
  const after: Invitee = { ...rest, revisie: before.revisie + 1 }
  return { before, after, mails: mailsOfPromotion(event, after, now) }
}

/** Steps in the time of who gave something back: they wait for it. */
const stepsAtOnce = 5

/**
 * After something was given back, which is stored by now: whatever goes wrong here, what is free stays marked, and the clockwork
 * hands it out.
 */
export async function handOutNow(deps: HandDeps, event: LoketEvent, now: Date): Promise<void> {
  try {
    await handOut(deps, event, now, stepsAtOnce)
  } catch {
    // Marked: see above.
  }
}
