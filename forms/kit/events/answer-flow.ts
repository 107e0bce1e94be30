/** What follows on an answer to an event, on each page that takes one (docs/domain.md §6): decided here, carried out by the shell. */
import type { FieldError } from '../questions/page.ts'
import type { Answer, LoketEvent } from './events.ts'
import { may } from './phases.ts'
import { changes, changesLate, type Given, type Invitee, mayAnswer, saidOf, writtenDown } from './rsvp.ts'

/** A page as it was filled in. */
export interface Filled {
  /** The answer alone, whatever is wrong with the rest. */
  antwoord: Answer | undefined
  /** Everything; absent when something is wrong. */
  given?: Given | undefined
  /** As typed, where it is asked; absent like `given`. */
  email?: string | undefined
  /** The same, of who has no address. */
  phone?: string | undefined
  errors: readonly FieldError[]
}

export interface Sent extends Filled {
  event: LoketEvent
  /** Revision of the event when the page was sent: somebody may move it while neighbours are first. */
  sentAt: number
  /** Whoever is on the list with this address, or behind this link. */
  known: Invitee | undefined
  /** On the page for who comes too late. */
  tooLate: boolean
  /** By all appearances a machine. */
  suspect?: boolean
  now: Date
}

/** Stored as the answer, or as one that came too late. */
interface Store {
  kind: 'store'
  given: Given
  tooLate: boolean
}

export type AnswerStep =
  /** Another page is the one for now. */
  | { kind: 'astray' }
  /** Nobody may answer this any more, or not here. */
  | { kind: 'refuse' }
  /** The same page, with what is wrong; without errors, because the event is not what it was. */
  | { kind: 'show'; errors: readonly FieldError[] }
  /** Nothing would be different. */
  | { kind: 'same' }
  /** Only whoever reads the mailbox may say more about this address: they get their link. */
  | { kind: 'link'; known: Invitee; given: Given }
  | Store

/** Every answer there is a new one. */
export type PublicStep = Exclude<AnswerStep, { kind: 'same' }>

/** On the page that everybody can open: a typed address proves nothing. */
export function publicStep({ event, sentAt, known, tooLate, suspect, antwoord, given, errors, now }: Sent): PublicStep {
  if (event.revisie !== sentAt) return { kind: 'show', errors: [] }
  if (tooLate && may('answer', event, now)) return { kind: 'astray' }
  const late = tooLate && antwoord !== 'op_de_hoogte'
  const counts = late ? may('answer-late', event, now) : mayAnswer(event, undefined, antwoord, now)
  if (!counts || event.toegang !== 'openbaar') return { kind: 'refuse' }
  if (!given) return { kind: 'show', errors }
  if (known && (suspect || hasSpoken(known))) return { kind: 'link', known, given }
  return { kind: 'store', given: asked(known, given), tooLate: late }
}

/** Answered, in time or not; also who was not let in is not asked again. */
const hasSpoken = ({ antwoord, laat, geweigerdOp }: Invitee): boolean =>
  antwoord !== undefined || laat !== undefined || geweigerdOp !== undefined

/** A *no* asks little: what it does not ask stays as whoever is on the list said it, or as the organiser's list has it. */
const asked = (known: Invitee | undefined, given: Given): Given =>
  known && given.antwoord !== 'ja' ? writtenDown(known, given) : given

/** Behind it nobody else's address is typed. */
export type PersonalStep = Exclude<AnswerStep, { kind: 'link' }>

type OfInvitee = Omit<Sent, 'known' | 'sentAt' | 'suspect'> & { known: Invitee }

/** Behind the personal link. After the deadline a place can be given back, with what was said before. */
export function personalStep({ event, known, tooLate, antwoord, given, errors, now }: OfInvitee): PersonalStep {
  const open = may('answer', event, now)
  if (tooLate && antwoord !== 'op_de_hoogte') return lateStep({ event, known, given, errors, now })
  const said = open ? given && asked(known, given) : antwoord && { ...saidOf(known), antwoord }
  if (open && !said) return { kind: 'show', errors }
  if (!said || !mayAnswer(event, known, said.antwoord, now)) return { kind: 'refuse' }
  return changes(known, said) ? { kind: 'store', given: said, tooLate: false } : { kind: 'same' }
}

type GivingUp = Pick<OfInvitee, 'event' | 'known' | 'now'> & {
  /** Only who answered; the colleagues they named still come. */
  alone?: boolean
}

/**
 * "Ik kan toch niet komen", after it was asked once whether that is so: also after the deadline, until the start. Of who answered
 * for colleagues, the first of them takes the place on the list; the address stays the one that is mailed.
 */
export function giveUpStep({ event, known, alone = false, now }: GivingUp): PersonalStep {
  if (known.antwoord !== 'ja') return { kind: 'same' }
  if (!mayAnswer(event, known, 'nee', now)) return { kind: 'refuse' }
  const [first, ...collegas] = known.collegas ?? []
  if (alone && first)
    return {
      kind: 'store',
      given: { ...saidOf(known), functie: undefined, opmerking: undefined, ...first, collegas, antwoord: 'ja' },
      tooLate: false,
    }
  return { kind: 'store', given: { ...saidOf(known), antwoord: 'nee' }, tooLate: false }
}

function lateStep({ event, known, given, errors, now }: Omit<OfInvitee, 'tooLate' | 'antwoord'>): PersonalStep {
  if (!may('answer-late', event, now)) return { kind: 'astray' }
  if (known.geweigerdOp) return { kind: 'refuse' }
  if (!given) return { kind: 'show', errors }
  const said = asked(known, given)
  return changesLate(known, said) ? { kind: 'store', given: said, tooLate: true } : { kind: 'same' }
}

export type WrittenStep = Extract<AnswerStep, { kind: 'refuse' | 'show' | 'store' }>

/** An organiser writes down what somebody said on the phone: until it starts, also after the deadline. */
export function writtenStep({
  event,
  known,
  given,
  errors,
  now,
}: Omit<Sent, 'sentAt' | 'tooLate' | 'antwoord'>): WrittenStep {
  if (!given) return { kind: 'show', errors }
  if (!may('write-down', event, now)) return { kind: 'refuse' }
  return { kind: 'store', given: known ? writtenDown(known, given) : given, tooLate: false }
}
