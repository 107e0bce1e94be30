/**
 * An attacker who has a published report and public knowledge of how its tables hang together (knowledge.ts), and works out which
 * whole numbers each hidden number can be.
 *
 * Rule. A number under five must not be told: not printed, and not by what is printed around it. So of each number that is not printed
 * we want the set of all values that it has in at least one joint assignment, of whole numbers to all hidden numbers, that agrees with
 * everything printed.
 *
 * Method. Each number is a variable with a set of values it may have; each thing known is a constraint on a few of them (`Known`). We
 * take from each set what no combination of the others in one constraint allows, until nothing changes. Two variables share at most one
 * constraint and no chain of constraints comes back to where it began (`mustBeTree` sees to it), so what is left is exact: take a value
 * that is left, choose values for the other variables of its constraints, and go on outward; no later choice can contradict an earlier
 * one. (Freuder 1982; "Berge-acyclic" constraint networks.) enumerate.ts does it the plain way, to check this one.
 */
import type { Report } from '../../forms/kit/figures/report.ts'
import { type Knowledge, type KnownTable, type Name, weaker } from './knowledge.ts'
import {
  between,
  both,
  equal,
  has,
  least,
  minus,
  most,
  type Numbers,
  only,
  sum,
  sumsOfOthers,
  union,
} from './whole-numbers.ts'

export interface Finding {
  what: string
  why: 'exact' | 'small'
}

export type Known =
  /** `whole` is the sum of `parts`. */
  | { kind: 'sum'; whole: Name; parts: readonly Name[] }
  /** The same; and at least two of them are not zero, or nothing would be counted together. */
  | { kind: 'together'; whole: Name; parts: readonly Name[] }
  /** Each of `whole` things is in at least so many of the rows, and in each row at most once. */
  | { kind: 'several'; whole: Name; parts: readonly Name[]; atLeast: number }

/** What an attacker begins with. */
export interface Puzzle {
  values: ReadonlyMap<Name, Numbers>
  known: readonly Known[]
  /** What the report prints: no news. */
  printed: ReadonlySet<Name>
  /** The numbers that people take from each other: a small one is news, though it has no name in a table. */
  nameless: ReadonlySet<Name>
}

const threshold = 5
type Section = Report['sections'][number]

const unansweredIn = (table: string): Name => `${table}: zonder antwoord`
export const restOf = (whole: Name, part: Name): Name => `${whole} − ${part}`

/** All that can be worked out of this report. A section of which nothing is known is not looked at. */
export function attack(report: Report, knowledge: readonly Knowledge[]): Finding[] {
  return report.sections.flatMap((section) => {
    const known = knowledge.find((one) => one.section === section.id)
    if (!known) return []
    return findingsIn(puzzleOf(section, known)) ?? findingsIn(puzzleOf(section, weaker(known))) ?? []
  })
}

/** Undefined when nothing agrees with what is printed. */
function findingsIn(puzzle: Puzzle): Finding[] | undefined {
  const solution = solve(puzzle)
  if (!solution) return undefined
  const { values, rests } = solution
  const named = [...values].filter(([name]) => !puzzle.printed.has(name) && !puzzle.nameless.has(name))
  const nameless = [...[...values].filter(([name]) => puzzle.nameless.has(name)), ...rests]
  return [
    // Printed though small: no working out at all.
    ...[...values].flatMap(([name, of]) => (puzzle.printed.has(name) && isSmall(of) ? [small(name)] : [])),
    ...named.flatMap(([name, of]): Finding[] => {
      if (isSmall(of)) return [small(name)]
      return least(of) === most(of) && least(of) > 0 ? [{ what: name, why: 'exact' }] : []
    }),
    ...nameless.flatMap(([name, of]) => (isSmall(of) ? [small(name)] : [])),
  ]
}

const small = (what: string): Finding => ({ what, why: 'small' })
/** Certainly under five, and not certainly nothing. */
const isSmall = (numbers: Numbers): boolean => most(numbers) < threshold && most(numbers) > 0

/**
 * Whatever is unknown is no more than this. What is printed can make a number at least as large as the numbers of three tables, of which
 * one is a part of the next: the ceiling is so far above it that it makes nothing exact, and nothing small.
 */
const highEnough = ({ tables }: Section): number => {
  const printed = (all: readonly { amount: number | null }[]) => all.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  return 60 + 3 * Math.max(0, ...tables.map(({ rows, total }) => Math.max(printed(rows), total.amount ?? 0)))
}

/** What one section prints, and what is known besides. `most`: of any number, in place of a ceiling that is high enough. */
export function puzzleOf(section: Section, { tables, sums, differences }: Knowledge, most?: number): Puzzle {
  const printed = new Set<Name>()
  const ceiling = most ?? highEnough(section)
  const values = new Map<Name, Numbers>()
  const know = (name: Name, numbers: Numbers) => values.set(name, both(values.get(name) ?? numbers, numbers))
  const read = (name: Name, amount: number | null) => {
    if (amount === null) return know(name, between(1, ceiling))
    printed.add(name)
    return know(name, only(amount))
  }
  const known: Known[] = []
  for (const table of tables) {
    const unanswered = table.isIncomplete && table.kind === 'one' ? [unansweredIn(table.id)] : []
    for (const name of [table.total, ...table.rows, ...unanswered]) know(name, between(0, ceiling))
    const shown = section.tables.find(({ id }) => id === table.id)
    // A table is there because something was counted.
    if (shown) read(table.total, shown.total.amount)
    const rows = shown?.rows ?? []
    const together = rows.find(({ id }) => !table.rows.includes(id))
    for (const { id, amount } of rows) read(id, amount)
    const absent = table.rows.filter((row) => !rows.some(({ id }) => id === row))
    if (rows.length > 0)
      for (const row of absent) know(row, absentIn(table, together?.amount ?? 0, together !== undefined))
    if (together) known.push({ kind: 'together', whole: together.id, parts: absent })
    const parts = together ? [...table.rows.filter((row) => !absent.includes(row)), together.id] : table.rows
    known.push(...linksOf({ ...table, rows: parts }, sums))
  }
  // The parts of a sum that is no total of a table with all of them were linked with it; the differences are numbers of their own.
  for (const { whole, part } of differences) {
    know(restOf(whole, part), between(0, ceiling))
    known.push({ kind: 'sum', whole, parts: [part, restOf(whole, part)] })
  }
  const puzzle = {
    values,
    known,
    printed,
    nameless: new Set([
      ...differences.map(({ whole, part }) => restOf(whole, part)),
      ...tables.map(({ id }) => unansweredIn(id)),
    ]),
  }
  mustBeTree(puzzle)
  return puzzle
}

/** A short table shows its zeros, so what it does not show is counted together with others. A longer one leaves zeros out. */
function absentIn({ rows }: Pick<KnownTable, 'rows'>, together: number, isTogether: boolean): Numbers {
  if (!isTogether) return only(0)
  return between(rows.length <= mostWithZeros ? 1 : 0, together)
}
const mostWithZeros = 4

/** The rows of a table and its total; rows that are together another number stand in it as that number. */
function linksOf({ id, kind, rows, total, atLeast, isIncomplete }: KnownTable, sums: Knowledge['sums']): Known[] {
  if (kind === 'several') return [{ kind, whole: total, parts: rows, atLeast: isIncomplete ? 0 : atLeast }]
  // A sum is of rows, or of what is a sum of rows itself.
  const ofRows = (name: Name): boolean =>
    rows.includes(name) || sums.some((one) => one.whole === name && one.parts.every(ofRows))
  const inside = sums.filter(({ parts }) => parts.every(ofRows))
  if (sums.some((one) => !inside.includes(one) && one.parts.some((part) => rows.includes(part))))
    throw new Error('Rows that are together another number are counted together with others')
  const isInside = (name: Name) => inside.some(({ parts }) => parts.includes(name))
  const outer = [...rows, ...inside.map(({ whole }) => whole)].filter((name) => !isInside(name))
  return [
    ...inside.map(({ whole, parts }): Known => ({ kind: 'sum', whole, parts })),
    { kind: 'sum', whole: total, parts: [...outer, ...(isIncomplete ? [unansweredIn(id)] : [])] },
  ]
}

/** No two constraints meet twice, in one variable after another: only then is what `solve` leaves exact. */
function mustBeTree({ known }: Pick<Puzzle, 'known'>): void {
  const parent = new Map<string, string>()
  const rootOf = (name: string): string => {
    const above = parent.get(name)
    return above === undefined ? name : rootOf(above)
  }
  known.forEach(({ whole, parts }, at) => {
    const constraint = rootOf(`constraint ${at}`)
    for (const name of [whole, ...parts]) {
      const root = rootOf(name)
      if (root === constraint) throw new Error(`Known twice, so it cannot be worked out exactly: ${name}`)
      parent.set(root, constraint)
    }
  })
}

interface Solution {
  values: ReadonlyMap<Name, Numbers>
  /** Of each row of `several`, those that are not in it. */
  rests: ReadonlyMap<Name, Numbers>
}

/** The exact set of each number; undefined when nothing agrees with what is printed. */
export function solve({ values: given, known }: Puzzle): Solution | undefined {
  const values = new Map(given)
  const of = (name: Name): Numbers => values.get(name) ?? []
  const rests = new Map<Name, Numbers>()
  const toLookAt = new Set(known)
  for (const one of toLookAt) {
    // Those that are added below come after all others.
    toLookAt.delete(one)
    const found = one.kind === 'several' ? severalOf(one, of) : sumOf(one, of)
    for (const [name, numbers] of found.values) {
      const left = both(of(name), numbers)
      if (left.length === 0) return undefined
      if (equal(left, of(name))) continue
      values.set(name, left)
      for (const other of known)
        if (other !== one && (other.whole === name || other.parts.includes(name))) toLookAt.add(other)
    }
    for (const [name, numbers] of found.rests) rests.set(name, numbers)
  }
  return { values, rests }
}

/** Of a sum: what the whole can be by its parts, and each part by the whole and the other parts. */
function sumOf({ kind, whole, parts }: Exclude<Known, { kind: 'several' }>, of: (name: Name) => Numbers): Solution {
  if (kind === 'together') return togetherOf(whole, parts, of)
  const sets = parts.map(of)
  const others = sumsOfOthers(sets)
  return {
    values: new Map([
      [whole, sum(sets)],
      ...parts.map((part, at) => [part, minus(of(whole), others[at] ?? [])] as const),
    ]),
    rests: new Map(),
  }
}

/** The same, over every choice of two parts that are not zero: one of these choices holds. */
function togetherOf(whole: Name, parts: readonly Name[], of: (name: Name) => Numbers): Solution {
  const some = new Map<Name, Numbers[]>()
  parts.forEach((one, at) => {
    for (const other of parts.slice(at + 1)) {
      const within = (name: Name) =>
        name === one || name === other ? both(of(name), between(1, Number.MAX_SAFE_INTEGER)) : of(name)
      const { values } = sumOf({ kind: 'sum', whole, parts }, within)
      // Where this choice fits nothing it says nothing, of no number.
      const fitting = [whole, ...parts].map((name) => [name, both(within(name), values.get(name) ?? [])] as const)
      if (fitting.some(([, numbers]) => numbers.length === 0)) continue
      for (const [name, numbers] of fitting) some.set(name, [...(some.get(name) ?? []), numbers])
    }
  })
  return { values: new Map([whole, ...parts].map((name) => [name, union(some.get(name) ?? [])])), rests: new Map() }
}

/**
 * Of `several`, for each total apart: no row has more than the total, and the rows have together at least `atLeast` times as much. More
 * is not asked: dealing out the rows one after the other, each to the things in turn, gives each thing its share.
 */
function severalOf(
  { whole, parts, atLeast }: Extract<Known, { kind: 'several' }>,
  of: (name: Name) => Numbers,
): Solution {
  const found = new Map<Name, Numbers[]>()
  const rests = new Map<Name, Numbers[]>()
  const note = (where: Map<Name, Numbers[]>, name: Name, numbers: Numbers) => {
    const all = where.get(name)
    if (!all) where.set(name, [numbers])
    else if (!equal(all.at(-1) ?? [], numbers)) all.push(numbers)
  }
  for (const [from, to] of of(whole))
    for (let total = from; total <= to; total++) {
      const rows = parts.map((part) => both(of(part), between(0, total)))
      const highest = rows.reduce((all, row) => all + most(row), 0)
      // A row that has no value left has −∞ as its most: then this total is impossible.
      if (highest < atLeast * total) continue
      note(found, whole, only(total))
      rows.forEach((row, at) => {
        const rowLeast = Math.max(0, atLeast * total - (highest - most(row)))
        const numbers = both(row, between(rowLeast, total))
        const part = parts[at] ?? ''
        note(found, part, numbers)
        note(rests, restOf(whole, part), minus(only(total), numbers))
      })
    }
  const unions = (where: Map<Name, Numbers[]>) => new Map([...where].map(([name, all]) => [name, union(all)] as const))
  const values = unions(found)
  for (const name of [whole, ...parts]) if (!values.has(name)) values.set(name, [])
  return { values, rests: unions(rests) }
}

/** Whether a truth is among what the attacker thinks possible: one that is not shows that the attack assumes what is not so. */
export const isPossible = (numbers: Numbers | undefined, truth: number): boolean =>
  numbers === undefined || has(numbers, truth)
