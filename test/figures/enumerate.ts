/**
 * The same question as brute-force.ts answers, answered in the plainest way: write down every assignment of whole numbers to the hidden
 * numbers, keep those that agree with all that is known, and note which values each number had. Only for small sets; it is the control
 * of the other.
 */
import { type Known, type Puzzle, restOf } from './brute-force.ts'
import type { Name } from './knowledge.ts'
import { listOf } from './whole-numbers.ts'

type Assignment = Map<Name, number>
/** Each value that each number has somewhere. */
export type Seen = Map<Name, Set<number>>

/** Undefined when there are more assignments to try than `most`. */
export function enumerate({ values, known }: Puzzle, most: number): Seen | undefined {
  const seen: Seen = new Map()
  for (const part of partsOf(known)) if (!tryAll(values, part, seen, most)) return undefined
  return seen
}

type Part = readonly Known[]

/** Constraints that share a number with each other: what one part says is nothing to another. */
function partsOf(known: Part): Part[] {
  const parts: Known[][] = []
  for (const one of known) {
    const names = namesIn(one)
    const touching = parts.filter((part) => part.some((other) => namesIn(other).some((name) => names.includes(name))))
    for (const part of touching) parts.splice(parts.indexOf(part), 1)
    parts.push([...touching.flat(), one])
  }
  return parts
}

const namesIn = ({ whole, parts }: Known): Name[] => [whole, ...parts]

function tryAll(values: Puzzle['values'], known: Part, seen: Seen, most: number): boolean {
  // Constraint by constraint, so that one is complete, and can be found false, as early as possible.
  const names = [...new Set(known.flatMap(namesIn))]
  const order = [
    ...names.filter((name) => listOf(values.get(name) ?? []).length === 1),
    ...names.filter((name) => listOf(values.get(name) ?? []).length !== 1),
  ]
  const place = new Map(order.map((name, at) => [name, at] as const))
  // Each constraint is looked at once, when the last of its numbers has a value.
  const completeAt = order.map((_, at) =>
    known.filter((one) => Math.max(...namesIn(one).map((name) => place.get(name) ?? 0)) === at),
  )
  const choices = order.map((name) => listOf(values.get(name) ?? []))
  const assignment: Assignment = new Map()
  let tries = 0
  const from = (at: number): boolean => {
    const name = order[at]
    if (name === undefined) {
      note(seen, assignment, known)
      return true
    }
    for (const value of choices[at] ?? []) {
      tries++
      if (tries > most) return false
      assignment.set(name, value)
      if ((completeAt[at] ?? []).every((one) => agrees(one, assignment)) && !from(at + 1)) return false
    }
    assignment.delete(name)
    return true
  }
  return from(0)
}

function note(seen: Seen, assignment: Assignment, known: Part) {
  const add = (name: Name, value: number) => {
    const values = seen.get(name) ?? new Set()
    seen.set(name, values.add(value))
  }
  for (const [name, value] of assignment) add(name, value)
  for (const { kind, whole, parts } of known)
    if (kind === 'several')
      for (const part of parts) add(restOf(whole, part), (assignment.get(whole) ?? 0) - (assignment.get(part) ?? 0))
}

function agrees(one: Known, assignment: Assignment): boolean {
  const whole = assignment.get(one.whole) ?? 0
  const parts = one.parts.map((part) => assignment.get(part) ?? 0)
  const sum = parts.reduce((all, part) => all + part, 0)
  switch (one.kind) {
    case 'sum':
      return sum === whole
    case 'together':
      return sum === whole && parts.filter((part) => part > 0).length >= 2
    case 'several':
      return canBeDealt(parts, whole, one.atLeast)
  }
}

/** Deals the rows out, the largest first, each to whoever has fewest: who is left short then is short in every way of dealing. */
function canBeDealt(rows: readonly number[], things: number, atLeast: number): boolean {
  if (rows.some((row) => row > things)) return false
  const dealt = Array.from({ length: things }, () => 0)
  for (const row of [...rows].sort((one, other) => other - one)) {
    dealt.sort((one, other) => one - other)
    for (let at = 0; at < row; at++) dealt[at] = (dealt[at] ?? 0) + 1
  }
  return dealt.every((share) => share >= atLeast)
}
