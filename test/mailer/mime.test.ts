import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { composeMime } from '../../functions/mailer/mime.ts'

const letter = {
  to: "o'neil+x@dienst.be",
  replyTo: 'lco@lco-aalst.example',
  subject: 'Uw aanvraag is ontvangen · LCO-7K3M-9QX2-4T',
  html: '<p>Zoë D’Hondt — één cliënt</p>',
  text: 'Zoë D’Hondt — één cliënt',
  date: new Date('2021-05-20T12:05:00.000Z'),
}
const from = { address: 'loket@mail.example.be', network: 'LCO Aalst' }

it('komt aan zoals hij geschreven is', async () => {
  const email = await PostalMime.parse(await composeMime(letter, from))
  expect(email).toMatchObject({
    from: { name: 'Loket – LCO Aalst', address: from.address },
    to: [{ name: '', address: "o'neil+x@dienst.be" }],
    replyTo: [{ address: 'lco@lco-aalst.example' }],
    subject: letter.subject,
    date: '2021-05-20T12:05:00.000Z',
  })
  expect(email.html?.trim()).toBe(letter.html)
  expect(email.text?.trim()).toBe(letter.text)
  expect(email.attachments).toEqual([])
})

it('zegt dat een machine hem schreef, en volgt niemand', async () => {
  const { headers } = await PostalMime.parse(await composeMime(letter, from))
  const names = headers.map(({ key }) => key)
  expect(headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }))
  expect(names).not.toContain('list-unsubscribe')
  expect(names).not.toContain('bcc')
  expect(names.filter((name) => name.startsWith('x-'))).toEqual(['x-auto-response-suppress'])
})

it('vraagt geen automatisch antwoord, wel het bericht dat hij niet aankwam', async () => {
  const { headers } = await PostalMime.parse(await composeMime(letter, from))
  const suppressed = headers.find(({ key }) => key === 'x-auto-response-suppress')?.value.split(', ')
  expect(suppressed).toEqual(['DR', 'RN', 'NRN', 'OOF', 'AutoReply'])
})

it('noemt het netwerk als afzender, gecodeerd zoals RFC 2047 vraagt', async () => {
  const raw = (await composeMime(letter, from)).toString('latin1')
  const [, name = '', address] = /^From: =\?UTF-8\?Q\?([^?]*)\?= <([^>]*)>\r$/m.exec(raw) ?? []
  const bytes = name
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  expect(Buffer.from(bytes, 'latin1').toString('utf8')).toBe('Loket – LCO Aalst')
  expect(address).toBe(from.address)
})

it.each(['LCO <x@y.be>, "Zoë" & co', 'Zottegem\r\nBcc: piet@elders.be', 'Ü'.repeat(120)])(
  'houdt %j een naam: één afzender, geen tweede adres of kopregel',
  async (network) => {
    const raw = await composeMime(letter, { ...from, network })
    const email = await PostalMime.parse(raw)
    expect(email.from?.address).toBe(from.address)
    expect(email.headers.map(({ key }) => key)).not.toContain('bcc')
    for (const line of raw.toString('latin1').split('\r\n')) expect(line.length).toBeLessThan(998)
  },
)

describe('met een agenda', () => {
  const text = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  const invitation = { ...letter, calendar: { method: 'REQUEST', filename: 'overleg.ics', text } }

  /** The parts in the order they travel: their headers, unfolded, and what they hold. */
  async function parts() {
    const raw = (await composeMime(invitation, from)).toString('latin1')
    const found = raw.split(/\r\n--[^\r\n]+(?=\r\n)/).filter((part) => part.startsWith('\r\nContent-'))
    return found.map((part) => {
      const [head = '', ...body] = part.split('\r\n\r\n')
      return { head: head.replace(/\r\n\s+/g, ' '), body: Buffer.from(body.join(''), 'base64').toString() }
    })
  }

  it('is hij een uitnodiging naast de woorden, en daarna een bestand om te openen', async () => {
    const found = await parts()
    expect(found.map(({ head }) => /Content-Type: ([^;\r]*)/.exec(head)?.[1])).toEqual([
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ])
    expect(found[3]?.head).toContain('text/calendar; charset=utf-8; method=REQUEST; name=overleg.ics')
    expect(found[3]?.head).not.toContain('Content-Disposition')
    expect(found[4]?.head).toContain('Content-Disposition: attachment; filename=overleg.ics')
    expect(found[4]?.head).toContain('name=overleg.ics')
  })

  it('is het twee keer hetzelfde, met de METHOD van het hoofd ook erin', async () => {
    const [, , , first, second] = await parts()
    expect([first?.body, second?.body]).toEqual([text, text])
    const [, method = ''] = /method=(\w+)/.exec(first?.head ?? '') ?? []
    expect(text).toContain(`METHOD:${method}\r\n`)
  })
})

it('reist als ASCII, zodat geen tussenstation letters verliest', async () => {
  const raw = await composeMime(letter, from)
  expect(raw.every((byte) => byte < 128)).toBe(true)
})

it('laat een regeleinde in het onderwerp nooit een kopregel worden', async () => {
  const subject = 'Uw aanvraag\r\nBcc: piet@elders.be'
  const email = await PostalMime.parse(await composeMime({ ...letter, subject }, from))
  expect(email.bcc ?? []).toEqual([])
  expect(email.headers.map(({ key }) => key)).not.toContain('bcc')
})
