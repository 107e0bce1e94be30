/** What the pages of a guest are made from. */
import type { GuestView } from '../../../forms/kit/overleg/guest.ts'
import type { ReadGuest } from '../../../forms/kit/overleg/guest-form.ts'
import type { PlanGuestView } from '../../../forms/kit/plan/guest-plan.ts'
import type { Press } from '../../../forms/kit/plan/press-form.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Frame } from '../../shared/web/layout.tsx'
import type { OpenGuest } from '../open.ts'
import type { OpenPlanGuest } from '../open-plan.ts'

export interface GuestPageProps extends Frame {
  guest: OpenGuest
  view: GuestView
  /** Of this page. */
  path: string
  now: Date
  /** What was just sent, where it was not kept. */
  typed?: RawInput | undefined
  errors: readonly FieldError[]
  refused?: Extract<ReadGuest, { kind: 'refused' }>['reason'] | undefined
}

export interface PlanPageProps extends Frame {
  guest: OpenPlanGuest
  view: PlanGuestView
  /** Of this page. */
  path: string
  errors: readonly FieldError[]
  /** Afspraak of which they just said something, as the address has it. */
  done?: string | undefined
  /** What was not kept, because it is not so any more. */
  refused?: Press | undefined
}
