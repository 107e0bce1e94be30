/** What follows on an answer to an event, decided without HTTP: on the public page, behind the personal link, on the phone. */
import { describe, expect, it } from 'vitest'
import {
  type AnswerStep,
  type Filled,
  giveUpStep,
  personalStep,
  publicStep,
  writtenStep,
} from '../../forms/kit/events/answer-flow.ts'
import { closesAt, type LoketEvent } from '../../forms/kit/events/events.ts'
import type { Given, Invitee } from '../../forms/kit/events/rsvp.ts'
import { newInvitee } from '../../functions/shared/answer-flow.ts'
import { sampleEvent as event } from '../emails/samples.ts'

const after = (instant: Date | string, ms = 0) => new Date(new Date(instant).getTime() + ms)
/** The last moment before, and the moment itself. */
const moments = {
  open: after(closesAt(event), -1),
  gesloten: closesAt(event),
  net: after(event.start, -1),
  begonnen: after(event.start),
}
type Moment = keyof typeof moments

const given: Given = { antwoord: 'ja', naam: 'Noor Voorbeeld', casus: false }
const errors = [{ name: 'naam', message: 'Vul uw naam in' }]
const right: Filled = { antwoord: 'ja', given, errors: [] }
const wrong: Filled = { antwoord: 'ja', errors }

const invited = newInvitee({ id: 'g', event, adres: 'hmac', bron: 'import', now: after(event.start, -1e9) })
const said = (changes: Partial<Invitee>): Invitee => ({ ...invited, ...changes })
const coming = said({ antwoord: 'ja', naam: 'Noor Voorbeeld' })
const late = said({ laat: { antwoord: 'ja', naam: 'Noor Voorbeeld', casus: false, at: event.start } })

/** In short: what it comes to, and with which answer. */
const inShort = (step: AnswerStep): string =>
  step.kind === 'store'
    ? `store ${step.tooLate ? 'te laat ' : ''}${step.given.antwoord}`
    : step.kind === 'show'
      ? `show ${step.errors.map(({ name }) => name)}`.trim()
      : step.kind

interface Public {
  at: Moment
  changes?: Partial<LoketEvent>
  filled?: Filled
  known?: Invitee
  tooLate?: boolean
  suspect?: boolean
  sentAt?: number
}

describe('op de publieke pagina', () => {
  it.each<[string, Public, string]>([
    ['een antwoord', { at: 'open' }, 'store ja'],
    ['iets mis', { at: 'open', filled: wrong }, 'show naam'],
    ['na de deadline', { at: 'gesloten' }, 'refuse'],
    ['na de deadline, iets mis: eerst dat het niet meer kan', { at: 'gesloten', filled: wrong }, 'refuse'],
    ['na het begin', { at: 'begonnen' }, 'refuse'],
    ['geannuleerd', { at: 'open', changes: { geannuleerd: true } }, 'refuse'],
    ['alleen voor genodigden', { at: 'open', changes: { toegang: 'op_uitnodiging' } }, 'refuse'],
    ['van een genodigde die nog niets zei', { at: 'open', known: invited }, 'store ja'],
    ['van wie al antwoordde', { at: 'open', known: coming }, 'link'],
    ['van wie te laat antwoordde', { at: 'open', known: late }, 'link'],
    ['van een machine, over een genodigde', { at: 'open', known: invited, suspect: true }, 'link'],
    ['van een machine, over niemand', { at: 'open', suspect: true }, 'store ja'],
    ['intussen verplaatst: eerst tonen', { at: 'open', sentAt: event.revisie - 1 }, 'show'],
    ['te laat', { at: 'gesloten', tooLate: true }, 'store te laat ja'],
    ['te laat, net voor het begin', { at: 'net', tooLate: true }, 'store te laat ja'],
    ['te laat, na het begin', { at: 'begonnen', tooLate: true }, 'refuse'],
    ['te laat, iets mis', { at: 'gesloten', tooLate: true, filled: wrong }, 'show naam'],
    ['niet te laat', { at: 'open', tooLate: true }, 'astray'],
    ['niet te laat, iets mis', { at: 'open', tooLate: true, filled: wrong }, 'astray'],
    [
      'te laat, alleen voor genodigden',
      { at: 'gesloten', tooLate: true, changes: { toegang: 'op_uitnodiging' } },
      'refuse',
    ],
    ['te laat, van wie al antwoordde', { at: 'gesloten', tooLate: true, known: coming }, 'link'],
  ])(
    '%s',
    (_, { at, changes, filled = right, known, tooLate = false, suspect = false, sentAt = event.revisie }, step) => {
      const now = moments[at]
      const about = { event: { ...event, ...changes }, known, tooLate, suspect, sentAt, now }
      expect(inShort(publicStep({ ...filled, ...about }))).toBe(step)
    },
  )
})

describe('achter de persoonlijke link', () => {
  const no: Filled = { antwoord: 'nee', errors }
  it.each<[string, { at: Moment; filled?: Filled; known?: Invitee; tooLate?: boolean }, string]>([
    ['een antwoord', { at: 'open' }, 'store ja'],
    ['hetzelfde opnieuw', { at: 'open', known: coming }, 'same'],
    ['hetzelfde als een machine zei', { at: 'open', known: { ...coming, verdacht: true } }, 'store ja'],
    ['iets mis', { at: 'open', filled: wrong }, 'show naam'],
    ['een plaats teruggeven na de deadline', { at: 'gesloten', known: coming, filled: no }, 'store nee'],
    ['net voor het begin', { at: 'net', known: coming, filled: no }, 'store nee'],
    ['na het begin', { at: 'begonnen', known: coming, filled: no }, 'refuse'],
    ['nee na de deadline, zonder plaats', { at: 'gesloten', filled: no }, 'refuse'],
    ['ja na de deadline', { at: 'gesloten', known: coming }, 'refuse'],
    ['niets gekozen na de deadline', { at: 'gesloten', filled: { antwoord: undefined, errors } }, 'refuse'],
    ['te laat', { at: 'gesloten', tooLate: true }, 'store te laat ja'],
    ['te laat, hetzelfde opnieuw', { at: 'gesloten', tooLate: true, known: late }, 'same'],
    ['te laat, iets mis', { at: 'gesloten', tooLate: true, filled: wrong }, 'show naam'],
    ['niet te laat', { at: 'open', tooLate: true }, 'astray'],
    ['veel te laat', { at: 'begonnen', tooLate: true, filled: wrong }, 'astray'],
  ])('%s', (_, { at, filled = right, known = invited, tooLate = false }, step) => {
    expect(inShort(personalStep({ ...filled, event, known, tooLate, now: moments[at] }))).toBe(step)
  })

  it('wie een plaats teruggeeft, houdt wat die eerder schreef', () => {
    const step = personalStep({ ...no, event, known: coming, tooLate: false, now: moments.gesloten })
    expect(step).toMatchObject({ given: { antwoord: 'nee', naam: 'Noor Voorbeeld' } })
  })
})

describe('wat een nee niet vraagt', () => {
  const listed = said({ naam: 'Noor Voorbeeld', organisatie: 'CAW' })
  const filled: Filled = { antwoord: 'nee', given: { antwoord: 'nee', casus: false }, errors: [] }

  it('blijft zoals de lijst van de organisator het heeft, op de publieke en op de eigen pagina', () => {
    const about = { ...filled, event, known: listed, tooLate: false, now: moments.open }
    const kept = { given: { antwoord: 'nee', naam: 'Noor Voorbeeld', organisatie: 'CAW' } }
    expect(publicStep({ ...about, sentAt: event.revisie })).toMatchObject(kept)
    expect(personalStep(about)).toMatchObject(kept)
    expect(personalStep({ ...about, tooLate: true, now: moments.gesloten })).toMatchObject(kept)
  })

  it('van een ja is wat leeg bleef, leeg', () => {
    const yes: Filled = { antwoord: 'ja', given: { antwoord: 'ja', naam: 'Noor', casus: false }, errors: [] }
    const step = personalStep({ ...yes, event, known: listed, tooLate: false, now: moments.open })
    expect(step).toMatchObject({ kind: 'store', given: { naam: 'Noor' } })
    expect((step as { given: Given }).given.organisatie).toBeUndefined()
  })
})

describe('toch niet komen', () => {
  it.each<[string, Moment, Invitee, string]>([
    ['voor de deadline', 'open', coming, 'store nee'],
    ['na de deadline', 'gesloten', coming, 'store nee'],
    ['net voor het begin', 'net', coming, 'store nee'],
    ['vanaf het begin', 'begonnen', coming, 'refuse'],
    ['wie wacht', 'gesloten', said({ antwoord: 'ja', wacht: 'w' }), 'store nee'],
    ['wie nooit kwam', 'open', invited, 'same'],
    ['een tweede keer', 'open', said({ antwoord: 'nee' }), 'same'],
  ])('%s', (_, at, known, step) => {
    expect(inShort(giveUpStep({ event, known, now: moments[at] }))).toBe(step)
  })

  it('houdt wat die eerder schreef', () => {
    const step = giveUpStep({ event, known: coming, now: moments.gesloten })
    expect(step).toMatchObject({ given: { antwoord: 'nee', naam: 'Noor Voorbeeld' } })
  })
})

describe('opgeschreven door een organisator', () => {
  it.each<[string, { at: Moment; filled?: Filled; known?: Invitee }, string]>([
    ['een antwoord', { at: 'open' }, 'store ja'],
    ['na de deadline', { at: 'gesloten' }, 'store ja'],
    ['net voor het begin', { at: 'net' }, 'store ja'],
    ['na het begin', { at: 'begonnen' }, 'refuse'],
    ['iets mis: eerst dat', { at: 'begonnen', filled: wrong }, 'show naam'],
    ['van wie al antwoordde', { at: 'gesloten', known: coming }, 'store ja'],
  ])('%s', (_, { at, filled = right, known }, step) => {
    expect(inShort(writtenStep({ ...filled, event, known, now: moments[at] }))).toBe(step)
  })

  it('wat leeg bleef, blijft zoals de genodigde het zei', () => {
    const filled: Filled = { ...right, given: { antwoord: 'nee', casus: false } }
    const step = writtenStep({ ...filled, event, known: coming, now: moments.open })
    expect(step).toMatchObject({ given: { antwoord: 'nee', naam: 'Noor Voorbeeld' } })
  })
})
