import { loads } from './test/support/loads.ts'
for (const [n, v] of Object.entries(loads())) console.log(n, v.kilobytes, v.modules)
