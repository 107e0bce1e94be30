/** A name or a number is found however people wrote it (docs/domain.md §7). */
import { describe, expect, it } from 'vitest'
import { excerpt, phoneFinder, soughtWords, wordsFinder } from '../../forms/kit/find-in-text.ts'

const foundIn = (text: string, find: ReturnType<typeof wordsFinder>): string | undefined => {
  const match = find(text)
  return match && text.slice(match.at, match.at + match.length)
}

describe('een naam', () => {
  it.each([
    ['zoe dhondt', 'Mevr. Zoë D’Hondt belde terug', 'Zoë'],
    ['ZOË', 'zoe@caw.example', 'zoe'],
    ['Zoe\u0308', 'Zoë', 'Zoë'],
    ['d’hondt', 'Dhondt, Zoe', 'Dhondt'],
    ['Van den Berghe', 'Jan Vandenberghe', 'Vandenberghe'],
    ['vandamme', 'An Van Damme', 'Van Damme'],
    ['Peeters Jan', 'Jan Peeters, CAW', 'Peeters'],
    ['peeters', 'Peetersen', 'Peetersen'],
    ['Bo', 'Bo, de buur', 'Bo'],
    ['Ze\u200byneb', 'Zeyneb', 'Zeyneb'],
  ])('%s staat in: %s', (sought, text, found) => {
    expect(foundIn(text, wordsFinder(soughtWords(sought)))).toBe(found)
  })

  it.each([
    ['Jan', 'in januari'],
    ['Jan Peeters', 'Jan Janssens'],
    ['Peetersen', 'Peeters'],
    ['Noor', ''],
  ])('%s staat niet in: %s', (sought, text) => {
    expect(foundIn(text, wordsFinder(soughtWords(sought)))).toBeUndefined()
  })

  it('van tekens alleen blijft niets over om te zoeken', () => {
    expect(soughtWords(' …!? ')).toEqual([])
  })
})

describe('een telefoonnummer', () => {
  const mobile = phoneFinder('+32478123456')
  it.each([
    ['+32478123456', '+32478123456'],
    ['bel 0478/12.34.56, na vier uur', '0478/12.34.56'],
    ['+32 (0)478 12 34 56', '+32 (0)478 12 34 56'],
    ['0032 478 123 456', '0032 478 123 456'],
    ['0478 12 34 56 - 053 11 11 11', '0478 12 34 56 - 053 11 11 11'],
  ])('staat in: %s', (text, found) => {
    expect(foundIn(text, mobile)).toBe(found)
  })

  it.each(['0479 12 34 56', '478123456', 'dossier 9478123456', ''])('staat niet in: %s', (text) => {
    expect(foundIn(text, mobile)).toBeUndefined()
  })

  it('van buiten België met landcode', () => {
    expect(foundIn('tel 0031 6 1234 5678', phoneFinder('+31612345678'))).toBe('0031 6 1234 5678')
    expect(foundIn('tel 06 1234 5678', phoneFinder('+31612345678'))).toBeUndefined()
  })
})

it('de passage toont de zin errond, en knipt geen teken door', () => {
  const text = `${'😀'.repeat(60)} Jan ${'b'.repeat(300)}`
  const passage = excerpt(text, { at: text.indexOf('Jan'), length: 3 })
  expect(passage).toMatch(/^….* Jan b+…$/u)
  expect(passage.isWellFormed()).toBe(true)
  expect(passage.length).toBeLessThan(250)
  expect(excerpt('Bel Jan', { at: 4, length: 3 })).toBe('Bel Jan')
})
