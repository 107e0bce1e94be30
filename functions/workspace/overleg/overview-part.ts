/** What each part of the overleg's own page is made from. */
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { AtTable } from './at-table.ts'

export interface OverviewPart {
  found: AtTable
  now: Date
  /** Id of who looks. */
  by: string
  typed: RawInput
  errors: readonly FieldError[]
}
