/** What happens after a page is posted (docs/domain.md §4): decided here, carried out by `functions/public`. */
import { judgeService, pagesOn, type Service } from '../form.ts'
import { keptWhileWriting, withoutStaleAgreement } from './agreement.ts'
import type { Answers, RawInput } from './answers.ts'
import { holds, namesOf } from './criteria.ts'
import type { FieldError, Page } from './page.ts'
import { nationalNumberErrors, parsePage, withoutNationalNumbers } from './parse.ts'
import { type Progress, pausedBy, progressOf } from './progress.ts'
import { nextRow } from './questions.ts'

/** What was typed on each page so far, by its slug; an empty map for a page that was never posted. */
export type TypedOn = (pageSlug: string) => RawInput

export interface Posted {
  page: Page
  /** The fields of the page, as sent. */
  typed: RawInput
  /** Names the button that was pressed, when it is not the one that goes on. */
  action: string | undefined
}

/** Where to, under the draft's own address; the field that is meant, by its name. */
interface Destination {
  to: string
  field?: string
  /** Its errors are said at once: somebody who changed one answer sees what the change asks for elsewhere. */
  mend?: true
}

export type Step =
  /** The same page again with what is wrong; `keep` is kept although. */
  | { kind: 'show'; typed: RawInput; answers: Answers; errors: readonly FieldError[]; keep?: RawInput }
  /** Kept as it is, finished or not, and somewhere else. */
  | ({ kind: 'keep'; keep: RawInput } & Destination)
  /** It does not qualify: names of the criteria that are not met. */
  | { kind: 'refuse'; keep: RawInput; unmet: readonly string[] }
  /** Everything waits until the client agrees. */
  | { kind: 'pause'; keep: RawInput }
  | ({ kind: 'next'; keep: RawInput } & Destination)
  /** Another way of asking was chosen: nothing of this page is kept. */
  | { kind: 'leave' }
  /** Another tab took another road, on which this page is not: nothing is kept. */
  | { kind: 'astray' }

/** The check page, after the last one. */
export const checkPage = 'controle'

export function stepOf(service: Service, { page, typed, action }: Posted, typedOn: TypedOn, now: Date): Step {
  if (leavesForm(page, typed)) return { kind: 'leave' }
  const before = progressBefore(service, page, typedOn, now)
  const show = (errors: readonly FieldError[]): Step => ({ kind: 'show', typed, answers: before.answers, errors })
  const forbidden = nationalNumberErrors(page, typed)
  // An earlier page needs something again, by another tab: what was typed here waits.
  if (before.open)
    return forbidden.length > 0 ? show(forbidden) : { kind: 'keep', keep: typed, to: before.open.page.slug }
  if (!isAsked(page, before.answers)) return { kind: 'astray' }
  // Who changes what the client agreed to is asked again whether the client agrees.
  const { agreed, stale } = withoutStaleAgreement(page, typedOn(page.slug), typed)
  const aside = besideNext(
    pagesOn(service, before.answers),
    page,
    { earlier: typedOn(page.slug), typed: agreed },
    action,
  )
  // Whoever wipes is not asked to mend anything first.
  if (aside && action !== 'wissen' && forbidden.length > 0) return show(forbidden)
  if (aside) return { kind: 'keep', ...aside, keep: withoutNationalNumbers(page, aside.keep) }
  return finished(service, { page, typed, agreed, stale, before: before.answers }, typedOn, now)
}

interface Finished extends Pick<Posted, 'page' | 'typed'> {
  /** What was typed, without an agreement that no longer holds. */
  agreed: RawInput
  stale: FieldError | undefined
  /** Answers of the pages before. */
  before: Answers
}

/** "Volgende" was pressed. */
function finished(service: Service, posted: Finished, typedOn: TypedOn, now: Date): Step {
  const { page, typed, agreed, stale, before } = posted
  const parsed = parsePage(page, stale ? typed : agreed, before, { criteria: service.settings.criteria, now })
  const answers = { ...before, ...parsed.answers }
  if (parsed.errors.length > 0) return { kind: 'show', typed, answers, errors: parsed.errors }
  if (stale)
    return { kind: 'show', typed: agreed, answers, errors: [stale], keep: withoutNationalNumbers(page, agreed) }
  const keep = withoutNationalNumbers(page, typed)
  const judgement = judgeService(service, answers, now)
  if (page.judges && judgement.outcome === 'doorverwezen')
    return { kind: 'refuse', keep, unmet: namesOf(judgement.unmet) }
  if (pausedBy(page, answers)) return { kind: 'pause', keep }
  return {
    kind: 'next',
    keep,
    ...after(service, page, answers, (slug) => (slug === page.slug ? keep : typedOn(slug)), now),
  }
}

/** The page after this one; but who changes one answer afterwards goes straight back to what still needs something. */
function after(service: Service, page: Page, answers: Answers, typedOn: TypedOn, now: Date): Destination {
  const pages = pagesOn(service, answers)
  if (pages.some(({ slug }) => typedOn(slug).size === 0))
    return { to: pages[pages.indexOf(page) + 1]?.slug ?? checkPage }
  const { open } = progressOf(service, typedOn, now)
  return open ? { to: open.page.slug, mend: true } : { to: checkPage }
}

/** What the last button comes to. */
export type Final =
  | { kind: 'refuse'; unmet: readonly string[] }
  /** Something is needed first. */
  | { kind: 'mend' }
  | { kind: 'send' }

export function finalOf({ judgement, open }: Progress): Final {
  if (judgement.outcome === 'doorverwezen') return { kind: 'refuse', unmet: namesOf(judgement.unmet) }
  return { kind: open ? 'mend' : 'send' }
}

/** Whether a page is on the road of these answers. */
export const isAsked = ({ when }: Page, answers: Answers): boolean => !when || holds(when, answers)

/** How the pages before this one stand. */
const progressBefore = (service: Service, page: Page, typedOn: TypedOn, now: Date): Progress =>
  progressOf({ ...service, pages: service.pages.slice(0, service.pages.indexOf(page)) }, typedOn, now)

/** How this page and those before it stand: what comes after does not change what it shows. */
export const progressUpTo = (service: Service, page: Page, typedOn: TypedOn, now: Date): Progress =>
  progressOf({ ...service, pages: service.pages.slice(0, service.pages.indexOf(page) + 1) }, typedOn, now)

/** A choice that leaves this form for the question to the coordinator, e.g. "ik ben cliënt". */
const leavesForm = (page: Page, typed: RawInput): boolean =>
  page.questions.some(
    (question) =>
      question.kind === 'choice' &&
      question.options.some(({ value, leadsTo }) => leadsTo && typed.get(question.name)?.[0] === value),
  )

interface Aside extends Destination {
  keep: RawInput
}

/** What was kept of a page, and what is sent now. */
interface Sent {
  earlier: RawInput
  typed: RawInput
}

/** The buttons beside "Volgende": they keep what is typed and ask nothing of it. `pages`: those of the road so far. */
function besideNext(
  pages: readonly Page[],
  page: Page,
  { earlier, typed }: Sent,
  action: string | undefined,
): Aside | undefined {
  switch (action) {
    case 'vorige':
      return { keep: typed, to: pages[pages.indexOf(page) - 1]?.slug ?? page.slug }
    case 'rij':
      return withOneMoreRow(page, { earlier, typed })
    case 'later':
    case 'wissen':
      return { keep: typed, to: action }
    default:
      return undefined
  }
}

/** "Nog een dienst": one more empty row, and the cursor in it. Nobody sits in it yet, so what the client agreed to stays. */
function withOneMoreRow(page: Page, { earlier, typed }: Sent): Aside {
  const keep = new Map(typed)
  let field: string | undefined
  for (const question of page.questions) {
    if (question.kind !== 'rows') continue
    const cells = nextRow(question, typed)
    if (cells.length === 0) continue
    for (const cell of cells) keep.set(cell, [''])
    for (const agreement of page.questions.filter(({ agreesTo }) => agreesTo === question.name))
      for (const [name, kept] of keptWhileWriting(agreement, earlier, typed)) keep.set(name, kept)
    field = cells[0]
  }
  return { keep, to: page.slug, ...(field ? { field } : {}) }
}
