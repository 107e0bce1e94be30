/** What the public app needs from outside; composition roots give the real ones, tests give their own. */
import type { Seal } from '../shared/seal.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import type { Dossiers } from '../shared/store/dossiers.ts'
import type { Drafts } from '../shared/store/drafts.ts'
import type { Events } from '../shared/store/events.ts'
import type { Invitees } from '../shared/store/invitees.ts'
import type { SeatReader } from '../shared/store/seats.ts'
import type { WebDeps } from '../shared/web/web-app.ts'

export interface PublicDeps extends WebDeps {
  drafts: Drafts
  dossiers: Dossiers
  events: Pick<Events, 'read' | 'list' | 'onlineLink'>
  invitees: Invitees
  seats: SeatReader
  seal: Seal
  secrets: ReadSecrets
  now: () => Date
}
