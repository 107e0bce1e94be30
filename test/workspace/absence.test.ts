/** Setting an absence and its stand-in: every wrong one has a clear sentence, and what was typed stays. */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Absence, standInRefusal } from '../../forms/kit/absence.ts'
import { createAbsences } from '../../functions/shared/store/absences.ts'
import { atTheEdge } from '../public/sdk-edge.ts'
import { errorsIn } from '../support/lco.ts'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const wednesday = new Date('2026-11-25T09:00:00Z')
const of = (person: string) => `/werkruimte/beheer/mensen/${person}/afwezig`
const [one, two, coordinator] = ['casemanager-aalst', 'casemanager-aalst-2', 'coordinator-aalst']
const days = { van: '2026-11-26', tot: '2026-11-27' }

let loket: TestWorkspace
beforeAll(async () => {
  loket = await startTestWorkspace({ now: wednesday })
})

const clearAll = async () => {
  const visitor = await loket.as('Coördinator Aalst')
  for (const person of [one, two, coordinator]) await visitor.post(of(person).replace('afwezig', 'aanwezig'))
}
const set = async (person: string, fields: Record<string, string>) =>
  (await loket.as('Coördinator Aalst')).post(of(person), fields)
const stored = () => loket.deps.absences.list('aalst')

describe('wat niet kan', () => {
  it.each([
    [
      'eindigt voor ze begint',
      { van: '2026-11-27', tot: '2026-11-26' },
      'De laatste dag komt na de eerste. Kijk beide datums na',
    ],
    ['is al voorbij', { van: '2026-11-20', tot: '2026-11-24' }, 'Vul vandaag of een latere dag in'],
    ['is geen dag', { van: '2026-11-26', tot: '31/11/2026' }, 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
    ['zichzelf', { ...days, vervanger: one }, 'Kies iemand uit de lijst, of niemand'],
    ['iemand van een ander netwerk', { ...days, vervanger: 'bemiddelaar-ota' }, 'Kies iemand uit de lijst, of niemand'],
    ['wie geen dossiers heeft', { ...days, vervanger: 'organisator' }, 'Kies iemand uit de lijst, of niemand'],
  ])('%s: 422, en wat getypt is blijft', async (_, fields, message) => {
    await clearAll()
    const response = await set(one, fields)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(errorsIn(html)).toEqual([message])
    for (const value of [fields.van, fields.tot]) expect(html).toContain(`value="${value}"`)
    expect(await stored()).toEqual([])
  })

  it('een vervanger die dan zelf afwezig is', async () => {
    await clearAll()
    expect((await set(two, { van: '2026-11-27', tot: '2026-12-04' })).status).toBe(303)
    const response = await set(one, { ...days, vervanger: two })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(errorsIn(html)).toEqual([
      'Tweede casemanager Aalst is zelf afwezig van vrijdag 27 november 2026 tot en met vrijdag 4 december 2026. Kies iemand anders',
    ])
    expect(html).toMatch(new RegExp(`value="${two}" checked`))
    expect((await stored()).map(({ person }) => person)).toEqual([two])
    // One day less is another matter.
    expect((await set(one, { van: '2026-11-26', tot: '2026-11-26', vervanger: two })).status).toBe(303)
  })

  it('een vervanger voor een vervanger', async () => {
    await clearAll()
    expect((await set(one, { ...days, vervanger: two })).status).toBe(303)
    const response = await set(two, { ...days, vervanger: coordinator })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(errorsIn(html)).toEqual([
      'Tweede casemanager Aalst vervangt Casemanager Aalst van donderdag 26 november 2026 tot en met vrijdag 27 november 2026. Een vervanger kan zelf geen vervanger krijgen. Kies eerst een andere vervanger voor Casemanager Aalst, of kies hier niemand',
    ])
    expect((await stored()).map(({ person }) => person)).toEqual([one])
    // Somebody falls ill all the same: it is taken, and the page says whom it leaves alone.
    expect((await set(two, { ...days, vervanger: 'niemand' })).status).toBe(303)
    const page = wordsIn(
      await (await (await loket.as('Coördinator Aalst')).get(`/werkruimte/beheer/mensen/${two}`)).text(),
    )
    expect(page).toContain('Ook zelf afwezig: kies een andere vervanger voor Casemanager Aalst')
  })

  it('wie geen dossiers heeft, wordt ook niet gevraagd wie vervangt', async () => {
    const html = await (await (await loket.as('Organisator')).get('/werkruimte/ik')).text()
    expect(html).toContain('Laatste dag afwezig')
    expect(html).not.toContain('vervanger"')
  })
})

it('iedereen kiest zelf wie vervangt, en leest het terug', async () => {
  await clearAll()
  const visitor = await loket.as('Casemanager Aalst')
  expect((await visitor.post('/werkruimte/ik/afwezig', { ...days, vervanger: two })).status).toBe(303)
  expect(wordsIn(await (await visitor.get('/werkruimte/ik')).text())).toContain(
    'Afwezig van donderdag 26 november 2026 tot en met vrijdag 27 november 2026, vervangen door Tweede casemanager Aalst.',
  )
  const lines = (await loket.items('loket')).filter(
    ({ pk, what, standIn }) => pk === `PERSOON#aalst#${one}` && what === 'afwezig' && standIn === two,
  )
  expect(lines).toContainEqual(expect.objectContaining({ who: one, from: days.van, until: days.tot }))
})

it('wat voor er vervangers waren bewaard is, blijft leesbaar', async () => {
  await clearAll()
  const { client, PutCommand } = await loket.connection.dynamo()
  const Item = { pk: 'AFWEZIG#aalst', sk: one, person: one, from: days.van, until: days.tot, ttl: 2_000_000_000 }
  await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
  expect(await stored()).toEqual([{ person: one, from: days.van, until: days.tot }])
})

describe('twee tegelijk', () => {
  const range = { from: days.van, until: days.tot }
  const change = (by: string) => ({ by, auditId: `${by}-${Math.random()}`, now: wednesday, auditDays: 365 })
  const refuses = (absence: Absence) => (others: readonly Absence[]) => standInRefusal(others, absence, '2026-11-25')
  const chained = (absences: readonly Absence[]) =>
    absences.some(({ standIn }) =>
      absences.some(({ person, standIn: next }) => person === standIn && next !== undefined),
    )

  /** `two` gets a stand-in between what the store reads for `one` and what it writes. */
  async function race(withCondition: boolean) {
    await clearAll()
    let done = false
    const connection = atTheEdge(loket.connection, async ({ command, input }, send) => {
      if (command === 'TransactWriteCommand' && !done) {
        done = true
        const later: Absence = { person: two, ...range, standIn: coordinator }
        const to = { network: 'aalst', person: two }
        await loket.deps.absences.set(to, { ...range, standIn: coordinator }, change('b'), refuses(later))
        if (!withCondition) for (const item of input.TransactItems ?? []) withoutCondition(item)
      }
      return send()
    })
    const absence: Absence = { person: one, ...range, standIn: two }
    const to = { network: 'aalst', person: one }
    const refusal = await createAbsences(connection).set(to, { ...range, standIn: two }, change('a'), refuses(absence))
    return { refusal, absences: await stored() }
  }

  it('maken geen vervanger van een vervanger: de tweede leest waarom', async () => {
    const { refusal, absences } = await race(true)
    expect(refusal?.kind).toBe('is-away')
    expect(absences.map(({ person }) => person)).toEqual([two])
  })

  it('zonder de voorwaarde wel: dat bewijst de proef', async () => {
    expect(chained((await race(false)).absences)).toBe(true)
  })
})

type Items = NonNullable<TransactWriteCommandInput['TransactItems']>
function withoutCondition({ Put }: Items[number]) {
  delete Put?.ConditionExpression
  delete Put?.ExpressionAttributeValues
}
