/** Takes somebody's account away, and tells whether they are the last who can let others in. */
import type { Context } from 'hono'
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import { newId } from '../../shared/new-id.ts'
import { createIdentities } from '../../shared/store/identities.ts'
import { actOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'

type Ctx = Context<SignedIn>

/** Somebody of the coordinator's own network. */
interface Found {
  content: NetworkContent
  member: Person
}

export function createAccountDesk(deps: WorkspaceDeps) {
  const { sessions, trail, now, open } = deps
  const identities = open(createIdentities)

  return {
    /** Whether nobody else of the network could invite people any more: so that no button is shown that would be refused. */
    async isLast({ var: { network } }: Ctx, { content, member }: Found): Promise<boolean> {
      // An invitation that is withdrawn takes nobody's place away.
      if (member.role !== 'coordinator' || !(await identities.isBound({ network: network.slug, person: member.id })))
        return false
      const others = otherCoordinators({ content, member })
      const bound = await Promise.all(others.map((person) => identities.isBound({ network: network.slug, person })))
      return !bound.includes(true)
    },

    /** With all that was open on it; `last` when no other coordinator has an account at that moment. */
    async unbind(c: Ctx, { content, member }: Found): Promise<'unbound' | 'withdrawn' | 'last'> {
      const ref = { network: c.var.network.slug, person: member.id }
      const staying = member.role === 'coordinator' ? otherCoordinators({ content, member }) : undefined
      const outcome = await identities.unbind({ ...ref, by: c.var.person.id, staying, ...actOf(c, deps) })
      if (outcome === 'last') return outcome
      // They open nothing any more: this only tidies up, also what was cut short an earlier time.
      const { who: by, ...about } = actOf(c, deps)
      await sessions.endAll(ref, (session) =>
        trail.note(ref, { what: 'sessie voorbij', session, by }, { ...about, auditId: newId(deps), now: now() }),
      )
      return outcome
    },
  }
}

const otherCoordinators = ({ content, member }: Found): string[] =>
  content.people.filter(({ id, role }) => role === 'coordinator' && id !== member.id).map(({ id }) => id)
