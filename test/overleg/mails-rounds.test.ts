/** One round for a whole table becomes a mail to each: broken off anywhere, every mail leaves once (docs/decisions/019). */
import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask, fix, handedOver, moveTo } from '../../forms/kit/overleg/decide.ts'
import type { Decided } from '../../forms/kit/overleg/decision.ts'
import { mailSubjectOf, overlegSubject } from '../../forms/kit/overleg/rounds.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { addressKey, mailKey } from '../../functions/shared/store/keys.ts'
import { createOutbox, type Outbox } from '../../functions/shared/store/outbox.ts'
import { addressItem } from '../../functions/shared/store/outbox-item.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { dying, passing, transactionSizes } from '../support/dying-store.ts'
import { freshTables } from '../support/dynamodb.ts'
import { type MailTable, nextTuesday, openMailTable, practical, tableFor } from './mail-table.ts'

let connection: Connection<Tables>
// Each its own: a plan of another test would fall due on the way.
beforeEach(async () => {
  connection = await freshTables()
})

const roundKey = (table: MailTable, mailId: string) => mailKey(overlegSubject(table.now().overleg), mailId)
const numbers = (count: number) => Array.from({ length: count }, (_, at) => `p${at + 1}`)
const everybody = (table: MailTable, count: number) => numbers(count).map(table.emailOf).sort()
const recipients = async (table: MailTable) => (await table.received()).map(({ to }) => to).sort()

/** Nothing of it is due any more. */
async function isQuiet({ office }: MailTable) {
  expect(await office.outbox.nextDue(office.now())).toBeUndefined()
}

async function askedOf(count: number) {
  const table = await openMailTable(connection, { participants: tableFor(count) })
  await table.make((now) => ask(now, table.act()))
  return { table, key: roundKey(table, 'ronde-overleg-momenten-1') }
}

/** What the mailer does with a round: take it, one batch for 22, and say that it is done. */
const writes = [1, 2, 3]
const kills = writes.flatMap((write) => [[write, 'before'] as const, [write, 'after'] as const])

describe('22 aan tafel', () => {
  it.each(kills)('de mailer sterft bij schrijven %i (%s): iedereen krijgt precies één mail', async (at, when) => {
    const { table, key } = await askedOf(22)
    await table.office.worker(createOutbox(dying(connection, at, when)))([key])
    await table.passTo(addSeconds(table.office.now(), 120))
    expect(await recipients(table)).toEqual(everybody(table, 22))
    expect(await table.office.stored(key)).toMatchObject({ status: 'verstuurd' })
    await isQuiet(table)
  })

  it('sterft hij telkens opnieuw, dan ook', async () => {
    const { table, key } = await askedOf(22)
    for (const [at, when] of [...kills, ...kills]) {
      await table.office.worker(createOutbox(dying(connection, at, when)))([key])
      table.office.wait(61)
    }
    await table.passTo(addSeconds(table.office.now(), 120))
    expect(await recipients(table)).toEqual(everybody(table, 22))
    await isQuiet(table)
  })

  it('vijf mailers tegelijk: iedereen precies één mail', async () => {
    const { table, key } = await askedOf(22)
    await Promise.all(Array.from({ length: 5 }, () => table.office.worker()([key])))
    await table.passTo(addSeconds(table.office.now(), 120))
    expect(await recipients(table)).toEqual(everybody(table, 22))
  })

  it('geen enkele schrijfactie groeit met de tafel: hoogstens 25 in één keer', async () => {
    const { sizes, stop } = await transactionSizes(connection)
    const { table } = await askedOf(22)
    const deciding = sizes.splice(0)
    await table.passTo(table.office.now())
    await table.make((now) => fix(now, 'm1', practical, table.act()))
    await table.make((now) => moveTo(now, nextTuesday, table.act()))
    stop()
    expect(Math.max(...deciding)).toBeLessThan(6)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(25)
    expect(Math.max(...sizes)).toBe(22)
  })
})

/** The conditions of a round's mails taken away: what is there is written over. */
const careless = () =>
  passing(connection, async (command, send) => {
    if (!(command instanceof TransactWriteCommand)) return send()
    const { client } = await connection.dynamo()
    const bare = command.input.TransactItems?.map(({ Put }) => ({
      Put: { TableName: Put?.TableName, Item: Put?.Item },
    }))
    return client.send(new TransactWriteCommand({ TransactItems: bare }))
  })

it.each<[string, () => Outbox, number]>([
  ['een ronde die na haar mails opnieuw aan de beurt komt, maakt niets dubbel', () => createOutbox(connection), 1],
  ['controle: zonder de voorwaarden gaat alles twee keer', () => createOutbox(careless()), 2],
])('%s', async (_, again, times) => {
  const { table, key } = await askedOf(22)
  // Its mails are made, and leave; it is not marked as done.
  await table.office.worker(createOutbox(dying(connection, 3, 'before')))([key])
  const due = (await table.office.outbox.due(table.office.now(), 100)).filter(({ sk }) => !sk.includes('ronde'))
  await table.office.deliver(due)
  expect(await recipients(table)).toEqual(everybody(table, 22))
  table.office.wait(61)
  await table.office.worker(again())([key])
  await table.passTo(addSeconds(table.office.now(), 120))
  expect(await recipients(table)).toEqual(
    everybody(table, 22)
      .flatMap((one) => Array(times).fill(one))
      .sort(),
  )
})

describe('zestig in één ronde: drie batches', () => {
  const most = [
    [3, 'before'],
    [3, 'after'],
    [4, 'after'],
    [5, 'before'],
  ] as const
  it.each(most)('de mailer sterft bij schrijven %i (%s): iedereen precies één mail', async (at, when) => {
    const { table, key } = await askedOf(60)
    await table.office.worker(createOutbox(dying(connection, at, when)))([key])
    await table.passTo(addSeconds(table.office.now(), 120))
    expect(await recipients(table)).toEqual(everybody(table, 60))
    await isQuiet(table)
  })
})

describe('een geplande ronde', () => {
  const reminder = '2021-05-26T07:00:00.000Z'

  it('herinnert op haar moment wie zweeg, elk één keer', async () => {
    const { table } = await askedOf(22)
    await table.left()
    await table.say('p3', { moments: { m1: 'kan_niet' } })
    await table.say('p4', { declines: true })
    await table.left()
    await table.passTo(reminder)
    const silent = numbers(22).filter((one) => one !== 'p3' && one !== 'p4')
    expect(await recipients(table)).toEqual(silent.map(table.emailOf).sort())
    expect((await table.received()).map(({ email }) => email.subject?.split(' · ')[0])).toEqual(
      silent.map(() => 'Laat u nog iets weten?'),
    )
  })

  it('opnieuw gepland na haar moment is ze dezelfde: niemand krijgt ze twee keer', async () => {
    const { table } = await askedOf(22)
    await table.left()
    await table.passTo(reminder)
    expect(await recipients(table)).toHaveLength(22)
    // Somebody else holds it now: the whole plan is written anew, with what may not have left yet.
    const anew = handedOver(table.now().overleg, 'casemanager-aalst-2', table.act())
    expect(anew.mails.put.map(({ mailId }) => mailId)).toContain('ronde-overleg-herinnering-2021-05-26')
    await table.make(({ details }) => ({ kind: 'decided', details, what: 'x', ...anew }) satisfies Decided)
    await table.passTo(addSeconds(new Date(reminder), 3600))
    expect(await recipients(table)).toHaveLength(22)
  })

  it('een beslissing ervoor neemt haar terug: ligt het vast, dan herinnert niemand nog', async () => {
    const { table } = await askedOf(22)
    await table.left()
    await table.make((now) => fix(now, 'm1', practical, table.act()))
    await table.left()
    await table.passTo(addSeconds(new Date(reminder), 3600))
    expect(await recipients(table)).toEqual([])
  })

  it('ook als de ronde al mails was en die nog niet vertrokken', async () => {
    const { table } = await askedOf(22)
    await table.left()
    table.office.letSes(() => false)
    await table.passTo(addSeconds(new Date(reminder), 60))
    await table.make((now) => fix(now, 'm1', practical, table.act()))
    table.office.letSes(() => true)
    table.office.forget()
    await table.passTo(addSeconds(new Date(reminder), 3600))
    const subjects = (await table.received()).map(({ email }) => email.subject?.split(' · ')[0])
    expect(subjects).toEqual(numbers(22).map(() => 'Uitnodiging voor een overleg'))
  })
})

describe('wat misgaat', () => {
  it('SES weigert tien minuten lang: daarna vertrekt alles, elk één keer', async () => {
    const { table } = await askedOf(5)
    table.office.letSes(() => false)
    await table.passTo(addSeconds(table.office.now(), 600))
    table.office.letSes(() => true)
    await table.passTo(addSeconds(table.office.now(), 3600))
    expect(await recipients(table)).toEqual(everybody(table, 5))
  })

  it('de tafel is even niet te lezen: de mails wachten, en vertrekken daarna', async () => {
    const { table, key } = await askedOf(3)
    await table.office.deliver([key])
    const { office } = table
    const down = office.worker(office.outbox, {
      ...createOverlegs(connection),
      readFor: () => Promise.reject(new Error('down')),
    })
    await down((await office.outbox.due(office.now(), 100)).filter(({ pk }) => pk.includes(table.reference)))
    expect(await recipients(table)).toEqual([])
    await table.passTo(addSeconds(office.now(), 120))
    expect(await recipients(table)).toEqual(everybody(table, 3))
  })

  it('geen adres: de mail wacht zichtbaar op een mens, de andere vertrekken', async () => {
    const { table } = await askedOf(3)
    const { client } = await connection.dynamo()
    const subject = mailSubjectOf(table.now().overleg, 'p2', 1)
    const gone = { ...addressItem(subject, ''), email: undefined, ...addressKey(subject) }
    await client.send(new PutCommand({ TableName: connection.tables.loket, Item: JSON.parse(JSON.stringify(gone)) }))
    await table.passTo(table.office.now())
    expect(await recipients(table)).toEqual([table.emailOf('p1'), table.emailOf('p3')].sort())
    expect(await table.office.stored(mailKey(subject, 'overleg-momenten-p2-1'))).toMatchObject({
      ...{ status: 'aangehouden', reason: 'geen-adres', rij: 'aalst#post' },
    })
  })

  it('twee keer hetzelfde adres aan tafel: elk een eigen mail en een eigen link', async () => {
    const table = await openMailTable(connection, {
      participants: tableFor(2),
      addressOf: () => 'samen@dienst.example',
    })
    await table.make((now) => ask(now, table.act()))
    await table.passTo(table.office.now())
    const links = (await table.received()).map(({ email }) => /https:\S+\/overleg\/\S+/.exec(email.text ?? '')?.[0])
    expect(new Set(links).size).toBe(2)
  })
})
