/** What several pages of an organiser look up. */
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import type { EventDeps } from './open-events.ts'

/** The longest id that is looked for: what an address or a form says may be anything. */
const longestId = 100

/** Somebody on the list of this event. */
export async function inviteeOn(
  { invitees, now }: Pick<EventDeps, 'invitees' | 'now'>,
  { slug }: Pick<LoketEvent, 'slug'>,
  id: string | undefined,
): Promise<Invitee | undefined> {
  const invitee = id ? await invitees.read(id.slice(0, longestId), now()) : undefined
  return invitee?.activiteit === slug ? invitee : undefined
}

/** Whether who says yes now comes on the waiting list. */
export async function isFullNow(
  { seats }: Pick<EventDeps, 'seats'>,
  { slug, capaciteit }: Pick<LoketEvent, 'slug' | 'capaciteit'>,
): Promise<boolean> {
  const taken = capaciteit === undefined ? undefined : await seats.read(slug)
  return taken !== undefined && joinsLine(taken)
}

/** Every event of a network, the latest first. */
export const eventsOf = async ({ events }: Pick<EventDeps, 'events'>, network: string): Promise<LoketEvent[]> =>
  (await events.list()).filter((event) => event.network === network).reverse()
