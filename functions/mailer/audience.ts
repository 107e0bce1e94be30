/** To whose address a mail goes. A kind of mail to somebody else than these fails to compile (kinds.ts). */
import { type Absence, isAwayOn, readerFor } from '../../forms/kit/absence.ts'
import { type Mailboxes, type NetworkContent, type Person, personOf } from '../../forms/kit/content.ts'
import type { MailboxName, Role } from '../../forms/kit/content-schema.ts'
import { brusselsDate } from '../../forms/kit/time.ts'

export type Audience =
  /** The address that was typed, kept once by what the mail is about. */
  | { of: 'typed' }
  /** An address that was given since: of this change, until it is confirmed. */
  | { of: 'awaited'; asked: number }
  /** The address that counted until links of this version. */
  | { of: 'former'; linkVersion: number }
  /** Somebody of the network, by id: about themselves, wherever they are. */
  | { of: 'person'; person: string | undefined }
  /** Somebody of the network, by id: about their work, so that it goes to their stand-in, or the deputy, while they are away. */
  | { of: 'at-work'; person: string | undefined }
  | { of: 'triage' | 'deputy' }
  /** A mailbox of the network that somebody changes: the address of this change, or the one that counted until then. */
  | { of: 'new-mailbox' | 'old-mailbox'; mailbox: MailboxName; asked: number }
  /** Who organises an event, by id; while nobody is named, an organiser who is there, or else a coordinator. */
  | { of: 'organiser'; person: string | undefined }
  /** A coordinator who is there, another one than this person; who stands in when there is none. */
  | { of: 'coordinator'; except: string | undefined }

export const typed = (_: { to: 'aanvrager' | 'genodigde' | 'deelnemer' }): Audience => ({ of: 'typed' })
/** Whoever asked, at an address that does not count yet, or any more (forms/kit/lifecycle/reach.ts). */
export const awaited = ({ asked }: { to: 'aanvrager'; asked: number }): Audience => ({ of: 'awaited', asked })
export const ofChange = ({ what, linkVersion }: { to: 'aanvrager'; what: string; linkVersion: number }): Audience =>
  what === 'adres' ? { of: 'former', linkVersion } : { of: 'typed' }
export const triage = (_: { to: 'triage' }): Audience => ({ of: 'triage' })
export const deputy = (_: { to: 'plaatsvervanger' }): Audience => ({ of: 'deputy' })
export const person = ({ person }: { to: 'medewerker'; person: string }): Audience => ({ of: 'person', person })

type AboutMailbox = { to: 'postbus'; mailbox: MailboxName; asked: number }
export const newMailbox = ({ mailbox, asked }: AboutMailbox): Audience => ({ of: 'new-mailbox', mailbox, asked })
export const oldMailbox = ({ mailbox, asked }: AboutMailbox): Audience => ({ of: 'old-mailbox', mailbox, asked })

/** Whom of the network, is decided mail by mail. */
export function staff(about: {
  to: 'medewerker' | 'triage' | 'plaatsvervanger' | 'coordinator'
  person?: string | undefined
}): Audience {
  switch (about.to) {
    case 'medewerker':
      return { of: 'at-work', person: about.person }
    case 'triage':
      return { of: 'triage' }
    case 'plaatsvervanger':
      return { of: 'deputy' }
    case 'coordinator':
      return { of: 'coordinator', except: about.person }
  }
}

/** Nobody filled in this mailbox of the network yet, so the mail waits. */
interface Missing {
  missing: keyof Mailboxes
}

/** Where the addresses are found. */
interface Known {
  content: NetworkContent
  typedAddress: () => Promise<string | undefined>
  awaitedAddress: (asked: number) => Promise<string | undefined>
  formerAddress: (linkVersion: number) => Promise<string | undefined>
  /** Of somebody of the network, by id. */
  absenceOf: (person: string) => Promise<Absence | undefined>
  now: Date
}

/** Where it goes. */
interface Goes {
  /** Undefined: what was typed is there no more. */
  to: string | undefined
  /** Whom it is for is away: this is read in their place. */
  inPlace?: true
}

/** The addresses of a mail: where it goes, and where an answer to it is read. */
export async function addressesOf(audience: Audience, known: Known): Promise<(Goes & { replyTo: string }) | Missing> {
  const found = await goesTo(audience, known)
  if ('missing' in found) return found
  // A mailbox is asked before there is one for answers: who answers then writes to themselves.
  const own = audience.of === 'new-mailbox' || audience.of === 'old-mailbox' ? found.to : undefined
  const { reply: replyTo = own } = known.content.mailboxes
  return replyTo === undefined ? { missing: 'reply' } : { ...found, replyTo }
}

async function goesTo(audience: Audience, known: Known): Promise<Goes | Missing> {
  const { content, typedAddress, awaitedAddress, formerAddress } = known
  const at = (mailbox: keyof Mailboxes): Goes | Missing => {
    const to = content.mailboxes[mailbox]
    return to === undefined ? { missing: mailbox } : { to }
  }
  switch (audience.of) {
    case 'typed':
      return { to: await typedAddress() }
    case 'awaited':
      return { to: await awaitedAddress(audience.asked) }
    case 'former':
      return { to: await formerAddress(audience.linkVersion) }
    case 'triage':
    case 'deputy':
      return at(audience.of)
    case 'new-mailbox':
      return { to: changeOf(content, audience)?.address }
    case 'old-mailbox':
      return { to: changeOf(content, audience)?.previous }
    case 'person':
    case 'at-work': {
      const person = personOf(content, audience.person)
      // Whoever left the network since leaves their mail to the coordinators.
      if (!person) return at('triage')
      if (audience.of === 'person') return { to: person.email }
      return atWork(person)
    }
    case 'organiser': {
      const person = personOf(content, audience.person)
      if (person) return atWork(person)
      const to = (await firstAtWork('organisator')) ?? (await firstAtWork('coordinator'))
      return to === undefined ? at('deputy') : { to }
    }
    case 'coordinator': {
      const to = await firstAtWork('coordinator', audience.except)
      return to === undefined ? at('deputy') : { to }
    }
  }

  async function atWork(person: Person): Promise<Goes | Missing> {
    const reader = await readerOf(person, known)
    if (reader?.id === person.id) return { to: person.email }
    return { ...(reader ? { to: reader.email } : at('deputy')), inPlace: true }
  }

  async function firstAtWork(wanted: Role, except?: string): Promise<string | undefined> {
    for (const { id, role, email } of content.people)
      if (role === wanted && id !== except && !(await isAway(id, known))) return email
    return undefined
  }
}

/** As long as nothing else was asked for it since. */
export function changeOf({ awaited }: NetworkContent, { mailbox, asked }: { mailbox: MailboxName; asked: number }) {
  const change = awaited[mailbox]
  return change && Date.parse(change.askedAt) === asked ? change : undefined
}

const isAway = async (person: string, { absenceOf, now }: Known): Promise<boolean> =>
  isAwayOn(await absenceOf(person), brusselsDate(now))

/** Two items at most: theirs, and that of who stands in. */
async function readerOf(person: Person, { content, absenceOf, now }: Known): Promise<Person | undefined> {
  const own = await absenceOf(person.id)
  const standIns = own?.standIn === undefined ? undefined : await absenceOf(own.standIn)
  const absences = [own, standIns].filter((absence) => absence !== undefined)
  return readerFor(content, absences, person, brusselsDate(now))
}
