/** What a move of a dossier changes beside it, in the transaction of that move: its open overleg, its plan (docs/overleg.md §1, §10). */
import type { Decision } from '../../forms/kit/lifecycle/move.ts'
import type { TransactItems } from './store/transact.ts'

export type Moved = Extract<Decision, { kind: 'moved' }>

export interface Along {
  /** The decision as it is stored. */
  decision: Moved
  writes: TransactItems
}
