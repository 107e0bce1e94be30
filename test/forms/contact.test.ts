import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { describe, expect, it } from 'vitest'
import { isDialled, normalizeEmail, normalizePhone, phoneHref, phoneInWords } from '../../forms/kit/contact.ts'

describe('one e-mail address', () => {
  it.each([
    ['naam@dienst.be', 'naam@dienst.be'],
    ["o'neil+x@dienst.be", "o'neil+x@dienst.be"],
    ['a@bücher.be', 'a@xn--bcher-kva.be'],
    ['Naam@Dienst.BE', 'Naam@dienst.be'],
    ['a@b.c.example', 'a@b.c.example'],
    [`${'a'.repeat(64)}@dienst.be`, `${'a'.repeat(64)}@dienst.be`],
  ])('%s is accepted', (typed, kept) => expect(normalizeEmail(typed)).toBe(kept))

  it.each([
    'a@b.be, c@d.be',
    'a@b.be;c@d.be',
    'a@b.be c@d.be',
    '"c@f.test, evil"@x.be',
    'Naam <a@b.be>',
    'a@b',
    'a@127.0.0.1',
    '@b.be',
    'a@',
    'a..b@c.be',
    '.a@b.be',
    'a@-b.be',
    'a@b.be\r\nBcc: x@y.be',
    'a@b.be/x',
    'a@b.be:25',
    'a@b@c.be',
    'ä@dienst.be',
    `${'a'.repeat(65)}@dienst.be`,
    `a@${'b'.repeat(250)}.be`,
    `a@${'A'.repeat(16_385)}`,
    `a@${'A'.repeat(16_385)}.be`,
    `a@${'xn--'.repeat(10_000)}.be`,
    'a@xn--.be',
    'a@xn--a-ecp.ru.0x7f.1',
    'a@\ud800.be',
  ])('%s is refused', (typed) => expect(normalizeEmail(typed)).toBeUndefined())
})

describe('a phone number', () => {
  const accepted = [
    ['0478/12.34.56', '+32478123456'],
    ['0478 12 34 56', '+32478123456'],
    ['+32 (0)478 12 34 56', '+32478123456'],
    ['0032 478 12 34 56', '+32478123456'],
    ['053 00 00 00', '+3253000000'],
    ['09/364.57.49', '+3293645749'],
    ['+31 6 12345678', '+31612345678'],
    ['+33 1 42 68 53 00', '+33142685300'],
  ] as const
  it.each(accepted)('%s is kept as %s', (typed, kept) => expect(normalizePhone(typed)).toBe(kept))

  it.each(accepted)('%s: libphonenumber reads the same', (typed, kept) =>
    expect(parsePhoneNumberFromString(typed, 'BE')?.number).toBe(kept),
  )

  it.each(['', 'bel mij', '112', '12345', '+', '+32', '0478 12 34 5', '0478 12 34 56 78', '85.07.30-033.28 x'])(
    '%s is refused',
    (typed) => expect(normalizePhone(typed)).toBeUndefined(),
  )

  it.each([
    ['053 00 00 00', 'tel:+3253000000'],
    ['0478/12.34.56', 'tel:+32478123456'],
    ['+31 6 12 34 56 78', 'tel:+31612345678'],
    ['106', 'tel:106'],
    ['1712', 'tel:1712'],
  ])('%s on a page leads to %s', (shown, href) => expect([isDialled(shown), phoneHref(shown)]).toEqual([true, href]))

  it.each(['', '12', '17123', '0800', 'bel ons'])('%s is no number to show', (shown) =>
    expect(isDialled(shown)).toBe(false),
  )

  it.each([
    ['+32478123456', '0478 12 34 56'],
    ['+3253000000', '053 00 00 00'],
    ['+3293645749', '09 364 57 49'],
    ['+31612345678', '+31612345678'],
  ])('%s reads as %s', (kept, words) => expect(phoneInWords(kept)).toBe(words))
})
