/** How a dossier counts, and what may be shown of what was counted (docs/decisions/035). */
import { describe, expect, it } from 'vitest'
import { findService, networkForms, networks } from '../../forms/index.ts'
import { leaksOf, problemsOf, rangesOf, type Shown, smallOf, sumsOf } from '../../forms/kit/figures/audit.ts'
import { eventModel } from '../../forms/kit/figures/event-tables.ts'
import { fileRows, notShown } from '../../forms/kit/figures/file.ts'
import { factsFrom } from '../../forms/kit/figures/from-lines.ts'
import { changes, headlines } from '../../forms/kit/figures/in-words.ts'
import { makeReport } from '../../forms/kit/figures/report.ts'
import { requestModel } from '../../forms/kit/figures/request-model.ts'
import { tablesOf } from '../../forms/kit/figures/request-tables.ts'
import { suppress } from '../../forms/kit/figures/suppress.ts'
import { type Counts, countsOf, frozenFrom, isCounted, refusalCounts } from '../../forms/kit/figures/tally.ts'
import { dayClassOf, numberClassOf } from '../../forms/kit/figures/variables.ts'
import type { Service } from '../../forms/kit/form.ts'
import { type Dossier, dossierSchema } from '../../forms/kit/lifecycle/dossier.ts'

function serviceOf(network: string, form: string): Service {
  const service = findService(network, form)
  if (!service) throw new Error(`No such form: ${network}/${form}`)
  return service
}
const lco = serviceOf('aalst', 'lco-aanvraag')
const ota = serviceOf('ota', 'aanmelding')

const dossier = (given: Partial<Dossier> = {}): Dossier =>
  dossierSchema.parse({
    ...{ reference: 'LCO-7K3M-9QX2-4T', network: 'aalst', form: 'lco-aanvraag', state: 'ingediend', origin: 'x' },
    ...{ stateSince: '2021-03-01T09:00:00.000Z', receivedAt: '2021-03-01T09:00:00.000Z', answerBefore: '2021-03-08' },
    ...{ outcome: 'voldoet', doubtful: [], suspect: false, revision: 1, planned: [], related: [], linkVersion: 1 },
    trend: { levensdomeinen: ['persoon', 'netwerk'], aantal_diensten: 7 },
    facts: { weg: { '2021': { ingediend: 1 } } },
    ...given,
  })
const during = new Date('2021-06-01T10:00:00Z')
const added = (before: Dossier | undefined, after: Dossier, now = during) =>
  Object.fromEntries(countsOf(lco, before, after, now).map(({ year, add }) => [year, add]))

const asNew = {
  ...{ 'weg.ingediend': 1, 'uitkomst.voldoet': 1, 'levensdomeinen.persoon': 1, 'levensdomeinen.netwerk': 1 },
  'aantal_diensten.6-10': 1,
}

describe('een dossier telt', () => {
  it('bij het verzenden, met wat gekozen is en niets anders', () => {
    expect(added(undefined, dossier())).toEqual({ '2021': asNew })
  })

  it('wat verandert, en wat teruggenomen wordt telt terug', () => {
    const given = dossier({ state: 'toegewezen', facts: { weg: { '2021': { toegewezen: 1 } } } })
    expect(added(dossier(), given)).toEqual({ '2021': { 'weg.ingediend': -1, 'weg.toegewezen': 1 } })
    expect(added(given, dossier())).toEqual({ '2021': { 'weg.ingediend': 1, 'weg.toegewezen': -1 } })
    expect(added(given, { ...given, livedOn: '2021-05-05' })).toEqual({})
  })

  it('wie stopt, als gestopt en nergens anders, ook na een overleg', () => {
    const facts = {
      weg: { '2021': { toegewezen: 1 } },
      overleg: { '2021': { eerste: 1 } },
      dagen: { '2021': { '6-10': 1 } },
    }
    const held = dossier({ state: 'overleg_gehouden', facts })
    const stopped = dossier({ state: 'ingetrokken', facts: { ...facts, weg: { '2021': { ingetrokken: 1 } } } })
    const gone = Object.fromEntries(
      ['uitkomst.voldoet', 'levensdomeinen.persoon', 'levensdomeinen.netwerk', 'aantal_diensten.6-10'].map((one) => [
        one,
        -1,
      ]),
    )
    expect(added(held, stopped)).toEqual({
      '2021': {
        ...{ ...gone, 'weg.toegewezen': -1, 'weg.ingetrokken': 1, 'dagen.6-10': -1 },
        ...{ 'overleg.eerste': -1, 'overleg.eerste#': -1, 'overleg#': -1 },
      },
    })
  })

  it('wat een machine lijkt te sturen, pas als iemand zegt dat het echt is', () => {
    expect(added(undefined, dossier({ suspect: true }))).toEqual({})
    expect(added(dossier({ suspect: true }), dossier())).toEqual({ '2021': asNew })
  })

  it('in het jaar waarin het gebeurt; afspraken ook per dossier', () => {
    const later = {
      weg: { '2021': { toegewezen: 1 } },
      afspraken: { '2021': { gelukt: 2 }, '2022': { gelukt: 1, deels: 3 } },
    }
    expect(added(undefined, dossier({ facts: later, trend: {} }), new Date('2022-01-15T10:00:00Z'))).toMatchObject({
      '2021': { 'afspraken.gelukt': 2, 'afspraken.gelukt#': 1, 'afspraken#': 1 },
      '2022': { 'afspraken.gelukt': 1, 'afspraken.deels': 3, 'afspraken.deels#': 1, 'afspraken#': 1 },
    })
  })

  it.each([
    ['2022-01-31T22:59:59.999Z', true],
    ['2022-01-31T23:00:00.000Z', false],
  ])('2021 tot 1 februari 2022 om middernacht in Brussel: %s', (now, counts) => {
    expect(isCounted('2021', new Date(now))).toBe(counts)
    expect(Object.keys(added(undefined, dossier(), new Date(now)))).toEqual(counts ? ['2021'] : [])
    expect(frozenFrom('2021').toISOString()).toBe('2022-01-31T23:00:00.000Z')
  })

  it('van voor er cijfers waren niet vanzelf: het commando telt het', () => {
    const { facts: _, ...old } = dossier()
    expect(added(old, { ...old, state: 'toegewezen' })).toEqual({})
  })

  it('een weigering per criterium, nooit welke samen waren', () => {
    const [counts] = refusalCounts({ network: 'aalst', form: 'lco-aanvraag' }, ['meerderjarig', 'werkgebied'], during)
    expect(counts?.add).toEqual({ 'geweigerd.samen': 1, 'geweigerd.meerderjarig': 1, 'geweigerd.werkgebied': 1 })
  })

  it.each([
    ['2021-03-01', '2021-03-08', '0-5'],
    ['2021-03-01', '2021-03-09', '6-10'],
    ['2021-03-01', '2021-03-15', '6-10'],
    ['2021-03-01', '2021-03-16', '11-20'],
    ['2021-03-01', '2021-03-29', '11-20'],
    ['2021-03-01', '2021-03-30', '21+'],
  ])('werkdagen van %s tot %s: %s', (from, to, value) => expect(dayClassOf(from, to)).toBe(value))

  it.each([
    [0, '0'],
    [5, '5'],
    [6, '6-10'],
    [10, '6-10'],
    [11, '11-20'],
    [20, '11-20'],
    [21, '21+'],
    [99, '21+'],
  ])('%i als %s', (number, value) => expect(numberClassOf(number)).toBe(value))
})

describe('wat er al was', () => {
  const { facts: _, ...old } = dossier({ state: 'afgesloten', stateSince: '2021-05-01T09:00:00.000Z' })
  const line = (at: string, what: string, to?: string) => ({ at: `${at}T09:00:00.000Z`, what, to })

  it('telt zoals zijn geschiedenis het zegt', () => {
    const lines = [
      line('2021-03-01', 'ingediend', 'ingediend'),
      line('2021-03-02', 'toewijzen', 'toegewezen'),
      line('2021-03-10', 'overleg_gehouden', 'overleg_gehouden'),
      line('2021-04-20', 'overleg_gehouden', 'overleg_gehouden'),
      line('2021-05-01', 'afsluiten', 'afgesloten'),
    ]
    const closed = { ...old, trend: { drempels: ['wachtlijst'] } }
    expect(factsFrom(lco.form, closed, lines)).toEqual({
      weg: { '2021': { toegewezen: 1 } },
      overleg: { '2021': { eerste: 1, vervolg: 1 } },
      dagen: { '2021': { '6-10': 1 } },
      drempels: { '2021': { samen: 1, wachtlijst: 1 } },
    })
  })

  it('ook als er niets van zijn geschiedenis over is', () => {
    expect(factsFrom(lco.form, old, [])).toEqual({ weg: { '2021': { afgesloten: 1 } } })
  })
})

/** A comfortable year: nothing in it is small. */
const large: Counts = {
  ...{
    'weg.toegewezen': 40,
    'weg.doorverwezen': 12,
    'weg.ingetrokken': 8,
    'uitkomst.voldoet': 40,
    'uitkomst.twijfel': 12,
  },
  ...{ 'levensdomeinen.persoon': 40, 'levensdomeinen.netwerk': 34, 'levensdomeinen.gezondheid': 30 },
  ...{ 'aantal_diensten.2': 30, 'aantal_diensten.3': 22, 'drempels.samen': 30, 'drempels.geen': 8 },
  ...{ 'drempels.wachtlijst': 17, 'drempels.kostprijs': 9 },
}
const shownOf = (counts: Counts, service = lco) => {
  const model = requestModel(service, counts)
  return { model, shown: suppress(model) }
}
const rowsOf = (counts: Counts, table: string, service = lco) =>
  makeReport('aalst', '2021', [{ id: 'x', title: 'X', model: requestModel(service, counts) }])
    .sections[0]?.tables.find(({ id }) => id === table)
    ?.rows.map(({ id, amount }) => [id.split('.')[1], amount])

describe('wat getoond wordt', () => {
  it('is alles waar niets klein is', () => {
    const { model, shown } = shownOf(large)
    expect(shown.tables.size).toBe(model.tables.length)
    for (const { rows, total } of model.tables)
      for (const id of [...rows.map((row) => row.id), total]) expect(shown.nodes.has(id)).toBe(true)
  })

  it.each([4, 1])('een klein getal (%i) verbergt een tweede, of het totaal', (small) => {
    expect(
      rowsOf({ ...large, 'aantal_diensten.2': 52 - 22 - small, 'aantal_diensten.4': small }, 'aantal_diensten'),
    ).toEqual([
      ['2', 30 - small],
      ['3', null],
      ['4', null],
    ])
  })

  it('een klein aantal dat stopt: het totaal valt weg, want zonder wie stopte staat het elders', () => {
    const counts = { ...large, 'weg.ingetrokken': 3 }
    expect(rowsOf(counts, 'weg')).toContainEqual(['ingetrokken', null])
    expect(rowsOf(counts, 'weg')).toContainEqual(['toegewezen', 40])
    expect(shownOf(counts).shown.nodes.has('aanvragen')).toBe(false)
  })

  it('van minder dan tien alleen het totaal, van minder dan vijf niets', () => {
    const nine = { 'weg.toegewezen': 9, 'uitkomst.voldoet': 9 }
    expect(rowsOf(nine, 'weg')).toEqual([])
    const four = { 'weg.toegewezen': 4, 'uitkomst.voldoet': 4 }
    expect(makeReport('aalst', '2021', [{ id: 'x', title: 'X', model: requestModel(lco, four) }]).sections).toEqual([])
  })

  it('afspraken van minder dan vijf dossiers niet, hoeveel het er ook zijn', () => {
    const some = { 'afspraken.gelukt': 40, 'afspraken.gelukt#': 20, 'afspraken.deels': 15, 'afspraken.deels#': 4 }
    const counts = { ...large, ...some, 'afspraken.niet': 12, 'afspraken.niet#': 9, 'afspraken#': 24 }
    expect(rowsOf(counts, 'afspraken')).toEqual([
      ['gelukt', 40],
      ['deels', null],
      ['niet', null],
      ['niet_meer_nodig', 0],
    ])
  })

  it('wie niet in een rij staat is ook een getal: 52 min 49', () => {
    expect(rowsOf({ ...large, 'levensdomeinen.persoon': 49 }, 'levensdomeinen')).toContainEqual(['persoon', null])
  })

  it('43 casemanagers en 39 eerste overleggen: niet allebei', () => {
    const held = {
      'overleg.eerste': 36,
      'overleg.eerste#': 36,
      'overleg.vervolg': 9,
      'overleg.vervolg#': 8,
      'overleg#': 38,
    }
    const rows = rowsOf({ ...large, ...held, 'dagen.0-5': 16, 'dagen.6-10': 20 }, 'weg')
    expect(rows).toContainEqual(['toegewezen', null])
  })

  it('wat een formulier niet vroeg, staat apart, zodat de rest klopt', () => {
    expect(rowsOf({ ...large, 'aantal_diensten.3': 16 }, 'aantal_diensten')).toEqual([
      ['2', 30],
      ['3', 16],
      ['onbekend', 6],
    ])
  })

  it.each(
    networks.flatMap((network) =>
      networkForms(network).map((service) => [network.slug, service.form.slug, service] as const),
    ),
  )('de sommen van %s/%s lopen langs één weg: de nazichter is precies', (_network, _form, service) => {
    const { tables } = tablesOf(service)
    const counts = Object.fromEntries(tables.flatMap(({ rows }) => rows.map(({ id }, at) => [id, at % 3])))
    const model = requestModel(service, { ...counts, 'drempels.samen': 40, 'geweigerd.samen': 40 })
    const nothing: Shown = {
      nodes: new Set(model.tables.map(({ total }) => total)),
      tables: new Set(),
      merged: new Map(),
    }
    expect(problemsOf(model, nothing)).toEqual([])
    expect(leaksOf(model, suppress(model))).toEqual([])
    expect(smallOf(model, suppress(model))).toEqual([])
  })

  it('een vraag na een keuze telt in wie die keuze maakte', () => {
    const kinds = { 'soort.traject': 20, 'soort.intervisie': 12, 'soort.helpdesk': 20, 'aantal_deelnemers.6-10': 12 }
    const model = requestModel(ota, {
      ...kinds,
      'weg.toegewezen': 52,
      'uitkomst.voldoet': 52,
      'leeftijdsgroep.12_17': 11,
      'leeftijdsgroep.0_11': 9,
    })
    expect(sumsOf(model, { merged: new Map() })).toContainEqual({
      whole: 'soort:intervisie+teamcoaching+vorming',
      parts: ['soort.intervisie', 'soort.teamcoaching', 'soort.vorming'],
    })
    expect(model.tables.find(({ id }) => id === 'leeftijdsgroep')?.total).toBe('soort.traject')
  })

  it('de nazichter vindt wat te weten is (of het bovenstaande bewijst niets)', () => {
    const { model } = shownOf({ ...large, 'uitkomst.twijfel': 3, 'uitkomst.voldoet': 49 })
    const nodes = new Set(['aanvragen', 'aanvragen-niet-gestopt', 'uitkomst.voldoet'])
    const leaks = leaksOf(model, { nodes, tables: new Set(['uitkomst']), merged: new Map() })
    expect(leaks).toContainEqual({ node: 'uitkomst.twijfel', why: 'small' })
    expect(
      rangesOf(model, { nodes, tables: new Set(['uitkomst']), merged: new Map() }).get('uitkomst.twijfel'),
    ).toEqual({ min: 3, max: 3 })
  })

  it('activiteiten: wie niet kwam is een klein getal', () => {
    const model = eventModel({ 'antwoord.ja': 60, 'antwoord.nee': 20, 'aanwezig.ja': 57, 'aanwezig.nee': 3 })
    const { nodes } = suppress(model)
    expect(['aanwezig.ja', 'aanwezig.nee'].filter((id) => nodes.has(id))).toEqual([])
  })
})

describe('in woorden en in een bestand', () => {
  const of = (counts: Counts) => [{ id: 'lco-aanvraag', title: 'LCO', model: requestModel(lco, counts) }]
  const last = makeReport(
    'aalst',
    '2020',
    of({ ...large, 'weg.toegewezen': 34, 'uitkomst.voldoet': 34, 'aantal_diensten.2': 24 }),
  )
  const report = makeReport('aalst', '2021', of(large), last)
  const [section] = report.sections

  it('vergelijkt met wat vorig jaar getoond is', () => {
    expect(section && headlines(section)[0]).toEqual({ amount: 60, label: 'aanvragen', before: 54 })
    expect(section && changes(section, '2020')[0]).toEqual({ what: 'Meer aanvragen.', text: '6 meer dan in 2020.' })
  })

  it('toont van vorig jaar nooit meer dan toen', () => {
    const hidden = makeReport('aalst', '2020', of({ ...large, 'aantal_diensten.2': 48, 'aantal_diensten.3': 4 }))
    const rows = makeReport('aalst', '2021', of(large), hidden).sections[0]?.tables.find(
      ({ id }) => id === 'aantal_diensten',
    )?.rows
    expect(rows?.map(({ before }) => before)).not.toContain(4)
  })

  it('zegt in het bestand hetzelfde, met hetzelfde teken', () => {
    const rows = fileRows(
      makeReport('aalst', '2021', of({ ...large, 'aantal_diensten.2': 29, 'aantal_diensten.4': 1 })),
    )
    expect(rows.filter(([, , , amount]) => amount === notShown)).toHaveLength(2)
    expect(rows.flat()).not.toContain('1')
  })
})
