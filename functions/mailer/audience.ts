/** To whose address a mail goes. A kind of mail to somebody else than these fails to compile (kinds.ts). */
import { type Mailboxes, type NetworkContent, personOf } from '../../forms/kit/content.ts'

export type Audience =
  /** The address that was typed, kept once by what the mail is about. */
  | { of: 'typed' }
  /** Somebody of the network, by id. */
  | { of: 'person'; person: string | undefined }
  | { of: 'triage' | 'deputy' }
  /** A coordinator who is there, another one than this person; who stands in when there is none. */
  | { of: 'coordinator'; except: string | undefined }

export const typed = (_: { to: 'aanvrager' | 'genodigde' | 'deelnemer' }): Audience => ({ of: 'typed' })
export const triage = (_: { to: 'triage' }): Audience => ({ of: 'triage' })
export const deputy = (_: { to: 'plaatsvervanger' }): Audience => ({ of: 'deputy' })
export const person = ({ person }: { to: 'medewerker'; person: string }): Audience => ({ of: 'person', person })

/** Whom of the network, is decided mail by mail. */
export function staff(about: {
  to: 'medewerker' | 'triage' | 'plaatsvervanger' | 'coordinator'
  person?: string | undefined
}): Audience {
  switch (about.to) {
    case 'medewerker':
      return { of: 'person', person: about.person }
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

/** What is asked only of mail that needs it. */
interface Ask {
  /** The address that was typed. */
  typed: () => Promise<string | undefined>
  /** Whether this person of the network is away today. */
  isAway: (person: string) => Promise<boolean>
}

/** The addresses of a mail: where it goes (undefined: what was typed is there no more), and where an answer to it is read. */
export async function addressesOf(
  audience: Audience,
  content: NetworkContent,
  { typed, isAway }: Ask,
): Promise<{ to: string | undefined; replyTo: string } | Missing> {
  const found = audience.of === 'typed' ? { to: await typed() } : await ofNetwork(audience, content, isAway)
  if ('missing' in found) return found
  const { reply: replyTo } = content.mailboxes
  return replyTo === undefined ? { missing: 'reply' } : { ...found, replyTo }
}

async function ofNetwork(
  audience: Exclude<Audience, { of: 'typed' }>,
  content: NetworkContent,
  isAway: Ask['isAway'],
): Promise<{ to: string } | Missing> {
  const at = (mailbox: keyof Mailboxes) => {
    const to = content.mailboxes[mailbox]
    return to === undefined ? { missing: mailbox } : { to }
  }
  switch (audience.of) {
    case 'triage':
    case 'deputy':
      return at(audience.of)
    case 'person': {
      // Whoever left the network since leaves their mail to the coordinators.
      const person = personOf(content, audience.person)
      return person ? { to: person.email } : at('triage')
    }
    case 'coordinator': {
      for (const { id, role, email } of content.people)
        if (role === 'coordinator' && id !== audience.except && !(await isAway(id))) return { to: email }
      return at('deputy')
    }
  }
}
