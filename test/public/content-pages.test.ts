/** What is changed of a network is on its pages within a minute; and what they say as long as nobody filled it in. */
import { beforeEach, expect, it } from 'vitest'
import { receivingNetworks } from '../../forms/index.ts'
import type { StoredContent } from '../../forms/kit/content-schema.ts'
import { dateInWords } from '../../forms/kit/time.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import { createApp } from '../../functions/public/app.ts'
import { parts } from '../../functions/public/parts.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { loadAll } from '../../functions/shared/web/in-parts.ts'
import { startTestLoket, type TestLoket, testUrl } from '../support/app.ts'
import { aanvraag, begin } from '../support/lco.ts'
import { createVisitor, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'

const everything = await loadAll(parts)
const demo = demoContentOf(aalst)
let loket: TestLoket
let visitor: Visitor
let cookies: Map<string, string>
beforeEach(async () => {
  loket = await startTestLoket()
  const contents = createContents(loket.connection, () => loket.clock.now)
  const app = createApp({ ...loket.publicDeps, contents }, everything)
  cookies = new Map()
  visitor = createVisitor(testUrl, async (request) => app.fetch(request), cookies)
})

/** By another process, so that nothing is known of it here. */
async function store(content: StoredContent, revision = 0): Promise<void> {
  const now = () => loket.clock.now
  const elsewhere = createContentChanges(loket.connection, createContents(loket.connection, now))
  const about = { who: 'beheer', auditId: `a${revision}`, now: loket.clock.now, auditDays: 365 }
  expect((await elsewhere.put(aalst, content, { revision, ...about })).kind).toBe('stored')
}
const read = async (path: string) => wordsIn(await (await visitor.get(path)).text())

async function refusal(): Promise<string> {
  // Begun where somebody works: without anybody nothing is taken in.
  const draft = await begin(loket.visitor(cookies))
  const answers = { ...aanvraag.criteria, meerderjarig: 'nee' }
  return locationOf(await visitor.post(`${draft}/criteria`, answers))
}

it('zonder iets bewaard: het nummer van het netwerk, nog niet nagekeken, en geen postbus', async () => {
  expect(await read('/aanbod/aalst')).toContain('Nog niet nagekeken')
  for (const path of ['/aanbod/aalst/jac', await refusal()]) {
    const html = await (await visitor.get(path)).text()
    expect(html).toContain('JAC Aalst')
    expect(html).toContain(`>${aalst.phone}</a>`)
  }
  for (const path of ['/privacy', '/toegankelijkheid']) {
    const html = await (await visitor.get(path)).text()
    expect(html).toContain(`<strong>LCO Aalst</strong>`)
    expect(html).not.toMatch(/mailto:|undefined/)
  }
})

it('wat veranderd wordt, staat er binnen de minuut, ook na wat de rand en de browser bewaren', async () => {
  const pages = ['/aanbod/aalst', '/aanbod/aalst/persoon', '/aanbod/aalst/jac', await refusal()]
  for (const path of pages) expect(await read(path)).not.toContain('053 00 00 11')
  expect(await read('/privacy')).not.toContain('lco@lco-aalst.example')
  await store(demo)
  loket.clock.later(30)
  for (const path of pages) expect(await read(path)).toContain('053 00 00 11')
  expect(await read('/privacy')).toContain('lco@lco-aalst.example')
  const { headers } = await visitor.get('/aanbod/aalst/jac')
  expect(headers.get('cache-control')).toBe('public, max-age=30')
})

it.each(receivingNetworks)('de privacypagina zegt van $slug wie voor de gegevens instaat', async ({ controller }) => {
  const words = await read('/privacy')
  const { assessedOn = '', ...texts } = controller
  for (const text of [...Object.values(texts), dateInWords(assessedOn)]) expect(words).toContain(text)
})

it('de privacypagina zegt ook wie leest, wat u mag vragen, en wat het netwerk niet invulde, laat ze weg', async () => {
  const words = await read('/privacy')
  for (const text of [
    'elke dienst aan tafel verantwoordelijk voor de eigen notities',
    'en wie hen vervangt',
    'laten verbeteren, bezwaar maken, of vragen om het te wissen',
    'Een tweede cookie onthoudt welke formulieren openstaan',
  ])
    expect(words).toContain(text)
  expect(words).not.toContain('undefined')
})

it('een startpagina vraagt niets van de tabel', async () => {
  const asked: string[] = []
  const contents = {
    of: async ({ slug }: { slug: string }) => {
      asked.push(slug)
      throw new Error('The table is down')
    },
  }
  const app = createApp({ ...loket.publicDeps, contents }, everything)
  const strict = createVisitor(testUrl, async (request) => app.fetch(request))
  for (const path of ['/', '/aanbod', '/aalst/lco-aanvraag']) expect((await strict.get(path)).status).toBe(200)
  expect(asked).toEqual([])
  expect((await strict.get('/aanbod/aalst')).status).toBe(503)
  expect(asked).toEqual(['aalst'])
})
