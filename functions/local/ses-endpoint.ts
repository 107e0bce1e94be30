/**
 * Amazon SES on this machine: the AWS query protocol of SES v1, as far as Loket uses it. What the real service would
 * refuse is refused here; what it would send is kept, byte for byte.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import PostalMime, { addressParser } from 'postal-mime'
import { eventsOf, type MailEvent } from './mail-events.ts'
import type { MailFolder } from './mail-folder.ts'

export interface SesEndpoint {
  url: string
  /** Share of calls, 0 to 1, that fail with `Throttling`. */
  faults: { ses: number }
  stop(): Promise<void>
}

export interface SesOptions {
  folder: Pick<MailFolder, 'keep'>
  /** What happens to a mail that was taken, told when it was kept. */
  onEvent?: (event: MailEvent) => void
  now(): Date
  /** 0 up to 1. */
  random(): number
}

interface Answer {
  status: number
  body: string
}

/** SES: 10 MB a message before base64, which adds a third; form encoding at most triples a few characters. */
const maxMessageBytes = 10 * 1024 * 1024
const maxBodyBytes = 2 * maxMessageBytes
const maxRecipients = 50
const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/'

/** Listens on a free port of 127.0.0.1. */
export async function startSesEndpoint(options: SesOptions): Promise<SesEndpoint> {
  const faults = { ses: 0 }
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request, options, faults).catch(() => serviceError())
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The SES endpoint has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    faults,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(request: IncomingMessage, options: SesOptions, faults: { ses: number }): Promise<Answer> {
  const body = await readBody(request)
  if (body === undefined) return refusal('MessageRejected', 'Message length is more than 10485760 bytes long.')
  const form = new URLSearchParams(body)
  const action = form.get('Action')
  if (!action) return refusal('MissingAction', 'The request must contain the parameter Action.')
  if (action !== 'SendRawEmail') {
    return refusal(
      'InvalidAction',
      `Could not find operation ${action} for version ${form.get('Version') ?? 'unknown'}`,
    )
  }
  if (options.random() < faults.ses) return refusal('Throttling', 'Maximum sending rate exceeded.')
  return sendRawEmail(form, options)
}

async function sendRawEmail(form: URLSearchParams, { folder, now, onEvent }: SesOptions): Promise<Answer> {
  const data = form.get('RawMessage.Data')
  if (!data) return refusal('ValidationError', "Value null at 'rawMessage.data' failed to satisfy constraint")
  const raw = Buffer.from(data, 'base64')
  if (raw.length > maxMessageBytes) return rejected('Message length is more than 10485760 bytes long.')
  const email = await PostalMime.parse(raw).catch(() => undefined)
  if (!email) return rejected('The message could not be parsed.')
  if (!email.from?.address) return rejected("Missing required header 'From'.")

  const destinations = [...form].filter(([name]) => name.startsWith('Destinations.member.')).map(([, value]) => value)
  // Without destinations SES takes them from the headers.
  const headers = [email.to, email.cc, email.bcc].flatMap((addresses) => addresses ?? [])
  const to = destinations.length > 0 ? destinations.flatMap(addresses) : headers.flatMap((one) => one.address ?? [])
  if (to.length === 0) return rejected("Missing required header 'To'.")
  if (to.some((address) => !/^[^@\s]+@[^@\s]+$/.test(address))) return rejected("Missing final '@domain'")
  if (to.length > maxRecipients) return rejected(`Recipient count exceeds ${maxRecipients}.`)

  const tags = tagsOf(form)
  if (!tags) return refusal('InvalidParameterValue', 'Only alphanumeric ASCII characters, _ and - are allowed in tags.')

  const configurationSet = form.get('ConfigurationSetName')
  const messageId = `${randomUUID()}-000000`
  const taken = { at: now().toISOString(), messageId, source: form.get('Source') ?? email.from.address, to }
  await folder.keep(raw, { ...taken, ...(configurationSet ? { configurationSet } : {}) })
  // Like SES: only a configuration set has somewhere to tell it.
  if (configurationSet) for (const event of eventsOf({ ...taken, tags })) onEvent?.(event)
  const result = `<SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult>`
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`
  return { status: 200, body: `<SendRawEmailResponse xmlns="${namespace}">${result}${metadata}</SendRawEmailResponse>` }
}

/** The message's tags by name; undefined when SES would not take one of them. */
function tagsOf(form: URLSearchParams): Record<string, string> | undefined {
  const tags: Record<string, string> = {}
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index += 1) {
    const [name, value] = ['Name', 'Value'].map((part) => form.get(`Tags.member.${index}.${part}`) ?? '')
    if (!name || !value || !isTag.test(name) || !isTag.test(value)) return undefined
    tags[name] = value
  }
  return tags
}
const isTag = /^[\w-]{1,256}$/

/** The bare addresses of one destination; one that names nobody stays as it is, to be refused. */
function addresses(destination: string): string[] {
  const found = addressParser(destination, { flatten: true }).flatMap(({ address }) => address ?? [])
  return found.length > 0 ? found : [destination]
}

/** The body as text, undefined when it is longer than any mail SES takes. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= maxBodyBytes) chunks.push(chunk)
  }
  return bytes > maxBodyBytes ? undefined : Buffer.concat(chunks).toString('utf8')
}

const rejected = (message: string): Answer => refusal('MessageRejected', message)

const refusal = (code: string, message: string): Answer => ({ status: 400, body: errorXml('Sender', code, message) })

const serviceError = (): Answer => ({ status: 500, body: errorXml('Receiver', 'InternalFailure', 'Internal failure') })

function errorXml(type: string, code: string, message: string): string {
  const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`
  return `<ErrorResponse xmlns="${namespace}">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
