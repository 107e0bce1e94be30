/** Reads what somebody decided that goes along. */
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { alongField, namedField, namesQuestion, withoutNames } from './export-page.tsx'
import type { Along } from './kept.ts'
import { isNamingReason } from './who-looked.ts'

export const exportFields: ReadonlyMap<string, boolean> = new Map([
  [alongField, true],
  [namedField, false],
])

type ReadExport =
  /** `named`: why the names of who looked go along. */
  | { kind: 'along'; along: Along; named?: string }
  | { kind: 'wrong'; ticked: ReadonlySet<string>; errors: readonly FieldError[] }

/** What nobody ticked stays here; without a word about names there are none. */
export function readExport(typed: RawInput): ReadExport {
  const passages = new Set(typed.get(alongField))
  const reason = typed.get(namedField)?.[0] ?? withoutNames
  if (reason === withoutNames) return { kind: 'along', along: { passages } }
  if (isNamingReason(reason)) return { kind: 'along', along: { passages, named: true }, named: reason }
  return { kind: 'wrong', ticked: passages, errors: [{ name: namedField, message: namesQuestion.error }] }
}
