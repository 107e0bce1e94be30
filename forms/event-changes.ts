/**
 * What a change of an event means for people, said before it is kept: who gets a mail, who keeps a seat, whose day is gone. Each
 * is asked once, by a field of its own; a form that sends it knows.
 */
import { capacityMeans, type Taken } from './event-capacity.ts'
import { isMoved } from './event-form.ts'
import { counted } from './kit/counted.ts'
import { eventDay, eventWhen, formOf, type LoketEvent, type Session, sessionsOf } from './kit/events/events.ts'
import type { RawInput } from './kit/questions/answers.ts'

/** Who a change touches, counted. */
export interface Touched extends Taken {
  /** How many get a mail that it moved. */
  told: number
  /** How many come on each day, by its id, where that is a choice. */
  byDay: ReadonlyMap<string, number>
}

export interface Meaning {
  /** Sent as `ja` by who knows. */
  field: 'verplaatsen_zeker' | 'capaciteit_zeker' | 'dagen_zeker'
  title: string
  lines: readonly string[]
}

/** Of days with people who chose them. */
const daysLeftOut = (before: LoketEvent, after: LoketEvent): readonly Session[] => {
  const kept = new Set(sessionsOf(after).map(({ id }) => id))
  return before.perSessie ? sessionsOf(before).filter(({ id }) => !kept.has(id)) : []
}

/** Whether anybody can be touched, so that it has to be counted. */
export const touchesPeople = (before: LoketEvent, after: LoketEvent): boolean =>
  isMoved(before, after) || before.capaciteit !== after.capaciteit || daysLeftOut(before, after).length > 0

/** Empty when nobody notices, or whoever sends this knows all of it. */
export function changeMeans(before: LoketEvent, after: LoketEvent, touched: Touched, sent: RawInput): Meaning[] {
  const all = [moveMeans(before, after, touched), seatsMean(before, after, touched), daysMean(before, after, touched)]
  return all.filter((one) => one !== undefined).filter(({ field }) => !sent.get(field)?.includes('ja'))
}

function moveMeans(before: LoketEvent, after: LoketEvent, { told }: Touched): Meaning | undefined {
  if (told === 0 || !isMoved(before, after)) return undefined
  const lines = (word: string, event: LoketEvent) => `${word}: ${whenAndWhere(event)}`
  return {
    field: 'verplaatsen_zeker',
    title: `${counted(told, 'mens krijgt', 'mensen krijgen')} een mail`,
    lines: [lines('Nu', before), lines('Straks', after), 'De mail vertrekt meteen. U kunt hem niet terughalen.'],
  }
}

function seatsMean(before: LoketEvent, after: LoketEvent, touched: Touched): Meaning | undefined {
  const text = capacityMeans(touched, before.capaciteit, after.capaciteit)
  const title =
    after.capaciteit === undefined
      ? 'Iedereen is welkom'
      : `Van nu af ${counted(after.capaciteit, 'plaats', 'plaatsen')}`
  return text ? { field: 'capaciteit_zeker', title, lines: [text] } : undefined
}

function daysMean(before: LoketEvent, after: LoketEvent, { byDay }: Touched): Meaning | undefined {
  const lines = daysLeftOut(before, after).flatMap((day) => {
    const count = byDay.get(day.id) ?? 0
    return count > 0 ? [`${counted(count, 'mens koos', 'mensen kozen')} ${eventDay(day)}.`] : []
  })
  return lines.length > 0 ? { field: 'dagen_zeker', title: 'Een dag valt weg', lines } : undefined
}

/** "dinsdag 8 juni 2021, van 9 tot 12 uur, in Zaal 1, Aalst" */
export function whenAndWhere(event: LoketEvent): string {
  return [eventWhen(event), formOf(event) === 'hybride' ? `${event.plaats}, en online` : event.plaats].join('; ')
}
