/**
 * Who is away from which day to which, and who stands in for them in that time: one place, and no chain. Days are Brussels
 * dates, both included; nothing says why somebody is away.
 */
import * as z from 'zod'
import { holdersOf, type NetworkContent, type Person, personOf } from './content.ts'

export const absenceSchema = z.object({
  /** Id of the person of the network. */
  person: z.string(),
  /** First day away. */
  from: z.iso.date(),
  /** Last day away. */
  until: z.iso.date(),
  /** Id of the colleague who sees and does in that time what they hold; absent when nobody was named. */
  standIn: z.string().exactOptional(),
})
export type Absence = z.infer<typeof absenceSchema>

/** Somebody at work, with the colleagues whose place they take on this day. */
export interface AtWork extends Person {
  standsInFor?: readonly Replaced[]
}

/** A colleague who is away now. */
export interface Replaced {
  person: Person
  /** Last day away. */
  until: string
}

type People = Pick<NetworkContent, 'people'>

/** Whether this absence is on that date. */
export const isAwayOn = (absence: Absence | undefined, date: string): boolean =>
  absence !== undefined && absence.from <= date && date <= absence.until

/** The absence of somebody on this date. */
const awayOn = (absences: readonly Absence[], person: string, date: string): Absence | undefined =>
  absences.find((absence) => absence.person === person && isAwayOn(absence, date))

/** The absence of somebody that is now, or is to come: one that is over is as if it never was. */
export const currentAbsence = (absences: readonly Absence[], person: string, date: string): Absence | undefined =>
  absences.find((absence) => absence.person === person && absence.until >= date)

/** The colleagues whose place somebody takes on this date, of those who still work there. */
export const replacedBy = (content: People, absences: readonly Absence[], person: string, date: string): Replaced[] =>
  absences
    .filter(({ standIn }) => standIn === person)
    .flatMap((absence) => {
      const away = personOf(content, absence.person)
      return away && isAwayOn(absence, date) ? [{ person: away, until: absence.until }] : []
    })

/** Of the colleagues whose place they take, the one who holds this. */
export const colleagueHolding = ({ standsInFor = [] }: AtWork, holder: string | undefined): Replaced | undefined =>
  standsInFor.find(({ person }) => person.id === holder)

/** Whether they hold it, or a colleague whose place they take. */
export const isHeldBy = (who: AtWork, holder: string | undefined): boolean =>
  holder === who.id || colleagueHolding(who, holder) !== undefined

/** Who hears of what is somebody's on this date: themselves, their stand-in, or (undefined) the deputy of the network. */
export function readerFor(
  content: People,
  absences: readonly Absence[],
  person: Person,
  date: string,
): Person | undefined {
  const away = awayOn(absences, person.id, date)
  if (!away) return person
  // Never on to the stand-in of a stand-in.
  const standIn = personOf(content, away.standIn)
  return standIn && !awayOn(absences, standIn.id, date) ? standIn : undefined
}

/** Who can stand in for somebody: whoever holds dossiers too. */
export const standInsFor = (content: People, person: Person): readonly Person[] =>
  person.role === 'organisator' ? [] : holdersOf(content).filter(({ id }) => id !== person.id)

export type StandInRefusal =
  /** The stand-in is away in that time: this is that absence. */
  | { kind: 'is-away'; absence: Absence }
  /** Whoever is away stands in for somebody in that time: a stand-in has no stand-in. */
  | { kind: 'stands-in'; absence: Absence }

/** Why who is named cannot be stand-in of this absence, of which what is past by today counts no more; undefined when they can. */
export function standInRefusal(
  absences: readonly Absence[],
  wanted: Absence,
  today: string,
): StandInRefusal | undefined {
  if (wanted.standIn === undefined) return undefined
  const begins = wanted.from > today ? wanted.from : today
  const inThatTime = absences.filter(
    ({ person, from, until }) => person !== wanted.person && from <= wanted.until && until >= begins,
  )
  const away = inThatTime.find(({ person }) => person === wanted.standIn)
  if (away) return { kind: 'is-away', absence: away }
  const replaced = inThatTime.find(({ standIn }) => standIn === wanted.person)
  return replaced && { kind: 'stands-in', absence: replaced }
}
