import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESClient, SendEmailCommand, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MailFolder, openMailFolder } from '../../functions/local/mail-folder.ts'
import { type SesEndpoint, startSesEndpoint } from '../../functions/local/ses-endpoint.ts'

const now = new Date('2021-05-01T08:00:00.000Z')

let path: string
let folder: MailFolder
let ses: SesEndpoint
let client: SESClient
let chance: number

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'loket-mails-'))
  folder = await openMailFolder(path)
  chance = 0
  ses = await startSesEndpoint({ folder, now: () => now, random: () => chance })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  client = new SESClient({ endpoint: ses.url, region: 'eu-west-1', maxAttempts: 1, credentials })
})
afterEach(async () => {
  client.destroy()
  await ses.stop()
  await rm(path, { recursive: true })
})

const simple = 'From: Loket <loket@example.test>\r\nTo: Zoe <zoe@example.test>\r\nSubject: Dag\r\n\r\nHallo\r\n'

const send = (mime: string | Uint8Array, input: Partial<SendRawEmailCommandInput> = {}) =>
  client.send(
    new SendRawEmailCommand({
      Source: 'loket@example.test',
      Destinations: ['zoe@example.test'],
      ConfigurationSetName: 'loket',
      RawMessage: { Data: typeof mime === 'string' ? new TextEncoder().encode(mime) : mime },
      ...input,
    }),
  )

/** A MIME message as the mailer makes them. */
async function compose(message: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]): Promise<Uint8Array> {
  const sent = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(message)
  if (!Buffer.isBuffer(sent.message)) throw new Error('Expected a buffer')
  return sent.message
}

describe('what SES takes', () => {
  it('answers with a message id and keeps the raw message and its envelope', async () => {
    const { MessageId } = await send(simple)
    expect(MessageId).toMatch(/^[\w-]{30,}$/)
    expect(await readFile(join(path, '000001.eml'), 'utf8')).toBe(simple)
    expect(JSON.parse(await readFile(join(path, '000001.json'), 'utf8'))).toEqual({
      at: now.toISOString(),
      messageId: MessageId,
      source: 'loket@example.test',
      to: ['zoe@example.test'],
      configurationSet: 'loket',
    })
  })

  it('shows a mail as it was meant: words, both bodies, headers and calendar', async () => {
    const calendar = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'SUMMARY:Overleg', 'END:VCALENDAR', ''].join('\r\n')
    await send(
      await compose({
        from: 'Loket Aalst <loket@example.test>',
        to: 'zoe@example.test',
        subject: 'Wij hebben uw aanvraag – één kopie',
        text: 'Beste Zoë\n\nhttps://loket.example.test/status/abc',
        html: '<p>Beste Zoë</p>',
        headers: { 'Auto-Submitted': 'auto-generated' },
        icalEvent: { method: 'REQUEST', content: calendar },
      }),
    )
    const [mail] = await folder.mails()
    expect(mail).toMatchObject({
      id: '000001',
      at: now.toISOString(),
      from: 'loket@example.test',
      to: ['zoe@example.test'],
      subject: 'Wij hebben uw aanvraag – één kopie',
      html: expect.stringContaining('<p>Beste Zoë</p>'),
      headers: { 'auto-submitted': 'auto-generated', from: 'Loket Aalst <loket@example.test>' },
    })
    expect(mail?.text).toContain('Beste Zoë\n\nhttps://loket.example.test/status/abc')
    expect(mail?.calendar).toContain('SUMMARY:Overleg')
  })

  it('a mail without HTML or calendar has neither', async () => {
    await send(simple)
    const [mail] = await folder.mails()
    expect([mail?.text.trim(), mail?.html, mail?.calendar]).toEqual(['Hallo', '', null])
  })

  it('sends to the destinations, whatever the headers say; every one is a recipient', async () => {
    await send(simple, { Destinations: ['a@example.test', 'Bé <b@example.test>'] })
    expect((await folder.mails())[0]?.to).toEqual(['a@example.test', 'b@example.test'])
  })

  it('takes the recipients from the headers when there are no destinations', async () => {
    await send(simple, { Destinations: [] })
    expect((await folder.mails())[0]?.to).toEqual(['zoe@example.test'])
  })

  it('keeps the order over a restart, and forgets a mail that was half written', async () => {
    await send(simple.replace('Dag', 'een'))
    await send(simple.replace('Dag', 'twee'))
    await writeFile(join(path, '000003.eml'), 'From: half')
    folder = await openMailFolder(path)
    await folder.keep(Buffer.from(simple.replace('Dag', 'drie')), {
      at: now.toISOString(),
      messageId: 'm',
      source: 's@example.test',
      to: ['t@example.test'],
    })
    expect((await folder.mails()).map(({ subject }) => subject)).toEqual(['een', 'twee', 'drie'])
    expect((await readdir(path)).filter((name) => name.endsWith('.json'))).toHaveLength(3)
  })
})

describe('what SES refuses', () => {
  const refused = async (sending: Promise<unknown>): Promise<string> => {
    const error = await sending.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(await folder.mails()).toEqual([])
    return error instanceof Error ? `${error.name}: ${error.message}` : 'accepted'
  }

  it('a message without From', async () => {
    expect(await refused(send('To: a@example.test\r\n\r\nx'))).toBe("MessageRejected: Missing required header 'From'.")
  })

  it('a message for nobody', async () => {
    const mime = 'From: a@example.test\r\n\r\nx'
    expect(await refused(send(mime, { Destinations: [] }))).toBe("MessageRejected: Missing required header 'To'.")
  })

  it('a recipient without a domain', async () => {
    expect(await refused(send(simple, { Destinations: ['zoe'] }))).toBe("MessageRejected: Missing final '@domain'")
  })

  it('more than fifty recipients', async () => {
    const Destinations = Array.from({ length: 51 }, (_, number) => `a${number}@example.test`)
    expect(await refused(send(simple, { Destinations }))).toBe('MessageRejected: Recipient count exceeds 50.')
  })

  it('a message over ten megabytes', async () => {
    const refusal = await refused(send(simple + 'x'.repeat(10 * 1024 * 1024)))
    expect(refusal).toContain('MessageRejected: Message length is more than 10485760 bytes long')
  })

  it('an action it does not know, without hanging', async () => {
    const command = new SendEmailCommand({ Source: 'a@b.test', Destination: {}, Message: undefined })
    expect(await refused(client.send(command))).toBe(
      'InvalidAction: Could not find operation SendEmail for version 2010-12-01',
    )
    const nothing = await fetch(ses.url, { method: 'POST', body: '' })
    expect([nothing.status, await nothing.text()]).toEqual([400, expect.stringContaining('<Code>MissingAction</Code>')])
  })

  it('a share of the calls, with Throttling', async () => {
    ses.faults.ses = 0.3
    chance = 0.29
    expect(await refused(send(simple))).toBe('Throttling: Maximum sending rate exceeded.')
    chance = 0.3
    await send(simple)
    expect(await folder.mails()).toHaveLength(1)
  })
})
