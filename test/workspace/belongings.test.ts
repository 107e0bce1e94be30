/** What belongs to a dossier, and an item that no list names: read, ended, erased and taken along (docs/domain.md §7). */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, type Filed, fileRequest, hiddenOn } from '../support/dossier.ts'
import type { Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const secret = 'van iemand'

let work: TestWorkspace
let filed: Filed
let coordinator: Visitor

beforeEach(async () => {
  work = await startTestWorkspace()
  filed = await fileRequest(work)
  coordinator = await work.as('Coördinator Aalst')
})

/** An item of a kind that a later version may bring and forget. */
async function put(partition: 'DOSSIER' | 'OUTBOX', sk: string): Promise<void> {
  const { client } = await work.connection.dynamo()
  const Item = { pk: `${partition}#${filed.reference}`, sk, secret }
  await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
}

const ofDossier = async () =>
  (await work.items('loket')).filter(
    ({ pk }) => /^(DOSSIER|OUTBOX)#/.test(String(pk)) && String(pk).endsWith(filed.reference),
  )
const unknown = async () => (await ofDossier()).filter((item) => item.secret === secret)

const kinds = ['AANTEKENING', 'NIEUW#1', 'VERSLAG', 'ZZZ'] as const

describe.each(['DOSSIER', 'OUTBOX'] as const)('een item in %s dat in geen lijst staat', (partition) => {
  it.each(kinds)('%s: gaat weg met een wissing', async (sk) => {
    await put(partition, sk)
    await coordinator.post(`/werkruimte/gegevens/dossier/${filed.reference}/wissen`)
    expect(await unknown()).toEqual([])
    const left = (await ofDossier()).map((item) => String(item.sk).replace(/#.*/, ''))
    expect(new Set(left)).toEqual(new Set(['AUDIT', 'LOGBOEK']))
  })

  it.each(kinds)('%s: eindigt met het dossier, en niet meer als dat heropend wordt', async (sk) => {
    await put(partition, sk)
    const act = async (action: string) => {
      const hidden = await hiddenOn(coordinator, `${filed.path}/${action}`)
      await coordinator.post(`${filed.path}/${action}`, { ...hidden, drempels: 'geen', toelichting: 'Zo is het.' })
      return dossierOf(work, filed.reference)
    }
    const { ttl } = await act('afsluiten')
    expect(ttl).toBeDefined()
    expect(await unknown()).toMatchObject([{ ttl }])
    expect((await act('heropenen')).ttl).toBeUndefined()
    expect((await unknown())[0]).not.toHaveProperty('ttl')
  })

  it.each(kinds)('%s: staat bij naam in wat iemand meekrijgt, en stoort de bladzijde niet', async (sk) => {
    await put(partition, sk)
    expect((await coordinator.get(filed.path)).status).toBe(200)
    const copy = await coordinator.post(`/werkruimte/gegevens/dossier/${filed.reference}/export`)
    expect(await copy.json()).toMatchObject({ dossiers: [{ overige: [sk] }] })
  })
})

it('zonder zo’n item staat er niets bij', async () => {
  const copy = await coordinator.post(`/werkruimte/gegevens/dossier/${filed.reference}/export`)
  const { dossiers } = (await copy.json()) as { dossiers: object[] }
  expect(dossiers[0]).not.toHaveProperty('overige')
})
