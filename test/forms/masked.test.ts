/** What is shown of an address or a number to who left it: enough to see a typing error, for nobody else of use. */
import { expect, it } from 'vitest'
import { maskedEmail, maskedPhone } from '../../forms/kit/masked.ts'

it.each([
  ['zoe.kaat@caw-de-pont.example', 'z…t@caw-de-pont.example'],
  ['zoe@x.be', 'z…e@x.be'],
  ['zo@x.be', 'z…@x.be'],
  ['z@x.be', '…@x.be'],
  // A label of its owner's: that there is one is said.
  ['zoe.kaat+lco@dienst.be', 'z…t+…@dienst.be'],
  ['zo+a+b@dienst.be', 'z…+…@dienst.be'],
  ['+x@dienst.be', '…+…@dienst.be'],
  // As mail is sent to it: IDNA's own spelling.
  ['anna@xn--bcher-kva.be', 'a…a@xn--bcher-kva.be'],
  ["o'neil@dienst.be", 'o…l@dienst.be'],
  [`${'a'.repeat(63)}b@dienst.be`, 'a…b@dienst.be'],
])('%s wordt %s', (address, masked) => {
  expect(maskedEmail(address)).toBe(masked)
})

it.each([
  ['+32478123441', '0478 ·· ·· 41'],
  ['+3253000041', '053 ·· ·· 41'],
  ['+3221234567', '02 ··· ·· 67'],
  ['+31612345678', '+31 ······· 78'],
  ['+1234567', '+12 ··· 67'],
])('%s wordt %s', (number, masked) => {
  expect(maskedPhone(number)).toBe(masked)
})
