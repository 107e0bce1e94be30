/** What every public page keeps and reads, on one connection; the rest a part opens for itself. */
import { createContents } from '../shared/store/contents.ts'
import type { Connection, Tables } from '../shared/store/dynamo.ts'
import { opens } from '../shared/store/open.ts'

export type PublicStore = ReturnType<typeof openStore>

export const openStore = (connection: Connection<Tables>, now: () => Date) => ({
  /** What a network's coordinator changes, where a page shows some of it. */
  contents: { of: createContents(connection, now).of },
  open: opens(connection),
})
