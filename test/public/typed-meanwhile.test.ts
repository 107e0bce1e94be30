/** What stands on a page while somebody types is kept, apart from what was passed on (docs/decisions/027-typed-text.md). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, fillIn, type Slug } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor } from '../support/visitor.ts'

let connection: Connection<Tables>
beforeAll(async () => {
  connection = (await startTestLoket()).connection
})

const day = 86_400
async function filled(until?: Slug, now = new Date('2026-11-23T09:00:00Z')) {
  const loket = loketOn(connection, now)
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft, until ? { until } : {})
  return { loket, visitor, draft }
}
const meanwhile = (visitor: Visitor, path: string, fields: Fields) => visitor.post(path, { ...fields, actie: 'bewaar' })
const onPage = async (visitor: Visitor, path: string) => fieldsIn(await (await visitor.get(path)).text())
const itemOf = async (loket: TestLoket, draft: string) =>
  (await loket.items('drafts')).find(({ id }) => id === draft.split('/').at(-1))

describe('wat op een pagina staat terwijl iemand typt', () => {
  it('wordt bewaard zoals het er staat, af of niet, en de pagina zegt tot wanneer', async () => {
    const { loket, visitor, draft } = await filled('situatie')
    loket.clock.later(42 * 60)
    const answer = await meanwhile(visitor, `${draft}/situatie`, {
      vraag_client: 'Ik wil',
      'loopt_goed.gezondheid': 'x',
    })
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { at: '10.42 uur', until: 'dinsdag 24 november 2026 om 10.42 uur' },
    ])
    const html = await (await visitor.get(`${draft}/situatie`)).text()
    expect(fieldsIn(html)).toMatchObject({ vraag_client: ['Ik wil'], 'loopt_goed.gezondheid': ['x'] })
    expect(html).toContain('Bewaard om 10.42 uur')
    // Nothing is judged by it: the form has come as far as before.
    expect(locationOf(await visitor.get(draft))).toBe(`${draft}/situatie`)
    expect(locationOf(await visitor.get(`${draft}/tafel`))).toBe(`${draft}/situatie`)
  })

  it('op twee pagina’s tegelijk, in twee tabbladen', async () => {
    const { visitor, draft } = await filled('tafel')
    const texts = { situatie: { vraag_client: 'Andere woorden' }, tafel: { 'betrokkenen[0].dienst': 'CLB' } }
    await Promise.all(Object.entries(texts).map(([page, fields]) => meanwhile(visitor, `${draft}/${page}`, fields)))
    for (const [page, fields] of Object.entries(texts))
      for (const [name, text] of Object.entries(fields))
        expect((await onPage(visitor, `${draft}/${page}`))[name]).toEqual([text])
  })

  it('gaat op in wat wordt doorgegeven: daarna staat dat er', async () => {
    const { loket, visitor, draft } = await filled('situatie')
    await meanwhile(visitor, `${draft}/situatie`, { vraag_client: 'Half' })
    await fillIn(visitor, draft)
    expect((await onPage(visitor, `${draft}/situatie`)).vraag_client).toEqual([aanvraag.situatie.vraag_client])
    expect((await itemOf(loket, draft))?.unfinished).toEqual({})
  })

  it('leeft een dag vanaf de laatste keer, en niet korter dan een link die werd gemaild', async () => {
    const { loket, visitor, draft } = await filled('situatie')
    loket.clock.later(day - 1)
    expect((await meanwhile(visitor, `${draft}/situatie`, { doel: 'Een plan' })).status).toBe(200)
    loket.clock.later(day - 1)
    expect((await onPage(visitor, `${draft}/situatie`)).doel).toEqual(['Een plan'])
    await visitor.post(`${draft}/later`, { email: 'noor@caw.example' })
    const { until } = await (await meanwhile(visitor, `${draft}/situatie`, { doel: 'Eén plan' })).json()
    expect(until).toBe('woensdag 9 december 2026 om 9.59 uur')
  })

  it('nooit met een rijksregisternummer', async () => {
    const { loket, visitor, draft } = await filled('situatie')
    await meanwhile(visitor, `${draft}/situatie`, { vraag_client: 'Het nummer is 85.07.30-033.28', doel: 'Een plan' })
    expect(JSON.stringify(await itemOf(loket, draft))).not.toContain('033')
    expect((await onPage(visitor, `${draft}/situatie`)).doel).toEqual(['Een plan'])
  })

  it('een akkoord hoort bij de lijst waarvoor het gegeven is, ook als een andere intussen bewaard werd', async () => {
    const { visitor, draft } = await filled()
    const other = { ...aanvraag.tafel, 'betrokkenen[2].dienst': 'Politie' }
    await meanwhile(visitor, `${draft}/tafel`, other)
    expect((await visitor.post(`${draft}/tafel`, other)).status).toBe(422)
    // A control: the same list needs no new agreement.
    expect((await visitor.post(`${draft}/tafel`, aanvraag.tafel)).status).toBe(303)
  })
})

describe('wat iemand typte en niet doorgaf', () => {
  const notice = 'U typte nog iets, en drukte daar niet op Volgende.'

  it('staat op de controlepagina, met de weg erheen, en gaat niet stil mee', async () => {
    const { visitor, draft } = await filled()
    await meanwhile(visitor, `${draft}/situatie`, { ...aanvraag.situatie, doel: 'Iets anders' })
    const html = await (await visitor.get(`${draft}/controle`)).text()
    expect(html).toContain(notice)
    expect(html).toMatch(new RegExp(`<li><a href="${draft}/situatie">De situatie</a></li>`))
    expect(html).not.toContain('Iets anders')
    expect((await onPage(visitor, `${draft}/situatie`)).doel).toEqual(['Iets anders'])
  })

  it('maar niet wat hetzelfde is', async () => {
    const { visitor, draft } = await filled()
    await meanwhile(visitor, `${draft}/situatie`, { ...aanvraag.situatie, leeg_laten: '' })
    expect(await (await visitor.get(`${draft}/controle`)).text()).not.toContain(notice)
  })
})

describe('wat niet bewaard wordt, wordt niet beweerd', () => {
  const text = { vraag_client: 'Ik wil rust' }

  it.each<[string, (at: Awaited<ReturnType<typeof filled>>) => Promise<Response>, number]>([
    [
      'verzonden in een ander tabblad',
      async ({ visitor, draft }) => {
        await fillIn(visitor, draft)
        await visitor.post(`${draft}/controle`)
        return meanwhile(visitor, `${draft}/situatie`, text)
      },
      409,
    ],
    [
      'gewist in een ander tabblad',
      async ({ visitor, draft }) => {
        await visitor.post(`${draft}/wissen`)
        return meanwhile(visitor, `${draft}/situatie`, text)
      },
      410,
    ],
    [
      'te lang open',
      async ({ loket, visitor, draft }) => {
        loket.clock.later(day)
        return meanwhile(visitor, `${draft}/situatie`, text)
      },
      410,
    ],
    ['van een andere browser', async ({ loket, draft }) => meanwhile(loket.visitor(), `${draft}/situatie`, text), 410],
    [
      'te veel voor een formulier',
      async ({ visitor, draft }) => {
        await meanwhile(visitor, `${draft}/client`, { veilig_contact: 'x'.repeat(60_000) })
        return meanwhile(visitor, `${draft}/situatie`, { vraag_client: 'x'.repeat(60_000) })
      },
      413,
    ],
    [
      'van een andere website',
      async ({ visitor, draft }) =>
        visitor.post(`${draft}/situatie`, { ...text, actie: 'bewaar' }, { origin: 'https://elders.example' }),
      403,
    ],
  ])('%s', async (_, send, status) => {
    const at = await filled('situatie')
    expect((await send(at)).status).toBe(status)
    expect(JSON.stringify((await itemOf(at.loket, at.draft)) ?? {})).not.toContain('Ik wil rust')
  })
})

it('het begin van een formulier kost niets: er is niets bewaard, en dat staat er', async () => {
  const { visitor, draft } = await filled('criteria')
  expect(await (await visitor.get(`${draft}/criteria`)).text()).toContain('Nog niets bewaard')
})
