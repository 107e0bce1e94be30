/** What most public pages keep and read, on one connection. */
import { createContents } from '../shared/store/contents.ts'
import { createDrafts } from '../shared/store/drafts.ts'
import type { Connection, Tables } from '../shared/store/dynamo.ts'
import { createIncoming } from '../shared/store/incoming.ts'
import { opens } from '../shared/store/open.ts'

export type PublicStore = ReturnType<typeof openStore>

export const openStore = (connection: Connection<Tables>, now: () => Date) => ({
  /** What a network's coordinator changes, where a page shows some of it. */
  contents: { of: createContents(connection, now).of },
  drafts: createDrafts(connection),
  dossiers: createIncoming(connection),
  open: opens(connection),
})
