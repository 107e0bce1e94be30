/** The file of an event for somebody's own calendar, as an independent parser reads it (RFC 5545). */
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { eventFile } from '../../forms/kit/events/event-calendar.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { sampleEvent } from '../emails/samples.ts'

const page = 'https://loket.example/activiteiten/verkennend-overleg-gedeelde-zorg'
const file = (changes: Partial<LoketEvent> = {}, invitee?: { id: string; revisie: number }) =>
  eventFile({
    event: { ...sampleEvent, ...changes },
    network: { phone: '053 00 00 00' },
    ...(invitee ? { invitee } : {}),
    page,
    now: new Date('2021-05-03T08:00:00Z'),
  })

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const [one] = calendar.getAllSubcomponents('vevent')
  if (!one) throw new Error('Nothing in it')
  return { method: calendar.getFirstPropertyValue('method'), one, event: new ICAL.Event(one) }
}

it('zegt wat de publieke pagina zegt, en vraagt niemand iets', () => {
  const { method, one, event } = read(file())
  expect(method).toBe('PUBLISH')
  expect([event.summary, event.location, one.getFirstPropertyValue('url')]).toEqual([sampleEvent.titel, 'Online', page])
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual([
    '2021-06-08T07:00:00Z',
    '2021-06-08T10:00:00Z',
  ])
  expect(event.description).toContain('We bespreken anonieme casussen.')
  expect(event.description).toContain('Stad Aalst. Vragen? Bel 053 00 00 00.')
  for (const name of ['attendee', 'organizer', 'class']) expect(one.hasProperty(name)).toBe(false)
})

it('is voor wie komt dezelfde als die van de mail: één keer in de agenda, en een latere mail wijzigt ze', () => {
  const { event } = read(file({ revisie: 2 }, { id: 'gast', revisie: 3 }))
  expect([event.uid, event.sequence]).toEqual([`${sampleEvent.slug}-gast@loket.example`, 5])
  expect(read(file()).event.uid).toBe(`${sampleEvent.slug}@loket.example`)
})

it('wat iemand typte, blijft tekst: geen regel te lang, geen eigenschap erbij, geen letter in twee', () => {
  const odd =
    'Zorg, voor; “élkaar” \\n 👨‍👩‍👧‍👦 en nog veel meer woorden die niet op één regel passen, ook niet met moeite'
  const text = file({ titel: odd, plaats: 'Zaal 1\nATTENDEE:mailto:iemand@elders.example', omschrijving: [odd, odd] })
  const lines = text.split('\r\n')
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
  expect(lines.filter((line) => /^ATTENDEE/.test(line))).toEqual([])
  const { event } = read(text)
  expect(event.summary).toBe(odd)
  expect(event.location).toBe('Zaal 1\nATTENDEE:mailto:iemand@elders.example')
  expect(event.description).toContain(`${odd}\n\n${odd}`)
})
