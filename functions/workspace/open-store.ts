/** What several parts of the werkruimte keep and read, on one connection. */

import { createAbsences } from '../shared/store/absences.ts'
import { createActionPlans } from '../shared/store/action-plans.ts'
import { createAddresses } from '../shared/store/addresses.ts'
import { createBelongings } from '../shared/store/belongings.ts'
import { createCalling } from '../shared/store/calling.ts'
import { createConsultations } from '../shared/store/consultations.ts'
import { type Contents, createContents } from '../shared/store/contents.ts'
import { createDossierFiles } from '../shared/store/dossier-file.ts'
import { createDossierMails } from '../shared/store/dossier-mails.ts'
import { createDossiers } from '../shared/store/dossiers.ts'
import type { Connection, Tables } from '../shared/store/dynamo.ts'
import { createLogbook } from '../shared/store/logbook.ts'
import { opens } from '../shared/store/open.ts'
import { createOverlegs } from '../shared/store/overlegs.ts'
import { createQueue } from '../shared/store/queue.ts'
import { createSessions } from '../shared/store/sessions.ts'
import { createTrail } from '../shared/store/trail.ts'
import { createUndo } from '../shared/store/undo.ts'

export type WorkspaceStore = ReturnType<typeof openStore>

export function openStore(
  connection: Connection<Tables>,
  now: () => Date,
  contents: Contents = createContents(connection, now),
) {
  const belongings = createBelongings(connection)
  return {
    /** Who works for a network, its mailboxes and its aanbod. */
    contents: { of: contents.of, forget: contents.forget },
    /** Changing those, and what was changed; loaded where somebody looks after them. */
    openContentChanges: async () =>
      (await import('../shared/store/content-changes.ts')).createContentChanges(connection, contents),
    sessions: createSessions(connection),
    dossiers: createDossiers(connection, belongings.endOthers),
    /** What a dossier has that no list names. */
    belongings,
    /** The last move of a dossier, while it can be taken back. */
    undo: createUndo(connection),
    dossierFiles: createDossierFiles(connection),
    dossierMails: createDossierMails(connection),
    queue: createQueue(connection),
    /** The dossiers that words lead to; loaded when somebody looks for one. */
    openSearch: async () => (await import('../shared/store/search-hits.ts')).createSearchHits(connection),
    logbook: createLogbook(connection),
    /** What people are to do for a dossier, as they typed it; loaded where it is listed or written. */
    openOwnTasks: async () => (await import('../shared/store/own-tasks.ts')).createOwnTasks(connection),
    /** Who calls somebody at this moment. */
    calling: createCalling(connection),
    overlegs: createOverlegs(connection),
    actionPlans: createActionPlans(connection),
    addresses: createAddresses(connection),
    /** Which dossiers can be of one family; loaded when somebody says that two are not. */
    openFamily: async () => (await import('../shared/store/family.ts')).createFamily(connection),
    /** Who is away, shown wherever somebody is chosen. */
    absences: createAbsences(connection),
    /** Who saw which dossiers in a list. */
    consultations: createConsultations(connection),
    /** Who came in, went out, was refused. */
    trail: createTrail(connection),
    open: opens(connection),
  }
}
