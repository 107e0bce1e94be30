/**
 * What an organiser changes of somebody on the list: who they are, at which address, and a mail that leaves once more
 * (docs/domain.md §6). Pure: now and the HMAC of an address are parameters.
 */
import type { MailPlan } from '../post/mail.ts'
import { planAnew, promise } from '../post/mail.ts'
import { brusselsLocal } from '../time.ts'
import type { LoketEvent } from './events.ts'
import { may } from './phases.ts'
import type { Invitee } from './rsvp.ts'
import { hasMail, mailAgain, reminderMails } from './rsvp-mails.ts'

export interface Correction {
  naam?: string | undefined
  organisatie?: string | undefined
  functie?: string | undefined
  /** HMAC of another address than the one that counts; absent when it stays. */
  adres?: string | undefined
}

/** Somebody with what was mended, and the mails that follow; without `mails` nothing of their mail changes. */
export interface Corrected {
  after: Invitee
  mails: MailPlan
}

/** One a minute: who presses twice sends once. By the clock of Brussels, as the list of mails is read. */
export const resentId = (now: Date): string =>
  `opnieuw-${brusselsLocal(now)
    .slice(0, 16)
    .replace(/[^0-9]/g, '')}`

/** Whether that mail was sent again this very minute. */
export const isJustResent = ({ resent }: Pick<Invitee, 'resent'>, now: Date): boolean =>
  resent?.mailId === resentId(now)

/** Whether something may leave again: an invitation only as long as it can be answered. */
export const mayResend = (event: LoketEvent, invitee: Invitee, now: Date): boolean =>
  hasMail(invitee) &&
  !invitee.verdacht &&
  (invitee.antwoord || invitee.laat
    ? may('resend', event, now)
    : invitee.uitgenodigdOp !== undefined && may('invite', event, now))

/**
 * Another address has other links: what was mailed to the old one opens nothing any more, and what still waits for it is taken
 * back (`waiting`: ids of mails that are no plan) and planned anew for the new one.
 */
export function corrected(
  event: LoketEvent,
  before: Invitee,
  correction: Correction,
  { waiting, now }: { waiting: readonly string[]; now: Date },
): Corrected {
  const { naam, organisatie, functie, adres } = correction
  const who = { naam, organisatie, functie, revisie: before.revisie + 1 }
  if (adres === undefined) return { after: { ...before, ...who }, mails: promise() }
  const after: Invitee = { ...before, ...who, adres, noMail: false, linkVersion: before.linkVersion + 1 }
  const { put } = planAnew(reminderMails(event, after, now))
  return { after, mails: { put, takeBack: { planned: true, mails: waiting } } }
}

/** The same mail once more, as one of its own. */
export function resent(before: Invitee, now: Date): Corrected {
  const mailId = resentId(now)
  const revisie = before.revisie + 1
  const after: Invitee = { ...before, revisie, resent: { mailId, revisie } }
  return { after, mails: promise(mailAgain(after, mailId)) }
}

/** Both at once: the new address gets what the old one had. */
export function correctedAndResent(of: Corrected, now: Date): Corrected {
  const mailId = resentId(now)
  const { revisie } = of.after
  const after: Invitee = { ...of.after, resent: { mailId, revisie } }
  const { put, takeBack } = of.mails
  return { after, mails: { put: [...put, mailAgain(after, mailId)], takeBack } }
}
