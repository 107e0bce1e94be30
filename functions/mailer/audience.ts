/** To whose address a mail goes. A kind of mail to somebody else than these fails to compile (kinds.ts). */
import type { Network } from '../../forms/kit/network.ts'

export type Audience =
  /** The address that was typed, kept once by what the mail is about. */
  | { of: 'typed' }
  /** Somebody of the network, by id. */
  | { of: 'person'; person: string | undefined }
  | { of: 'triage' | 'deputy' }

export const typed = (_: { to: 'aanvrager' | 'genodigde' | 'deelnemer' }): Audience => ({ of: 'typed' })
export const triage = (_: { to: 'triage' }): Audience => ({ of: 'triage' })
export const deputy = (_: { to: 'plaatsvervanger' }): Audience => ({ of: 'deputy' })
export const person = ({ person }: { to: 'medewerker'; person: string }): Audience => ({ of: 'person', person })

/** Whom of the network, is decided mail by mail. */
export function staff(about: {
  to: 'medewerker' | 'triage' | 'plaatsvervanger'
  person?: string | undefined
}): Audience {
  switch (about.to) {
    case 'medewerker':
      return { of: 'person', person: about.person }
    case 'triage':
      return { of: 'triage' }
    case 'plaatsvervanger':
      return { of: 'deputy' }
  }
}

/** The address of an audience; `typedAddress` reads the one that was typed. */
export async function addressOf(
  audience: Audience,
  { people, triageEmail, deputyEmail }: Network,
  typedAddress: () => Promise<string | undefined>,
): Promise<string | undefined> {
  switch (audience.of) {
    case 'typed':
      return typedAddress()
    case 'triage':
      return triageEmail
    case 'deputy':
      return deputyEmail
    case 'person':
      // Whoever left the network since leaves their mail to the coordinators.
      return people.find(({ id }) => id === audience.person)?.email ?? triageEmail
  }
}
