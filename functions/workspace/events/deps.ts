/** What the organiser's part of the werkruimte needs from outside. */
import type { ReadSecrets } from '../../shared/secrets.ts'
import type { Events } from '../../shared/store/events.ts'
import type { InviteeLists } from '../../shared/store/invitee-lists.ts'
import type { Invitees } from '../../shared/store/invitees.ts'
import type { Outbox } from '../../shared/store/outbox.ts'
import type { SeatReader } from '../../shared/store/seats.ts'
import type { Assets } from '../../shared/web/assets.ts'

export interface OrganiserDeps {
  assets: Assets
  events: Events
  invitees: Invitees
  lists: InviteeLists
  seats: SeatReader
  outbox: Pick<Outbox, 'counted'>
  secrets: ReadSecrets
  now: () => Date
  random: (bytes: number) => Uint8Array
}

export const newId = ({ random }: Pick<OrganiserDeps, 'random'>): string =>
  Buffer.from(random(16)).toString('base64url')
