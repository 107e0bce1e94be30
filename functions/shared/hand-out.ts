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
  seats: Pick<SeatStore, 'read' | 'line' | 'give' | 'settle' | 'close'>
}

/** Answers that get their seats in one step: few, as one of them who changes their mind meanwhile makes all of it be done again. */
const perStep = 6

/** One step; `more` when there may be seats left after it. */
export const handOutSome = (deps: HandDeps, event: LoketEvent, now: Date): Promise<'more' | 'done'> =>
  lookAgain(() => step(deps, event, now), inCrowd)

/** Undefined when a neighbour was first. */
async function step({ invitees, seats }: HandDeps, event: LoketEvent, now: Date): Promise<'more' | 'done' | undefined> {
  const { slug } = event
  const read = await seats.read(slug)
  if (!read || (!read.due && !mayBeLeft(read))) return 'done'
  if (isOver(event, now)) {
    await seats.close(slug)
    return 'done'
  }
  // Nobody knows yet how many there are; who counts, hands out afterwards.
  if (read.counting && read.capaciteit !== Number.POSITIVE_INFINITY) return 'done'
  const next = mayBeLeft(read) ? await nextInLine({ invitees, seats }, event, read, now) : []
  if (next.length > 0) return (await seats.give(slug, read, next, now)) === 'stored' ? 'more' : undefined
  return !read.due || (await seats.settle(slug, read)) ? 'done' : undefined
}

const mayBeLeft = (read: Seats): boolean => read.wachtend > 0 && !isFull(read)

/**
 * The first in line for whom there are seats. Who asks more than are free keeps those behind waiting, or they would never have
 * their turn; only who asks more than there are in all holds nobody up.
 */
async function nextInLine(
  { invitees, seats }: Pick<HandDeps, 'invitees'> & { seats: Pick<SeatStore, 'line'> },
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
const stepsAtOnce = 3

/**
 * After something was given back, which is stored by now: whatever goes wrong here, what is free stays marked, and the clockwork
 * hands it out.
 */
export async function handOutNow(deps: HandDeps, event: LoketEvent, now: Date): Promise<void> {
  try {
    for (let steps = 0; steps < stepsAtOnce; steps += 1) if ((await handOutSome(deps, event, now)) === 'done') return
  } catch {
    // Marked: see above.
  }
}
