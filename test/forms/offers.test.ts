/** An offer as a coordinator looks after it: how old, by which key, what may be typed, and the whole as a file that comes back. */
import { describe, expect, it } from 'vitest'
import { networkServices, networks } from '../../forms/index.ts'
import { contentOf, type NetworkContent, type Offer } from '../../forms/kit/content.ts'
import { contentSchema } from '../../forms/kit/content-schema.ts'
import { offersPutBack, withFirst } from '../../forms/kit/manage/first-offers.ts'
import { namedBy } from '../../forms/kit/manage/named-by.ts'
import { ageInWords, ageOf, countOld } from '../../forms/kit/manage/offer-age.ts'
import { readOfferPhone, readPostcodes } from '../../forms/kit/manage/offer-fields.ts'
import { columns, headings, rowsOfAanbod } from '../../forms/kit/manage/offer-file.ts'
import { keyForOffer, takenKeys } from '../../forms/kit/manage/offer-key.ts'
import { asStored, editOfferPage, offerOfAnswers, typedOffer } from '../../forms/kit/manage/offer-page.ts'
import { readOffers } from '../../forms/kit/manage/read-offers.ts'
import type { RawInput } from '../../forms/kit/questions/answers.ts'
import { parsePage } from '../../forms/kit/questions/parse.ts'
import { addDays } from '../../forms/kit/time.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { bierbeek } from '../../forms/networks/bierbeek.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import { toCsv } from '../../functions/shared/to-csv.ts'
import { demoContent } from '../support/content.ts'

const today = '2026-11-30'
const now = new Date('2026-11-30T09:00:00Z')
const forms = [{ value: 'lco-aanvraag', label: 'LCO aanvraag' }]
const content = demoContent('aalst')
const { jac } = content.aanbod
if (!jac) throw new Error('Aalst has no jac')

describe('hoe lang geleden nagekeken', () => {
  it.each<[number, string, string]>([
    [-3, 'fresh', 'vandaag nagekeken'],
    [0, 'fresh', 'vandaag nagekeken'],
    [1, 'fresh', 'gisteren nagekeken'],
    [2, 'fresh', '2 dagen geleden nagekeken'],
    [180, 'fresh', '180 dagen geleden nagekeken'],
    [181, 'aging', 'langer dan een half jaar niet nagekeken'],
    [365, 'aging', 'langer dan een half jaar niet nagekeken'],
    [366, 'old', 'langer dan een jaar niet nagekeken'],
    [4000, 'old', 'langer dan een jaar niet nagekeken'],
  ])('%d dagen: %s', (days, age, words) => {
    const offer = { checkedOn: addDays(today, -days) }
    expect([ageOf(offer, today), ageInWords(offer, today)]).toEqual([age, words])
  })

  it('nooit', () => expect([ageOf({}, today), ageInWords({}, today)]).toEqual(['never', 'nog nooit nagekeken']))

  it('telt wat een taak is, en niet wat gearchiveerd is', () => {
    const with_ = (about: Partial<Offer>): Offer => ({ ...jac, ...about })
    const aanbod = {
      a: with_({ checkedOn: addDays(today, -365) }),
      b: with_({ checkedOn: addDays(today, -366) }),
      c: with_({ checkedOn: addDays(today, -366), archivedOn: today }),
    }
    const { checkedOn: _, ...never } = jac
    expect(countOld({ aanbod: { ...aanbod, d: never } }, today)).toBe(2)
  })
})

describe('de sleutel van een nieuw aanbod', () => {
  it.each<[string, readonly string[], string]>([
    ['Fietsen voor iedereen', [], 'fietsen-voor-iedereen'],
    ['Café Ünïque & co.', [], 'cafe-unique-co'],
    ['JAC', ['jac'], 'jac-2'],
    ['JAC', ['jac', 'jac-2'], 'jac-3'],
    ['JAC elders', ['jac-Elders'], 'jac-elders-2'],
    ['Gezondheid', [], 'gezondheid-2'],
    ['Netwerk', [], 'netwerk-2'],
    ['Nieuw', [], 'nieuw-2'],
    ['Importeren', [], 'importeren-2'],
    ['constructor', [], 'constructor-2'],
    ['__proto__', [], 'proto'],
    ['نص', [], 'aanbod'],
    ['👨‍👩‍👧', ['aanbod'], 'aanbod-2'],
    ['x'.repeat(90), [], 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, [], 'x'.repeat(39)],
  ])('%s', (name, taken, key) => {
    expect(keyForOffer(name, taken)).toBe(key)
    expect(key).toMatch(/^[a-z0-9-]+$/)
  })

  it('is nooit een levensdomein', () => {
    for (const taken of takenKeys) expect(takenKeys).not.toContain(keyForOffer(taken, []))
  })
})

describe('wat iemand typt', () => {
  it.each<[string, string]>([
    ['9300', '9300'],
    ['9300, 9308', '9300, 9308'],
    ['9300;9308 9310\n9320', '9300, 9308, 9310, 9320'],
    ['9300, 9300', '9300'],
    [' 9300 , ', '9300'],
  ])('postcodes: %j', (typed, value) => expect(readPostcodes(typed)).toEqual({ value }))

  it.each<[string, string]>([
    ['930', '‘930’ is geen postcode'],
    ['93000', '‘93000’ is geen postcode'],
    ['0300', '‘0300’ is geen postcode'],
    ['9300 Aalst', '‘Aalst’ is geen postcode'],
    ['930, 931', '‘930’ en ‘931’ zijn geen postcodes'],
    [', ,', 'Vul postcodes van 4 cijfers in'],
    [Array.from({ length: 61 }, (_, at) => 9300 + at).join(' '), 'Er passen er 60.'],
  ])('geen postcodes: %j', (typed, problem) =>
    expect(readPostcodes(typed)).toEqual({ problem: expect.stringContaining(problem) }),
  )

  it.each<[string, string]>([
    ['1712', '1712'],
    ['106', '106'],
    ['053 00 00 11', '053 00 00 11'],
    ['0478/12.34.56', '0478 12 34 56'],
    ['0800 13 500', '0800 13 500'],
    ['+31 20 123 4567', '+31 20 123 4567'],
  ])('telefoon: %s', (typed, value) => expect(readOfferPhone(typed, { error: 'x' })).toEqual({ value }))
  it.each(['bel ons', '053 00 00', '12'])('geen telefoon: %s', (typed) =>
    expect(readOfferPhone(typed, { error: 'x' })).toHaveProperty('problem'),
  )

  const page = editOfferPage({ content, forms, self: 'jac' })
  const parsed = (changes: Readonly<Record<string, string>>) => {
    const typed: RawInput = new Map([
      ...typedOffer(jac),
      ...Object.entries(changes).map(([name, text]) => [name, [text]] as const),
    ])
    return parsePage(page, typed, {}, { criteria: [], now })
  }
  const problemsOf = (changes: Readonly<Record<string, string>>) =>
    parsed(changes).errors.map(({ name, message }) => `${name}: ${message}`)

  it.each(Object.entries(content.aanbod))('%s is zonder wijziging hetzelfde', (key, offer) => {
    const own = editOfferPage({ content, forms, self: key })
    const { answers, errors } = parsePage(own, typedOffer(offer), {}, { criteria: [], now })
    expect(errors).toEqual([])
    expect(offerOfAnswers(answers, offer)).toEqual(asStored(offer))
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['geen naam', { naam: ' ' }, 'naam: Vul de naam in'],
    ['alleen tekens die niemand ziet', { naam: '\u200b\u2060' }, 'naam: Vul de naam in'],
    ['een naam die er al is', { naam: 'inloopcentrum aalst' }, 'naam: Zo heet al iets'],
    ['te lang', { naam: 'x'.repeat(101) }, 'naam: 1 teken te veel'],
    ['een soort die er niet is', { soort: 'iets' }, 'soort: Kies dienst of traject'],
    ['geen levensdomein', { levensdomeinen: 'wonen' }, 'levensdomeinen: Kies minstens één'],
    ['een website zonder https', { website: 'http://jac.be' }, 'website: Vul een webadres met https in'],
    ['een website die geen adres is', { website: 'javascript:alert(1)' }, 'website: Vul een webadres'],
    ['een formulier van een ander netwerk', { formulier: 'aanmelding' }, 'formulier: Kies een formulier'],
    ['te veel stappen', { stappen: 'x\n'.repeat(16) }, 'stappen: Dit zijn 16 regels'],
    ['een te lange stap', { stappen: `kort\n${'x'.repeat(201)}` }, 'stappen: Regel 2 is te lang'],
    ['een rijksregisternummer', { doel: '85.07.30-033.28' }, 'doel: Vul geen rijksregisternummer in'],
  ])('%s', (_, changes, problem) => expect(problemsOf(changes)).toEqual([expect.stringContaining(problem)]))

  it('een lege plaats en geen formulier gelden ook als het bestand er een heeft', () => {
    const { answers, errors } = parsed({ postcodes: '', formulier: 'geen' })
    expect(errors).toEqual([])
    const to = offerOfAnswers(answers, jac)
    expect([to.postcodes, to.form]).toEqual([[], ''])
    const stored = contentSchema.parse({ aanbod: { jac: to } })
    expect(contentOf(aalst, stored).aanbod.jac?.postcodes).toBeUndefined()
    expect(asStored(contentOf(aalst, stored).aanbod.jac ?? jac).postcodes).toEqual([])
  })
})

describe('wie ernaar wijst', () => {
  const named = (key: string, about: Pick<NetworkContent, 'aanbod'> = content) =>
    namedBy(networkServices(aalst), about, key).map(({ requirement, others }) => [requirement, ...others])
  it('de criteria, en waar ze dan naar wijzen', () => {
    expect(named('jac')).toEqual([['De cliënt is meerderjarig.', 'Het JAC in de buurt van de jongere']])
    expect(named('eigenOcmw')).toHaveLength(4)
    expect(named('ggz')).toEqual([])
  })
  it('wat gearchiveerd is, telt niet mee', () => {
    const { jacElders } = content.aanbod
    if (!jacElders) throw new Error('Aalst has no jacElders')
    const without = { aanbod: { ...content.aanbod, jacElders: { ...jacElders, archivedOn: today } } }
    expect(named('jac', without)).toEqual([['De cliënt is meerderjarig.']])
  })
})

describe('een wijziging van wat in het bestand staat', () => {
  const to = asStored({ ...jac, phone: '1712' })
  it('zegt wat er eerst stond', () => {
    const [seen] = withFirst([{ of: 'aanbod', key: 'jac', to }], aalst)
    expect(seen?.from).toMatchObject({ name: 'JAC Aalst' })
    expect(withFirst([{ of: 'aanbod', key: 'fietsen', to }], aalst)).toEqual([{ of: 'aanbod', key: 'fietsen', to }])
  })
  it('gaat terug naar het bestand; wat toegevoegd werd, gaat uit het aanbod', () => {
    const back = (key: string) => offersPutBack([{ of: 'aanbod', key, to }], aalst, today)
    expect(back('jac')).toEqual([{ of: 'aanbod', key: 'jac', to: undefined }])
    expect(back('fietsen')).toEqual([{ of: 'aanbod', key: 'fietsen', to: { ...to, archivedOn: today } }])
  })
})

describe('het bestand', () => {
  const known = (about: Pick<NetworkContent, 'aanbod'> = content) => ({
    ...{ content: about, forms, today, now },
    taken: Object.keys(about.aanbod),
  })
  const file = (about: Pick<NetworkContent, 'aanbod'> = content) => toCsv(rowsOfAanbod(about, forms))
  const read = (text: string, about: Pick<NetworkContent, 'aanbod'> = content) => readOffers(text, known(about))
  const problemsOf = (text: string) => {
    const list = read(text)
    return list.kind === 'none' ? list.problems : []
  }
  /** A line with these cells; the others empty, or as a line that is right has them. */
  const row = (cells: Partial<Record<(typeof columns)[number], string>>): string[] => {
    const right = {
      ...{ naam: 'Fietsen', soort: 'dienst', levensdomeinen: 'gezondheid', wat: 'Leent fietsen.' },
      ...{ voor_wie: 'Iedereen.', ...cells },
    }
    return columns.map((column) => (right as Partial<Record<string, string>>)[column] ?? '')
  }
  const list = (...rows: string[][]) => toCsv([columns.map((column) => headings[column]), ...rows])

  it.each(networks)('van $name: ingelezen zonder wijziging verandert het niets', (network) => {
    const about = contentOf(network, demoContentOf(network))
    const own = networkServices(network).map(({ form: { slug, name } }) => ({ value: slug, label: name }))
    const text = toCsv(rowsOfAanbod(about, own))
    for (const same of [text, text.replaceAll('\r\n', '\n'), text.replaceAll('\r\n', '\r')])
      expect(readOffers(same, { ...known(about), forms: own })).toEqual({
        ...{ kind: 'offers', added: [], changed: [], ignored: [] },
        same: Object.keys(about.aanbod).length,
      })
  })

  const strange: Offer = {
    ...jac,
    name: '=cmd|calc',
    description: '"Ja" zei hij.\n\n- en "nee"; @hij',
    audience: '\'-1, =2; "=3"',
    goal: '"alles"',
    steps: ['+ eerst', '"dan" ; dit', "'=zo", 'a | b'],
    instruments: ['-x', 'y'],
    phone: '+31201234567',
    postcodes: ['9300', '9308'],
    form: 'lco-aanvraag',
    archivedOn: '2026-11-01',
  }
  it('ook met wat een formule lijkt, met aanhalingstekens en met meer regels in een cel', () => {
    const about = { aanbod: { vreemd: strange, jac } }
    expect(file(about)).toContain("'=cmd|calc")
    expect(read(file(about), about)).toMatchObject({ added: [], changed: [], same: 2 })
  })

  it('een andere volgorde, een kolom die niets zegt, en een cel die anders is', () => {
    const [header = [], ...rows] = rowsOfAanbod(content, forms)
    const others = rows.map((cells) => ['x', ...cells.toReversed().map((cell) => cell.replace('053 00 00 11', '1712'))])
    const found = read(toCsv([['Nota’s', ...header.toReversed()], ...others]))
    expect(found).toMatchObject({ added: [], same: rows.length - 1, ignored: ['Nota’s'] })
    expect(found.kind === 'offers' && found.changed.map(({ key, line, to }) => [key, line, to.phone])).toEqual([
      ['jac', 2, '1712'],
    ])
    expect(found.kind === 'offers' && found.changed[0]?.to).toEqual({ ...asStored(jac), phone: '1712' })
  })

  it('een formule die iemand veranderde, komt zonder het teken terug', () => {
    const found = read(list(row({ naam: '=Fietsen', wat: '-leent; @fietsen' })))
    expect(found.kind === 'offers' && found.added.map(({ to }) => [to.name, to.description])).toEqual([
      ['=Fietsen', '-leent; @fietsen'],
    ])
  })

  it('zoals Excel datums en getallen bewaart', () => {
    const found = read(
      list(row({ nagekeken_op: '20/11/2026', postcodes: '9300', levensdomeinen: 'Wonen & energie|gezondheid' })),
    )
    expect(found.kind === 'offers' && found.added[0]?.to).toMatchObject({
      ...{ checkedOn: '2026-11-20', postcodes: ['9300'], levensdomeinen: ['wonen_energie', 'gezondheid'] },
    })
  })

  it('nieuwe krijgen elk een eigen sleutel', () => {
    const found = read(list(row({ naam: 'Fietsen' }), row({ naam: 'fietsen!' })))
    expect(found.kind === 'offers' && found.added.map(({ key }) => key)).toEqual(['fietsen', 'fietsen-2'])
  })

  it.each<[string, string[][], string[]]>([
    ['geen naam', [row({}), row({ naam: '' })], ['Regel 3: Naam: Vul de naam in.']],
    [
      'een sleutel',
      [row({ sleutel: 'jca' })],
      ['Regel 2: de sleutel ‘jca’ kennen we niet. Laat hem leeg voor iets nieuws.'],
    ],
    [
      'een sleutel van elk object',
      [row({ sleutel: '__proto__' })],
      ['Regel 2: de sleutel ‘__proto__’ kennen we niet.'],
    ],
    [
      'twee keer dezelfde',
      [row({ sleutel: 'jac', naam: 'A' }), row({ sleutel: 'jac', naam: 'B' })],
      ['Regel 3: dezelfde sleutel als regel 2.'],
    ],
    ['twee keer dezelfde naam', [row({}), row({})], ['Regel 3: deze naam staat al op een regel erboven.']],
    [
      'een naam die er al is',
      [row({ naam: 'JAC Aalst' })],
      ['Regel 2: Naam: Zo heet al iets in het aanbod. Kies een andere naam.'],
    ],
    ['een soort', [row({ soort: 'winkel' })], ['Regel 2: Soort: Kies dienst of traject.']],
    [
      'een levensdomein',
      [row({ levensdomeinen: 'wonen' })],
      ['Regel 2: Levensdomeinen: Kies minstens één levensdomein.'],
    ],
    ['een datum', [row({ nagekeken_op: '30/02/2026' })], ['Regel 2: Nagekeken op: vul een datum in']],
    [
      'een datum die nog komt',
      [row({ nagekeken_op: '1/12/2026' })],
      ['Regel 2: Nagekeken op: deze datum moet nog komen.'],
    ],
    ['postcodes', [row({ postcodes: '930' })], ['Regel 2: Postcodes: ‘930’ is geen postcode']],
    [
      'alles tegelijk',
      [row({ naam: '', website: 'http://x.be' }), row({ telefoon: 'x' })],
      ['Regel 2: Naam', 'Regel 2: Website', 'Regel 3: Telefoon'],
    ],
  ])('noemt de regel en waarom: %s', (_, rows, problems) =>
    expect(problemsOf(list(...rows))).toEqual(problems.map((text) => expect.stringContaining(text))),
  )

  it('noemt de kolommen die ontbreken, en de regel van een cel met meer regels is haar eerste', () => {
    const [header = [], ...rows] = rowsOfAanbod(content, forms)
    const without = (names: string[]) =>
      [header, ...rows].map((cells) => cells.filter((_, at) => !names.includes(header[at] ?? '')))
    expect(problemsOf(toCsv(without(['Stappen', 'Website'])))).toEqual([
      'De kolom ‘Stappen’ ontbreekt.',
      'De kolom ‘Website’ ontbreekt.',
    ])
    expect(problemsOf(toCsv([[...header, 'naam'], ...rows]))).toEqual([
      'De kolom ‘Naam’ staat er twee keer. Laat er één staan.',
    ])
    const multi = list(row({ naam: 'A', instrumenten: 'een\ntwee', stappen: 'een\ntwee' }), row({ naam: '' }))
    expect(problemsOf(multi)).toEqual(['Regel 5: Naam: Vul de naam in.'])
  })

  it.each<[string, string, string]>([
    ['niets', ' \u200b', 'Plak een lijst'],
    ['alleen kolommen', list(), 'niets onder de namen'],
    ['geen kolommen', 'Jan;Peeters\n', 'Op de eerste regel staan de namen van de kolommen'],
    ['een aanhalingsteken', list(row({})).replace('Leent', '"Leent'), 'een aanhalingsteken sluit niet'],
    ['te veel', list(...Array.from({ length: 501 }, (_, at) => row({ naam: `Fiets ${at}` }))), 'meer dan 500'],
    ['een te lange regel', list(row({ wat: 'x'.repeat(20_001) })), 'Regel 2 is te lang'],
  ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([expect.stringContaining(problem)]))

  it('zegt de eerste vijftig fouten, en hoeveel er nog zijn', () => {
    const problems = problemsOf(list(...Array.from({ length: 60 }, () => row({ naam: '' }))))
    expect([problems.length, problems.at(-1)]).toEqual([51, 'En nog 10 andere.'])
  })

  it('de veertien trajecten van Bierbeek hebben cellen met meer regels', () => {
    expect(file(contentOf(bierbeek)).split('\r\n').length).toBeLessThan(40)
    expect(file(contentOf(bierbeek))).toMatch(/"[^"]*\n[^"]*"/)
  })
})
