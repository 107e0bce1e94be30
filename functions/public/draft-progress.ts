/** How far a draft has come, its address from there, and until when it is kept. */
import { isDeepStrictEqual } from 'node:util'
import { isRoadKnown, pagesOn, type Service } from '../../forms/kit/form.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import type { Page } from '../../forms/kit/questions/page.ts'
import { type Progress, progressOf } from '../../forms/kit/questions/progress.ts'
import { checkPage } from '../../forms/kit/questions/step.ts'
import { momentInWords, timeInWords } from '../../forms/kit/time.ts'
import { draftPath } from '../shared/public-paths.ts'
import type { Draft } from '../shared/store/drafts.ts'
import { typedIn } from '../shared/store/typed.ts'

export const progressOfDraft = (service: Service, draft: Draft, now: Date): Progress =>
  progressOf(service, typedIn(draft), now)

/** The first page that needs something, or the check page. */
export const openPath = (service: Service, draft: Draft, { open }: Progress): string =>
  `${draftPath(service, draft.id)}/${open?.page.slug ?? checkPage}`

/** Pages of the road on which something else stands than what was passed on: it was typed, and left. */
export const unfinishedPages = (service: Service, { pages, unfinished }: Draft, answers: Answers): Page[] =>
  pagesOn(service, answers).filter(
    ({ slug }) => unfinished[slug] && !isDeepStrictEqual(filledIn(unfinished[slug]), filledIn(pages[slug])),
  )

/** Without what is empty, the trap too: a field that was never touched is not something typed. */
const filledIn = (fields: Record<string, readonly string[]> = {}) =>
  Object.fromEntries(Object.entries(fields).filter(([, values]) => values.some((text) => text !== '')))

/** "Stap 4 van 7"; without the total while an answer can still change it. */
export function stepInWords(service: Service, { open, answers }: Progress): string {
  const pages = pagesOn(service, answers)
  const at = open ? pages.indexOf(open.page) : pages.length
  return `Stap ${at + 1}${isRoadKnown(service, answers) ? ` van ${pages.length + 1}` : ''}`
}

/** What a page says of keeping, in words; `at` is absent until something is kept. */
export interface Saved {
  /** "10.42 uur" */
  at?: string
  /** "dinsdag 2 maart 2027 om 10.42 uur" */
  until: string
}

export function savedInWords({ savedAt, ttl }: Pick<Draft, 'savedAt' | 'ttl'>): Saved {
  const end = new Date(ttl * 1000)
  return {
    ...(savedAt ? { at: timeInWords(new Date(savedAt)) } : {}),
    until: momentInWords(end),
  }
}
