import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rightsTable } from './rights-table.ts'

const table = rightsTable().split('\n')

it('gives nobody a right that docs/rights.md does not tell (npm run rights writes it anew)', () => {
  expect(table).toEqual(readFileSync('docs/rights.md', 'utf8').split('\n'))
})

it('tells of every right by name: no wildcard in an action or a resource', () => {
  const rows = table.filter((row) => row.startsWith('| '))
  expect(rows.length).toBeGreaterThan(15)
  for (const row of rows) expect(row.split('|').slice(1, 4).join('|'), row).not.toContain('*')
  for (const row of rows.slice(2)) expect(row.split('|')[3]?.trim(), row).not.toBe('')
})
