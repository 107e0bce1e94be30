/** The words for who is close to the client, for a form without one, and for who holds the overleg (docs/overleg.md §4, §6). */
import { beforeAll, describe, expect, it } from 'vitest'
import { ask, cancel, fix } from '../../forms/kit/overleg/decide.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { startDynamo } from '../support/dynamodb.ts'
import {
  asked,
  bySeat,
  calendarOf,
  called,
  fixed,
  holderAt,
  linesOf,
  nextTuesday,
  openMailTable,
  practical,
  tableFor,
  tuesday,
  type Way,
} from './mail-table.ts'

let connection: Connection<Tables>
beforeAll(async () => {
  ;({ connection } = await startDynamo())
})

describe('een vertrouwensfiguur en een naaste', () => {
  it.each(['vertrouwensfiguur', 'naaste'] as const)(
    '%s: nooit het woord cliëntoverleg, niets van een cliënt',
    async (wie) => {
      const table = await openMailTable(connection, { participants: tableFor(1, wie) })
      await table.make((now) => ask(now, table.act()))
      await table.passTo(table.office.now())
      await table.make((now) => fix(now, 'm1', practical, table.act()))
      await table.passTo('2021-05-31T07:00:00.000Z')
      await table.make((now) => cancel(now, '', table.act()))
      await table.passTo(table.office.now())
      const mails = await table.received()
      expect(mails.map(({ email }) => email.subject?.split(' · ')[0])).toEqual([
        'Wanneer kunt u?',
        'Uitnodiging voor een overleg',
        'Morgen is het overleg',
        'Het overleg gaat niet door',
      ])
      for (const { email } of mails)
        expect(`${email.subject} ${linesOf(email)} ${calendarOf(email)}`).not.toMatch(/cli[eë]nt|casemanager:/i)
      expect(linesOf(mails[0]?.email as never)).toContain('U bent gevraagd voor een overleg.')
      expect(linesOf(mails[0]?.email as never)).toContain(`Contact: ${called}`)
    },
  )
})

describe('zonder cliënt aan tafel', () => {
  it.each([
    [
      'start-overleg',
      'Uitnodiging voor een start-overleg',
      'Het start-overleg ligt vast. Komt u?',
      'Morgen is het start-overleg',
    ],
    ['intervisie', 'Uitnodiging voor een intervisie', 'De intervisie ligt vast. Komt u?', 'Morgen is de intervisie'],
    [
      'teamcoaching',
      'Uitnodiging voor een teamcoaching',
      'De teamcoaching ligt vast. Komt u?',
      'Morgen is de teamcoaching',
    ],
    ['vorming', 'Uitnodiging voor een vorming', 'De vorming ligt vast. Komt u?', 'Morgen is de vorming'],
  ])('%s', async (noun, invitation, fixedWords, tomorrow) => {
    const participants = { p1: bySeat('dienst', 1) }
    const about = { network: 'ota', form: 'aanmelding', noun, holder: 'bemiddelaar-ota' }
    const table = await openMailTable(connection, { participants, about })
    await table.make((now) => ask(now, table.act()))
    await table.passTo(table.office.now())
    await table.make((now) => fix(now, 'm1', practical, table.act()))
    await table.passTo('2021-05-31T07:00:00.000Z')
    const mails = await table.received()
    const subjects = mails.map(({ email }) => email.subject?.split(' · ')[0])
    expect(subjects).toEqual(['Wanneer kunt u?', invitation, tomorrow])
    const all = mails.flatMap(({ email }) => linesOf(email))
    expect(all).toContain(`U bent gevraagd voor een ${noun}.`)
    expect(all).toContain(fixedWords)
    expect(all).toContain('Bemiddelaar: Bemiddelaar OTA, 09 000 00 02')
    expect(all).toContain('Weet u niet waarover het gaat? Bel Bemiddelaar OTA, 09 000 00 02. Vraag het niet per mail.')
    expect(all.join()).not.toMatch(/cli[eë]nt|casemanager/i)
  })
})

it('heeft niemand het dossier, dan belt men het netwerk; is er nog geen plaats, dan beloven we er geen', async () => {
  const { holder: _, ...unheld } = (await openMailTable(connection)).now().overleg
  const table = await openMailTable(connection, { about: { holder: 'weg' } })
  expect(unheld.state).toBe('voorbereiden')
  await table.make((now) => fix(now, 'm1', { ...practical, place: '', vorm: 'online' }, table.act()))
  await table.passTo(table.office.now())
  const [mail] = await table.received()
  expect(linesOf(mail?.email as never)).toEqual(
    expect.arrayContaining([
      'Contact: LCO Aalst, 053 00 00 00',
      'Waar en hoe leest u op uw pagina. In deze mail zit een bestand voor uw agenda.',
    ]),
  )
})

describe('aan wie het overleg heeft', () => {
  const staff = ['Stuur geen gegevens over cliënten per mail.']
  const notFixed: Way = async (table) => {
    await asked(table)
    await table.passTo('2021-06-01T12:00:01.000Z')
    table.office.forget()
  }
  it.each<[string, Way, Way, string[]]>([
    [
      'iemand komt niet',
      fixed,
      (table) => table.say('p1', { comes: 'nee' }),
      [
        'Iemand kan niet komen',
        'Iemand van de tafel komt niet. Kijk of het overleg kan doorgaan.',
        ...['Referentie: REF', 'Open het overleg:', ...staff],
      ],
    ],
    [
      'de momenten zijn voorbij',
      notFixed,
      (table) => table.passTo(nextTuesday.end),
      [
        'De momenten zijn voorbij',
        'Er ligt nog niets vast. Stel nieuwe momenten voor.',
        ...['Referentie: REF', 'Open het overleg:', ...staff],
      ],
    ],
    [
      'gehouden? De dag erna om 9 uur',
      fixed,
      (table) => table.passTo('2021-06-02T07:00:00.000Z'),
      [
        'Is het overleg gehouden?',
        'Gisteren was het overleg. Zeg of het er kwam. Schrijf dan het verslag.',
        ...['Referentie: REF', 'Zeg hoe het ging:', ...staff],
      ],
    ],
  ])('%s', async (_, before, sends, lines) => {
    const table = await openMailTable(connection)
    await before(table)
    await sends(table)
    await table.passTo(table.office.now())
    const mails = (await table.received()).filter(({ to }) => to === holderAt)
    expect(mails.map(({ email }) => linesOf(email))).toEqual([
      lines.map((line) => line.replace('REF', table.reference)),
    ])
    const { html = '' } = mails[0]?.email ?? {}
    expect(html).toContain(`href="https://loket.example/werkruimte/dossier/${table.reference}/overleg"`)
  })

  it('na een vrijdag is “gisteren” niet waar: dan staat de dag er', async () => {
    const friday = { ...tuesday, start: '2021-06-04T12:00:00.000Z', end: '2021-06-04T13:30:00.000Z' }
    const table = await openMailTable(connection, { about: { moments: [friday] } })
    await fixed(table)
    await table.passTo('2021-06-07T07:00:00.000Z')
    const [mail] = (await table.received()).filter(({ to }) => to === holderAt)
    expect(linesOf(mail?.email as never)).toContain(
      'Op vrijdag 4 juni 2021 was het overleg. Zeg of het er kwam. Schrijf dan het verslag.',
    )
  })

  it('heeft niemand het, dan horen de coördinatoren het', async () => {
    const table = await openMailTable(connection)
    const { holder: _, ...unheld } = table.now().overleg
    await table.make((now) => fix({ ...now, overleg: unheld }, 'm1', practical, table.act()))
    await table.left()
    await table.say('p1', { comes: 'nee' })
    expect(await table.left()).toContain('aanvragen@lco-aalst.example Iemand kan niet komen')
  })
})
