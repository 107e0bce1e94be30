import { loads } from './test/support/loads.ts'
console.log(loads())
