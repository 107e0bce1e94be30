/** One item holds what waits for later: what a decision writes over it, and what its log still says (docs/decisions/017). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Mail, planAnew, promise } from '../../forms/kit/post/mail.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { planKey } from '../../functions/shared/store/keys.ts'
import { planItems } from '../../functions/shared/store/mail-plan.ts'
import { createOutbox, type Outbox } from '../../functions/shared/store/outbox.ts'
import { transact } from '../../functions/shared/store/transact.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { itemSize } from '../support/item-size.ts'
import { openDaysFor } from '../support/open-days.ts'

const now = new Date('2026-11-23T09:00:00.000Z')
const day = 86_400
let connection: Connection<Tables>
let stop: () => Promise<void>
let outbox: Outbox
let number = 0
let subject: string
beforeAll(async () => {
  ;({ connection, stop } = await startDynamo())
  outbox = createOutbox(connection)
})
afterAll(() => stop())
beforeEach(() => {
  number += 1
  subject = `LCO-${number}`
})

const task = (mailId: string, dueAt?: Date, more: Partial<Mail> = {}): Mail => ({
  mailId,
  notification: {
    ...{ kind: 'taak', to: 'medewerker', person: 'casemanager-aalst', why: 'stil', state: 'in_opvolging' },
    ...{ network: 'aalst', form: 'lco-aanvraag', reference: 'LCO-7K3M-9QX2-4T', linkVersion: 1, on: '2026-12-01' },
  },
  ...(dueAt ? { dueAt } : {}),
  ...more,
})
const later = (days: number) => addSeconds(now, days * day)
const decide = (mails: readonly Mail[], revision: number) =>
  transact(connection.dynamo, planItems(connection.tables.loket, planAnew(mails), { subject, now, revision }))
const list = () => createDossierMails(connection).list(subject, now)
const said = async () =>
  (await list()).map(({ mailId, status, cancelled, dueAt }) => [
    mailId,
    cancelled ? 'gone' : status,
    dueAt?.slice(0, 10),
  ])
const item = async () => {
  const { client, GetCommand } = await connection.dynamo()
  return (await client.send(new GetCommand({ TableName: connection.tables.loket, Key: planKey(subject) }))).Item
}

it('twintig beslissingen: één item dat klein blijft, en een log van wat de laatste acht terugnamen', async () => {
  for (let revision = 1; revision <= 20; revision += 1)
    await decide(
      ['datum', 'te-laat', 'stil', 'navraag'].map((name, index) => task(`${name}-${revision}`, later(index + 1))),
      revision,
    )
  expect(itemSize((await item()) ?? {})).toBeLessThan(12 * 1024)
  const lines = await said()
  expect(lines.filter(([, state]) => state === 'wacht').map(([mailId]) => mailId)).toEqual([
    ...['datum-20', 'te-laat-20', 'stil-20', 'navraag-20'],
  ])
  const gone = lines.filter(([, state]) => state === 'gone').map(([mailId]) => mailId)
  expect(gone).toHaveLength(32)
  expect(new Set(gone).size).toBe(32)
  expect(gone).toEqual(expect.arrayContaining(['datum-12', 'stil-19']))
})

describe('wat een beslissing terugneemt', () => {
  it('een leeg plan laat niets achter dat nog eens moet', async () => {
    await decide([task('stil-1', later(1))], 1)
    expect(await item()).toMatchObject({ due: 'due', dueAt: later(1).toISOString() })
    await decide([], 2)
    expect(Object.keys((await item()) ?? {})).not.toContain('due')
    expect(await said()).toEqual([['stil-1', 'gone', undefined]])
  })

  it('wat een mail werd en nog wacht, heet niet meer nodig; wat vertrok, blijft verstuurd', async () => {
    await decide([task('datum-1', now), task('te-laat-1', now), task('stil-1', later(9))], 1)
    expect(await outbox.makeDue(planKey(subject), now, openDaysFor)).toHaveLength(2)
    const [first] = await list()
    const sent = first && (await outbox.claim(first, now))
    if (sent) await outbox.sent(sent, { now, messageId: 'ses-1' })
    await decide([task('stil-2', later(10))], 2)
    expect(await said()).toEqual([
      ['datum-1', 'verstuurd', undefined],
      ['te-laat-1', 'gone', undefined],
      ['stil-1', 'gone', undefined],
      ['stil-2', 'wacht', '2026-12-03'],
    ])
  })

  it('een beslissing zonder plan laat wat wacht met rust', async () => {
    await decide([task('stil-1', later(9))], 1)
    await transact(
      connection.dynamo,
      planItems(connection.tables.loket, promise(task('stand-2')), { subject, now, revision: 2 }),
    )
    expect(await said()).toEqual([
      ['stand-2', 'wacht', '2026-11-23'],
      ['stil-1', 'wacht', '2026-12-02'],
    ])
  })
})

it('een plan dat een mail twee keer noemt, wordt niet bewaard: het zou nooit vertrekken', () => {
  expect(() =>
    planItems('t', planAnew([task('stil-1', later(1)), task('stil-1', later(2))]), { subject, now }),
  ).toThrow('twice')
})

describe('wat geen plan is', () => {
  it('een mail die voor een mens wacht, staat er meteen, ook als ze voor later is', async () => {
    await decide([task('morgen', later(3), { held: 'verdacht' })], 1)
    expect((await list()).map(({ sk, status, plannedAt }) => [sk, status, plannedAt])).toEqual([
      ['MAIL#morgen', 'aangehouden', later(3).toISOString()],
    ])
  })

  it('een mail van iets anders komt er één keer, wie er ook eerst was', async () => {
    const agenda = task('2026-11-24', later(1), { subject: `AGENDA-${subject}` })
    await decide([agenda], 1)
    const about = () => createDossierMails(connection).list(`AGENDA-${subject}`, now)
    const [before] = await about()
    if (before) await outbox.claim(before, later(1))
    await decide([agenda], 2)
    expect((await about()).map(({ attempts }) => attempts)).toEqual([1])
  })
})
