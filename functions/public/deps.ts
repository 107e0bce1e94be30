/** What the public app needs from outside; composition roots give the real ones, tests give their own. */
import type { Seal } from '../shared/seal.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import type { Dossiers } from '../shared/store/dossiers.ts'
import type { Drafts } from '../shared/store/drafts.ts'
import type { Assets } from './assets.ts'

export interface PublicDeps {
  /** Where people reach Loket, without a slash at the end. */
  url: string
  drafts: Drafts
  dossiers: Dossiers
  seal: Seal
  secrets: ReadSecrets
  assets: Assets
  now: () => Date
  random: (bytes: number) => Uint8Array
  /** One line per failed request: an id a person can read to us on the phone, and the error's name. Never its text. */
  logFailure: (incident: string, error: unknown) => void
}

/** A fresh id of 128 random bits, URL-safe. */
export const newId = ({ random }: Pick<PublicDeps, 'random'>): string => Buffer.from(random(16)).toString('base64url')
