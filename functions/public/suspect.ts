/** Filled in by a machine, by all appearances: kept and answered like any other, its mail held (docs/domain.md §3.11). */
import type { Service } from '../../forms/kit/form.ts'
import type { RawInput } from '../../forms/kit/questions/answers.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import type { Draft } from '../shared/store/drafts.ts'
import { typedIn } from '../shared/store/typed.ts'
import { trapField } from './pages/trap.tsx'

/** Faster than this, in seconds, nobody fills in a form. */
export const humanSeconds = 3

/** `since`: when the form was opened. */
export const isTooFast = (since: Date, now: Date): boolean => now < addSeconds(since, humanSeconds)

export const isTrapped = (typed: RawInput): boolean => Boolean(typed.get(trapField)?.[0])

/** Whether a draft was begun a moment ago, or any page of it, or what was sent just now, walked into the trap. */
export const isSuspectDraft = ({ pages }: Service, draft: Draft, sent: RawInput, now: Date): boolean =>
  isTooFast(new Date(draft.startedAt), now) || [sent, ...pages.map(({ slug }) => typedIn(draft)(slug))].some(isTrapped)
