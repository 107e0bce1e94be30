/** The way back to what is open in this browser: `/verder`. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { loketOn, startTestLoket } from '../support/app.ts'
import { katrolStart } from '../support/forms.ts'
import { begin, fillIn, lcoStart } from '../support/lco.ts'
import { locationOf, type Visitor } from '../support/visitor.ts'

let connection: Connection<Tables>
beforeAll(async () => {
  connection = (await startTestLoket()).connection
})

const open = () => loketOn(connection, new Date('2026-11-23T09:00:00Z'))
const pageOf = async (visitor: Visitor) => (await visitor.get('/verder')).text()
const draftsOn = (html: string) =>
  [...html.matchAll(/<a class="btn[^"]*" href="([^"]+\/d\/[^"]+)">/g)].map(([, at]) => at)

describe('wat openstaat in deze browser', () => {
  it('staat er met hoever het is en tot wanneer, het laatste eerst', async () => {
    const visitor = open().visitor()
    const lco = await begin(visitor)
    await fillIn(visitor, lco, { until: 'situatie' })
    const katrol = await begin(visitor, katrolStart)
    const response = await visitor.get('/verder')
    const html = await response.text()
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(draftsOn(html)).toEqual([katrol, lco])
    expect(html).toContain('U hebt 2 aanvragen openstaan')
    expect(html).toContain('Stap 4 van 7. Bewaard tot dinsdag 24 november 2026 om 10.00 uur.')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('na een gemailde link staat dat erbij', async () => {
    const visitor = open().visitor()
    const draft = await begin(visitor)
    await visitor.post(`${draft}/later`, { email: 'noor@caw.example' })
    expect(await pageOf(visitor)).toContain('U vroeg een link: bewaard tot maandag 7 december 2026 om 10.00 uur.')
  })

  it('wat verzonden of gewist is, staat er niet meer; wissen komt hier terug', async () => {
    const visitor = open().visitor()
    const [sent, wiped, left] = [await begin(visitor), await begin(visitor), await begin(visitor)]
    await fillIn(visitor, sent)
    await visitor.post(`${sent}/controle`)
    expect(locationOf(await visitor.post(`${wiped}/wissen`, { terug: 'ja' }))).toBe('/verder')
    expect(draftsOn(await pageOf(visitor))).toEqual([left])
    // A second press asks for what is done.
    expect(locationOf(await visitor.post(`${wiped}/wissen`, { terug: 'ja' }))).toBe('/verder')
  })

  it('niet wat te lang openstond, en niet wat op een ander toestel geopend is', async () => {
    const loket = open()
    const visitor = loket.visitor()
    await begin(visitor)
    loket.clock.later(86_400)
    expect(await pageOf(visitor)).toContain('Hier staat niets open')
  })

  it('hoogstens vijf: het oudste valt weg, en blijft op zijn eigen adres', async () => {
    const visitor = open().visitor()
    const all: string[] = []
    for (let index = 0; index < 6; index += 1) all.push(await begin(visitor))
    expect(draftsOn(await pageOf(visitor))).toEqual(all.slice(1).reverse())
    expect((await visitor.get(`${all[0]}/criteria`)).status).toBe(200)
  })
})

describe('wat een browser over zichzelf zegt, opent niets', () => {
  it('een andere browser met dezelfde lijst ziet niets', async () => {
    const loket = open()
    const cookies = new Map<string, string>()
    await begin(loket.visitor(cookies))
    const [list] = [...cookies].filter(([name]) => name.endsWith('open'))
    const thief = loket.visitor(new Map(list ? [list] : []))
    expect(await pageOf(thief)).toContain('Hier staat niets open')
    // Nor with a cookie of its own.
    const other = new Map(list ? [list] : [])
    await begin(loket.visitor(other))
    if (list) other.set(list[0], list[1])
    expect(await pageOf(loket.visitor(other))).toContain('Hier staat niets open')
  })

  it.each(['', 'x', '../../status', `${'a'.repeat(36)}.`, '0'.repeat(4000)])(
    'een lijst als “%s” is leeg',
    async (list) => {
      const loket = open()
      const cookies = new Map<string, string>()
      await begin(loket.visitor(cookies))
      cookies.set([...cookies.keys()].find((name) => name.endsWith('open')) ?? '', list)
      const response = await loket.visitor(cookies).get('/verder')
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Hier staat niets open')])
    },
  )

  it('de beginpagina kijkt naar geen cookie en wijst de weg', async () => {
    for (const path of ['/', lcoStart])
      expect(await (await open().visitor().get(path)).text()).toContain('href="/verder"')
  })
})
