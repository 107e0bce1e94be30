/**
 * An invitee and their answer: who may still change it, and which mails an answer promises and takes back. Pure: the store
 * writes what is decided here, on condition that nothing changed meanwhile.
 */
import * as z from 'zod'
import { type Mail, type MailPlan, planAnew } from '../post/mail.ts'
import { epochSeconds } from '../time.ts'
import type { EventNotification, EventNotificationKind } from './event-notifications.ts'
import { type Answer, answerReminders, answers, comingReminders, erasedAt, type LoketEvent, phaseOf } from './events.ts'

const answer = z.enum(answers)
const instant = z.iso.datetime()

/** What somebody says beside the answer. */
const words = {
  naam: z.string().optional(),
  organisatie: z.string().optional(),
  functie: z.string().optional(),
  opmerking: z.string().optional(),
  casus: z.boolean().default(false),
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
  /** How this person came to be on the list; `namens`: the organiser wrote down what somebody said on the phone. */
  bron: z.enum(['publiek', 'import', 'namens']),
  /** HMAC of the address: one answer per address per event. The address itself is with the outbox. */
  adres: z.string(),
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
}

/** What an invitee said, if they did. */
export type Said = Omit<Given, 'antwoord'> & { antwoord?: Answer | undefined }

/** What was said, apart from the answer; what was left empty is named too, so that it takes the place of something. */
export const saidOf = ({ naam, organisatie, functie, opmerking, casus }: Said): Omit<Given, 'antwoord'> => ({
  naam,
  organisatie,
  functie,
  opmerking,
  casus,
})

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
  }
}

/** What a machine seems to have answered takes no seat and no place in the line until a person says that it is real. */
export const isSeated = (invitee: Invitee | undefined): boolean =>
  invitee?.antwoord === 'ja' && !invitee.wacht && !invitee.verdacht

/** Until the deadline anything; after it, until the start, only giving back a place (docs/domain.md §6). */
export function mayAnswer(event: LoketEvent, before: Invitee | undefined, antwoord: Answer, now: Date): boolean {
  const phase = phaseOf(event, now)
  return phase === 'open' || (phase === 'gesloten' && before?.antwoord === 'ja' && antwoord === 'nee')
}

/** Whether anything would be different afterwards; sending the same again changes nothing and mails nothing. */
export const changes = (before: Invitee, given: Given): boolean =>
  before.laat !== undefined || before.verdacht || differs(before, given)

/** The same for what somebody says too late: along their own link it takes the place of what stood there. */
export const changesLate = ({ laat, verdacht }: Invitee, given: Given): boolean =>
  verdacht || !laat || differs(laat, given)

const differs = (before: Said, given: Given): boolean =>
  (['antwoord', 'naam', 'organisatie', 'functie', 'opmerking', 'casus'] as const).some(
    (field) => (before[field] ?? '') !== (given[field] ?? ''),
  )

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
  const { laat: _decided, wacht: _place, ttl: _end, ...rest } = before
  return withEnd(event, {
    ...rest,
    ...given,
    revisie: before.revisie + 1,
    answeredAt: now.toISOString(),
    afgemeld: false,
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

/** Sets when it is erased. */
export function withEnd(event: LoketEvent, { ttl: _before, ...invitee }: Invitee): Invitee {
  const end = erasedAt(event, invitee.antwoord)
  return end ? { ...invitee, ttl: epochSeconds(end) } : invitee
}

/** No more mail; who wanted to be kept informed is erased with the others, or at once when that time has come. */
export function unsubscribed(event: LoketEvent, before: Invitee, now: Date): Invitee {
  const after = { ...before, afgemeld: true, revisie: before.revisie + 1 }
  if (before.antwoord !== 'op_de_hoogte') return after
  const { ttl = 0, ...rest } = withEnd(event, { ...after, antwoord: 'nee' })
  return { ...rest, ttl: Math.max(ttl, epochSeconds(now) + 86_400) }
}

export const aboutInvitee = (
  { id, activiteit, network, linkVersion, revisie }: Invitee,
  kind: EventNotificationKind,
): EventNotification => ({
  kind,
  to: 'genodigde',
  network,
  form: 'activiteit',
  activiteit,
  genodigde: id,
  linkVersion,
  revisie,
})

/**
 * The mails an answer promises: the confirmation, the reminder of who comes; and those it takes back. Of a suspect what would
 * leave is held, so that it is seen; the mails that do leave are made when a person lets the answer in.
 */
export function mailsOfAnswer(event: LoketEvent, before: Invitee | undefined, after: Invitee, now: Date): MailPlan {
  if (after.verdacht) {
    const { put, takeBack } = mailsOfAnswer(event, before, { ...after, verdacht: false }, now)
    return { put: put.map((mail) => ({ ...mail, held: 'verdacht' as const })), takeBack }
  }
  const confirmation: Mail = {
    mailId: `antwoord-${after.revisie}`,
    notification: { ...aboutInvitee(after, confirmationKind(after)), ...calendarOf(before, after) },
  }
  return anew(before, [confirmation, ...reminderMails(event, after, now)])
}

/** Of a suspect the reminder is held, and waits in no plan. */
const anew = (before: Invitee | undefined, put: readonly Mail[]): MailPlan => ({
  ...(before ? planAnew(put) : { put, takeBack: {} }),
  ...(before?.verdacht ? { takeBack: { planned: true, mails: ['morgen'] } } : {}),
})

/** A seat came free for the first in line. */
export const mailsOfPromotion = (event: LoketEvent, after: Invitee, now: Date): MailPlan =>
  planAnew([
    {
      mailId: `plaats-${after.revisie}`,
      notification: { ...aboutInvitee(after, 'activiteit-plaats'), agenda: 'REQUEST' },
      ...(after.verdacht ? { held: 'verdacht' as const } : {}),
    },
    ...reminderMails(event, after, now),
  ])

/** The mails to an invitee that tell whether their address works: the last confirmation, or what asked for an answer. */
export const tellingMails = ({ antwoord, laat, revisie }: Pick<Invitee, 'antwoord' | 'laat' | 'revisie'>): string[] =>
  antwoord || laat ? [`antwoord-${revisie}`, 'laatste'] : ['uitnodiging', 'herinnering']

/**
 * The event changed: retention and reminders follow, and who comes or wants to know is told when it matters (docs/domain.md §6),
 * also who wants no other mail: nobody should stand before a closed door.
 */
export function followEvent(event: LoketEvent, before: Invitee, now: Date): { after: Invitee; mails: MailPlan } {
  const after = withEnd(event, { ...before, revisie: before.revisie + 1, eventRevisie: event.revisie })
  return { after, mails: anew(before, [...noticeOf(event, before, after), ...reminderMails(event, after, now)]) }
}

function noticeOf(event: LoketEvent, before: Invitee, after: Invitee): Mail[] {
  const told = before.antwoord === 'ja' || (before.antwoord === 'op_de_hoogte' && !before.afgemeld)
  if (!told || before.eventRevisie >= event.gemeld) return []
  const kind = event.geannuleerd ? 'activiteit-geannuleerd' : 'activiteit-verplaatst'
  const agenda = isSeated(before) ? { agenda: event.geannuleerd ? ('CANCEL' as const) : ('REQUEST' as const) } : {}
  return [
    {
      mailId: `gewijzigd-${event.gemeld}`,
      notification: { ...aboutInvitee(after, kind), ...agenda },
      bulk: true,
      // Who comes stands before a closed door otherwise.
      ...(before.verdacht && before.antwoord !== 'ja' ? { held: 'verdacht' as const } : {}),
    },
  ]
}

/** The reminders that wait for somebody, by what they answered. */
export function reminderMails(event: LoketEvent, invitee: Invitee, now: Date): Mail[] {
  if (event.geannuleerd || invitee.afgemeld) return []
  if (isSeated(invitee))
    return comingReminders(event, now).map(({ mailId, at }) => ({
      mailId,
      notification: aboutInvitee(invitee, 'activiteit-morgen'),
      dueAt: at,
      bulk: true,
    }))
  if (invitee.antwoord || invitee.laat || !invitee.uitgenodigdOp) return []
  return answerReminders(event, now).map(({ mailId, at }) => ({
    mailId,
    notification: aboutInvitee(invitee, 'activiteit-herinnering'),
    dueAt: at,
    bulk: true,
  }))
}

function confirmationKind({ antwoord, wacht, laat }: Invitee): EventNotificationKind {
  if (laat) return 'activiteit-te-laat'
  if (antwoord === 'ja') return wacht ? 'activiteit-wachtlijst' : 'activiteit-ja'
  return antwoord === 'nee' ? 'activiteit-nee' : 'activiteit-op-de-hoogte'
}

/** In the calendar while coming; out of it after a later no (RFC 5546 §3.2.5). */
function calendarOf(before: Invitee | undefined, after: Invitee): Pick<EventNotification, 'agenda'> {
  if (isSeated(after)) return after.laat ? {} : { agenda: 'REQUEST' }
  return isSeated(before) ? { agenda: 'CANCEL' } : {}
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
