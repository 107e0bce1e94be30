/** The days of one network, made from its file and its content: which are working days, and on which its team meets. */
import type { StoredContent } from './content-schema.ts'
import type { Network } from './network.ts'
import { type MeetingDays, meetingDaysOf } from './team-meeting/meetings.ts'
import { type WorkingDays, workingDaysOf } from './working-days.ts'

export interface NetworkDays extends WorkingDays {
  /** Absent where no team meets. */
  meetings?: MeetingDays
}

/** What of the content it is made from. */
export type OfContent = Pick<StoredContent, 'closedDays' | 'meetings'>

/** As the content is now: what is promised with it keeps its date, what is looked at later is counted with the days of then. */
export function daysOf({ teamMeeting }: Pick<Network, 'teamMeeting'>, content: OfContent): NetworkDays {
  const days = workingDaysOf(content)
  return teamMeeting ? { ...days, meetings: meetingDaysOf(teamMeeting, content, days) } : days
}
