/** The overview of a working day, by mail at half past eight to who asked for it: counts, and nothing of any dossier. */
import { addDays, addSeconds, brusselsDate, brusselsInstant } from '../time.ts'
import type { WorkingDays } from '../working-days.ts'
import type { Mail } from './mail.ts'
import type { Notification } from './notifications.ts'

export type OverviewNotification = Extract<Notification, { kind: 'dagoverzicht' }>

interface Whose {
  network: string
  /** Id of the person. */
  person: string
}

/** When it leaves on a Brussels date, at half past eight of the clock on the wall. */
export const overviewAt = (date: string): Date => brusselsInstant(`${date}T08:30`)

/** Brussels clock time from which it is no beginning of a day any more. */
const noon = '12:00'

/** Seconds before one leaves within which it is not promised any more: who asks at that moment gets the next. */
const underWay = 300

/** Subject of the overviews of one person: each puts the next one. */
export const overviewSubject = ({ network, person }: Whose): string => `OVERZICHT-${network}-${person}`

/** The first one that leaves after an instant; weekends, legal holidays and days on which the network is closed have none. */
export function nextOverview(
  { network, person }: Whose,
  days: WorkingDays,
  now: Date,
): Required<Pick<Mail, 'subject' | 'mailId' | 'dueAt'>> & {
  notification: OverviewNotification
} {
  let on = brusselsDate(now)
  while (!days.has(on) || overviewAt(on) <= addSeconds(now, underWay)) on = addDays(on, 1)
  return {
    subject: overviewSubject({ network, person }),
    mailId: `overzicht-${on}`,
    notification: { kind: 'dagoverzicht', to: 'medewerker', network, person, on },
    dueAt: overviewAt(on),
  }
}

/** Too late to be of use: the day is half gone, or over. */
export const isOverviewLate = ({ on }: Pick<OverviewNotification, 'on'>, now: Date): boolean =>
  now >= brusselsInstant(`${on}T${noon}`)
