/** A change of the days on which the network is closed, or its team meets: what is on an agenda is mailed for the meeting that takes place. */
import type { StoredContent } from '../../../forms/kit/content-schema.ts'
import { type Wanted, withEntries } from '../../../forms/kit/manage/entries.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import { promise } from '../../../forms/kit/post/mail.ts'
import { agendaMailsAnew, agendaSubject } from '../../../forms/kit/team-meeting/agenda.ts'

/**
 * Stored with the change. The mail of a meeting that falls away puts that of the one in its place when it is due
 * (functions/mailer/kinds.ts); here are those that it would put too late, or that wait for nothing. Nothing for any other change.
 */
export function agendaMailsWith(network: Network, stored: StoredContent, wanted: readonly Wanted[], now: Date) {
  const days = daysOf(network, withEntries(stored, wanted))
  if (!days.meetings || !wanted.some(({ of }) => of === 'meetings' || of === 'closedDays')) return {}
  const dates = wanted.flatMap(({ of, key }) => (of === 'meetings' ? [key] : []))
  const mails = agendaMailsAnew(network.slug, days, dates, now)
  return { promised: { subject: agendaSubject(network.slug), mails: promise(...mails) } }
}
