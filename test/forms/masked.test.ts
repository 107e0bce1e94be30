/** What a page may show of how somebody is reached (forms/kit/masked.ts). */
import { expect, it } from 'vitest'
import { maskedEmail, maskedPhone } from '../../forms/kit/masked.ts'

it.each([
  ['zoe.dhondt@caw.example', 'z…t@caw.example'],
  ['noor@caw.example', 'n…r@caw.example'],
  ['zoe@caw.example', 'z…e@caw.example'],
  ['zo@caw.example', 'z…@caw.example'],
  ['z@caw.example', '…@caw.example'],
  ["o'neil+x@dienst.example", 'o…x@dienst.example'],
  ['a.b@sub.dienst.example', 'a…b@sub.dienst.example'],
])('%s wordt %s', (email, masked) => {
  expect(maskedEmail(email)).toBe(masked)
})

it.each([
  ['+32478123441', '0478 ·· ·· 41'],
  ['+3253123456', '053 ·· ·· 56'],
  ['+3222345678', '02 ··· ·· 78'],
  ['+31612345678', '+31 ·· ·· 78'],
  ['+12025550123', '+12 ·· ·· 23'],
])('%s wordt %s', (phone, masked) => {
  expect(maskedPhone(phone)).toBe(masked)
})
