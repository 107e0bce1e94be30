/** What is kept of events: for their pages, and for whoever asks what we keep of them. */

import { createAttendance } from '../../shared/store/attendance.ts'
import { createCounters } from '../../shared/store/counters.ts'
import type { Connection, Tables } from '../../shared/store/dynamo.ts'
import { createEventFigures } from '../../shared/store/event-figures.ts'
import { createEvents } from '../../shared/store/events.ts'
import { createInviteeChanges } from '../../shared/store/invitee-changes.ts'
import { createInviteeFates } from '../../shared/store/invitee-fates.ts'
import { createInviteeLists } from '../../shared/store/invitee-lists.ts'
import { createInvitees } from '../../shared/store/invitees.ts'
import { createReturnedInvitees } from '../../shared/store/returned-invitees.ts'
import { createSeats } from '../../shared/store/seat-hands.ts'
import type { WorkspaceDeps } from '../deps.ts'

export type EventDeps = WorkspaceDeps & ReturnType<typeof openEvents>

export const openEvents = (connection: Connection<Tables>) => ({
  events: createEvents(connection),
  invitees: createInvitees(connection),
  lists: createInviteeLists(connection),
  inviteeFates: createInviteeFates(connection),
  inviteeChanges: createInviteeChanges(connection),
  returnedInvitees: createReturnedInvitees(connection),
  seats: createSeats(connection),
  /** How many mails to many were put. */
  counters: createCounters(connection),
  attendance: createAttendance(connection),
  figures: createEventFigures(connection),
})
