/** Where a half-filled form goes next. */
import type { RawInput } from '../../forms/kit/answers.ts'
import type { Page, Service } from '../../forms/kit/form.ts'
import { rowNumbers } from '../../forms/kit/parse.ts'
import { type Progress, progressOf } from '../../forms/kit/progress.ts'
import { cellName } from '../../forms/kit/questions.ts'
import { type Draft, typedOn } from '../shared/store/drafts.ts'
import { draftPath } from './draft-access.ts'

export const progressOfDraft = (service: Service, draft: Draft, now: Date): Progress =>
  progressOf(service, (page) => typedOn(draft, page), now)

/** How the pages before this one stand. */
export const progressBefore = (service: Service, page: Page, draft: Draft, now: Date): Progress =>
  progressOfDraft({ ...service, pages: service.pages.slice(0, service.pages.indexOf(page)) }, draft, now)

/** The first page that needs something, or the check page. */
export function openPath(service: Service, draft: Draft, now: Date): string {
  const { open } = progressOfDraft(service, draft, now)
  return `${draftPath(service, draft.id)}/${open?.page.slug ?? 'controle'}`
}

/** The page after this one; but who changes one answer afterwards goes straight back to what still needs something. */
export function nextPath(service: Service, draft: Draft, page: Page, now: Date): string {
  const { pages } = service
  if (pages.every(({ slug }) => draft.pages[slug])) {
    const { open } = progressOfDraft(service, draft, now)
    return openPath(service, draft, now) + (open ? '?nog=1' : '')
  }
  return `${draftPath(service, draft.id)}/${pages[pages.indexOf(page) + 1]?.slug ?? 'controle'}`
}

/** A choice that leaves this form for the question to the coordinator, e.g. "ik ben cliënt". */
export const leavesForm = (page: Page, typed: RawInput): boolean =>
  page.questions.some(
    (question) =>
      question.kind === 'choice' &&
      question.options.some(({ value, leadsTo }) => leadsTo && typed.get(question.name)?.[0] === value),
  )

/** The same fields with one more empty row, for "Nog een dienst". */
export function withOneMoreRow(page: Page, typed: RawInput): RawInput {
  const fields = new Map(typed)
  for (const question of page.questions) {
    if (question.kind !== 'rows') continue
    const next = (rowNumbers(question, typed).at(-1) ?? -1) + 1
    if (next < question.max)
      for (const { name } of question.columns) fields.set(cellName(question.name, next, name), [''])
  }
  return fields
}
