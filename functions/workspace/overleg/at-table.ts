/** What every page of an overleg is made from. */
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import type { OverlegOfForm } from '../../../forms/kit/overleg/of-form.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { OpenOverleg } from './open.ts'

/** A page of the overleg, with what the request said of it. */
export interface AtTable extends OpenOverleg {
  content: NetworkContent
  days: NetworkDays
  has: OverlegOfForm
  /** What was asked for, as answered; absent once erased. */
  answers: Answers | undefined
}
