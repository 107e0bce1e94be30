/** How far a half-filled form has come: recomputed from what was typed, so that a changed form or answer counts at once. */
import { judgeService, type Service } from '../form.ts'
import type { Answers, RawInput } from './answers.ts'
import { holds, type Judgement } from './criteria.ts'
import type { FieldError, Page, Pause } from './page.ts'
import { parsePage } from './parse.ts'

export interface Progress {
  /** Answers of every page understood so far, in order. */
  answers: Answers
  judgement: Judgement
  /** The first page that still needs something; absent when all is ready to send. */
  open?: { page: Page; errors: readonly FieldError[] }
}

/** Walks the pages in order until one needs something: an answer, a criterion, or the client's consent. */
export function progressOf(service: Service, typed: (pageSlug: string) => RawInput, now: Date): Progress {
  const { criteria } = service.settings
  let answers: Answers = {}
  for (const page of service.pages) {
    if (page.when && !holds(page.when, answers)) continue
    const parsed = parsePage(page, typed(page.slug), answers, { criteria, now })
    answers = { ...answers, ...parsed.answers }
    const refused =
      page.judges && parsed.errors.length === 0 && judgeService(service, answers, now).outcome === 'doorverwezen'
    if (parsed.errors.length > 0 || refused || pausedBy(page, answers)) {
      return { answers, judgement: judgeService(service, answers, now), open: { page, errors: parsed.errors } }
    }
  }
  return { answers, judgement: judgeService(service, answers, now) }
}

/** The answer on this page that stops the request for now. */
export const pausedBy = (page: Page, answers: Answers): Pause | undefined =>
  page.closedForms?.find(({ question, is }) => answers[question] === is)
