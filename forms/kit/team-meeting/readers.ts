/** What the whole team may read around its meeting, whoever holds it (docs/domain.md §5). */
import type { Person } from '../content.ts'
import type { Service } from '../form.ts'
import type { Dossier } from '../lifecycle/dossier.ts'
import { stateOf } from '../lifecycle/lifecycle.ts'
import type { NetworkDays } from '../network-days.ts'
import { brusselsDate } from '../time.ts'
import { discussedOn, meetingFrom } from './meetings.ts'

type Discussed = Pick<Dossier, 'state' | 'suspect' | 'nextOn' | 'discussedOn'>

/** A bemiddelaar reads what the coming meeting discusses until it is decided, and until the end of that day. */
export function mayReadForMeeting(
  { form }: Service,
  { meetings }: NetworkDays,
  dossier: Discussed,
  by: Person,
  now: Date,
): boolean {
  const { onAgenda, withdrawn } = stateOf(form.lifecycle, dossier.state)
  if (by.role !== 'bemiddelaar' || !meetings || withdrawn) return false
  const today = brusselsDate(now)
  if (dossier.discussedOn === today) return true
  if (!onAgenda || dossier.suspect || dossier.nextOn === undefined) return false
  return discussedOn(meetings, dossier.nextOn, today) === meetingFrom(meetings, today)
}
