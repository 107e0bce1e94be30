/** What the pages of guests need from outside; composition roots give the real ones, tests give their own. */
import type { Seal } from '../shared/seal.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import type { ActionPlans } from '../shared/store/action-plans.ts'
import type { Contents } from '../shared/store/contents.ts'
import type { Overlegs } from '../shared/store/overlegs.ts'
import type { Unseal } from '../shared/unseal.ts'
import type { WebDeps } from '../shared/web/web-app.ts'

export interface GuestDeps extends WebDeps {
  /** Of one participant at a time: no list, and nothing of a dossier. */
  overlegs: Pick<Overlegs, 'readFor' | 'answer'>
  actionPlans: Pick<ActionPlans, 'readFor' | 'version' | 'erasedOn' | 'answer'>
  /** Who leads the overleg, and on which number. */
  contents: Pick<Contents, 'of'>
  /** For what a guest types of themselves. */
  seal: Seal
  unseal: Unseal
  secrets: ReadSecrets
  now: () => Date
}
