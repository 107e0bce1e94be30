/** What a request behind the door says of whoever opened it: to the tables, and to the page. */
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { colleaguesAmong, doneBy } from '../../forms/kit/lifecycle/in-place.ts'
import { newId } from '../shared/new-id.ts'
import type { ListView } from '../shared/store/consultations.ts'
import type { WorkspaceDeps } from './deps.ts'
import type { WorkFrame } from './frame.tsx'
import type { SignedIn } from './sign-in/door.ts'

/** Of a request behind the door: who it is, and of which network. */
export interface Opened {
  var: Pick<SignedIn['Variables'], 'network' | 'person'>
}

/** Who acts, for the line that tells it. */
export const actOf = ({ var: { network, person } }: Opened, deps: Pick<WorkspaceDeps, 'random' | 'now'>) => ({
  network: network.slug,
  who: person.id,
  auditId: newId(deps),
  now: deps.now(),
  auditDays: network.retention.audit,
})

/** The same about one dossier: with the colleague who holds it, when they do it in that place. */
export const actOn = (
  opened: Opened,
  deps: Pick<WorkspaceDeps, 'random' | 'now'>,
  dossier: Pick<Dossier, 'holder' | 'referral'>,
) => ({ ...actOf(opened, deps), ...doneBy(opened.var.person, dossier) })

/** Whose data a page shows, before it does: what cannot be written down is not shown. `held`: the dossiers among it. */
export async function noteView(
  { var: { network, person, sessionId } }: { var: Pick<SignedIn['Variables'], 'network' | 'person' | 'sessionId'> },
  deps: Pick<WorkspaceDeps, 'consultations' | 'random' | 'now'>,
  list: ListView['list'],
  references: readonly string[],
  held: readonly Pick<Dossier, 'holder' | 'referral'>[] = [],
): Promise<void> {
  if (references.length === 0) return
  const who = { network: network.slug, person: person.id }
  const about = actOf({ var: { network, person } }, deps)
  const colleagues = colleaguesAmong(person, held)
  await deps.consultations.saw(who, { list, session: sessionId, references, for: colleagues }, about)
}

/** What every page is framed with. */
export const frameOf = (
  { var: { network, person } }: Opened,
  { assets }: Pick<WorkspaceDeps, 'assets'>,
): WorkFrame => ({
  assets,
  network,
  person,
})
