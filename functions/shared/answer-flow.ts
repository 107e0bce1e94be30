/** Stores an answer with its seat: the same for who answers, and for the organiser who writes down what was said. */
import type { Filled } from '../../forms/kit/events/answer-flow.ts'
import { type LoketEvent, tomorrowIds } from '../../forms/kit/events/events.ts'
import {
  type Given,
  type Invitee,
  proven,
  unsubscribed,
  withAnswer,
  withLateAnswer,
} from '../../forms/kit/events/rsvp.ts'
import { mailsOfAnswer } from '../../forms/kit/events/rsvp-mails.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { type HandDeps, handOutNow } from './hand-out.ts'
import { hmacOf } from './hash.ts'
import { type SeatDeps, type Short, seatingOf } from './seating.ts'
import { addressHmac } from './secrets.ts'
import type { Invitees } from './store/invitees.ts'
import { givesBack, type SeatOptions } from './store/seats.ts'

export interface RsvpDeps {
  invitees: Pick<Invitees, 'answer' | 'read'>
  seats: SeatDeps & HandDeps['seats']
}

/** Somebody who is not on the list yet. */
interface Newcomer {
  id: string
  /** HMAC of the address. */
  adres: string
  bron: Invitee['bron']
  /** The typed address, of who gave one. */
  email?: string | undefined
  /** Of who has none: no mail is ever planned for them. */
  noMail?: boolean
  phone?: string | undefined
}

type NewPlace = Newcomer & { event: LoketEvent; now: Date }

export interface NewAnswer {
  event: LoketEvent
  /** As they are on the list now, or somebody new with the address they typed. */
  who: Invitee | Newcomer
  given: Given
  /** Said too late: kept beside the answer that counts, and nothing changes hands. */
  tooLate?: boolean
  /** A machine answers, by all appearances: nothing changes hands. Absent, whoever answers is no machine. */
  suspect?: boolean
  /** Mails held because of that, which must not leave any more. */
  takeBack?: readonly string[]
  now: Date
  options?: SeatOptions
}

/** Stores the answer; `changed` when a neighbour was first: read again and decide again. */
export async function storeAnswer(deps: RsvpDeps, input: NewAnswer): Promise<'stored' | 'changed' | Short> {
  const { event, who, given, tooLate = false, suspect = false, takeBack = [], now, options } = input
  const before = 'revisie' in who ? who : undefined
  const known = before ?? newInvitee({ ...who, event, now })
  const invitee = suspect ? { ...known, verdacht: true } : proven(known)
  const seating = tooLate ? undefined : await seatingOf(deps.seats, event, invitee, given, now)
  if (seating === 'changed' || (seating && 'short' in seating)) return seating
  const after = seating
    ? { ...withAnswer(event, invitee, given, now), ...seating.held }
    : withLateAnswer(event, invitee, given, now)
  const mails = mailsOfAnswer(event, before, after, now)
  const obsolete = [...new Set([...(mails.takeBack.mails ?? []), ...takeBack])]
  const stored = await deps.invitees.answer({
    event,
    before,
    after,
    mails: { ...mails, takeBack: { ...mails.takeBack, mails: obsolete } },
    ...('revisie' in who || who.email === undefined ? {} : { email: who.email }),
    seat: seating?.seat,
    now,
    ...(options ? { options } : {}),
  })
  const isFree = seating?.mayFit || (seating?.seat && givesBack(seating.seat))
  if (stored === 'stored' && isFree) await handOutNow(deps, event, now)
  return stored
}

export const newInvitee = ({ id, event, adres, bron, noMail = false, phone, now }: NewPlace): Invitee => ({
  id,
  activiteit: event.slug,
  network: event.network,
  linkVersion: 1,
  revisie: 0,
  eventRevisie: event.revisie,
  bron,
  adres,
  noMail,
  ...(phone === undefined ? {} : { phone }),
  casus: false,
  verdacht: false,
  afgemeld: false,
  createdAt: now.toISOString(),
})

/**
 * HMAC of an address for one event, so that two events cannot be compared. In lower case: nobody has two mailboxes that
 * differ in capitals only.
 */
export const addressOnEvent = (key: string, slug: string, email: string): string =>
  applicantOnEvent(key, slug, addressHmac(key, email))

/** Whom an answer is of: the address they gave, else the number, else only the name an organiser wrote down. */
const contactOf = ({ email, phone, given }: Pick<Filled, 'email' | 'phone' | 'given'>): string =>
  email ??
  (phone === undefined
    ? `naam:${given?.naam?.toLowerCase() ?? ''}\0${given?.organisatie?.toLowerCase() ?? ''}`
    : `tel:${phone}`)

interface Contact {
  /** HMAC of how they are reached, for this event. */
  adres: string
  email?: string | undefined
  noMail: boolean
  phone?: string | undefined
}

/** How whoever is answered for is reached, and known again. */
export const contactOn = (key: string, slug: string, filled: Pick<Filled, 'email' | 'phone' | 'given'>): Contact => ({
  adres: addressOnEvent(key, slug, contactOf(filled)),
  email: filled.email,
  noMail: filled.email === undefined,
  phone: filled.email === undefined ? filled.phone : undefined,
})

/** The same from the address's own HMAC: who is looked up travels as that (docs/decisions/012). */
export const applicantOnEvent = (key: string, slug: string, applicant: string): string =>
  hmacOf(key, `${slug}\0${applicant}`)

/** The same for the same address, so that a receipt says nothing about who answered before. */
export const rsvpReference = (adres: string): string => makeReference('ACT', Buffer.from(adres, 'base64url'))

/** No more mail about this event, also none that is planned. */
export function unsubscribe(
  { invitees }: { invitees: Pick<Invitees, 'answer'> },
  event: LoketEvent,
  before: Invitee,
  now: Date,
): Promise<'stored' | 'changed'> {
  const mails = { put: [], takeBack: { planned: true, mails: ['uitnodiging', 'attest', ...tomorrowIds(event)] } }
  return invitees.answer({ event, before, after: unsubscribed(event, before, now), mails, now })
}
