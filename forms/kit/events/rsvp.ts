/**
 * An invitee and their answer: what it changes, and who may still change it. Pure: the store writes what is decided here, on
 * condition that nothing changed meanwhile. The mails that follow: rsvp-mails.ts.
 */
import * as z from 'zod'
import { epochSeconds, secondsPerDay } from '../time.ts'
import { type Answer, answers, erasedAt, type LoketEvent } from './events.ts'
import { may } from './phases.ts'

const answer = z.enum(answers)
const instant = z.iso.datetime()

/** What somebody says beside the answer. */
const words = {
  naam: z.string().optional(),
  organisatie: z.string().optional(),
  functie: z.string().optional(),
  opmerking: z.string().optional(),
  casus: z.boolean().default(false),
  /** Who comes along, by name: one answer for several colleagues. */
  collegas: z.array(z.object({ naam: z.string(), functie: z.string().optional() })).optional(),
  /** With how many they come, themselves included, where that is asked. */
  aantal: z.number().int().min(1).optional(),
  /** Answers to the organiser's own questions, by the id of the question. */
  eigen: z.record(z.string(), z.string()).optional(),
  /** Ids of the days they come, where that is a choice. */
  sessies: z.array(z.string()).optional(),
}

export const inviteeSchema = z.object({
  /** Random; in links beside an HMAC. */
  id: z.string(),
  activiteit: z.string(),
  network: z.string(),
  linkVersion: z.number(),
  /** Rises with every change: the condition of every write, and part of SEQUENCE. */
  revisie: z.number(),
  /** Revision of the event that this invitee's mails and retention follow. */
  eventRevisie: z.number(),
  /** How this person came to be on the list; `namens`: the organiser wrote down what somebody said on the phone; `deur`: walked in. */
  bron: z.enum(['publiek', 'import', 'namens', 'deur']),
  /** HMAC of the address, or of the number of who has none: one answer per address per event. The address itself is with the outbox. */
  adres: z.string(),
  /** Has no e-mail address: no mail is planned for them. */
  noMail: z.boolean().default(false),
  /** The number of who is called in its place, where they gave one. */
  phone: z.string().optional(),
  antwoord: answer.optional(),
  /** Place in the line of the waiting list, as its sort key; only with `ja`. */
  wacht: z.string().optional(),
  /** An answer after the deadline, with all that was typed, until the organiser decides. */
  laat: z.object({ antwoord: answer, at: instant, ...words }).optional(),
  ...words,
  /** Filled in by a machine, by all appearances (docs/domain.md §3.11). */
  verdacht: z.boolean(),
  /** Wants no more mail about this event. */
  afgemeld: z.boolean(),
  createdAt: instant,
  answeredAt: instant.optional(),
  uitgenodigdOp: instant.optional(),
  /** The organiser did not let in what was said too late. */
  geweigerdOp: instant.optional(),
  /** Who of them was there, on which day (`tickOf`, presence.ts). A set where it is stored, so that each is added and taken away alone. */
  aanwezig: z.union([z.array(z.string()), z.set(z.string()).transform((ticks) => [...ticks].sort())]).optional(),
  /** Their seats are in the count of an event that had none at first (`seats.ts`). */
  counted: z.literal(true).optional(),
  /** What they answered is in the figures of the year. */
  inFigures: z.literal(true).optional(),
  /** The last mail that an organiser sent again, and the revision it was of: it tells whether the address works. */
  resent: z.object({ mailId: z.string(), revisie: z.number() }).optional(),
  /** Epoch seconds; absent as long as they want to be kept informed. */
  ttl: z.number().optional(),
})
export type Invitee = z.infer<typeof inviteeSchema>

/** What somebody fills in. */
export interface Given {
  antwoord: Answer
  naam?: string | undefined
  organisatie?: string | undefined
  functie?: string | undefined
  opmerking?: string | undefined
  casus: boolean
  collegas?: Invitee['collegas']
  aantal?: number | undefined
  eigen?: Invitee['eigen']
  sessies?: Invitee['sessies']
}

/** What an invitee said, if they did. */
export type Said = Omit<Given, 'antwoord'> & { antwoord?: Answer | undefined }

/** What was said, apart from the answer; what was left empty is named too, so that it takes the place of something. */
export const saidOf = (said: Said): Omit<Given, 'antwoord'> => ({
  naam: said.naam,
  organisatie: said.organisatie,
  functie: said.functie,
  opmerking: said.opmerking,
  casus: said.casus,
  collegas: said.collegas,
  aantal: said.aantal,
  eigen: said.eigen,
  sessies: said.sessies,
})

/** How many seats an answer takes: who answers, with the colleagues they name or as many as they say. */
export const partyOf = ({ aantal, collegas = [] }: Pick<Said, 'aantal' | 'collegas'>): number =>
  aantal ?? 1 + collegas.length

/** How many people these answers are together. */
export const headsIn = (said: readonly Pick<Said, 'aantal' | 'collegas'>[]): number =>
  said.reduce((sum, one) => sum + partyOf(one), 0)

/** An answer that somebody else writes down: what was left empty stays as the invitee said it last. */
export function writtenDown(before: Invitee, given: Given): Given {
  const own = before.laat ?? before
  return {
    antwoord: given.antwoord,
    naam: given.naam || own.naam,
    organisatie: given.organisatie || own.organisatie,
    functie: given.functie || own.functie,
    opmerking: given.opmerking || own.opmerking,
    casus: given.casus || own.casus,
    collegas: given.collegas ?? own.collegas,
    aantal: given.aantal ?? own.aantal,
    eigen: given.eigen ?? own.eigen,
    sessies: given.sessies ?? own.sessies,
  }
}

/**
 * What a machine seems to have answered takes no seat and no place in the line until a person says that it is real. Who walked in
 * was promised none: they stand there, also beyond the capacity (docs/decisions/010).
 */
export const isSeated = (invitee: Invitee | undefined): boolean =>
  invitee?.antwoord === 'ja' && !invitee.wacht && !invitee.verdacht && invitee.bron !== 'deur'

/**
 * Until the deadline anything; after it, until the start, only giving back a place. To be kept informed asks no seat, so it is
 * never too late; who comes gives back a place first (docs/domain.md §6).
 */
export function mayAnswer(
  event: LoketEvent,
  before: Invitee | undefined,
  antwoord: Answer | undefined,
  now: Date,
): boolean {
  if (may('answer', event, now)) return true
  if (antwoord === 'op_de_hoogte')
    return may('stay-informed', event, now) && (before?.antwoord !== 'ja' || event.geannuleerd)
  return may('give-up', event, now) && before?.antwoord === 'ja' && antwoord === 'nee'
}

/** Whether anything would be different afterwards; sending the same again changes nothing and mails nothing. */
export const changes = (before: Invitee, given: Given): boolean =>
  before.laat !== undefined || before.verdacht || differs(before, given)

/** The same for what somebody says too late: along their own link it takes the place of what stood there. */
export const changesLate = ({ laat, verdacht }: Invitee, given: Given): boolean =>
  verdacht || !laat || differs(laat, given)

/** Each beside what takes its place; lists and answers by their text. */
const differs = (before: Said, given: Given): boolean => textOf(before) !== textOf(given)

const textOf = ({ antwoord, ...said }: Said): string =>
  JSON.stringify([antwoord, ...Object.values(saidOf(said)).map((value) => emptied(value))])

/** What was left empty is the same as what was never asked. */
const emptied = (value: unknown): unknown =>
  value === '' || value === undefined || (Array.isArray(value) && value.length === 0) ? null : value

/**
 * Who answers along the personal link reads the mailbox it went to, and an organiser knows whom it is about: no machine. A yes
 * from before has no seat yet, so it does not count as one.
 */
export function proven(invitee: Invitee): Invitee {
  const { antwoord, ...rest } = invitee
  if (!invitee.verdacht || antwoord === undefined) return { ...invitee, verdacht: false }
  return { ...rest, verdacht: false, ...(antwoord === 'ja' ? {} : { antwoord }) }
}

/** The invitee with this answer; where they sit or wait is decided with the seats. */
export function withAnswer(event: LoketEvent, before: Invitee, given: Given, now: Date): Invitee {
  const { laat: _decided, wacht: _place, ttl: _end, geweigerdOp: _refused, ...rest } = before
  return withEnd(event, {
    ...rest,
    ...given,
    // Who walked in and answers by themselves from then on is counted as everybody is.
    bron: before.bron === 'deur' ? 'publiek' : before.bron,
    revisie: before.revisie + 1,
    answeredAt: now.toISOString(),
  })
}

/** Kept as too late: the answer that counts stays what it was, with what was said then. */
export const withLateAnswer = (event: LoketEvent, before: Invitee, given: Given, now: Date): Invitee =>
  withEnd(event, {
    ...before,
    ...(before.antwoord ? {} : { ...given, antwoord: undefined }),
    laat: { ...given, at: now.toISOString() },
    revisie: before.revisie + 1,
  })

/** Sets when it is erased; who is kept informed stays until they want no more mail, which there must be a way to. */
export function withEnd(event: LoketEvent, { ttl: _before, ...invitee }: Invitee): Invitee {
  const end = erasedAt(event, invitee.afgemeld || invitee.noMail ? undefined : invitee.antwoord)
  return end ? { ...invitee, ttl: epochSeconds(end) } : invitee
}

/**
 * No more mail. The answer stays what it is; who wanted to be kept informed is erased with the others, or a day later when that
 * time has come.
 */
export function unsubscribed(event: LoketEvent, before: Invitee, now: Date): Invitee {
  const after = { ...before, afgemeld: true, revisie: before.revisie + 1 }
  if (before.antwoord !== 'op_de_hoogte') return after
  const { ttl = 0, ...rest } = withEnd(event, after)
  return { ...rest, ttl: Math.max(ttl, epochSeconds(now) + secondsPerDay) }
}

/** The list an invitee is on, for the organiser. */
export const lists = ['nieuw', 'open', 'ja', 'wacht', 'nee', 'op_de_hoogte', 'laat', 'verdacht'] as const
export type InviteeList = (typeof lists)[number]

export function listOf({ antwoord, wacht, laat, verdacht, uitgenodigdOp }: Invitee): InviteeList {
  if (verdacht) return 'verdacht'
  if (laat) return 'laat'
  if (antwoord === 'ja' && wacht) return 'wacht'
  return antwoord ?? (uitgenodigdOp ? 'open' : 'nieuw')
}
