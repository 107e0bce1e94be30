/** What becomes of a change that whoever asked wants in how they are reached, and of one that they confirm. Pure. */
import type { Answers, RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { parsePage } from '../questions/parse.ts'
import { phoneIn } from './corrected.ts'
import type { Dossier } from './dossier.ts'
import { confirmUntil, mayCorrectReach, reachPage } from './reach.ts'

const nothing = 'Vul een nieuw adres of een nieuw nummer in'
const same = 'Dit adres hebben we al. Vul het in als het verandert'
const tooOld = 'De pagina stond lang open. Kijk na wat u invulde en druk nog een keer op “Verbeter”'

type ReachStep =
  | { kind: 'mend'; errors: readonly FieldError[] }
  | { kind: 'ask'; email: string | undefined; phone: string | undefined }

/** `isKnown`: whether this is the address that counts; `handedOut`: the page was one of ours. */
export function reachStep(
  dossier: Dossier,
  typed: RawInput,
  { isKnown, handedOut, now }: { isKnown: (email: string) => boolean; handedOut: boolean; now: Date },
): ReachStep {
  const { answers, errors } = parsePage(reachPage(dossier), typed, {}, { criteria: [], now })
  const [email, phone] = [emailIn(answers), phoneIn(answers)]
  const mend = (name: string, message: string): ReachStep => ({ kind: 'mend', errors: [{ name, message }] })
  if (errors.length > 0) return { kind: 'mend', errors }
  if (email === undefined && phone === undefined) return mend('email', nothing)
  if (email !== undefined && isKnown(email)) return mend('email', same)
  if (!handedOut) return mend(email === undefined ? 'telefoon' : 'email', tooOld)
  return { kind: 'ask', email, phone }
}

const emailIn = ({ email }: Answers): string | undefined => (typeof email === 'string' ? email : undefined)

/** A change as it was kept. */
interface Kept {
  asked: number
  linkVersion?: number | undefined
  done?: true | undefined
}

/** `over`: the link is; `newer`: another address was given since, here or by somebody of the network. */
export type NotConfirmed = 'over' | 'newer' | 'closed'

/** Why a change cannot be confirmed along the link of `asked` (epoch milliseconds); undefined when it can be, or was. */
export function whyNotConfirmed(
  dossier: Dossier,
  asked: number,
  change: Kept | undefined,
  now: Date,
): NotConfirmed | undefined {
  if (confirmUntil(new Date(asked)) <= now) return 'over'
  // Confirmed between the two reads it is one further than the dossier: that is this very change.
  if (change?.asked !== asked || (change.linkVersion ?? 0) < dossier.linkVersion) return 'newer'
  return change.done || mayCorrectReach(dossier) ? undefined : 'closed'
}
