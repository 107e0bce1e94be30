/**
 * The figures of one year as they are before anything is hidden: one-way tables, and how their numbers hang together. Every number
 * is a node, by its id; two tables that show the same number share its node, so that it is hidden in both or in neither.
 */

/** How much was counted, and of how many dossiers; where one dossier counts once the two are the same. */
export interface Counted {
  amount: number
  dossiers: number
}

/** `one`: each thing counted is in exactly one row, and the rows sum to the total. `several`: it may be in any number of them. */
type Kind = 'one' | 'several'

export interface Row {
  /** Of its node. */
  id: string
  label: string
}

export interface Table {
  id: string
  title: string
  /** What exactly was counted. */
  hint: string
  kind: Kind
  /** In the order of the form. */
  rows: readonly Row[]
  /** Node of all that is counted in it. */
  total: string
  /** Rows that are together what another number counts; each two apart, or the one within the other. */
  groups: readonly Group[]
  /** Small rows may be counted together. Not in a table with groups. */
  mergeable: boolean
  /** `several`: in how many rows at least each thing counted is. */
  atLeast: number
}

/** The rows of `node`, by their nodes. */
export interface Group {
  node: string
  rows: readonly string[]
}

/** `whole` is the sum of `parts`, whatever is hidden. */
export interface Sum {
  whole: string
  parts: readonly string[]
}

/**
 * People read `part` as some of `whole`, so what is between the two is a number as well, though no table has it: "casemanagers − eerste
 * overleggen".
 */
export interface Difference {
  whole: string
  part: string
}

export interface YearModel {
  nodes: ReadonlyMap<string, Counted>
  tables: readonly Table[]
  differences: readonly Difference[]
}

/** Zero for what was never counted. */
export const countedAs = ({ nodes }: Pick<YearModel, 'nodes'>, id: string): Counted =>
  nodes.get(id) ?? { amount: 0, dossiers: 0 }

/** The node of what lies between. */
export const restOf = ({ whole, part }: Difference): string => `${whole} − ${part}`

/** The node of those that are not in a row of `several`. */
export const othersOf = (row: string, total: string): string => `${total} − ${row}`
