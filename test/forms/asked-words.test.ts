/** What is told of a field before and while it is filled in: how much fits, and what to do with what was begun. */
import { describe, expect, it } from 'vitest'
import { levensdomeinOptions } from '../../forms/kit/questions/levensdomeinen.ts'
import { limitInWords } from '../../forms/kit/questions/limit-in-words.ts'
import { perChoiceQuestions } from '../../forms/kit/questions/questions.ts'
import { addressProblem, numberProblem } from '../../forms/kit/questions/unfinished.ts'
import { lcoAanvraag } from '../../forms/lco-aanvraag.ts'

describe('hoeveel er past', () => {
  it.each([
    [5000, 'Tot 5.000 tekens, dat is bijna twee bladzijden'],
    [1000, 'Tot 1.000 tekens, ongeveer 15 regels'],
    [500, 'Tot 500 tekens, ongeveer 7 regels'],
    [2700, 'Tot 2.700 tekens, dat is één bladzijde'],
    [3000, 'Tot 3.000 tekens, dat is ruim één bladzijde'],
    [201, 'Tot 201 tekens, ongeveer 3 regels'],
    [200, undefined],
  ])('%i tekens', (max, words) => expect(limitInWords(max)).toBe(words))
})

describe('een adres of nummer dat niet af is', () => {
  it.each([
    ['zoe@caw', true],
    ['zoe', true],
    ['zoe@', true],
    ['@caw.be', true],
    ['zoe@caw.', true],
    ['zoe@caw.be', false],
    ['zoe@caw.be, an@caw.be', false],
    ['Zoe <zoe@caw.be>', false],
    ['zoe@@caw', false],
  ])('%s', (typed, unfinished) => expect(addressProblem(typed) !== undefined).toBe(unfinished))

  it.each([
    ['12', true],
    ['0478 12 34 5', true],
    ['0478 12 34 56', false],
    ['053 00 00 0', true],
    ['053 00 00 00', false],
    ['+32 478 12 34 5', true],
    ['0032 (0)478 12 34 5', true],
    ['+31 6 1234', true],
    ['0478 12 34 56 78', false],
    ['bel mij', false],
    ['()', false],
  ])('%s', (typed, short) => expect(numberProblem(typed) !== undefined).toBe(short))
})

describe('de levensdomeinen', () => {
  it.each(levensdomeinOptions)('$value heeft voorbeelden die op één regel passen', ({ examples }) => {
    expect(examples.length).toBeLessThanOrEqual(30)
    expect(examples).toMatch(/^\p{Ll}.*[^.]$/u)
  })

  it('geeft ze door aan de vragen per levensdomein', () => {
    const [loopt] = lcoAanvraag.pages.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'perChoice'))
    if (loopt?.kind !== 'perChoice') throw new Error('LCO asks nothing per domain')
    const fields = perChoiceQuestions(loopt, { levensdomeinen: ['wonen_energie'] })
    expect(fields.map(({ group, examples }) => [group, examples])).toEqual(
      Array(2).fill(['wonen & energie', 'huur, woning, gas en stroom']),
    )
  })
})
