/** Who is on the list at the door, what a page of ticks changes, the paper, and the attest: the tables. */
import { describe, expect, it } from 'vitest'
import { attestsOf, attestUntil, codeOf, durationInWords, readCode } from '../../forms/kit/events/attest.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { figuresOf, figuresSchema } from '../../forms/kit/events/figures.ts'
import {
  atTheDoor,
  dayOf,
  familyFirst,
  headsOf,
  headsOver,
  readRowId,
  rowId,
  sameName,
  soughtAmong,
  stoodOf,
  tickChanges,
  wrongAlong,
} from '../../forms/kit/events/presence.ts'
import { type Invitee, inviteeSchema, isSeated, listOf } from '../../forms/kit/events/rsvp.ts'
import { hasMail, mailsOfAnswer } from '../../forms/kit/events/rsvp-mails.ts'
import { sheetsOf, signLines } from '../../forms/kit/events/sign-in-list.ts'
import { sampleEvent } from '../emails/samples.ts'

const event: LoketEvent = sampleEvent
const invitee = (changes: Partial<Invitee> = {}): Invitee => ({
  ...{ id: 'Ab-9_zZ', activiteit: event.slug, network: 'aalst', linkVersion: 1, revisie: 1, eventRevisie: 0 },
  ...{ bron: 'publiek', adres: 'x', casus: false, verdacht: false, afgemeld: false, noMail: false },
  ...{ createdAt: '2021-05-01T08:00:00.000Z', antwoord: 'ja', naam: 'Noor Voorbeeld' },
  ...changes,
})
const laat = { antwoord: 'ja', at: '2021-06-01T08:00:00.000Z', casus: false, naam: 'Lot Laat' } as const

describe('wie op de lijst staat', () => {
  const { antwoord: _said, ...silent } = invitee()
  it.each<[string, Invitee, 'verwacht' | 'apart' | 'niet']>([
    ['zei ja', invitee(), 'verwacht'],
    ['wacht', invitee({ wacht: 'x' }), 'apart'],
    ['wacht, en is er', invitee({ wacht: 'x', aanwezig: ['1'] }), 'verwacht'],
    ['te laat', { ...silent, laat }, 'apart'],
    ['te laat nee', { ...silent, laat: { ...laat, antwoord: 'nee' } }, 'niet'],
    ['ingevuld door een machine', invitee({ verdacht: true }), 'apart'],
    ['zei nee', invitee({ antwoord: 'nee' }), 'niet'],
    ['zei nee, en is er', invitee({ antwoord: 'nee', aanwezig: ['1'] }), 'verwacht'],
    ['op de hoogte', invitee({ antwoord: 'op_de_hoogte' }), 'niet'],
    ['gaf geen antwoord', silent, 'niet'],
    ['gaf geen antwoord, en is er', { ...silent, aanwezig: ['1'] }, 'verwacht'],
    ['kwam aan de deur', invitee({ bron: 'deur', aanwezig: ['1'] }), 'verwacht'],
    ['kwam aan de deur op een andere dag', invitee({ bron: 'deur', aanwezig: ['2'] }), 'apart'],
    ['was er een andere dag, na een nee', invitee({ antwoord: 'nee', aanwezig: ['2'] }), 'niet'],
  ])('%s: %s', (_, one, where) => {
    const { expected, others } = atTheDoor(event, [one], '1')
    expect([expected.length, others.length]).toEqual(
      where === 'verwacht' ? [1, 0] : where === 'apart' ? [0, 1] : [0, 0],
    )
  })

  it.each([
    [true, ['b'], 'apart'],
    [true, ['a', 'b'], 'verwacht'],
    [true, undefined, 'verwacht'],
    [false, ['b'], 'verwacht'],
  ] as const)('per dag: %s, koos %s: %s op dag a', (perSessie, sessies, where) => {
    const one = invitee(sessies ? { sessies: [...sessies] } : {})
    expect(atTheDoor({ ...event, perSessie }, [one], 'a').expected).toHaveLength(where === 'verwacht' ? 1 : 0)
  })

  it('collega’s elk apart, wie zonder naam meekomt als getal', () => {
    const party = invitee({ collegas: [{ naam: 'Koen Collega' }], aantal: 4, aanwezig: ['1.c1', '1.e1', '1.e2', '2'] })
    const { expected } = atTheDoor(event, [party], '1')
    expect(expected.map(({ naam, there, along }) => [naam, there, along])).toEqual([
      ['Koen Collega', true, undefined],
      ['Noor Voorbeeld', false, { said: 2, there: 2 }],
    ])
    expect(headsOf(expected)).toEqual({ there: 3, expected: 4 })
    expect(headsOver(party)).toBe(4)
  })

  it('met meer dan gezegd: wie er is, was verwacht', () => {
    const { expected } = atTheDoor(event, [invitee({ aantal: 2, aanwezig: ['1', '1.e1', '1.e2', '1.e3'] })], '1')
    expect(headsOf(expected)).toEqual({ there: 4, expected: 4 })
  })

  it.each([
    ['Ruth De Backer', 'De Backer, Ruth'],
    ['Zoë', 'Zoë'],
    ['  Jan   Peeters ', 'Peeters, Jan'],
    ['', ''],
  ])('%s staat op papier als %s', (naam, expected) => expect(familyFirst(naam)).toBe(expected))

  it('zoekt op elk woord, zonder hoofdletters of accenten', () => {
    const { expected } = atTheDoor(event, [invitee({ naam: 'Zoë D’Hondt', organisatie: 'CAW De Pont' })], '1')
    const found = (sought: string) => soughtAmong(expected, sought).length
    expect([found('zoe'), found('hondt ZOE'), found('pont'), found('zoe x'), found('')]).toEqual([1, 1, 1, 0, 1])
  })
})

describe('de naam van een veld', () => {
  it.each(['Ab-9_zZ', 'x'.repeat(64), '0', 'c1'])('%s: kleine letters en cijfers, en terug', (id) => {
    for (const who of ['', 'c1', 'e12'] as const) {
      expect(rowId(id, who)).toMatch(/^[a-z0-9]+$/)
      expect(readRowId(rowId(id, who))).toEqual({ invitee: id, who })
    }
  })
  it.each(['', 'abc', 'g', 'gh c1', 'ghc', 'ghc0', 'ghc100', 'GH', 'ghd1', 'gh'.repeat(65)])('%s is er geen', (id) =>
    expect(readRowId(id)).toBeUndefined(),
  )
})

describe('wat een pagina met vinkjes verandert', () => {
  const [a, b] = [rowId('a'), rowId('b')]
  const sent = (fields: Record<string, string>) => new Map(Object.entries(fields).map(([name, text]) => [name, [text]]))
  it.each([
    ['niets', {}, []],
    ['aan', { [`aanwezig.${a}`]: 'ja' }, [{ invitee: 'a', add: ['1'], remove: [] }]],
    ['stond al', { stond: a, [`aanwezig.${a}`]: 'ja' }, []],
    ['uit', { stond: a }, [{ invitee: 'a', add: [], remove: ['1'] }]],
    [
      'een aan, een uit',
      { stond: b, [`aanwezig.${a}`]: 'ja' },
      [
        { invitee: 'a', add: ['1'], remove: [] },
        { invitee: 'b', add: [], remove: ['1'] },
      ],
    ],
    ['een collega', { [`aanwezig.${a}c2`]: 'ja' }, [{ invitee: 'a', add: ['1.c2'], remove: [] }]],
    ['meer mee', { stond: `${a}e1`, [`met.${a}`]: '3' }, [{ invitee: 'a', add: ['1.e2', '1.e3'], remove: [] }]],
    ['minder mee', { stond: `${a}e3`, [`met.${a}`]: '1' }, [{ invitee: 'a', add: [], remove: ['1.e2', '1.e3'] }]],
    ['leeg is niemand', { stond: `${a}e1`, [`met.${a}`]: '' }, [{ invitee: 'a', add: [], remove: ['1.e1'] }]],
    ['een andere waarde', { [`aanwezig.${a}`]: 'nee' }, []],
    ['onzin', { 'aanwezig.<b>': 'ja', 'met.x': '2', stond: '<.>' }, []],
  ])('%s', (_, fields, changes) => expect(tickChanges('1', sent(fields as Record<string, string>))).toEqual(changes))

  it.each([
    ['0', false],
    ['', false],
    ['50', false],
    ['51', true],
    ['-1', true],
    ['1,5', true],
    ['drie', true],
  ])('“%s” kwam mee: fout %s', (text, wrong) => {
    expect(wrongAlong(sent({ [`met.${a}`]: text }))).toHaveLength(wrong ? 1 : 0)
  })

  it('wat op de pagina stond, is wat teruggestuurd niets verandert', () => {
    const people = [invitee({ aantal: 3, aanwezig: ['1', '1.e1'] })]
    const { expected } = atTheDoor(event, people, '1')
    const id = rowId('Ab-9_zZ')
    const back = sent({ stond: stoodOf(expected), [`aanwezig.${id}`]: 'ja', [`met.${id}`]: '1' })
    expect(tickChanges('1', back)).toEqual([])
  })
})

describe('dezelfde naam', () => {
  const on = [
    invitee({ id: 'een', naam: 'Jan Peeters', organisatie: 'CAW' }),
    invitee({ id: 'twee', naam: 'Jan Peeters' }),
  ]
  it.each([
    [{ naam: 'jan  PEETERS', organisatie: 'caw' }, 'een'],
    [{ naam: 'Ján Peeters' }, 'twee'],
    [{ naam: 'Jan Peeters', organisatie: 'OCMW' }, 'twee'],
    [{ naam: 'Jan Peters' }, undefined],
  ])('%o: %s', (walkIn, id) => expect(sameName(on, walkIn)?.invitee.id).toBe(id))

  it('ook van een collega', () => {
    const found = sameName([invitee({ collegas: [{ naam: 'An' }, { naam: 'Koen Collega' }] })], {
      naam: 'Koen Collega',
    })
    expect(found?.who).toBe('c2')
  })
})

describe('wie aan de deur kwam', () => {
  const walked = invitee({ bron: 'deur', noMail: true, aanwezig: ['1'] })
  it('staat bij wie komt, neemt geen plaats in, en krijgt geen mail zonder adres', () => {
    expect([listOf(walked), isSeated(walked), hasMail(walked)]).toEqual(['ja', false, false])
    expect(mailsOfAnswer(event, undefined, walked, new Date(event.start))).toEqual({ put: [], takeBack: {} })
  })
  it('wat vroeger bewaard werd, blijft leesbaar; een verzameling van het register ook', () => {
    expect(inviteeSchema.parse(invitee()).aanwezig).toBeUndefined()
    expect(inviteeSchema.parse({ ...invitee(), aanwezig: new Set(['2', '1']) }).aanwezig).toEqual(['1', '2'])
  })
})

describe('de dag', () => {
  const [first, last] = [
    { id: 'a', start: '2021-06-08T07:00:00.000Z', einde: '2021-06-08T10:00:00.000Z' },
    { id: 'b', start: '2021-06-15T07:00:00.000Z', einde: '2021-06-15T10:00:00.000Z' },
  ]
  const series: LoketEvent = { ...event, sessies: [first, last], einde: last.einde }
  it.each([
    ['2021-06-01T08:00:00.000Z', undefined, 'a'],
    ['2021-06-08T09:59:59.999Z', undefined, 'a'],
    ['2021-06-08T10:00:00.000Z', undefined, 'b'],
    ['2021-06-20T08:00:00.000Z', undefined, 'b'],
    ['2021-06-20T08:00:00.000Z', 'a', 'a'],
    ['2021-06-20T08:00:00.000Z', 'x', 'b'],
  ])('op %s, gekozen %s: %s', (now, chosen, id) => expect(dayOf(series, chosen, new Date(now)).id).toBe(id))

  it.each([
    [['a'], '2021-06-08T06:59:59.999Z', []],
    [['a'], '2021-06-08T07:00:00.000Z', ['a']],
    [['a', 'b'], '2021-06-14T07:00:00.000Z', ['a']],
    [['b', 'a'], '2021-06-16T07:00:00.000Z', ['a', 'b']],
    [['weg'], '2021-06-16T07:00:00.000Z', []],
  ])('aangevinkt op %s, op %s: een attest voor %s', (aanwezig, now, days) => {
    const own = attestsOf(series, invitee({ aanwezig }), new Date(now))
    expect(own.flatMap((attest) => attest.days.map(({ id }) => id))).toEqual(days)
  })
})

describe('het attest', () => {
  it.each([
    [210, '3 uur en 30 minuten'],
    [60, '1 uur'],
    [61, '1 uur en 1 minuut'],
    [45, '45 minuten'],
    [1, '1 minuut'],
    [0, '0 minuten'],
    [1500, '25 uur'],
  ])('%i minuten: %s', (minutes, words) => {
    const start = '2021-06-08T07:00:00.000Z'
    const einde = new Date(Date.parse(start) + minutes * 60_000).toISOString()
    expect(durationInWords([{ start, einde }])).toBe(words)
  })

  it('in de nacht dat de klok terugkeert, telt het uur dat er was; en dagen samen', () => {
    const night = { start: '2021-10-30T22:00:00.000Z', einde: '2021-10-31T02:00:00.000Z' }
    expect(durationInWords([night])).toBe('4 uur')
    expect(durationInWords([night, { start: night.start, einde: '2021-10-30T22:20:00.000Z' }])).toBe(
      '4 uur en 20 minuten',
    )
  })

  it('voor wie antwoordde en voor elke collega die er was, niet voor wie zonder naam meekwam', () => {
    const party = invitee({ collegas: [{ naam: 'An' }, { naam: 'Koen' }], aanwezig: ['1', '1.c2', '1.e1', '1.c9'] })
    expect(attestsOf(event, party, new Date(event.start)).map(({ naam }) => naam)).toEqual(['Noor Voorbeeld', 'Koen'])
  })

  it('tot de laatste hele dag voor de namen gewist zijn', () =>
    expect(attestUntil(event)).toBe('donderdag 8 juli 2021'))

  it.each([
    ['15-0B7K', '15-0B7K'],
    ['15 0b7k', '15-0B7K'],
    ['I5-OB7K', '15-0B7K'],
    ['150B7', undefined],
    ['15-0B7KX', undefined],
    ['15-0B7U', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('“%s” is de code %s', (typed, code) => expect(readCode(typed)).toBe(code))

  it('een code leest terug als zichzelf', () => {
    for (let seed = 0; seed < 256; seed += 1) {
      const code = codeOf(Uint8Array.from({ length: 6 }, (_, index) => (seed * (index + 7)) % 256))
      expect(readCode(code)).toBe(code)
    }
  })
})

describe('de aftekenlijst', () => {
  const named = (count: number, naam = 'Jan Peeters') =>
    signLines(
      atTheDoor(
        event,
        Array.from({ length: count }, (_, at) => invitee({ id: `p${at}`, naam })),
        '1',
      ).expected,
    )
  it.each([
    [0, 1],
    [15, 1],
    [16, 2],
    [34, 2],
    [35, 3],
  ])('%i mensen: %i bladen', (count, sheets) => expect(sheetsOf(named(count))).toHaveLength(sheets))

  it('lange namen krijgen plaats; niemand valt weg, en de nummers lopen door', () => {
    const lines = named(40, 'Anna-Maria Van den Bossche-Vandenbroucke de la Fontaine')
    const sheets = sheetsOf(lines)
    expect(sheets.flat()).toEqual(lines)
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 44 }, (_, at) => at + 1))
    expect(Math.max(...sheets.map((sheet) => sheet.length))).toBeLessThan(18)
  })

  it('wie zonder naam meekomt, heeft een regel', () => {
    const lines = signLines(atTheDoor(event, [invitee({ aantal: 3 })], '1').expected)
    expect(lines.map(({ organisatie }) => organisatie)).toEqual([
      undefined,
      ...['samen met Noor Voorbeeld', 'samen met Noor Voorbeeld'],
      ...Array.from({ length: 4 }, () => undefined),
    ])
  })
})

describe('de getallen die blijven', () => {
  const people = [
    invitee({ id: 'a', organisatie: 'CAW', aanwezig: ['1', '2'] }),
    invitee({ id: 'b', organisatie: 'caw ', bron: 'import', collegas: [{ naam: 'An' }], aanwezig: ['1.c1'] }),
    invitee({ id: 'c', antwoord: 'nee', uitgenodigdOp: '2021-05-01T08:00:00.000Z' }),
    invitee({ id: 'd', bron: 'deur', organisatie: 'OCMW', aanwezig: ['1'] }),
    invitee({ id: 'e', bron: 'deur' }),
    invitee({ id: 'f', activiteit: 'een-andere', aanwezig: ['1'] }),
  ]
  const figures = figuresOf(event, people, new Date('2021-06-08T10:00:00Z'))
  it('tellen elk mens één keer', () => {
    expect(figures).toEqual({
      ...{ at: '2021-06-08T10:00:00.000Z', invited: 2, yes: 3, present: 3, walkIns: 1, organisations: 2 },
    })
  })
  it('zijn getallen, en niets anders komt erdoor', () => {
    const { at, ...numbers } = figures
    for (const number of Object.values(numbers)) expect(typeof number).toBe('number')
    for (const text of [...people.flatMap(({ naam, organisatie }) => [naam, organisatie]), 'Ab-9_zZ'])
      if (text) expect(JSON.stringify(figures)).not.toContain(text)
    expect(figuresSchema.safeParse({ ...figures, namen: ['x'] }).success).toBe(false)
  })
})
