/** Somebody who says that it is urgent is called on the same day, whatever else becomes of the request (docs/domain.md §5). */
import type { Form } from '../form.ts'
import type { Answers } from '../questions/answers.ts'
import { holds } from '../questions/criteria.ts'
import { brusselsLocal, dateInWords } from '../time.ts'
import type { WorkingDays } from '../working-days.ts'
import type { Dossier } from './dossier.ts'
import type { Move, State } from './lifecycle.ts'

/** Brussels clock time from which nobody calls any more that day. */
const lastCall = '17:00'

/** The Brussels date of the call: today while somebody works, otherwise the first working day. Undefined for what is not urgent. */
export function callByOf({ urgent }: Form, days: WorkingDays, answers: Answers, now: Date): string | undefined {
  if (!urgent || !holds(urgent.when, answers)) return undefined
  const [today = '', time = ''] = brusselsLocal(now).split('T')
  return days.has(today) && time < lastCall ? today : days.add(today, 1)
}

/** "Bel vandaag", or on which day. `today`: Brussels date. */
export const callWhen = (callBy: string, today: string): string =>
  callBy === today ? 'Bel vandaag' : `Bel op ${dateInWords(callBy)}`

/** What whoever asked reads, before the network's phone number, as long as that call is to be made. `today`: Brussels date. */
export function urgentInWords({ callBy }: Pick<Dossier, 'callBy'>, today: string): string | undefined {
  if (callBy === undefined) return undefined
  return callBy < today
    ? 'U zei dat het dringend is, en we belden u nog niet. Het spijt ons. Bel gerust: '
    : `U zei dat het dringend is. We bellen u ten laatste op ${dateInWords(callBy)}. Kan het niet wachten? Bel `
}

/** Until somebody called, or it is no longer for the whole team: whoever gets it calls by itself. */
export const stillToCall = ({ callBy }: Dossier, { callsBack }: Move, { onAgenda }: State) =>
  callBy === undefined || callsBack || !onAgenda ? {} : { callBy }
