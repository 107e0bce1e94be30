/** Which stretches of a dossier's partition its page reads. */
import { describe, expect, it } from 'vitest'
import { stretches } from '../../functions/shared/store/belongings.ts'

describe('wat de bladzijde van een dossier leest', () => {
  const kind = (sk: string, shown: boolean, where: 'dossier' | 'outbox' = 'dossier') => ({ sk, shown, in: where })
  it.each([
    ['alles', [kind('B', true), kind('A#', true)], [['A#', 'B']]],
    ['tot wat ze niet toont', [kind('A', true), kind('C#', false), kind('B#', true)], [['A', 'B#\uffff']]],
    [
      'en wat daarna komt',
      [kind('A', true), kind('B#', false), kind('C', true), kind('D', true)],
      [
        ['A', 'A'],
        ['C', 'D'],
      ],
    ],
    ['niets van de post', [kind('A', true), kind('B', true, 'outbox')], [['A', 'A']]],
  ])('%s', (_, list, expected) => {
    expect(stretches(list)).toEqual(expected)
  })

  it('is nu één stuk: een bladzijde is één vraag aan de tabel', () => {
    expect(stretches()).toEqual([['ANTWOORDEN', 'ONGEDAAN']])
  })
})
