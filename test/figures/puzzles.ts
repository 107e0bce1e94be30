/** Small puzzles to check the attack itself with, by writing down every assignment. */
import type { Known, Puzzle } from './brute-force.ts'
import type { Knowledge, Name } from './knowledge.ts'
import { type Numbers, only, union } from './whole-numbers.ts'
import { oneOf, type Random, wholeNumber } from './years.ts'

/** A few constraints that hang together like the tables of a report, on numbers that can be anything low, with gaps as well. */
export function randomPuzzle(random: Random): Puzzle {
  const values = new Map<Name, Numbers>()
  const known: Known[] = []
  const anew = (most: number): Name => {
    const name = `n${values.size}`
    const count = oneOf(random, [1, 2, 4, 8])
    values.set(name, union(Array.from({ length: count }, () => only(wholeNumber(random, 0, most)))))
    return name
  }
  for (let left = wholeNumber(random, 1, 3); left > 0; left--) {
    const names = [...values.keys()]
    // One number that is known of already, so that it hangs together with the rest and comes back nowhere.
    const shared = names[wholeNumber(random, 0, names.length - 1)]
    const isWhole = shared === undefined || random() < 0.5
    const parts = Array.from({ length: wholeNumber(random, 1, 3) }, () => anew(6))
    const whole = isWhole && shared !== undefined ? shared : anew(11)
    const all = isWhole || shared === undefined ? parts : [shared, ...parts]
    const kind = oneOf(random, ['sum', 'sum', 'together', 'several'] as const)
    known.push(
      kind === 'several'
        ? { kind, whole, parts: all, atLeast: wholeNumber(random, 0, 2) }
        : { kind, whole, parts: all },
    )
  }
  return { values, known, printed: new Set(), nameless: new Set() }
}

/** Of what is known of a form, only some tables: few enough to write everything down. */
export function someOf(knowledge: Knowledge, random: Random): Knowledge {
  const tables = knowledge.tables.filter(({ rows }) => random() < 5 / (rows.length * 4))
  const names = new Set(tables.flatMap(({ rows, total }) => [total, ...rows]))
  return {
    ...knowledge,
    tables,
    sums: knowledge.sums.filter(({ parts }) => parts.every((part) => names.has(part))),
    differences: knowledge.differences.filter(({ whole, part }) => names.has(whole) && names.has(part)),
  }
}
