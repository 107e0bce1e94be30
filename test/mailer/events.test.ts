/** Mail about events: the calendar as an independent parser reads it, the way out, and reminders that come once. */
import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventFile } from '../../forms/kit/events/event-calendar.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { outboxItemSchema } from '../../functions/shared/store/outbox-item.ts'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { answer, audit, invite, onlineLink, personalPath, putEvent, respond } from '../support/events.ts'
import { openPostOffice, secrets } from './post-office.ts'

const april = new Date('2021-04-23T08:00:00Z')
let loket: TestLoket
let office: ReturnType<typeof openPostOffice>
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestLoket(april)
  office = openPostOffice(loket.connection)
  loket.secrets.linkKeys = secrets.linkKeys
})
beforeEach(async () => {
  loket.clock.now = april
  office.forget()
  event = await putEvent(loket.connection)
})

/** Everything due by then leaves, at that moment. */
async function sendAll(now = loket.clock.now): Promise<void> {
  office.setClock(now)
  const wake = async (keys: Parameters<typeof office.deliver>[0]) => {
    await office.deliver(keys)
  }
  const paced = {
    perSecond: 100,
    wake: async (keys: Parameters<typeof office.deliver>[0]) => {
      await office.deliver(keys, async () => {})
    },
  }
  while ((await createSweep({ outbox: office.outbox, wake, paced, now: () => now })()) > 0);
}

/** About this test's event: planned mails of the tests before come along when the clock moves. */
const received = async () =>
  (await office.received()).filter(({ email }) => email.text?.includes(`loket.example/activiteiten/${event.slug}\n`))
const change = async (antwoord: string) => {
  const { email: _known, ...own } = answer
  await loket.visitor().post(await personalPath(loket, event), { ...own, antwoord })
}

/** The invitations in what was received, raw and parsed; the file beside each is the same (mime.test.ts). */
async function calendars() {
  const found = (await received()).flatMap(({ email }) => email.attachments)
  const parts = found.filter(({ mimeType }) => mimeType === 'text/calendar')
  return parts.map(({ content, mimeType }) => {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
    const calendar = new ICAL.Component(ICAL.parse(text))
    const vevent = calendar.getFirstSubcomponent('vevent')
    if (!vevent) throw new Error('No VEVENT')
    return { text, mimeType, calendar, vevent, value: (name: string) => String(vevent.getFirstPropertyValue(name)) }
  })
}

/** The calendar part as it travels: a mail parser may change its line ends. */
async function calendarBytes(): Promise<string> {
  const raw = office.ses.calls()[0]?.args[0].input as { RawMessage: { Data: Uint8Array } }
  const message = Buffer.from(raw.RawMessage.Data).toString()
  const [, base64 = ''] = /Content-Type: text\/calendar.*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/s.exec(message) ?? []
  return Buffer.from(base64, 'base64').toString()
}

describe('de agenda', () => {
  it('ja → ander uur → nee: REQUEST, REQUEST met hogere SEQUENCE, CANCEL, één UID', async () => {
    await respond(loket, event)
    await sendAll()
    const moved = { ...event, start: '2021-06-08T08:00:00.000Z', einde: '2021-06-08T11:00:00.000Z', revisie: 1 }
    await createEvents(loket.connection).change(event, moved, undefined, audit)
    const invitee = (await loket.items('loket')).find(
      ({ sk, activiteit }) => sk === 'GENODIGDE' && activiteit === event.slug,
    )
    await office.outbox.add({
      subject: String(invitee?.id),
      mailId: 'verplaatst-1',
      notification: {
        kind: 'activiteit-verplaatst',
        to: 'genodigde',
        network: 'aalst',
        form: 'activiteit',
        activiteit: event.slug,
        genodigde: String(invitee?.id),
        linkVersion: 1,
        revisie: Number(invitee?.revisie),
        agenda: 'REQUEST',
      },
      now: loket.clock.now,
    })
    await sendAll()
    await change('nee')
    await sendAll()

    const [yes, other, no, ...more] = await calendars()
    expect(more).toEqual([])
    const all = [yes, other, no]
    expect(all.map((one) => one?.calendar.getFirstPropertyValue('method'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(new Set(all.map((one) => one?.value('uid'))).size).toBe(1)
    const sequences = all.map((one) => Number(one?.value('sequence')))
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b))
    expect(new Set(sequences).size).toBe(3)
    expect(all.map((one) => one?.value('dtstart'))).toEqual([
      '2021-06-08T07:00:00Z',
      '2021-06-08T08:00:00Z',
      '2021-06-08T08:00:00Z',
    ])
    expect(all.map((one) => one?.value('status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
  })

  it('noemt de afzender als organisator en één deelnemer die komt, en nooit de link om deel te nemen', async () => {
    await respond(loket, event)
    await sendAll()
    const [part] = await calendars()
    const mail = (await received())[0]?.email
    expect(part?.value('organizer')).toBe(`mailto:${mail?.from?.address}`)
    const attendees = part?.vevent.getAllProperties('attendee') ?? []
    expect(attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([`mailto:${answer.email}`])
    expect([attendees[0]?.getParameter('partstat'), attendees[0]?.getParameter('rsvp')]).toEqual(['ACCEPTED', 'FALSE'])
    expect(JSON.stringify([part?.text, mail?.text, mail?.html])).not.toContain(onlineLink)
  })

  it('zegt in de agenda wat iedereen mag lezen, de publieke pagina, en hoe u zegt dat u niet komt', async () => {
    await respond(loket, event)
    await sendAll()
    await change('nee')
    await sendAll()
    const [yes, no] = await calendars()
    for (const part of [yes, no]) {
      expect(part?.value('description')).toContain('We bespreken anonieme casussen.')
      expect(part?.value('description')).toContain('Vragen? Bel 053 00 00 00.')
      expect(part?.value('url')).toBe(`https://loket.example/activiteiten/${event.slug}`)
      expect(part?.text.replaceAll(/\r?\n /g, '')).not.toMatch(/\/uitnodiging\/|Noor Voorbeeld|met de trein/)
    }
    expect(yes?.value('description')).toContain('of druk op Nee in uw agenda.')
    expect(no?.value('description')).not.toContain('Nee in uw agenda')
    const file = eventFile({ event, network: aalst, page: String(yes?.value('url')), now: april })
    const published = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
    expect(yes?.value('description')).toContain(String(published?.getFirstPropertyValue('description')))
  })

  it('zit er als uitnodiging één keer in, met dezelfde METHOD in het hoofd als erin, en als bestand', async () => {
    await respond(loket, event)
    await sendAll()
    const raw = office.ses.calls()[0]?.args[0].input as { RawMessage: { Data: Uint8Array } }
    const message = Buffer.from(raw.RawMessage.Data).toString()
    expect(message.match(/Content-Type: text\/calendar[^\r\n]*(\r\n\s[^\r\n]*)*/g)).toEqual([
      expect.stringMatching(/charset=utf-8; method=REQUEST;\s+name=activiteit.ics$/),
    ])
    const [{ email } = { email: undefined }] = await received()
    const file = email?.attachments.find(({ disposition }) => disposition === 'attachment')
    expect([file?.filename, file?.mimeType]).toEqual(['activiteit.ics', 'application/ics'])
    expect(email?.text).toContain('In deze mail zit een bestand voor uw agenda.')
  })

  it('volgt RFC 5545: CRLF, regels van hoogstens 75 bytes, tekens ontsnapt, tijden in UTC', async () => {
    event = await putEvent(loket.connection, {
      titel: `Zorg, "samen"; é\\n ${'ë'.repeat(80)} 👩‍👩‍👧`,
      plaats: 'Zaal 1; Aalst, 2e',
    })
    await respond(loket, event)
    await sendAll()
    const [part] = await calendars()
    const text = await calendarBytes()
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(part?.value('summary')).toBe(event.titel)
    expect(part?.value('location')).toBe(event.plaats)
    for (const [, value] of text.matchAll(/^DT(?:START|END|STAMP):(.*)\r$/gm)) expect(value).toMatch(/^\d{8}T\d{6}Z$/)
  })

  it('alleen na ja: geen agenda bij nee, op de hoogte of de wachtlijst', async () => {
    await respond(loket, event, { antwoord: 'nee' })
    await respond(loket, event, { antwoord: 'op_de_hoogte', email: 'b@caw.example' })
    event = await putEvent(loket.connection, { capaciteit: 1 })
    await respond(loket, event)
    await sendAll()
    office.forget()
    await respond(loket, event, { email: 'b@caw.example' })
    await sendAll()
    expect((await received()).map(({ email }) => email.subject)).toEqual([`U staat op de wachtlijst: ${event.titel}`])
    expect(await calendars()).toEqual([])
  })
})

describe('elke mail over een activiteit', () => {
  it('draagt de drie links, en één klik om geen mails meer te krijgen', async () => {
    await respond(loket, event)
    await sendAll()
    const [{ destinations, email } = { destinations: [], email: undefined }] = await received()
    const personal = `https://loket.example${await personalPath(loket, event)}`
    const unsubscribe = `https://loket.example${await personalPath(loket, event, answer.email, 'afmelden')}`
    for (const link of [personal, unsubscribe, `https://loket.example/activiteiten/${event.slug}`]) {
      expect(email?.text).toContain(link)
      expect(email?.html).toContain(link)
    }
    const header = (name: string) => email?.headers.find(({ key }) => key === name)?.value
    expect(header('list-unsubscribe')).toBe(`<${unsubscribe}>`)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(destinations).toEqual([answer.email])
    expect(`${email?.subject} ${email?.text} ${email?.html}`).not.toMatch(/Noor|CAW Voorbeeld|met de trein/)
  })
})

describe('herinneringen', () => {
  const kindsSent = async () => (await received()).map(({ email }) => email.subject?.split(':')[0])

  it('de dag ervoor om 9 uur, één keer, ook als de klok over veel heen springt', async () => {
    await respond(loket, event)
    await sendAll()
    office.forget()
    await sendAll(new Date('2021-06-07T06:59:59Z'))
    expect(await kindsSent()).toEqual([])
    await sendAll(new Date('2021-06-07T07:00:00Z'))
    await sendAll(new Date('2021-06-07T07:10:00Z'))
    expect(await kindsSent()).toEqual(['Morgen'])
  })

  it.each([
    ['niet aan een adres waarvan de bevestiging terugkwam', 'niet_aangekomen', []],
    ['wel als ze aankwam', 'aangekomen', ['Morgen']],
  ] as const)('%s', async (_, fate, kinds) => {
    await respond(loket, event)
    await sendAll()
    office.forget()
    const mail = (await loket.items('loket')).find(
      ({ mailId, notification }) =>
        /^antwoord/.test(String(mailId)) && (notification as { activiteit?: string }).activiteit === event.slug,
    )
    await createMailFates(loket.connection).mark(outboxItemSchema.parse(mail), { fate, at: april.toISOString() })
    await sendAll(new Date('2021-06-07T07:00:00Z'))
    expect(await kindsSent()).toEqual(kinds)
  })

  it('geen herinnering naar een adres waarvan de uitnodiging terugkwam, wel naar een ander', async () => {
    const { id } = await invite(loket, event)
    await invite(loket, event, 'sam@caw.example')
    await createInviteeLists(loket.connection).invite(event, () => april, new Date(april.getTime() + 60_000))
    await sendAll(new Date(april.getTime() + 60_000))
    office.forget()
    const mail = (await loket.items('loket')).find(({ mailId, subject }) => mailId === 'uitnodiging' && subject === id)
    const fate = { fate: 'niet_aangekomen', at: april.toISOString() } as const
    await createMailFates(loket.connection).mark(outboxItemSchema.parse(mail), fate)
    await sendAll(new Date('2021-05-18T07:00:00Z'))
    expect((await received()).map(({ destinations }) => destinations)).toEqual([['sam@caw.example']])
  })

  it('niet meer aan wie intussen nee zei', async () => {
    await respond(loket, event)
    await change('nee')
    await sendAll()
    office.forget()
    await sendAll(new Date('2021-06-07T07:00:00Z'))
    expect(await kindsSent()).toEqual([])
  })

  it('meer dan 12 uur te laat: overgeslagen en gelogd', async () => {
    await respond(loket, event)
    await sendAll()
    office.forget()
    await sendAll(new Date('2021-06-07T19:00:01Z'))
    expect(await kindsSent()).toEqual([])
    expect(office.log.map(({ message }) => message)).toContain('Mail skipped: too late to be of use')
  })
})
