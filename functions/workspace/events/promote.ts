/**
 * The seats of an event are put right: after the organiser changed it, and whenever the clockwork finds one of which something may be
 * left to hand out. Broken off anywhere, it goes on where it was.
 */

import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { isOver } from '../../../forms/kit/events/phases.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { countsSeats, isUncounted } from '../../../forms/kit/events/seats.ts'
import { handOut } from '../../shared/hand-out.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import type { EventDeps } from './open-events.ts'

export type PromoteDeps = Pick<EventDeps, 'invitees' | 'lists' | 'seats' | 'now'> & {
  events: Pick<EventDeps['events'], 'read'>
}

/** People counted in one write. */
const perCount = 20
/** Steps after which the time is looked at. */
const stepsAtOnce = 20

/** Counts who is not counted yet, then gives what is free to who waits; stops at `until`. */
export async function putSeatsRight(deps: PromoteDeps, slug: string, until: Date): Promise<void> {
  const event = await deps.events.read(slug)
  if (!event || !countsSeats(event)) return
  await countAll(deps, event, until)
  while (deps.now() < until && (await handOut(deps, event, deps.now(), stepsAtOnce)) === 'more');
}

/**
 * Everybody who said yes before there was a count: at once, and once more when nobody can still be writing who does not know of it.
 * Until the first is done nobody takes a seat, so nobody gets one that is not there.
 */
async function countAll(deps: PromoteDeps, event: LoketEvent, until: Date): Promise<void> {
  const { lists, seats, now } = deps
  const began = now()
  const read = await seats.read(event.slug)
  const forGood = read?.recount !== undefined && read.recount <= began.toISOString()
  if (!read || (!read.counting && !forGood) || isOver(event, began)) return
  for await (const people of lists.everybody(event.slug, began)) {
    const uncounted = people.filter((invitee) => isUncounted(event, invitee))
    for (let from = 0; from < uncounted.length; from += perCount) {
      if (now() > until) return
      await count(deps, event, uncounted.slice(from, from + perCount))
    }
  }
  await seats.counted(event.slug, { forGood })
}

/** When one of them changed meanwhile, each is looked at again. */
async function count({ invitees, seats, now }: PromoteDeps, event: LoketEvent, people: readonly Invitee[]) {
  if ((await seats.count(event.slug, people)) === 'stored') return
  for (const { id } of people)
    await lookAgain(async () => {
      const invitee = await invitees.read(id, now())
      if (!invitee || !isUncounted(event, invitee)) return true
      return (await seats.count(event.slug, [invitee])) === 'stored' || undefined
    }, inCrowd)
}
