/**
 * Every page, network by network: whose phone it says. A page of a network has its number in head and foot, and of no other; one of no
 * network has none there, and says where the numbers are. And a network that nobody works for yet says so.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { networkServices, networks, receivingNetworks, vraagService } from '../../forms/index.ts'
import { phoneHref } from '../../forms/kit/contact.ts'
import type { Network } from '../../forms/kit/network.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { aanbodPath, callBackPath, networkPath, servicePath, vraagPath } from '../../functions/shared/public-paths.ts'
import { loketOn, startTestLoket, type TestLoket, testUrl } from '../support/app.ts'
import { pathOf, personalPath, putEvent, respond } from '../support/events.ts'
import { fieldsIn, locationOf, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'

let loket: TestLoket
beforeAll(async () => {
  loket = await startTestLoket()
})

/** The numbers that stand around what is a page's own: in its head and its foot. */
const numbersAround = (html: string): string[] => [
  ...new Set([...html.replace(mainOf(html), '').matchAll(/href="(tel:[^"]*)"/g)].map(([, href = '']) => href)),
]
const numbersIn = (html: string): string[] => [...html.matchAll(/href="(tel:[^"]*)"/g)].map(([, href = '']) => href)
const others = (network: Network) =>
  networks.filter(({ phone }) => phone !== network.phone).map(({ phone }) => phoneHref(phone))

async function expectOf(network: Network, visitor: Visitor, path: string, status: number): Promise<string> {
  const response = await visitor.get(path)
  const html = await response.text()
  const found = [
    path,
    response.status,
    numbersAround(html),
    numbersIn(html).filter((one) => others(network).includes(one)),
  ]
  expect(found).toEqual([path, status, [phoneHref(network.phone)], []])
  return html
}

describe.each(networks.map((network) => [network.slug, network] as const))(
  '%s: het eigen nummer, en geen ander',
  (_, network) => {
    const [offer = ''] = Object.keys(network.aanbod)

    it.each([
      ...[aanbodPath(network), aanbodPath(network, 'wonen_energie'), aanbodPath(network, offer)].map(
        (path) => [path, 200] as const,
      ),
      ...[`${aanbodPath(network)}/nergens`, `/${network.slug}/nergens`, `/cijfers/${network.slug}/2020`].map(
        (path) => [path, 404] as const,
      ),
    ])('op %s', async (path, status) => {
      await expectOf(network, loket.visitor(), path, status)
    })

    it('bij een activiteit: de uitnodiging, wie antwoordde, een eigen link', async () => {
      const event = await putEvent(loket.connection, {
        ...{ network: network.slug, deadline: '2027-05-21' },
        ...{ start: '2027-06-08T07:00:00.000Z', einde: '2027-06-08T10:00:00.000Z' },
      })
      await expectOf(network, loket.visitor(), pathOf(event), 200)
      const noted = locationOf(await respond(loket, event))
      await expectOf(network, loket.visitor(), noted, 200)
      const personal = await personalPath(loket, event)
      await expectOf(network, loket.visitor(), personal, 200)
    })
  },
)

describe.each(receivingNetworks.map((network) => [network.slug, network] as const))(
  '%s: van deur tot ontvangst',
  (_, network) => {
    const services = networkServices(network)

    it('op de eigen pagina, elke startpagina, de vraag en bel mij; met elke deur', async () => {
      const home = await expectOf(network, loket.visitor(), networkPath(network), 200)
      for (const path of [...services.map(servicePath), callBackPath(network), aanbodPath(network), '/activiteiten'])
        expect(home).toContain(`href="${path}"`)
      const pages = [...services.map(servicePath), ...services.map(vraagPath), callBackPath(network)]
      for (const path of pages) await expectOf(network, loket.visitor(), path, 200)
    })

    it('in elke aanvraag, en als wat bewaard was verlopen is', async () => {
      for (const service of services) {
        const visitor = loket.visitor()
        const page = locationOf(await visitor.post(servicePath(service)))
        await expectOf(network, visitor, page, 200)
        await expectOf(network, visitor, `${page.slice(0, page.lastIndexOf('/'))}/nergens`, 404)
        await expectOf(network, loket.visitor(), page, 404)
        const late = loketOn(loket.connection, addSeconds(loket.clock.now, 40 * 86_400))
        const cookies = new Map<string, string>()
        const again = locationOf(await loket.visitor(cookies).post(servicePath(service)))
        await expectOf(network, late.visitor(cookies), again, 410)
      }
    })

    it('op de ontvangst en de statuspagina van een vraag', async () => {
      const [service] = services
      if (!service) throw new Error('none')
      const visitor = loket.visitor()
      const { formulier = [] } = fieldsIn(await (await visitor.get(vraagPath(service))).text())
      loket.clock.later(60)
      const typed = {
        ...{ formulier, vraag: 'Kan dit ook op woensdag?', naam: 'Zoë Voorbeeld', organisatie: 'CAW Voorbeeld' },
        ...{ functie: 'Begeleider', telefoon: '053 12 34 56', email: 'zoe@caw.example' },
      }
      const receipt = locationOf(await visitor.post(vraagPath(service), typed))
      const html = await expectOf(network, visitor, receipt, 200)
      const status = /href="[^"]*(\/status\/[^"]+)"/.exec(html)?.[1]
      if (status) await expectOf(network, loket.visitor(), status, 200)
      expect(vraagService(service).network).toBe(network)
    })
  },
)

it.each([
  '/nergens',
  '/status/x',
  '/ontvangen/x',
  '/activiteiten/x',
  '/privacy',
  '/toegankelijkheid',
  '/activiteiten',
  '/verder',
])('%s is van geen netwerk: geen nummer van één streek in de kop of de voet', async (path) => {
  const html = await (await loket.visitor().get(path)).text()
  expect(numbersAround(html)).toEqual([])
  expect(html).toContain('/#waar')
})

describe('een netwerk waar nog niemand werkt', () => {
  it.each(receivingNetworks.map((network) => [network.slug, network] as const))(
    '%s neemt niets aan en zegt wie u belt; wat te lezen is, blijft te lezen',
    async (_, network) => {
      const empty = loketOn(loket.connection, loket.clock.now, testUrl, 'stored')
      const visitor = empty.visitor()
      const services = networkServices(network)
      for (const path of [networkPath(network), aanbodPath(network), ...services.map(servicePath)])
        await expectOf(network, visitor, path, 200)
      for (const path of [callBackPath(network), ...services.map(vraagPath)]) {
        const html = await expectOf(network, visitor, path, 409)
        expect(html).toContain('data-outcome="niemand"')
        expect(wordsIn(mainOf(html))).toContain(`${network.name} leest op dit loket nog geen aanvragen.`)
      }
      const begun = await visitor.post(services.map(servicePath)[0] ?? '')
      expect([begun.status, await begun.text()]).toEqual([409, expect.stringContaining(network.phone)])
      expect(await empty.items('drafts')).toEqual(await loket.items('drafts'))
    },
  )
})
