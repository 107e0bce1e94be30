/**
 * The accounts of this machine: those of the demo, and one of everybody who is among the people of a network now, whoever let them in.
 * An account opens nothing by itself: who has none of the demo is bound by an invitation, as anywhere.
 */
import type { Network } from '../../forms/kit/network.ts'
import { withoutAccents } from '../../forms/kit/text.ts'
import type { Contents } from '../shared/store/contents.ts'
import type { PersonRef } from '../shared/store/keys.ts'
import { demoContentOf } from './demo-content.ts'

export interface LocalAccount {
  /** What the button says after "Meld aan als": nobody else's says the same. */
  label: string
  name: string
  /** What the provider calls it: the same at every start, so that a binding outlives it. */
  subject: string
}

/** `coordinator-aalst` */
export const subjectOf = (name: string): string => withoutAccents(name).toLowerCase().replace(/\W+/g, '-')

interface Member extends PersonRef {
  name: string
  /** From the widest to the narrowest: what tells them apart from who has the same name. */
  beside: readonly string[]
  /** What they are called in the demo, when they are of it. */
  demo: string | undefined
}

/** Everybody of every network now, in the order of the files. */
export async function membersOf(networks: readonly Network[], contents: Pick<Contents, 'of'>): Promise<Member[]> {
  const members = networks.map(async (network) => {
    const { people } = await contents.of(network)
    const ofDemo = new Map(demoContentOf(network).people.map(({ id, name }) => [id, name]))
    return people.map(({ id, name, employer }) => ({
      ...{ network: network.slug, person: id, name, demo: ofDemo.get(id) },
      beside: [network.name, `${network.name}, ${employer}`, `${network.name}, ${id}`],
    }))
  })
  return (await Promise.all(members)).flat()
}

/** Those of the demo first. Who is called as somebody else is, is told apart by network, then by service, then by id. */
export function accountsOf(demo: readonly string[], members: readonly Member[]): LocalAccount[] {
  const fixed = demo.map((name) => ({ label: name, name, subject: subjectOf(name) }))
  // Somebody of the demo who was given another name keeps the account, and has a second button for it.
  const asked = members.filter(({ name, demo: known }) => known !== name || !demo.includes(name))
  const taken = (label: string) => demo.includes(label)
  const labelsOf = ({ name, beside }: Member) => [name, ...beside.map((more) => `${name} (${more})`)]
  const label = (member: Member): string => {
    const mine = labelsOf(member)
    const others = asked.filter((other) => other !== member).map(labelsOf)
    return mine.find((text, at) => !taken(text) && others.every((theirs) => theirs[at] !== text)) ?? mine.at(-1) ?? ''
  }
  return [
    ...fixed,
    ...asked.map((member) => ({ label: label(member), name: member.name, subject: subjectOfMember(demo, member) })),
  ]
}

const subjectOfMember = (demo: readonly string[], { network, person, demo: known }: Member): string =>
  // A full stop is in no subject of the demo.
  known !== undefined && demo.includes(known) ? subjectOf(known) : `${network}.${person}`
