/**
 * The answer of a calendar in a mail that came in, whatever program sent it: Outlook puts it beside the text in base64, Gmail twice
 * (beside the text and as a file), Apple Mail as a file alone. What a mail says is only text until it was understood here.
 */
import ICAL from 'ical.js'
import PostalMime, { type Attachment, addressParser, type Email, type Header } from 'postal-mime'
import { type Arrived, calendarReplySchema } from '../../forms/kit/calendar-reply.ts'
import { brusselsInstant } from '../../forms/kit/time.ts'
import { provenFor } from './proof.ts'

/** Bytes: an answer is a few KB, with somebody's signature and its pictures below one MB. */
export const largestMail = 1024 * 1024
const largestCalendar = 64 * 1024

export type Read =
  | ({ kind: 'reply' } & Arrived)
  /** `mens`: somebody wrote; `kapot`: it cannot be understood; `onveilig`: spam or a virus, says SES. */
  | { kind: 'other'; why: 'mens' | 'kapot' | 'onveilig' }

export async function readMail(raw: Uint8Array): Promise<Read> {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 20 }).catch(
    () => undefined,
  )
  if (!email) return { kind: 'other', why: 'kapot' }
  if (isUnsafe(email.headers)) return { kind: 'other', why: 'onveilig' }
  const calendars = email.attachments.filter(isCalendar)
  if (calendars.length === 0) return { kind: 'other', why: 'mens' }
  const address = onlySender(email)
  const reply = onlyReply(calendars.map(textOf))
  if (!address || !reply) return { kind: 'other', why: 'kapot' }
  return { kind: 'reply', reply, sender: { address, proven: provenFor(address, email.headers) } }
}

const isCalendar = ({ mimeType, filename }: Attachment): boolean =>
  ['text/calendar', 'application/ics'].includes(mimeType) || /\.ics$/i.test(filename ?? '')

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)

/** SES writes what it found above what was sent (SES developer guide, "Email receiving concepts"). */
const isUnsafe = (headers: readonly Header[]): boolean =>
  ['x-ses-spam-verdict', 'x-ses-virus-verdict'].some(
    (name) =>
      headers
        .find(({ key }) => key === name)
        ?.value.trim()
        .toUpperCase() === 'FAIL',
  )

/** A mail of several, or with a second From, is nobody's. */
function onlySender({ headers }: Email): string | undefined {
  const [from, ...others] = headers.filter(({ key }) => key === 'from')
  if (!from || others.length > 0) return undefined
  const [only, ...more] = addressParser(from.value, { flatten: true })
  return more.length === 0 ? only?.address || undefined : undefined
}

/** The same answer may be in it twice; two that differ are none. */
function onlyReply(texts: readonly string[]): Arrived['reply'] | undefined {
  const found = texts.map(replyIn)
  const [first] = found
  const same = found.every((one) => one && first && one.uid === first.uid && one.says === first.says)
  return same ? first : undefined
}

function replyIn(text: string): Arrived['reply'] | undefined {
  if (text.length > largestCalendar) return undefined
  try {
    return understood(new ICAL.Component(ICAL.parse(text)))
  } catch {
    return undefined // Not what RFC 5545 calls a calendar.
  }
}

function understood(calendar: ICAL.Component): Arrived['reply'] | undefined {
  const [entry, ...others] = calendar.getAllSubcomponents('vevent')
  const [attendee, ...more] = entry?.getAllProperties('attendee') ?? []
  if (calendar.name !== 'vcalendar' || !entry || !attendee || others.length > 0 || more.length > 0) return undefined
  const said = saidBy(`${calendar.getFirstPropertyValue('method')}`, `${attendee.getParameter('partstat')}`)
  const [, mailbox] = /^mailto:(.+)$/i.exec(`${attendee.getFirstValue()}`) ?? []
  const sequence = entry.getFirstPropertyValue('sequence')
  return calendarReplySchema.safeParse({
    says: said,
    uid: entry.getFirstPropertyValue('uid'),
    ...(mailbox ? { attendee: mailbox } : {}),
    stamp: instantOf(entry.getFirstProperty('dtstamp')),
    ...(sequence === null ? {} : { sequence }),
    start: instantOf(entry.getFirstProperty('dtstart')),
  }).data
}

/** Of a COUNTER too: another moment is proposed, whatever it says of this one (RFC 5546 §3.2.7). */
function saidBy(method: string, partstat: string): Arrived['reply']['says'] | undefined {
  if (method.toUpperCase() === 'COUNTER') return 'anders'
  if (method.toUpperCase() !== 'REPLY') return undefined
  const answers: Record<string, 'ja' | 'nee'> = { ACCEPTED: 'ja', DECLINED: 'nee' }
  return answers[partstat.toUpperCase()] ?? 'anders'
}

/** As mail programs name the hours of Belgium and its neighbours. */
const ofBrussels =
  /^(Europe\/(Brussels|Amsterdam|Paris|Berlin|Luxembourg|Madrid|Rome)|(Romance|W\. Europe|Central Europe(an)?) Standard Time)$/

/**
 * ISO UTC; of a whole day, or of an hour in another zone, there is none. The rules of a zone that a mail brings along are not followed:
 * somebody could make them run for hours.
 */
function instantOf(property: ICAL.Property | null): string | undefined {
  const value = property?.getFirstValue()
  if (!(value instanceof ICAL.Time) || value.isDate) return undefined
  const text = value.toString()
  if (text.endsWith('Z')) return new Date(text).toISOString()
  return ofBrussels.test(`${property?.getParameter('tzid')}`)
    ? brusselsInstant(text.slice(0, 16)).toISOString()
    : undefined
}
