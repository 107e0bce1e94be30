/**
 * The attest: that somebody was there, on which days and for how long. Its code is derived from the event and the person
 * (functions/shared/attest-code.ts), so there is nothing to steal, and it can be checked as long as the names are kept.
 */
import { alphabet } from '../reference.ts'
import { brusselsDate, dateInWords } from '../time.ts'
import { erasedAt, type LoketEvent, type Session, sessionsOf } from './events.ts'
import { isThere, saidBy, type Who } from './presence.ts'
import type { Invitee } from './rsvp.ts'

export interface Attest {
  invitee: Invitee
  who: Who
  /** Absent of who was known by an address only: a line to write on. */
  naam: string | undefined
  organisatie: string | undefined
  /** When they were there. */
  days: readonly Session[]
}

/** One for each of this answer who was there and has a name of their own, or answered; of days that began. */
export function attestsOf(event: LoketEvent, invitee: Invitee, now: Date): Attest[] {
  const { collegas = [], naam, organisatie } = saidBy(invitee)
  const party: { who: Who; naam: string | undefined }[] = [
    { who: '', naam },
    ...collegas.map((one, index) => ({ who: `c${index + 1}` as const, naam: one.naam })),
  ]
  return party.flatMap((one) => {
    const days = sessionsOf(event).filter(
      ({ id, start }) => isThere(invitee, id, one.who) && start <= now.toISOString(),
    )
    return days.length > 0 ? [{ ...one, invitee, organisatie, days }] : []
  })
}

/** "3 uur en 30 minuten"; of some days their sum. By the instants, so also in a night when the clock goes back. */
export function durationInWords(days: readonly Pick<Session, 'start' | 'einde'>[]): string {
  const minutes = days.reduce(
    (sum, { start, einde }) => sum + Math.round((Date.parse(einde) - Date.parse(start)) / 60_000),
    0,
  )
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [`${hours} uur`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} ${rest === 1 ? 'minuut' : 'minuten'}`] : []),
  ]
  return parts.join(' en ')
}

/** "donderdag 8 juli 2021": the last day on which the personal link shows it. */
export function attestUntil(event: LoketEvent): string {
  const end = erasedAt(event, 'ja')
  return dateInWords(brusselsDate(new Date((end ?? new Date(event.einde)).getTime() - 1)))
}

/** `15-0B7K`: thirty bits, in letters that survive a phone call. `bytes`: at least six. */
export function codeOf(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, 6)].map((byte) => alphabet[byte % 32]).join('')
  return `${signs.slice(0, 2)}-${signs.slice(2)}`
}

/** A code as somebody reads it out or types it; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const signs = typed
    .slice(0, 50)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return /^[0-9A-HJKMNP-TV-Z]{6}$/.test(signs) ? `${signs.slice(0, 2)}-${signs.slice(2)}` : undefined
}

/** What the mail says, which the page shows before. */
export const attestMail = {
  heading: 'Uw attest staat klaar',
  paragraphs: ['U was aanwezig. Op uw persoonlijke pagina kunt u uw attest bekijken en afdrukken.'],
  button: 'Bekijk uw attest',
  /** `until`: `attestUntil`. */
  closing: (until: string): string => `Dat kan tot en met ${until}. Daarna wissen we uw naam.`,
} as const
