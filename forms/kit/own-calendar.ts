/**
 * What stands in the calendar of somebody of the network: the days of what they hold, by reference, without a name and without a place
 * (docs/decisions/025).
 */
import { type CalendarEntry, calendarText } from './calendar.ts'
import type { Dossier } from './lifecycle/dossier.ts'
import { listedOn } from './lifecycle/listed-day.ts'
import { calendarTitle } from './overleg/noun.ts'
import type { Fixed, Overleg } from './overleg/overleg.ts'
import { isRunning } from './plan/plan-mark.ts'
import { brusselsDate } from './time.ts'

/** A dossier they hold. */
export interface HeldDossier {
  dossier: Pick<Dossier, 'reference' | 'callBy' | 'nextOn' | 'actionPlan'>
  /** Its overleg, where that is open. */
  overleg?: Pick<Overleg, 'number' | 'fixed'> | undefined
}

/** Something they are to do for a dossier, as somebody typed it. */
interface CalendarTask {
  reference: string
  /** Its number in the dossier. */
  id: string
  /** Brussels date. */
  on: string
}

interface OwnCalendar {
  held: readonly HeldDossier[]
  tasks: readonly CalendarTask[]
  /** Of Loket. */
  host: string
  now: Date
}

/** A calendar program asks again after an hour (RFC 7986 §5.7), where it listens. */
const hourly = ['X-WR-CALNAME:Loket', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']

export const ownCalendar = ({ held, tasks, host, now }: OwnCalendar): string =>
  calendarText({
    ...{ product: 'Dossiers', about: hourly, host, now },
    entries: [...held.flatMap(entriesOf), ...tasks.map(taskEntry)],
  })

const taskEntry = ({ reference, id, on }: CalendarTask): CalendarEntry => ({
  uid: `${reference}-taak-${id}`,
  on,
  summary: `Taak ${reference}`,
})

/** An overleg that is fixed, an evaluation, and the next step where that is another day. */
function entriesOf({ dossier, overleg }: HeldDossier): CalendarEntry[] {
  const { reference, actionPlan } = dossier
  const nextOn = listedOn(dossier)
  const fixed = overleg?.fixed
  const evaluationOn = actionPlan && isRunning(actionPlan) ? actionPlan.evaluationOn : undefined
  const known = [evaluationOn, fixed && brusselsDate(new Date(fixed.start))]
  return [
    ...(overleg && fixed ? [overlegEntry(reference, overleg.number, fixed)] : []),
    ...(evaluationOn === undefined
      ? []
      : [{ uid: `${reference}-evaluatie`, on: evaluationOn, summary: `Evaluatie ${reference}` }]),
    ...(nextOn === undefined || known.includes(nextOn)
      ? []
      : [{ uid: `${reference}-volgende-stap`, on: nextOn, summary: `Volgende stap ${reference}` }]),
  ]
}

/** One of which nobody knows the hour yet takes the day. */
function overlegEntry(
  reference: string,
  number: string,
  { start, end, number: sequence, wholeDay }: Fixed,
): CalendarEntry {
  const about = { uid: `${reference}-overleg-${number}`, sequence, summary: calendarTitle({ reference }) }
  return wholeDay ? { ...about, on: brusselsDate(new Date(start)) } : { ...about, start, end }
}
