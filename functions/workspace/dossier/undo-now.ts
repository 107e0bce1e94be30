/** What this person can take back at this moment, on whichever page it is shown. */
import type { Person } from '../../../forms/kit/content.ts'
import { type MadeMove, undoableBy } from '../../../forms/kit/lifecycle/undo.ts'
import type { DossierFile } from '../../shared/store/dossier-file.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { mailLeft, waitingOf } from '../../shared/store/undo.ts'

export interface Undoable {
  made: MadeMove
  /** Its mails that wait. */
  waiting: ReturnType<typeof waitingOf>
}

/** Undefined where there is nothing, or one of its mails left. `mails`: all of the dossier. */
export function undoNow(
  { dossier, made: last }: Pick<DossierFile, 'dossier' | 'made'>,
  mails: readonly OutboxItem[],
  person: Person,
  now: Date,
): Undoable | undefined {
  const made = undoableBy(dossier, last, person, now)
  return made && !mailLeft(made, mails) ? { made, waiting: waitingOf(made, mails, now) } : undefined
}
