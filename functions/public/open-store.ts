/** All that the public pages keep and read, on one connection. */
import { createContents } from '../shared/store/contents.ts'
import { createDossiers } from '../shared/store/dossiers.ts'
import { createDrafts } from '../shared/store/drafts.ts'
import type { Connection, Tables } from '../shared/store/dynamo.ts'
import { createEvents } from '../shared/store/events.ts'
import { createInvitees } from '../shared/store/invitees.ts'
import { createSeatReader } from '../shared/store/seats.ts'

export type PublicStore = ReturnType<typeof openStore>

export const openStore = (connection: Connection<Tables>, now: () => Date) => ({
  /** What a network's coordinator changes, where a page shows some of it. */
  contents: { of: createContents(connection, now).of },
  drafts: createDrafts(connection),
  dossiers: createDossiers(connection),
  events: createEvents(connection),
  invitees: createInvitees(connection),
  seats: createSeatReader(connection),
})
