/** A mail to the table that comes back: its address is marked, and whoever holds the overleg hears of it (docs/overleg.md §3). */
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, fix } from '../../forms/kit/overleg/decide.ts'
import { mailSubjectOf } from '../../forms/kit/overleg/rounds.ts'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { addressKey, capKey, mailKey } from '../../functions/shared/store/keys.ts'
import { sampleOf } from '../emails/samples.ts'
import { confirmation } from '../mailer/post-office.ts'
import { freshTables } from '../support/dynamodb.ts'
import { holderAt, linesOf, openMailTable, practical, tableFor } from './mail-table.ts'

let connection: Connection<Tables>
beforeEach(async () => {
  connection = await freshTables()
})

async function asked(count = 2) {
  const table = await openMailTable(connection, { participants: tableFor(count) })
  await table.make((now) => ask(now, table.act()))
  await table.passTo(table.office.now())
  const subject = mailSubjectOf(table.now().overleg, 'p1', 1)
  return { table, subject, at: table.emailOf('p1') }
}

describe('een mail aan de tafel komt terug', () => {
  it('het adres is getekend, en wie het overleg heeft, hoort het één keer, hoe vaak SES het ook vertelt', async () => {
    const { table, subject, at } = await asked()
    const events = table.office.told('bounce', at)
    table.office.forget()
    for (const event of [...events, ...events]) await table.feedback(event)
    expect(await table.overlegs.reach(subject, table.office.now())).toEqual({
      ...{ email: at, cameBackAt: '2021-05-20T10:00:00.000Z' },
    })
    const reach = await table.overlegs.addressesOf(table.now().overleg, table.office.now())
    expect([...reach].flatMap(([id, { cameBackAt }]) => (cameBackAt ? [id] : []))).toEqual(['p1'])
    await table.passTo(table.office.now())
    const mails = await table.received()
    expect(mails.map(({ to, email }) => [to, email.subject])).toEqual([[holderAt, `Niet bereikt · ${table.reference}`]])
    expect(linesOf(mails[0]?.email as never)).toEqual([
      'Niet bereikt',
      'Een mail aan iemand van de tafel kwam terug. Die weet dus nog niets.',
      'Bel, of verbeter het adres. De oude link werkt dan niet meer.',
      `Referentie: ${table.reference}`,
      'Open het overleg:',
      'Stuur geen gegevens over cliënten per mail.',
    ])
    expect(JSON.stringify(mails)).not.toContain(at)
  })

  it('een klacht: ze kwam aan, maar de volgende misschien niet meer', async () => {
    const { table, subject, at } = await asked()
    const events = table.office.told('klacht', at)
    table.office.forget()
    for (const event of events) await table.feedback(event)
    expect((await table.overlegs.reach(subject, table.office.now()))?.cameBackAt).toBeDefined()
    await table.passTo(table.office.now())
    const [mail] = await table.received()
    expect(linesOf(mail?.email as never).join(' ')).toContain('werd als ongewenst gemeld')
    expect(linesOf(mail?.email as never).join(' ')).not.toContain('kwam terug')
  })

  it('daarna herinnert niemand dat adres nog, de anderen wel', async () => {
    const { table, at } = await asked()
    for (const event of table.office.told('bounce', at)) await table.feedback(event)
    await table.left()
    await table.passTo('2021-05-26T07:00:00.000Z')
    expect(await table.left()).toEqual([`${table.emailOf('p2')} Laat u nog iets weten?`])
  })

  it('een uitnodiging gaat er toch naartoe: het adres kan weer werken', async () => {
    const { table, at } = await asked()
    for (const event of table.office.told('bounce', at)) await table.feedback(event)
    await table.left()
    await table.make((now) => fix(now, 'm1', practical, table.act()))
    expect(await table.left()).toContain(`${at} Uitnodiging voor een overleg`)
  })

  it('is het adres gewist, dan hoort wie het overleg heeft het toch', async () => {
    const { table, subject, at } = await asked()
    const events = table.office.told('bounce', at)
    table.office.forget()
    const { client, DeleteCommand } = await connection.dynamo()
    await client.send(new DeleteCommand({ TableName: connection.tables.loket, Key: addressKey(subject) }))
    for (const event of events) await table.feedback(event)
    expect(await table.office.stored(addressKey(subject))).toBeUndefined()
    expect(await table.left()).toEqual([`${holderAt} Niet bereikt`])
  })

  it('en komt ook die mail terug, dan hoort de plaatsvervanger het', async () => {
    const { table, at } = await asked()
    for (const event of table.office.told('bounce', at)) await table.feedback(event)
    await table.passTo(table.office.now())
    const again = table.office.told('bounce', holderAt)
    table.office.forget()
    for (const event of again) await table.feedback(event)
    expect(await table.left()).toEqual(['plaatsvervanger@lco-aalst.example Niet aangekomen'])
  })
})

describe('hoeveel mail', () => {
  const hour = (at: Date) => at.toISOString().slice(0, 13)
  const held = (table: Awaited<ReturnType<typeof openMailTable>>, id: string) =>
    table.office.stored(mailKey(mailSubjectOf(table.now().overleg, id, 1), `overleg-momenten-${id}-1`))

  it('een tafel van 22 is geen vloed van vreemden, ook in een druk uur; een vreemde wel', async () => {
    const table = await openMailTable(connection, { participants: tableFor(22) })
    const { client, PutCommand } = await connection.dynamo()
    for (const sort of ['concept', 'bevestiging', 'antwoord']) {
      const Item = { ...capKey(`nieuw-${sort}-aalst`, hour(table.office.now())), amount: 5000 }
      await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
    }
    await table.make((now) => ask(now, table.act()))
    expect(await table.left()).toHaveLength(22)
    const stranger = await table.office.post(
      { subject: 'LCO-1', notification: confirmation('LCO-1') },
      'vreemd@dienst.example',
    )
    await table.office.deliver([stranger])
    expect(await table.office.stored(stranger)).toMatchObject({ status: 'aangehouden', reason: 'onbekend' })
  })

  it('22 tafels voor één adres op één dag: twintig vertrekken, de rest wacht op een mens; een aanvraag telt apart', async () => {
    const addressOf = () => 'druk@dienst.example'
    const tables = []
    for (let index = 0; index < 22; index += 1) {
      const table = await openMailTable(connection, { addressOf })
      await table.make((now) => ask(now, table.act()))
      await table.passTo(table.office.now())
      tables.push(table)
    }
    const all = await Promise.all(tables.map((table) => held(table, 'p1')))
    expect(all.filter((mail) => mail?.status === 'verstuurd')).toHaveLength(20)
    expect(all.filter((mail) => mail?.reason === 'dagplafond')).toHaveLength(2)
    const [table] = tables
    const own = await table?.office.post({ subject: 'LCO-2', notification: confirmation('LCO-2') }, addressOf())
    if (own) await table?.office.deliver([own])
    expect(own && (await table?.office.stored(own))).toMatchObject({ status: 'verstuurd' })
  })

  it('wie dertig keer antwoordt, verbruikt niet wat zegt dat het overleg verplaatst is; van de rest vertrekt de laatste', async () => {
    const { table, at } = await asked(1)
    table.office.forget()
    for (let index = 0; index < 30; index += 1)
      await table.say('p1', { moments: { m1: index % 2 === 0 ? 'kan' : 'kan_niet' } })
    const answered = (await table.left()).filter((line) => line.endsWith('Uw antwoord is bewaard'))
    expect(answered).toHaveLength(20)
    await table.make((now) => fix(now, 'm1', practical, table.act()))
    expect(await table.left()).toEqual([`${at} Uitnodiging voor een overleg`])
    await table.passTo('2021-05-20T22:00:00.000Z')
    const [last, ...more] = await table.received()
    expect([last?.to, ...more]).toEqual([at])
    // A moment is fixed by then: that answer cannot be changed any more.
    expect(linesOf(last?.email as never)[1]).toBe('We bewaarden uw antwoord.')
  })
})

it('een mail aan de tafel heeft in haar bericht niets dan ids en uren', async () => {
  const { table, subject } = await asked(1)
  const { notification } = (await table.office.stored(mailKey(subject, 'overleg-momenten-p1-1'))) as {
    notification: Notification
  }
  expect(Object.keys(notification).sort()).toEqual(
    [
      'form',
      'holder',
      'kind',
      'linkVersion',
      'network',
      'overleg',
      'participant',
      'reference',
      'revision',
      'to',
    ].sort(),
  )
  expect(Object.keys(sampleOf('overleg-uitnodiging'))).toContain('moment')
})
