/** Days and hours as people type and paste them, and which days a question can mean. */
import { describe, expect, it } from 'vitest'
import { questionsFor } from '../../forms/event-form.ts'
import { registry } from '../../forms/index.ts'
import { localInstant, readHour } from '../../forms/kit/local-time.ts'
import { parsePage } from '../../forms/kit/questions/parse.ts'
import type { TextQuestion } from '../../forms/kit/questions/questions.ts'
import { dayProblem, readDay } from '../../forms/kit/read-day.ts'
import { addDays, dateInShort, dateInWords } from '../../forms/kit/time.ts'
import { lcoAanvraag } from '../../forms/lco-aanvraag.ts'

describe('a day', () => {
  it.each([
    ['2021-03-15', '2021-03-15'],
    ['2021/3/15', '2021-03-15'],
    ['20210315', '2021-03-15'],
    ['15/3/2021', '2021-03-15'],
    ['15.3.21', '2021-03-15'],
    ['15. 3. 2021', '2021-03-15'],
    ['15 3 2021', '2021-03-15'],
    ['15032021', '2021-03-15'],
    ['15 maart 2021', '2021-03-15'],
    ['15 mrt. 2021', '2021-03-15'],
    ['15-mrt-21', '2021-03-15'],
    ['21 mei 2027', '2027-05-21'],
    ['21 mei ’27', '2027-05-21'],
    ['21\u00a0mei\u00a02027', '2027-05-21'],
    ['21 Mei, 2027.', '2027-05-21'],
    ['di 8 juni 2027', '2027-06-08'],
    ['dinsdag 8 juni 2027', '2027-06-08'],
    ['op dinsdag 8 juni 2027', '2027-06-08'],
    ['Di. 8/6/2027', '2027-06-08'],
    ['1e juni 2027', '2027-06-01'],
    ['1ste juni 2027', '2027-06-01'],
    ['3 sept. 2027', '2027-09-03'],
    ['21\u201105\u20112027', '2027-05-21'],
    ['２１/５/２０２７', '2027-05-21'],
    ['30/06/2027 00:00', '2027-06-30'],
    ['29-02-2028', '2028-02-29'],
  ])('%s: %s', (typed, day) => expect(readDay(typed)).toBe(day))

  it.each([
    'jan',
    'feb',
    'febr.',
    'mrt',
    'maart',
    'apr.',
    'mei',
    'jun',
    'juli',
    'aug',
    'sep',
    'sept',
    'okt',
    'nov.',
    'dec',
  ])('the month %s', (month) => expect(readDay(`3 ${month} 2027`)).toMatch(/^2027-\d\d-03$/))

  it.each([
    '29-02-2027',
    '31/4/2027',
    '0/1/2027',
    '1/13/2027',
    '2027-02-29',
    'morgen',
    '2027-06-30T10:00',
    '1//2027',
    'mei 2027',
    '1/1/2200',
    '31/12/1899',
    '150321',
    '21 mei 2027 om 14u',
    '',
  ])('%j is none', (typed) =>
    expect([readDay(typed, { from: '2026-11-23' }), dayProblem(typed)]).toEqual([undefined, undefined]),
  )

  it('is read back as every page of ours writes it', () => {
    for (let day = '2027-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
      expect(readDay(dateInWords(day))).toBe(day)
      expect(readDay(dateInShort(day, '2026-01-01'))).toBe(day)
      expect(readDay(dateInShort(day, day), { from: day })).toBe(day)
    }
  })

  it('with the wrong weekday is asked again: one of the two is a slip', () => {
    expect(readDay('maandag 8 juni 2027')).toBeUndefined()
    expect(dayProblem('maandag 8 juni 2027')).toBe('8 juni 2027 is een dinsdag. Kijk de datum na')
  })

  it.each<[string, Parameters<typeof readDay>[1], string | undefined]>([
    ['1e juni', { from: '2026-11-23' }, '2027-06-01'],
    ['24/11', { from: '2026-11-23' }, '2026-11-24'],
    ['23 november', { from: '2026-11-23' }, '2026-11-23'],
    ['22 november', { from: '2026-11-23' }, '2027-11-22'],
    ['22 november', { until: '2026-11-23' }, '2026-11-22'],
    ['24 november', { until: '2026-11-23' }, '2025-11-24'],
    ['29 februari', { from: '2026-11-23' }, '2028-02-29'],
    ['di 8 juni', { from: '2026-11-23' }, '2027-06-08'],
    ['ma 8 juni', { from: '2026-11-23' }, undefined],
    ['8 juni', undefined, undefined],
  ])('%s, near %j: %s', (typed, near, day) => expect(readDay(typed, near)).toBe(day))

  it('without a year, where nobody knows which, says so', () => {
    expect(dayProblem('8 juni')).toBe('Schrijf ook het jaar, bijvoorbeeld 21/5/2027')
  })
})

describe('an hour', () => {
  it.each([
    ...[
      '09:30',
      '9.30',
      '9u30',
      '0930',
      '930',
      '9,30',
      '9.30 u',
      '9.30u.',
      '9h30',
      '09u30',
      '9 u 30',
      '9 h 30',
      '9U30',
      '9.30 uur',
      'om 9.30 uur',
      '09:30:00',
      '９：３０',
      '9\u00a0u\u00a030',
    ].map((typed) => [typed, '09:30']),
    ...['9', '09', '9u', '9 uur', '9 u.', '0900', '9h'].map((typed) => [typed, '09:00']),
    ['0', '00:00'],
    ['23.59', '23:59'],
  ])('%s: %s', (typed, hour) => expect(readHour(typed ?? '')).toBe(hour))

  it.each(['', '24', '24:00', '9:60', '9.5', 'half tien', '9u30-12u', '9-30', '-9', '9 of 10'])('%j is none', (typed) =>
    expect(readHour(typed)).toBeUndefined(),
  )

  it('that does not exist, or comes twice, is known', () => {
    expect(localInstant('2027-03-28', readHour('2u30') ?? '').kind).toBe('never')
    expect(localInstant('2027-10-31', readHour('2,30') ?? '').kind).toBe('twice')
  })
})

describe('a question can mean some days', () => {
  const now = new Date('2026-11-23T22:30:00Z')
  const ask = (question: TextQuestion, typed: string) => {
    const page = { slug: 'p', title: 'P', questions: [question] }
    const { answers, errors } = parsePage(page, new Map([[question.name, [typed]]]), {}, { criteria: [], now })
    return errors[0]?.message ?? answers[question.name]
  }
  const question = lcoAanvraag.pages.flatMap(({ questions }) => questions).find(({ name }) => name === 'voor_datum')
  if (question?.kind !== 'date') throw new Error('voor_datum is no date')

  it.each([
    ['22/11/2026', 'Deze datum is voorbij. Vul vandaag of een latere dag in'],
    ['15.3.21', 'Deze datum is voorbij. Vul vandaag of een latere dag in'],
    ['23/11/2026', '2026-11-23'],
    ['1e juni', '2027-06-01'],
    ['8.6.27', '2027-06-08'],
    ['23/11/2036', '2036-11-23'],
    ['24/11/2036', 'Kies een datum binnen 10 jaar'],
    ['1/1/2072', 'Kies een datum binnen 10 jaar'],
    ['8/6/2107', 'Kies een datum binnen 10 jaar'],
    ['8/6/2207', 'Kies een datum binnen 10 jaar'],
    ['31/4/2207', 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
    ['29-02-2027', 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
    ['maandag 8 juni 2027', '8 juni 2027 is een dinsdag. Kijk de datum na'],
  ])('before which day: %s', (typed, told) => expect(ask(question, typed)).toBe(told))

  const happened: TextQuestion = { kind: 'date', name: 'op', label: 'Op', error: 'Vul in', between: { years: 0 } }
  it.each([
    ['23/11/2026', '2026-11-23'],
    ['24/11/2026', 'Kies een dag die niet in de toekomst ligt'],
    ['24 november', '2025-11-24'],
  ])('on which day it happened: %s', (typed, told) => expect(ask(happened, typed)).toBe(told))

  const toCome: TextQuestion = { ...happened, between: { from: 1, years: 5 } }
  it.each([
    ['23/11/2026', 'Kies een dag die nog komt, vanaf morgen'],
    ['22/11/2026', 'Deze datum is voorbij. Vul een latere dag in'],
    ['24/11/2026', '2026-11-24'],
  ])('which is still to come: %s', (typed, told) => expect(ask(toCome, typed)).toBe(told))

  it('every date of every form says which', () => {
    const asked = Object.values(registry.forms).flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
    for (const one of [...asked, ...questionsFor(new Map())])
      if (one.kind === 'date') expect([one.name, one.between]).toEqual([one.name, expect.anything()])
  })
})
