/** The mails that an answer, a seat that came free and a change of the event promise to an invitee, and those they take back. */
import { type Mail, type MailPlan, planAnew } from '../post/mail.ts'
import type { EventNotification, EventNotificationKind } from './event-notifications.ts'
import { answerReminders, comingDays, comingReminders, type LoketEvent, sessionsOf, tomorrowIds } from './events.ts'
import { type Invitee, isSeated, partyOf, withEnd } from './rsvp.ts'

/** Who has no address is called. */
export const hasMail = ({ noMail }: Pick<Invitee, 'noMail'>): boolean => !noMail

/** And did not ask to hear no more of this event. */
export const wantsMail = (invitee: Pick<Invitee, 'noMail' | 'afgemeld'>): boolean =>
  hasMail(invitee) && !invitee.afgemeld

export const aboutInvitee = (invitee: Invitee, kind: EventNotificationKind): EventNotification => {
  const { id, activiteit, network, linkVersion, revisie } = invitee
  const party = partyOf(invitee)
  const about = { to: 'genodigde', form: 'activiteit', genodigde: id } as const
  const days = invitee.sessies ? { days: invitee.sessies } : {}
  return { kind, ...about, network, activiteit, linkVersion, revisie, ...(party > 1 ? { party } : {}), ...days }
}

/**
 * The mails an answer promises: the confirmation, the reminder of who comes; and those it takes back. Of a suspect what would
 * leave is held, so that it is seen; the mails that do leave are made when a person lets the answer in.
 */
export function mailsOfAnswer(event: LoketEvent, before: Invitee | undefined, after: Invitee, now: Date): MailPlan {
  if (!hasMail(after)) return { put: [], takeBack: {} }
  if (after.verdacht) {
    const { put, takeBack } = mailsOfAnswer(event, before, { ...after, verdacht: false }, now)
    return { put: put.map((mail) => ({ ...mail, held: 'verdacht' as const })), takeBack }
  }
  const confirmation: Mail = {
    mailId: `antwoord-${after.revisie}`,
    notification: isLeftToOthers(before, after)
      ? { ...aboutInvitee(after, 'activiteit-nee'), agenda: 'CANCEL', othersCome: true }
      : { ...aboutInvitee(after, confirmationKind(after)), ...calendarOf(before, after) },
  }
  return anew(event, before, [confirmation, ...reminderMails(event, after, now)])
}

/** Of a suspect the reminder is held, and waits in no plan. */
const anew = (event: LoketEvent, before: Invitee | undefined, put: readonly Mail[]): MailPlan => ({
  ...(before ? planAnew(put) : { put, takeBack: {} }),
  ...(before?.verdacht ? { takeBack: { planned: true, mails: tomorrowIds(event) } } : {}),
})

/** A seat came free for the first in line. */
export function mailsOfPromotion(event: LoketEvent, after: Invitee, now: Date): MailPlan {
  if (!hasMail(after)) return { put: [], takeBack: {} }
  return planAnew([
    {
      mailId: `plaats-${after.revisie}`,
      notification: { ...aboutInvitee(after, 'activiteit-plaats'), agenda: 'REQUEST' },
      ...(after.verdacht ? { held: 'verdacht' as const } : {}),
    },
    ...reminderMails(event, after, now),
  ])
}

/** The mails to an invitee that tell whether their address works: what was sent again, the last confirmation, or what asked for an answer. */
export function tellingMails({
  antwoord,
  laat,
  revisie,
  resent,
}: Pick<Invitee, 'antwoord' | 'laat' | 'revisie' | 'resent'>): string[] {
  if (resent?.revisie === revisie) return [resent.mailId]
  return antwoord || laat ? [`antwoord-${revisie}`, 'laatste'] : ['uitnodiging', 'herinnering']
}

/** What an organiser sends again: where their answer stands, or the invitation. The caller knows that they have a mailbox. */
export const mailAgain = (invitee: Invitee, mailId: string): Mail => {
  const kind = invitee.antwoord || invitee.laat ? confirmationKind(invitee) : 'activiteit-uitnodiging'
  const agenda = isSeated(invitee) && !invitee.laat ? { agenda: 'REQUEST' as const } : {}
  return { mailId, notification: { ...aboutInvitee(invitee, kind), ...agenda } }
}

/**
 * The event changed: retention and reminders follow, and who comes or wants to know is told when it matters (docs/domain.md §6),
 * also who wants no other mail: nobody should stand before a closed door.
 */
export function followEvent(event: LoketEvent, before: Invitee, now: Date): { after: Invitee; mails: MailPlan } {
  const days = sessionsOf(event).map(({ id }) => id)
  const kept = before.sessies ? { sessies: before.sessies.filter((id) => days.includes(id)) } : {}
  const after = withEnd(event, { ...before, ...kept, revisie: before.revisie + 1, eventRevisie: event.revisie })
  return { after, mails: anew(event, before, [...noticeOf(event, before, after), ...reminderMails(event, after, now)]) }
}

/** Who comes, always; who wants to know; and that it is called off also who was asked and said nothing, or only too late. */
function isTold({ geannuleerd }: LoketEvent, invitee: Invitee): boolean {
  const { antwoord, afgemeld, uitgenodigdOp, laat } = invitee
  if (antwoord === 'ja') return hasMail(invitee)
  if (afgemeld || !hasMail(invitee)) return false
  if (antwoord) return antwoord === 'op_de_hoogte'
  return geannuleerd && (uitgenodigdOp !== undefined || laat !== undefined)
}

function noticeOf(event: LoketEvent, before: Invitee, after: Invitee): Mail[] {
  if (!isTold(event, before) || before.eventRevisie >= event.gemeld) return []
  const kind = event.geannuleerd ? 'activiteit-geannuleerd' : 'activiteit-verplaatst'
  // Of days that are all gone, a calendar has nothing left.
  const isOut = event.geannuleerd || comingDays(event, after.sessies).length === 0
  const agenda = isSeated(before) ? { agenda: isOut ? ('CANCEL' as const) : ('REQUEST' as const) } : {}
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
  if (event.geannuleerd || invitee.afgemeld || !hasMail(invitee)) return []
  if (isSeated(invitee))
    return comingReminders(event, now, invitee.sessies).map(({ mailId, at }) => ({
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

/** Who answered cannot come; the first of the colleagues they named stands in their place (`giveUpStep`). */
const isLeftToOthers = (before: Invitee | undefined, after: Invitee): boolean =>
  before !== undefined &&
  isSeated(before) &&
  isSeated(after) &&
  before.naam !== after.naam &&
  before.collegas?.[0]?.naam === after.naam

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
