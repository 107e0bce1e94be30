/** What a request behind the door says of whoever opened it: to the tables, and to the page. */
import { newId } from '../shared/new-id.ts'
import type { WorkspaceDeps } from './deps.ts'
import type { WorkFrame } from './frame.tsx'
import type { SignedIn } from './sign-in/session.ts'

interface Opened {
  var: Pick<SignedIn['Variables'], 'network' | 'person'>
}

/** Who acts, for the line that tells it. */
export const actOf = ({ var: { network, person } }: Opened, deps: Pick<WorkspaceDeps, 'random' | 'now'>) => ({
  network: network.slug,
  who: person.id,
  auditId: newId(deps),
  now: deps.now(),
  auditDays: network.bewaartermijnen.audit,
})

/** What every page is framed with. */
export const frameOf = (
  { var: { network, person } }: Opened,
  { assets }: Pick<WorkspaceDeps, 'assets'>,
): WorkFrame => ({
  assets,
  network,
  person,
})
