/** What the client agreed to, and asking it again when that is something else (docs/domain.md §4, consent). */
import type { RawInput } from './answers.ts'
import type { FieldError, Page } from './page.ts'
import { parseQuestion } from './parse.ts'
import type { Question } from './questions.ts'

/**
 * What was typed, without an agreement that was given earlier to something that is different now; the error asks it again. Until it
 * is answered it is kept empty, so that also whoever comes back later is told why. Who answers otherwise than before answers anew, and
 * an answer that closedForms agrees to nothing.
 */
export function withoutStaleAgreement(page: Page, earlier: RawInput, typed: RawInput): Agreed {
  let agreed: RawInput = typed
  for (const { name, agreesTo, askedAgain, error } of page.questions) {
    const about = page.questions.find((question) => question.name === agreesTo)
    if (!about) continue
    const [before, now] = [agreementIn(earlier, name), typed.get(name)?.[0]]
    const empty = (): RawInput => new Map([...agreed, [name, ['']]])
    if (before === '' && !now) agreed = empty()
    if (!now || now !== before || page.closedForms?.some(({ question, is }) => question === name && is === now))
      continue
    const understood = (raw: RawInput) => JSON.stringify(parseQuestion(about, raw, {}).answers)
    if (understood(earlier) !== understood(typed))
      return { agreed: empty(), stale: { name, message: askedAgain ?? error } }
  }
  return { agreed }
}

/** What was agreed to a page that was finished; '' where it is asked again. */
const agreementIn = (earlier: RawInput, name: string): string | undefined => {
  const [given, whileWriting] = earlier.get(name) ?? []
  return whileWriting === undefined ? given : undefined
}

/**
 * What is kept of an agreement when somebody adds a row to a page that they never finished: it stays ticked, beside a mark that says
 * that it was given while they wrote. It counts with the list as it is when they go on.
 */
export function keptWhileWriting(
  { name }: Question,
  earlier: RawInput,
  typed: RawInput,
): [string, readonly string[]][] {
  const [given] = typed.get(name) ?? []
  return given && !agreementIn(earlier, name) ? [[name, [given, '']]] : []
}

interface Agreed {
  agreed: RawInput
  stale?: FieldError
}
