/** What is kept of events, for their pages alone. */
import type { Connection, Tables } from '../../shared/store/dynamo.ts'
import { createEvents } from '../../shared/store/events.ts'
import { createInvitees } from '../../shared/store/invitees.ts'
import { createSeats } from '../../shared/store/seat-hands.ts'

export const openEvents = (connection: Connection<Tables>) => ({
  events: createEvents(connection),
  invitees: createInvitees(connection),
  seats: createSeats(connection),
})
