/** What is told of a field before and while it is filled in: how much fits, and what a choice is about. */
import { describe, expect, it } from 'vitest'
import { levensdomeinOptions } from '../../forms/kit/questions/levensdomeinen.ts'
import { limitInWords } from '../../forms/kit/questions/limit-in-words.ts'
import { perChoiceQuestions } from '../../forms/kit/questions/questions.ts'
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
