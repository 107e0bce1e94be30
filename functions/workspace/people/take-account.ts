/** Takes somebody's account away, by a colleague or by the command of whoever runs Loket. */
import type { Audited } from '../../shared/store/audit.ts'
import type { Identities } from '../../shared/store/identities.ts'
import type { Sessions } from '../../shared/store/sessions.ts'
import type { Trail } from '../../shared/store/trail.ts'

interface Stores {
  identities: Pick<Identities, 'unbind'>
  sessions: Pick<Sessions, 'endAll'>
  trail: Pick<Trail, 'note'>
}

interface Taking {
  /** Id of a person, or `beheer`. */
  by: string
  /** Coordinators of whom one keeps an account, or nothing is done; undefined where it may be the last. */
  staying?: readonly string[] | undefined
  /** Anew for each line. */
  audited: () => Audited
}

/** With all that was open on it; `last` when none of those who stay has an account at that moment. */
export async function takeAccount(
  { identities, sessions, trail }: Stores,
  who: { network: string; person: string },
  { by, staying, audited }: Taking,
): Promise<'unbound' | 'withdrawn' | 'last'> {
  const outcome = await identities.unbind({ ...who, by, staying, ...audited() })
  if (outcome === 'last') return outcome
  // They open nothing any more: this only tidies up, also what was cut short an earlier time.
  await sessions.endAll(who, (session) => trail.note(who, { what: 'sessie voorbij', session, by }, audited()))
  return outcome
}
