/** A page of the werkruimte reads a bounded number of items, whatever the network has behind it (10,000: test/long). */
import { beforeAll, expect, it } from 'vitest'
import {
  type MeasuredPage,
  measuredPages,
  mostBytes,
  mostUnits,
  type ReadCost,
  readCostAmong,
} from '../support/read-cost.ts'

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

it('leest nooit een hele tabel', () => {
  expect([...many.commands].sort()).toEqual([
    'GetItemCommand',
    'PutItemCommand',
    'QueryCommand',
    'TransactWriteItemsCommand',
  ])
})
