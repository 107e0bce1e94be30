/** What the werkruimte needs from outside; composition roots give the real ones, tests give their own. */
import type { Seal } from '../shared/seal.ts'
import type { Unseal } from '../shared/unseal.ts'
import type { WebDeps } from '../shared/web/web-app.ts'
import type { WorkspaceStore } from './open-store.ts'
import type { RequirePerson } from './sign-in/door.ts'
import type { SignInDeps } from './sign-in/routes.tsx'

export type WorkspaceDeps = WebDeps &
  SignInDeps &
  WorkspaceStore & {
    /** Notes are sealed like answers. */
    seal: Seal
    /** Opens answers, notes and what is sealed of an overleg. */
    unseal: Unseal
    /** Hides the words that dossiers are found by (docs/decisions/023); only the werkruimte has it. */
    searchKey: () => Promise<string>
  }

/** What each part of the werkruimte is made from: the outside, and the door its pages stand behind. */
export interface PartDeps {
  deps: WorkspaceDeps
  requirePerson: RequirePerson
}
