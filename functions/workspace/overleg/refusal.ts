/** Why something cannot be, as an error of a page: in its words, and at what it is about. */
import type { OverlegRefusal } from '../../../forms/kit/overleg/decision.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { AtTable } from './at-table.ts'
import { notAgreedInWords } from './not-agreed.tsx'
import { refusalInWords } from './words.ts'

/** `name`: of the field or the part of the page that its line in the summary leads to. */
export const refusalError = (found: AtTable, reason: OverlegRefusal, name: string): FieldError =>
  reason === 'not_agreed'
    ? { name: 'tafel', message: notAgreedInWords(found) }
    : { name, message: refusalInWords[reason] }
