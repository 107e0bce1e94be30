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
  /** An iCalendar object and its METHOD, which the part's header repeats (RFC 6047 §2.4). */
  calendar?: { method: string; text: string }
}

/** The raw message. Addresses go in as objects, so that nothing in one is read as a second address or a header. */
export function composeMime(letter: Letter, from: string): Promise<Buffer> {
  const { to, replyTo, subject, html, text, date, unsubscribe, calendar } = letter
  return new MailComposer({
    from: { name: 'Loket', address: from },
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    subject,
    text,
    html,
    date,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe
        ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
    // As an alternative and nothing else: nodemailer's own `icalEvent` would attach it a second time. In base64 its line
    // ends arrive as they are.
    ...(calendar
      ? {
          alternatives: [
            {
              contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
              content: calendar.text,
              contentTransferEncoding: 'base64' as const,
            },
          ],
        }
      : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
