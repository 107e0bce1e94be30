import PostalMime from 'postal-mime'
import { expect, it } from 'vitest'
import { composeMime } from '../../functions/mailer/mime.ts'

const letter = {
  to: "o'neil+x@dienst.be",
  replyTo: 'lco@lco-aalst.example',
  subject: 'Uw aanvraag is ontvangen · LCO-7K3M-9QX2-4T',
  html: '<p>Zoë D’Hondt — één cliënt</p>',
  text: 'Zoë D’Hondt — één cliënt',
  date: new Date('2021-05-20T12:05:00.000Z'),
}
const from = 'loket@mail.example.be'

it('komt aan zoals hij geschreven is', async () => {
  const email = await PostalMime.parse(await composeMime(letter, from))
  expect(email).toMatchObject({
    from: { name: 'Loket', address: from },
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
  expect(names.filter((name) => name.startsWith('x-'))).toEqual([])
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
