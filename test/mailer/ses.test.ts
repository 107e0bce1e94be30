import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createSesClient, sendThroughSes } from '../../functions/mailer/ses.ts'

/** The real client, against an SES that answers as each test tells it. */
let server: Server
let answer: (response: ServerResponse) => void
let calls: URLSearchParams[]

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    calls.push(new URLSearchParams(Buffer.concat(chunks).toString()))
    answer(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  calls = []
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The fake SES has no port')
  vi.stubEnv('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${address.port}`)
  vi.stubEnv('AWS_REGION', 'eu-west-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
})
afterEach(() => vi.unstubAllEnvs())

const send = (answerWithin?: number) =>
  sendThroughSes(createSesClient(answerWithin), { from: 'loket@mail.example.be', configurationSet: 'loket' })({
    to: 'jan@dienst.be',
    mime: Buffer.from('Subject: Dag\r\n\r\nDag'),
    tags: { 'loket-mail': 'mail1' },
  })

const taken = `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
  <SendRawEmailResult><MessageId>ses-1</MessageId></SendRawEmailResult></SendRawEmailResponse>`
const refused = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
  <Error><Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error></ErrorResponse>`

it('geeft SES de ruwe mail voor precies één adres', async () => {
  answer = (response) => response.end(taken)
  expect(await send()).toBe('ses-1')
  const [call] = calls
  const destinations = [...(call ?? [])].filter(([name]) => name.startsWith('Destinations'))
  expect(destinations).toEqual([['Destinations.member.1', 'jan@dienst.be']])
  expect(call?.get('Source')).toBe('loket@mail.example.be')
  expect(call?.get('ConfigurationSetName')).toBe('loket')
  expect([call?.get('Tags.member.1.Name'), call?.get('Tags.member.1.Value')]).toEqual(['loket-mail', 'mail1'])
  expect(Buffer.from(call?.get('RawMessage.Data') ?? '', 'base64').toString()).toBe('Subject: Dag\r\n\r\nDag')
})

it('probeert zelf niet opnieuw', async () => {
  answer = (response) => response.writeHead(400).end(refused)
  await expect(send()).rejects.toMatchObject({ name: 'Throttling' })
  expect(calls).toHaveLength(1)
})

it('wacht niet eeuwig op een SES die zwijgt', async () => {
  answer = () => {}
  await expect(send(200)).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(calls).toHaveLength(1)
})
