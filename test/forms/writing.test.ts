/** What can be done with a signaal or a casus, by whom and until when (docs/decisions/035). */
import { describe, expect, it } from 'vitest'
import {
  agreedTo,
  casusYear,
  givenBack,
  mayChange,
  newWriting,
  readersBut,
  readStep,
  rewritten,
  runningYears,
  type Writing,
  yearStands,
} from '../../forms/kit/figures/writing.ts'
import { readWriting, signaalPage, writingErrors } from '../../forms/kit/figures/writing-page.ts'
import { epochSeconds } from '../../forms/kit/time.ts'

const now = new Date('2026-11-25T09:00:00Z')
const later = new Date('2026-12-25T09:00:00Z')
const in60Days = (from: Date) => epochSeconds(from) + 60 * 86_400
const february = epochSeconds(new Date('2027-01-31T23:00:00Z'))

const signaal = newWriting(
  { kind: 'signaal', year: '2026', id: 's', by: 'mie' },
  { sealed: 'jwe', named: 'jwe', dossiers: 6 },
  now,
)
const casus = newWriting({ kind: 'casus', year: '2026', id: 'c', by: 'mie' }, { sealed: 'jwe' }, now)

describe('tot wanneer', () => {
  it.each<[string, Writing, number | undefined]>([
    ['een signaal dat wacht: 60 dagen', signaal, in60Days(now)],
    ['teruggegeven: 60 dagen vanaf dan', givenBack(signaal, 'jan', undefined, later), in60Days(later)],
    ['gewijzigd: 60 dagen vanaf dan', rewritten(signaal, { sealed: 'x' }, later), in60Days(later)],
    ['nagelezen: zolang als het jaaroverzicht', agreedTo(signaal, 'jan', later), undefined],
    ['een casus die wacht: 1 februari', casus, february],
    ['teruggegeven: 1 februari', givenBack(casus, 'jan', 'jwe', later), february],
    ['nagelezen: 1 februari', agreedTo(casus, 'jan', later), february],
  ])('%s', (_, writing, ttl) => expect(writing.ttl).toBe(ttl))
})

describe('wat ervan bewaard wordt', () => {
  it('nagelezen: hoeveel dossiers, niet meer welke; en niets van wat anders moest', () => {
    const agreed = agreedTo(rewritten(givenBack(signaal, 'jan', 'jwe', now), { sealed: 'y' }, now), 'els', now)
    expect(agreed).toEqual({
      ...{ kind: 'signaal', year: '2026', id: 's', by: 'mie', on: '2026-11-25', revision: 4, state: 'nagelezen' },
      ...{ reader: 'els', sealed: 'y', dossiers: 6 },
    })
  })

  it('een casus weet van geen dossier', () => {
    expect(Object.keys(agreedTo(casus, 'jan', now))).not.toEqual(expect.arrayContaining(['named', 'dossiers']))
  })
})

describe('nalezen', () => {
  const step = (writing: Writing, who: string, sent: string, choice: 'goed' | 'terug', remark = '') =>
    readStep({ writing, who, sent, choice, remark })
  const agreed = agreedTo(signaal, 'jan', now)
  const back = givenBack(signaal, 'jan', undefined, now)
  it.each<[string, ReturnType<typeof step>, string]>([
    ['iemand anders vindt het goed', step(signaal, 'jan', '1', 'goed'), 'store'],
    ['iemand anders geeft het terug', step(signaal, 'jan', '1', 'terug', 'x'), 'store'],
    ['wie het schreef', step(signaal, 'mie', '1', 'goed'), 'own'],
    ['wie het schreef, en geeft terug', step(signaal, 'mie', '1', 'terug'), 'own'],
    ['goed, en toch iets anders', step(signaal, 'jan', '1', 'goed', 'x'), 'remark'],
    [
      'van een bladzijde van voor een wijziging',
      step(rewritten(signaal, { sealed: 'x' }, now), 'jan', '1', 'goed'),
      'stale',
    ],
    ['wat een ander al goed vond', step(agreed, 'els', '1', 'goed'), 'stale'],
    ['nog eens dezelfde druk', step(agreed, 'jan', '1', 'goed'), 'done'],
    ['daarna toch terug', step(agreed, 'jan', '1', 'terug'), 'stale'],
    ['wat teruggegeven is', step(back, 'els', '2', 'goed'), 'stale'],
    ['nog eens teruggegeven', step(back, 'jan', '1', 'terug'), 'done'],
  ])('%s: %s', (_, is, expected) => expect(is).toBe(expected))

  it('wie kan nalezen: iedereen behalve de schrijver', () => {
    expect(readersBut([{ id: 'mie' }, { id: 'jan' }], 'mie')).toEqual([{ id: 'jan' }])
    expect(readersBut([{ id: 'mie' }], 'mie')).toEqual([])
  })

  it('wijzigen kan alleen de schrijver, zolang niemand akkoord ging', () => {
    expect([signaal, back, agreed].map((writing) => mayChange(writing, 'mie'))).toEqual([true, true, false])
    expect(mayChange(signaal, 'jan')).toBe(false)
  })
})

describe('voor welk jaar', () => {
  it.each<[string, string, { public?: object } | undefined, string]>([
    ['het jaar dat loopt', '2026', undefined, 'open'],
    ['het vorige, als het niet vastligt en telt', '2025', undefined, 'none'],
    ['dat vastligt', '2025', {}, 'open'],
    ['dat openbaar is', '2025', { public: {} }, 'public'],
    ['dat nog moet beginnen', '2027', undefined, 'none'],
  ])('%s', (_, year, frozen, stands) => expect(yearStands(year, frozen, now)).toBe(stands))

  it('in januari lopen er twee, tot en met 31 januari in Brussel', () => {
    expect(runningYears(new Date('2027-01-31T22:59:59Z'))).toEqual(['2027', '2026'])
    expect(runningYears(new Date('2027-01-31T23:00:00Z'))).toEqual(['2027'])
    expect(casusYear(new Date('2026-12-31T23:00:00Z'))).toBe('2027')
  })
})

describe('wat er mis is met wat iemand schrijft', () => {
  const references = ['0', '1', '2', '3', '4'].map((digit) => `LCO-7K3M-9QX2-4${digit}`)
  const good = { titel: 'Wachten', signaal: 'In eigen woorden.', vraag: '', dossiers: references.join('\n') }
  const errorsOf = (fields: Partial<typeof good>, sources: readonly string[] = [], hasReader = true) => {
    const typed = new Map(Object.entries({ ...good, ...fields }).map(([name, value]) => [name, [value]] as const))
    const read = readWriting('signaal', signaalPage, typed, now)
    const compared = { found: new Set(references), sources, names: [] }
    return writingErrors({ kind: 'signaal', page: signaalPage, read, compared, hasReader })
  }

  it('niets', () => expect(errorsOf({})).toEqual([]))

  it('elk veld één fout, in de volgorde van de bladzijde', () => {
    const source = 'niemand belt mij ooit nog terug'
    expect(
      errorsOf({ titel: '', signaal: source, vraag: source, dossiers: '' }, [source]).map(({ name }) => name),
    ).toEqual(['titel', 'signaal', 'vraag', 'dossiers'])
  })

  it('van een lang stuk alleen het begin, en van veel stukken de eerste drie', () => {
    const long = Array.from({ length: 100 }, (_, at) => `woord${at}`).join(' ')
    expect(errorsOf({ signaal: long }, [long])[0]?.message.length).toBeLessThan(260)
    const pieces = ['a b c d e', 'f g h i j', 'k l m n o', 'p q r s t']
    const [error] = errorsOf({ signaal: pieces.join('. En dan: ') }, pieces)
    expect(error?.message).toContain('“a b c d e”, “f g h i j” en “k l m n o”, en meer.')
  })

  it('zonder tweede lezer', () => {
    expect(errorsOf({}, [], false)).toMatchObject([
      { name: 'signaal', message: expect.stringContaining('niemand anders') },
    ])
  })
})
