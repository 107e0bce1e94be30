/** The list as somebody left it is one press away while they work on what they opened from it: without script, and kept nowhere. */
import { beforeEach, describe, expect, it } from 'vitest'
import { listIn, withList } from '../../functions/workspace/keep-list.ts'
import { fileHeld, fileRequest } from '../support/dossier.ts'
import { place } from '../support/place-dossiers.ts'
import { placeAnswered, searchBeside } from '../support/search.ts'
import { fieldsIn, locationOf, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let coordinator: Visitor
beforeEach(async () => {
  loket = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  coordinator = await loket.as('Coördinator Aalst')
})

const list = '/werkruimte?toon=bij-iemand&wie=casemanager-aalst&sorteer=langst'
const decoded = (text: string) => text.replaceAll('&amp;', '&')
async function pageAt(path: string, visitor = coordinator) {
  const response = await visitor.get(path)
  const html = await response.text()
  const links = [...html.matchAll(/ (?:href|action)="([^"]+)"/g)].map(([, address = '']) => decoded(address))
  return { status: response.status, html, links, words: wordsIn(html) }
}
/** Where the link with these words leads. */
const linkIn = (html: string, text: string) =>
  decoded(new RegExp(`<a [^>]*href="([^"]+)"[^>]*>\\s*${text}`).exec(html)?.[1] ?? '')

describe('van de lijst naar het dossier en terug', () => {
  it('met “Terug naar de lijst” en met “Aanvragen” in het menu', async () => {
    const { path } = await fileHeld(loket)
    const opened = (await pageAt(list)).links.find((link) => link.startsWith(`${path}?`)) ?? ''
    expect(opened).toBe(`${path}?lijst=${encodeURIComponent(list.split('?')[1] ?? '')}`)
    const { html } = await pageAt(opened)
    expect([linkIn(html, 'Terug naar de lijst'), linkIn(html, 'Aanvragen')]).toEqual([list, list])
    const back = await pageAt(list)
    expect(back.html).toContain('<summary>Bij wie: Casemanager Aalst</summary>')
    expect(back.html).toContain('<summary>Sorteer: langst in deze stand</summary>')
  })

  it('door een stap, een notitie en een oproep heen', async () => {
    const { path } = await fileHeld(loket)
    let at = (await pageAt(list)).links.find((link) => link.startsWith(`${path}?`)) ?? ''
    for (const [part, fields] of [
      ['notitie', { notitie: 'Ik belde.' }],
      ['contact', { contact: 'gebeld' }],
      ['wachten', { toelichting: 'We wachten op de aanvrager.' }],
    ] as const) {
      const { links, html } = await pageAt(at)
      const action = links.find((link) => link.startsWith(`${path}/${part}?`)) ?? ''
      expect(action).toContain('lijst=')
      const shown = part === 'wachten' ? (await pageAt(action)).html : html
      const { revision = [], bij = [], eenmalig = [] } = fieldsIn(mainOf(shown))
      const once = part === 'wachten' ? {} : { eenmalig: eenmalig[0] ?? 'A'.repeat(22) }
      const sent = await coordinator.post(action, {
        ...fields,
        ...once,
        revision: revision.slice(0, 1),
        bij: bij.slice(0, 1),
      })
      expect([part, sent.status]).toEqual([part, 303])
      at = locationOf(sent)
      expect(linkIn((await pageAt(at)).html, 'Terug naar de lijst')).toBe(list)
    }
  })

  it('elke link van een dossier draagt ze mee, en geen enkele naar elders', async () => {
    const { path } = await fileHeld(loket)
    const { links } = await pageAt(`${path}?lijst=toon%3Dte-laat`)
    const own = links.filter((link) => link.startsWith('/werkruimte/dossier/'))
    expect(own.length).toBeGreaterThan(5)
    expect(own.filter((link) => !link.includes('lijst=toon%3Dte-laat'))).toEqual([])
    expect(links.filter((link) => link.includes('lijst=') && !link.startsWith('/werkruimte/dossier/'))).toEqual([])
  })

  it('wie het dossier weggaf, komt op die lijst terug, met de knop om het ongedaan te maken', async () => {
    const { path } = await fileHeld(loket)
    const casemanager = await loket.as('Casemanager Aalst')
    const action = `${path}/teruggeven?lijst=toon%3Dte-laat`
    const { revision = [], bij = [] } = fieldsIn(mainOf((await pageAt(action, casemanager)).html))
    const sent = await casemanager.post(action, { toelichting: 'Dit is niet voor mij.', revision, bij })
    const address = locationOf(sent)
    expect([sent.status, address]).toEqual([
      303,
      expect.stringMatching(/^\/werkruimte\?toon=te-laat&klaar=teruggeven&dossier=/),
    ])
    expect((await pageAt(address, casemanager)).html).toContain('data-ongedaan=')
  })

  it('een formulier dat vraagt (GET) houdt ze ook: de keuze voor op papier', async () => {
    const { path } = await fileHeld(loket)
    const { html } = await pageAt(`${path}/afdruk?lijst=toon%3Dte-laat%26sorteer%3Dlangst`)
    const form = /<form method="get".*?<\/form>/s.exec(html)?.[0] ?? ''
    expect(fieldsIn(form).lijst).toEqual(['toon=te-laat&sorteer=langst'])
  })

  it('twee tabbladen hebben elk hun eigen lijst, en een GET schrijft er niets voor', async () => {
    const { path } = await fileHeld(loket)
    await pageAt(path)
    const before = (await loket.items('loket')).length
    const backs = []
    for (const query of ['toon=te-laat', 'wie=niemand'])
      backs.push(linkIn((await pageAt(`${path}?${new URLSearchParams({ lijst: query })}`)).html, 'Terug naar de lijst'))
    expect(backs).toEqual(['/werkruimte?toon=te-laat', '/werkruimte?wie=niemand'])
    // What is written is that the answers were looked at, as of any view.
    expect((await loket.items('loket')).length - before).toBe(2)
  })

  it('zonder filter is het gewoon de lijst', async () => {
    const { path } = await fileHeld(loket)
    const { html, links } = await pageAt(path)
    expect([linkIn(html, 'Terug naar de lijst'), links.some((link) => link.includes('lijst='))]).toEqual([
      '/werkruimte',
      false,
    ])
    expect((await pageAt('/werkruimte')).links.some((link) => link.includes('lijst='))).toBe(false)
  })

  it('op de lijst zelf wist “Aanvragen” wat gekozen was', async () => {
    await fileRequest(loket)
    const { html } = await pageAt('/werkruimte?toon=te-verdelen')
    expect([linkIn(html, 'Aanvragen'), linkIn(html, 'Wis de filters')]).toEqual(['/werkruimte', '/werkruimte'])
  })
})

describe('na een zoekopdracht', () => {
  it('geen woord ervan in een adres; terug is het de lijst waar u zocht', async () => {
    for (const naam of ['Mia Janssens', 'Jan Janssens']) await placeAnswered(loket, { naam })
    await searchBeside(loket).sweep()
    const action = (await pageAt('/werkruimte?toon=te-verdelen')).links.find((link) =>
      link.startsWith('/werkruimte/zoek'),
    )
    expect(action).toBe('/werkruimte/zoek?lijst=toon%3Dte-verdelen')
    const html = await (await coordinator.post(action ?? '', { zoek: 'janssens' })).text()
    expect(linkIn(html, 'Terug naar de lijst')).toBe('/werkruimte?toon=te-verdelen')
    expect(html).toMatch(/href="\/werkruimte\/dossier\/[\w-]+\?lijst=toon%3Dte-verdelen"/)
    expect(html).not.toMatch(/(href|action)="[^"]*janssens/i)
    const one = await coordinator.post(action ?? '', { zoek: 'mia janssens' })
    expect(locationOf(one)).toMatch(/^\/werkruimte\/dossier\/[\w-]+\?lijst=toon%3Dte-verdelen$/)
  })
})

it('een filter die intussen weg is: alles wat open is, een zin, en geen enkele keuze meer', async () => {
  const { reference } = await place(loket)
  for (const query of ['stand=weg&toon=te-laat', 'wie=weg&sorteer=langst', 'formulier=weg&verdacht=1']) {
    const { status, html, words } = await pageAt(`/werkruimte?${query}`)
    expect([query, status, html.includes(`data-dossier="${reference}"`)]).toEqual([query, 200, true])
    expect(words).toContain(
      'Een filter in dit adres bestaat niet, of niet meer. U ziet nu alles wat open is, zonder filter.',
    )
    expect(html).not.toMatch(/class="lw-chip on"|aria-current="true"[^>]*class="lw-count|Wis de filters/)
    expect(html).not.toContain('lijst=')
  }
})

const hostile = [
  ...['//evil.example', 'https://evil.example', '\\\\evil.example', '/\\evil.example', 'javascript:alert(1)'],
  ...[
    '%2F%2Fevil.example',
    '%5C%5Cevil.example',
    '%252F%252Fevil.example',
    'toon=//evil.example',
    'toon=https:',
    'na=%2F%2Fevil.example',
  ],
  ...[
    '/werkruimte/beheer/mensen',
    '../mensen',
    '?toon=te-laat/../mensen',
    'terug=/aanmelden',
    '__proto__=1',
    'klaar=toegewezen&dossiers=x',
  ],
  ...[
    'toon="><script>',
    "wie='onload=x",
    'stand=\r\nSet-Cookie:x',
    `wie=${'x'.repeat(5000)}`,
    '\u0000',
    '#naar',
    'x'.repeat(5000),
  ],
]

describe('wat iemand er ook van maakt, het is de lijst of niets', () => {
  it.each(hostile)('%j', async (lijst) => {
    const { path } = await fileHeld(loket)
    const asked = `${path}?${new URLSearchParams({ lijst })}`
    const { status, html, links } = await pageAt(asked)
    const back = linkIn(html, 'Terug naar de lijst')
    expect([status, loket.failures]).toEqual([200, []])
    expect(new URL(back, loket.url).origin).toBe(new URL(loket.url).origin)
    expect(back).toMatch(/^\/werkruimte(\?toon=te-laat)?$/)
    expect(links.filter((link) => /evil|script|onload|Cookie|mensen\?/i.test(link))).toEqual([])
    const sent = await coordinator.post(`${path}/contact?${new URLSearchParams({ lijst })}`, {
      ...{ contact: 'gebeld', eenmalig: 'A'.repeat(22) },
    })
    expect(locationOf(sent)).toBe(`${path}?klaar=contact`)
    expect(sent.headers.get('location')).toBe(`${path}?klaar=contact#tijdlijn`)
  })

  it.each([
    ['toon=te-laat&evil=1', 'toon=te-laat'],
    ['toon=te-laat&na=2026-11-20%23LCO-7K3M-9QX2-4T', 'toon=te-laat&na=2026-11-20%23LCO-7K3M-9QX2-4T'],
    ['?wie=a b', ''],
    ['', ''],
    [undefined, ''],
  ])('%j is %j', (query, list) => {
    expect(listIn(query)).toBe(list)
  })

  it.each([
    ['/werkruimte/dossier/LCO-1', '/werkruimte/dossier/LCO-1?lijst=toon%3Dte-laat'],
    ['/werkruimte/dossier/LCO-1/plan?x=1#deel', '/werkruimte/dossier/LCO-1/plan?lijst=toon%3Dte-laat&x=1#deel'],
    ['/werkruimte/dossier/LCO-1?lijst=wie%3Dx', '/werkruimte/dossier/LCO-1?lijst=wie%3Dx'],
    ['/werkruimte', '/werkruimte?toon=te-laat'],
    ['/werkruimte?klaar=x', '/werkruimte?toon=te-laat&klaar=x'],
    ['/werkruimte?verdacht=1', '/werkruimte?verdacht=1'],
    ...[
      '/werkruimte/week',
      '/werkruimte/dossier',
      '//evil/werkruimte/dossier/x',
      'https://evil.example/werkruimte',
      '#deel',
      'tel:112',
    ].map((same): [string, string] => [same, same]),
  ])('%s wordt %s', (address, kept) => {
    expect(withList(address, 'toon=te-laat', true)).toBe(kept)
  })
})
