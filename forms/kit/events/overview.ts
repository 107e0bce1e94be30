/** What the page of an event tells who organises it: how far it is, and what the people who come asked. Pure; counts only. */
import { addDays, brusselsDate } from '../time.ts'
import { answerReminders, closesAt, comingReminders, type LoketEvent } from './events.ts'
import { headsIn, type Invitee } from './rsvp.ts'

/** A moment on the road of an event; one of them is the next. */
export interface Milestone {
  name: 'uitgenodigd' | 'herinnerd' | 'gesloten' | 'day-before' | 'day'
  /** Brussels calendar date; absent of what has none of its own, as inviting. */
  on?: string
  /** People it reached, where mails are counted. */
  count?: number
  state: 'done' | 'now' | 'later'
}

interface Reached {
  /** Mails that left, by what they are. */
  invited: number
  reminded: number
}

/** From inviting to the day itself; what is no part of this event is left out. */
export function milestonesOf(event: LoketEvent, { invited, reminded }: Reached, now: Date): Milestone[] {
  const day = brusselsDate(new Date(event.start))
  const before = new Date(0)
  const firstReminder = answerReminders(event, before)[0]?.at
  const dayBefore = comingReminders(event, before)[0]?.at
  const closes = closesAt(event)
  const all: (Omit<Milestone, 'state'> & { isDone: boolean })[] = [
    { name: 'uitgenodigd', count: invited, isDone: invited > 0 || now >= closes },
    ...(invited > 0 && firstReminder
      ? [{ name: 'herinnerd' as const, on: brusselsDate(firstReminder), count: reminded, isDone: now >= firstReminder }]
      : []),
    { name: 'gesloten', on: event.deadline, isDone: now >= closes },
    { name: 'day-before', on: addDays(day, -1), isDone: dayBefore !== undefined && now >= dayBefore },
    { name: 'day', on: day, isDone: now.toISOString() >= event.einde },
  ]
  const next = all.findIndex(({ isDone }) => !isDone)
  return all.map(({ isDone, ...milestone }, at) => ({
    ...milestone,
    state: next === -1 || at < next ? 'done' : at === next ? 'now' : isDone ? 'done' : 'later',
  }))
}

/** What was answered to one question, over all who come. */
export interface Asked {
  question: string
  /** By what they chose, the most chosen first; of a number its sum; of a text only how many wrote one. */
  answers: readonly { text?: string; count: number }[]
  kind: 'tekst' | 'keuze' | 'getal'
}

type Coming = Pick<Invitee, 'eigen' | 'casus' | 'opmerking' | 'aantal' | 'collegas'>

/** Of who comes: sums of the organiser's own questions, how many bring a case, and how many wrote a remark. */
export function askedOf({ vragen }: Pick<LoketEvent, 'vragen'>, people: readonly Coming[]) {
  const asked = vragen.map(({ id, soort, vraag }): Asked => {
    const said = people.map(({ eigen }) => eigen?.[id]?.trim() ?? '').filter((text) => text !== '')
    if (soort === 'tekst') return { question: vraag, kind: soort, answers: [{ count: said.length }] }
    if (soort === 'getal') {
      const numbers = said.map(Number).filter((number) => Number.isFinite(number))
      return { question: vraag, kind: soort, answers: [{ count: numbers.reduce((sum, number) => sum + number, 0) }] }
    }
    const chosen = new Map<string, number>()
    for (const text of said) chosen.set(text, (chosen.get(text) ?? 0) + 1)
    const answers = [...chosen].map(([text, count]) => ({ text, count }))
    return { question: vraag, kind: soort, answers: answers.sort((one, other) => other.count - one.count) }
  })
  return {
    asked: asked.filter(({ answers }) => answers.some(({ count }) => count > 0)),
    cases: people.filter(({ casus }) => casus).length,
    remarks: people.filter(({ opmerking }) => opmerking !== undefined && opmerking.trim() !== '').length,
    /** With whom they bring. */
    people: headsIn(people),
  }
}

/** Seats that would be taken if everybody who was too late and wants to come is let in. */
export const seatsAskedLate = (late: readonly Pick<Invitee, 'laat'>[]): number =>
  headsIn(late.flatMap(({ laat }) => (laat?.antwoord === 'ja' ? [laat] : [])))
