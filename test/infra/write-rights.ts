/** `npm run rights` */
import { writeFileSync } from 'node:fs'
import { rightsTable } from './rights-table.ts'

writeFileSync('docs/rights.md', rightsTable())
