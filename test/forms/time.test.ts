import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { brusselsLocal, dayInWords, isBeforeLocal, legalHolidays, timeInWords } from '../../forms/kit/time.ts'
import { belgianDays } from '../../forms/kit/working-days.ts'

describe('Brussels time', () => {
  it.each([
    ['winter', '2021-01-15T11:00:00Z', '2021-01-15T12:00:00'],
    ['summer', '2021-07-15T11:00:00Z', '2021-07-15T13:00:00'],
    ['one second before the clocks go forward', '2021-03-28T00:59:59Z', '2021-03-28T01:59:59'],
    ['the clocks go forward', '2021-03-28T01:00:00Z', '2021-03-28T03:00:00'],
    ['one second before the clocks go back', '2021-10-31T00:59:59Z', '2021-10-31T02:59:59'],
    ['the clocks go back', '2021-10-31T01:00:00Z', '2021-10-31T02:00:00'],
  ])('%s', (_, instant, local) => expect(brusselsLocal(new Date(instant))).toBe(local))

  it.each(['2021-01-01T00:00:00', '2021-03-28T03:00:00', '2021-07-01T00:00:00', '2021-10-31T02:30:00'])(
    'is before %s as the clocks show it, for a day around it',
    (local) => {
      const around = Date.parse(`${local}Z`)
      for (let minutes = -1440; minutes <= 1440; minutes += 1) {
        const instant = new Date(around + minutes * 60_000)
        expect([instant, isBeforeLocal(instant, local)]).toEqual([instant, brusselsLocal(instant) < local])
      }
    },
  )

  it('speaks of days and hours as people here do', () => {
    const instant = new Date('2021-05-21T21:05:00Z')
    expect(dayInWords(instant)).toBe('vrijdag 21 mei 2021')
    expect(timeInWords(instant)).toBe('23.05 uur')
  })
})

describe('working days', () => {
  it.each([
    ['a Monday', '2021-03-01', 5, '2021-03-08'],
    ['a Friday', '2021-03-05', 5, '2021-03-12'],
    ['a Saturday counts from Monday', '2021-03-06', 5, '2021-03-12'],
    ['over Easter Monday', '2021-04-01', 5, '2021-04-09'],
    ['over Christmas and New Year', '2026-12-23', 5, '2026-12-31'],
    ['over 1 January', '2026-12-31', 1, '2027-01-04'],
  ])('%s', (_, from, days, expected) => expect(belgianDays.add(from, days)).toBe(expected))

  it('knows the same legal holidays as date-holidays, every year', () => {
    const oracle = new Holidays('BE')
    for (let year = 2020; year <= 2045; year += 1) {
      const known = oracle
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10))
      expect(legalHolidays(year)).toEqual([...new Set(known)].sort())
    }
  })
})
