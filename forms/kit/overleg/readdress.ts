/** Somebody at the table who is reached at another address from now on, and is otherwise who they were. */
import type { Act, Decided } from './decision.ts'
import type { Details } from './details.ts'
import { type Overleg, seated } from './overleg.ts'
import { tell, withPlan } from './rounds.ts'

interface Before {
  overleg: Overleg
  details: Details
  /** Where mail to each goes now, by participant. */
  addresses: ReadonlyMap<string, string>
  /** Who said that they do not take part. */
  declined: readonly string[]
}

interface Given extends Act {
  from: string
  to: string
}

export interface Readdressed extends Decided {
  participants: readonly string[]
  /** A mail about this table leaves for them now. */
  told: boolean
}

/** Everybody here whose address this is; undefined when it is nobody's. Their old link opens nothing any more, so they are told again. */
export function readdressAtTable(
  { overleg, details, addresses, declined }: Before,
  { from, to, ...at }: Given,
): Readdressed | undefined {
  const theirs = seated(overleg).filter(({ id }) => addresses.get(id) === from)
  if (theirs.length === 0) return undefined
  const moved = theirs.map(({ id, told: _t, inCalendar: _c, ...one }) => ({
    id,
    one: { ...one, linkVersion: one.linkVersion + 1 },
  }))
  const saved: Overleg = {
    ...overleg,
    revision: overleg.revision + 1,
    participants: { ...overleg.participants, ...Object.fromEntries(moved.map(({ id, one }) => [id, one])) },
  }
  const { overleg: next, mails } = tell(saved, declined)
  return {
    kind: 'decided',
    overleg: next,
    details,
    mails: withPlan(next, at, mails),
    what: 'adres verbeterd',
    reachedAt: moved.map(({ id, one: { linkVersion } }) => ({ participant: id, linkVersion, email: to })),
    participants: theirs.map(({ id }) => id),
    told: mails.length > 0,
  }
}
