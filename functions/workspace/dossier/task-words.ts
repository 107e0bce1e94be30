/** How an own task ended, in words. */
import type { OpenedTask } from './open-task.ts'
import type { OpenedDossier } from './opened.ts'
import { doerOf } from './words.ts'

/** "klaar door Casemanager Aalst" */
export function endInWords(view: OpenedDossier, { doneBy, doneFor }: OpenedTask): string {
  if (doneBy === undefined) return 'niet meer gedaan'
  return `klaar door ${doerOf(view, { who: doneBy, for: doneFor })}`
}
