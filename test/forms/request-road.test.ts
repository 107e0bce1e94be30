/** The road that whoever asked sees: every state of every form, and no day that the dossier does not know (docs/domain.md §4). */
import { describe, expect, it } from 'vitest'
import { aheadOf } from '../../forms/ahead.ts'
import { networks, serviceOf } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { openStates, stateOf } from '../../forms/kit/lifecycle/lifecycle.ts'
import { requestRoad, roadAtReceipt, type Step } from '../../forms/kit/lifecycle/request-road.ts'
import { openDays } from '../support/open-days.ts'

/** A Monday, ten in the morning in Brussels. */
const now = new Date('2026-11-23T09:00:00Z')
const service = (network: string, form: string): Service => {
  const found = serviceOf({ network, form })
  if (!found) throw new Error(form)
  return found
}
const lco = service('aalst', 'lco-aanvraag')
const vraag = service('aalst', 'vraag')
const ota = service('ota', 'aanmelding')
const katrol = service('zottegem', 'de-katrol')
const huisbezoek = service('zottegem', 'huisbezoek-80-plus')

const dossier = (changes: Partial<Dossier> = {}): Dossier => ({
  ...{ reference: 'LCO-7K3M-9QX2-4T', network: 'aalst', form: 'lco-aanvraag', state: 'ingediend' },
  ...{ stateSince: now.toISOString(), receivedAt: now.toISOString(), revision: 3 },
  ...{ outcome: 'voldoet', doubtful: [], suspect: false, planned: [], related: [] },
  ...{ answerBefore: '2026-11-30', nextOn: '2026-11-30', origin: 'concept', applicant: 'hmac' },
  ...{ linkVersion: 1, trend: {} },
  ...changes,
})

/** "v" done, ">" now, "·" later; "!" late, "?" waits for whoever asked. */
const shown = ({ stands, late, waits, name, day }: Step): string =>
  [`${{ done: 'v', now: '>', later: '·' }[stands]}${late ? '!' : ''}${waits ? '?' : ''}`, name, day && `(${day})`]
    .filter(Boolean)
    .join(' ')
const roadOf = (of: Service, changes: Partial<Dossier> = {}, at = now) =>
  requestRoad(of, openDays(of.network.slug), aheadOf(of.form), dossier(changes), at).map(shown).slice(1)

const mark = { number: '01', applicantInvited: true, moved: false } as const
const held = { holder: 'casemanager-aalst', reached: { toegewezen: '2026-11-24' } }
const [answers, calls, table, plan, look] = [
  'De coördinator antwoordt',
  'De casemanager belt u',
  'Het overleg',
  'Het plan',
  'We kijken samen of het lukte',
]
const assigned = 'v De coördinator wees een casemanager toe (dinsdag 24 november 2026)'
const called = 'v De casemanager belde u'

describe('een LCO', () => {
  it('begint bij de ontvangst, met dag en uur', () => {
    expect(requestRoad(lco, openDays(), aheadOf(lco.form), dossier(), now)[0]).toEqual({
      ...{ name: 'Ontvangen', day: 'maandag 23 november 2026, 10.00 uur', stands: 'done' },
    })
  })

  it.each<[string, Partial<Dossier>, string[]]>([
    [
      'ingediend',
      {},
      [`> ${answers} (ten laatste op maandag 30 november 2026)`, `· ${calls}`, `· ${table}`, `· ${plan}`, `· ${look}`],
    ],
    [
      'toegewezen',
      { state: 'toegewezen', nextOn: '2026-11-26', ...held },
      [assigned, `> ${calls} (ten laatste op donderdag 26 november 2026)`, `· ${table}`, `· ${plan}`, `· ${look}`],
    ],
    [
      'toegewezen, van voor er dagen bijgehouden werden',
      { state: 'toegewezen', nextOn: '2026-11-26' },
      [
        'v De coördinator wees een casemanager toe',
        `> ${calls} (ten laatste op donderdag 26 november 2026)`,
        ...[`· ${table}`, `· ${plan}`, `· ${look}`],
      ],
    ],
    [
      'een overleg in voorbereiding: geen dag meer',
      { state: 'toegewezen', nextOn: '2026-11-26', ...held, overleg: { ...mark, state: 'voorbereiden' } },
      [assigned, `> ${calls}`, `· ${table}`, `· ${plan}`, `· ${look}`],
    ],
    [
      'gepolst: het overleg, en nog geen dag',
      { state: 'toegewezen', nextOn: '2026-11-26', ...held, overleg: { ...mark, state: 'gepolst' } },
      [assigned, called, `> ${table}`, `· ${plan}`, `· ${look}`],
    ],
    [
      'gepland, zonder tafel in Loket',
      { state: 'overleg_gepland', nextOn: '2026-12-08', ...held },
      [assigned, called, `> ${table} (dinsdag 8 december 2026)`, `· ${plan}`, `· ${look}`],
    ],
    [
      'gepland, voor wie aan tafel zit',
      { state: 'overleg_gepland', nextOn: '2026-12-08', ...held, overleg: { ...mark, state: 'vastgelegd' } },
      [assigned, called, `> ${table} (dinsdag 8 december 2026)`, `· ${plan}`, `· ${look}`],
    ],
    [
      'gepland, voor wie niet aan tafel zit: er is een dag, niet welke',
      {
        ...{ state: 'overleg_gepland', nextOn: '2026-12-08', ...held },
        overleg: { ...mark, state: 'vastgelegd', applicantInvited: false },
      },
      [assigned, called, `> ${table}`, `· ${plan}`, `· ${look}`],
    ],
    [
      'gehouden: het plan is beloofd',
      { state: 'overleg_gehouden', nextOn: '2026-12-15', ...held },
      [assigned, called, `v ${table}`, `> ${plan} (ten laatste op dinsdag 15 december 2026)`, `· ${look}`],
    ],
    [
      'het plan loopt',
      {
        ...{ state: 'in_opvolging', nextOn: '2027-02-17', ...held, overleg: { ...mark, state: 'gehouden' } },
        actionPlan: { state: 'loopt', version: '01', evaluationOn: '2027-02-17' },
      },
      [
        assigned,
        called,
        `v ${table}`,
        `> ${plan} (sinds maandag 23 november 2026)`,
        `· ${look} (woensdag 17 februari 2027)`,
      ],
    ],
    [
      'een vraag aan wie aanvroeg, voor iemand het had',
      { state: 'wacht_op_aanvrager', paused: { from: 'ingediend', on: '2026-11-24' } },
      ['>? U belt ons', `· ${answers}`, `· ${calls}`, `· ${table}`, `· ${plan}`, `· ${look}`],
    ],
    [
      'een vraag, in de plaats van ons telefoontje',
      { state: 'wacht_op_aanvrager', paused: { from: 'toegewezen', on: '2026-11-24' }, ...held },
      [assigned, '>? U belt ons', `· ${table}`, `· ${plan}`, `· ${look}`],
    ],
    ['een vraag, uit een stand die niemand kent', { state: 'wacht_op_aanvrager' }, ['>? U belt ons']],
    [
      'advies te geven',
      { state: 'advies_te_geven', holder: 'x', reached: { advies_te_geven: '2026-11-24' } },
      ['> We bellen u met advies'],
    ],
    ['advies gegeven', { state: 'advies_gegeven' }, ['v U kreeg advies of informatie (maandag 23 november 2026)']],
    [
      'afgesloten na het plan: wat bereikt werd',
      {
        state: 'afgesloten',
        reached: {
          ...{ toegewezen: '2026-11-24', overleg_gepland: '2026-11-25', overleg_gehouden: '2026-12-08' },
          in_opvolging: '2026-12-10',
        },
      },
      [assigned, called, `v ${table}`, `v ${plan}`, 'v Deze aanvraag is afgesloten (maandag 23 november 2026)'],
    ],
    [
      'afgesloten toen iemand het had: of er gebeld is, weten we niet',
      { state: 'afgesloten', ...held },
      [assigned, 'v Deze aanvraag is afgesloten (maandag 23 november 2026)'],
    ],
    ['gestopt', { state: 'ingetrokken' }, ['v Deze aanvraag is gestopt (maandag 23 november 2026)']],
    [
      'verplaatst',
      {
        state: 'verplaatst',
        movedTo: { network: 'aalst', form: 'vraag', reference: 'VRG-1', name: 'Vraag van LCO Aalst' },
      },
      ['v Uw aanvraag ging naar Vraag van LCO Aalst (maandag 23 november 2026)'],
    ],
    ['een stand die niemand kent', { state: 'zoek' }, ['> Uw aanvraag is bij ons']],
  ])('%s', (_, changes, road) => {
    expect(roadOf(lco, changes)).toEqual(road)
  })

  const referral = { aanbod: 'caw', checkOn: '2026-12-07' }
  const call = { who: 'casemanager-aalst', on: '2026-11-25' }
  const better = 'v Een ander aanbod past beter (maandag 23 november 2026)'
  it.each<[string, Dossier['referral'], string, string[]]>([
    [
      'wij bellen nog',
      { ...referral, call },
      '2026-11-23',
      ['> Wij bellen die dienst samen met u', '· We vragen u of het daar lukte (maandag 7 december 2026)'],
    ],
    [
      'wij belden',
      { ...referral, call: { ...call, done: '2026-11-24' } },
      '2026-11-25',
      [
        'v Wij belden die dienst (dinsdag 24 november 2026)',
        '· We vragen u of het daar lukte (maandag 7 december 2026)',
      ],
    ],
    ['zonder telefoontje', referral, '2026-12-06', ['· We vragen u of het daar lukte (maandag 7 december 2026)']],
    ['op de dag zelf', referral, '2026-12-07', ['>? Is uw cliënt daar geraakt?']],
    ['geraakt', { ...referral, arrived: true }, '2026-12-07', ['v Het lukte daar']],
  ])('doorverwezen, %s', (_, to, today, road) => {
    expect(roadOf(lco, { state: 'doorverwezen', referral: to }, new Date(`${today}T09:00:00Z`))).toEqual([
      better,
      ...road,
    ])
  })
})

describe('te laat', () => {
  it.each([
    ['op de dag zelf', '2026-11-30T22:59:59Z', '> De coördinator antwoordt (ten laatste op maandag 30 november 2026)'],
    [
      'de dag erna',
      '2026-11-30T23:00:00Z',
      '>! De coördinator antwoordt (beloofd ten laatste op maandag 30 november 2026)',
    ],
  ])('%s', (_, at, first) => {
    expect(roadOf(lco, {}, new Date(at))[0]).toBe(first)
  })

  it('is wie het heeft, met een eigen dag', () => {
    const late = roadOf(lco, { state: 'toegewezen', nextOn: '2026-11-26', ...held }, new Date('2026-11-27T09:00:00Z'))
    expect(late[1]).toBe('>! De casemanager belt u (beloofd ten laatste op donderdag 26 november 2026)')
  })

  it('is niemand zolang wij op de aanvrager wachten', () => {
    const paused = { from: 'ingediend', on: '2026-11-24' }
    const road = roadOf(lco, { state: 'wacht_op_aanvrager', paused }, new Date('2026-12-24T09:00:00Z'))
    expect(road.some((step) => step.includes('!'))).toBe(false)
  })
})

describe('een aanmelding bij OTA', () => {
  const agenda = { state: 'geagendeerd', nextOn: '2026-11-24', answerBefore: '2026-11-26', agenda: '2026-11-24' }
  const [calls, speaks, runs] = [
    'De bemiddelaar belt u',
    'U spreekt de bemiddelaar',
    'De bemiddelaar begeleidt uw vraag',
  ]
  it.each<[string, Partial<Dossier>, string[]]>([
    ['de helpdesk is kort', {}, ['> Wij bellen u terug (ten laatste op maandag 30 november 2026)']],
    [
      'op de agenda',
      agenda,
      [
        '> Het team bespreekt uw vraag (dinsdag 24 november 2026)',
        '· U hoort van ons (ten laatste op donderdag 26 november 2026)',
        ...[`· ${calls}`, `· ${speaks}`, `· ${runs}`],
      ],
    ],
    [
      'toegewezen',
      { state: 'toegewezen', nextOn: '2026-12-01', reached: { toegewezen: '2026-11-24' } },
      [
        'v Het team besprak uw vraag',
        'v U kreeg een bemiddelaar (dinsdag 24 november 2026)',
        `> ${calls} (ten laatste op dinsdag 1 december 2026)`,
        ...[`· ${speaks}`, `· ${runs}`],
      ],
    ],
    [
      'een start-overleg op een dag',
      { state: 'start_overleg', nextOn: '2026-12-08' },
      [
        ...['v Het team besprak uw vraag', 'v U kreeg een bemiddelaar', 'v De bemiddelaar belde u'],
        ...[`> ${speaks} (dinsdag 8 december 2026)`, `· ${runs}`],
      ],
    ],
    [
      'lopend: wanneer wij kijken hoe het loopt, staat er niet',
      { state: 'lopend', nextOn: '2027-01-08' },
      [
        ...['v Het team besprak uw vraag', 'v U kreeg een bemiddelaar', 'v De bemiddelaar belde u'],
        ...['v U sprak de bemiddelaar', `> ${runs} (sinds maandag 23 november 2026)`],
      ],
    ],
    [
      'informatie gegeven',
      { state: 'informatie_gegeven' },
      ['v U kreeg advies of informatie (maandag 23 november 2026)'],
    ],
  ])('%s', (_, changes, road) => {
    expect(roadOf(ota, { network: 'ota', form: 'aanmelding', ...changes })).toEqual(road)
  })

  it('wat een team liet liggen, staat op het volgende overleg; te laat is het pas na de beloofde dag', () => {
    const of = { network: 'ota', form: 'aanmelding', ...agenda }
    expect(roadOf(ota, of, new Date('2026-11-25T09:00:00Z'))[0]).toBe(
      '> Het team bespreekt uw vraag (dinsdag 1 december 2026)',
    )
    expect(roadOf(ota, of, new Date('2026-11-27T09:00:00Z')).slice(0, 2)).toEqual([
      '>! Het team bespreekt uw vraag (beloofd ten laatste op donderdag 26 november 2026)',
      '· U hoort van ons',
    ])
  })
})

it('een vraag is kort, en zonder e-mailadres belooft ze geen mail', () => {
  const of = { form: 'vraag' }
  expect(roadOf(vraag, of)).toEqual(['> De coördinator antwoordt (ten laatste op maandag 30 november 2026)'])
  expect(roadOf(vraag, { ...of, state: 'beantwoord' })).toEqual(['v Uw vraag is beantwoord (maandag 23 november 2026)'])
  const { applicant: _, ...unmailed } = dossier(of)
  expect(
    [dossier(of), unmailed].map((one) => requestRoad(vraag, openDays(), aheadOf(vraag.form), one, now)[1]?.text),
  ).toEqual(['Wij bellen of mailen u.', 'Wij bellen u.'])
})

it('De Katrol en een huisbezoek hebben de stappen van hun eigen verloop', () => {
  const begeleiding = { form: 'de-katrol', network: 'zottegem', state: 'begeleiding', nextOn: '2027-02-01' }
  expect(roadOf(katrol, begeleiding)).toEqual([
    'v De coördinator wees een ankerfiguur toe',
    'v De ankerfiguur ging langs bij het gezin',
    '> Een student komt langs (tot en met maandag 1 februari 2027)',
    '· De ankerfiguur blijft er voor het gezin',
  ])
  const gepland = { form: 'huisbezoek-80-plus', network: 'zottegem', state: 'bezoek_gepland', nextOn: '2026-12-01' }
  expect(roadOf(huisbezoek, gepland)).toEqual([
    'v De coördinator wees een bezoeker toe',
    'v De bezoeker maakte een afspraak',
    '> Het bezoek (dinsdag 1 december 2026)',
    '· We ronden af',
  ])
})

describe('op het ontvangstbewijs', () => {
  const firstTwo = (of: Service, changes: Partial<Dossier> = {}, at = now) =>
    roadAtReceipt(of, openDays(of.network.slug), aheadOf(of.form), dossier(changes), at).map(shown).slice(1, 3)

  it('komt de cliënt eerst', () => {
    expect(firstTwo(lco)).toEqual([
      '> Vertel uw cliënt dat de aanvraag verstuurd is (liefst vandaag)',
      '· De coördinator antwoordt (ten laatste op maandag 30 november 2026)',
    ])
    expect(firstTwo(katrol)[0]).toBe('> Vertel het gezin dat de aanvraag verstuurd is (liefst vandaag)')
  })

  it('niet wie voor zichzelf vraagt, en niet als het antwoord te laat is', () => {
    expect(firstTwo(vraag)).toEqual(['> De coördinator antwoordt (ten laatste op maandag 30 november 2026)'])
    expect(firstTwo(ota, { trend: { soort: 'traject' } })[0]).toContain('Wij bellen u terug')
    expect(firstTwo(lco, {}, new Date('2026-12-01T09:00:00Z'))[0]).toContain('>! De coördinator antwoordt')
  })
})

const order = ['done', 'now', 'later']
describe.each(
  networks.flatMap((network) =>
    [...Object.keys(network.forms), 'vraag'].flatMap((form) => serviceOf({ network: network.slug, form }) ?? []),
  ),
)('$form.name in $network.name', (of) => {
  const { lifecycle } = of.form
  const { roads, besides = {} } = aheadOf(of.form)

  it('heeft voor elke stand een weg met één begin, en zegt wat er nu is zolang ze open is', () => {
    for (const { name, closed } of lifecycle.states) {
      const road = requestRoad(
        of,
        openDays(of.network.slug),
        aheadOf(of.form),
        dossier({ state: name, network: of.network.slug, form: of.form.slug }),
        now,
      )
      expect([name, road.filter(({ stands }) => stands === 'now').length]).toEqual([name, closed ? 0 : 1])
      expect(road.map(({ name: step }) => step).join(' ')).not.toMatch(/[{}]|undefined/)
      expect(road.map(({ stands }) => order.indexOf(stands))).toEqual(
        road.map(({ stands }) => order.indexOf(stands)).sort(),
      )
    }
  })

  it('noemt elke open stand één keer: als stap, of met eigen woorden', () => {
    const steps = roads.flat().flatMap(({ states }) => states)
    expect(new Set(steps).size).toBe(steps.length)
    for (const name of openStates(lifecycle)) {
      const { waits } = stateOf(lifecycle, name)
      const known = steps.includes(name) || name in besides || name === 'advies_te_geven' || waits === true
      expect([name, known]).toEqual([name, true])
    }
  })

  it('noemt alleen standen die bestaan', () => {
    const known = lifecycle.states.map(({ name }) => name)
    const named = [...roads.flat().flatMap(({ states }) => states), ...Object.keys(besides)]
    expect(named.filter((name) => !known.includes(name))).toEqual([])
    expect(roads.length).toBeGreaterThan(0)
  })

  it('zegt overal “ten laatste op”: de dag zelf is op tijd', () => {
    expect(JSON.stringify(lifecycle)).not.toMatch(/vóór \{/)
  })
})
