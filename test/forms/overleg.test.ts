/** What an overleg decides, without a page and without a table: docs/overleg.md as policy. */
import { describe, expect, it } from 'vitest'
import { answer } from '../../forms/kit/overleg/answer.ts'
import { ask, begun, cancel, fix, hold, moveTo, type OverlegNow, saveMoments } from '../../forms/kit/overleg/decide.ts'
import type { Decided, OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import { noDetails } from '../../forms/kit/overleg/details.ts'
import { clients, type Overleg, seated } from '../../forms/kit/overleg/overleg.ts'
import { nothingSaid, type Said } from '../../forms/kit/overleg/said.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import type { TableRow } from '../../forms/kit/overleg/table.ts'
import { grid, outlook } from '../../forms/kit/overleg/tally.ts'
import { tasksOf } from '../../forms/kit/overleg/tasks.ts'
import type { Mail } from '../../forms/kit/post/mail.ts'
import { openDays } from '../support/open-days.ts'
import { rowAt, type TestRow } from '../support/overleg-tables.ts'

/** Monday 22 March 2021, ten in the morning in Brussels. */
const monday = new Date('2021-03-22T09:00:00Z')
const at = (now: Date) => ({ by: 'casemanager-aalst', now, days: openDays() })
const practical = { vorm: 'fysiek', tolk: 'niet_nodig', place: 'Zaal 2', onlineLink: '' } as const

const empty: Overleg = begun({
  reference: 'LCO-7K3M-9QX2-4T',
  number: '01',
  network: 'aalst',
  form: 'lco-aanvraag',
  noun: 'overleg',
  holder: 'casemanager-aalst',
})

const row = (at: number, about: TestRow): TableRow =>
  rowAt({ dienst: `Dienst ${at}`, email: `dienst${at}@voorbeeld.example`, ...about }, at)
const client = row(0, { wie: 'client', naam: '', dienst: '', bereik: 'brief', email: '' })
const rows = [
  client,
  row(1, { wie: 'spilfiguur' }),
  row(2, {}),
  row(3, { bereik: 'telefoon', email: '', telefoon: '+3253000031' }),
]

const emails = new Map<string, string>()

/** The next decision on what the last one came to. */
function table(overleg: Overleg, given: readonly TableRow[], { on = '2021-03-22', now = monday } = {}): Decided {
  let made = 0
  const decided = saveTable(
    { overleg, details: noDetails, addresses: emails, declined: [] },
    {
      ...at(now),
      input: { rows: given, speaksFreely: 'nee', ...(on ? { consent: { on, how: 'zelf' } } : {}) },
      withClient: true,
      applicant: undefined,
      newId: () => {
        made += 1
        return `p${overleg.revision}${made}`
      },
    },
  )
  for (const { participant, email } of decided.reachedAt ?? []) emails.set(participant, email)
  return decided
}

const now = ({ overleg, details }: Decided, said: readonly Said[] = []): OverlegNow => ({
  overleg,
  details,
  said: new Map(said.map((one) => [one.participant, one])),
})

function done(decision: OverlegDecision): Decided {
  if (decision.kind === 'refused') throw new Error(`Refused: ${decision.reason}`)
  return decision
}

const moments = (discussedOn = '2021-03-22') => ({
  rows: [
    { at: 0, start: '2021-04-20T07:30:00.000Z', end: '2021-04-20T09:00:00.000Z', suitsClient: false },
    { at: 1, start: '2021-04-27T12:00:00.000Z', end: '2021-04-27T13:30:00.000Z', suitsClient: true },
    { at: 2, start: '2021-04-29T08:00:00.000Z', end: '2021-04-29T09:30:00.000Z', suitsClient: true },
  ],
  ...(discussedOn ? { discussedOn } : {}),
  clientDeclines: false,
})

/** Each time from nothing. */
function asked() {
  emails.clear()
  const kept = done(saveMoments(now(table(empty, rows)), moments(), at(monday)))
  return done(ask(now(kept), at(monday)))
}
const fixed = () => done(fix(now(asked()), 'm2', practical, at(monday)))

const leaving = ({ mails }: Decided): Mail[] => mails.put.filter(({ dueAt }) => dueAt === undefined)
const kinds = (decided: Decided) =>
  leaving(decided).map(({ notification }) =>
    notification.kind === 'overleg-ronde' ? `${notification.mail} aan ${notification.aan.length}` : notification.kind,
  )
const later = ({ mails }: Decided) =>
  mails.put.flatMap(({ dueAt, mailId }) => (dueAt ? [[mailId, dueAt.toISOString()]] : []))

/** Everybody of the table again, as the page shows them. */
const again = ({ participants }: Overleg, change: (one: TableRow) => Partial<TableRow> = () => ({})): TableRow[] =>
  Object.keys(participants).map((id, index) => {
    const before = { ...(rows[index] ?? row(index, {})), id }
    return { ...before, ...change(before) }
  })

describe('Akkoord', () => {
  it('zonder akkoord wordt niets gevraagd, vastgelegd of gemaild', () => {
    emails.clear()
    const waiting = now(table(empty, rows, { on: '' }))
    expect(saveMoments(waiting, moments(), at(monday))).toEqual({ kind: 'refused', reason: 'not_agreed' })
    expect(ask(waiting, at(monday))).toEqual({ kind: 'refused', reason: 'not_agreed' })
    expect(fix(waiting, 'm1', practical, at(monday))).toEqual({ kind: 'refused', reason: 'not_agreed' })
  })

  it('een andere naam voor een dienst vraagt het opnieuw, een ander nummer niet', () => {
    const { overleg, details } = asked()
    const renamed = saveTable(
      { overleg, details, addresses: emails, declined: [] },
      {
        ...at(monday),
        input: {
          rows: again(overleg, ({ at }) => (at === 2 ? { dienst: 'Een andere dienst' } : { telefoon: '+3253000099' })),
          speaksFreely: 'nee',
        },
        withClient: true,
        applicant: undefined,
        newId: () => 'x',
      },
    )
    expect(seated(renamed.overleg).map(({ agreedOn }) => agreedOn !== undefined)).toEqual([true, true, false, true])
    expect(ask(now(renamed), at(monday))).toEqual({ kind: 'refused', reason: 'not_now' })
    expect(fix(now(renamed), 'm2', practical, at(monday))).toEqual({ kind: 'refused', reason: 'not_agreed' })
  })

  it('wie erbij komt, hoort het pas na het akkoord; dan alleen die', () => {
    const before = asked()
    const more = [...again(before.overleg), row(4, {})]
    const waiting = table(before.overleg, more, { on: '' })
    expect(kinds(waiting)).toEqual([])
    const agreed = table(waiting.overleg, again(waiting.overleg))
    expect(kinds(agreed)).toEqual(['overleg-momenten aan 1'])
  })

  it('zelfs een verbeterd adres wacht op het akkoord met wie erbij kwam', () => {
    const before = asked()
    const corrected = again(before.overleg, ({ at }) => (at === 2 ? { email: 'juist@voorbeeld.example' } : {}))
    const waiting = table(before.overleg, [...corrected, row(4, {})], { on: '' })
    expect(kinds(waiting)).toEqual([])
    expect(waiting.overleg.participants[seated(before.overleg)[2]?.id ?? '']?.linkVersion).toBe(2)
  })
})

describe('Van tafel', () => {
  it('werkt meteen: de link is dood, één mail, en wie enkel gebeld wordt krijgt er geen', () => {
    const { overleg } = fixed()
    const gone = table(
      overleg,
      again(overleg, ({ at }) => ({ leaves: at >= 2 })),
      { on: '' },
    )
    expect(kinds(gone)).toEqual(['overleg-niet-komen aan 1'])
    const [round] = leaving(gone)
    expect(round?.notification).toMatchObject({ aan: [{ linkVersion: 1, inCalendar: 1 }] })
    expect(seated(gone.overleg)).toHaveLength(2)
    for (const { leftAt, linkVersion } of Object.values(gone.overleg.participants))
      expect(linkVersion).toBe(leftAt ? 2 : 1)
  })

  it('wie nog niets hoorde, hoort ook nu niets', () => {
    emails.clear()
    const { overleg } = table(empty, rows)
    expect(
      kinds(
        table(
          overleg,
          again(overleg, ({ at }) => ({ leaves: at === 2 })),
          { on: '' },
        ),
      ),
    ).toEqual([])
  })
})

describe('Eerst de cliënt', () => {
  it.each([
    ['niet besproken', { ...moments('') }, 'client_first'],
    ['geen enkel moment past', { ...moments(), rows: moments().rows.slice(0, 1) }, 'client_first'],
    ['geen momenten', { ...moments(), rows: [] }, 'no_moment'],
  ])('%s: er wordt niets gevraagd', (_, given, reason) => {
    emails.clear()
    const kept = done(saveMoments(now(table(empty, rows)), given, at(monday)))
    expect(ask(now(kept), at(monday))).toEqual({ kind: 'refused', reason })
  })

  it('een moment dat niet past kan niet vastgelegd worden, tenzij de cliënt er niet bij wil zijn', () => {
    const polled = asked()
    expect(fix(now(polled), 'm1', practical, at(monday))).toEqual({ kind: 'refused', reason: 'client_cannot' })
    const stays = done(
      saveMoments(now(polled), { ...moments(), rows: known(polled.overleg), clientDeclines: true }, at(monday)),
    )
    expect(done(fix(now(stays), 'm1', practical, at(monday))).overleg.state).toBe('vastgelegd')
  })

  it('een latere nee van de cliënt geldt ook', () => {
    const polled = asked()
    const [one] = clients(polled.overleg)
    const no: Said = {
      ...nothingSaid(one?.id ?? ''),
      moments: { m2: { answer: 'kan_niet', at: monday.toISOString(), by: 'casemanager-aalst' } },
    }
    expect(fix(now(polled, [no]), 'm2', practical, at(monday))).toEqual({ kind: 'refused', reason: 'client_cannot' })
  })
})

const known = ({ moments }: Overleg) => moments.map((moment, at) => ({ at, ...moment }))

describe('Vragen', () => {
  it('één ronde voor wie mail krijgt; de rest wordt gebeld', () => {
    const polled = asked()
    expect(kinds(polled)).toEqual(['overleg-momenten aan 2'])
    expect(tasksOf(now(polled), new Set(), at(monday)).map(({ kind }) => kind)).toEqual(['call'])
  })

  it('herinnert één keer, na drie werkdagen om 9 uur; de laatste dag meldt dat alles voorbij is', () => {
    expect(later(asked())).toEqual([
      ['ronde-overleg-herinnering-2021-03-25', '2021-03-25T08:00:00.000Z'],
      ['momenten_voorbij-1619688600000', '2021-04-29T09:30:00.000Z'],
    ])
  })

  it.each([
    ['2021-03-26T09:00:00.000Z', '2021-03-24'],
    ['2021-03-25T09:00:00.000Z', '2021-03-23'],
    // Two working days before is today: there is no time for it.
    ['2021-03-24T09:00:00.000Z', undefined],
    ['2021-03-23T09:00:00.000Z', undefined],
  ])('met een eerste moment op %s herinnert het op %s', (start, on) => {
    emails.clear()
    const one = [{ at: 0, start, end: start.replace('09:', '10:'), suitsClient: true }]
    const kept = done(saveMoments(now(table(empty, rows)), { ...moments(), rows: one }, at(monday)))
    expect(done(ask(now(kept), at(monday))).overleg.remindOn).toBe(on)
  })

  it('nieuwe momenten: wat bleef, houdt zijn nummer en zijn antwoorden', () => {
    const polled = asked()
    const more = [
      ...known(polled.overleg).slice(1),
      { at: 9, start: '2021-05-04T08:00:00.000Z', end: '2021-05-04T09:00:00.000Z', suitsClient: true },
    ]
    const next = done(saveMoments(now(polled), { ...moments(), rows: more }, at(monday)))
    expect(next.overleg.moments.map(({ id }) => id)).toEqual(['m2', 'm3', 'm4'])
    expect(kinds(next)).toEqual(['overleg-erbij aan 2'])
  })
})

describe('Vastleggen, verzetten, afgelasten', () => {
  it('nodigt uit wie mail krijgt, met de dag ervoor en “gehouden?” op het juiste uur', () => {
    const planned = fixed()
    expect(planned.move).toBe('fix')
    expect(kinds(planned)).toEqual(['overleg-uitnodiging aan 2'])
    expect(later(planned)).toEqual([
      ['ronde-overleg-morgen-1', '2021-04-26T07:00:00.000Z'],
      ['gehouden-1', '2021-04-28T07:00:00.000Z'],
    ])
  })

  it('wie zei “wij doen niet mee”, wordt niet uitgenodigd', () => {
    const polled = asked()
    const out: Said = { ...nothingSaid(seated(polled.overleg)[2]?.id ?? ''), declinedAt: monday.toISOString() }
    expect(kinds(done(fix(now(polled, [out]), 'm2', practical, at(monday))))).toEqual(['overleg-uitnodiging aan 1'])
  })

  it('verzet: dezelfde mensen, een hoger nummer, en plaats, tolk en brief opnieuw te regelen', () => {
    const before = fixed()
    const delivered = {
      ...before.overleg,
      tolk: 'bevestigd' as const,
      letters: { x: { on: '2021-03-23', how: 'gegeven' as const } },
    }
    const span = { start: '2021-05-04T08:00:00.000Z', end: '2021-05-04T09:30:00.000Z', suitsClient: true }
    const moved = done(moveTo({ ...now(before), overleg: delivered }, span, at(monday)))
    expect(kinds(moved)).toEqual(['overleg-verplaatst aan 2'])
    expect(moved.overleg).toMatchObject({ fixed: { number: 2 }, hasPlace: false, letters: {}, tolk: 'aangevraagd' })
    expect(moved.details.place).toBe('')
    expect(moveTo(now(before), { ...span, suitsClient: false }, at(monday))).toEqual({
      kind: 'refused',
      reason: 'client_cannot',
    })
    expect(moveTo(now(before), { ...span, start: '2021-03-22T08:00:00.000Z' }, at(monday))).toEqual({
      kind: 'refused',
      reason: 'past',
    })
  })

  it('afgelast: wie het wist, hoort het; niets haalt het terug', () => {
    const off = done(cancel(now(fixed()), 'ziek', at(monday)))
    expect(kinds(off)).toEqual(['overleg-afgelast aan 2'])
    expect(later(off)).toEqual([])
    for (const act of [
      () => cancel(now(off), '', at(monday)),
      () => ask(now(off), at(monday)),
      () => fix(now(off), 'm2', practical, at(monday)),
      () => saveMoments(now(off), moments(), at(monday)),
    ])
      expect(act()).toEqual({ kind: 'refused', reason: 'not_now' })
  })

  it('gehouden kan pas na het begin', () => {
    const planned = now(fixed())
    const minutes = { present: {}, decisions: '' }
    expect(hold(planned, minutes, at(new Date('2021-04-27T11:59:59Z')))).toEqual({
      kind: 'refused',
      reason: 'not_begun',
    })
    expect(done(hold(planned, minutes, at(new Date('2021-04-27T12:00:00Z')))).overleg.state).toBe('gehouden')
  })
})

describe('Antwoorden', () => {
  const who = (decided: Decided) => seated(decided.overleg)[1]
  const say = (decided: Decided, given: Parameters<typeof answer>[0]['given'], before?: Said, when = monday) => {
    const person = who(decided)
    if (!person) throw new Error('Nobody sits there')
    return answer({ overleg: decided.overleg, who: person, before: before ?? nothingSaid(person.id), given, now: when })
  }

  it('bewaart wat ingevuld is, laat de rest open, en mailt wie antwoordde', () => {
    const result = say(asked(), { moments: { m2: 'kan' } })
    expect(result).toMatchObject({ kind: 'answered', said: { revision: 1, moments: { m2: { answer: 'kan' } } } })
    if (result.kind === 'answered') expect(result.mails.put.map(({ mailId }) => mailId)).toEqual(['overleg-antwoord-1'])
  })

  it('hetzelfde nog eens verandert niets', () => {
    const first = say(asked(), { moments: { m2: 'kan' } })
    if (first.kind !== 'answered') throw new Error('Not answered')
    expect(say(asked(), { moments: { m2: 'kan' } }, first.said)).toEqual({ kind: 'same' })
  })

  it.each([
    ['een moment dat weg is', () => say(asked(), { moments: { m9: 'kan' } }), 'gone'],
    ['er ligt een moment vast', () => say(fixed(), { moments: { m2: 'kan' } }), 'fixed'],
    [
      'alles is voorbij',
      () => say(asked(), { moments: { m2: 'kan' } }, undefined, new Date('2021-05-01T09:00:00Z')),
      'over',
    ],
    ['na het begin', () => say(fixed(), { comes: 'ja' }, undefined, new Date('2021-04-27T12:00:00Z')), 'over'],
    ['voor er iets vastligt', () => say(asked(), { comes: 'ja' }), 'over'],
  ])('%s: geen antwoord', (_, act, reason) => {
    expect(act()).toEqual({ kind: 'refused', reason })
  })

  it('wie niet komt, wordt meteen gemeld; wie het opnieuw zegt niet', () => {
    const result = say(fixed(), { comes: 'nee' })
    if (result.kind !== 'answered') throw new Error('Not answered')
    expect(result.mails.put.map(({ notification }) => notification.kind)).toEqual(['overleg-antwoord', 'overleg-taak'])
    expect(say(fixed(), { comes: 'nee' }, result.said)).toEqual({ kind: 'same' })
  })
})

describe('Het rooster', () => {
  it('zet eerst wat de cliënt kan, dan de spilfiguur, dan het aantal', () => {
    const polled = asked()
    const [, key, other] = seated(polled.overleg)
    const said = (id: string | undefined, given: Record<string, 'kan' | 'kan_niet'>): Said => ({
      ...nothingSaid(id ?? ''),
      moments: Object.fromEntries(
        Object.entries(given).map(([moment, one]) => [moment, { answer: one, at: monday.toISOString() }]),
      ),
    })
    const current = now(polled, [
      said(key?.id, { m1: 'kan', m2: 'kan_niet', m3: 'kan' }),
      said(other?.id, { m1: 'kan', m2: 'kan', m3: 'kan_niet' }),
    ])
    const columns = grid(current, monday)
    expect(columns.map(({ moment }) => moment.id)).toEqual(['m3', 'm2', 'm1'])
    expect(columns.map(({ can, of }) => `${can}/${of}`)).toEqual(['2/4', '2/4', '2/4'])
    expect(outlook(columns)).toBe('not_for_all')
    expect(outlook(grid(current, new Date('2021-05-01T09:00:00Z')))).toBe('all_past')
  })
})
