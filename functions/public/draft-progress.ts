/** How far a draft has come, and its address from there. */
import type { Service } from '../../forms/kit/form.ts'
import { type Progress, progressOf } from '../../forms/kit/questions/progress.ts'
import { checkPage } from '../../forms/kit/questions/step.ts'
import { draftPath } from '../shared/public-paths.ts'
import { type Draft, typedIn } from '../shared/store/drafts.ts'

export const progressOfDraft = (service: Service, draft: Draft, now: Date): Progress =>
  progressOf(service, typedIn(draft), now)

/** The first page that needs something, or the check page. */
export const openPath = (service: Service, draft: Draft, { open }: Progress): string =>
  `${draftPath(service, draft.id)}/${open?.page.slug ?? checkPage}`
