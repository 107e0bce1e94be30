/** Every number above the list is a link to as many rows: over many generated dossiers, for everybody, at any hour. */
import { describe, expect, it } from 'vitest'
import { findNetwork } from '../../forms/index.ts'
import { type AtWork, isHeldBy } from '../../forms/kit/absence.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { isLate } from '../../forms/kit/lifecycle/listed-day.ts'
import { addDays, brusselsDate } from '../../forms/kit/time.ts'
import { countedLists, placesOf } from '../../functions/shared/places.ts'
import { dossierItem } from '../../functions/shared/store/dossier-item.ts'
import { endOf, placesOf as partitionsOf } from '../../functions/shared/store/list-places.ts'
import { choiceOf, type Filters } from '../../functions/workspace/queue/filters.ts'
import { demoContent } from '../support/content.ts'
import { dossierOf, keep, place, placeMany } from '../support/place-dossiers.ts'
import { type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const today = '2026-11-23'
const monday = new Date('2026-11-23T09:00:00Z')
const networkOf = (slug: string) => {
  const network = findNetwork(slug)
  if (!network) throw new Error(`No network ${slug}`)
  return network
}
const people = (slug: string) => demoContent(slug).people

/** The same numbers for the same seed (mulberry32). */
function createRandom(seed: number) {
  let at = seed
  return (below: number) => {
    at = (at + 0x6d2b79f5) | 0
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Any dossier there can be of a network: paused, closed, referred, urgent, suspect, past its time, of every form and state. */
function anyDossier(slug: string, random: (below: number) => number): Partial<Dossier> {
  const places = placesOf(networkOf(slug)).filter(({ standing }) => !standing.verouderd)
  const { form, state, standing } = places[random(places.length)] ?? places[0] ?? { form: '', state: '', standing: {} }
  const ids = people(slug).map(({ id }) => id)
  const holder = random(3) === 0 ? undefined : ids[random(ids.length)]
  const day = addDays(today, random(7) - 3)
  const asks = 'next' in standing && standing.next
  const closed = 'closed' in standing && standing.closed === true
  return {
    ...{ network: slug, form, state, suspect: random(5) === 0 },
    ...(holder ? { holder } : {}),
    nextOn: closed && !asks ? undefined : day,
    ...(closed ? { ttl: monday.getTime() / 1000 + (random(4) === 0 ? -60 : 86_400) } : {}),
    ...(!closed && random(6) === 0 ? { callBy: addDays(today, random(3) - 1) } : {}),
    stateSince: `${addDays(today, -random(60))}T09:00:00.000Z`,
  }
}

const isThere = ({ ttl }: Partial<Dossier>) => ttl === undefined || ttl > monday.getTime() / 1000

describe('op papier: wat telt en wat de lijst kiest is hetzelfde', () => {
  const slugs = ['aalst', 'limburg', 'zottegem', 'ota']
  const seeds = Array.from({ length: 40 }, (_, at) => at)

  it.each(slugs)('%s', async (slug) => {
    const network = networkOf(slug)
    const clock = { now: monday, later: () => undefined }
    const deps = { seal: async () => '' } as unknown as TestWorkspace['deps']
    const counted = countedLists(network)
    const standingOf = ({ form, state }: Pick<Dossier, 'form' | 'state'>) =>
      placesOf(network).find((one) => one.form === form && one.state === state)?.standing
    for (const seed of seeds) {
      const random = createRandom(seed)
      const dossiers = await Promise.all(
        Array.from({ length: 60 }, () => dossierOf({ deps, clock } as never, anyDossier(slug, random))),
      )
      const there = dossiers.filter(isThere)
      const rowsOf = (filters: Filters, person: AtWork) => {
        const { select, only = () => true, until } = choiceOf(filters, network, person, today)
        const at = new Set(partitionsOf(slug, select).map(({ partition }) => partition))
        return there.filter((dossier) => {
          const { rij, bij, rijSinds } = dossierItem(dossier)
          const line = select.of === 'holder' ? bij : rij
          return at.has(String(line)) && String(rijSinds) <= endOf(until) && only(dossier)
        }).length
      }
      const inLists = (lists: typeof counted.open) => {
        const at = new Set(partitionsOf(slug, { of: 'rows', rows: lists }).map(({ partition }) => partition))
        return there.filter((dossier) => at.has(String(dossierItem(dossier).rij)))
      }
      const coordinator = people(slug).find(({ role }) => role === 'coordinator')
      if (!coordinator) throw new Error('Nobody coordinates')
      const [open, closed] = [inLists(counted.open), inLists(counted.closed)]
      const numbers = {
        'te-laat': [...open, ...closed].filter((one) => isLate(one, today)).length,
        'te-verdelen': open.filter(({ holder }) => holder === undefined).length,
        'bij-iemand': open.filter(({ holder }) => holder !== undefined).length,
      } as const
      for (const toon of ['te-laat', 'te-verdelen', 'bij-iemand'] as const)
        expect([seed, toon, rowsOf({ toon }, coordinator)]).toEqual([seed, toon, numbers[toon]])
      // What is open is one of the two, and every suspect is apart.
      const isOpen = (one: Dossier) => standingOf(one)?.closed !== true
      expect(numbers['te-verdelen'] + numbers['bij-iemand']).toBe(
        there.filter((one) => isOpen(one) && !one.suspect).length,
      )
      expect(rowsOf({ verdacht: '1' }, coordinator)).toBe(there.filter((one) => isOpen(one) && one.suspect).length)
      for (const person of people(slug)) {
        const colleague = people(slug).find(({ id }) => id !== person.id) ?? person
        const standsIn: AtWork = { ...person, standsInFor: [{ person: colleague, from: today, until: today }] as never }
        for (const who of [person, standsIn]) {
          if (who.role === 'coordinator' || who.role === 'organisator') continue
          const own = there.filter((one) => isHeldBy(who, one.holder) && (isOpen(one) || one.nextOn !== undefined))
          expect([seed, who.id, rowsOf({}, who)]).toEqual([seed, who.id, own.length])
          expect(rowsOf({ toon: 'te-laat' }, who)).toBe(own.filter((one) => isLate(one, today)).length)
        }
        // With a chip beside it, a number is never more than it was, and each row is one of both.
        const both = rowsOf({ toon: 'te-verdelen', wie: person.id }, coordinator)
        expect([person.id, both]).toEqual([person.id, 0])
        expect(rowsOf({ toon: 'bij-iemand', wie: person.id }, coordinator)).toBe(
          there.filter((one) => one.holder === person.id && isOpen(one) && !one.suspect).length +
            there.filter((one) => one.holder === person.id && isOpen(one) && one.suspect).length,
        )
      }
    }
  })
})

async function page(visitor: Visitor, path: string) {
  const html = await (await visitor.get(path)).text()
  const glance = /<nav class="lw-chips"(.*?)<\/nav>/s.exec(html)?.[1] ?? ''
  return {
    rows: [...html.matchAll(/<tr[^>]*data-dossier="([^"]+)"/g)].length,
    late: [...html.matchAll(/<tr[^>]*data-te-laat/g)].length,
    counts: [...glance.matchAll(/href="([^"]+)"[^>]*>(.*?)<\/a>/gs)]
      .map(([, href = '', text = '']) => ({ href: href.replaceAll('&amp;', '&'), text: wordsIn(text).trim() }))
      .filter(({ href }) => !href.endsWith('/post')),
    next: /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&'),
  }
}
async function allRows(visitor: Visitor, path: string) {
  let [rows, late] = [0, 0]
  for (let at: string | undefined = path; at; ) {
    const shown = await page(visitor, at)
    rows += shown.rows
    late += shown.late
    at = shown.next
  }
  return { rows, late }
}
/** Each number beside the rows its link leads to. */
async function expectTrue(visitor: Visitor, about: string) {
  const { counts } = await page(visitor, '/werkruimte')
  expect(counts.length).toBeGreaterThan(1)
  for (const { href, text } of counts) {
    const { rows, late } = await allRows(visitor, href)
    const [, number = '', more = ''] = /^(\d+)( of meer|\+)?/.exec(text) ?? []
    if (more) expect([about, text, rows >= Number(number)]).toEqual([about, text, true])
    else expect([about, text, rows]).toEqual([about, text, Number(number)])
    const lateToo = /(\d+) te laat$/.exec(text)?.[1]
    if (lateToo !== undefined) expect([about, text, late]).toEqual([about, text, Number(lateToo)])
  }
}

describe('in de tabel', () => {
  it.each([1, 2])(
    'zestig willekeurige dossiers (%i): voor iedereen, ook na een stap en voorbij middernacht',
    async (seed) => {
      const loket = await startTestWorkspace({ now: monday })
      const random = createRandom(seed * 7919)
      for (const slug of ['aalst', 'ota'])
        for (let n = 0; n < 60; n += 1) await keep(loket.connection, await dossierOf(loket, anyDossier(slug, random)))
      await (await loket.as('Casemanager Aalst')).post('/werkruimte/ik/afwezig', {
        ...{ van: today, tot: addDays(today, 5), vervanger: 'casemanager-aalst-2' },
      })
      const everybody = [
        'Coördinator Aalst',
        'Casemanager Aalst',
        'Tweede casemanager Aalst',
        'Bemiddelaar OTA',
        'Coördinator OTA',
      ]
      for (const name of everybody) await expectTrue(await loket.as(name), name)
      const fresh = await place(loket)
      const coordinator = await loket.as('Coördinator Aalst')
      await coordinator.post('/werkruimte/toewijzen', {
        ...{ [`${fresh.reference}.kies`]: 'ja', [`${fresh.reference}.revision`]: '1', [`${fresh.reference}.bij`]: '' },
        persoon: 'casemanager-aalst-2',
      })
      for (const name of everybody.slice(0, 3)) await expectTrue(await loket.as(name), `${name}, na een stap`)
      // Winter time: midnight in Brussels is 23:00 UTC. One second before, at it, and at what UTC calls midnight.
      for (const at of ['2026-11-23T22:59:59Z', '2026-11-23T23:00:00Z', '2026-11-24T00:00:00Z']) {
        loket.clock.now = new Date(at)
        for (const name of everybody.slice(0, 2)) await expectTrue(await loket.as(name), `${name} om ${at}`)
      }
      expect(loket.failures.filter((line) => !line.includes('decrypt'))).toEqual([])
    },
    180_000,
  )

  it.each([
    ['winter', '2026-11-23T22:59:59Z', 0],
    ['winter', '2026-11-23T23:00:00Z', 1],
    ['zomer', '2027-06-14T21:59:59Z', 0],
    ['zomer', '2027-06-14T22:00:00Z', 1],
  ])('te laat verspringt om middernacht in Brussel (%s, %s): %i', async (_, at, late) => {
    const loket = await startTestWorkspace({ now: new Date(at) })
    const nextOn = at.slice(0, 10)
    await place(loket, { nextOn, state: 'toegewezen', holder: 'casemanager-aalst' })
    await place(loket, { nextOn, suspect: true })
    expect(brusselsDate(new Date(at)) > nextOn).toBe(late === 1)
    for (const name of ['Coördinator Aalst', 'Casemanager Aalst']) {
      const visitor = await loket.as(name)
      expect((await page(visitor, '/werkruimte')).counts[0]?.text).toBe(`${late} te laat`)
      await expectTrue(visitor, name)
    }
  })

  it.each([99, 100, 101])('%i: precies tot honderd, en daarboven “100+”', async (count) => {
    const loket = await startTestWorkspace({ now: monday })
    const like = await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst', nextOn: '2026-11-20' })
    await placeMany(loket, like, count - 1)
    for (const name of ['Coördinator Aalst', 'Casemanager Aalst']) {
      const visitor = await loket.as(name)
      const shown = count > 100 ? '100+' : String(count)
      const { counts } = await page(visitor, '/werkruimte')
      expect([counts[0]?.text, counts.at(-1)?.text]).toEqual([`${shown} te laat`, `${shown} lopend`])
      expect((await allRows(visitor, '/werkruimte?toon=te-laat')).rows).toBe(count)
    }
  })

  it('wat voorbij zijn tijd is, telt voor niemand meer mee, ook als de tabel het nog heeft', async () => {
    const loket = await startTestWorkspace({ now: monday })
    const referral = { aanbod: 'jac-aalst', checkOn: '2026-11-18' }
    const closed = { state: 'doorverwezen', holder: 'casemanager-aalst', referral, nextOn: referral.checkOn }
    await place(loket, { ...closed, ttl: monday.getTime() / 1000 })
    await place(loket, { ...closed, ttl: monday.getTime() / 1000 + 1 })
    for (const name of ['Coördinator Aalst', 'Casemanager Aalst']) await expectTrue(await loket.as(name), name)
    expect((await page(await loket.as('Casemanager Aalst'), '/werkruimte')).counts[0]?.text).toBe('1 te laat')
  })
})
