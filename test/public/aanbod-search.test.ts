/** The search in the aanbod of all networks, as somebody meets it; what is found by what: test/forms/find-offers.test.ts. */
import { beforeEach, expect, it } from 'vitest'
import { networks, receivingNetworks } from '../../forms/index.ts'
import { longestSearch } from '../../forms/kit/search/find-offers.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { createApp } from '../../functions/public/app.ts'
import { parts } from '../../functions/public/parts.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { loadAll } from '../../functions/shared/web/in-parts.ts'
import { startTestLoket, type TestLoket, testUrl } from '../support/app.ts'
import { createVisitor, type Visitor, wordsIn } from '../support/visitor.ts'

const everything = await loadAll(parts)
let loket: TestLoket
let visitor: Visitor
let reads: string[]
beforeEach(async () => {
  loket = await startTestLoket()
  const contents = createContents(loket.connection, () => loket.clock.now)
  reads = []
  const counted: typeof contents = {
    ...contents,
    of: (network) => {
      reads.push(network.slug)
      return contents.of(network)
    },
  }
  const app = createApp({ ...loket.publicDeps, contents: counted }, everything)
  visitor = createVisitor(testUrl, async (request) => app.fetch(request))
})

const search = (q: string, more = '') => visitor.get(`/aanbod?q=${encodeURIComponent(q)}${more}`)
const placesIn = (html: string): string[] => [...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, place = '']) => place)

it('vindt in het aanbod van elk netwerk, met naam, nummer en pagina', async () => {
  const html = await (await search('schulden')).text()
  expect(placesIn(html)).toEqual(['Aalst', 'Limburg', 'Bierbeek', 'Zottegem'])
  expect(html).toContain('href="/aanbod/aalst/socialeDienst"')
  expect(html).toContain(`>${aalst.phone}</a>`)
  expect(html).toContain('value="schulden"')
  expect(new Set(reads)).toEqual(new Set(networks.map(({ slug }) => slug)))
})

it('zet het netwerk waar iemand vandaan komt eerst; een onbekend verandert niets', async () => {
  expect(placesIn(await (await search('schulden', '&netwerk=zottegem')).text())[0]).toBe('Zottegem')
  for (const odd of ['nergens', '__proto__', ''])
    expect(placesIn(await (await search('schulden', `&netwerk=${odd}`)).text())[0]).toBe('Aalst')
})

it('vindt wat een netwerk nu zegt, niet wat het bestand eerst zei', async () => {
  const { socialeDienst } = aalst.aanbod
  if (!socialeDienst) throw new Error('Aalst has no such offer')
  const now = () => loket.clock.now
  const elsewhere = createContentChanges(loket.connection, createContents(loket.connection, now))
  const changed = { ...socialeDienst, description: 'Komt langs met een bakfiets.' }
  const { content } = await elsewhere.stored(aalst)
  const about = { who: 'beheer', auditId: 'a', now: loket.clock.now, auditDays: 365 }
  await elsewhere.put(aalst, { ...content, aanbod: { socialeDienst: changed } }, { revision: 0, ...about })
  expect(wordsIn(await (await search('bakfiets')).text())).toContain('1 gevonden')
})

it('zegt wat te doen als er niets gevonden is', async () => {
  const html = await (await search('zwembad')).text()
  const words = wordsIn(html)
  expect(words).toContain('Niets gevonden')
  expect(words).toContain('Probeer een ander of een korter woord')
  for (const { phone } of receivingNetworks) expect(html).toContain(`>${phone}</a>`)
  for (const { slug } of networks) expect(html).toContain(`href="/aanbod/${slug}"`)
})

it.each<[what: string, query: string]>([
  ['te lang', `q=${'schulden '.repeat(longestSearch)}`],
  ['één letter', 'q=a'],
  ['een stuurteken', 'q=schulden%00'],
  ['een kapotte codering', 'q=%e0%a4%a'],
  ['HTML', 'q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E'],
  ['alleen tekens die niemand ziet', 'q=%E2%80%8B%E2%80%8B'],
  ['een omgekeerde schrijfrichting', 'q=%E2%80%AEzwembad'],
])('wat vreemd is, is iets dat niet gevonden wordt: %s', async (_, query) => {
  const answer = await visitor.get(`/aanbod?${query}`)
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(wordsIn(html)).toContain('Niets gevonden')
  expect(html).not.toContain('<script')
})

it('leest niets als er niets te vinden is', async () => {
  for (const query of ['q=a', `q=${'x'.repeat(longestSearch + 1)}`, 'q=', 'q=%20', 'x=1'])
    await visitor.get(`/aanbod?${query}`)
  expect(reads).toEqual([])
})

it('zonder vraag is het de bladzijde die bewaard wordt; met een vraag bewaart niemand iets', async () => {
  const plain = await (await visitor.get('/aanbod')).text()
  for (const query of ['', '?q=', '?q=%20', '?x=1']) {
    const answer = await visitor.get(`/aanbod${query}`)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    expect(await answer.text()).toBe(plain)
  }
  expect((await search('schulden')).headers.get('cache-control')).toBe('no-store')
})

it('zet wat iemand zoekt niet in de titel, en neemt een tweede vraag niet mee', async () => {
  const html = await (await search('Jan Peeters', '&q=schulden')).text()
  expect(/<title>([^<]+)/.exec(html)?.[1]).toBe('Niets gevonden in het aanbod – Loket')
  expect(html.split('Jan Peeters')).toHaveLength(2)
})
