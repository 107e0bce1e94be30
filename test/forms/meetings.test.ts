/** When a team meets: one day a week, with exceptions, and a cut-off the day before (docs/domain.md §5). */
import { describe, expect, it } from 'vitest'
import { leavesOn } from '../../forms/kit/post/silence.ts'
import {
  agendaMailAt,
  discussedOn,
  heldOn,
  isMeeting,
  type Meetings,
  meetingBefore,
  meetingDaysOf,
  meetingFor,
  meetingFrom,
  meetingsHeld,
  plannedUntil,
} from '../../forms/kit/team-meeting/meetings.ts'
import { ota } from '../../forms/networks/ota.ts'
import { openDays } from '../support/open-days.ts'

const rule: Meetings = {
  weekday: 2,
  from: '09:00',
  until: '12:00',
  cutOff: '17:00',
  agendaMail: '17:15',
  exceptions: [{ date: '2026-12-29', instead: '2026-12-28' }, { date: '2027-01-05' }],
}

const dinsdag = meetingDaysOf(rule, { meetings: {} }, openDays())

describe('de deadline: 17 uur de dag ervoor', () => {
  it.each([
    ['een milliseconde ervoor: nog deze dinsdag', '2026-11-23T15:59:59.999Z', '2026-11-24'],
    ['op de seconde: de volgende', '2026-11-23T16:00:00.000Z', '2026-12-01'],
    ['een milliseconde later: de volgende', '2026-11-23T16:00:00.001Z', '2026-12-01'],
    ['tijdens het overleg: de volgende', '2026-11-24T09:00:00Z', '2026-12-01'],
    ['op woensdag: de volgende', '2026-11-25T09:00:00Z', '2026-12-01'],
    ['zomeruur begint op zondag 28 maart 2027: 16.59 uur in de zomer', '2027-03-29T14:59:59.999Z', '2027-03-30'],
    ['17 uur in de zomer', '2027-03-29T15:00:00.000Z', '2027-04-06'],
    ['de week ervoor is het nog winter', '2027-03-22T15:59:59.999Z', '2027-03-23'],
    ['winteruur begint op zondag 25 oktober 2026: 16.59 uur in de winter', '2026-10-26T15:59:59.999Z', '2026-10-27'],
    ['17 uur in de winter', '2026-10-26T16:00:00.000Z', '2026-11-03'],
    ['de week ervoor is het nog zomer', '2026-10-19T15:00:00.000Z', '2026-10-27'],
    ['een verplaatst overleg heeft zijn eigen deadline: zondag 17 uur', '2026-12-27T15:59:59.999Z', '2026-12-28'],
    ['daarna is het volgende drie weken later: dat van 5 januari valt weg', '2026-12-27T16:00:00.000Z', '2027-01-12'],
    ['een feestdag is geen uitzondering zolang het netwerk dat niet zegt', '2027-11-01T15:59:59.999Z', '2027-11-02'],
  ])('%s', (_, now, expected) => {
    expect(meetingFor(dinsdag, new Date(now))).toBe(expected)
  })
})

it('de dagen volgen uit de regel en de uitzonderingen', () => {
  expect(meetingFrom(dinsdag, '2026-11-24')).toBe('2026-11-24')
  expect(meetingFrom(dinsdag, '2026-12-23')).toBe('2026-12-28')
  expect(meetingFrom(dinsdag, '2026-12-29')).toBe('2027-01-12')
  expect(meetingBefore(dinsdag, '2027-01-12')).toBe('2026-12-28')
  expect(['2026-12-28', '2026-12-29', '2027-01-05', '2026-11-25'].map((date) => isMeeting(dinsdag, date))).toEqual([
    ...[true, false, false, false],
  ])
})

it.each([
  ['winter', '2026-11-24', '2026-11-23T16:15:00.000Z'],
  ['zomer', '2027-03-30', '2027-03-29T15:15:00.000Z'],
  ['net voor het winteruur', '2026-10-20', '2026-10-19T15:15:00.000Z'],
  ['net na het winteruur', '2026-10-27', '2026-10-26T16:15:00.000Z'],
])('de agenda gaat om 17.15 uur de dag ervoor weg, %s', (_, date, expected) => {
  expect(agendaMailAt(dinsdag, date).toISOString()).toBe(expected)
})

it.each([
  ['tijdens het eerste overleg', '2026-11-24T10:59:59.999Z', 0],
  ['als het eerste gedaan is', '2026-11-24T11:00:00.000Z', 1],
  ['voor het einde van het tweede', '2026-12-01T10:59:59.999Z', 1],
  ['als het tweede gedaan is', '2026-12-01T11:00:00.000Z', 2],
])('hoeveel keer het op de agenda stond, %s', (_, now, expected) => {
  expect(meetingsHeld(dinsdag, '2026-11-24', new Date(now))).toBe(expected)
})

it('wat bleef liggen, wordt op het volgende overleg besproken', () => {
  expect(discussedOn(dinsdag, '2026-11-24', '2026-11-24')).toBe('2026-11-24')
  expect(discussedOn(dinsdag, '2026-11-24', '2026-11-25')).toBe('2026-12-01')
})

it('de deadline van OTA is voor de mail met de agenda', () => {
  const { cutOff = '', agendaMail = '' } = ota.teamMeeting ?? {}
  expect(cutOff < agendaMail).toBe(true)
})

describe('wat een coördinator verandert', () => {
  type Changes = Parameters<typeof meetingDaysOf>[1]['meetings']
  const none = (instead?: string) => ({ kind: 'none' as const, ...(instead ? { instead } : {}) })
  const changed = (meetings: Changes, ...closed: string[]) =>
    meetingDaysOf(rule, { meetings }, { closedFor: (date) => (closed.includes(date) ? 'Brugdag' : undefined) })
  const extra = { kind: 'extra' as const }

  it.each([
    ['niets', changed({}), '2026-11-24', '2026-11-24'],
    ['valt weg: het volgende', changed({ '2026-11-24': none() }), '2026-11-24', '2026-12-01'],
    ['later in de plaats', changed({ '2026-11-24': none('2026-11-26') }), '2026-11-24', '2026-11-26'],
    ['vroeger in de plaats', changed({ '2026-11-24': none('2026-11-20') }), '2026-11-24', '2026-11-20'],
    [
      'ook dat valt weg',
      changed({ '2026-11-24': none('2026-11-26'), '2026-11-26': none() }),
      '2026-11-24',
      '2026-12-01',
    ],
    [
      'ook dat wordt een andere dag',
      changed({ '2026-11-24': none('2026-11-26'), '2026-11-26': none('2026-11-27') }),
      '2026-11-24',
      '2026-11-27',
    ],
    [
      'in een kring',
      changed({ '2026-11-24': none('2026-11-26'), '2026-11-26': none('2026-11-24') }),
      '2026-11-24',
      '2026-12-01',
    ],
    [
      'de andere dag is gesloten',
      changed({ '2026-11-24': none('2026-11-26') }, '2026-11-26'),
      '2026-11-24',
      '2026-12-01',
    ],
    ['gesloten', changed({}, '2026-11-24'), '2026-11-24', '2026-12-01'],
    [
      'gesloten, met een andere dag',
      changed({ '2026-11-24': none('2026-11-25') }, '2026-11-24'),
      '2026-11-24',
      '2026-11-25',
    ],
    ['extra komt eerst, wat later gepland is blijft', changed({ '2026-11-20': extra }), '2026-11-24', '2026-11-24'],
    ['wat het bestand verplaatst, blijft verplaatst', changed({}), '2026-12-29', '2026-12-28'],
    ['ook dat kan wegvallen', changed({ '2026-12-28': none() }), '2026-12-29', '2027-01-12'],
    [
      'en de dag van de regel terugkomen',
      changed({ '2026-12-29': extra, '2026-12-28': none() }),
      '2026-12-29',
      '2026-12-29',
    ],
    [
      'een uitzondering van het bestand als andere dag',
      changed({ '2026-12-22': none('2027-01-05') }),
      '2026-12-22',
      '2027-01-05',
    ],
  ])('%s', (_, meetings, planned, expected) => {
    expect(heldOn(meetings, planned)).toBe(expected)
    expect(isMeeting(meetings, expected)).toBe(true)
    expect(plannedUntil(meetings, expected) >= planned).toBe(true)
  })

  it('gisteren gepland en niet beslist, is het voor de eerste vanaf vandaag', () => {
    const moved = changed({ '2026-11-24': none('2026-11-20') })
    expect(discussedOn(moved, '2026-11-24', '2026-11-20')).toBe('2026-11-20')
    expect(discussedOn(moved, '2026-11-24', '2026-11-21')).toBe('2026-12-01')
  })

  it('een mail voor stilte wacht op het overleg dat er echt is', () => {
    const silence = { since: '2026-11-18', days: 180, promised: '2026-11-24', workingDays: 1 }
    const days = (meetings: Changes) => ({ ...openDays('ota'), meetings: changed(meetings) })
    expect(leavesOn({ ...silence, meeting: true }, days({}))).toBe('2026-11-25')
    expect(leavesOn({ ...silence, meeting: true }, days({ '2026-11-24': none() }))).toBe('2026-12-02')
    // A day that is no meeting stays what it is.
    expect(leavesOn(silence, days({ '2026-11-24': none() }))).toBe('2026-11-25')
  })
})
