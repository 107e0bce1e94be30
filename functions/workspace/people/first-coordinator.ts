/**
 * The very first coordinator of a network, whom no coordinator can let in: stored among its people as `beheer`, and invited. For the
 * command that does so (infra/operate/first-coordinator.ts) and the local runner; no page leads here.
 */
import * as z from 'zod'
import { findNetwork, networks } from '../../../forms/index.ts'
import { isDialled, normalizeEmail, normalizePhone } from '../../../forms/kit/contact.ts'
import { type Person, personOf } from '../../../forms/kit/content.ts'
import { type MailboxName, mailboxNames, type StoredContent } from '../../../forms/kit/content-schema.ts'
import { type Wanted, withEntries } from '../../../forms/kit/manage/entries.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { contentProblems } from '../../../forms/kit/problems/content-problems.ts'
import { unknownWord } from '../../../forms/kit/problems/nearest.ts'
import { newId, newPersonId } from '../../shared/new-id.ts'
import { createContentChanges } from '../../shared/store/content-changes.ts'
import type { Contents } from '../../shared/store/contents.ts'
import type { Connection } from '../../shared/store/dynamo.ts'
import { type Binding, createIdentities } from '../../shared/store/identities.ts'
import { createSessions } from '../../shared/store/sessions.ts'
import { createTrail } from '../../shared/store/trail.ts'
import { takeAccount } from './take-account.ts'

/** Somebody new, as the command line has it. */
const newSchema = z.object({
  network: z.string(),
  name: z.string().trim().min(1).max(80),
  email: z.string(),
  phone: z.string(),
  employer: z.string().trim().min(1).max(100),
  triage: z.string().exactOptional(),
  deputy: z.string().exactOptional(),
  reply: z.string().exactOptional(),
})
/** Somebody who is among the people already, by id; `again`: the account they had is taken away first. */
const knownSchema = z.object({
  network: z.string(),
  person: z.string(),
  again: z.literal('again').exactOptional(),
})
export const firstSchema = z.union([knownSchema, newSchema])
export type FirstAsked = z.infer<typeof firstSchema>
type New = z.infer<typeof newSchema>

export interface FirstDeps {
  connection: Connection
  contents: Contents
  now: () => Date
  random: (bytes: number) => Uint8Array
  /** Whether a mail may go to an address that nobody has (`.example`): on one's own machine only. */
  invented: boolean
  /** Whether somebody came in themselves; of the demo of this machine nobody did. Everybody when absent. */
  cameIn?: (binding: Binding) => boolean
}

export type First =
  | {
      kind: 'invited'
      network: Network
      person: Person
      /** Of the content, when something of it changed. */
      revision: number | undefined
      /** Id of the invitation. */
      invitation: string
      /** Mailboxes that are still to be filled in. */
      missing: readonly MailboxName[]
      /** Those that were given and had another address, which stays. */
      kept: readonly MailboxName[]
    }
  /** Nothing is stored and nobody is invited; one sentence for a person, in English. */
  | { kind: 'refused'; reason: string }

const refused = (reason: string): First => ({ kind: 'refused', reason })

/** Done twice, it invites anew: the link of before is worth nothing any more. */
export async function makeFirstCoordinator(deps: FirstDeps, asked: FirstAsked): Promise<First> {
  const network = findNetwork(asked.network)
  if (!network) {
    const slugs = networks.map(({ slug }) => slug)
    return refused(unknownWord('There is no network', asked.network, slugs).join())
  }
  return 'person' in asked ? inviteKnown(deps, network, asked) : storeAndInvite(deps, network, asked)
}

async function inviteKnown(deps: FirstDeps, network: Network, asked: z.infer<typeof knownSchema>): Promise<First> {
  const { content } = await deps.contents.stored(network)
  const person = personOf(content, asked.person)
  if (!person) return refused(whoElse(network, asked.person, content))
  const who = { network: network.slug, person: person.id }
  if (asked.again) {
    const { connection } = deps
    const stores = {
      identities: createIdentities(connection),
      sessions: createSessions(connection),
      trail: createTrail(connection),
    }
    // Of the only coordinator too, whom no colleague can unbind.
    await takeAccount(stores, who, { by: 'beheer', audited: () => audited(deps, network) })
  }
  return invite(deps, network, { person, content, revision: undefined, kept: [] })
}

function whoElse({ name, slug }: Network, id: string, { people }: StoredContent): string {
  const known = people.map((person) => `  ${person.id}  ${person.name}`)
  return known.length > 0
    ? `${name} has no person "${id}". It has:\n${known.join('\n')}`
    : `${name} has nobody yet. Say who the first one is: ${usageOfNew.replace('<network>', slug)}`
}

const usageOfNew = 'npm run first-coordinator -- -c stage=… <network> "<name>" <e-mail> <phone> "<service>"'

async function storeAndInvite(deps: FirstDeps, network: Network, asked: New): Promise<First> {
  const { content, revision: before } = await deps.contents.stored(network)
  const problem = problemOf(deps, asked)
  if (problem) return refused(problem)
  const there = await whoIsThere(deps, network, content)
  if (there) return refused(there)
  const email = normalizeEmail(asked.email) ?? ''
  const same = content.people.find((one) => one.email.toLowerCase() === email.toLowerCase())
  if (same && same.role !== 'coordinator')
    return refused(`${same.name} of ${network.name} has the address ${email} already, and is no coordinator.`)
  const { name, employer } = asked
  const phone = normalizePhone(asked.phone) ?? asked.phone
  const person: Person = { ...(same ?? { id: newPersonId(deps), role: 'coordinator' }), name, phone, employer, email }
  const boxes = mailboxesOf(asked)
  const wanted: Wanted[] = [
    { of: 'people', key: person.id, to: person },
    ...boxes.flatMap(([key, to]) => (content.mailboxes[key] ? [] : [{ of: 'mailboxes' as const, key, to }])),
  ]
  const wrong = contentProblems(network, withEntries(content, wanted))
  if (wrong.length > 0) return refused(`Nothing is stored of ${network.name}:\n  ${wrong.join('\n  ')}`)
  const change = { revision: before, who: 'beheer', what: 'gegeven' as const, ...audited(deps, network) }
  const put = await createContentChanges(deps.connection, deps.contents).change(network, wanted, change)
  if (put.kind !== 'stored') return refused(`Somebody is changing ${network.name} right now. Run this again.`)
  const kept = boxes.flatMap(([key, to]) => ((content.mailboxes[key] ?? to) === to ? [] : [key]))
  const after = withEntries(content, wanted)
  return invite(deps, network, {
    ...{ person, content: after, kept },
    revision: put.revision === before ? undefined : put.revision,
  })
}

/** In the words of the command line, before anything is read. */
function problemOf({ invented }: FirstDeps, asked: New): string | undefined {
  const addresses = [asked.email, ...mailboxesOf(asked).map(([, address]) => address)]
  const none = addresses.find((address) => normalizeEmail(address) === undefined)
  if (none !== undefined) return `"${none}" is no e-mail address.`
  const nobodys = addresses.find((address) => address.toLowerCase().endsWith('.example'))
  if (nobodys !== undefined && !invented)
    return `"${nobodys}" is invented: nobody reads mail under .example. Give the address that this person reads.`
  return isDialled(asked.phone) ? undefined : `"${asked.phone}" is no phone number that can be dialled.`
}

/** A network that somebody coordinates lets others in by itself. */
async function whoIsThere(
  { connection, cameIn = () => true }: FirstDeps,
  { slug, name }: Network,
  { people }: StoredContent,
): Promise<string | undefined> {
  const identities = createIdentities(connection)
  for (const { id, role, name: called } of people) {
    const binding = role === 'coordinator' ? await identities.binding({ network: slug, person: id }) : undefined
    if (binding && cameIn(binding))
      return [
        `${name} has a coordinator with an account already: ${called}, who lets others in at /werkruimte/beheer/mensen.`,
        `Is that account lost? npm run first-coordinator -- -c stage=… ${slug} ${id} again`,
      ].join('\n')
  }
  return undefined
}

interface ToInvite {
  person: Person
  content: Pick<StoredContent, 'mailboxes'>
  revision: number | undefined
  kept: readonly MailboxName[]
}

async function invite(deps: FirstDeps, network: Network, { person, content, ...rest }: ToInvite): Promise<First> {
  const invitation = newId(deps)
  const about = { ...audited(deps, network), invitedBy: 'beheer' }
  const who = { network: network.slug, person: person.id }
  const outcome = await createIdentities(deps.connection).invite({ id: invitation, ...who, ...about })
  if (outcome === 'person-bound')
    return refused(
      `${person.name} of ${network.name} is bound to an account already. Is that account lost? Add the word "again".`,
    )
  const missing = mailboxNames.filter((mailbox) => !content.mailboxes[mailbox])
  return { kind: 'invited', network, person, invitation, missing, ...rest }
}

const audited = (deps: FirstDeps, { retention }: Network) => ({
  auditId: newId(deps),
  now: deps.now(),
  auditDays: retention.audit,
})

const mailboxesOf = (asked: New): [MailboxName, string][] =>
  mailboxNames.flatMap((name) => (asked[name] ? [[name, asked[name]] as [MailboxName, string]] : []))

/** What whoever ran the command reads, in English; `link` works once, for seven days. */
export function toldOf(first: Extract<First, { kind: 'invited' }>, { url, path }: { url: string; path: string }) {
  const { person, network, revision, missing, kept } = first
  return [
    ...(revision === undefined ? [] : [`Stored ${person.name} (${person.id}) as coordinator of ${network.name}.`]),
    ...kept.map((mailbox) => `The ${mailbox} of ${network.name} stays what it was: it is changed in the werkruimte.`),
    `For ${person.name} of ${network.name}, once, for seven days:`,
    `${url}${path}`,
    ...(missing.length > 0
      ? [
          `${network.name} has no ${missing.join(', no ')} yet, and its mail waits for that. ${person.name} fills it in at:`,
          `${url}/werkruimte/beheer/netwerk`,
        ]
      : []),
  ]
}
