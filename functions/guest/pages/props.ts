/** What the page of a guest is made from. */
import type { GuestView } from '../../../forms/kit/overleg/guest.ts'
import type { ReadGuest } from '../../../forms/kit/overleg/guest-form.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Frame } from '../../shared/web/layout.tsx'
import type { OpenGuest } from '../open.ts'

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
