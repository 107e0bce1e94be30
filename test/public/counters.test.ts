/** The home page and the pages of networks: made of data, so that a network or a form is on them without a change of code. */
import { beforeAll, describe, expect, it } from 'vitest'
import { networks, receivingNetworks, services } from '../../forms/index.ts'
import { takenWords } from '../../forms/kit/problems/taken-words.ts'
import { createApp } from '../../functions/public/app.ts'
import { parts } from '../../functions/public/parts.ts'
import { callBackPath, networkPath, servicePath, vraagPath } from '../../functions/shared/public-paths.ts'
import { loadAll } from '../../functions/shared/web/in-parts.ts'
import { startTestLoket, type TestLoket, testUrl } from '../support/app.ts'
import { createVisitor, locationOf, wordsIn } from '../support/visitor.ts'

let loket: TestLoket
beforeAll(async () => {
  loket = await startTestLoket()
})
const open = (path: string) => loket.visitor().get(path)
const htmlOf = async (path: string) => (await open(path)).text()
const countersIn = (html: string): string[] => html.split('<li class="lp-front').slice(1)
const linksIn = (html: string): string[] => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, path = '']) => path)
const only = networks.filter((one) => !receivingNetworks.includes(one))

describe('de startpagina', () => {
  it('heeft één toonbank per netwerk dat aanvragen krijgt, met naam, deuren, nummer en uren', async () => {
    const counters = countersIn(await htmlOf('/'))
    expect(counters).toHaveLength(receivingNetworks.length)
    for (const [index, network] of receivingNetworks.entries()) {
      const counter = counters[index] ?? ''
      expect(wordsIn(counter)).toContain(network.place)
      expect(counter).toContain(`>${network.phone}</a>`)
      expect(counter).toContain(network.reachable)
      for (const path of [networkPath(network), callBackPath(network)]) expect(linksIn(counter)).toContain(path)
      for (const service of services.filter((one) => one.network === network))
        expect(linksIn(counter)).toContain(servicePath(service))
      expect(counter.match(/<svg/g)?.length).toBeGreaterThanOrEqual(2)
    }
  })

  it('toont een netwerk met alleen een aanbod niet, en zegt wat u dan doet', async () => {
    const html = await htmlOf('/')
    for (const { place } of only) expect(html).not.toContain(place)
    expect(wordsIn(html)).toContain('Staat uw streek er niet bij?')
  })

  it('leidt ook vanuit wat u nodig hebt naar elk formulier, en terug naar waar u bezig was', async () => {
    const [, needs = ''] = (await htmlOf('/')).split('Of begin bij wat u nodig hebt')
    for (const service of services) {
      expect(linksIn(needs)).toContain(servicePath(service))
      expect(wordsIn(needs)).toContain(service.form.start?.need)
    }
    expect(linksIn(await htmlOf('/'))).toEqual(
      expect.arrayContaining(['/verder', '/#waar', '/aanbod', '/activiteiten']),
    )
  })

  it('noemt geen nummer van één streek in de kop, en niets dat verandert', async () => {
    const [head = ''] = (await htmlOf('/')).split('<main')
    expect(head).not.toContain('tel:')
  })
})

describe('de pagina van een netwerk', () => {
  it.each(receivingNetworks.map((network) => [networkPath(network), network] as const))(
    '%s heeft de deuren, het aanbod en het nummer van dat netwerk',
    async (path, network) => {
      const html = await htmlOf(path)
      const links = linksIn(html)
      const own = services.filter((service) => service.network === network)
      const [first] = own
      for (const service of own) expect(links).toContain(servicePath(service))
      if (first) expect(links).toContain(vraagPath(first))
      expect(links).toEqual(expect.arrayContaining([callBackPath(network), '/verder', '/activiteiten']))
      expect(links).toContain(`/aanbod/${network.slug}/gezondheid`)
      expect(html).toContain(`name="netwerk" value="${network.slug}"`)
      expect(html).toContain(`>${network.phone}</a>`)
      expect(wordsIn(html)).toContain(`De coördinatoren van ${network.name}, ${first?.form.start?.readers} en wie hen`)
      expect(html).not.toContain('data-next')
      expect(html.match(/<h1>/g)).toHaveLength(1)
    },
  )

  it('wijst naar een ander netwerk waar een aanvraag ook heen kan', async () => {
    const links = linksIn(await htmlOf('/aalst'))
    expect(links).toEqual(expect.arrayContaining(['/ota/aanmelding', '/zottegem/huisbezoek-80-plus']))
  })

  it('van een netwerk met alleen een aanbod is dat aanbod', async () => {
    for (const network of only) {
      const answer = await open(networkPath(network))
      expect([answer.status, locationOf(answer)]).toEqual([302, `/aanbod/${network.slug}`])
    }
  })

  it.each(['/nergens', '/aalst/nergens', '/constructor', '/__proto__', '/bierbeek/bel-mij', '/%00'])(
    '%s bestaat niet',
    async (path) => {
      const answer = await open(path)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
    },
  )

  it('is alleen om te lezen', async () => {
    expect((await loket.visitor().post('/aalst', { naam: 'Noor' })).status).toBe(405)
  })

  it('is ook met de naam van vroeger te vinden, met alles wat erachter komt', async () => {
    const [aalst] = receivingNetworks
    if (!aalst) throw new Error('No network')
    Object.assign(aalst, { formerly: ['lco-stad'] })
    try {
      const app = createApp(loket.publicDeps, await loadAll(parts))
      const visitor = createVisitor(testUrl, async (request) => app.fetch(request))
      for (const rest of ['', '/bel-mij', '/lco-aanvraag', '/lco-aanvraag/vraag']) {
        const answer = await visitor.get(`/lco-stad${rest}`)
        expect([rest, answer.status, locationOf(answer)]).toEqual([rest, 308, `/${aalst.slug}${rest}`])
      }
    } finally {
      Reflect.deleteProperty(aalst, 'formerly')
    }
  })

  it('heeft een naam die van geen andere pagina is', () => {
    const first = [...loket.routes, ...loket.guestRoutes]
      .map((route) => route.slice(route.indexOf(' ') + 1).split('/')[1] ?? '')
      .filter((word) => word !== '' && word !== '*' && !networks.some(({ slug }) => slug === word))
    expect(first.filter((word) => !takenWords.includes(word))).toEqual([])
    expect(networks.filter(({ slug }) => takenWords.includes(slug))).toEqual([])
  })
})

describe('de startpagina van een formulier', () => {
  it.each(services.map((service) => [servicePath(service), service] as const))(
    '%s zegt voor wie, wat klaar te houden, hoelang en wie leest, en heeft één knop verder',
    async (path, { network, form }) => {
      const html = await htmlOf(path)
      const headings = [...html.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, words]) => words)
      expect(headings).toEqual(
        expect.arrayContaining(['Voor wie?', 'Hou klaar', 'Hoelang?', 'Wie leest dit?', 'Was u bezig?']),
      )
      expect(html.match(/data-next/g)).toHaveLength(1)
      expect(linksIn(html)).toEqual(expect.arrayContaining([networkPath(network), callBackPath(network), '/verder']))
      const words = wordsIn(html)
      for (const part of ['Dit is geen crisishulp', form.start?.self, form.start?.atHand]) expect(words).toContain(part)
      expect(words).toContain(`De coördinatoren van ${network.name}, ${form.start?.readers} en wie hen vervangt.`)
    },
  )
})
