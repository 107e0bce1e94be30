/** Every mail that SES took: the raw message and its envelope, as files, numbered in the order they came. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import * as z from 'zod'

const envelopeSchema = z.object({
  /** By Loket's clock, ISO. */
  at: z.iso.datetime(),
  messageId: z.string(),
  source: z.string(),
  /** Bare addresses: who really gets it, whatever the headers say. */
  to: z.array(z.string()),
  configurationSet: z.string().optional(),
})
type Envelope = z.infer<typeof envelopeSchema>

/** A mail as docs/local.md promises it at `/_local/mails`. */
export interface Mail {
  id: string
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  /** Lower-case names; a header that comes twice has both values, one a line. */
  headers: Record<string, string>
  calendar: string | null
}

export interface MailFolder {
  keep(raw: Uint8Array, envelope: Envelope): Promise<void>
  /** Oldest first. */
  mails(): Promise<Mail[]>
  mail(id: string): Promise<Mail | undefined>
  /** The message as it was sent. */
  raw(id: string): Promise<Uint8Array | undefined>
}

const envelopeName = /^(\d+)\.json$/

/** Opens the folder, made when absent; numbering goes on after what is there. */
export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true })
  const names = (await readdir(folder)).sort()
  // The message is written first and the envelope appears at once: a number without one was never accepted.
  const ids = names.flatMap((name) => envelopeName.exec(name)?.[1] ?? [])
  let last = Math.max(0, ...names.map((name) => Number.parseInt(name, 10) || 0))
  const file = (id: string, ending: string) => join(folder, `${id}.${ending}`)

  const parsed = new Map<string, Promise<Mail>>()
  function read(id: string): Promise<Mail> {
    const known = parsed.get(id)
    if (known) return known
    const reading = Promise.all([readFile(file(id, 'eml')), readFile(file(id, 'json'), 'utf8')]).then(
      ([raw, envelope]) => toMail(id, raw, envelopeSchema.parse(JSON.parse(envelope))),
    )
    parsed.set(id, reading)
    return reading
  }

  return {
    keep: async (raw, envelope) => {
      last += 1
      const id = String(last).padStart(6, '0')
      await writeFile(file(id, 'eml'), raw)
      await writeFile(file(id, 'part'), JSON.stringify(envelope))
      await rename(file(id, 'part'), file(id, 'json'))
      ids.push(id)
      ids.sort()
    },
    mails: () => Promise.all(ids.map(read)),
    mail: async (id) => (ids.includes(id) ? read(id) : undefined),
    raw: async (id) => (ids.includes(id) ? readFile(file(id, 'eml')) : undefined),
  }
}

async function toMail(id: string, raw: Uint8Array, envelope: Envelope): Promise<Mail> {
  const email = await PostalMime.parse(raw)
  const calendar = email.attachments.find(isCalendar)
  return {
    id,
    at: envelope.at,
    from: email.from?.address ?? envelope.source,
    to: envelope.to,
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    headers: headersByName(email),
    calendar: calendar ? asText(calendar.content) : null,
  }
}

const isCalendar = ({ mimeType }: Attachment): boolean => mimeType === 'text/calendar' || mimeType === 'application/ics'

const asText = (content: Attachment['content']): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content)

function headersByName({ headers }: Email): Record<string, string> {
  const byName = new Map<string, string>()
  for (const { key, value } of headers) byName.set(key, byName.has(key) ? `${byName.get(key)}\n${value}` : value)
  return Object.fromEntries(byName)
}
