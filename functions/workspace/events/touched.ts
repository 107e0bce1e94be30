/** Counts whom a change of an event touches: one look at the whole list, as the organiser's own counts (docs/decisions/010). */
import type { Touched } from '../../../forms/event-changes.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { followEvent } from '../../../forms/kit/events/rsvp-mails.ts'
import { peopleAmong } from '../../../forms/kit/events/seats.ts'
import type { EventDeps } from './open-events.ts'

/** `after`: the event as it would be. */
export async function countTouched(
  { lists, seats, now }: Pick<EventDeps, 'lists' | 'seats' | 'now'>,
  after: LoketEvent,
): Promise<Touched> {
  const counted = await seats.read(after.slug)
  const sum = { bezet: 0, wachtend: 0 }
  const byDay = new Map<string, number>()
  let told = 0
  for await (const people of lists.everybody(after.slug, now())) {
    const { bezet, wachtend } = peopleAmong(people)
    sum.bezet += bezet
    sum.wachtend += wachtend
    for (const one of people) {
      if (isToldOf(after, one, now())) told += 1
      if (one.antwoord === 'ja') for (const id of one.sessies ?? []) byDay.set(id, (byDay.get(id) ?? 0) + 1)
    }
  }
  const { bezet, wachtend } = counted ?? sum
  return { told, bezet, wachtend, byDay }
}

/** As the change itself would: it plans a mail about this very revision. */
const isToldOf = (after: LoketEvent, invitee: Invitee, now: Date): boolean =>
  followEvent(after, invitee, now).mails.put.some(({ mailId }) => mailId === `gewijzigd-${after.revisie}`)
