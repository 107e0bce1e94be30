/** After a change of days on which the network is closed, or its team meets: what is on an agenda is mailed for the meeting that takes place. */
import type { Changed } from '../../../forms/kit/manage/entries.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { daysOf, type OfContent } from '../../../forms/kit/network-days.ts'
import { agendaMailsAnew } from '../../../forms/kit/team-meeting/agenda.ts'
import { createAgendaMails } from '../../shared/store/agenda-mails.ts'
import type { WorkspaceDeps } from '../deps.ts'

/**
 * The mail of a meeting that falls away puts that of the one in its place when it is due (functions/mailer/kinds.ts); here are those that
 * it would put too late, or that wait for nothing. Done again it doubles nothing. `content`: with the change.
 */
export async function meetingsFollow(
  { open, now }: Pick<WorkspaceDeps, 'open' | 'now'>,
  network: Network,
  content: OfContent,
  changed: readonly Pick<Changed, 'of' | 'key'>[],
): Promise<void> {
  const days = daysOf(network, content)
  if (!days.meetings || !changed.some(({ of }) => of === 'meetings' || of === 'closedDays')) return
  const dates = changed.flatMap(({ of, key }) => (of === 'meetings' ? [key] : []))
  await open(createAgendaMails).put(agendaMailsAnew(network.slug, days, dates, now()), now())
}
