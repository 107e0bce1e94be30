/** The end of who sat at a table: with the dossier, erased, and after a backup (docs/overleg.md §8, docs/domain.md §7). */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { addSeconds, epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { afterRestore } from '../../infra/operate/restored-table.ts'
import { atTheEdge } from '../public/sdk-edge.ts'
import { dossierOf, type Filed, fileHeld, hiddenOn } from '../support/dossier.ts'
import { holdEverything, overlegOf, type TestOverleg } from '../support/overleg.ts'
import { fullTable, idsOfApplicant as ids } from '../support/overleg-tables.ts'
import type { Fields, Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const gegevens = '/werkruimte/gegevens'
const sam = 'sam@ocmw.example'

const monday = new Date('2026-11-23T09:00:00Z')

let work: TestWorkspace
let filed: Filed
let overleg: TestOverleg
let coordinator: Visitor

beforeEach(async () => {
  work = await startTestWorkspace({ now: monday })
  filed = await fileHeld(work, { fast: true })
  overleg = overlegOf(work, filed.reference)
  coordinator = await work.as('Coördinator Aalst')
})

const full = () => holdEverything(overleg)
const seatPage = (id: string) => `${gegevens}/tafel/${filed.reference}_01_${id}`
const wholeTable = async () => JSON.stringify(await work.items('loket'))

/** Everything stored of the overlegs of the dossier, wherever it is. */
const itemsOfTables = async () =>
  (await work.items('loket')).filter(
    ({ pk }) => pk === `TAFEL#${filed.reference}` || String(pk).startsWith(`OUTBOX#${filed.reference}_`),
  )

async function close(action = 'afsluiten', fields: Fields = { drempels: 'geen' }) {
  const path = `${filed.path}/${action}`
  const hidden = await hiddenOn(coordinator, path)
  const response = await coordinator.post(path, { revision: hidden.revision ?? '', bij: hidden.bij ?? '', ...fields })
  expect(response.status).toBe(303)
}

describe('het einde van het dossier', () => {
  const ends = async () => new Set((await itemsOfTables()).filter(isKeptOf).map(({ ttl }) => ttl))
  /** Mails have an end of their own. */
  const isKeptOf = ({ pk, sk }: Record<string, unknown>) => String(pk).startsWith('TAFEL#') || sk === 'ADRES'

  it('is dat van alles aan tafel, en niet meer als het heropend wordt', async () => {
    await full()
    await close()
    const { ttl } = await dossierOf(work, filed.reference)
    expect([...(await ends())]).toEqual([ttl])
    await close('heropenen', {})
    expect([...(await ends())]).toEqual([undefined])
  })

  it('ingetrokken: met de antwoorden', async () => {
    await full()
    await close('intrekken', {})
    expect([...(await ends())]).toEqual([epochSeconds(addSeconds(monday, secondsPerDay))])
  })
})

describe('een wissing van het dossier', () => {
  const late = { wie: 'dienst', dienst: 'Late dienst', bereik: 'mail', email: 'laat@dienst.example' } as const
  const erase = () => coordinator.post(`${gegevens}/dossier/${filed.reference}/wissen`)

  it('neemt alles van de tafel mee, ook wat niemand kent; alleen regels met ids blijven', async () => {
    await full()
    const { client } = await work.connection.dynamo()
    for (const sk of ['NIEUW#1', 'OVERLEG#01#zz9', 'ZZZ'])
      await client.send(
        new PutCommand({
          TableName: work.connection.tables.loket,
          Item: { pk: `TAFEL#${filed.reference}`, sk, geheim: 'van iemand' },
        }),
      )
    expect((await erase()).status).toBe(303)
    expect(await itemsOfTables()).toEqual([])
    expect(await wholeTable()).not.toContain('van iemand')
    expect(await wholeTable()).not.toContain(sam)
    const left = (await work.items('loket')).filter((item) => JSON.stringify(item).includes(filed.reference))
    expect(new Set(left.map(({ pk }) => String(pk).split('#')[0]))).toEqual(
      // And the mail to who held it, with the reference; and that its words must go, within a minute.
      new Set(['DOSSIER', 'GEGEVENS', 'OUTBOX', 'ZOEK']),
    )
  })

  it('met 22 mensen aan tafel komt er per overleg maar een paar bij in de ene schrijfbeurt', async () => {
    await overleg.table(fullTable)
    await overleg.asked()
    const sizes: number[] = []
    const dossier = await dossierOf(work, filed.reference)
    const counted = counting(work, sizes)
    const about = { network: 'aalst', who: 'coordinator-aalst', auditId: 'a', now: monday, auditDays: 365 }
    expect(await createPersonalData(counted).eraseDossier(dossier, about)).toBe('erased')
    expect(Math.max(...sizes)).toBeLessThanOrEqual(25)
    expect(await itemsOfTables()).toEqual([])
  })

  it.each<[string, () => Promise<unknown>, 'changed' | 'erased']>([
    ['iemand aan tafel zette', () => overleg.changeTable((rows) => [...rows, late]), 'changed'],
    ['iemand antwoordde', () => overleg.says(ids.keyPerson, { comes: 'nee', sealed: 'van iemand' }), 'erased'],
  ])('ook wat er bijkwam terwijl er gewist werd: wie %s', async (_, meanwhile, outcome) => {
    await full()
    const dossier = await dossierOf(work, filed.reference)
    const about = { network: 'aalst', who: 'coordinator-aalst', auditId: 'a', now: monday, auditDays: 365 }
    let done = false
    const edge = atTheEdge(work.connection, async ({ command }, send) => {
      if (!done && command === 'TransactWriteCommand') {
        done = true
        await meanwhile()
      }
      return send()
    })
    expect(await createPersonalData(edge).eraseDossier(dossier, about)).toBe(outcome)
    if (outcome === 'changed') expect((await erase()).status).toBe(303)
    expect(await itemsOfTables()).toEqual([])
    expect(await wholeTable()).not.toContain(late.email)
  })

  it('valt het na de schrijfbeurt uit, dan is er niets meer te lezen en eindigt de rest binnen een dag', async () => {
    await full()
    const dossier = await dossierOf(work, filed.reference)
    const about = { network: 'aalst', who: 'coordinator-aalst', auditId: 'a', now: monday, auditDays: 365 }
    await expect(createPersonalData(withoutDeletes(work)).eraseDossier(dossier, about)).rejects.toThrow('Out')
    expect(await work.deps.overlegs.read(filed.reference, '01', monday)).toBeUndefined()
    const rest = await itemsOfTables()
    expect(rest.length).toBeGreaterThan(0)
    const tomorrow = epochSeconds(addSeconds(monday, secondsPerDay))
    expect(new Set(rest.map(({ ttl }) => ttl))).toEqual(new Set([tomorrow]))
  })
})

it('een tafel die terugkwam uit een reservekopie: wie sindsdien vergeten is, is er niet, en de naam wordt gemeld', async () => {
  await full()
  const backup = await startTestWorkspace({ now: monday })
  const { client } = await backup.connection.dynamo()
  for (const Item of await work.items('loket'))
    await client.send(new PutCommand({ TableName: backup.connection.tables.loket, Item }))
  work.clock.later(3600)
  coordinator = await work.as('Coördinator Aalst')
  await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)
  const restore = () =>
    afterRestore({
      live: work.connection,
      restored: {
        ...backup.connection,
        tables: { ...backup.connection.tables, drafts: work.connection.tables.drafts },
      },
      networks: ['aalst'],
      since: monday,
      now: work.clock.now,
    })
  const name = `${filed.reference}_01_${ids.keyPerson}`
  expect(await restore()).toMatchObject({ erased: 1, sealedNames: [name] })
  expect(JSON.stringify(await backup.items('loket'))).not.toContain(sam)
  expect(await restore()).toMatchObject({ erased: 0, absent: 1, sealedNames: [] })
})

/** The same tables, with the size of each transaction. */
const counting = ({ connection }: TestWorkspace, sizes: number[]) =>
  atTheEdge(connection, ({ command, input }, send) => {
    if (command === 'TransactWriteCommand') sizes.push(input.TransactItems?.length ?? 0)
    return send()
  })

/** Nothing is deleted outside a transaction. */
const withoutDeletes = ({ connection }: TestWorkspace) =>
  atTheEdge(connection, async ({ command }, send) => {
    if (command === 'DeleteCommand') throw new Error('Out')
    return send()
  })
