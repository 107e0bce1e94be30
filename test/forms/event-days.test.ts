/** An event of several days: what is on, what comes next, and what waits for who comes on some of them (docs/domain.md §6). */
import { describe, expect, it } from 'vitest'
import { eventFile } from '../../forms/kit/events/event-calendar.ts'
import type { EventNotification } from '../../forms/kit/events/event-notifications.ts'
import {
  comingReminders,
  eventWhen,
  firstHours,
  isReminderPast,
  type LoketEvent,
  runningInWords,
} from '../../forms/kit/events/events.ts'
import { phaseOf } from '../../forms/kit/events/phases.ts'
import { eventEntry } from '../../functions/mailer/calendar-entries.ts'
import { sampleEvent, sampleEventMail } from '../emails/samples.ts'

const [first, second] = [
  { id: 'a', start: '2021-06-08T07:00:00.000Z', einde: '2021-06-08T10:00:00.000Z' },
  { id: 'b', start: '2021-06-15T08:00:00.000Z', einde: '2021-06-15T10:30:00.000Z' },
]
const event: LoketEvent = { ...sampleEvent, sessies: [first, second], start: first.start, einde: second.einde }
const network = { phone: '053 00 00 00' }
const from = (instant: string, ms = 0) => new Date(Date.parse(instant) + ms)

describe('wat bezig is', () => {
  it.each([
    ['op de eerste dag', first.start, 0, 'nu bezig, tot 12 uur'],
    ['net voor het einde ervan', first.einde, -1, 'nu bezig, tot 12 uur'],
    ['tussen twee dagen', first.einde, 0, 'begonnen, gaat verder op dinsdag 15 juni 2021'],
    ['net voor de tweede dag', second.start, -1, 'begonnen, gaat verder op dinsdag 15 juni 2021'],
    ['op de tweede dag', second.start, 0, 'nu bezig, tot 12.30 uur'],
  ])('%s', (_, instant, ms, words) => {
    expect(phaseOf(event, from(instant, ms))).toBe('bezig')
    expect(runningInWords(event, from(instant, ms))).toBe(words)
  })

  it('in woorden: elke dag, of de eerste met hoeveel er nog komen', () => {
    expect(eventWhen(event)).toBe('dinsdag 8 juni 2021, van 9 tot 12 uur; dinsdag 15 juni 2021, van 10 tot 12.30 uur')
    expect(firstHours(event)).toBe('van 9 tot 12 uur, en nog 1 dag')
    expect(firstHours(sampleEvent)).toBe('van 9 tot 12 uur')
  })
})

describe('de mail van de dag ervoor', () => {
  const planned = (about: LoketEvent, now: string, chosen?: string[]) =>
    comingReminders(about, new Date(now), chosen).map(({ mailId, at }) => `${mailId} ${at.toISOString()}`)

  it('komt voor elke dag; wie dagen koos, krijgt die', () => {
    const both = ['morgen 2021-06-07T07:00:00.000Z', 'morgen-b 2021-06-14T07:00:00.000Z']
    expect(planned(event, '2021-05-01T08:00:00Z')).toEqual(both)
    expect(planned(event, '2021-05-01T08:00:00Z', ['b'])).toEqual(both)
    expect(planned({ ...event, perSessie: true }, '2021-05-01T08:00:00Z', ['b'])).toEqual(both.slice(1))
    expect(planned(event, '2021-06-08T12:00:00Z')).toEqual(both.slice(1))
  })

  it.each([
    ['morgen', first.start, -1, false],
    ['morgen', first.start, 0, true],
    ['morgen-b', second.start, -1, false],
    ['morgen-b', second.start, 0, true],
    // The day was taken out of the event: there is nothing left to remind of.
    ['morgen-x', first.start, -1, true],
  ])('%s is voorbij bij het begin van die dag', (mailId, instant, ms, past) => {
    expect(isReminderPast(event, mailId, from(instant, -3_600_000), from(instant, ms))).toBe(past)
  })
})

describe('in de agenda', () => {
  const starts = (text: string) => [...text.matchAll(/DTSTART:(\w+)/g)].map(([, start]) => start)
  const uids = (text: string) => [...text.matchAll(/UID:([^@]+)@/g)].map(([, uid]) => uid)
  const file = (sessies?: string[]) =>
    eventFile({
      ...{
        event: { ...event, perSessie: sessies !== undefined },
        network,
        page: 'https://loket.example/a',
        now: new Date(0),
      },
      invitee: { id: 'g', revisie: 1, ...(sessies ? { sessies } : {}) },
    })

  it('staat elke dag apart, nooit de week ertussen', () => {
    expect(starts(file())).toEqual(['20210608T070000Z', '20210615T080000Z'])
    expect(uids(file())).toEqual([`${event.slug}-g`, `${event.slug}-g-b`])
    expect(starts(file(['b']))).toEqual(['20210615T080000Z'])
    expect(uids(file(['b']))).toEqual([`${event.slug}-g`])
  })

  it('een mail zet de eerste dag erin en noemt de andere', () => {
    const notification: EventNotification = {
      kind: 'activiteit-ja',
      to: 'genodigde',
      network: 'aalst',
      form: 'activiteit',
      activiteit: event.slug,
      genodigde: 'g',
      linkVersion: 1,
      revisie: 1,
      agenda: 'REQUEST',
    }
    const entry = eventEntry(notification, { ...sampleEventMail, event }, network)
    expect(entry).toMatchObject({ start: first.start, end: first.einde })
    expect(entry?.description).toContain('Ook op dinsdag 15 juni 2021.')
    const chosen = { ...sampleEventMail, event: { ...event, perSessie: true } }
    expect(eventEntry({ ...notification, days: ['b'] }, chosen, network)).toMatchObject({ start: second.start })
  })
})
