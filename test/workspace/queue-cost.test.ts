/** A page of the werkruimte reads a bounded number of items, whatever the network has behind it (10,000: test/long). */
import { beforeAll, expect, it } from 'vitest'
import { type MeasuredPage, measuredPages, type ReadCost, readCostAmong } from '../support/read-cost.ts'

/** Read units (of 4 KB, eventually consistent) that a page may never exceed. */
const ceilings: Record<MeasuredPage, number> = {
  'alle aanvragen': 40,
  'een stand': 40,
  'bij iemand, in een stand': 40,
  'te laat': 40,
  'te verdelen': 40,
  lopend: 40,
  'alles wat gesloten is': 40,
  'anders gesorteerd': 40,
  'bij niemand': 40,
  // Twice the rows and twenty of later, and how much everybody holds, counted in the large index.
  'de week van het netwerk': 100,
  'volgende week van het netwerk': 100,
  'de aanvragen van een casemanager': 40,
  'de week van een casemanager': 40,
}
const pages = Object.keys(measuredPages) as MeasuredPage[]

let few: ReadCost
let many: ReadCost
beforeAll(async () => {
  few = await readCostAmong(10)
  many = await readCostAmong(1_000)
}, 120_000)

it.each(pages)('%s: leest bij 1.000 aanvragen niet meer dan het plafond', (page) => {
  expect(few.units[page]).toBeGreaterThan(0)
  expect(many.units[page]).toBeGreaterThan(few.units[page])
  expect(many.units[page]).toBeLessThanOrEqual(ceilings[page])
})

it('leest nooit een hele tabel', () => {
  expect([...many.commands].sort()).toEqual([
    'GetItemCommand',
    'PutItemCommand',
    'QueryCommand',
    'TransactWriteItemsCommand',
  ])
})
