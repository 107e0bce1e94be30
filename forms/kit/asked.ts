/** What somebody asks, in the few words that a list of the team shows, and all the rest behind it. */

import { phonesOn, safetyOf } from './calling.ts'
import { pagesRead, type Service } from './form.ts'
import type { Answers } from './questions/answers.ts'
import { holds } from './questions/criteria.ts'
import { type SummaryLine, summarize } from './questions/summary.ts'

export interface Asked {
  /** In a sentence, as typed; undefined when nobody asked it in a field of this form. */
  essence: string | undefined
  /** Why it is urgent, as typed; undefined for what is not. */
  urgent: string | undefined
  /** Name and organisation, as far as they are known. */
  who: readonly string[]
  /** What to mind before anybody calls the client, in words. */
  safety: readonly string[]
  /** Whatever was answered. */
  lines: readonly SummaryLine[]
  /** The numbers to tap, by the name of their question. */
  phones: ReadonlyMap<string, string>
}

export function askedOf(service: Service, answers: Answers): Asked {
  const { urgent, essence = [] } = service.form
  const text = (name: string): string | undefined => {
    const answer = answers[name]
    return typeof answer === 'string' ? answer : undefined
  }
  const pages = pagesRead(service, answers)
  const questions = pages.flatMap((page) => page.questions)
  const lines = pages.flatMap((page) => summarize(page, answers)).filter(({ name }) => answers[name] !== undefined)
  return {
    essence: essence.flatMap((name) => text(name) ?? [])[0],
    urgent: urgent && holds(urgent.when, answers) ? (text(urgent.why) ?? '') : undefined,
    who: ['naam', 'organisatie'].flatMap((name) => text(name) ?? []),
    safety: safetyOf(questions, answers),
    lines,
    phones: phonesOn({ questions }, answers),
  }
}
