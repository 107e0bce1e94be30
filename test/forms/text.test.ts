import { describe, expect, it } from 'vitest'
import { countCharacters, holdsNationalNumber, isBlank, isUnreadable } from '../../forms/kit/text.ts'

describe('rijksregisternummer', () => {
  // Fictitious people: 30 July 1985, and 1 January 2001 (counted with a leading 2).
  it.each([
    ['with dots', '85.07.30-033.28'],
    ['without anything', '85073003328'],
    ['with spaces', '85 07 30 033 28'],
    ['inside a sentence', 'Nummer 85.07.30-033.28, graag bellen'],
    ['after other digits', '12 85 07 30 033 28'],
    ['born in 2001', '01.01.01-001.26'],
    ['bis number, month + 20', '85.27.30-033.71'],
    ['bis number, month + 40', '85.47.30-033.17'],
    ['full-width digits', '８５０７３００３３２８'],
  ])('%s is found', (_, text) => expect(holdsNationalNumber(text)).toBe(true))

  it.each([
    ['wrong check digits', '85.07.30-033.29'],
    ['a month that does not exist', '85.14.30-033.00'],
    ['a phone number after a plus', '+85 07 30 033 28'],
    ['an account number', 'BE68 5390 0754 7034'],
    ['more digits than a number has', '850730033281'],
    ['ordinary numbers', 'op 21/5/2027 om 14.30 uur, 3 kinderen'],
  ])('%s is not', (_, text) => expect(holdsNationalNumber(text)).toBe(false))
})

describe('characters', () => {
  it.each([
    ['plain text', 'abc', 3],
    ['Zoë D’Hondt', 'Zoë D’Hondt', 11],
    ['a decomposed é', 'e\u0301', 1],
    ['a family emoji', '👨‍👩‍👧‍👦', 1],
    ['a new line', 'a\nb', 3],
  ])('%s', (_, text, count) => expect(countCharacters(text)).toBe(count))

  it.each([[''], ['  \n '], ['\u200b\u200d\ufeff'], ['\u2060 \u00ad']])('%j shows nothing', (text) =>
    expect(isBlank(text)).toBe(true),
  )
  it.each([['a'], ['\u202eabc'], ['0']])('%j shows something', (text) => expect(isBlank(text)).toBe(false))
  it.each([['a\u0000'], ['\ufffd'], ['\u001b[0m']])('%j cannot be read', (text) =>
    expect(isUnreadable(text)).toBe(true),
  )
  it.each([['a\nb\tc'], ['\u202eabc'], ['Zoë']])('%j can', (text) => expect(isUnreadable(text)).toBe(false))
})
