/** Which dossiers somebody names behind a signaal, and whether there are enough (docs/decisions/035). */
import { describe, expect, it } from 'vitest'
import { namedProblem, readNamed, referencesIn } from '../../forms/kit/figures/named-dossiers.ts'

const all = ['0', '1', '2', '3', '4', '5'].map((digit) => `LCO-7K3M-9QX2-4${digit}`)
const [a = '', b = ''] = all
const five = all.slice(0, 5)

describe('lezen', () => {
  it.each<[string, string, string[]]>([
    ['elk op een regel', `${a}\n${b}`, [a, b]],
    ['komma’s', `${a}, ${b},`, [a, b]],
    ['puntkomma’s', `${a};${b}`, [a, b]],
    ['spaties', `${a} ${b}`, [a, b]],
    ['en', `${a} en ${b}`, [a, b]],
    ['kleine letters, geen streepjes', `${a.toLowerCase().replaceAll('-', '')}`, [a]],
    ['in groepjes voorgelezen', `${a.replaceAll('-', ' ')} ${b.replaceAll('-', ' ')}`, [a, b]],
    ['op EN', `LCO-7K3M-9QX2-EN en ${a}`, ['LCO-7K3M-9QX2-EN', a]],
    ['niets', ' \n ,', []],
  ])('%s', (_, typed, references) => expect(readNamed(typed)).toEqual({ references, twice: [], unread: [] }))

  it('wat dubbel staat en wat er geen is, apart', () => {
    expect(readNamed(`${a}, ${a.toLowerCase()}, dossier, ${b}`)).toEqual({
      ...{ references: [a, b], twice: [a], unread: ['dossier'] },
    })
  })
})

describe('genoeg', () => {
  const problemOf = (typed: string, found: readonly string[] = all) => namedProblem(readNamed(typed), new Set(found))

  it.each<[string, string, string | undefined]>([
    ['geen', '', 'Noem minstens 5 dossiers. Nu tellen er geen.'],
    ['1', a, 'Noem minstens 5 dossiers. Nu telt er 1.'],
    ['4', five.slice(1).join(), 'Noem minstens 5 dossiers. Nu tellen er 4.'],
    ['5', five.join(), undefined],
    ['6', all.join(), undefined],
    [
      '4, en één dubbel',
      [...five.slice(0, 4), a].join('\n'),
      `Noem minstens 5 dossiers. Nu tellen er 4. Dubbel genoemd, telt één keer: ${a}.`,
    ],
    ['5, en één dubbel', [...five, a].join('\n'), undefined],
  ])('%s', (_, typed, problem) => expect(problemOf(typed)).toBe(problem))

  it('wat er niet is, telt niet, en wordt genoemd: ook naast vijf die er zijn', () => {
    expect(problemOf(five.join(), five.slice(1))).toBe(
      `Noem minstens 5 dossiers. Nu tellen er 4. Dit vinden we niet in uw netwerk: ${a}.`,
    )
    expect(problemOf([...five, 'x', 'y'].join(' '))).toBe('Deze vinden we niet in uw netwerk: x en y.')
  })

  it('30 kunnen, 31 niet', () => {
    const many = Array.from({ length: 31 }, (_, at) => `LCO-7K3M-9QX2-${String(at).padStart(2, '0')}`)
    expect(problemOf(many.slice(0, 30).join(), many)).toBeUndefined()
    expect(problemOf(many.join(), many)).toBe('Noem hoogstens 30 dossiers. Dat is genoeg.')
  })
})

it.each<[string, number]>([
  ['In LCO-7K3M-9QX2-4T staat', 1],
  ['lco 7k3m 9qx2 4t', 1],
  ['LCO7K3M9QX24T', 1],
  ['samenwerkings', 0],
  ['van de vier of een', 0],
  ['bel 053 12 34 56', 0],
])('%s', (text, count) => expect(referencesIn(text)).toHaveLength(count))
