/** Where a half-filled form goes next. */
import type { Answers, RawInput } from '../../forms/kit/answers.ts'
import { type Page, pagesOn, type Service } from '../../forms/kit/form.ts'
import { rowNumbers } from '../../forms/kit/parse.ts'
import { type Progress, progressOf } from '../../forms/kit/progress.ts'
import { cellName } from '../../forms/kit/questions.ts'
import { type Draft, typedOn } from '../shared/store/drafts.ts'
import { fieldId } from '../shared/web/field-id.ts'
import { draftPath } from './paths.ts'

export const progressOfDraft = (service: Service, draft: Draft, now: Date): Progress =>
  progressOf(service, (page) => typedOn(draft, page), now)

/** How the pages before this one stand. */
export const progressBefore = (service: Service, page: Page, draft: Draft, now: Date): Progress =>
  progressOfDraft({ ...service, pages: service.pages.slice(0, service.pages.indexOf(page)) }, draft, now)

/** How this page and those before it stand: what comes after does not change what it shows. */
export const progressUpTo = (service: Service, page: Page, draft: Draft, now: Date): Progress =>
  progressOfDraft({ ...service, pages: service.pages.slice(0, service.pages.indexOf(page) + 1) }, draft, now)

/** The first page that needs something, or the check page. */
export const openPath = (service: Service, draft: Draft, { open }: Progress): string =>
  `${draftPath(service, draft.id)}/${open?.page.slug ?? 'controle'}`

/** The page after this one; but who changes one answer afterwards goes straight back to what still needs something. */
export function nextPath(service: Service, draft: Draft, page: Page, answers: Answers, now: Date): string {
  const pages = pagesOn(service, answers)
  if (pages.every(({ slug }) => draft.pages[slug])) {
    const progress = progressOfDraft(service, draft, now)
    return openPath(service, draft, progress) + (progress.open ? '?nog=1' : '')
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

export interface Aside {
  /** What to keep of the page as it is, finished or not. */
  kept: RawInput
  /** Where to, under the draft's address. */
  to: string
}

/** The buttons beside "Volgende": they keep what is typed and ask nothing of it. `pages`: those of the road so far. */
export function besideNext(
  pages: readonly Page[],
  page: Page,
  typed: RawInput,
  action: string | undefined,
): Aside | undefined {
  switch (action) {
    case 'vorige':
      return { kept: typed, to: pages[pages.indexOf(page) - 1]?.slug ?? page.slug }
    case 'rij':
      return withOneMoreRow(page, typed)
    case 'later':
    case 'wissen':
      return { kept: typed, to: action }
    default:
      return undefined
  }
}

/** "Nog een dienst": one more empty row, and the cursor in it. */
function withOneMoreRow(page: Page, typed: RawInput): Aside {
  const kept = new Map(typed)
  let to = page.slug
  for (const question of page.questions) {
    if (question.kind !== 'rows') continue
    const next = (rowNumbers(question, typed).at(-1) ?? -1) + 1
    if (next >= question.max) continue
    const cells = question.columns.map(({ name }) => cellName(question.name, next, name))
    for (const cell of cells) kept.set(cell, [''])
    // The client agrees to the list as it will be.
    for (const { name, agreesTo } of page.questions) if (agreesTo === question.name) kept.delete(name)
    to = `${page.slug}#${fieldId(cells[0] ?? '')}`
  }
  return { kept, to }
}
