/** Takes somebody's account away, and tells whether they are the last who can let others in. */
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import { createIdentities } from '../../shared/store/identities.ts'
import { actOf, type Opened } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { takeAccount } from './take-account.ts'

/** Somebody of the coordinator's own network. */
interface Found {
  content: NetworkContent
  member: Person
}

export function createAccountDesk(deps: WorkspaceDeps) {
  const { sessions, trail, open } = deps
  const identities = open(createIdentities)

  const desk = {
    /** Whether nobody would be left to let others in: no coordinator at all, or none with an account. */
    isNeeded: async (c: Opened, found: Found): Promise<boolean> =>
      found.member.role === 'coordinator' && (otherCoordinators(found).length === 0 || (await desk.isLast(c, found))),

    /** Whether nobody else of the network could invite people any more: so that no button is shown that would be refused. */
    async isLast({ var: { network } }: Opened, { content, member }: Found): Promise<boolean> {
      // An invitation that is withdrawn takes nobody's place away.
      if (member.role !== 'coordinator' || !(await identities.isBound({ network: network.slug, person: member.id })))
        return false
      const others = otherCoordinators({ content, member })
      const bound = await Promise.all(others.map((person) => identities.isBound({ network: network.slug, person })))
      return !bound.includes(true)
    },

    /** With all that was open on it; `last` when no other coordinator has an account at that moment. */
    async unbind(c: Opened, { content, member }: Found): Promise<'unbound' | 'withdrawn' | 'last'> {
      const ref = { network: c.var.network.slug, person: member.id }
      const staying = member.role === 'coordinator' ? otherCoordinators({ content, member }) : undefined
      const taking = { by: c.var.person.id, staying, audited: () => actOf(c, deps) }
      return takeAccount({ identities, sessions, trail }, ref, taking)
    },
  }
  return desk
}

const otherCoordinators = ({ content, member }: Found): string[] =>
  content.people.filter(({ id, role }) => role === 'coordinator' && id !== member.id).map(({ id }) => id)
