/** Answers that count only once an organiser lets them in: those that came too late, and those a machine seems to have given. */
import { isOver, type LoketEvent } from './events.ts'
import { type Given, type Invitee, wordsOf } from './rsvp.ts'

/** What an organiser may let in: an answer that came too late, or one that a machine seems to have given. */
export const toDecide = ({ laat, verdacht, antwoord, ...said }: Invitee): Given | undefined => {
  if (laat) return { ...wordsOf(laat), antwoord: laat.antwoord }
  return verdacht && antwoord ? { ...wordsOf(said), antwoord } : undefined
}

/** From the start on no seat changes hands: then only an answer that asks none can still be let in. */
export const mayDecide = (event: LoketEvent, { laat, antwoord }: Invitee, now: Date): boolean =>
  !isOver(event, now) || (!laat && antwoord !== 'ja')
