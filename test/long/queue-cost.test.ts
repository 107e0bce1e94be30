/** Ten thousand open requests cost a page of the werkruimte what a thousand cost. Prints the table of docs/benchmarks.md. */
import { beforeAll, expect, it } from 'vitest'
import { type MeasuredPage, measuredPages, type ReadCost, readCostAmong } from '../support/read-cost.ts'

const sizes = [10, 1_000, 10_000]
const pages = Object.keys(measuredPages) as MeasuredPage[]

let costs: ReadCost[]
beforeAll(async () => {
  costs = []
  for (const size of sizes) costs.push(await readCostAmong(size))
  const lines = pages.map((page) => `| ${[page, ...costs.map(({ units }) => units[page])].join(' | ')} |`)
  process.stdout.write(`\n| read units | ${sizes.join(' | ')} |\n|---|---|---|---|\n${lines.join('\n')}\n`)
}, 600_000)

/** Units: each of some thirty partitions is rounded up to half a one. It was 5 % of 110 units when a page still cost that. */
const mostApart = 2

it.each(pages)('%s: kost bij 10.000 aanvragen evenveel als bij 1.000', (page) => {
  const [, thousand = 0, tenThousand = 0] = costs.map(({ units }) => units[page])
  expect(thousand).toBeGreaterThan(0)
  expect(Math.abs(tenThousand - thousand)).toBeLessThanOrEqual(mostApart)
})

it.each(pages)('%s: blijft onder het plafond, hoe groot elke aanvraag ook is', (page) => {
  for (const { units } of costs)
    expect(units[page]).toBeLessThanOrEqual(page.endsWith('week van het netwerk') ? 100 : 40)
})

it('leest nooit een hele tabel', () => {
  expect(costs.flatMap(({ commands }) => [...commands]).filter((command) => command.startsWith('Scan'))).toEqual([])
})
