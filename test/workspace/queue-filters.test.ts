/** What a coordinator asks of the list in one press: numbers that are links to as many rows, chips, another order. */
import { beforeEach, describe, expect, it } from 'vitest'
import { place, placeMany } from '../support/place-dossiers.ts'
import { type Visitor, wordsIn } from '../support/visitor.ts'
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

async function page(visitor: Visitor, path = '/werkruimte') {
  const response = await visitor.get(path)
  const html = await response.text()
  const glance = /<nav class="lw-chips"(.*?)<\/nav>/s.exec(html)?.[1] ?? ''
  return {
    status: response.status,
    html,
    words: wordsIn(html),
    rows: [...html.matchAll(/<tr[^>]*data-dossier="([^"]+)"/g)].map(([, reference = '']) => reference),
    counts: [...glance.matchAll(/href="([^"]+)"[^>]*>(.*?)<\/a>/gs)].map(([, href = '', text = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      text: wordsIn(text).trim(),
    })),
    next: /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&'),
  }
}

/** All the pages of a list. */
async function rowsAt(visitor: Visitor, path: string): Promise<string[]> {
  const rows: string[] = []
  for (let at: string | undefined = path; at; ) {
    const shown = await page(visitor, at)
    rows.push(...shown.rows)
    at = shown.next
  }
  return rows
}

const held = { state: 'toegewezen', holder: 'casemanager-aalst' }

describe('in één oogopslag', () => {
  it('te laat, te verdelen en lopend: elk getal is een link naar evenveel rijen, en de laatste twee zijn alles samen', async () => {
    await place(loket, { nextOn: '2026-11-20' })
    await place(loket, { nextOn: '2026-11-27', form: 'vraag' })
    await place(loket, { state: 'wacht_op_aanvrager', nextOn: '2026-11-27' })
    await place(loket, { ...held, nextOn: '2026-11-19' })
    await placeMany(loket, await place(loket, { ...held, state: 'in_opvolging', nextOn: '2026-12-27' }), 29)
    // Closed with a question left: late, and not among what is open.
    const referral = { aanbod: 'jac-aalst', checkOn: '2026-11-18' }
    await place(loket, { ...held, state: 'doorverwezen', ttl: 2_000_000_000, referral, nextOn: referral.checkOn })
    await place(loket, { ...held, state: 'afgesloten', ttl: 2_000_000_000, nextOn: undefined })
    await place(loket, { suspect: true, nextOn: '2026-11-19' })

    const { counts } = await page(coordinator)
    expect(counts.slice(0, 3).map(({ text }) => text)).toEqual(['3 te laat', '3 te verdelen', '31 lopend'])
    const listed = await Promise.all(counts.slice(0, 3).map(({ href }) => rowsAt(coordinator, href)))
    expect(listed.map(({ length }) => length)).toEqual([3, 3, 31])
    const [, ...open] = listed
    expect(open.flat().sort()).toEqual((await rowsAt(coordinator, '/werkruimte')).sort())
  })

  it('van een casemanager is alles lopend', async () => {
    await place(loket, { ...held, nextOn: '2026-11-20' })
    await place(loket, { ...held, nextOn: '2026-11-27' })
    await place(loket)
    const { counts } = await page(casemanager)
    expect(counts.map(({ text }) => text)).toEqual(['1 te laat', '2 lopend'])
    for (const { href, text } of counts) expect(await rowsAt(casemanager, href)).toHaveLength(Number.parseInt(text, 10))
  })

  it('vanaf honderd is het “100+”, en wat minder is blijft juist', async () => {
    await placeMany(loket, await place(loket, { ...held, nextOn: '2026-12-27' }), 119)
    await placeMany(loket, await place(loket, { nextOn: '2026-12-27' }), 6)
    const { counts } = await page(coordinator)
    expect(counts.map(({ text }) => text)).toEqual(['0 te laat', '7 te verdelen', '100+ lopend'])
  })

  it('zegt welk getal aan staat, en alleen als het over die rijen gaat', async () => {
    await place(loket, held)
    const on = async (path: string) =>
      /<a[^>]*class="lw-count[^"]*"[^>]*aria-current="true"[^>]*>(.*?)<\/a>/s.exec(
        (await page(coordinator, path)).html,
      )?.[1]
    expect(wordsIn((await on('/werkruimte?toon=bij-iemand')) ?? '').trim()).toBe('1 lopend')
    expect(await on('/werkruimte')).toBeUndefined()
    expect(await on('/werkruimte?toon=bij-iemand&formulier=vraag')).toBeUndefined()
  })
})

describe('filters', () => {
  it('elke keuze is een link, en houdt wat al gekozen was', async () => {
    await place(loket, held)
    const { html } = await page(coordinator, '/werkruimte?toon=bij-iemand&stand=toegewezen')
    for (const href of [
      '/werkruimte?toon=bij-iemand&amp;formulier=vraag&amp;stand=toegewezen',
      '/werkruimte?toon=bij-iemand&amp;stand=toegewezen&amp;wie=casemanager-aalst',
      '/werkruimte?toon=bij-iemand',
      '/werkruimte?toon=gesloten',
      '/werkruimte?toon=bij-iemand&amp;stand=toegewezen&amp;sorteer=langst',
    ])
      expect(html).toContain(`<a href="${href}"`)
    expect(html).toContain('<summary>Stand: toegewezen</summary>')
    expect(html).not.toContain('<select id="stand"')
  })

  it('alles wat gesloten is, samen: het laatste eerst, en door alle pagina’s', async () => {
    const closed = { ...held, ttl: 2_000_000_000, nextOn: undefined }
    const first = await place(loket, { ...closed, state: 'afgesloten', stateSince: '2026-10-01T09:00:00.000Z' })
    const last = await place(loket, { ...closed, state: 'ingetrokken', stateSince: '2026-11-20T09:00:00.000Z' })
    const between = await place(loket, { ...closed, state: 'afgesloten', stateSince: '2026-11-01T09:00:00.000Z' })
    await place(loket, held)
    const { rows, words } = await page(coordinator, '/werkruimte?toon=gesloten')
    expect(rows).toEqual([last, between, first].map(({ reference }) => reference))
    expect(words).toContain('Stand: gesloten')
    await placeMany(loket, between, 40)
    const all = await rowsAt(coordinator, '/werkruimte?toon=gesloten')
    expect([all.length, new Set(all).size, all[0], all.at(-1)]).toEqual([43, 43, last.reference, first.reference])
    expect((await page(casemanager, '/werkruimte?toon=gesloten')).rows).toHaveLength(1)
  })

  it.each(['stand=bestaat_niet', 'formulier=x', 'wie=weg', 'toon=alles', 'sorteer=naam', 'stand=%00'])(
    'wat niet (meer) bestaat (%s) wordt weggelaten, en dat staat erbij',
    async (query) => {
      const { reference } = await place(loket, held)
      const { status, rows, words } = await page(coordinator, `/werkruimte?${query}`)
      expect([status, rows]).toEqual([200, [reference]])
      expect(words).toContain('Een filter in dit adres bestaat niet, of niet meer.')
      expect((await page(coordinator)).words).not.toContain('Een filter in dit adres')
    },
  )
})

describe('de volgorde', () => {
  const places = {
    old: {
      ...held,
      stateSince: '2026-11-02T09:00:00.000Z',
      receivedAt: '2026-10-02T09:00:00.000Z',
      nextOn: '2026-12-20',
    },
    recent: {
      ...held,
      stateSince: '2026-11-20T09:00:00.000Z',
      receivedAt: '2026-09-02T09:00:00.000Z',
      nextOn: '2026-12-10',
    },
    fresh: { stateSince: '2026-11-10T09:00:00.000Z', receivedAt: '2026-11-10T09:00:00.000Z', nextOn: '2026-12-15' },
  }

  it.each([
    ['', ['recent', 'fresh', 'old']],
    ['?sorteer=langst', ['old', 'fresh', 'recent']],
    ['?sorteer=nieuwst', ['fresh', 'old', 'recent']],
  ])('%s', async (query, names) => {
    const placed = new Map<string, string>()
    for (const [name, about] of Object.entries(places)) placed.set((await place(loket, about)).reference, name)
    const { rows } = await page(coordinator, `/werkruimte${query}`)
    expect(rows.map((reference) => placed.get(reference))).toEqual(names)
  })

  it('van te veel aanvragen zegt het dat een filter eerst moet, en toont ze in de gewone volgorde', async () => {
    await placeMany(loket, await place(loket, { ...held, nextOn: '2026-12-20' }), 44)
    const { words, rows, next } = await page(coordinator, '/werkruimte?sorteer=langst')
    expect(words).toContain('Zo sorteren kan als heel de lijst op één pagina past: tot 25 aanvragen.')
    expect([rows.length, next?.includes('sorteer=langst')]).toEqual([25, true])
    expect((await page(coordinator, '/werkruimte?sorteer=langst&formulier=vraag')).words).not.toContain('Zo sorteren')
  })
})

it('wat niemand opende, is “nieuw”; eens geopend niet meer', async () => {
  const unread = await place(loket)
  const read = await place(loket, { openedAt: '2026-11-20T09:00:00.000Z', openedRevision: 1 })
  const rowOf = async ({ reference }: { reference: string }) =>
    new RegExp(`<tr[^>]*data-dossier="${reference}".*?</tr>`, 's').exec((await page(coordinator)).html)?.[0] ?? ''
  expect([(await rowOf(unread)).includes('>nieuw<'), (await rowOf(read)).includes('>nieuw<')]).toEqual([true, false])
  await coordinator.get(`/werkruimte/dossier/${unread.reference}`)
  expect(await rowOf(unread)).not.toContain('>nieuw<')
})
