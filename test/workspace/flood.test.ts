/** Requests made to hide another one: it stands where it belongs in every list, and every list can be read to its end. */
import { beforeAll, describe, expect, it } from 'vitest'
import { queueIndex } from '../../functions/shared/store/indexes.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { fileGreatest, greatestPages } from '../support/greatest.ts'
import { itemSize } from '../support/item-size.ts'
import { begin, fillIn, referenceIn } from '../support/lco.ts'
import { dossierOf, keep } from '../support/place-dossiers.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** A Monday, ten in the morning in Brussels: an answer is due the Monday after. */
const monday = new Date('2026-11-23T09:00:00Z')
const many = 40

let loket: TestWorkspace
beforeAll(async () => {
  loket = await startTestWorkspace({ now: monday })
}, 30_000)

const referencesIn = (html: string): string[] =>
  [...html.matchAll(/<tr[ >].*?<\/tr>|<li[ >].*?<\/li>|<section class="lw-bel.*?<\/section>/gs)].flatMap(
    ([row]) => /\b[A-Z]{3}(?:-[0-9A-Z]{4}){2}-[0-9A-Z]{2}\b/.exec(row)?.[0] ?? [],
  )
const nextIn = (html: string) => /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

/** Everything a list shows, from its first page along every next one. */
async function wholeList(visitor: Visitor, path: string): Promise<string[]> {
  const found: string[] = []
  for (let here: string | undefined = path, pages = 0; here; pages += 1) {
    if (pages > 20) throw new Error('A list without an end')
    const html: string = await (await visitor.get(here)).text()
    expect(loket.failures).toEqual([])
    found.push(...referencesIn(html))
    here = nextIn(html)
  }
  return found
}
const receiptOf = async (visitor: Visitor, receipt: string) =>
  referenceIn(await (await visitor.get(receipt)).text()) ?? ''

/** As 0.1.0 wrote it: nothing bounded what a list shows, and so neither the item. */
async function placeHuge(about: Parameters<typeof dossierOf>[1] = {}): Promise<string> {
  const toont = { over: `a${'\u0301'.repeat(15_000)}`, organisatie: `a${'\u0301'.repeat(15_000)}`, gemeente: '9300' }
  const dossier = await dossierOf(loket, { ...about, toont })
  expect(itemSize({ ...dossier })).toBeGreaterThan(60_000)
  await keep(loket.connection, dossier)
  return dossier.reference
}

describe('veertig grote aanvragen, en dan een gewone', () => {
  let all: string[]
  let normal: string
  let coordinator: Visitor
  beforeAll(async () => {
    coordinator = await loket.as('Coördinator Aalst')
    const machine = loket.visitor()
    const pages = await greatestPages(machine)
    const flood: string[] = []
    for (let number = 0; number < many; number += 1) {
      // Every other one waits long enough to seem a person.
      const receipt = await fileGreatest(machine, pages, () => loket.clock.later(number % 2 === 0 ? 5 : 0))
      flood.push(await receiptOf(machine, receipt))
      // Forty of 60 KB in each list are more than the engine gives at once.
      for (const suspect of [false, true]) flood.push(await placeHuge({ suspect }))
    }
    const person = loket.visitor()
    const draft = await begin(person)
    await fillIn(person, draft)
    loket.clock.later(60)
    normal = await receiptOf(person, locationOf(await person.post(`${draft}/controle`)))
    all = [...flood, normal].sort()
  }, 120_000)

  const suspects = async (yes: boolean) => {
    const dossiers = (await loket.items('loket')).filter(({ sk, network }) => sk === 'DOSSIER' && network === 'aalst')
    return dossiers.filter(({ suspect }) => suspect === yes).map(({ reference }) => `${reference}`)
  }

  it.each([
    '/werkruimte',
    '/werkruimte?formulier=lco-aanvraag',
    '/werkruimte?stand=ingediend',
    '/werkruimte?formulier=lco-aanvraag&stand=ingediend&wie=niemand',
    '/werkruimte?wie=niemand',
  ])('staan alle in %s', async (path) => {
    const listed = await wholeList(coordinator, path)
    // All are due on one day: then their references decide.
    expect(listed).toEqual((await suspects(false)).toSorted())
    expect(listed).toContain(normal)
  })

  it.each(['/werkruimte?verdacht=1', '/werkruimte?verdacht=1&wie=niemand'])('of in %s', async (path) => {
    expect(await wholeList(coordinator, path)).toEqual((await suspects(true)).toSorted())
    expect([...(await suspects(true)), ...(await suspects(false))].toSorted()).toEqual(all)
  })

  it('staan alle achter de week, en in het aantal dat te laat is', async () => {
    loket.clock.now = new Date('2026-12-02T09:00:00Z')
    const later = await loket.as('Coördinator Aalst')
    // The week shows the first of what nobody has, and where all of it stands.
    const [, rest = ''] =
      /<section class="lw-band new">.*?<a href="([^"]+)">Bekijk alles/s.exec(
        await (await later.get('/werkruimte/week')).text(),
      ) ?? []
    expect((await wholeList(later, rest)).toSorted()).toEqual((await suspects(false)).toSorted())
    const words = wordsIn(await (await later.get('/werkruimte')).text())
    const [late, suspect] = [(await suspects(false)).length, (await suspects(true)).length]
    expect(words).toContain(`${late} te laat`)
    expect(words).toContain(`${suspect} verdacht`)
    loket.clock.now = monday
  })

  it('een filter die niets vindt op een bladzijde, wijst de weg naar de volgende', async () => {
    const mine = await placeHuge({ nextOn: '2027-01-31', holder: 'casemanager-aalst', state: 'ingediend' })
    // Held by nobody stands before it, and closed states are read by state.
    expect(await wholeList(coordinator, '/werkruimte?wie=casemanager-aalst')).toEqual([mine])
    for (let number = 0; number < 120; number += 1)
      await keep(loket.connection, await dossierOf(loket, { nextOn: '2027-01-01', holder: 'casemanager-aalst-2' }))
    const alone = await dossierOf(loket, { nextOn: '2027-02-01' })
    await keep(loket.connection, alone)
    const found = await wholeList(coordinator, '/werkruimte?formulier=lco-aanvraag&stand=ingediend&wie=niemand')
    expect(found.at(-1)).toBe(alone.reference)
  })
})

describe('bij een team', () => {
  it.each([
    ['/werkruimte/agenda/2026-11-24', 'traject', 'Coördinator OTA'],
    ['/werkruimte/telefoon', 'helpdesk', 'Bemiddelaar OTA'],
  ] as const)('staat de gewone ook in %s', async (path, soort, who) => {
    const visitor = loket.visitor()
    const check = await fillForm(visitor, otaStart, ota[soort])
    loket.clock.later(60)
    const normal = await receiptOf(visitor, locationOf(await visitor.post(check)))
    const like = (await loket.deps.dossiers.read(normal, loket.clock.now)) ?? expect.unreachable()
    const { reference: _r, listed: _l, ...about } = like
    const flood: string[] = []
    for (let number = 0; number < many; number += 1) flood.push(await placeHuge(about))
    const others = { ...about, holder: 'coordinator-ota' }
    for (let number = 0; number < 30; number += 1)
      await keep(loket.connection, await dossierOf(loket, { ...others, nextOn: '2026-11-01' }))
    const listed = await wholeList(await loket.as(who), path)
    expect(listed).toEqual(expect.arrayContaining([...flood, normal]))
    expect(new Set(listed).size).toBe(listed.length)
  })
})

it('leest geen lijst uit de grote index', async () => {
  const seen: string[] = []
  const { client } = await loket.connection.dynamo()
  client.middlewareStack.add(
    (next) => (args) => {
      seen.push((args.input as { IndexName?: string }).IndexName ?? '')
      return next(args)
    },
    { step: 'initialize', name: 'seen' },
  )
  await (await loket.as('Coördinator Aalst')).get('/werkruimte')
  client.middlewareStack.remove('seen')
  expect(seen).not.toContain(queueIndex)
})
