/** Mail that comes in on this machine, as SES hands it over, and what somebody's calendar sends when they press a button in it. */
import ICAL from 'ical.js'
import { createInbound, type InboundDeps } from '../inbound/handler.ts'
import type { Mail } from './mail-folder.ts'

/** Takes in one raw message. */
export type TakeIn = (raw: string) => Promise<void>

/** The function of the cloud, given one message at a time instead of a bucket. */
export function createTakeIn(deps: Omit<InboundDeps, 'message'>): TakeIn {
  return async (raw) => {
    const message = new TextEncoder().encode(asTaken(raw))
    const inbound = createInbound({ ...deps, message: async () => message })
    await inbound({ detail: { key: 'local', size: message.length } })
  }
}

/** What SES writes above a message, when all it looked at is right. */
function asTaken(raw: string): string {
  const [, from = ''] = /^From:.*?([^\s<>]+@[^\s<>]+)/im.exec(raw) ?? []
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return [
    'X-SES-Spam-Verdict: PASS',
    'X-SES-Virus-Verdict: PASS',
    `Authentication-Results: amazonses.com; spf=pass; dkim=pass header.i=@${domain}; dmarc=pass header.from=${domain}`,
    raw,
  ].join('\r\n')
}

export const presses = { ACCEPTED: 'Ja', TENTATIVE: 'Misschien', DECLINED: 'Nee' } as const
export type Press = keyof typeof presses

/** A mail with something for a calendar that can be answered. */
export const asksCalendar = ({ calendar }: Pick<Mail, 'calendar'>): boolean =>
  calendar !== null && /^METHOD:REQUEST\r?$/m.test(calendar)

/** The answer that a calendar program mails to the organiser of the entry (RFC 5546 §3.2.3). */
export function pressedIn({ calendar, to: [address = ''] }: Pick<Mail, 'calendar' | 'to'>, press: Press, now: Date) {
  const answer = new ICAL.Component(ICAL.parse(calendar ?? ''))
  const entry = answer.getFirstSubcomponent('vevent')
  if (!entry) throw new Error('Nothing in this mail can be answered')
  answer.updatePropertyWithValue('method', 'REPLY')
  entry.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true))
  entry.getFirstProperty('attendee')?.setParameter('partstat', press)
  const organizer = `${entry.getFirstPropertyValue('organizer')}`.replace(/^mailto:/i, '')
  return [
    `From: <${address}>`,
    `To: <${organizer}>`,
    `Subject: ${presses[press]}`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; method=REPLY; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(answer.toString())
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
  ].join('\r\n')
}
