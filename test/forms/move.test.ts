/** The lifecycle of each form, as policy: who may do what from where, and what follows (docs/domain.md §4, §5, §7). */
import { describe, expect, it } from 'vitest'
import { networks, serviceOf } from '../../forms/index.ts'
import type { Role } from '../../forms/kit/content-schema.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import { type Dossier, shownRevision } from '../../forms/kit/lifecycle/dossier.ts'
import { isClosed, type Move, openStates } from '../../forms/kit/lifecycle/lifecycle.ts'
import { decide, movesFor, opened } from '../../forms/kit/lifecycle/move.ts'
import { addSeconds, epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { openDays } from '../support/open-days.ts'

/** A Monday, ten in the morning in Brussels. */
const now = new Date('2026-11-23T09:00:00Z')
const service = (form: string): Service => {
  const found = serviceOf({ network: 'aalst', form })
  if (!found) throw new Error(form)
  return found
}
const lco = service('lco-aanvraag')
const vraag = service('vraag')
const content = demoContent('aalst')
const coordinator = demoPerson('coordinator-aalst')
const casemanager = demoPerson('casemanager-aalst')
const tweede = demoPerson('casemanager-aalst-2')
const organisator = demoPerson('organisator')

const dossier = (changes: Partial<Dossier> = {}): Dossier => ({
  reference: 'LCO-7K3M-9QX2-4T',
  network: 'aalst',
  form: 'lco-aanvraag',
  state: 'ingediend',
  stateSince: now.toISOString(),
  outcome: 'voldoet',
  doubtful: [],
  suspect: false,
  receivedAt: now.toISOString(),
  answerBefore: '2026-11-30',
  revision: 3,
  nextOn: '2026-11-30',
  planned: ['ongeopend-1'],
  related: [],
  listed: 'sealed',
  origin: 'concept',
  applicant: 'hmac',
  linkVersion: 1,
  trend: {},
  ...changes,
})

/** Everything any move can ask. */
const filledIn = {
  person: tweede.id,
  offer: 'caw',
  date: '2026-12-04',
  drempels: ['wachtlijst'],
  explained: true,
} as const
const moved = (before: Dossier, command: Partial<Command> & { action: string }, at = now, of = lco) => {
  const decision = decide(of, content, before, { by: coordinator, ...filledIn, ...command }, at)
  if (decision.kind === 'refused') throw new Error(`${command.action}: ${decision.reason}`)
  return decision
}
const refusal = (before: Dossier, command: Partial<Command> & { action: string }, at = now) => {
  const decision = decide(lco, content, before, { by: coordinator, ...filledIn, ...command }, at)
  return decision.kind === 'refused' ? decision.reason : decision.kind
}
const mailsTo = ({ mails }: ReturnType<typeof moved>) =>
  mails.put
    .filter(({ dueAt }) => !dueAt)
    .map(
      ({ notification }) =>
        `${notification.kind} → ${'person' in notification ? notification.person : notification.to}`,
    )
const plans = ({ mails }: ReturnType<typeof moved>) =>
  mails.put.flatMap(({ mailId, dueAt }) =>
    dueAt ? [`${mailId.replace(/-(\d{4}-\d\d-)?\d+$/, '')} ${dueAt.toISOString()}`] : [],
  )

describe.each(
  networks.flatMap((network) =>
    [...Object.keys(network.forms), 'vraag', 'bel-mij'].flatMap(
      (form) => serviceOf({ network: network.slug, form }) ?? [],
    ),
  ),
)('het verloop van $form.naam in $network.naam', ({ form: { lifecycle } }) => {
  const names = lifecycle.states.map(({ name }) => name)

  it('noemt alleen standen die bestaan', () => {
    for (const { from, to } of lifecycle.moves)
      for (const name of [...from, ...(typeof to === 'string' ? [to] : [])]) expect(names).toContain(name)
  })

  it('heeft per stand hoogstens één overgang met dezelfde naam', () => {
    for (const name of names) {
      const actions = lifecycle.moves.filter(({ from }) => from.includes(name)).map(({ action }) => action)
      expect(new Set(actions).size).toBe(actions.length)
    }
  })

  it('komt uit elke open stand tot een einde, en elke stand is te bereiken', () => {
    const next = (name: string) =>
      lifecycle.moves
        .filter(({ from }) => from.includes(name))
        .flatMap(({ to }) => (typeof to === 'string' ? [to] : to.special === 'again' ? [names[0] ?? ''] : []))
    const reach = (from: string) => {
      const seen = new Set([from])
      for (const name of seen) for (const to of next(name)) seen.add(to)
      return [...seen]
    }
    // Going on as another form's dossier is no move of the table: forms/kit/lifecycle/relocate.ts.
    const byMoves = lifecycle.states.filter(({ movedAway }) => !movedAway).map(({ name }) => name)
    expect(reach(names[0] ?? '').sort()).toEqual(byMoves.sort())
    for (const name of openStates(lifecycle)) expect(reach(name).some((to) => isClosed(lifecycle, to))).toBe(true)
  })
})

describe('wie wat mag', () => {
  const held = { state: 'toegewezen', holder: casemanager.id }
  const mark = { number: '01', state: 'gehouden', applicantInvited: true, moved: false } as const
  const actions = (before: Partial<Dossier>, by: Command['by']) =>
    movesFor(lco, dossier(before), by).map(({ action }) => action)

  it.each<[string, Command['by'], Partial<Dossier>, string[]]>([
    [
      'de coördinator bij een nieuwe aanvraag',
      coordinator,
      {},
      ['toewijzen', 'wachten', 'doorverwijzen', 'advies_vragen', 'advies', 'afsluiten', 'verlengen', 'intrekken'],
    ],
    ['een casemanager bij wat van niemand is', casemanager, {}, []],
    [
      'de casemanager bij het eigen dossier',
      casemanager,
      held,
      // What leads on is the overleg: no button of the dossier plans it.
      ['teruggeven', 'wachten', 'doorverwijzen', 'advies', 'afsluiten', 'verlengen', 'intrekken'],
    ],
    ['een casemanager bij dat van een ander', tweede, held, []],
    ['de organisator', organisator, held, []],
    ['de aanvrager voor iemand het heeft', 'aanvrager', {}, ['intrekken']],
    ['de aanvrager zodra iemand het heeft', 'aanvrager', held, ['dienst_stopt']],
    ['de aanvrager die al zei dat de dienst stopt', 'aanvrager', { ...held, callClient: '2026-11-20' }, []],
    ['de aanvrager van wat terugkwam na een overleg', 'aanvrager', { overleg: mark }, ['dienst_stopt']],
    [
      'de casemanager van wie de dienst stopt',
      casemanager,
      { ...held, state: 'overleg_gepland', callClient: '2026-11-20' },
      ['teruggeven', 'wachten', 'doorverwijzen', 'afsluiten', 'verlengen', 'intrekken', 'client_gebeld'],
    ],
    [
      'de aanvrager na een doorverwijzing',
      'aanvrager',
      { state: 'doorverwezen' },
      ['nog_niet', 'aangekomen', 'niet_aangekomen'],
    ],
    ['de coördinator bij een verdachte', coordinator, { suspect: true }, expect.arrayContaining(['vrijgeven'])],
  ])('%s', (_, by, before, expected) => {
    expect(actions(before, by)).toEqual(expected)
  })

  it('wat van niemand is en wacht, wordt toegewezen, en gaat niet terug', () => {
    const wacht = { state: 'wacht_op_aanvrager', paused: { from: 'ingediend', on: '2026-11-20' } } as const
    const choosing = ['toewijzen', 'andere_casemanager', 'teruggeven']
    const offered = (holder?: string) =>
      actions({ ...wacht, ...(holder ? { holder } : {}) }, coordinator).filter((action) => choosing.includes(action))
    expect(offered()).toEqual(['toewijzen'])
    expect(offered(casemanager.id)).toEqual(['andere_casemanager', 'teruggeven'])
    for (const action of ['andere_casemanager', 'teruggeven'])
      expect(refusal(dossier(wacht), { action })).toBe('not-now')
    const given = moved(dossier(wacht), { action: 'toewijzen', person: casemanager.id }).dossier
    expect([given.state, given.holder, given.paused]).toEqual(['toegewezen', casemanager.id, undefined])
  })

  it('wat niet mag, wordt geweigerd met de reden', () => {
    expect(refusal(dossier(held), { action: 'toewijzen' })).toBe('not-now')
    expect(refusal(dossier(held), { action: 'andere_casemanager', by: casemanager })).toBe('not-you')
    expect(refusal(dossier(held), { action: 'afsluiten', by: tweede })).toBe('not-you')
    expect(refusal(dossier(), { action: 'bestaat_niet' })).toBe('not-now')
    expect(refusal(dossier({ state: 'ingetrokken', ttl: 1 }), { action: 'heropenen' })).toBe('not-now')
  })

  it.each<[string, Partial<Command> & { action: string }, string]>([
    ['toewijzen zonder iemand', { action: 'toewijzen', person: undefined }, 'persoon'],
    ['toewijzen aan een onbekende', { action: 'toewijzen', person: 'bestaat-niet' }, 'persoon'],
    ['toewijzen aan een organisator', { action: 'toewijzen', person: organisator.id }, 'persoon'],
    ['doorverwijzen zonder aanbod', { action: 'doorverwijzen', offer: undefined }, 'aanbod'],
    ['doorverwijzen naar een onbekend aanbod', { action: 'doorverwijzen', offer: 'toString' }, 'aanbod'],
    ['doorverwijzen zonder reden', { action: 'doorverwijzen', explained: false }, 'toelichting'],
    ['afsluiten zonder drempel', { action: 'afsluiten', drempels: [] }, 'drempels'],
    ['afsluiten met een onbekende drempel', { action: 'afsluiten', drempels: ['x'] }, 'drempels'],
  ])('%s', (_, command, reason) => {
    expect(refusal(dossier(), command)).toBe(reason)
  })

  it.each([
    ['gisteren', '2026-11-22', 'datum'],
    ['vandaag', '2026-11-23', 'moved'],
    ['morgen', '2026-11-24', 'moved'],
  ])('een overleg plannen op %s', (_, datum, outcome) => {
    expect(refusal(dossier(held), { action: 'overleg_plannen', date: datum })).toBe(outcome)
  })

  it('aan wie het al heeft, wordt het niet opnieuw toegewezen', () => {
    expect(refusal(dossier(held), { action: 'andere_casemanager', person: casemanager.id })).toBe('persoon')
  })
})

describe('wat een overgang verandert', () => {
  it('toewijzen: wie het heeft, wanneer er gebeld wordt, en wie het hoort', () => {
    const made = moved(dossier(), { action: 'toewijzen', person: casemanager.id })
    expect(made.dossier).toMatchObject({
      ...{ state: 'toegewezen', holder: casemanager.id, nextOn: '2026-11-25', revision: 4 },
    })
    expect(mailsTo(made)).toEqual(['stand → aanvrager', `taak → ${casemanager.id}`])
    expect(plans(made)).toEqual(['voorbij 2026-11-26T08:00:00.000Z', 'blijft-liggen 2026-12-01T08:00:00.000Z'])
  })

  it('teruggeven: van niemand, en de coördinatoren horen het', () => {
    const made = moved(dossier({ state: 'overleg_gepland', holder: casemanager.id }), { action: 'teruggeven' })
    expect([made.dossier.state, made.dossier.holder]).toEqual(['ingediend', undefined])
    expect(mailsTo(made)).toEqual(['taak → triage', `taak → ${casemanager.id}`])
  })

  it('wachten zet de klok stil: de dagen van het wachten tellen niet mee', () => {
    const waiting = moved(dossier(), { action: 'wachten' }).dossier
    expect(waiting).toMatchObject({ paused: { from: 'ingediend', on: '2026-11-23', nextOn: '2026-11-30' } })
    // Thursday of the week after: eight working days later.
    const later = moved(waiting, { action: 'hervatten' }, new Date('2026-12-03T09:00:00Z')).dossier
    expect(later).toMatchObject({ state: 'ingediend', answerBefore: '2026-12-10', nextOn: '2026-12-10' })
    expect(later.paused).toBeUndefined()
  })

  it('na het wachten is de evaluatie nog altijd op de dag die was afgesproken, met haar herinnering', () => {
    const running = moved(dossier({ state: 'overleg_gehouden', holder: casemanager.id }), { action: 'opvolgen' })
    const ofEvaluation = [
      'datum 2026-12-04T08:00:00.000Z',
      ...['voorbij 2026-12-07T08:00:00.000Z', 'blijft-liggen 2026-12-10T08:00:00.000Z'],
    ]
    expect(plans(running)).toEqual(ofEvaluation)
    const waiting = moved(running.dossier, { action: 'wachten' })
    expect(plans(waiting)).toEqual(['voorbij 2026-12-01T08:00:00.000Z', 'blijft-liggen 2026-12-04T08:00:00.000Z'])
    const again = moved(waiting.dossier, { action: 'hervatten' })
    expect(again.dossier.nextOn).toBe('2026-12-04')
    expect(plans(again)).toEqual(ofEvaluation)
  })

  it('doorverwijzen: na tien werkdagen vragen we of het lukte, veertien dagen voor het wissen zeggen we het', () => {
    const made = moved(dossier({ holder: casemanager.id, state: 'toegewezen' }), { action: 'doorverwijzen' })
    const ttl = epochSeconds(addSeconds(now, 90 * secondsPerDay))
    expect(made.dossier).toMatchObject({
      ...{ state: 'doorverwezen', referral: { aanbod: 'caw', checkOn: '2026-12-07' }, nextOn: '2026-11-25', ttl },
      trend: { drempels: ['wachtlijst'] },
    })
    expect(plans(made)).toEqual([
      'navraag 2026-12-07T08:00:00.000Z',
      'wissen 2027-02-07T08:00:00.000Z',
      // Nobody called the service: who was to hears it, then a coordinator.
      ...['voorbij 2026-11-26T08:00:00.000Z', 'blijft-liggen 2026-12-01T08:00:00.000Z'],
    ])

    const arrived = moved(made.dossier, { action: 'aangekomen', by: 'aanvrager' })
    expect(arrived.dossier).toMatchObject({ state: 'doorverwezen', referral: { arrived: true }, ttl })
    expect([plans(arrived), arrived.dossier.nextOn]).toEqual([['wissen 2027-02-07T08:00:00.000Z'], undefined])
    expect(refusal(arrived.dossier, { action: 'niet_aangekomen', by: 'aanvrager' })).toBe('not-now')

    const back = moved(made.dossier, { action: 'niet_aangekomen', by: 'aanvrager', person: undefined })
    expect(back.dossier).toMatchObject({ state: 'toegewezen', holder: casemanager.id, answerBefore: '2026-11-30' })
    expect([back.dossier.ttl, back.dossier.referral]).toEqual([undefined, undefined])
    // Who was to call need not any more.
    expect(mailsTo(back)).toEqual(['stand → aanvrager', `taak → ${casemanager.id}`, `taak → ${tweede.id}`])
  })

  it('een doorverwijzing die niemand had, komt terug bij de coördinatoren', () => {
    const referred = moved(dossier(), { action: 'doorverwijzen', person: undefined }).dossier
    const back = moved(referred, { action: 'niet_aangekomen', by: 'aanvrager', person: undefined })
    const mails = ['stand → aanvrager', 'taak → triage', `taak → ${coordinator.id}`]
    expect([back.dossier.state, mailsTo(back)]).toEqual(['ingediend', mails])
    expect(back.mails.put.flatMap(({ notification: one }) => ('why' in one ? one.why : []))).toContain('bel-niet')
  })

  it.each(openStates(lco.form.lifecycle))('intrekken vanuit %s: de antwoorden na één dag, de lijst meteen', (state) => {
    const made = moved(dossier({ state }), { action: 'intrekken', by: 'aanvrager' })
    expect(made.answersTtl).toBe(epochSeconds(addSeconds(now, secondsPerDay)))
    expect(made.dossier).toMatchObject({ state: 'ingetrokken', ttl: epochSeconds(addSeconds(now, 90 * secondsPerDay)) })
    expect(made.dossier.listed).toBeUndefined()
    expect([mailsTo(made), plans(made)]).toEqual([['ingetrokken → aanvrager', 'triage-ingetrokken → triage'], []])
  })

  it('wiens dienst stopt: de cliënt wordt gebeld, niets stopt, en een tweede keer is geen keer', () => {
    const before = dossier({ state: 'in_opvolging', holder: casemanager.id, nextOn: '2027-02-01' })
    const made = moved(before, { action: 'dienst_stopt', by: 'aanvrager' })
    expect(made.dossier).toMatchObject({ state: 'in_opvolging', nextOn: '2027-02-01', callClient: '2026-11-23' })
    expect(mailsTo(made)).toEqual([`taak → ${casemanager.id}`])
    expect(made.mails.put[0]?.notification).toMatchObject({ why: 'dienst-stopt' })
    expect(refusal(made.dossier, { action: 'dienst_stopt', by: 'aanvrager' })).toBe('not-now')
    expect(refusal(made.dossier, { action: 'intrekken', by: 'aanvrager' })).toBe('not-you')
    expect(moved(made.dossier, { action: 'wachten' }).dossier.callClient).toBe('2026-11-23')
    expect(moved(made.dossier, { action: 'intrekken' }).dossier.callClient).toBeUndefined()
    const called = moved(made.dossier, { action: 'client_gebeld', by: casemanager })
    expect([called.dossier.callClient, called.dossier.nextOn, mailsTo(called)]).toEqual([undefined, '2027-02-01', []])
    expect(refusal(called.dossier, { action: 'client_gebeld', by: casemanager })).toBe('not-now')
  })

  it('wie geen adres gaf, krijgt geen mail; wie verdacht is, pas als een mens kijkt', () => {
    const { applicant: _, ...without } = dossier()
    expect(mailsTo(moved(without, { action: 'wachten' }))).toEqual([])
    expect(moved(dossier({ suspect: true }), { action: 'wachten' }).mails.put[0]).toMatchObject({ held: 'verdacht' })
    expect(moved(dossier({ suspect: true }), { action: 'vrijgeven' }).dossier.suspect).toBe(false)
  })

  it('de eerste keer openen: de plaatsvervanger hoeft niets meer te horen', () => {
    const seen = opened(lco, openDays(), dossier(), now)
    expect(seen.dossier).toMatchObject({ openedAt: now.toISOString(), revision: 4 })
    expect(seen.mails.put.map(({ mailId }) => mailId)).toEqual(['voorbij-2026-12-01', 'blijft-liggen-2026-12-04'])
  })

  it('een formulier van net voor de eerste keer openen telt nog; van voor een andere wijziging niet', () => {
    const seen = opened(lco, openDays(), dossier(), now).dossier
    expect(['2', '3', '4', '5', '', 'x', undefined].map((sent) => shownRevision(seen, sent))).toEqual([
      ...[2, 4, 4, 5, 0, Number.NaN, Number.NaN],
    ])
    expect(shownRevision(moved(seen, { action: 'wachten' }).dossier, '3')).toBe(4)
    expect(shownRevision(dossier(), '3')).toBe(3)
  })

  it('een vraag: beantwoord, of weer open', () => {
    const question = dossier({ form: 'vraag', reference: 'VRG-7K3M-9QX2-4T' })
    const answered = moved(question, { action: 'beantwoorden' }, now, vraag).dossier
    expect(answered.state).toBe('beantwoord')
    const again = moved(answered, { action: 'heropenen', person: undefined }, now, vraag)
    expect([again.dossier.state, again.dossier.ttl]).toEqual(['ingediend', undefined])
  })
})

it('elke overgang van elke stand: dezelfde vraag geeft hetzelfde antwoord, en één meer dan ervoor', () => {
  const everyone: (Role | 'aanvrager')[] = ['coordinator', 'casemanager', 'bemiddelaar', 'organisator', 'aanvrager']
  for (const move of lco.form.lifecycle.moves as Move[])
    for (const state of move.from)
      for (const role of everyone) {
        const by = role === 'aanvrager' ? role : { ...coordinator, role }
        const alone = move.held === 'by-nobody' || (move.untilUnderWay && role === 'aanvrager')
        const holder = alone ? undefined : coordinator.id
        const called = move.callsClient === 'done' ? { callClient: '2026-11-20' } : {}
        const call = { who: tweede.id, on: '2026-11-25' }
        const referred = move.callsService ? { referral: { aanbod: 'caw', checkOn: '2026-12-07', call } } : {}
        const before = dossier({ state, holder, suspect: move.forSuspect === true, ...called, ...referred })
        const person = move.callsService ? casemanager.id : filledIn.person
        const command = { ...filledIn, person, action: move.action, by }
        const one = decide(lco, content, before, command, now)
        expect(decide(lco, content, before, command, now)).toEqual(one)
        expect(one.kind).toBe(move.by.includes(role) ? 'moved' : 'refused')
        if (one.kind === 'moved') expect(one.dossier.revision).toBe(before.revision + 1)
      }
})
