/** Stores an answer with its seat: the same for who answers, and for the organiser who writes down what was said. */
import type { Filled } from '../../forms/kit/events/answer-flow.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { isOver } from '../../forms/kit/events/phases.ts'
import {
  type Given,
  type Invitee,
  isSeated,
  proven,
  unsubscribed,
  withAnswer,
  withLateAnswer,
} from '../../forms/kit/events/rsvp.ts'
import { mailsOfAnswer, mailsOfPromotion } from '../../forms/kit/events/rsvp-mails.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { hmacOf } from './hash.ts'
import { addressHmac } from './secrets.ts'
import type { Invitees, Moved } from './store/invitees.ts'
import { joinsLine, type SeatChange, type SeatOptions, type SeatReader } from './store/seats.ts'

export interface RsvpDeps {
  invitees: Pick<Invitees, 'answer' | 'read'>
  seats: Pick<SeatReader, 'read' | 'first'>
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

/** What the seats have to do with an answer. */
interface Seating {
  seat?: SeatChange
  /** Place in the line, of who waits after this. */
  wacht?: string
  promoted?: Moved
}

/** Stores the answer; `changed` when a neighbour was first: read again and decide again. */
export async function storeAnswer(deps: RsvpDeps, input: NewAnswer): Promise<'stored' | 'changed'> {
  const { event, who, given, tooLate = false, suspect = false, takeBack = [], now, options } = input
  const before = 'revisie' in who ? who : undefined
  const known = before ?? newInvitee({ ...who, event, now })
  const invitee = suspect ? { ...known, verdacht: true } : proven(known)
  const seating = tooLate ? {} : await seatingOf(deps, event, invitee, given, now)
  if (seating === 'changed') return 'changed'
  const { seat, wacht, promoted } = seating
  const after = tooLate
    ? withLateAnswer(event, invitee, given, now)
    : { ...withAnswer(event, invitee, given, now), ...(wacht ? { wacht } : {}) }
  const mails = mailsOfAnswer(event, before, after, now)
  const obsolete = [...new Set([...(mails.takeBack.mails ?? []), ...takeBack])]
  return deps.invitees.answer({
    event,
    before,
    after,
    mails: { ...mails, takeBack: { ...mails.takeBack, mails: obsolete } },
    ...('revisie' in who || who.email === undefined ? {} : { email: who.email }),
    seat,
    promoted,
    now,
    ...(options ? { options } : {}),
  })
}

/** What happens to the seats when somebody answers this. */
export async function seatingOf(
  { invitees, seats }: RsvpDeps,
  event: LoketEvent,
  invitee: Invitee,
  { antwoord }: Pick<Given, 'antwoord'>,
  now: Date,
): Promise<Seating | 'changed'> {
  // From the start on nothing changes hands: who is kept informed then, leaves no seat to anybody.
  if (event.capaciteit === undefined || invitee.verdacht || isOver(event, now)) return {}
  const { id, wacht } = invitee
  const waits = invitee.antwoord === 'ja' && wacht
  if (antwoord === 'ja') {
    if (isSeated(invitee)) return {}
    if (waits) return { wacht }
    const current = await seats.read(event.slug)
    if (current && !joinsLine(current)) return { seat: { kind: 'take' } }
    const place = `${now.toISOString()}#${id}`
    return { seat: { kind: 'join', place, invitee: id }, wacht: place }
  }
  if (waits) return { seat: { kind: 'leave', place: wacht } }
  if (!isSeated(invitee)) return {}
  const first = await seats.first(event.slug)
  if (!first) return { seat: { kind: 'free' } }
  const promoted = await promotionOf(invitees, event, first.invitee, now)
  return promoted ? { seat: { kind: 'pass', place: first.place }, promoted } : 'changed'
}

/** The first in line gets a seat. */
export async function promotionOf(
  invitees: Pick<Invitees, 'read'>,
  event: LoketEvent,
  id: string,
  now: Date,
): Promise<Moved | undefined> {
  const before = await invitees.read(id, now)
  if (!before?.wacht) return undefined
  const { wacht: _line, ...rest } = before
  const after: Invitee = { ...rest, revisie: before.revisie + 1 }
  return { before, after, mails: mailsOfPromotion(event, after, now) }
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
  email ?? (phone === undefined ? `naam:${given?.naam?.toLowerCase() ?? ''}` : `tel:${phone}`)

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
  const mails = { put: [], takeBack: { planned: true, mails: ['uitnodiging', 'morgen'] } }
  return invitees.answer({ event, before, after: unsubscribed(event, before, now), mails, now })
}
