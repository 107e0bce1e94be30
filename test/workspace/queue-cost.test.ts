/** A page of the werkruimte reads a bounded number of items, whatever the network has behind it (10,000: test/long). */
import { beforeAll, expect, it } from 'vitest'
import { dossierOf, keep } from '../support/place-dossiers.ts'
import {
  costsOn,
  greatest,
  type MeasuredPage,
  measuredPages,
  mostBytes,
  mostUnits,
  type ReadCost,
  readCostAmong,
} from '../support/read-cost.ts'
import { startTestWorkspace } from '../support/workspace.ts'

const pages = Object.keys(measuredPages) as MeasuredPage[]

let few: ReadCost
let many: ReadCost
beforeAll(async () => {
  few = await readCostAmong(10)
  many = await readCostAmong(1_000)
}, 120_000)

it.each(pages)('%s: leest bij 1.000 aanvragen niet meer dan het plafond', (page) => {
  expect(few.pages[page].units).toBeGreaterThan(0)
  expect(many.pages[page].units).toBeGreaterThan(few.pages[page].units)
  expect(many.pages[page].units).toBeLessThanOrEqual(mostUnits(page))
  expect(many.pages[page].bytes).toBeLessThanOrEqual(mostBytes(page))
})

it('de week van het netwerk: ook met zoveel nieuwe en late als op een bladzijde kunnen', async () => {
  const loket = await startTestWorkspace()
  for (let n = 0; n < 60; n += 1) {
    const fresh = { ...greatest, nextOn: '2026-09-18', state: 'ingediend' }
    const held = { ...greatest, nextOn: '2026-09-19', state: 'toegewezen', holder: 'casemanager-aalst' }
    await keep(loket.connection, await dossierOf(loket, n < 12 ? fresh : held))
  }
  const { bytes, html } = await (await costsOn(loket)).of(await loket.as('Coördinator Aalst'), '/werkruimte/week')
  expect(html).toContain('Nog te verdelen (10+)')
  expect(html).toContain('Te laat (36)')
  expect(bytes).toBeLessThanOrEqual(mostBytes('de week van het netwerk'))
})

it('leest nooit een hele tabel', () => {
  expect([...many.commands].sort()).toEqual([
    'GetItemCommand',
    'PutItemCommand',
    'QueryCommand',
    'TransactWriteItemsCommand',
  ])
})
