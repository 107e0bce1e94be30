/**
 * The days of an event, out of what an organiser typed: one, or several of one series. Brussels clock times; one that does not
 * exist or comes twice is refused with the reason (docs/promises.md, "Bad input").
 */
import { dayQuestions } from './event-form-questions.ts'
import { cleanedIn } from './kit/clean.ts'
import { type LoketEvent, type Session, sessionsOf } from './kit/events/events.ts'
import { localInstant, readHour } from './kit/local-time.ts'
import type { Answers, RawInput } from './kit/questions/answers.ts'
import { rowNumbers } from './kit/questions/questions.ts'
import { brusselsDate, brusselsLocal, dateInWords, dayTyped } from './kit/time.ts'

type Wrong = (name: string, message: string) => void

/** A series of more is two series: all of it is in the item that lists read. */
export const mostDays = 10

const rows = { name: 'dagen', columns: [{ name: 'datum' }, { name: 'van' }, { name: 'tot' }] }

/** Numbers of the rows of further days on the page, filled or not. */
export const dayRows = (raw: RawInput): number[] => rowNumbers(rows, raw)
export const dayRow = (index: number): string => `${rows.name}[${index}].`

/** What stands before the names of each day's fields: `''` first. A row that was emptied is a day that is left out. */
export const filledDays = (raw: RawInput): string[] => [
  '',
  ...dayRows(raw)
    .map(dayRow)
    .filter((before) => dayQuestions(before).some(({ name }) => cleanedIn(raw, name) !== '')),
]

interface Read extends Pick<Session, 'start' | 'einde'> {
  /** What stands before the names of its fields. */
  before: string
}

export type Days = Pick<LoketEvent, 'start' | 'einde' | 'sessies'>

interface Context {
  raw: RawInput
  now: Date
  /** The event as it is, when it is changed. */
  event: LoketEvent | undefined
  wrong: Wrong
}

/** Undefined when something is wrong, which was said. */
export function readDays(answers: Answers, context: Context): Days | undefined {
  const days = filledDays(context.raw)
  if (days.length > mostDays) context.wrong(`${days[mostDays]}datum`, `Hoogstens ${mostDays} dagen in één activiteit`)
  const read = days.flatMap((before) => readDay(answers, before, context) ?? [])
  if (read.length < days.length || days.length > mostDays) return undefined
  const sorted = read.sort((a, b) => (a.start < b.start ? -1 : 1))
  const overlap = sorted.find(({ start }, index) => start < (sorted[index - 1]?.einde ?? ''))
  if (overlap) context.wrong(`${overlap.before}van`, 'Op dat uur is er al een andere dag van deze reeks')
  const sessies = withIds(sorted, context)
  const [first, last] = [sessies[0], sessies.at(-1)]
  if (overlap || !first || !last) return undefined
  // Of one day nothing is kept but when: `sessionsOf` names it. One that had another name keeps it, with what people said of it.
  const one = sessies.length === 1 && first.id === firstId
  return { start: first.start, einde: last.einde, ...(one ? {} : { sessies }) }
}

function readDay(answers: Answers, before: string, { now, wrong }: Context): Read | undefined {
  const instantOf = (name: 'van' | 'tot'): Date | undefined => {
    const [date, typed] = [answers[`${before}datum`], answers[before + name]]
    if (!date || !typed) return undefined
    const result = readTime(String(date), String(typed))
    if (typeof result !== 'string') return result
    wrong(before + name, result)
    return undefined
  }
  const [start, einde] = [instantOf('van'), instantOf('tot')]
  if (start && einde && einde <= start) wrong(`${before}tot`, 'Kies een einduur na het begin')
  if (start && start <= now) {
    if (answers[`${before}datum`] === brusselsDate(now)) wrong(`${before}van`, pastHour)
    else wrong(`${before}datum`, pastDay)
  }
  return start && einde && start < einde && start > now
    ? { before, start: start.toISOString(), einde: einde.toISOString() }
    : undefined
}

const pastDay = 'Kies een datum in de toekomst'
const pastHour = 'Dat uur is al voorbij. Kies een later uur, of een andere datum'

/** An hour in words: "half tien", "kwart voor negen", "negen uur". */
const inLetters = /^\D*(?:half|kwart|\p{L}{3,})\b/iu

/** The instant of a clock time on a day, or why there is none. */
function readTime(date: string, typed: string): Date | string {
  const hour = readHour(typed)
  if (!hour)
    return inLetters.test(typed)
      ? 'Schrijf het uur met cijfers, bijvoorbeeld 9.30'
      : 'Vul een uur in, bijvoorbeeld 9.00'
  const local = localInstant(date, hour)
  const shown = `${hour.replace(/^0/, '').replace(':', '.')} uur`
  switch (local.kind) {
    case 'once':
      return local.instant
    case 'never':
      return `Op ${dateInWords(date)} bestaat ${shown} niet: de klok springt dan van 2 naar 3 uur. Kies een ander uur.`
    case 'twice':
      return `Op ${dateInWords(date)} komt ${shown} twee keer: de klok gaat dan van 3 terug naar 2 uur. Kies een ander uur.`
  }
}

/** Of a day that has no other (`sessionsOf`). */
const firstId = '1'

/** A day that was there keeps its id, whatever comes before it; a new one gets one that none of this event has. */
function withIds(days: readonly Read[], { raw, event }: Context): Session[] {
  const known = event ? sessionsOf(event).map(({ id }) => id) : []
  const taken = new Set<string>()
  const keep = (before: string): string | undefined => {
    const sent = cleanedIn(raw, before === '' ? firstDayId : `${before}id`)
    // A program that knows of no ids changes the first day.
    const id = sent || before !== '' ? sent : known[0]
    if (!id || !known.includes(id) || taken.has(id)) return undefined
    taken.add(id)
    return id
  }
  const kept = days.map(({ before, ...day }) => ({ ...day, id: keep(before) }))
  return kept.map(({ id, ...day }, index) => ({ ...day, id: id ?? newId(day.start, index) }))

  function newId(start: string, index: number): string {
    const free = [...(event || index > 0 ? [] : [firstId]), minutesOf(start)]
    const id = free.find((one) => !taken.has(one)) ?? `${minutesOf(start)}n`
    taken.add(id)
    return id
  }
}

/** Field with the id of the first day. */
export const firstDayId = 'dag_id'

/** From its first hour: another day of this event, also one that was left out before, has another. */
const minutesOf = (start: string): string => (Date.parse(start) / 60_000).toString(36)

/** The fields of an event's days. */
export function dayFields(event: Pick<LoketEvent, 'sessies' | 'start' | 'einde'>): [string, string][] {
  return sessionsOf(event).flatMap(({ id, start, einde }, index) => {
    const before = index === 0 ? '' : dayRow(index - 1)
    return [
      [index === 0 ? firstDayId : `${before}id`, id],
      [`${before}datum`, dayTyped(brusselsDate(new Date(start)))],
      [`${before}van`, clock(start)],
      [`${before}tot`, clock(einde)],
    ] as [string, string][]
  })
}

/** `9.00` */
const clock = (instant: string): string =>
  brusselsLocal(new Date(instant)).slice(11, 16).replace(':', '.').replace(/^0/, '')
