/** Until when an answer counts, and when we remind: tables of boundary values in Brussels time (docs/domain.md §6). */
import { describe, expect, it } from 'vitest'
import { slugOf } from '../../forms/event-form.ts'
import {
  answerReminders,
  closesAt,
  comingReminders,
  deadlineInWords,
  erasedAt,
  eventDay,
  eventHours,
  isReminderPast,
  type LoketEvent,
  showsOnlineLink,
} from '../../forms/kit/events/events.ts'
import { phaseOf } from '../../forms/kit/events/phases.ts'
import { brusselsInstants } from '../../forms/kit/time.ts'
import { sampleEvent } from '../emails/samples.ts'

const event = (changes: Partial<LoketEvent> = {}): LoketEvent => ({ ...sampleEvent, ...changes })
const plus = (instant: string, ms: number) => new Date(Date.parse(instant) + ms)

describe('de deadline is tot en met 23.59.59,999 uur in Brussel', () => {
  it.each([
    ['de uitnodiging van Aalst', '2021-05-21', '2021-06-08T07:00:00.000Z', '2021-05-21T22:00:00.000Z'],
    ['in de winter', '2021-01-15', '2021-02-01T08:00:00.000Z', '2021-01-15T23:00:00.000Z'],
    ['de dag voor de zomertijd begint', '2021-03-27', '2021-04-20T07:00:00.000Z', '2021-03-27T23:00:00.000Z'],
    [
      'de dag waarop de zomertijd begint (23 uur)',
      '2021-03-28',
      '2021-04-20T07:00:00.000Z',
      '2021-03-28T22:00:00.000Z',
    ],
    ['de dag voor de wintertijd begint', '2021-10-30', '2021-11-20T08:00:00.000Z', '2021-10-30T22:00:00.000Z'],
    [
      'de dag waarop de wintertijd begint (25 uur)',
      '2021-10-31',
      '2021-11-20T08:00:00.000Z',
      '2021-10-31T23:00:00.000Z',
    ],
    ['op de dag zelf: tot het begint', '2021-06-08', '2021-06-08T07:00:00.000Z', '2021-06-08T07:00:00.000Z'],
  ])('%s', (_, deadline, start, closes) => {
    const about = event({ deadline, start })
    expect(closesAt(about).toISOString()).toBe(closes)
    const after = closes === start ? 'bezig' : 'gesloten'
    expect([-1, 0, 1].map((ms) => phaseOf(about, plus(closes, ms)))).toEqual(['open', after, after])
  })

  it('daarna kan er niets meer vanaf de start, en niets als ze niet doorgaat', () => {
    const { start, einde } = event()
    expect([-1, 0, 1].map((ms) => phaseOf(event(), plus(start, ms)))).toEqual(['gesloten', 'bezig', 'bezig'])
    expect([-1, 0, 1].map((ms) => phaseOf(event(), plus(einde, ms)))).toEqual(['bezig', 'voorbij', 'voorbij'])
    expect(phaseOf(event({ geannuleerd: true }), plus(start, -1))).toBe('afgelast')
  })
})

describe('een uur dat iemand typt', () => {
  it.each([
    ['bestaat één keer', '2021-06-08T09:00', ['2021-06-08T07:00:00.000Z']],
    ['in de winter', '2021-12-08T09:00', ['2021-12-08T08:00:00.000Z']],
    ['net voor de klok vooruitgaat', '2021-03-28T01:59', ['2021-03-28T00:59:00.000Z']],
    ['bestaat niet: de klok sprong eroverheen', '2021-03-28T02:00', []],
    ['bestaat niet: laatste minuut', '2021-03-28T02:59', []],
    ['net na de sprong', '2021-03-28T03:00', ['2021-03-28T01:00:00.000Z']],
    ['net voor het dubbele uur', '2021-10-31T01:59', ['2021-10-30T23:59:00.000Z']],
    ['komt twee keer', '2021-10-31T02:00', ['2021-10-31T00:00:00.000Z', '2021-10-31T01:00:00.000Z']],
    ['komt twee keer: laatste minuut', '2021-10-31T02:59', ['2021-10-31T00:59:00.000Z', '2021-10-31T01:59:00.000Z']],
    ['net na het dubbele uur', '2021-10-31T03:00', ['2021-10-31T02:00:00.000Z']],
    ['een dag die niet bestaat', '2027-02-29T09:00', []],
    ['geen uur', '2027-02-28T25:00', []],
  ])('%s: %s', (_, local, expected) => {
    expect(brusselsInstants(local).map((instant) => instant.toISOString())).toEqual(expected)
  })
})

describe('een titel als deel van een adres', () => {
  it.each([
    ['met accenten, als letter of los erachter', 'Coördinatie cafe\u0301', 'coordinatie-cafe'],
    ['met tekens aan de rand', '“Samen sterk?” (deel 2)', 'samen-sterk-deel-2'],
    ['zonder letters', '???', 'activiteit'],
  ])('%s', (_, titel, slug) => expect(slugOf(titel)).toBe(slug))
})

describe('herinneringen', () => {
  const early = new Date('2021-04-23T08:00:00Z')
  const instants = (planned: { mailId: string; at: Date }[]) =>
    planned.map(({ mailId, at }) => `${mailId} ${at.toISOString()}`)

  it('wie niet antwoordde: drie dagen voor de deadline om 9 uur, en als de organisator het kiest ook de dag ervoor', () => {
    expect(instants(answerReminders(event(), early))).toEqual(['herinnering 2021-05-18T07:00:00.000Z'])
    expect(instants(answerReminders(event({ extraHerinnering: true }), early))).toEqual([
      'herinnering 2021-05-18T07:00:00.000Z',
      'herinnering-1 2021-05-20T07:00:00.000Z',
    ])
  })

  it.each([
    ['over de zomertijd', '2021-03-30', '2021-03-27T08:00:00.000Z'],
    ['over de wintertijd', '2021-11-02', '2021-10-30T07:00:00.000Z'],
  ])('%s blijft 9 uur 9 uur', (_, deadline, at) => {
    const about = event({ deadline, start: '2021-12-01T08:00:00.000Z' })
    expect(answerReminders(about, new Date('2021-01-01T00:00:00Z'))[0]?.at.toISOString()).toBe(at)
  })

  it('wie komt: de dag ervoor om 9 uur', () => {
    expect(instants(comingReminders(event(), early))).toEqual(['morgen 2021-06-07T07:00:00.000Z'])
  })

  it('wat al voorbij is, wordt niet meer gepland', () => {
    expect(answerReminders(event(), new Date('2021-05-18T07:00:00Z'))).toEqual([])
    expect(comingReminders(event(), new Date('2021-06-07T07:00:00Z'))).toEqual([])
  })

  it.each([
    ['op tijd', 'herinnering', '2021-05-18T07:00:00.000Z', 0, false],
    ['12 uur te laat', 'herinnering', '2021-05-18T07:00:00.000Z', 12 * 3_600_000, false],
    ['meer dan 12 uur te laat', 'herinnering', '2021-05-18T07:00:00.000Z', 12 * 3_600_000 + 1, true],
    ['1 ms voor de deadline', 'herinnering', '2021-05-21T21:00:00.000Z', 3_599_999, false],
    ['op de deadline', 'herinnering', '2021-05-21T21:00:00.000Z', 3_600_000, true],
    ['1 ms voor de start', 'morgen', '2021-06-08T06:00:00.000Z', 3_599_999, false],
    ['op de start', 'morgen', '2021-06-08T06:00:00.000Z', 3_600_000, true],
  ])('%s (%s) wordt overgeslagen: %s', (_, mailId, plannedAt, late, skipped) => {
    expect(isReminderPast(event(), mailId, new Date(plannedAt), plus(plannedAt, late))).toBe(skipped)
  })
})

describe('bewaren en tonen', () => {
  it('een antwoord: 30 dagen na het einde; op de hoogte: tot iemand het stopt', () => {
    expect(erasedAt(event(), 'ja')?.toISOString()).toBe('2021-07-08T10:00:00.000Z')
    expect(erasedAt(event(), undefined)?.toISOString()).toBe('2021-07-08T10:00:00.000Z')
    expect(erasedAt(event(), 'op_de_hoogte')).toBeUndefined()
  })

  it('de link om deel te nemen: vanaf middernacht de dag ervoor', () => {
    expect(showsOnlineLink(event(), new Date('2021-06-06T21:59:59.999Z'))).toBe(false)
    expect(showsOnlineLink(event(), new Date('2021-06-06T22:00:00Z'))).toBe(true)
    expect(showsOnlineLink(event({ geannuleerd: true }), new Date('2021-06-06T22:00:00Z'))).toBe(false)
  })

  it('in woorden', () => {
    expect(deadlineInWords(event())).toBe('vrijdag 21 mei 2021, 23.59 uur')
    expect(eventDay(event())).toBe('dinsdag 8 juni 2021')
    expect(eventHours(event())).toBe('van 9 tot 12 uur')
    expect(eventHours(event({ start: '2021-06-08T07:30:00.000Z' }))).toBe('van 9.30 tot 12 uur')
  })
})
