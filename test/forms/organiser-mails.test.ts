/** Mail to who organises an event: when each is due, and whether it is still so when it leaves (docs/decisions/010). */
import { describe, expect, it } from 'vitest'
import type { OrganiserReason } from '../../forms/kit/events/event-notifications.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import {
  fullMail,
  lateDigest,
  organiserPlan,
  organiserUse,
  returnedDigest,
  type Standing,
} from '../../forms/kit/events/organiser-mails.ts'
import { sampleEvent, sampleStanding } from '../emails/samples.ts'

const event = (changes: Partial<LoketEvent> = {}): LoketEvent => ({ ...sampleEvent, ...changes })
const april = new Date('2021-04-23T08:00:00Z')
/** Deadline 21 May: it closes at midnight in Brussels. The event is on 8 June at 9 in the morning. */
const dues = (of: LoketEvent, now = april) =>
  Object.fromEntries(organiserPlan(of, now).map(({ mailId, dueAt }) => [mailId, dueAt?.toISOString()]))

describe('wat op zijn moment wacht', () => {
  const closed = '2021-05-22T07:00:00.000Z'
  const tomorrow = '2021-06-07T07:00:00.000Z'

  it.each<[string, Partial<LoketEvent>, Date, object]>([
    ['om 9 uur na de deadline, en om 9 uur de dag ervoor', {}, april, { gesloten: closed, morgen: tomorrow }],
    ['1 ms ervoor', {}, new Date(Date.parse(closed) - 1), { gesloten: closed, morgen: tomorrow }],
    ['op het moment zelf niet meer', {}, new Date(closed), { morgen: tomorrow }],
    ['na alles niets', {}, new Date(tomorrow), {}],
    ['afgelast: niets', { geannuleerd: true }, april, {}],
    [
      'de dag na de deadline begint het om 8.30 uur: bij het sluiten zelf',
      { start: '2021-05-22T06:30:00.000Z' },
      april,
      { gesloten: '2021-05-21T22:00:00.000Z', morgen: '2021-05-21T07:00:00.000Z' },
    ],
    [
      'de deadline is de dag zelf: dan sluit het met het begin',
      { deadline: '2021-06-08' },
      april,
      { morgen: tomorrow },
    ],
  ])('%s', (_, changes, now, expected) => {
    expect(dues(event(changes), now)).toEqual(expected)
  })

  it('noemt wie organiseert, en nooit wie antwoordde', () => {
    const [mail] = organiserPlan(event({ organiser: 'organisator' }), april)
    expect(mail?.notification).toEqual({
      ...{ kind: 'organisator', to: 'medewerker', network: 'aalst', event: sampleEvent.slug },
      ...{ why: 'gesloten', person: 'organisator' },
    })
  })
})

describe('samen in één mail per dag', () => {
  it.each([
    ['2021-05-25T06:59:59.999Z', '2021-05-25T07:00:00.000Z', 'te-laat-2021-05-25'],
    ['2021-05-25T07:00:00.000Z', '2021-05-26T07:00:00.000Z', 'te-laat-2021-05-26'],
    ['2021-05-25T21:59:00.000Z', '2021-05-26T07:00:00.000Z', 'te-laat-2021-05-26'],
    // The event begins at nine that morning: then it is told at once.
    ['2021-06-07T12:00:00.000Z', '2021-06-07T12:00:00.000Z', 'te-laat-2021-06-07'],
  ])('te laat op %s: %s', (now, due, mailId) => {
    const mail = lateDigest(event(), new Date(now))
    expect([mail.dueAt.toISOString(), mail.mailId]).toEqual([due, mailId])
  })

  it('wat terugkomt: om de volgende negen uur, ook als het begon', () => {
    const mail = returnedDigest(event(), new Date('2021-06-08T08:00:00Z'))
    expect([mail.dueAt.toISOString(), mail.mailId]).toEqual(['2021-06-09T07:00:00.000Z', 'niet-aangekomen-2021-06-09'])
  })

  it('volzet: één keer per aantal plaatsen', () => {
    expect([12, 12, 14].map((capaciteit) => fullMail(event({ capaciteit }), april).mailId)).toEqual([
      'volzet-12',
      'volzet-12',
      'volzet-14',
    ])
  })
})

describe('als hij vertrekt', () => {
  const standing = (changes: Partial<Standing> = {}): Standing => ({ ...sampleStanding, ...changes })
  const none = standing({ counts: { ...sampleStanding.counts, laat: 0 }, returned: 0 })
  const full = standing({ seats: { bezet: 12, capaciteit: 12, wachtend: 0 } })
  const roomAgain = standing({ seats: { bezet: 11, capaciteit: 12, wachtend: 0 } })
  const may25 = '2021-05-25T07:00:00Z'

  it.each<[OrganiserReason, string, string, Standing, Partial<LoketEvent>, string]>([
    ['gesloten', 'na de deadline', may25, standing(), {}, 'yes'],
    ['gesloten', 'de deadline schoof op', may25, standing(), { deadline: '2021-05-30' }, 'needless'],
    ['gesloten', 'het begon al', sampleEvent.start, standing(), {}, 'late'],
    ['te-laat', 'er is nog te beslissen', may25, standing(), {}, 'yes'],
    ['te-laat', 'alles is beslist', may25, none, {}, 'needless'],
    ['te-laat', '1 ms voor het begin', '2021-06-08T06:59:59.999Z', standing(), {}, 'yes'],
    ['te-laat', 'het begon', '2021-06-08T07:00:00.000Z', standing(), {}, 'late'],
    ['niet-aangekomen', 'iemand is niet bereikt', may25, standing(), {}, 'yes'],
    ['niet-aangekomen', 'iedereen is verbeterd', may25, none, {}, 'needless'],
    [
      'niet-aangekomen',
      'afgelast: zij staan anders voor een dichte deur',
      may25,
      standing(),
      { geannuleerd: true },
      'yes',
    ],
    ['niet-aangekomen', 'voorbij', '2021-06-08T10:00:00.000Z', standing(), {}, 'needless'],
    ['volzet', 'volzet', may25, full, {}, 'yes'],
    ['volzet', 'er kwam een plaats vrij', may25, roomAgain, {}, 'needless'],
    ['morgen', 'de dag ervoor', '2021-06-07T07:00:00Z', standing(), {}, 'yes'],
    ['morgen', 'de dag ervoor, 23.59 uur', '2021-06-07T21:59:59.999Z', standing(), {}, 'yes'],
    ['morgen', 'middernacht: dan is het vandaag', '2021-06-07T22:00:00.000Z', standing(), {}, 'late'],
    ['morgen', 'afgelast', '2021-06-07T07:00:00Z', standing(), { geannuleerd: true }, 'needless'],
  ])('%s, %s', (why, _, now, about, changes, use) => {
    expect(organiserUse(why, event(changes), about, new Date(now))).toBe(use)
  })
})
