/** A mail as it travels: HTML and text from the same words, and headers that say a machine wrote it. */
import MailComposer from 'nodemailer/lib/mail-composer'

interface Letter {
  /** Exactly one address, checked by the caller. */
  to: string
  /** Monitored mailbox of the network. */
  replyTo: string
  subject: string
  html: string
  text: string
  date: Date
  /** The address of the way out of all mail about an event (RFC 2369), which takes one click (RFC 8058). */
  unsubscribe?: string
  /** An iCalendar object, the name of its file and its METHOD, which the part's header repeats (RFC 6047 §2.4). */
  calendar?: { method: string; filename: string; text: string }
}

interface Sender {
  /** The address all mail comes from. */
  address: string
  /** The name of the network that writes. */
  network: string
}

/**
 * What keeps an Exchange server from answering by itself (MS-OXCMAIL §2.1.3.2.20): receipts, replies and absences. Not `All`, which
 * also stops the report that a mail did not arrive: that one must reach a person.
 */
const suppressed = 'DR, RN, NRN, OOF, AutoReply'

/** The raw message. Addresses go in as objects, so that nothing in one is read as a second address or a header. */
export function composeMime(letter: Letter, from: Sender): Promise<Buffer> {
  const { to, replyTo, subject, html, text, date, unsubscribe, calendar } = letter
  return new MailComposer({
    from: { name: `Loket – ${from.network}`, address: from.address },
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    subject,
    text,
    html,
    date,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': suppressed,
      ...(unsubscribe
        ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
    ...(calendar ? calendarParts(calendar) : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/**
 * Twice, as calendars that mail invitations do: as an alternative, which Gmail, Outlook and Apple Mail show as an invitation, and as a
 * file to open where a program does not. The file is no text/calendar: Outlook would take it for a second invitation. In base64 the
 * line ends arrive as they are; nodemailer's own `icalEvent` leaves the first without a name.
 */
function calendarParts({ method, filename, text }: NonNullable<Letter['calendar']>) {
  const content = { content: text, contentTransferEncoding: 'base64' as const }
  return {
    alternatives: [{ ...content, contentType: `text/calendar; charset=utf-8; method=${method}; name=${filename}` }],
    attachments: [{ ...content, filename, contentType: 'application/ics', contentDisposition: 'attachment' as const }],
  }
}
