/** How a text becomes words to search by (docs/decisions/023): what is stored and what is typed meet. */
import { describe, expect, it } from 'vitest'
import { findService } from '../../forms/index.ts'
import { readSearch } from '../../forms/kit/search/read-search.ts'
import {
  piecesOfReference,
  readPart,
  searchWords,
  storedWords,
  withBeginnings,
} from '../../forms/kit/search/search-words.ts'
import { wordsOfAnswers } from '../../forms/kit/search/words-of-answers.ts'

describe('woorden van een tekst', () => {
  it.each<[text: string, words: string[]]>([
    ['Zoë Van den Bossche', ['zoe', 'van', 'den', 'bossche']],
    ['O.C.M.W. Aalst', ['ocmw', 'aalst']],
    ['A.B.', ['ab']],
    ['D-2', ['d2']],
    ['A. B.', ['ab']],
    ['K.L. (2 kinderen)', ['kl', 'kinderen']],
    ['Jan-Pieter', ['jan', 'pieter']],
    ['0478/12.34.56', ['0478123456']],
    ['+32 (0)478 12 34 56', ['0478123456']],
    ['0032478123456', ['0478123456']],
    ['+31 6 12345678', ['31612345678']],
    ['jan.peeters@ocmw-aalst.be', ['janpeeters@ocmwaalstbe']],
    ['Jan 0478 12 34 56', ['jan', '0478123456']],
    ['D-2041', ['2041']],
    ['jan JAN Ján', ['jan']],
    ['...', []],
    ['a', []],
    ['😀', []],
    ['x'.repeat(300), ['x'.repeat(40)]],
  ])('%j', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  it('D’Hondt wordt gevonden als dhondt en als hondt, hoe ook getypt', () => {
    const stored = storedWords(['Zoë D’Hondt'])
    for (const typed of ['d’hondt', "D'HONDT", 'dhondt', 'hondt'])
      for (const word of searchWords(typed)) expect(stored).toContain(word)
  })

  it('een woord heeft drie beginnen, en nooit zichzelf twee keer', () => {
    expect(withBeginnings('janssens')).toEqual(['janssens', 'jan', 'jans', 'janss'])
    expect(withBeginnings('ocmw')).toEqual(['ocmw', 'ocm'])
    expect(withBeginnings('kl')).toEqual(['kl'])
  })
})

describe('een deel van een referentie', () => {
  const reference = 'LCO-7K10-9QX2-4T'

  it('heeft zeven stukken van vier', () => {
    expect(piecesOfReference(reference)).toEqual(['7K10', 'K109', '109Q', '09QX', '9QX2', 'QX24', 'X24T'])
  })

  it.each(['x24t', '9QX2', '9qx2-4t', 'LCO-7K10', 'lco 7k10 9qx2', '7kio', 'QX2 4T'])('%s', (typed) => {
    const part = readPart(typed)
    expect(part?.isIn(reference)).toBe(true)
    expect(piecesOfReference(reference)).toContain(part?.piece)
  })

  it.each(['4T', 'LCO', 'jan peeters', 'x'.repeat(14), '...'])('%s is er geen', (typed) => {
    expect(readPart(typed)?.isIn(reference) ?? false).toBe(false)
  })
})

describe('wat iemand typt', () => {
  it.each(['a', '.', '...', '- - -', '😀😀'])('%j: zegt wat te typen', (typed) => {
    expect(readSearch(typed)).toMatchObject({ kind: 'unclear', message: expect.stringContaining('minstens 2 letters') })
  })

  it.each(['x'.repeat(101), 'x'.repeat(300), 'e\u0301'.repeat(300)])('te lang', (typed) => {
    expect(readSearch(typed)).toMatchObject({
      kind: 'unclear',
      message: expect.stringContaining('hoogstens 100 tekens'),
    })
  })

  it.each(['x'.repeat(100), 'KL', '0478'])('kan gezocht worden', (typed) => {
    expect(readSearch(typed).kind).toBe('sought')
  })
})

it('een dossier wordt gevonden op wie, welke organisatie, hoe aangeduid, telefoon en e-mail, en op niets anders', () => {
  const service = findService('aalst', 'lco-aanvraag')
  if (!service) throw new Error('No service')
  const answers = {
    ...{ naam: 'Noor Voorbeeld', functie: 'Werker', organisatie: 'CAW', email: 'noor@caw.example' },
    ...{ telefoon: '+32478123456', client_aanduiding: 'D-2041', vraag_client: 'Rust', taal: 'Tigrinya' },
    betrokkenen: [{ dienst: 'OCMW', contactpersoon: 'Sam' }],
  }
  expect(wordsOfAnswers(service, answers, undefined)).toEqual([
    ...['caw', '2041', '0478123456', 'noor', 'voorbeeld', 'noor@cawexample'],
  ])
  expect(wordsOfAnswers(service, answers, 'beter@caw.example')).toEqual([
    ...['caw', '2041', '0478123456', 'noor', 'voorbeeld', 'beter@cawexample'],
  ])
})
