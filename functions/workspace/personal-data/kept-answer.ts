/** An answer to an invitation as it is kept: for the page that shows it and the file that takes it along. */
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { eventDay, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { type Invitee, listOf, type Said } from '../../../forms/kit/events/rsvp.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { listNames } from '../events/words.ts'
import { mailLine } from './kept.ts'

export interface KeptAnswer {
  event: LoketEvent
  invitee: Invitee
}

export const answerInWords = ({ event, invitee }: KeptAnswer): string =>
  `“${event.titel}”, ${eventDay(event)}: ${listNames[listOf(invitee)]}`

/** Everything somebody filled in or an organiser filled in for them; first what counts, then what came too late. */
export const saidInWords = ({ invitee }: KeptAnswer): string[] => {
  const words = ({ naam, organisatie, functie, opmerking, casus }: Said) =>
    [naam, organisatie, functie, casus && 'brengt een casus in', opmerking].filter(Boolean).join(' · ')
  const { laat } = invitee
  return [words(invitee), laat ? `Te laat: ${listNames[laat.antwoord]} · ${words(laat)}` : ''].filter(Boolean)
}

interface Beside {
  address: string | undefined
  mails: readonly OutboxItem[]
  content: NetworkContent
  now: Date
}

export function exportOfAnswer({ event, invitee }: KeptAnswer, { address, mails, content, now }: Beside) {
  // The HMAC and the version of the link say nothing of the person.
  const { adres: _a, linkVersion: _l, ...open } = invitee
  return {
    activiteit: event.titel,
    begin: event.start,
    stand: listNames[listOf(invitee)],
    open,
    adres: address ?? null,
    mails: mails.map((mail) => mailLine(mail, content, now)),
  }
}
