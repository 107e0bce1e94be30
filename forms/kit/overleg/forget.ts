/** Somebody of the table asks to be forgotten: they leave it, and nothing of them stays but that a seat was there (docs/overleg.md §8). */

import type { OverlegNow } from './decide.ts'
import { type Act, type OverlegDecision, refused } from './decision.ts'
import { withPlan } from './rounds.ts'

export const forgottenWord = 'van tafel gewist'

/**
 * `same` when it is done already. No mail leaves: their address goes too. The client is not forgotten here: what is kept of them is
 * the dossier.
 */
export function forget({ overleg, details }: OverlegNow, id: string, act: Act): OverlegDecision | { kind: 'same' } {
  const who = overleg.participants[id]
  if (!who || who.wie === 'client') return refused('not_now')
  const { [id]: name, ...names } = details.names
  if (who.leftAt !== undefined && name === undefined) return { kind: 'same' }
  // What they were told and agreed to is theirs; the version stays, so that no link of theirs is ever somebody else's.
  const { told: _t, inCalendar: _c, agreedOn: _a, applicant: _p, ...kept } = who
  const { [id]: _l, ...letters } = overleg.letters
  const { keyPerson, ...rest } = overleg
  const linkVersion = who.linkVersion + (who.leftAt === undefined ? 1 : 0)
  const next = {
    ...rest,
    revision: overleg.revision + 1,
    participants: {
      ...overleg.participants,
      [id]: { ...kept, linkVersion, beroepsgeheim: 'weet_niet' as const, leftAt: who.leftAt ?? act.now.toISOString() },
    },
    letters,
    ...(keyPerson === undefined || keyPerson === id ? {} : { keyPerson }),
  }
  return {
    kind: 'decided',
    overleg: next,
    details: { ...details, names },
    mails: withPlan(next, act, []),
    what: forgottenWord,
    forgets: id,
  }
}
