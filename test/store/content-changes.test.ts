/** Changing one entry of a network's content: told from what to what, put back, and never over what somebody else did meanwhile. */
import { beforeEach, describe, expect, it } from 'vitest'
import { isStill, putBack, type Wanted } from '../../forms/kit/manage/entries.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import { type ContentChanges, createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { freshTables } from '../support/dynamodb.ts'

const clock = new Date('2026-11-23T09:00:00Z')
const demo = demoContentOf(aalst)
let connection: Connection
let changes: ContentChanges
let number = 0
beforeEach(async () => {
  connection = await freshTables()
  changes = another()
  await changes.put(aalst, demo, { ...about(), revision: 0 })
})

const another = () =>
  createContentChanges(
    connection,
    createContents(connection, () => clock),
  )
const about = (who = 'coordinator-aalst') => {
  number += 1
  return { who, auditId: `a${number}`, now: clock, auditDays: 365 }
}
const change = (wanted: readonly Wanted[], revision: number, of = changes) =>
  of.change(aalst, wanted, { ...about(), what: 'gewijzigd', revision })
const triage = (to: string | undefined): Wanted => ({ of: 'mailboxes', key: 'triage', to })
const closed = (date: string, what: string): Wanted => ({ of: 'closedDays', key: date, to: { until: date, what } })
const content = async () => (await changes.stored(aalst)).content
const kinds = async (outcomes: readonly Promise<{ kind: string }>[]) =>
  (await Promise.all(outcomes)).map(({ kind }) => kind)

describe('één ding veranderen', () => {
  it('verandert dat, en niets anders', async () => {
    expect(await change([triage('nieuw@lco-aalst.example')], 1)).toEqual({ kind: 'stored', revision: 2 })
    expect(await content()).toEqual({ ...demo, mailboxes: { ...demo.mailboxes, triage: 'nieuw@lco-aalst.example' } })
  })

  it('wat al zo is, laat geen regel', async () => {
    expect(await change([triage(demo.mailboxes.triage)], 1)).toEqual({ kind: 'stored', revision: 1 })
    expect((await changes.last(aalst, 10)).changes).toHaveLength(1)
  })

  it('wie iets anders veranderde, staat niemand in de weg', async () => {
    await change([closed('2026-12-24', 'Brugdag')], 1)
    expect(await change([triage('nieuw@lco-aalst.example')], 1)).toEqual({ kind: 'stored', revision: 3 })
    expect(await content()).toMatchObject({
      mailboxes: { triage: 'nieuw@lco-aalst.example' },
      closedDays: { '2026-12-24': { until: '2026-12-24', what: 'Brugdag' } },
    })
  })

  it('wie hetzelfde veranderde wel: de tweede hoort het, en bewaart niets', async () => {
    await change([closed('2026-12-24', 'Brugdag')], 1)
    await change([triage('eerste@lco-aalst.example')], 1)
    const first = { of: 'mailboxes', key: 'triage', from: demo.mailboxes.triage, to: 'eerste@lco-aalst.example' }
    expect(await change([triage('tweede@lco-aalst.example')], 1)).toEqual({
      kind: 'changed',
      since: [expect.objectContaining({ revision: 3, changed: [first] })],
    })
    expect((await content()).mailboxes.triage).toBe('eerste@lco-aalst.example')
    const [{ who, changed } = { who: '', changed: [] }] = await changes.changesSince(aalst, 1)
    expect([who, changed]).toEqual([
      'coordinator-aalst',
      [{ of: 'mailboxes', key: 'triage', from: demo.mailboxes.triage, to: 'eerste@lco-aalst.example' }],
    ])
  })

  it('van twintig tegelijk over hetzelfde wint er één', async () => {
    const all = Array.from({ length: 20 }, (_, n) => change([triage(`nr${n}@lco-aalst.example`)], 1, another()))
    expect((await kinds(all)).filter((kind) => kind === 'stored')).toHaveLength(1)
  })

  it('van vier tegelijk over iets anders gaat er geen verloren', async () => {
    const days = ['2026-12-24', '2026-12-28', '2026-12-29', '2026-12-30']
    expect(await kinds(days.map((day) => change([closed(day, 'Brugdag')], 1, another())))).toEqual(
      days.map(() => 'stored'),
    )
    expect(Object.keys((await content()).closedDays).sort()).toEqual(days)
  })

  it('wat niet in een item past, wordt niet bewaard', async () => {
    expect(await change([closed('2026-12-24', 'x'.repeat(121_000))], 1)).toEqual({ kind: 'full' })
    expect(await content()).toEqual(demo)
  })
})

describe('wie weggaat', () => {
  const leaves: Wanted = { of: 'people', key: 'organisator' }

  it('houdt een naam voor wat er van vroeger staat; wie teruggezet wordt, krijgt het eigen id terug', async () => {
    await change([leaves], 1)
    expect(await changes.stored(aalst)).toMatchObject({
      content: { left: [{ id: 'organisator', name: 'Organisator' }] },
      gone: ['organisator'],
    })
    const { changed = [] } = (await changes.read(aalst, 2)) ?? {}
    const back = { ...about(), what: 'teruggezet', undid: 2, revision: 2 } as const
    expect(await changes.change(aalst, putBack(changed), back)).toEqual({ kind: 'stored', revision: 3 })
    const { content: after, gone } = await changes.stored(aalst)
    expect([after.people.map(({ id }) => id).includes('organisator'), after.left, gone]).toEqual([true, [], []])
  })
})

describe('wat er veranderde', () => {
  it('staat er het laatste eerst, en zegt of er meer is', async () => {
    for (const n of [1, 2, 3]) await change([triage(`nr${n}@lco-aalst.example`)], n)
    const { changes: two, more } = await changes.last(aalst, 2)
    expect([two.map(({ revision }) => revision), more]).toEqual([[4, 3], true])
    const onlyGiven = await changes.last(aalst, 2, ({ what }) => what === 'gegeven')
    expect([onlyGiven.changes.map(({ revision }) => revision), onlyGiven.more]).toEqual([[1], false])
  })

  it('kan terug zolang het nog zo is', async () => {
    await change([closed('2026-12-24', 'Brugdag')], 1)
    const [one] = (await changes.read(aalst, 2))?.changed ?? []
    if (!one) throw new Error('Nothing was changed')
    expect(isStill(await content(), one)).toBe(true)
    await change(putBack([one]), 2)
    expect(await content()).toEqual(demo)
    expect(isStill(await content(), one)).toBe(false)
  })

  it('van een andere versie blijft leesbaar: wat niemand kent, valt weg', async () => {
    const { client, PutCommand } = await connection.dynamo()
    const line = { revision: 2, at: clock.toISOString(), who: 'x', what: 'iets nieuws' }
    const changed = [
      { of: 'toekomst', key: 'x', to: 1 },
      { of: 'mailboxes', key: 'triage', from: 'oud@lco-aalst.example' },
    ]
    const Item = { pk: 'BEHEER#aalst', sk: '000000002', ...line, changed }
    await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
    expect(await changes.read(aalst, 2)).toMatchObject({
      what: 'gewijzigd',
      changed: [{ of: 'mailboxes', key: 'triage', from: 'oud@lco-aalst.example' }],
    })
  })

  it('te veel om te bewaren: alleen van welke, en het gaat niet terug', async () => {
    const long = 'x'.repeat(70_000)
    await change([closed('2026-12-24', long)], 1)
    await change([closed('2026-12-24', long.toUpperCase())], 2)
    expect(await changes.read(aalst, 3)).toMatchObject({
      large: true,
      changed: [{ of: 'closedDays', key: '2026-12-24' }],
    })
  })
})
