import { beforeAll, describe, expect, it } from 'vitest'
import { networks, receivingNetworks } from '../../forms/index.ts'
import { levensdomeinOptions } from '../../forms/kit/questions/levensdomeinen.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { bierbeek } from '../../forms/networks/bierbeek.ts'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { demoContent } from '../support/content.ts'
import { aanvraag, begin, refusedCriteria } from '../support/lco.ts'
import { locationOf, wordsIn } from '../support/visitor.ts'

let loket: TestLoket
beforeAll(async () => {
  loket = await startTestLoket()
})

const open = (path: string) => loket.visitor().get(path)
const linksIn = (html: string): string[] => [...html.matchAll(/href="(\/aanbod[^"]*)"/g)].map(([, path = '']) => path)
const offered = networks.filter(({ aanbod }) => Object.keys(aanbod).length > 0)
const domeinen = levensdomeinOptions.map(({ value }) => value)
const entries = offered.flatMap(({ slug }) =>
  Object.entries(demoContent(slug).aanbod).map(([key, offer]) => [`/aanbod/${slug}/${key}`, offer] as const),
)

describe('het aanbod', () => {
  it('is vanaf de startpagina helemaal te vinden, en elke pagina mag bewaard worden', async () => {
    const home = await (await open('/')).text()
    const found = new Set<string>()
    const todo = linksIn(home)
    expect(todo).toEqual(['/aanbod'])
    for (let path = todo.pop(); path; path = todo.pop()) {
      if (found.has(path)) continue
      found.add(path)
      const page = await open(path)
      const seconds = path === '/aanbod' ? 300 : 30
      expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, `public, max-age=${seconds}`])
      expect(page.headers.has('set-cookie')).toBe(false)
      const html = await page.text()
      expect(html.match(/<!doctype html><html|<h1>/g)).toHaveLength(2)
      todo.push(...linksIn(html))
    }
    const all = offered.flatMap(({ slug, aanbod }) => [
      `/aanbod/${slug}`,
      ...[...domeinen, ...Object.keys(aanbod)].map((entry) => `/aanbod/${slug}/${entry}`),
    ])
    expect([...found].sort()).toEqual(['/aanbod', ...all].sort())
  })

  it.each(entries)('%s is te lezen: wat het doet, voor wie, wie u belt, wanneer nagekeken', async (path, offer) => {
    const html = await (await open(path)).text()
    const words = wordsIn(html)
    for (const part of [offer.name, offer.description, offer.audience, ...(offer.steps ?? [])])
      expect(words).toContain(part)
    expect(html).toContain(`>${offer.phone}</a>`)
    expect(words).toMatch(/Nagekeken op \d+ november 2026/)
  })

  it('een aanbod waar een formulier voor is, leidt ernaartoe, en een ander niet', async () => {
    const offers = networks.flatMap((network) =>
      Object.entries(network.aanbod).map(([key, { form }]) => ({
        path: `/aanbod/${network.slug}/${key}`,
        form,
        network,
      })),
    )
    expect(offers.filter(({ form }) => form).map(({ path }) => path)).toEqual([
      '/aanbod/zottegem/de-katrol',
      '/aanbod/zottegem/huisbezoeken-80-plus',
    ])
    for (const { path, form, network } of offers)
      expect((await (await open(path)).text()).includes(`class="btn" href="/${network.slug}/${form}"`), path).toBe(
        form !== undefined,
      )
  })

  it('toont bij een levensdomein alleen wat daar past', async () => {
    const words = wordsIn(await (await open('/aanbod/aalst/wonen_energie')).text())
    expect(words).toContain('Nachtopvang Aalst')
    expect(words).not.toContain('JAC Aalst')
  })

  it.each(domeinen)('heeft in Aalst iets voor %s, of zegt wat u dan doet', async (domein) => {
    const html = await (await open(`/aanbod/aalst/${domein}`)).text()
    const some = Object.values(aalst.aanbod).some(({ levensdomeinen }) => levensdomeinen.includes(domein))
    expect(html.includes('class="offers"')).toBe(some)
    expect(wordsIn(html).includes('nog niets in onze lijst')).toBe(!some)
    expect(html).toContain(`>${aalst.phone}</a>`)
    expect(wordsIn(html)).toContain('We zoeken met u mee')
  })

  it('noemt in Aalst nooit een traject van Bierbeek', async () => {
    for (const path of ['/aanbod/aalst', ...domeinen.map((domein) => `/aanbod/aalst/${domein}`)]) {
      const words = wordsIn(await (await open(path)).text())
      for (const { name } of Object.values(bierbeek.aanbod)) expect(words).not.toContain(name)
    }
  })

  it('geeft een netwerk zonder formulier geen deur op de startpagina, en elk ander wel', async () => {
    const html = await (await open('/')).text()
    expect(networks.filter(({ slug }) => html.includes(`href="/${slug}/`))).toEqual(receivingNetworks)
    for (const { place } of networks.filter((network) => !receivingNetworks.includes(network)))
      expect(html).not.toContain(place)
  })
})

it.each([
  '/aanbod/nergens',
  '/aanbod/nergens/jac',
  '/aanbod/aalst/nergens',
  '/aanbod/aalst/thuiszorg',
  '/aanbod/aalst/constructor',
  '/aanbod/aalst/__proto__',
  '/aanbod/aalst/jac/meer',
  '/aanbod/aalst/%00',
  '/aanbod/aalst/%e0%a4%a',
])('%s bestaat niet', async (path) => {
  const page = await open(path)
  expect(page.status).toBe(404)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await page.text()).toContain('Deze link werkt niet.')
})

it('is alleen om te lezen', async () => {
  const answer = await loket.visitor().post('/aanbod/aalst', { naam: 'Noor' })
  expect(answer.status).toBe(405)
})

it('een weigering leidt naar de pagina van wie wel kan helpen', async () => {
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  const answers = { meerderjarig: 'nee', postcode: '1000', ocmw_client: 'nee', verblijf: 'nee', aantal_diensten: '1' }
  const judged = locationOf(await visitor.post(`${draft}/criteria`, { ...aanvraag.criteria, ...answers }))
  const refusal = await (await visitor.get(judged)).text()
  expect(refusedCriteria(refusal)).toEqual(['meerderjarig', 'werkgebied', 'diensten', 'verblijf'])
  const [, main = ''] = refusal.split('<main')
  expect(linksIn(main)).toEqual(['jacElders', 'eigenOcmw', 'cawElders'].map((key) => `/aanbod/aalst/${key}`))
  for (const path of linksIn(main)) expect((await open(path)).status).toBe(200)
})
