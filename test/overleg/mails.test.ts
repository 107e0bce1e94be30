/** Every mail about an overleg as who gets it reads it: its words, its one link, its calendar, and nothing else (docs/overleg.md §4). */

import { beforeAll, describe, expect, it } from 'vitest'
import { ask, cancel, fix, moveTo, saveMoments } from '../../forms/kit/overleg/decide.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import { readLinkToken } from '../../functions/shared/links.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { secrets } from '../mailer/post-office.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { rowsOf } from '../support/overleg-tables.ts'
import {
  asked,
  calendarOf,
  called,
  fixed,
  linesOf,
  type MailTable,
  nextTuesday,
  openMailTable,
  practical,
  typed,
  type Way,
} from './mail-table.ts'

let connection: Connection<Tables>
beforeAll(async () => {
  ;({ connection } = await startDynamo())
})

const whom = `Weet u niet over wie het gaat? Bel ${called}. Vraag het niet per mail.`
const own = 'Deze link is van u alleen. Stuur hem niet door.'

/** Takes somebody off the table, as the page of the table does. */
function takeOff(table: MailTable, id: string) {
  const { act, now, emailOf } = table
  const { overleg, details } = now()
  const names = Object.fromEntries(
    Object.keys(overleg.participants).map((one) => [one, { naam: `Iemand ${one}`, dienst: '', telefoon: '' }]),
  )
  const named = { ...details, names }
  const addresses = new Map(Object.keys(overleg.participants).map((one) => [one, emailOf(one)]))
  const rows = rowsOf({ overleg, details: named }, emailOf).map((row) =>
    row.id === id ? { ...row, leaves: true } : row,
  )
  return saveTable(
    { overleg, details: named, addresses, declined: [] },
    {
      ...{ ...act(), input: { rows, speaksFreely: 'weet_niet' } },
      ...{ withClient: true, applicant: undefined, newId: () => 'nieuw' },
    },
  )
}

interface Told {
  lines: readonly string[]
  before?: Way
  sends: Way
  /** Absent: the mail has no link. */
  button?: string
  calendar?: readonly string[]
  /** Absent: to the participant. */
  to?: string
}

const when = 'Wanneer: dinsdag 1 juni 2021, van 14 tot 15.30 uur'
const facts = (reference: string, hour?: string) => [
  `Referentie: ${reference}`,
  ...(hour ? [hour] : []),
  `Casemanager: ${called}`,
]
const guest = (subject: string, paragraphs: string[], button: string, hour?: string): Omit<Told, 'sends'> => ({
  lines: [subject, ...paragraphs, ...facts('REF', hour), `${button}:`, whom, own],
  button,
})

const stories: Record<string, Told> = {
  'momenten gevraagd': {
    ...guest(
      'Wanneer kunt u?',
      [
        'U bent gevraagd voor een lokaal cliëntoverleg. De cliënt weet dit en gaat akkoord.',
        'Duid aan wanneer u kunt. Dat duurt een minuut.',
      ],
      'Zeg wanneer u kunt',
    ),
    sends: (table) => table.make((now) => ask(now, table.act())),
  },
  'momenten erbij': {
    ...guest('Nieuwe momenten', ['Er kwamen momenten bij. Wat u al antwoordde, blijft.'], 'Zeg wanneer u kunt'),
    before: asked,
    sends: (table) => {
      const { moments } = table.now().overleg
      const more = { start: '2021-06-09T07:00:00.000Z', end: '2021-06-09T09:00:00.000Z', suitsClient: true }
      const rows = [...moments, more].map((moment, at) => ({ at, ...moment }))
      return table.make((now) => saveMoments(now, { rows, clientDeclines: false }, table.act()))
    },
  },
  herinnering: {
    ...guest(
      'Laat u nog iets weten?',
      ['We hebben nog geen antwoord van u. Nee is ook een goed antwoord.'],
      'Zeg wanneer u kunt',
    ),
    before: asked,
    // After the weekend and Whit Monday.
    sends: (table) => table.passTo('2021-05-26T07:00:00.000Z'),
  },
  'antwoord bewaard': {
    ...guest(
      'Uw antwoord is bewaard',
      ['We bewaarden uw antwoord. U kunt het nog wijzigen.', `Was u dit niet? Bel ${called}.`],
      'Bekijk uw antwoord',
    ),
    before: asked,
    sends: (table) => table.say('p1', { moments: { m1: 'kan', m2: 'bel_mij' } }),
  },
  uitnodiging: {
    ...guest(
      'Uitnodiging voor een overleg',
      ['Het overleg ligt vast. Komt u?', 'De plaats staat op uw pagina. In deze mail zit een bestand voor uw agenda.'],
      'Bekijk en antwoord',
      when,
    ),
    before: asked,
    sends: (table) => table.make((now) => fix(now, 'm1', practical, table.act())),
    calendar: [
      ...['METHOD:REQUEST', 'SEQUENCE:1', 'DTSTART:20210601T120000Z', 'DTEND:20210601T133000Z', 'STATUS:CONFIRMED'],
    ],
  },
  verplaatst: {
    ...guest(
      'Het overleg is verplaatst',
      ['De nieuwe datum staat hieronder en op uw pagina.', 'Uw vorige antwoord telt niet meer. Komt u?'],
      'Bekijk en antwoord',
      'Wanneer: dinsdag 8 juni 2021, van 14 tot 15.30 uur',
    ),
    before: fixed,
    sends: (table) => table.make((now) => moveTo(now, nextTuesday, table.act())),
    calendar: [
      ...['METHOD:REQUEST', 'SEQUENCE:2', 'DTSTART:20210608T120000Z', 'DTEND:20210608T133000Z', 'STATUS:CONFIRMED'],
    ],
  },
  afgelast: {
    ...guest(
      'Het overleg gaat niet door',
      ['U hoeft niets te doen. Het bestand in deze mail haalt het uit uw agenda.'],
      'Bekijk de pagina',
    ),
    before: fixed,
    sends: (table) => table.make((now) => cancel(now, 'Noor Voorbeeld is ziek', table.act())),
    calendar: [
      ...['METHOD:CANCEL', 'SEQUENCE:2', 'DTSTART:20210601T120000Z', 'DTEND:20210601T133000Z', 'STATUS:CANCELLED'],
    ],
  },
  'afgelast voor er een dag was': {
    ...guest('Het overleg gaat niet door', ['U hoeft niets te doen.'], 'Bekijk de pagina'),
    before: asked,
    sends: (table) => table.make((now) => cancel(now, 'Noor Voorbeeld is ziek', table.act())),
  },
  'u hoeft niet te komen': {
    lines: [
      'U hoeft niet te komen',
      'Wij vroegen u voor een overleg. U hoeft niet te komen, en niets meer te doen.',
      'Dank u voor uw tijd.',
      ...facts('REF'),
      whom,
    ],
    before: fixed,
    sends: (table) => table.make(() => takeOff(table, 'p1')),
    calendar: ['METHOD:CANCEL', 'SEQUENCE:2', 'DTSTART:20210601T120000Z', 'DTEND:20210601T133000Z'],
  },
  'u hoeft niet te komen, en er was nog geen dag': {
    lines: [
      'U hoeft niet te komen',
      'Wij vroegen u voor een overleg. U hoeft niet te komen, en niets meer te doen.',
      'Dank u voor uw tijd.',
      ...facts('REF'),
      whom,
    ],
    before: asked,
    sends: (table) => table.make(() => takeOff(table, 'p1')),
  },
  'morgen, wie komt': {
    ...guest(
      'Morgen is het overleg',
      ['Tot morgen om 14 uur.', 'Waar en hoe staat op uw pagina. Kunt u toch niet? Laat het weten.'],
      'Bekijk waar en hoe',
      when,
    ),
    before: async (table) => {
      await fixed(table)
      await table.say('p1', { comes: 'ja' })
      await table.left()
    },
    sends: (table) => table.passTo('2021-05-31T07:00:00.000Z'),
  },
  'morgen, wie niets zei': {
    ...guest(
      'Morgen is het overleg',
      ['We weten nog niet of u komt. Nee is ook een goed antwoord.'],
      'Laat het weten',
      when,
    ),
    before: fixed,
    sends: (table) => table.passTo('2021-05-31T07:00:00.000Z'),
  },
}

/** The reader's own: whoever may look on learns nothing from it. */
const forbidden = [...typed, 'Iemand', 'ziek', 'kan_niet', 'bel_mij', 'm1', 'rechtbank']

describe.each(Object.entries(stories))('%s', (_, { lines, before, sends, button, calendar }) => {
  it('zegt wat er moet staan en niets meer, met één link en wat in de agenda moet', async () => {
    const table = await openMailTable(connection)
    await before?.(table)
    table.office.forget()
    await sends(table)
    await table.passTo(table.office.now())
    const mails = (await table.received()).filter(({ to }) => to === table.emailOf('p1'))
    expect(mails).toHaveLength(1)
    const { email } = mails[0] ?? ({} as never)
    expect(email.subject).toBe(`${lines[0]} · ${table.reference}`)
    expect(linesOf(email)).toEqual(lines.map((line) => line.replace('REF', table.reference)))
    expect(email.from).toMatchObject({ name: 'Loket – LCO Aalst', address: 'loket@mail.example.be' })
    expect(email.replyTo).toMatchObject([{ address: 'lco@lco-aalst.example' }])

    const links = [...(email.html ?? '').matchAll(/href="(https:[^"]+)"/g)].map(([, href = '']) => href)
    expect(links).toHaveLength(button ? 1 : 0)
    expect(email.text?.includes('https://')).toBe(button !== undefined)
    const token = links[0]?.replace('https://loket.example/overleg/', '')
    if (token)
      expect(readLinkToken(secrets.linkKeys, 'overleg', token)).toEqual({ id: `${table.reference}_01_p1`, version: 1 })
    // The phone of whoever holds it can be tapped, in the words too.
    expect(email.html).toContain('href="tel:+3253000002"')

    const shown = calendarOf(email)
    expect(shown === undefined).toBe(calendar === undefined)
    if (shown) {
      expect(shown).toEqual(expect.arrayContaining([...(calendar ?? [])]))
      expect(shown).toContain(`SUMMARY:Overleg ${table.reference}`)
      expect(shown).toContain('CLASS:PRIVATE')
      expect(shown).toContain(`UID:${table.reference}_01_p1@loket.example`)
      expect(shown.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
        expect.stringMatching(new RegExp(`PARTSTAT=NEEDS-ACTION;RSVP=FALSE.*:MAILTO:${table.emailOf('p1')}$`, 'i')),
      ])
      expect(shown.join('\n')).not.toMatch(/DESCRIPTION|LOCATION|^URL/m)
    }
    const everything = [email.subject, email.html, email.text, ...(shown ?? [])].join('\n')
    for (const word of forbidden) expect(everything).not.toContain(word)
  })
})
