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
}

/** The raw message. Addresses go in as objects, so that nothing in one is read as a second address or a header. */
export function composeMime({ to, replyTo, subject, html, text, date }: Letter, from: string): Promise<Buffer> {
  return new MailComposer({
    from: { name: 'Loket', address: from },
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    subject,
    text,
    html,
    date,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
