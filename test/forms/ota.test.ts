/** OTA aanmelding: who is in the right place, where each kind begins, and what the meeting can decide (docs/domain.md §5). */
import { describe, expect, it } from 'vitest'
import { serviceOf } from '../../forms/index.ts'
import { judgeService, pagesOn } from '../../forms/kit/form.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { decide, movesFor } from '../../forms/kit/lifecycle/move.ts'
import { standingOn, statusWords } from '../../forms/kit/lifecycle/status.ts'
import { submit } from '../../forms/kit/lifecycle/submit.ts'
import { urgentInWords } from '../../forms/kit/lifecycle/urgent.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { openDays } from '../support/open-days.ts'

const found = serviceOf({ network: 'ota', form: 'aanmelding' })
if (!found) throw new Error('OTA has no form')
const service = found
const content = demoContent('ota')
const coordinator = demoPerson('coordinator-ota')
const bemiddelaar = demoPerson('bemiddelaar-ota')
/** A Monday, ten in the morning in Brussels. */
const maandag = new Date('2026-11-23T09:00:00Z')

const juist: Answers = { is_hulpverlener: 'ja', sector: 'clb', provincie: 'oost_vlaanderen' }
const traject: Answers = { ...juist, soort: 'traject', migratieachtergrond: 'ja', leeftijdsgroep: '12_17' }
const vorming: Answers = { ...juist, soort: 'vorming' }

describe('wie hier juist is', () => {
  it.each<[string, Answers, string]>([
    ['een CLB in Oost-Vlaanderen, over een jongere van 12 tot 17', traject, 'voldoet'],
    ['West-Vlaanderen', { ...traject, provincie: 'west_vlaanderen' }, 'voldoet'],
    ['een andere provincie', { ...traject, provincie: 'andere' }, 'doorverwezen provincie'],
    ['geen hulpverlener', { ...traject, is_hulpverlener: 'nee' }, 'doorverwezen hulpverlener'],
    ['een andere sector: we kijken mee', { ...traject, sector: 'andere' }, 'twijfel sector'],
    ['geen migratieachtergrond', { ...traject, migratieachtergrond: 'nee' }, 'doorverwezen migratieachtergrond'],
    ['dat niet weten: we kijken mee', { ...traject, migratieachtergrond: 'weet_niet' }, 'twijfel migratieachtergrond'],
    ['0 tot 11 jaar', { ...traject, leeftijdsgroep: '0_11' }, 'voldoet'],
    ['18 tot 25 jaar', { ...traject, leeftijdsgroep: '18_25' }, 'voldoet'],
    ['ouder: we kijken mee', { ...traject, leeftijdsgroep: 'ouder' }, 'twijfel leeftijd'],
    [
      'alles tegelijk',
      { ...traject, is_hulpverlener: 'nee', provincie: 'andere' },
      'doorverwezen hulpverlener provincie',
    ],
    ['een vorming vraagt niets over een jongere', vorming, 'voldoet'],
    ['een vorming in een andere provincie', { ...vorming, provincie: 'andere' }, 'doorverwezen provincie'],
    ['de helpdesk vraagt geen voorwaarden', { soort: 'helpdesk' }, 'voldoet'],
  ])('%s', (_, answers, expected) => {
    const { outcome, unmet, doubtful } = judgeService(service, answers, maandag)
    expect([outcome, ...[...unmet, ...doubtful].map(({ name }) => name)].join(' ')).toBe(expected)
  })

  it('noemt bij een andere provincie het team van die provincie', () => {
    const { unmet } = judgeService(service, { ...traject, provincie: 'andere' }, maandag)
    expect(unmet.map(({ offer }) => service.network.aanbod[String(offer)]?.name)).toEqual([
      'Het OndersteuningsTeam van uw provincie',
    ])
  })

  it.each([
    ['helpdesk', ['uw-vraag', 'helpdesk']],
    ['traject', ['uw-vraag', 'criteria', 'gegevens', 'leervraag', 'beschikbaarheid']],
    ['intervisie', ['uw-vraag', 'criteria', 'gegevens', 'team', 'beschikbaarheid']],
    ['teamcoaching', ['uw-vraag', 'criteria', 'gegevens', 'team', 'beschikbaarheid']],
    ['vorming', ['uw-vraag', 'criteria', 'gegevens', 'team', 'beschikbaarheid']],
  ])('%s heeft zijn eigen bladzijden', (soort, slugs) => {
    expect(pagesOn(service, { soort }).map(({ slug }) => slug)).toEqual(slugs)
  })
})

const sent = (answers: Answers, now = maandag, suspect = false) =>
  submit({
    ...{ service, days: openDays('ota'), answers, suspect, now, origin: 'concept', reference: 'OTA-7K3M-9QX2-4T' },
    judgement: judgeService(service, answers, now),
  })
const mails = { email: 'noor@clb.example' }
/** What is for another subject, for now, and for later. */
const parts = ({ mails: { put } }: Pick<ReturnType<typeof sent>, 'mails'>) => ({
  agendaMail: put.find(({ subject }) => subject),
  notifications: put.filter(({ dueAt }) => !dueAt),
  planned: put.filter(({ subject, dueAt }) => dueAt && !subject),
})

describe('verzenden', () => {
  it.each(['traject', 'intervisie', 'teamcoaching', 'vorming'])('%s komt meteen op de agenda', (soort) => {
    const request = sent({ ...traject, ...mails, soort })
    const { dossier } = request
    const { agendaMail, planned } = parts(request)
    expect(dossier).toMatchObject({
      ...{ state: 'geagendeerd', nextOn: '2026-11-24', agenda: '2026-11-24', answerBefore: '2026-11-26' },
    })
    expect(agendaMail).toMatchObject({ subject: 'AGENDA-ota', mailId: '2026-11-24' })
    expect(agendaMail?.dueAt?.toISOString()).toBe('2026-11-23T16:15:00.000Z')
    // Nobody has to open it before the meeting; what it leaves undecided is followed up.
    expect(planned.map(({ mailId }) => mailId)).toEqual(['voorbij-2026-11-25', 'blijft-liggen-2026-11-30'])
    expect(statusWords(service, content, standingOn(service, openDays('ota'), dossier, '2026-11-23')).join('')).toBe(
      'Het team bespreekt uw vraag op dinsdag 24 november 2026.',
    )
    expect(
      statusWords(service, content, standingOn(service, openDays('ota'), dossier, '2026-11-25')).join(''),
    ).toContain('dinsdag 1 december')
  })

  it.each([
    ['2026-11-23T15:59:59.999Z', '2026-11-24'],
    ['2026-11-23T16:00:00.000Z', '2026-12-01'],
    ['2026-11-23T16:00:00.001Z', '2026-12-01'],
  ])('om %s: op de agenda van %s', (now, date) => {
    expect(sent({ ...traject, ...mails }, new Date(now)).dossier.agenda).toBe(date)
  })

  it('de helpdesk wacht op een telefoontje, en staat op geen agenda', () => {
    const request = sent({ soort: 'helpdesk', telefoon: '+32478123456' })
    const { dossier } = request
    const { agendaMail, notifications } = parts(request)
    expect(dossier).toMatchObject({ state: 'ingediend', nextOn: '2026-11-25' })
    expect([dossier.agenda, agendaMail]).toEqual([undefined, undefined])
    expect(notifications.map(({ notification }) => notification.kind)).toEqual(['triage'])
  })

  it('een traject geeft precies twee mails, en onthoudt wat we tellen', () => {
    const request = sent({ ...traject, ...mails, gemeente: 'Gent', organisatie: 'CLB' })
    const { dossier, listed } = request
    const { notifications } = parts(request)
    expect(notifications.map(({ notification }) => notification.kind)).toEqual(['ontvangen', 'triage'])
    expect(dossier.trend).toEqual({
      ...{ soort: 'traject', sector: 'clb', provincie: 'oost_vlaanderen', leeftijdsgroep: '12_17' },
    })
    expect(listed).toEqual({
      ...{ over: 'Individueel traject: ondersteuning bij één begeleiding', gemeente: 'Gent', organisatie: 'CLB' },
    })
  })

  it('een verdachte staat op geen agenda tot iemand kijkt', () => {
    const request = sent({ ...traject, ...mails }, maandag, true)
    const { dossier } = request
    const { agendaMail } = parts(request)
    expect([dossier.agenda, agendaMail]).toEqual([undefined, undefined])
    const released = decide(service, content, dossier, { action: 'vrijgeven', by: coordinator }, maandag)
    expect(released).toMatchObject({ kind: 'moved', dossier: { agenda: '2026-11-24' } })
  })
})

describe('wat er met een aanmelding kan gebeuren', () => {
  const dossier: Dossier = { ...sent({ ...traject, ...mails }).dossier, applicant: 'hmac' }
  const call = sent({ soort: 'helpdesk', telefoon: '+32478123456' }).dossier
  const moved = (before: Dossier, command: Partial<Command> & { action: string }, now = maandag) => {
    const all = { person: bemiddelaar.id, offer: 'jac', date: '2026-12-10', drempels: ['geen'], explained: true }
    const made = decide(service, content, before, { by: coordinator, ...all, ...command }, now)
    if (made.kind === 'refused') throw new Error(`${command.action}: ${made.reason}`)
    return made
  }

  it('op het overleg: een bemiddelaar, een advies of een doorverwijzing', () => {
    const actions = movesFor(service, dossier, coordinator).filter(({ inTeamMeeting }) => inTeamMeeting)
    expect(actions.map(({ action }) => action)).toEqual([
      ...['toewijzen', 'volgende_keer', 'doorverwijzen', 'advies_vragen'],
    ])
    for (const action of ['toewijzen', 'doorverwijzen', 'advies_vragen'])
      expect(moved(dossier, { action }).dossier.agenda).toBeUndefined()
  })

  it('van bemiddelaar tot afsluiting, elke stap met zijn datum', () => {
    const steps = [
      { action: 'toewijzen' },
      { action: 'start_plannen', by: bemiddelaar },
      { action: 'start_gehouden', by: bemiddelaar },
      { action: 'afsluiten', by: bemiddelaar },
    ]
    let now = dossier
    const states = steps.map((step) => {
      now = { ...moved(now, step).dossier, applicant: 'hmac' }
      return [now.state, now.nextOn]
    })
    expect(states).toEqual([
      ['toegewezen', '2026-11-30'],
      ['start_overleg', '2026-12-10'],
      ['lopend', '2026-12-10'],
      ['afgesloten', undefined],
    ])
  })

  it('op de dag van het start-overleg krijgt de bemiddelaar een mail', () => {
    const { planned } = parts(moved(moved(dossier, { action: 'toewijzen' }).dossier, { action: 'start_plannen' }))
    expect(planned.map(({ mailId, dueAt }) => `${mailId} ${dueAt?.toISOString()}`)).toContain(
      'datum-3 2026-12-10T08:00:00.000Z',
    )
  })

  it('teruggeven: op de agenda van het volgende overleg', () => {
    const given = moved(moved(dossier, { action: 'toewijzen' }).dossier, { action: 'teruggeven', by: bemiddelaar })
    expect(given.dossier).toMatchObject({ state: 'geagendeerd', agenda: '2026-11-24' })
    const late = new Date('2026-11-23T16:00:00Z')
    expect(moved(moved(dossier, { action: 'toewijzen' }).dossier, { action: 'teruggeven' }, late).dossier.agenda).toBe(
      '2026-12-01',
    )
  })

  it('wachten haalt het van de agenda, verdergaan zet het erop', () => {
    const waiting = moved(dossier, { action: 'wachten' })
    expect([waiting.dossier.agenda, parts(waiting).agendaMail]).toEqual([undefined, undefined])
    const again = moved(waiting.dossier, { action: 'hervatten' }, new Date('2026-11-25T09:00:00Z'))
    expect(again.dossier).toMatchObject({ state: 'geagendeerd', agenda: '2026-12-01', nextOn: '2026-12-01' })
  })

  it('na het overleg blijft een open vraag op dezelfde agenda staan, ook als iemand ze openhoudt', () => {
    const kept = moved(dossier, { action: 'verlengen' }, new Date('2026-11-24T08:30:00Z'))
    expect(kept.dossier.agenda).toBe('2026-11-24')
  })

  it('de helpdesk sluit met één druk: informatie, advies of doorverwijzing, door wie de telefoon opneemt', () => {
    const actions = movesFor(service, call, bemiddelaar).filter(({ endsCall }) => endsCall)
    expect(actions.map(({ action, asks = [] }) => [action, ...asks].join(' '))).toEqual([
      ...['informatie', 'advies_telefoon', 'verwijzen aanbod'],
    ])
    const ends = ['informatie', 'advies_telefoon', 'verwijzen'].map((action) =>
      moved(call, { action, by: bemiddelaar }),
    )
    expect(ends.map((made) => made.dossier.state)).toEqual(['informatie_gegeven', 'advies_gegeven', 'doorverwezen'])
  })

  it('een telefoontje kan op de agenda', () => {
    expect(moved(call, { action: 'agenderen', by: bemiddelaar }).dossier).toMatchObject({
      ...{ state: 'geagendeerd', agenda: '2026-11-24' },
    })
  })

  it('wat van een ander is, is niet van wie de telefoon opneemt', () => {
    const theirs = { ...call, holder: 'bemiddelaar-ota-2' }
    expect(decide(service, content, theirs, { action: 'informatie', by: bemiddelaar }, maandag)).toMatchObject({
      reason: 'not-you',
    })
  })
})

describe('wie zegt dat het dringend is', () => {
  it.each([
    [undefined, undefined],
    ['2026-11-23', 'U zei dat het dringend is, en we belden u nog niet. Het spijt ons. Bel gerust: '],
    [
      '2026-11-24',
      'U zei dat het dringend is. We bellen u ten laatste op dinsdag 24 november 2026. Kan het niet wachten? Bel ',
    ],
  ])('leest wanneer we bellen, zolang dat moet gebeuren: %s', (callBy, words) => {
    expect(urgentInWords({ callBy }, '2026-11-24')).toBe(words)
  })

  it('leest het al naast het antwoord', () => {
    const dringend = service.pages.flatMap(({ questions }) => questions).find(({ name }) => name === 'dringend')
    expect(dringend?.hint).toContain('dezelfde werkdag')
    expect(dringend?.hint).toContain('Kan het niet wachten? Bel ons nu.')
  })
})
