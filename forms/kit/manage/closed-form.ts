/** A form that is closed for a while: since when, until when, and until when a draft of it is kept (docs/decisions/036). */
import type { NetworkContent } from '../content.ts'
import type { ClosedForm } from '../content-schema.ts'
import { addDays, addSeconds, brusselsDate, brusselsInstant, secondsPerDay } from '../time.ts'

/** What is said of a form by its slug, today or for later; undefined when it is over. */
export function closureOf(
  { closedForms }: Pick<NetworkContent, 'closedForms'>,
  form: string,
  now: Date,
): ClosedForm | undefined {
  const closed = Object.hasOwn(closedForms, form) ? closedForms[form] : undefined
  return closed && closed.until >= brusselsDate(now) ? closed : undefined
}

/** Whether nothing is taken in today: the last day counts. */
export const isClosed = (closed: ClosedForm, now: Date): boolean =>
  closed.from <= brusselsDate(now) && brusselsDate(now) <= closed.until

/** The Brussels date from which it takes requests again. */
export const opensOn = ({ until }: ClosedForm): string => addDays(until, 1)

/** Until when a draft that is kept now can be read: its own days, which begin once the form is open when it would end meanwhile. */
export function keptUntil(closed: ClosedForm | undefined, now: Date, days: number): Date {
  const usual = addSeconds(now, days * secondsPerDay)
  if (!closed) return usual
  const [begins, opens] = [closed.from, opensOn(closed)].map((date) => brusselsInstant(`${date}T00:00`))
  return opens && begins && now < opens && usual > begins ? addSeconds(opens, days * secondsPerDay) : usual
}
