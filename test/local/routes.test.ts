import type { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { readMail } from '../../functions/inbound/read-mail.ts'
import type { Mail } from '../../functions/local/mail-folder.ts'
import { framedHtml, linkParts, snippet } from '../../functions/local/mail-view.ts'
import { createLocalRoutes } from '../../functions/local/routes.tsx'

const mail: Mail = {
  id: '000001',
  at: '2021-05-01T08:05:00.000Z',
  from: 'loket@example.test',
  to: ['zoe@example.test'],
  subject: 'Dag <b>',
  text: 'Beste Zoë\nhttps://loket.example.test/status/abc.',
  html: '<!doctype html><html><head></head><body><a href="http://localhost/status" target="_blank">Status</a></body></html>',
  headers: { 'auto-submitted': 'auto-generated' },
  calendar: 'BEGIN:VCALENDAR',
}

let now: Date
let faults: { ses: number }
let taken: string[]
let inbox: Mail[]
let app: Hono

beforeEach(() => {
  now = new Date('2021-05-01T08:00:00.000Z')
  faults = { ses: 0 }
  taken = []
  inbox = [mail]
  app = createLocalRoutes({
    clock: { now: () => now },
    machine: {
      travel: async (to) => {
        if (to.getUTCFullYear() === 1999) throw new Error('Something stays due')
        now = to
      },
    },
    mails: {
      mails: async () => [mail, { ...mail, id: '000002', subject: 'Tweede' }],
      mail: async (id) => inbox.find((one) => one.id === id),
      raw: async (id) => (id === mail.id ? new TextEncoder().encode('From: x') : undefined),
    },
    faults,
    takeIn: async (raw) => {
      taken.push(raw)
    },
    links: [{ href: '/aalst/lco-aanvraag', text: 'LCO aanvragen' }],
    people: async () => ['Coördinator Aalst'],
  })
})

const post = (
  path: string,
  body: Record<string, string>,
  headers: Record<string, string> = {},
  host = 'localhost:3000',
) => app.request(`http://${host}${path}`, { method: 'POST', body: new URLSearchParams(body), headers })

describe('clock', () => {
  it('is told and set', async () => {
    expect(await (await app.request('/_local/clock')).json()).toEqual({ now: '2021-05-01T08:00:00.000Z' })
    const response = await post('/_local/clock', { now: '2021-05-21T23:59:00+02:00' })
    expect([response.status, await response.json()]).toEqual([200, { now: '2021-05-21T21:59:00.000Z' }])
  })

  it.each(['', 'morgen', '2021-05-21', '2021-05-21T21:59:00', '2021-02-30T10:00:00Z'])('refuses %j', async (value) => {
    const response = await post('/_local/clock', { now: value })
    expect(response.status).toBe(422)
    expect((await response.json()).error).toContain('bijvoorbeeld 2021-05-21T21:59:00Z')
    expect(now).toEqual(new Date('2021-05-01T08:00:00.000Z'))
  })

  it('takes an instant without seconds, and tells what keeps it from arriving', async () => {
    expect(await (await post('/_local/clock', { now: '2021-05-21T21:59Z' })).json()).toEqual({
      now: '2021-05-21T21:59:00.000Z',
    })
    const stuck = await post('/_local/clock', { now: '1999-12-31T23:59:00Z' })
    expect([stuck.status, await stuck.json()]).toEqual([500, { error: 'Something stays due' }])
  })

  it('a person comes back to the page, also with a mistake', async () => {
    const person = { accept: 'text/html,*/*' }
    const good = await post('/_local/clock', { now: '2021-05-21T21:59:00Z' }, person)
    expect([good.status, good.headers.get('location')]).toEqual([303, '/_local/'])
    const wrong = await post('/_local/clock', { now: 'x' }, person)
    const page = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(page).toContain('role="alert"')
    expect(page).toContain('Er is een probleem')
  })
})

describe('faults', () => {
  it('are told and set', async () => {
    expect(await (await post('/_local/faults', { ses: '0.3' })).json()).toEqual({ ses: 0.3 })
    expect(faults.ses).toBe(0.3)
    expect(await (await app.request('/_local/faults')).json()).toEqual({ ses: 0.3 })
    expect(await (await post('/_local/faults', { ses: '1' })).json()).toEqual({ ses: 1 })
  })

  it.each(['', '1.1', '-1', 'veel', 'NaN'])('refuses %j', async (value) => {
    expect((await post('/_local/faults', { ses: value })).status).toBe(422)
  })

  it('refuses a body that is no form', async () => {
    const headers = { 'content-type': 'multipart/form-data' }
    expect((await app.request('/_local/faults', { method: 'POST', body: 'x', headers })).status).toBe(422)
  })
})

describe('mail that comes in', () => {
  const asking: Mail = {
    ...{ ...mail, id: '000003', to: ['zoe@example.test'] },
    calendar: [
      ...['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:een@loket.example', 'SEQUENCE:3'],
      ...['DTSTAMP:20210430T080000Z', 'DTSTART:20210608T070000Z', 'ORGANIZER;CN=Loket:mailto:loket@example.test'],
      ...['ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:zoe@example.test', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\r\n'),
  }

  it('is taken as it is', async () => {
    expect((await post('/_local/inbound', { raw: 'From: x\r\n\r\nDag' })).status).toBe(200)
    expect(taken).toEqual(['From: x\r\n\r\nDag'])
  })

  it.each([
    ['ACCEPTED', 'ja'],
    ['TENTATIVE', 'anders'],
    ['DECLINED', 'nee'],
  ])('%s in the calendar of a mail', async (press, says) => {
    inbox.push(asking)
    const person = { accept: 'text/html,*/*' }
    const response = await post('/_local/inbound', { mail: asking.id, press }, person)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/_local/inbox'])
    expect(await readMail(new TextEncoder().encode(taken[0]))).toMatchObject({
      reply: {
        ...{ says, uid: 'een@loket.example', attendee: 'zoe@example.test', sequence: 3 },
        ...{ stamp: '2021-05-01T08:00:00.000Z', start: '2021-06-08T07:00:00.000Z' },
      },
      sender: { address: 'zoe@example.test' },
    })
  })

  it('a mail that asks nothing has no buttons and takes no answer; nor does one that is not there', async () => {
    inbox.push(asking)
    const buttons = async (id: string) =>
      (await (await app.request(`/_local/inbox/${id}`)).text()).includes('name="press"')
    expect([await buttons(asking.id), await buttons(mail.id)]).toEqual([true, false])
    for (const id of [mail.id, '000009'])
      expect((await post('/_local/inbound', { mail: id, press: 'DECLINED' })).status).toBe(404)
    expect((await post('/_local/inbound', { mail: asking.id, press: 'WEET NIET' })).status).toBe(422)
    expect((await post('/_local/inbound', {})).status).toBe(422)
    expect(taken).toEqual([])
  })
})

describe('only this machine', () => {
  it.each(['localhost', '127.0.0.1:3000', '[::1]:8080'])('%s may', async (host) => {
    expect((await post('/_local/faults', { ses: '1' }, {}, host)).status).toBe(200)
  })

  it.each(['loket.example.test', 'localhost.evil.test', '10.0.0.1'])('%s may not', async (host) => {
    expect((await post('/_local/faults', { ses: '1' }, {}, host)).status).toBe(403)
    expect((await app.request(`http://${host}/_local/mails`)).status).toBe(403)
    expect(faults.ses).toBe(0)
  })

  it('a page of another site may not post', async () => {
    expect((await post('/_local/faults', { ses: '1' }, { origin: 'https://evil.test' })).status).toBe(403)
    expect((await post('/_local/faults', { ses: '1' }, { origin: 'null' })).status).toBe(403)
    expect((await post('/_local/faults', { ses: '1' }, { origin: 'http://localhost:3000' })).status).toBe(200)
  })
})

describe('pages', () => {
  it('the index links to everything', async () => {
    for (const path of ['/_local', '/_local/']) {
      const page = await (await app.request(path)).text()
      expect(page).toContain('<html lang="nl-BE">')
      for (const part of [
        '/aalst/lco-aanvraag',
        '/_local/inbox',
        '/_local/mails',
        '/werkruimte',
        'Coördinator Aalst',
      ]) {
        expect(page).toContain(part)
      }
      expect(page).toContain('zaterdag 1 mei 2021, 10.00 uur')
    }
  })

  it('the inbox shows the newest first, and text as text', async () => {
    const page = await (await app.request('/_local/inbox')).text()
    expect(page.indexOf('Tweede')).toBeLessThan(page.indexOf('Dag &lt;b&gt;'))
    expect(page).toContain('/_local/inbox/000001')
  })

  it('a mail opens in a frame without scripts, with text, headers and calendar beside it', async () => {
    const response = await app.request('/_local/inbox/000001')
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).toContain('sandbox="allow-top-navigation-by-user-activation')
    expect(page).not.toContain('allow-scripts')
    expect(page).toContain('<a href="https://loket.example.test/status/abc">https://loket.example.test/status/abc</a>.')
    expect(page).toContain('auto-submitted')
    expect(page).toContain('BEGIN:VCALENDAR')
  })

  it('an unknown mail is 404, a known one can be downloaded', async () => {
    expect((await app.request('/_local/inbox/000009')).status).toBe(404)
    const raw = await app.request('/_local/inbox/000001/mail.eml')
    expect([raw.headers.get('content-type'), await raw.text()]).toEqual(['message/rfc822', 'From: x'])
  })

  it('mails as JSON, oldest first', async () => {
    const mails = await (await app.request('/_local/mails')).json()
    expect(mails[0]).toEqual(mail)
    expect(mails).toHaveLength(2)
  })
})

describe('a mail in the inbox', () => {
  it('opens its links in the whole window', () => {
    expect(framedHtml('<html><head><title>x</title></head><a target="_blank" href="/a">')).toBe(
      '<html><head><base target="_top"><title>x</title></head><a target="_top" href="/a">',
    )
    expect(framedHtml('<p>x</p>')).toBe('<base target="_top"><p>x</p>')
  })

  it('has clickable addresses in its text, without the punctuation after them', () => {
    expect(linkParts('Zie https://a.be/b?c=d. Dag (https://e.be)!')).toEqual([
      { at: 0, text: 'Zie ' },
      { at: 4, text: 'https://a.be/b?c=d', href: 'https://a.be/b?c=d' },
      { at: 22, text: '. Dag (' },
      { at: 29, text: 'https://e.be', href: 'https://e.be' },
      { at: 41, text: ')!' },
    ])
  })

  it('has a beginning for the list', () => {
    expect(snippet(' a\n\n b ')).toBe('a b')
    expect(snippet('abc def', 4)).toBe('abc…')
  })
})
