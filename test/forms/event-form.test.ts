/** What an organiser types of an event, in tables: places and links, hours, days, numbers, own questions, and what a change means. */
import { describe, expect, it } from 'vitest'
import { capacityMeans, readCapacity } from '../../forms/event-capacity.ts'
import { changeMeans, type Touched, whenAndWhere } from '../../forms/event-changes.ts'
import { copiedFields, differences, eventFields } from '../../forms/event-fields.ts'
import { isMoved, mostEventBytes, type ReadEvent, readEvent } from '../../forms/event-form.ts'
import { link } from '../../forms/event-form-questions.ts'
import { linkWarning } from '../../forms/event-place.ts'
import { deadlineInWords, type LoketEvent } from '../../forms/kit/events/events.ts'
import { nationalNumberErrors } from '../../forms/kit/questions/parse.ts'
import { sampleEvent } from '../emails/samples.ts'
import type { Fields } from '../support/visitor.ts'

const now = new Date('2021-04-23T08:00:00Z')
const person = { id: 'organisator', name: 'Hanne Goossens' }
const about = { network: 'aalst', slug: 'vorming', organisator: 'Stad Aalst', person, now }

const wanted: Fields = {
  titel: 'Vorming',
  soort: 'vorming',
  omschrijving: 'We oefenen samen.',
  voor_wie: 'Hulpverleners.',
  datum: '8/6/2021',
  van: '9.30',
  tot: '12u00',
  plaats: 'Zaal 1, Aalst',
  deadline: '21/5/2021',
  toegang: 'openbaar',
}
const raw = (fields: Fields) => new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]))
const read = (changes: Fields = {}, before?: LoketEvent): ReadEvent =>
  readEvent(raw({ ...wanted, ...changes }), { ...about, ...(before ? { before, slug: before.slug } : {}) })
const errorsOf = (result: ReadEvent) =>
  result.kind === 'errors' ? result.errors.map(({ name, message }) => `${name}: ${message}`) : []
function eventOf(result: ReadEvent): LoketEvent {
  if (result.kind === 'errors') throw new Error(errorsOf(result).join('; '))
  return result.event
}
/** As its page would send it. */
const again = (event: LoketEvent, changes: Fields = {}): ReadEvent =>
  readEvent(new Map([...eventFields(event, undefined), ...raw(changes)]), { ...about, before: event })

describe('hoe mensen deelnemen', () => {
  const none = 'Nog geen link. U kunt hem later invullen, ook terwijl het bezig is.'
  const url = 'https://zoom.us/j/85073003328'
  it.each<[string, Fields, Partial<LoketEvent>, string | undefined]>([
    ['een adres', {}, { vorm: 'fysiek', online: false }, undefined],
    ['“Online”, zonder vorm, zonder link', { plaats: 'Online' }, { vorm: 'online', online: true }, none],
    ['“Online (Teams)”', { plaats: 'Online (Teams)' }, { vorm: 'online', plaats: 'Online (Teams)' }, none],
    ['“online via Zoom”, met link', { plaats: 'online via Zoom', link: url }, { vorm: 'online' }, undefined],
    ['“Onlinelaan 3” is een straat', { plaats: 'Onlinelaan 3' }, { vorm: 'fysiek' }, undefined],
    ['een adres met link', { link: url }, { vorm: 'hybride', plaats: 'Zaal 1, Aalst', online: true }, undefined],
    ['online, zonder plaats', { vorm: 'online', plaats: '' }, { vorm: 'online', plaats: 'Online' }, none],
    ['allebei, nog zonder link', { vorm: 'hybride' }, { vorm: 'hybride', plaats: 'Zaal 1, Aalst', online: true }, none],
    ['een link zonder https://', { vorm: 'online', link: 'teams.example/l/1' }, { vorm: 'online' }, undefined],
  ])('%s', (_, changes, expected, warning) => {
    const result = read(changes)
    expect(eventOf(result)).toMatchObject(expected)
    expect(linkWarning(eventOf(result), (result.kind === 'event' && result.link) || undefined)).toBe(warning)
  })

  it.each<[string, Fields, string]>([
    ['op een plaats, zonder adres', { vorm: 'fysiek', plaats: '' }, 'plaats: Vul een plaats in'],
    ['allebei, zonder adres', { vorm: 'hybride', plaats: ' ' }, 'plaats: Vul een plaats in'],
    [
      'op een plaats, die online is',
      { vorm: 'fysiek', plaats: 'Online' },
      'plaats: Vul een adres in, of kies bij “Hoe?” voor online',
    ],
    [
      'allebei, en alleen online',
      { vorm: 'hybride', plaats: 'Online' },
      'plaats: Vul het adres in van wie ter plaatse komt',
    ],
    [
      'op een plaats, met link',
      { vorm: 'fysiek', link: url },
      'vorm: U vulde een link in. Kies voor online of voor allebei, of wis de link.',
    ],
    ...[url, 'www.zoom.us/j/1', 'zoom.us/j/85073003328', 'Online: https://teams.example/1'].map(
      (plaats): [string, Fields, string] => [
        `${plaats} als plaats`,
        { vorm: 'online', plaats },
        'plaats: Zet de link bij “Link om online mee te doen”. Iedereen ziet wat hier staat.',
      ],
    ),
    ...[
      'http://zoom.us/j/1',
      'javascript:alert(1)',
      'zoom',
      'https://',
      'https://a b.be/c',
      'https://ik:wachtwoord@zoom.us/j/1',
    ].map((typed): [string, Fields, string] => [
      typed,
      { vorm: 'online', link: typed },
      'link: Vul een adres in dat met https:// begint',
    ]),
    [
      'een link van 501 tekens',
      { vorm: 'online', link: `https://a.be/${'x'.repeat(488)}` },
      'link: Dit adres is te lang. U kunt hier hoogstens 500 tekens schrijven.',
    ],
  ])('%s: één fout, bij het veld', (_, changes, error) => expect(errorsOf(read(changes))).toEqual([error]))

  it.each([
    ['uit een mail, tussen haken', `<${url}>`, url],
    ['met een punt erachter', `${url}.`, url],
    ['zonder begin', 'zoom.us/j/85073003328?pwd=a', 'https://zoom.us/j/85073003328?pwd=a'],
    [
      'cijfers die een rijksregisternummer lijken',
      'https://meet.example/85.07.30-033.28',
      'https://meet.example/85.07.30-033.28',
    ],
  ])('een link %s', (_, typed, kept) => {
    expect(read({ vorm: 'online', link: typed })).toMatchObject({ kind: 'event', link: kept })
  })

  it('een rijksregisternummer in een tekst blijft geweigerd, ook naast een link', () => {
    const sent = { omschrijving: '85.07.30-033.28', vorm: 'online', link: url }
    expect(errorsOf(read(sent))).toEqual(['omschrijving: Vul geen rijksregisternummer in'])
    const page = { slug: '', title: '', questions: [link] }
    expect(nationalNumberErrors(page, raw(sent)).map(({ name }) => name)).toEqual(['omschrijving'])
  })

  it('een link die leeg is, valt weg; een die niet gevraagd is, blijft', () => {
    expect(read({ link: '' })).toMatchObject({ link: null })
    expect(read()).toMatchObject({ link: undefined })
  })
})

describe('uren', () => {
  it.each([
    ['9', '07:00'],
    ['9u30', '07:30'],
    ['0930', '07:30'],
    ['9,30', '07:30'],
    ['9.30 u', '07:30'],
    ['9:30', '07:30'],
    ['9 uur', '07:00'],
    ['om 9 u', '07:00'],
    ['09.30', '07:30'],
  ])('%s', (van, utc) => expect(eventOf(read({ van })).start).toBe(`2021-06-08T${utc}:00.000Z`))

  it.each([
    ...['half tien', 'kwart voor negen', 'negen uur', 'half 10'].map((van) => [
      van,
      'Schrijf het uur met cijfers, bijvoorbeeld 9.30',
    ]),
    ...['24.00', '9.75', '930000', 'x', '-9'].map((van) => [van, 'Vul een uur in, bijvoorbeeld 9.00']),
  ])('%s: %s', (van, reason) => expect(errorsOf(read({ van: van ?? '' }))).toEqual([`van: ${reason}`]))

  it.each<[string, Fields, string]>([
    ['gisteren', { datum: '22/4/2021', deadline: '22/4/2021' }, 'datum: Kies een datum in de toekomst'],
    [
      'vandaag, een uur dat voorbij is',
      { datum: '23/4/2021', van: '9', deadline: '23/4/2021' },
      'van: Dat uur is al voorbij. Kies een later uur, of een andere datum',
    ],
    [
      'vandaag, nu',
      { datum: '23/4/2021', van: '10', deadline: '23/4/2021' },
      'van: Dat uur is al voorbij. Kies een later uur, of een andere datum',
    ],
    ['het einde voor het begin', { tot: '9.29' }, 'tot: Kies een einduur na het begin'],
    ['het einde op het begin', { tot: '9.30' }, 'tot: Kies een einduur na het begin'],
    ['een deadline erna', { deadline: '9/6/2021' }, 'deadline: Kies een deadline op of vóór de dag zelf'],
    ['een deadline die voorbij is', { deadline: '22/4/2021' }, 'deadline: Kies een deadline vanaf vandaag'],
  ])('%s', (_, changes, error) => expect(errorsOf(read(changes))).toContain(error))

  it('vandaag, één minuut later dan nu', () => {
    expect(eventOf(read({ datum: '23/4/2021', van: '10.01', deadline: '23/4/2021' })).start).toBe(
      '2021-04-23T08:01:00.000Z',
    )
  })

  it('een deadline op de dag zelf sluit met het begin, en zegt dat', () => {
    const event = eventOf(read({ datum: '3/3/2022', van: '9', deadline: '3/3/2022' }))
    expect(deadlineInWords(event)).toBe('donderdag 3 maart 2022, 9 uur')
    expect(deadlineInWords(eventOf(read({ datum: '4/3/2022', van: '9', deadline: '3/3/2022' })))).toBe(
      'donderdag 3 maart 2022, 23.59 uur',
    )
  })
})

describe('aantal plaatsen', () => {
  it.each([
    ['20', 20],
    ['1', 1],
    ['1.000', 1000],
    ['1 000', 1000],
    ['20 plaatsen', 20],
    ['12 pers.', 12],
    ['max. 15', 15],
    ['20.', 20],
    ['99999', 99_999],
    ['٢٠', 20],
  ])('%s', (typed, seats) => expect(readCapacity(typed)).toEqual({ seats }))
  it.each([
    ['0', 'Vul minstens 1 in, of laat dit leeg als iedereen welkom is'],
    ['000', 'Vul minstens 1 in, of laat dit leeg als iedereen welkom is'],
    ['twaalf', 'Schrijf het aantal met cijfers, bijvoorbeeld 12'],
    ['twintig plaatsen', 'Schrijf het aantal met cijfers, bijvoorbeeld 12'],
    ['veel', 'Vul een aantal in, bijvoorbeeld 12'],
    ['-5', 'Vul een aantal in, bijvoorbeeld 12'],
    ['12,5', 'Vul een aantal in, bijvoorbeeld 12'],
    ['12-15', 'Vul een aantal in, bijvoorbeeld 12'],
    ['100000', 'Zoveel plaatsen kunnen we niet tellen. Laat dit leeg als iedereen welkom is'],
  ])('%s: %s', (typed, problem) => expect(readCapacity(typed)).toEqual({ problem }))

  const full = { bezet: 14, wachtend: 3 }
  it.each([
    ['evenveel', full, 14, 14, undefined],
    ['meer', full, 14, 20, undefined],
    ['minder, en nog genoeg', { bezet: 10, wachtend: 0 }, 20, 10, undefined],
    [
      'minder dan er zitten',
      { bezet: 10, wachtend: 0 },
      20,
      9,
      '10 plaatsen zijn al bezet. Wie een plaats heeft, houdt die. Er komt niemand bij tot er minder dan 9 bezet zijn.',
    ],
    [
      'minder, terwijl er wachten',
      full,
      14,
      12,
      '14 plaatsen zijn al bezet. Wie een plaats heeft, houdt die. Er komt niemand bij tot er minder dan 12 bezet zijn. 3 mensen blijven wachten.',
    ],
    ['achteraf, en er is plaats', { bezet: 5, wachtend: 0 }, undefined, 5, undefined],
    [
      'achteraf, en er komen er meer',
      { bezet: 5, wachtend: 0 },
      undefined,
      4,
      '5 plaatsen zijn al bezet. Wie een plaats heeft, houdt die. Er komt niemand bij tot er minder dan 4 bezet zijn.',
    ],
    ['weg, en niemand wacht', { bezet: 5, wachtend: 0 }, 5, undefined, undefined],
    [
      'weg, terwijl er een wacht',
      { bezet: 5, wachtend: 1 },
      5,
      undefined,
      '1 mens wacht op een plaats. Wie wacht, krijgt een plaats en een mail.',
    ],
  ])('%s', (_, taken, before, after, means) => expect(capacityMeans(taken, before, after)).toBe(means))
})

describe('verschillende dagen', () => {
  const two = { 'dagen[0].datum': '15/6/2021', 'dagen[0].van': '9.30', 'dagen[0].tot': '12' }
  const dayNamed = (index: number, datum: string, van = '9.30', tot = '12'): Fields => ({
    [`dagen[${index}].datum`]: datum,
    [`dagen[${index}].van`]: van,
    [`dagen[${index}].tot`]: tot,
  })

  it('begin en einde zijn die van de eerste en de laatste; één dag heeft geen reeks', () => {
    const event = eventOf(read({ ...two, per_sessie: 'ja' }))
    expect(event).toMatchObject({
      start: '2021-06-08T07:30:00.000Z',
      einde: '2021-06-15T10:00:00.000Z',
      perSessie: true,
    })
    expect(event.sessies?.map(({ start }) => start)).toEqual(['2021-06-08T07:30:00.000Z', '2021-06-15T07:30:00.000Z'])
    expect(eventOf(read({ per_sessie: 'ja' }))).toMatchObject({ perSessie: false })
    expect(eventOf(read()).sessies).toBeUndefined()
  })

  it('een dag ervoor, een ander uur, een lege rij: wie er was, houdt haar id', () => {
    const event = eventOf(read(two))
    const [first, second] = event.sessies ?? []
    const earlier = eventOf(again(event, dayNamed(1, '1/6/2021')))
    expect(earlier.sessies?.slice(1)).toEqual([first, second])
    expect(new Set(earlier.sessies?.map(({ id }) => id)).size).toBe(3)
    const later = eventOf(again(event, { 'dagen[0].van': '10' }))
    expect(later.sessies?.map(({ id }) => id)).toEqual([first?.id, second?.id])
    const emptied = eventOf(again(event, dayNamed(0, '', '', '')))
    expect(emptied).toMatchObject({ einde: first?.einde })
    expect(emptied.sessies).toBeUndefined()
  })

  it('van een gewone dag een reeks, ook met een dag ervoor: die ene blijft “1”', () => {
    const event = eventOf(again(eventOf(read()), dayNamed(0, '1/6/2021')))
    expect(event.sessies?.map(({ id }) => id === '1')).toEqual([false, true])
    // The last that is left keeps what people said of it.
    const rest = eventOf(
      again(event, { datum: '1/6/2021', dag_id: event.sessies?.[0]?.id ?? '', ...dayNamed(0, '', '', '') }),
    )
    expect(rest.sessies).toEqual([event.sessies?.[0]])
  })

  it('een dag die wegviel en terugkomt op een ander uur, is een andere', () => {
    const event = eventOf(read(two))
    const back = eventOf(again(eventOf(again(event, dayNamed(0, '', '', ''))), dayNamed(0, '15/6/2021', '13', '16')))
    expect(back.sessies?.[1]?.id).not.toBe(event.sessies?.[1]?.id)
  })

  it.each<[string, Fields, string]>([
    ['een halve rij', { 'dagen[0].datum': '15/6/2021' }, 'dagen[0].van: Vul een uur in, bijvoorbeeld 9.00'],
    ['in het verleden', dayNamed(0, '1/4/2021'), 'dagen[0].datum: Kies een datum in de toekomst'],
    [
      'half tien',
      dayNamed(0, '15/6/2021', 'half tien'),
      'dagen[0].van: Schrijf het uur met cijfers, bijvoorbeeld 9.30',
    ],
    [
      'dezelfde dag nog eens',
      dayNamed(0, '8/6/2021'),
      'dagen[0].van: Op dat uur is er al een andere dag van deze reeks',
    ],
    [
      'een uur dat niet bestaat',
      dayNamed(0, '27/3/2022', '2.30', '4'),
      'dagen[0].van: Op zondag 27 maart 2022 bestaat 2.30 uur niet: de klok springt dan van 2 naar 3 uur. Kies een ander uur.',
    ],
    [
      'een deadline na de eerste',
      { ...dayNamed(0, '1/6/2021'), deadline: '2/6/2021' },
      'deadline: Kies een deadline op of vóór de dag zelf',
    ],
  ])('%s', (_, changes, error) => expect(errorsOf(read(changes))).toContain(error))

  it('voor- en namiddag mag; tien dagen mag; elf niet', () => {
    expect(eventOf(read(dayNamed(0, '8/6/2021', '12', '16'))).sessies).toHaveLength(2)
    const many = (count: number) =>
      Object.assign({}, ...Array.from({ length: count }, (_, index) => dayNamed(index, `${index + 9}/6/2021`)))
    expect(eventOf(read(many(9))).sessies).toHaveLength(10)
    expect(errorsOf(read(many(10)))).toEqual(['dagen[9].datum: Hoogstens 10 dagen in één activiteit'])
  })
})

describe('eigen vragen', () => {
  const row = (index: number, vraag: string, more: Fields = {}): Fields =>
    Object.fromEntries(Object.entries({ vraag, ...more }).map(([name, value]) => [`eigen[${index}].${name}`, value]))

  it('vinkjes en eigen rijen, elk met een eigen id; wat altijd gevraagd wordt, telt niet mee', () => {
    const { vragen, casussen, metHoeveel } = eventOf(
      read({
        vraag: ['maaltijd', 'toegankelijk', 'casus', 'aantal'],
        ...row(0, 'Hoe komt u?', { keuzes: 'trein\nfiets\n\n- auto' }),
      }),
    )
    expect(vragen).toEqual([
      { id: 'eigen_1', soort: 'keuze', vraag: 'Wat eet u?', keuzes: ['Alles', 'Vegetarisch', 'Halal', 'Geen broodje'] },
      { id: 'eigen_2', soort: 'keuze', vraag: 'Hoe komt u?', keuzes: ['trein', 'fiets', 'auto'] },
    ])
    expect([casussen, metHoeveel]).toEqual([true, true])
    expect(eventOf(read({ casussen: 'ja' })).casussen).toBe(true)
  })

  it('een vraag die verandert, houdt haar id; een nieuwe krijgt er een waar niemand op antwoordde', () => {
    const event = eventOf(read({ ...row(0, 'Hoe komt u?'), ...row(1, 'Hoelang werkt u al?', { soort: 'getal' }) }))
    const changed = eventOf(again(event, row(0, 'Hoe komt u naar hier?')))
    expect(changed.vragen.map(({ id, vraag }) => [id, vraag])).toEqual([
      ['eigen_1', 'Hoe komt u naar hier?'],
      ['eigen_2', 'Hoelang werkt u al?'],
    ])
    const replaced = eventOf(again(event, { ...row(0, ''), vraag: ['tolk'] }))
    expect(replaced.vragen.map(({ id }) => id)).toEqual(['eigen_3', 'eigen_2'])
    expect(eventOf(again(event)).vragen).toEqual(event.vragen)
  })

  it.each<[string, Fields, string]>([
    [
      'vier',
      { vraag: ['maaltijd', 'tolk'], ...row(0, 'A?'), ...row(1, 'B?') },
      'eigen[1].vraag: Hoogstens drie eigen vragen. Laat er een weg.',
    ],
    [
      'één keuze',
      row(0, 'A?', { soort: 'keuze', keuzes: 'ja' }),
      'eigen[0].keuzes: Schrijf minstens twee keuzes, elk op een eigen regel',
    ],
    [
      'twee keer dezelfde keuze',
      row(0, 'A?', { soort: 'keuze', keuzes: 'ja\nja' }),
      'eigen[0].keuzes: Schrijf minstens twee keuzes, elk op een eigen regel',
    ],
    [
      'negen keuzes',
      row(0, 'A?', { soort: 'keuze', keuzes: '123456789'.split('').join('\n') }),
      'eigen[0].keuzes: Schrijf hoogstens 8 keuzes',
    ],
    [
      'een lange keuze',
      row(0, 'A?', { soort: 'keuze', keuzes: `ja\n${'x'.repeat(41)}` }),
      `eigen[0].keuzes: De keuze “${'x'.repeat(40)}…” is te lang. Maak ze korter.`,
    ],
    ['keuzes zonder vraag', row(0, '', { keuzes: 'a\nb' }), 'eigen[0].vraag: Schrijf de vraag'],
    [
      'keuzes bij een getal',
      row(0, 'A?', { soort: 'getal', keuzes: 'a\nb' }),
      'eigen[0].soort: U schreef keuzes. Kies “Met één keuze”, of wis ze.',
    ],
    ['twee keer dezelfde', { ...row(0, 'A?'), ...row(1, 'A?') }, 'eigen[1].vraag: Deze vraag staat er al'],
    [
      'een vinkje, en die vraag nog eens',
      { vraag: 'maaltijd', ...row(0, 'Wat eet u?') },
      'eigen[0].vraag: Deze vraag staat er al',
    ],
    ['een soort die niet bestaat', row(0, 'A?', { soort: 'bestand' }), 'eigen[0].soort: Kies hoe mensen antwoorden'],
    ['een vinkje dat niet bestaat', { vraag: 'adres' }, 'vraag: Kies uit wat hier staat'],
  ])('%s', (_, changes, error) => expect(errorsOf(read(changes))).toEqual([error]))

  it('de organisatie wordt gevraagd, tenzij iemand dat uitzet', () => {
    const asks = (changes: Fields, before?: LoketEvent) => eventOf(read(changes, before)).vraagtOrganisatie
    const without = { ...sampleEvent, vraagtOrganisatie: false }
    expect([
      asks({}),
      asks({ vraagt_organisatie: ['nee', 'ja'] }),
      asks({ vraagt_organisatie: 'nee' }),
      asks({}, without),
    ]).toEqual([true, true, false, false])
  })
})

describe('wie uitnodigt, en waarom', () => {
  it('wie het maakt, tenzij iets anders getypt is; bij een wijziging blijft wie het hoort', () => {
    const event = eventOf(read({ reden: 'omdat u met jongeren werkt.' }))
    expect(event).toMatchObject({
      organiser: 'organisator',
      invitedBy: 'Hanne Goossens',
      reason: 'u met jongeren werkt',
    })
    const other = { id: 'coordinator', name: 'Coördinator' }
    const fields = new Map([...eventFields(event, undefined), ['uitnodiger', ['']]])
    const changed = eventOf(readEvent(fields, { ...about, person: other, before: event }))
    expect(changed).toMatchObject({ organiser: 'organisator', reason: 'u met jongeren werkt' })
    expect(changed.invitedBy).toBeUndefined()
    expect(eventOf(read({}, event))).toMatchObject({ invitedBy: 'Hanne Goossens', reason: 'u met jongeren werkt' })
  })
})

describe('wijzigen en kopiëren', () => {
  const rich = eventOf(
    read({
      ondertitel: 'De basis',
      vraag: ['maaltijd', 'casus', 'aantal'],
      'eigen[0].vraag': 'Hoe komt u?',
      'dagen[0].datum': '15/6/2021',
      'dagen[0].van': '13',
      'dagen[0].tot': '16',
      per_sessie: 'ja',
      vorm: 'hybride',
      capaciteit: '20',
      reden: 'u met jongeren werkt',
      extra_herinnering: 'ja',
      vraagt_organisatie: 'nee',
    }),
  )

  it('wat het formulier toont en terugstuurt, verandert niets', () => {
    const full = { ...rich, nieuws: { text: 'Bedankt' }, gemeld: 0, revisie: 4 }
    expect(eventOf(again(full))).toEqual({ ...full, revisie: 5 })
    expect(eventOf(again(sampleEvent, { plaats: 'Online' }))).toMatchObject({ gemeld: 0, vorm: 'online' })
  })

  it('een kopie neemt niet over: dagen, link, ids en de naam van een ander', () => {
    const copied = copiedFields({ ...rich, invitedBy: 'Iemand anders' }, person)
    expect([...copied.keys()].filter((name) => /datum|dag|deadline|link|\.id$/.test(name))).toEqual([])
    expect(copied.get('titel')).toEqual(['Vorming'])
    expect(copied.get('uitnodiger')).toEqual(['Hanne Goossens'])
    const made = eventOf(readEvent(new Map([...copied, ['datum', ['1/9/2021']], ['deadline', ['20/8/2021']]]), about))
    expect(made).toMatchObject({
      vragen: rich.vragen,
      capaciteit: 20,
      vorm: 'hybride',
      metHoeveel: true,
      vraagtOrganisatie: false,
      revisie: 0,
    })
  })

  it('wat anders is dan bewaard, ook van een rij en een vinkje', () => {
    const typed = new Map([
      ...eventFields(rich, undefined),
      ...raw({ 'dagen[0].van': '14', vraag: ['maaltijd'], 'eigen[0].vraag': 'Waarmee?' }),
    ])
    expect(differences(typed, rich, undefined).map(({ name, message }) => `${name} ${message}`)).toEqual([
      'dagen[0].van Van: bewaard is nu “13.00”',
      'vraag Wat vraagt u nog?: bewaard is nu “Met hoeveel iemand komt, Wat iemand eet, Wie een anonieme casus inbrengt”',
      'eigen[0].vraag Uw vraag: bewaard is nu “Hoe komt u?”',
    ])
  })

  it.each<[string, Partial<LoketEvent>, boolean]>([
    ['een titel', { titel: 'Anders' }, false],
    ['een ander einduur', { einde: '2021-06-08T11:00:00.000Z' }, true],
    ['een andere plaats', { plaats: 'Zaal 2' }, true],
    ['hoe, als het al zo was', { vorm: 'online' }, false],
    ['hoe', { vorm: 'hybride' }, true],
    [
      'een dag erbij',
      {
        sessies: [
          { id: '1', start: sampleEvent.start, einde: sampleEvent.einde },
          { id: 'a', start: '2021-06-15T07:00:00.000Z', einde: '2021-06-15T10:00:00.000Z' },
        ],
      },
      true,
    ],
  ])('verplaatst door %s', (_, changes, moved) =>
    expect(isMoved(sampleEvent, { ...sampleEvent, ...changes })).toBe(moved),
  )

  const touched = (changes: Partial<Touched> = {}): Touched => ({
    told: 0,
    bezet: 0,
    wachtend: 0,
    byDay: new Map(),
    ...changes,
  })
  const elsewhere = { ...sampleEvent, plaats: 'Zaal 1', vorm: 'hybride' as const }
  it('een verplaatsing zegt hoeveel mensen mail krijgen, en van waar naar waar', () => {
    expect(changeMeans(sampleEvent, elsewhere, touched({ told: 3 }), raw({}))).toEqual([
      {
        field: 'verplaatsen_zeker',
        title: '3 mensen krijgen een mail',
        lines: [
          'Nu: dinsdag 8 juni 2021, van 9 tot 12 uur; Online',
          'Straks: dinsdag 8 juni 2021, van 9 tot 12 uur; Zaal 1, en online',
          'De mail vertrekt meteen. U kunt hem niet terughalen.',
        ],
      },
    ])
    expect(changeMeans(sampleEvent, elsewhere, touched(), raw({}))).toEqual([])
    expect(changeMeans(sampleEvent, elsewhere, touched({ told: 3 }), raw({ verplaatsen_zeker: 'ja' }))).toEqual([])
    expect(whenAndWhere(rich)).toBe(
      'dinsdag 8 juni 2021, van 9.30 tot 12 uur; dinsdag 15 juni 2021, van 13 tot 16 uur; Zaal 1, Aalst, en online',
    )
  })

  it('een dag die wegvalt, zegt hoeveel mensen ze kozen; alles samen op één pagina', () => {
    const [, second] = rich.sessies ?? []
    const { sessies: _, ...one } = { ...rich, einde: '2021-06-08T10:00:00.000Z', capaciteit: 1 }
    const all = changeMeans(rich, one, touched({ told: 2, bezet: 2, byDay: new Map([[second?.id ?? '', 2]]) }), raw({}))
    expect(all.map(({ title }) => title)).toEqual([
      '2 mensen krijgen een mail',
      'Van nu af 1 plaats',
      'Een dag valt weg',
    ])
    expect(all.at(-1)?.lines).toEqual(['2 mensen kozen dinsdag 15 juni 2021.'])
  })
})

describe('een activiteit past in wat een lijst leest', () => {
  it('alles samen te lang: hoeveel te veel, bij de langste tekst', () => {
    const [error] = errorsOf(read({ omschrijving: 'x'.repeat(mostEventBytes) }))
    expect(error).toMatch(/^omschrijving: Alles samen is te lang\. Kort deze tekst in met ongeveer \d{3} tekens\.$/)
    expect(errorsOf(read({ titel: '👨‍👩‍👧‍👦'.repeat(200), omschrijving: 'x' }))[0]).toMatch(/^titel: Alles samen/)
  })

  it('wat al langer was, mag nog verplaatst worden, maar niet langer worden', () => {
    const long = { ...sampleEvent, omschrijving: ['x'.repeat(4500)] }
    expect(again(long, { van: '9.30' }).kind).toBe('event')
    expect(errorsOf(again(long, { omschrijving: 'x'.repeat(4600) }))).toHaveLength(1)
  })
})
