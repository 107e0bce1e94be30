/** The content of a network in its item: read once in half a minute, changed from what was read, nobody's id given twice. */
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { contentSchema, type StoredContent } from '../../forms/kit/content-schema.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { bierbeek } from '../../forms/networks/bierbeek.ts'
import { demoContentOf, seedContents } from '../../functions/local/demo-content.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { type Contents, createContents } from '../../functions/shared/store/contents.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { contentKey } from '../../functions/shared/store/keys.ts'
import { freshTables } from '../support/dynamodb.ts'

let connection: Connection
let clock: Date
let contents: Contents
let number = 0
beforeEach(async () => {
  connection = await freshTables()
  clock = new Date('2026-11-23T09:00:00Z')
  contents = createContents(connection, () => clock)
})

const demo = demoContentOf(aalst)
const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000)
}
const without = (id: string): StoredContent => ({ ...demo, people: demo.people.filter((person) => person.id !== id) })
const put = (content: StoredContent, revision: number, of = contents) => {
  number += 1
  return createContentChanges(connection, of).put(aalst, content, {
    revision,
    who: 'beheer',
    auditId: `a${number}`,
    now: clock,
    auditDays: 365,
  })
}
const names = async (of = contents) => (await of.of(aalst)).people.map(({ name }) => name)

describe('lezen', () => {
  it('zonder iets bewaard: niemand, geen postbus, het aanbod van het bestand', async () => {
    expect(await contents.of(aalst)).toEqual({ ...contentSchema.parse({}), aanbod: aalst.aanbod })
  })

  it('wie tegelijk vraagt, deelt één lezing; die geldt minder dan een minuut', async () => {
    await put(demo, 0)
    const send = vi.spyOn(DynamoDBDocumentClient.prototype, 'send')
    const reads = () => send.mock.calls.filter(([command]) => command instanceof GetCommand).length
    const reader = createContents(connection, () => clock)
    await Promise.all(Array.from({ length: 20 }, () => names(reader)))
    expect(reads()).toBe(1)
    later(29)
    await names(reader)
    expect(reads()).toBe(1)
    later(1)
    await names(reader)
    expect(reads()).toBe(2)
    later(-3600)
    await names(reader)
    expect(reads()).toBe(3)
    send.mockRestore()
  })

  it('een ander proces ziet het binnen de minuut, wie het veranderde meteen', async () => {
    const other = createContents(connection, () => clock)
    expect(await names(other)).toEqual([])
    await put(demo, 0)
    expect(await names()).toContain('Organisator')
    expect(await names(other)).toEqual([])
    later(30)
    expect(await names(other)).toContain('Organisator')
  })

  it('een lezing die mislukt, wordt niet onthouden', async () => {
    await put(demo, 0)
    let down = true
    const dynamo: Connection['dynamo'] = () => (down ? Promise.reject(new Error('down')) : connection.dynamo())
    const reader = createContents({ ...connection, dynamo }, () => clock)
    await expect(reader.of(aalst)).rejects.toThrow('down')
    down = false
    expect(await names(reader)).toContain('Organisator')
  })

  it('een netwerk met een nieuwe naam houdt wat het had, tot er onder die naam iets bewaard is', async () => {
    await put(demo, 0)
    const renamed = { ...aalst, slug: 'aalst-stad', formerly: ['aalst'] }
    expect(await contents.stored(renamed)).toMatchObject({ revision: 0, content: { people: demo.people } })
  })

  it('een item van een oudere en van een nieuwere versie is leesbaar', async () => {
    const { client, PutCommand } = await connection.dynamo()
    const Item = { ...contentKey('aalst'), revision: 4, people: [], toekomst: ['x'] }
    await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
    expect(await contents.stored(aalst)).toEqual({
      content: contentSchema.parse({}),
      revision: 4,
      gone: [],
    })
  })
})

describe('veranderen', () => {
  it('telt op, en houdt bij wie het deed, van wat naar wat', async () => {
    expect([await put(demo, 0), await put(without('organisator'), 1)]).toEqual([
      { kind: 'stored', revision: 1 },
      { kind: 'stored', revision: 2 },
    ])
    const { changes, more } = await createContentChanges(connection, contents).last(aalst, 10)
    expect(changes.map(({ who, what, revision }) => [who, what, revision])).toEqual([
      ['beheer', 'gegeven', 2],
      ['beheer', 'gegeven', 1],
    ])
    const from = demo.people.find(({ id }) => id === 'organisator')
    expect([changes[0]?.changed, more]).toEqual([[{ of: 'people', key: 'organisator', from, to: undefined }], false])
  })

  it('van wie niet zag wat er nu staat, verandert niets', async () => {
    await put(demo, 0)
    await put(without('organisator'), 1)
    expect(await Promise.all([put(demo, 0), put(demo, 1), put(demo, 3)])).toEqual(Array(3).fill({ kind: 'changed' }))
    expect(await contents.stored(aalst)).toMatchObject({ revision: 2, content: without('organisator') })
  })

  it.each([0, 1])('van twee tegelijk wint er één (vanaf revisie %i)', async (revision) => {
    if (revision > 0) await put(demo, 0)
    const both = [createContents(connection, () => clock), createContents(connection, () => clock)]
    const outcomes = await Promise.all(both.map((one) => put(demo, revision, one)))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'stored'])
  })

  it('wie weg is, blijft weg: hun id komt nooit terug, ook veel later niet', async () => {
    await put(demo, 0)
    await put(without('organisator'), 1)
    expect(await put(demo, 2)).toEqual({ kind: 'reused', ids: ['organisator'] })
    await put(without('organisator'), 2)
    await put({ ...without('organisator'), people: [] }, 3)
    const all = demo.people.map(({ id }) => id)
    expect(await put(demo, 4)).toEqual({ kind: 'reused', ids: all })
    expect((await contents.stored(aalst)).gone.toSorted()).toEqual(all.toSorted())
  })
})

describe('de demo van deze machine', () => {
  const seed = () => seedContents(connection, contents, [aalst, bierbeek], clock)

  it('wordt bewaard waar nog niets staat', async () => {
    await seed()
    expect((await contents.stored(aalst)).content).toEqual(demo)
    expect((await contents.of(bierbeek)).mailboxes).toEqual(demoContentOf(bierbeek).mailboxes)
  })

  it('laat bij een volgende start staan wat iemand veranderde', async () => {
    await seed()
    await put(without('organisator'), 1)
    await seed()
    expect(await contents.stored(aalst)).toMatchObject({ revision: 2, content: without('organisator') })
  })
})
