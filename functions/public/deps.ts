/** What the public app needs from outside; composition roots give the real ones, tests give their own. */
import type { Seal } from '../shared/seal.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import type { Dossiers } from '../shared/store/dossiers.ts'
import type { Drafts } from '../shared/store/drafts.ts'
import type { WebDeps } from '../shared/web/web-app.ts'

export interface PublicDeps extends WebDeps {
  drafts: Drafts
  dossiers: Dossiers
  seal: Seal
  secrets: ReadSecrets
  now: () => Date
}

/** A fresh id of 128 random bits, URL-safe. */
export const newId = ({ random }: Pick<PublicDeps, 'random'>): string => Buffer.from(random(16)).toString('base64url')
