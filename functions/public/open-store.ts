/** All that the public pages keep and read, on one connection. */
import { createDossiers } from '../shared/store/dossiers.ts'
import { createDrafts } from '../shared/store/drafts.ts'
import type { Connection, Tables } from '../shared/store/dynamo.ts'
import { createEvents } from '../shared/store/events.ts'
import { createInvitees } from '../shared/store/invitees.ts'
import { createSeatReader } from '../shared/store/seats.ts'

export type PublicStore = ReturnType<typeof openStore>

export const openStore = (connection: Connection<Tables>) => ({
  drafts: createDrafts(connection),
  dossiers: createDossiers(connection),
  events: createEvents(connection),
  invitees: createInvitees(connection),
  seats: createSeatReader(connection),
})
