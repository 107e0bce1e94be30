/**
 * The list of requests as people of a network see it: through HTTP, on real tables (docs/domain.md §1, docs/promises.md, "No one
 * in").
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { serviceOf } from '../../forms/index.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import { makeMove } from '../../functions/shared/make-move.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { begin, fillIn, referenceIn } from '../support/lco.ts'
import { place, placeMany } from '../support/place-dossiers.ts'
import { fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** A Monday, ten in the morning in Brussels. */
const monday = new Date('2026-11-23T09:00:00Z')
let loket: TestWorkspace
let coordinator: Visitor
let casemanager: Visitor

beforeEach(async () => {
  loket = await startTestWorkspace({ now: monday })
  ;[coordinator, casemanager] = await Promise.all([loket.as('Coördinator Aalst'), loket.as('Casemanager Aalst')])
})

const page = async (visitor: Visitor, path = '/werkruimte') => {
  const response = await visitor.get(path)
  const html = await response.text()
  return { status: response.status, html, words: wordsIn(html), references: referencesIn(html) }
}
const referencesIn = (html: string) =>
  [...html.matchAll(/href="\/werkruimte\/dossier\/([^"?]+)[^"]*"/g)].map(([, reference]) => reference)
const nextIn = (html: string) => /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

/** Filed through the public pages, slowly enough for a person. */
async function fileOne(): Promise<string> {
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  loket.clock.later(60)
  const receipt = locationOf(await visitor.post(`${draft}/controle`))
  return referenceIn(await (await visitor.get(receipt)).text()) ?? ''
}
async function move(reference: string, command: Omit<Command, 'by'>): Promise<void> {
  const dossier = await loket.deps.dossiers.read(reference, loket.clock.now)
  const service = dossier && serviceOf(dossier)
  if (!service) throw new Error(`No dossier ${reference}`)
  const made = await makeMove(loket.deps, {
    ...{ service, dossier, content: demoContent('aalst') },
    command: { ...command, by: demoPerson('coordinator-aalst') },
  })
  expect(made.kind).toBe('moved')
}

describe('de lijst', () => {
  it('toont een aanvraag die net binnenkwam: over wie, van wie, waar, wat nu en tegen wanneer', async () => {
    const reference = await fileOne()
    const { words, references, status } = await page(coordinator)
    expect([status, references]).toEqual([200, [reference]])
    for (const text of ['D-2041', 'CAW Voorbeeld, 9300', 'lees en beslis', 'ma 30 nov', 'niemand', 'ingediend'])
      expect(words).toContain(text)
  })

  it('volgt een aanvraag van bij de coördinator tot bij de casemanager, en weer weg', async () => {
    const { reference } = await place(loket)
    expect((await page(casemanager)).references).toEqual([])
    await move(reference, { action: 'toewijzen', person: 'casemanager-aalst' })
    expect((await page(casemanager)).references).toEqual([reference])
    expect((await page(coordinator)).words).toContain('bel en plan het overleg')
    await move(reference, { action: 'afsluiten', drempels: ['geen'] })
    for (const visitor of [casemanager, coordinator]) expect((await page(visitor)).references).toEqual([])
  })

  it('zet vooraan wat eerst moet gebeuren, van alle formulieren samen', async () => {
    const later = await place(loket, { nextOn: '2026-12-03', state: 'overleg_gepland', holder: 'casemanager-aalst' })
    const first = await place(loket, { nextOn: '2026-11-24', form: 'vraag', toont: { over: 'Noor Voorbeeld' } })
    const between = await place(loket, { nextOn: '2026-11-27' })
    const { references, words } = await page(coordinator)
    expect(references).toEqual([first, between, later].map(({ reference }) => reference))
    for (const text of ['Noor Voorbeeld', 'morgen', 'vr 27 nov', 'do 3 dec']) expect(words).toContain(text)
  })

  it('is te laat de dag na de datum, in woorden, en telt het bovenaan', async () => {
    await place(loket, { nextOn: '2026-11-23' })
    expect((await page(coordinator)).words).toContain('0 te laat')
    loket.clock.later(86_400)
    const { html, words } = await page(await loket.as('Coördinator Aalst'))
    expect(words).toContain('1 te laat')
    expect(html).toMatch(/<tr class="is-late"[^>]*>.*<b class="lw-late">te laat, ma 23 nov<\/b>/s)
  })

  it.each([
    ['2026-11-23T08:00:00.000Z', 'vandaag'],
    ['2026-11-22T09:00:00.000Z', '1 dag'],
    ['2026-11-20T09:00:00.000Z', '3 dagen'],
    ['2026-11-09T09:00:00.000Z', '14 dagen'],
  ])('zegt hoe lang een aanvraag wacht: sinds %s is %s', async (stateSince, words) => {
    await place(loket, { stateSince, nextOn: '2026-12-30' })
    expect((await page(coordinator)).html).toContain(`<small>${words}</small>`)
  })

  it('heeft 25 aanvragen op een pagina, en daarna de volgende', async () => {
    await placeMany(loket, await place(loket), 29)
    const first = await page(coordinator)
    expect(first.references).toHaveLength(25)
    const second = await page(coordinator, nextIn(first.html))
    expect(new Set([...first.references, ...second.references]).size).toBe(30)
    expect(nextIn(second.html)).toBeUndefined()
  })

  it('is leeg in gewone woorden', async () => {
    expect((await page(coordinator)).words).toContain('Er zijn geen open aanvragen.')
    expect((await page(casemanager)).words).toContain('U hebt geen open aanvragen.')
    expect((await page(await loket.as('Coördinator OTA'))).words).toContain('Er zijn geen open aanvragen.')
  })

  it('toont een streepje als een antwoord niet opengaat, en schrijft niets persoonlijks op', async () => {
    const dossier = await place(loket, { toont: { over: 'D-2041' } })
    await placeMany(loket, dossier, 1) // the same sealed answer under another reference
    const { words, status, references } = await page(coordinator)
    expect([status, references.length]).toEqual([200, 2])
    for (const text of ['D-2041', 'Daar staat een streepje.']) expect(words).toContain(text)
    expect(loket.failures).toHaveLength(1)
    expect(loket.failures.join()).not.toContain('D-2041')
  })
})

describe('wie mag wat zien', () => {
  it('toont nooit een aanvraag van een ander netwerk', async () => {
    const own = await place(loket)
    await place(loket, { network: 'limburg', toont: { over: 'L-1' } })
    const aalst = await page(coordinator)
    expect([aalst.references, aalst.words.includes('L-1')]).toEqual([[own.reference], false])
    // The other one is really there: its own coordinator sees it.
    expect((await page(await loket.as('Coördinator Limburg'))).words).toContain('L-1')
  })

  it('toont een casemanager alleen wat die vasthoudt, wat er ook in het adres staat', async () => {
    const own = await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst' })
    await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst-2', toont: { over: 'ANDER' } })
    await place(loket, { suspect: true, toont: { over: 'ANDER' } })
    for (const query of ['', '?wie=casemanager-aalst-2', '?wie=niemand', '?verdacht=1', '?stand=toegewezen']) {
      const { references, words } = await page(casemanager, `/werkruimte${query}`)
      expect([query, references, words.includes('ANDER')]).toEqual([query, [own.reference], false])
    }
    expect((await page(coordinator)).references).toHaveLength(2)
  })

  it('houdt verdachte aanvragen apart, en telt ze', async () => {
    const { reference } = await place(loket, { suspect: true })
    const list = await page(coordinator)
    expect(list.references).toEqual([])
    expect(list.html).toContain('<a class="lw-count" href="/werkruimte?verdacht=1">1 verdacht</a>')
    expect((await page(coordinator, '/werkruimte?verdacht=1')).references).toEqual([reference])
    expect((await page(casemanager)).words).not.toContain('verdacht')
  })

  it('zegt van verdachte aanvragen ook hoeveel er te laat zijn', async () => {
    await place(loket, { suspect: true, nextOn: '2026-11-20' })
    await place(loket, { suspect: true, nextOn: '2026-11-23' })
    const { words } = await page(coordinator)
    expect(words).toContain('2 verdacht, 1 te laat')
    expect(words).toContain('0 te laat')
  })

  it('laat een verdachte toe vanuit de lijst: daarna staat ze bij de andere', async () => {
    const { reference } = await place(loket, { suspect: true })
    const list = await page(coordinator, '/werkruimte?verdacht=1')
    const [, row = ''] = new RegExp(`action="([^"]+${reference}/vrijgeven)[^"]*"`).exec(list.html) ?? []
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(list.html) ?? []
    const [, bij = ''] = /name="bij" value="([^"]*)"/.exec(list.html) ?? []
    expect(list.words).toContain('Dit is echt')
    expect((await coordinator.post(row, { revision, bij })).status).toBe(303)
    const after = await page(coordinator)
    expect(after.references).toEqual([reference])
    expect(after.words).not.toMatch(/\d verdacht/)
    expect(after.words).not.toContain('Dit is echt')
    expect((await page(coordinator, '/werkruimte?verdacht=1')).references).toEqual([])
  })

  it('stuurt een organisator naar de activiteiten, zonder één aanvraag', async () => {
    await place(loket, { toont: { over: 'D-2041' } })
    const { words, html, references } = await page(await loket.as('Organisator'))
    expect([references, words.includes('D-2041')]).toEqual([[], false])
    expect(html).toContain('href="/werkruimte/activiteiten"')
    expect((await page(await loket.as('Organisator'), '/werkruimte/week')).status).toBe(403)
  })

  it('schrijft op wie welke aanvragen zag: referenties, en niets van wat erin staat', async () => {
    const { reference } = await place(loket)
    await page(coordinator)
    await page(coordinator, '/werkruimte/week')
    const all = (await loket.items('loket')).filter(({ sk }) => String(sk).startsWith('LIJST#'))
    expect(all.map(({ list }) => list).sort()).toEqual(['aanvragen', 'week'])
    const lines = all.filter(({ list }) => list === 'aanvragen')
    expect(lines).toMatchObject([
      { pk: 'PERSOON#aalst#coordinator-aalst', at: monday.toISOString(), list: 'aanvragen', references: [reference] },
    ])
    expect(lines[0]?.session).toMatch(/^[\w-]{43}$/)
    expect(lines[0]?.ttl).toBe(monday.getTime() / 1000 + 365 * 86_400)
    expect(JSON.stringify(lines)).not.toContain('CAW')
  })

  it('toont niets als niet opgeschreven kan worden wie het zag', async () => {
    const failing = await startTestWorkspace({
      changes: { consultations: { ...loket.deps.consultations, saw: () => Promise.reject(new Error('x')) } },
    })
    await place(failing, { toont: { over: 'D-2041' } })
    const { status, words } = await page(await failing.as('Coördinator Aalst'))
    expect([status, words.includes('D-2041')]).toEqual([503, false])
  })
})

describe('filters', () => {
  const placed: Record<string, string> = {}
  beforeEach(async () => {
    const all = {
      nieuw: {},
      vraag: { form: 'vraag' },
      toegewezen: { state: 'toegewezen', holder: 'casemanager-aalst' },
      gepland: { state: 'overleg_gepland', holder: 'casemanager-aalst' },
      tweede: { state: 'toegewezen', holder: 'casemanager-aalst-2' },
      gesloten: { state: 'afgesloten', holder: 'casemanager-aalst', nextOn: undefined, ttl: 2_000_000_000 },
      verdacht: { suspect: true },
    }
    for (const [name, about] of Object.entries(all)) placed[name] = (await place(loket, about)).reference
  })

  it.each([
    ['', ['nieuw', 'vraag', 'toegewezen', 'gepland', 'tweede']],
    ['formulier=vraag', ['vraag']],
    ['stand=toegewezen', ['toegewezen', 'tweede']],
    ['stand=afgesloten', ['gesloten']],
    ['wie=casemanager-aalst', ['toegewezen', 'gepland']],
    ['wie=casemanager-aalst&stand=overleg_gepland', ['gepland']],
    ['wie=casemanager-aalst&stand=afgesloten', ['gesloten']],
    ['wie=casemanager-aalst-2&stand=afgesloten', []],
    ['wie=casemanager-aalst&formulier=vraag', []],
    ['wie=niemand', ['nieuw', 'vraag']],
    ['wie=niemand&formulier=lco-aanvraag', ['nieuw']],
    ['verdacht=1', ['verdacht']],
    ['verdacht=1&formulier=vraag', []],
    ['formulier=vraag&stand=toegewezen', []],
    // What cannot be meant is left out.
    ['formulier=x&stand=x&wie=x&verdacht=2&na=x&y=z', ['nieuw', 'vraag', 'toegewezen', 'gepland', 'tweede']],
    ['na=~~&na=1', ['nieuw', 'vraag', 'toegewezen', 'gepland', 'tweede']],
  ])('%s', async (query, names) => {
    const { references, status } = await page(coordinator, `/werkruimte?${query}`)
    expect([status, references.sort()]).toEqual([200, names.map((name) => placed[name]).sort()])
  })

  it('blijven staan, ook op de volgende pagina', async () => {
    await placeMany(loket, await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst' }), 60)
    const seen: unknown[] = []
    let path: string | undefined = '/werkruimte?stand=toegewezen&wie=casemanager-aalst'
    for (let pages = 0; path && pages < 5; pages += 1) {
      const { references, html } = await page(coordinator, path)
      for (const text of ['Stand: toegewezen', 'Bij wie: Casemanager Aalst']) expect(html).toContain(text)
      seen.push(...references)
      path = nextIn(html)
    }
    expect([seen.length, new Set(seen).size]).toEqual([62, 62])
  })
})

describe('zoeken op referentie', () => {
  const search = (visitor: Visitor, zoek: string) => visitor.post('/werkruimte/zoek', { zoek })

  it.each([
    (reference: string) => reference,
    (reference: string) => ` ${reference.toLowerCase().replaceAll('-', ' ')} `,
    (reference: string) => reference.replaceAll('-', ''),
    (reference: string) => reference.replaceAll('-', '–'),
    // Read out over the phone: the alphabet has no I, L or O.
    (reference: string) => reference.slice(0, 4) + reference.slice(4).replaceAll('1', 'l').replaceAll('0', 'o'),
  ])('brengt u bij de aanvraag, hoe ze ook getypt is (%#)', async (write) => {
    const { reference } = await place(loket, { reference: 'LCO-7K10-9QX0-1T' })
    expect(locationOf(await search(coordinator, write(reference)))).toBe(`/werkruimte/dossier/${reference}`)
  })

  it('zegt hetzelfde voor wat niet bestaat, van een ander netwerk of van een ander is', async () => {
    const limburg = await place(loket, { network: 'limburg' })
    const other = await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst-2' })
    const messages = await Promise.all(
      [limburg.reference, other.reference, 'LCO-0000-0000-00'].map(async (typed) => {
        const response = await search(casemanager, typed)
        const [, message] = /id="zoek-fout"[^>]*>([^<]*)</.exec(await response.text()) ?? []
        return [response.status, message]
      }),
    )
    expect(new Set(messages.map(String))).toEqual(
      new Set([
        '404,We vinden deze referentie niet bij uw aanvragen. Kijk na of ze juist is, of vraag het aan de coördinator.',
      ]),
    )
    const [, message] =
      /id="zoek-fout"[^>]*>([^<]*)</.exec(await (await search(coordinator, limburg.reference)).text()) ?? []
    expect(message).toBe('We vinden deze referentie niet bij uw aanvragen. Kijk na of ze juist is.')
    // A control: the coordinator of the network does find the second.
    expect((await search(coordinator, other.reference)).status).toBe(303)
  })

  it.each(['LCO', 'Noor', '"><script>', 'LCO-UUUU-UUUU-UU'])('vindt niets bij “%s”, en zegt het', async (typed) => {
    const response = await search(coordinator, typed)
    const html = await response.text()
    expect([response.status, wordsIn(html).includes('We vinden niets')]).toEqual([404, true])
    expect(html).not.toContain('<script')
  })

  it('zet wat getypt is in geen enkel webadres, en houdt het in het vak', async () => {
    const [, form = ''] = /<search[^>]*><form ([^>]*)>/.exec((await page(coordinator)).html) ?? []
    expect(form).toBe('method="post" action="/werkruimte/zoek"')
    const html = await (await search(coordinator, 'Noor')).text()
    expect(fieldsIn(html).zoek).toEqual(['Noor'])
    expect(html).not.toMatch(/(href|action)="[^"]*Noor/)
    // An address from before is just the list.
    expect((await coordinator.get('/werkruimte?zoek=Noor')).status).toBe(200)
  })

  it('van niets toont de lijst', async () => {
    expect(locationOf(await search(coordinator, ' '))).toBe('/werkruimte')
  })
})
