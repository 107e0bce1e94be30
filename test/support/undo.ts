/** Moves that can be taken back: what the page says, the buttons, and the mails that wait (forms/kit/lifecycle/undo.ts). */
import { undoMinutes } from '../../forms/kit/lifecycle/undo.ts'
import type { OutboxItem } from '../../functions/shared/store/outbox-item.ts'
import { mailsOf } from './dossier.ts'
import { type Fields, fieldsIn, mainOf, type Visitor, wordsIn } from './visitor.ts'
import type { TestWorkspace } from './workspace.ts'

/** The minutes in which a move can be taken back go by: its mail leaves. */
export const passUndo = (work: Pick<TestWorkspace, 'clock'>): void => work.clock.later(undoMinutes * 60)

/** The instant at which the mail of a move that is made now leaves. */
export const undoEnds = ({ clock }: Pick<TestWorkspace, 'clock'>): string =>
  new Date(clock.now.getTime() + undoMinutes * 60_000).toISOString()

/** Mails of the last moves that wait until these cannot be taken back any more. */
export async function waitingMails(work: TestWorkspace, reference: string): Promise<OutboxItem[]> {
  const mails = await mailsOf(work, reference)
  return mails.filter(({ undoable, status, cancelled }) => undoable && status === 'wacht' && !cancelled)
}

/** The note on a page after a move: what it says and the fields of its buttons; undefined when nothing can be taken back. */
export async function undoNoteOn(
  visitor: Visitor,
  path: string,
): Promise<{ words: string; fields: Fields } | undefined> {
  const html = mainOf(await (await visitor.get(path)).text())
  const [note] = /<div class="note" data-ongedaan=.*?<\/form><\/div><\/div>/s.exec(html) ?? []
  if (note === undefined) return undefined
  const [form = ''] = note.split('</form>')
  return { words: wordsIn(note), fields: fieldsIn(form) }
}
