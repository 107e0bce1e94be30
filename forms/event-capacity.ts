/** How many seats: what people type, and what another number means for who has one or waits. */
import { cleanNumber } from './kit/clean.ts'
import { counted } from './kit/counted.ts'

/** Nobody counts further for one event. */
const mostSeats = 99_999
const units = 'plaats(?:en)?|mensen|personen|pers\\.?|deelnemers?|stoelen'
/** `20`, `1.000`, `1 000`, `20 plaatsen`, `12 pers.` */
const shape = new RegExp(`^(\\d{1,3}(?:[. ]\\d{3})+|\\d+)\\.?(?: ?(?:${units}))?$`, 'i')
const inLetters = /(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|tig|honderd|duizend)\b/i

/** Seats, or what to mend. */
export function readCapacity(typed: string): { seats: number } | { problem: string } {
  const text = cleanNumber(typed).replace(/^(?:max(?:imaal|\.)?|ten hoogste|hoogstens) /i, '')
  const [, digits] = shape.exec(text) ?? []
  if (digits === undefined)
    return {
      problem: inLetters.test(text)
        ? 'Schrijf het aantal met cijfers, bijvoorbeeld 12'
        : 'Vul een aantal in, bijvoorbeeld 12',
    }
  const seats = Number(digits.replace(/\D/g, ''))
  if (seats === 0) return { problem: 'Vul minstens 1 in, of laat dit leeg als iedereen welkom is' }
  return seats > mostSeats
    ? { problem: 'Zoveel plaatsen kunnen we niet tellen. Laat dit leeg als iedereen welkom is' }
    : { seats }
}

/** Who has a seat and who waits; of an event without a number of seats everybody who comes has one. */
export interface Taken {
  bezet: number
  wachtend: number
}

/** What another number of seats means for people; undefined when nobody notices. Absent: everybody is welcome. */
export function capacityMeans(
  { bezet, wachtend }: Taken,
  before: number | undefined,
  after: number | undefined,
): string | undefined {
  if (before === after) return undefined
  if (after === undefined)
    return wachtend > 0
      ? `${counted(wachtend, 'mens wacht', 'mensen wachten')} op een plaats. Wie wacht, krijgt een plaats en een mail.`
      : undefined
  if (bezet <= after) return undefined
  const keep = `${counted(bezet, 'plaats is', 'plaatsen zijn')} al bezet. Wie een plaats heeft, houdt die.`
  const next = `Er komt niemand bij tot er minder dan ${after} bezet zijn.`
  return wachtend > 0
    ? `${keep} ${next} ${counted(wachtend, 'mens blijft', 'mensen blijven')} wachten.`
    : `${keep} ${next}`
}
