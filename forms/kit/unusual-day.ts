/** A day on which people seldom meet: asked about once, and never refused. */
import { capitalised } from './text.ts'
import { addDays, dateInWords, isBelgianWorkingDay } from './time.ts'
import type { WorkingDays } from './working-days.ts'

/** Hidden field with the day that somebody meant after all, as an ISO date. */
export const meantField = 'zeker'

/** Days ahead after which a date is more likely a slip of the pen: "2072". */
const farAhead = 366

/** "1 mei 2021 is een zaterdag" · "Donderdag 13 mei 2021 is een feestdag" · "Die dag is uw netwerk gesloten (Brugdag)" */
export function whatDay(day: string, days: WorkingDays): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const why = days.closedFor(day)
  if (why !== undefined && isBelgianWorkingDay(day)) return `Die dag is uw netwerk gesloten (${why})`
  const words = dateInWords(day)
  return weekday === 6 || weekday === 0
    ? `${words.replace(/^\S+ /, '')} is een ${weekday === 6 ? 'zaterdag' : 'zondag'}`
    : `${capitalised(words)} is een feestdag`
}

/** What to ask about a day, when it is a weekend, a holiday, a day on which the network is closed, or very far away; undefined for every other day. */
export function askAboutDay(day: string, today: string, days: WorkingDays): string | undefined {
  if (!days.has(day)) return `${whatDay(day, days)}. Toch deze dag? Druk dan nog eens op de knop.`
  if (day <= addDays(today, farAhead)) return undefined
  return `${capitalised(dateInWords(day))} is over meer dan een jaar. Toch deze dag? Druk dan nog eens op de knop.`
}
