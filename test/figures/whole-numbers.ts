/**
 * Finite sets of whole numbers, exactly: as runs `[least, most]` in order, with a gap between each two. Nothing is rounded to an
 * interval: `{1, 2, 7}` stays that. A run only saves writing its numbers out, so `sum` is the usual step of dynamic programming over
 * whole numbers ("which sums can the first k terms have?") on all numbers of a run at once.
 */

type Run = readonly [least: number, most: number]
export type Numbers = readonly Run[]

export const only = (number: number): Numbers => [[number, number]]
export const between = (least: number, most: number): Numbers => (least <= most ? [[least, most]] : [])

/** Least and most; of the empty set there are none, so it must not be asked of one. */
export const least = (numbers: Numbers): number => numbers[0]?.[0] ?? Number.POSITIVE_INFINITY
export const most = (numbers: Numbers): number => numbers.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY

export const has = (numbers: Numbers, number: number): boolean =>
  numbers.some(([from, to]) => from <= number && number <= to)
export const listOf = (numbers: Numbers): number[] =>
  numbers.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))

/** In order, and what touches or overlaps as one run. */
function joined(runs: readonly Run[]): Numbers {
  const [only] = runs
  if (only && runs.length === 1) return only[0] <= only[1] ? runs : []
  const whole: [number, number][] = []
  for (const [from, to] of runs.filter(([from, to]) => from <= to).sort((one, other) => one[0] - other[0])) {
    const before = whole.at(-1)
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to)
    else whole.push([from, to])
  }
  return whole
}

export const union = (all: readonly Numbers[]): Numbers => joined(all.flat())

export function both(one: Numbers, other: Numbers): Numbers {
  const [first] = one
  const [second] = other
  // Nearly always.
  if (first && second && one.length === 1 && other.length === 1)
    return between(Math.max(first[0], second[0]), Math.min(first[1], second[1]))
  return joined(
    one.flatMap(([from, to]) => other.map(([least, most]): Run => [Math.max(from, least), Math.min(to, most)])),
  )
}

export const equal = (one: Numbers, other: Numbers): boolean =>
  one.length === other.length && one.every(([from, to], at) => from === other[at]?.[0] && to === other[at]?.[1])

/** Every a + b: of two runs that is the run between the sums of their ends. */
const plus = (one: Numbers, other: Numbers): Numbers =>
  joined(one.flatMap(([from, to]) => other.map(([least, most]): Run => [from + least, to + most])))

/** Every a − b that is not below zero. */
export const minus = (one: Numbers, other: Numbers): Numbers =>
  both(joined(one.flatMap(([from, to]) => other.map(([least, most]): Run => [from - most, to - least]))), [
    [0, Number.MAX_SAFE_INTEGER],
  ])

/** Every sum of one number from each. */
export const sum = (all: readonly Numbers[]): Numbers => all.reduce(plus, only(0))

/** For each of these, every sum of one number from each of the others. */
export function sumsOfOthers(all: readonly Numbers[]): Numbers[] {
  const before: Numbers[] = [only(0)]
  for (const numbers of all) before.push(plus(before.at(-1) ?? [], numbers))
  const sums: Numbers[] = []
  let after = only(0)
  for (let at = all.length - 1; at >= 0; at--) {
    sums[at] = plus(before[at] ?? [], after)
    after = plus(after, all[at] ?? [])
  }
  return sums
}
