/** Filled in by a machine, by all appearances: kept and answered like any other, its mail held (domain.md §3.11). */
import type { RawInput } from '../../forms/kit/answers.ts'
import type { Service } from '../../forms/kit/form.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { type Draft, typedOn } from '../shared/store/drafts.ts'
import { trapField } from './pages/problem.tsx'

/** Faster than this, in seconds, nobody fills in a form. */
const humanSeconds = 3

/** `since`: when the form was opened. */
export const isTooFast = (since: Date, now: Date): boolean => now < addSeconds(since, humanSeconds)

export const isTrapped = (typed: RawInput): boolean => Boolean(typed.get(trapField)?.[0])

/** A draft, with what its last page sent beside it. */
export const isSuspect = ({ pages }: Service, draft: Draft, sent: RawInput, now: Date): boolean =>
  isTooFast(new Date(draft.startedAt), now) || [sent, ...pages.map(({ slug }) => typedOn(draft, slug))].some(isTrapped)
