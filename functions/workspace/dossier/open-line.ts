/** A line of the logbook with its texts unsealed. */
import type { LogbookLine } from '../../shared/store/logbook.ts'
import type { WorkspaceDeps } from '../deps.ts'

/** A line of the contact log; of a note the text, and the action it was written at. */
export interface OpenLine extends Omit<LogbookLine, 'sealed' | 'earlier'> {
  text?: string
  action?: string
  /** What stood there before, oldest first, with who replaced it and when. */
  earlier?: readonly { text: string; who: string; for?: string; at: string }[]
}

export async function openLine(
  { unseal }: Pick<WorkspaceDeps, 'unseal'>,
  reference: string,
  { sealed, earlier: before = [], ...line }: LogbookLine,
): Promise<OpenLine> {
  if (sealed === undefined) return line
  const [{ notitie, actie }, ...texts] = await Promise.all([
    unseal(reference, sealed),
    ...before.map((one) => unseal(reference, one.sealed)),
  ])
  const earlier = before.map(({ sealed: _, ...done }, index) => ({
    ...done,
    text: String(texts[index]?.notitie ?? ''),
  }))
  return {
    ...line,
    text: String(notitie ?? ''),
    ...(typeof actie === 'string' ? { action: actie } : {}),
    ...(earlier.length > 0 ? { earlier } : {}),
  }
}
