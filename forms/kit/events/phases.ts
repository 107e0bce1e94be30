/**
 * Where an event stands, and what may be done then: one table for whoever answers and whoever organises (docs/domain.md §6). A
 * page asks it which buttons to show, a POST asks it again: what is refused there is said in words.
 */
import { closesAt, type LoketEvent } from './events.ts'

/** In the order of time; `volzet`: open, but whoever says yes now waits; `gesloten`: after the deadline, before the start. */
export const phases = ['open', 'volzet', 'gesloten', 'bezig', 'voorbij', 'afgelast'] as const
export type Phase = (typeof phases)[number]

/** `full`: no seat is left for who says yes now; only asked as long as it takes answers. */
export function phaseOf(event: LoketEvent, now: Date, full = false): Phase {
  if (event.geannuleerd) return 'afgelast'
  if (now.toISOString() >= event.start) return now.toISOString() < event.einde ? 'bezig' : 'voorbij'
  if (now >= closesAt(event)) return 'gesloten'
  return full ? 'volzet' : 'open'
}

/** Before the deadline: an answer counts. */
const answering: readonly Phase[] = ['open', 'volzet']
/** Before the start: seats change hands. */
const before: readonly Phase[] = [...answering, 'gesloten']
const begun: readonly Phase[] = ['bezig', 'voorbij']
const everTakesPlace: readonly Phase[] = [...before, ...begun]

const allowed = {
  // Who is invited, or comes along by themselves.
  /** Says yes, no, or wants to know; in `volzet` a yes joins the line. */
  answer: answering,
  /** "Meld het toch": the organiser decides. */
  'answer-late': ['gesloten'],
  /** "Ik kan toch niet komen". */
  'give-up': before,
  /** "Hou me op de hoogte" asks no seat, so it is never too late; of who has one only until the start. */
  'stay-informed': phases,
  /** A file for a calendar. */
  calendar: [...before, 'bezig'],
  /** A button to take part online, from the day before (`showsOnlineLink`). */
  'take-part-online': [...before, 'bezig'],
  // Who organises.
  /** Puts people on the list and invites them, or sends it again. */
  invite: answering,
  /** Writes down what somebody said on the phone. */
  'write-down': before,
  /** Lets in who came too late. */
  'let-in': before,
  /** Gives free seats to who waits. */
  promote: before,
  /** Day, hour, place, seats and questions. */
  edit: before,
  /** Text and online link: also of what runs, when a link turns out to be wrong. */
  'edit-link': [...before, 'bezig'],
  'call-off': before,
  /** Their own link once more, or the confirmation with it. */
  resend: [...before, 'bezig'],
  /** Report, slides, what comes next. */
  news: begun,
  /** "Binnenkort is het zover". */
  'mail-practical': before,
  /** "Er is nieuws". */
  'mail-news': everTakesPlace,
  /** Puts who wants to be kept informed on the list of what comes next. */
  'invite-on': ['voorbij', 'afgelast'],
  /** The list at the door: printed before, ticked when people come in, which is before the start. */
  attendance: everTakesPlace,
  /** That somebody was there. */
  attest: begun,
} as const satisfies Record<string, readonly Phase[]>

export type EventAction = keyof typeof allowed
export const eventActions = Object.keys(allowed) as EventAction[]

export const mayIn = (action: EventAction, phase: Phase): boolean =>
  (allowed[action] as readonly Phase[]).includes(phase)

/** An answer still counts; also where it is one for the waiting list. */
export const takesAnswers = (phase: Phase): phase is 'open' | 'volzet' => mayIn('answer', phase)

/** At this instant. A full event allows what an open one does, so seats need not be read for this. */
export const may = (action: EventAction, event: LoketEvent, now: Date): boolean => mayIn(action, phaseOf(event, now))

/** From its start on, or once called off, no seat changes hands. */
export const isOver = (event: LoketEvent, now: Date): boolean => !before.includes(phaseOf(event, now))

const refused: Record<Phase, string> = {
  open: 'De inschrijving is nog open',
  volzet: 'De inschrijving is nog open',
  gesloten: 'De inschrijving is afgesloten',
  bezig: 'Deze activiteit is begonnen',
  voorbij: 'Deze activiteit is voorbij',
  afgelast: 'Deze activiteit gaat niet door',
}

/** Why an organiser may not do it now, as the first half of a sentence. */
export const refusedIn = (phase: Phase): string => refused[phase]
