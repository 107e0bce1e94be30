/** What the public app needs from outside; composition roots give the real ones, tests give their own. */
import type { Seal } from '../shared/seal.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import type { WebDeps } from '../shared/web/web-app.ts'
import type { PublicStore } from './open-store.ts'

export interface PublicDeps extends WebDeps, PublicStore {
  seal: Seal
  secrets: ReadSecrets
  now: () => Date
}
