/** Of a moment that is fixed: of each person whether they come, or know of it at all (docs/overleg.md §4). */
import { isPast } from '../../../forms/kit/overleg/moments.ts'
import type { Overleg, Seated } from '../../../forms/kit/overleg/overleg.ts'
import { isAgreedTo, isKeyPerson, seated } from '../../../forms/kit/overleg/overleg.ts'
import { comesTo, saidBy } from '../../../forms/kit/overleg/said.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import type { AtTable } from './at-table.ts'
import type { SignKind } from './icons.tsx'
import { unreachedIn } from './open.ts'

export interface Coming {
  who: Seated
  kind: SignKind
  word: string
  /** Beside it. */
  hint?: string
  /** There is somebody to phone. */
  toCall?: true
}

export function comingOf(found: AtTable, now: Date): Coming[] {
  const unreached = unreachedIn(found)
  const { fixed } = found.overleg
  const begun = fixed !== undefined && isPast(fixed, now)
  return seated(found.overleg).map((who) => {
    const status = statusOf(found, who, unreached.has(who.id))
    return { who, ...(begun ? onceBegun(status) : status) }
  })
}

/** Once it began nobody is called about it any more, and no letter is brought. */
const onceBegun = ({ toCall: _, ...status }: Omit<Coming, 'who'>): Omit<Coming, 'who'> =>
  status.kind === 'bel' || status.kind === 'brief' ? { ...status, kind: 'stil', word: 'niets gehoord' } : status

function statusOf({ overleg, said }: AtTable, who: Seated, unreached: boolean): Omit<Coming, 'who'> {
  const { fixed, letters, clientDeclines } = overleg
  if (!isAgreedTo(who)) return { kind: 'stil', word: 'wacht op akkoord' }
  const own = saidBy(said, who.id)
  const letter = letters[who.id]
  const hint = letter ? { hint: `Brief bezorgd op ${dateInWords(letter.on)}` } : {}
  switch (comesTo(own, fixed?.number)) {
    case 'ja':
      return { kind: 'kan', word: 'komt', ...hint }
    case 'nee':
      return { kind: 'niet', word: 'komt niet', ...hint }
    case undefined:
      break
  }
  if (who.wie === 'client' && clientDeclines) return { kind: 'niet', word: 'wil er niet bij zijn' }
  if (letter) return { kind: 'kan', word: 'weet het', ...hint }
  if (own.declinedAt) return { kind: 'niet', word: 'doet niet mee' }
  if (unreached) return { kind: 'weg', word: 'mail kwam terug', toCall: true }
  if (who.bereik === 'mail' && isTold(overleg, who)) return { kind: 'stil', word: 'nog niets gehoord' }
  if (who.bereik === 'brief') return { kind: 'brief', word: 'brief nog bezorgen' }
  return { kind: 'bel', word: 'nog bellen', toCall: true }
}

const isTold = ({ fixed }: Overleg, { told }: Seated): boolean => told === `moment-${fixed?.number}`

/** The client, or who is their fixed contact, who cannot come after all; and when they said so. */
export function droppedOut({ overleg, said }: AtTable): { who: Seated; at: string }[] {
  const { fixed, clientDeclines } = overleg
  return seated(overleg).flatMap((who) => {
    const matters = isKeyPerson(who) || (who.wie === 'client' && !clientDeclines)
    const answer = fixed && saidBy(said, who.id).comes[String(fixed.number)]
    return matters && answer?.answer === 'nee' ? [{ who, at: answer.at }] : []
  })
}
