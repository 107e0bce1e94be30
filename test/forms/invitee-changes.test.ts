/** What an organiser changes of somebody on the list, and what an event tells of who comes (docs/domain.md §6). */
import { describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import {
  corrected,
  correctedAndResent,
  isJustResent,
  mayResend,
  resent,
  resentId,
} from '../../forms/kit/events/invitee-changes.ts'
import { askedOf, milestonesOf, seatsAskedLate } from '../../forms/kit/events/overview.ts'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import { mailAgain, tellingMails } from '../../forms/kit/events/rsvp-mails.ts'
import { sampleEvent } from '../emails/samples.ts'

const event = (changes: Partial<LoketEvent> = {}): LoketEvent => ({ ...sampleEvent, ...changes })
const april = new Date('2021-04-23T08:00:00Z')
const invitee = (changes: Partial<Invitee> = {}): Invitee => ({
  ...{ id: 'g1', activiteit: sampleEvent.slug, network: 'aalst', linkVersion: 1, revisie: 3, eventRevisie: 0 },
  ...{ bron: 'import' as const, adres: 'hmac', casus: false, verdacht: false, afgemeld: false, noMail: false },
  ...{ createdAt: '2021-04-01T08:00:00.000Z', uitgenodigdOp: '2021-04-02T08:00:00.000Z' },
  ...changes,
})
const who = { naam: 'Noor', organisatie: undefined, functie: undefined }

describe('verbeteren', () => {
  it('een naam: de link blijft, geen mail verandert', () => {
    const { after, mails } = corrected(event(), invitee(), who, { waiting: ['uitnodiging'], now: april })
    expect([after.naam, after.linkVersion, after.revisie]).toEqual(['Noor', 1, 4])
    expect(mails).toEqual({ put: [], takeBack: {} })
  })

  it('een ander adres: een andere link, wat wacht wordt teruggenomen en opnieuw gepland', () => {
    const about = { waiting: ['uitnodiging'], now: april }
    const { after, mails } = corrected(event(), invitee({ noMail: true }), { ...who, adres: 'ander' }, about)
    expect([after.adres, after.linkVersion, after.noMail]).toEqual(['ander', 2, false])
    expect(mails.takeBack).toEqual({ planned: true, mails: ['uitnodiging'] })
    expect(
      mails.put.map(({ mailId, notification }) => [mailId, 'linkVersion' in notification && notification.linkVersion]),
    ).toEqual([['herinnering', 2]])
  })

  it('en meteen opnieuw: één mail, met de nieuwe link, die zegt of het adres werkt', () => {
    const mended = corrected(event(), invitee(), { ...who, adres: 'ander' }, { waiting: [], now: april })
    const { after, mails } = correctedAndResent(mended, april)
    expect(mails.put.map(({ mailId }) => mailId)).toEqual(['herinnering', 'opnieuw-202104231000'])
    expect(tellingMails(after)).toEqual(['opnieuw-202104231000'])
  })
})

describe('opnieuw sturen', () => {
  it.each<[string, Partial<Invitee>, string, object]>([
    ['geen antwoord', {}, 'activiteit-uitnodiging', {}],
    ['ja', { antwoord: 'ja' }, 'activiteit-ja', { agenda: 'REQUEST' }],
    ['ja, wachtend', { antwoord: 'ja', wacht: 'p' }, 'activiteit-wachtlijst', {}],
    ['nee', { antwoord: 'nee' }, 'activiteit-nee', {}],
    ['te laat', { laat: { antwoord: 'ja', at: '2021-05-25T08:00:00.000Z', casus: false } }, 'activiteit-te-laat', {}],
  ])('%s', (_, changes, kind, more) => {
    expect(mailAgain(invitee(changes), 'm').notification).toMatchObject({ kind, ...more })
  })

  it('twee keer in dezelfde minuut is één mail; de minuut erna een andere', () => {
    const { after } = resent(invitee(), april)
    const at = (seconds: number) => new Date(april.getTime() + seconds * 1000)
    expect([isJustResent(after, at(59)), isJustResent(after, at(60))]).toEqual([true, false])
    expect(resentId(at(60))).toBe('opnieuw-202104231001')
  })

  it('na een later antwoord telt de bevestiging van dat antwoord', () => {
    const { after } = resent(invitee(), april)
    expect(tellingMails({ ...after, antwoord: 'ja', revisie: after.revisie + 1 })).toEqual(['antwoord-5', 'laatste'])
  })

  it.each<[string, Partial<Invitee>, string, boolean]>([
    ['uitgenodigd, open', {}, '2021-05-21T21:59:59.999Z', true],
    ['uitgenodigd, gesloten', {}, '2021-05-21T22:00:00.000Z', false],
    ['nog niet uitgenodigd', { uitgenodigdOp: undefined }, '2021-04-23T08:00:00Z', false],
    ['komt, tot het einde', { antwoord: 'ja' }, '2021-06-08T09:59:59.999Z', true],
    ['komt, voorbij', { antwoord: 'ja' }, '2021-06-08T10:00:00.000Z', false],
    ['zonder adres', { antwoord: 'ja', noMail: true }, '2021-04-23T08:00:00Z', false],
    ['een machine', { antwoord: 'ja', verdacht: true }, '2021-04-23T08:00:00Z', false],
  ])('%s: %s', (_, changes, now, may) => {
    expect(mayResend(event(), invitee(changes), new Date(now))).toBe(may)
  })
})

describe('wat mensen vroegen', () => {
  const vragen = [
    { id: 'eigen_1', soort: 'keuze' as const, vraag: 'Maaltijd', keuzes: ['alles', 'vegetarisch'] },
    { id: 'eigen_2', soort: 'getal' as const, vraag: 'Kinderen', keuzes: [] },
    { id: 'eigen_3', soort: 'tekst' as const, vraag: 'Nodig', keuzes: [] },
  ]
  const said = (...all: Record<string, string>[]) => all.map((eigen) => invitee({ eigen }))

  it('keuzes geteld, getallen opgeteld, teksten alleen geteld', () => {
    const people = said(
      { eigen_1: 'vegetarisch', eigen_2: '2' },
      { eigen_1: 'alles', eigen_2: 'x', eigen_3: 'rolstoel' },
      { eigen_1: 'alles' },
    )
    const { asked } = askedOf({ vragen }, people)
    expect(asked.map(({ answers }) => answers)).toEqual([
      [
        { text: 'alles', count: 2 },
        { text: 'vegetarisch', count: 1 },
      ],
      [{ count: 2 }],
      [{ count: 1 }],
    ])
  })

  it('niets gevraagd of gezegd: niets', () => {
    expect(askedOf({ vragen }, said({}, { eigen_1: ' ' }))).toMatchObject({
      asked: [],
      cases: 0,
      remarks: 0,
      people: 2,
    })
  })

  it('telt wie ze meebrengen, en wat te laat gevraagd wordt', () => {
    const people = [invitee({ aantal: 3 }), invitee({ collegas: [{ naam: 'Sam' }] }), invitee({ opmerking: ' ' })]
    expect(askedOf({ vragen: [] }, people)).toMatchObject({ people: 6, remarks: 0 })
    const laat = { antwoord: 'ja' as const, at: april.toISOString(), casus: false, collegas: [{ naam: 'Sam' }] }
    expect(seatsAskedLate([{ laat }, { laat: { ...laat, antwoord: 'nee' } }])).toBe(2)
  })
})

describe('waar staan we', () => {
  const states = (now: string, reached = { invited: 64, reminded: 41 }, of = event()) =>
    milestonesOf(of, reached, new Date(now)).map(({ name, state }) => `${name} ${state}`)

  it.each([
    [
      '2021-05-18T06:59:59.999Z',
      ['uitgenodigd done', 'herinnerd now', 'gesloten later', 'day-before later', 'day later'],
    ],
    [
      '2021-05-18T07:00:00.000Z',
      ['uitgenodigd done', 'herinnerd done', 'gesloten now', 'day-before later', 'day later'],
    ],
    [
      '2021-05-21T22:00:00.000Z',
      ['uitgenodigd done', 'herinnerd done', 'gesloten done', 'day-before now', 'day later'],
    ],
    ['2021-06-07T07:00:00.000Z', ['uitgenodigd done', 'herinnerd done', 'gesloten done', 'day-before done', 'day now']],
    [
      '2021-06-08T10:00:00.000Z',
      ['uitgenodigd done', 'herinnerd done', 'gesloten done', 'day-before done', 'day done'],
    ],
  ])('%s', (now, expected) => {
    expect(states(now)).toEqual(expected)
  })

  it('niemand uitgenodigd: dat is het eerste', () => {
    expect(states('2021-04-23T08:00:00Z', { invited: 0, reminded: 0 })).toEqual([
      'uitgenodigd now',
      'gesloten later',
      'day-before later',
      'day later',
    ])
  })
})
