/** What the werkruimte needs from outside; composition roots give the real ones, tests give their own. */
import type { Seal } from '../shared/seal.ts'
import type { Absences } from '../shared/store/absences.ts'
import type { Addresses } from '../shared/store/addresses.ts'
import type { Consultations } from '../shared/store/consultations.ts'
import type { DossierFiles } from '../shared/store/dossier-file.ts'
import type { DossierMails } from '../shared/store/dossier-mails.ts'
import type { Dossiers } from '../shared/store/dossiers.ts'
import type { Events } from '../shared/store/events.ts'
import type { InviteeLists } from '../shared/store/invitee-lists.ts'
import type { Invitees } from '../shared/store/invitees.ts'
import type { Logbook } from '../shared/store/logbook.ts'
import type { Outbox } from '../shared/store/outbox.ts'
import type { PersonalData } from '../shared/store/personal-data.ts'
import type { Queue } from '../shared/store/queue.ts'
import type { Related } from '../shared/store/related.ts'
import type { SeatReader } from '../shared/store/seats.ts'
import type { WebDeps } from '../shared/web/web-app.ts'
import type { SignInDeps } from './sign-in/routes.tsx'
import type { RequirePerson } from './sign-in/session.ts'
import type { Unseal } from './unseal.ts'

export type WorkspaceDeps = WebDeps &
  SignInDeps & {
    dossiers: Dossiers
    events: Events
    invitees: Invitees
    lists: InviteeLists
    seats: SeatReader
    outbox: Pick<Outbox, 'counted'>
    queue: Queue
    logbook: Logbook
    dossierMails: DossierMails
    dossierFiles: DossierFiles
    addresses: Addresses
    related: Related
    /** Who is away, shown wherever somebody is chosen. */
    absences: Absences
    /** For whoever asks what we keep of them, or to be forgotten. */
    personalData: PersonalData
    /** Who saw which dossiers in a list. */
    consultations: Consultations
    /** Notes are sealed like answers. */
    seal: Seal
    /** Opens answers and notes; only this app can. */
    unseal: Unseal
  }

/** What each part of the werkruimte is made from: the outside, and the door its pages stand behind. */
export interface PartDeps {
  deps: WorkspaceDeps
  requirePerson: RequirePerson
}
