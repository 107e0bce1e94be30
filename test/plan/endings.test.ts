/** What becomes of a plan when its dossier ends, comes back, or goes to somebody else (docs/overleg.md §8, §10). */
import { beforeEach, describe, expect, it } from 'vitest'
import { addSeconds, epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { dossierOf, type Filed, fileHeld } from '../support/dossier.ts'
import { mailsAbout } from '../support/overleg-mails.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { tableOn } from '../support/table.ts'
import type { Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { act, evaluationOn, heldAt, ids, type Running, startHeld, startRunning } from './running.ts'

const monday = new Date('2026-11-23T09:00:00Z')

let work: TestWorkspace
let filed: Filed
let running: Running
let coordinator: Visitor

beforeEach(async () => {
  work = await startTestWorkspace({ now: monday })
  filed = await fileHeld(work, { fast: true })
  running = await startRunning(work, filed)
  coordinator = await work.as('Coördinator Aalst')
})

const dossier = () => dossierOf(work, running.overleg.reference)
const move = (action: string, asked = {}) => act(coordinator, running.path, action, asked)
const about = () => mailsAbout(work, running.overleg.reference, 'plan')
const waiting = async () => (await about()).filter(({ waits }) => waits).map(({ mailId }) => mailId)
const sent = async () => (await about()).filter(({ waits }) => !waits).map(({ mail }) => mail)
const ofTables = async (reference = running.overleg.reference) =>
  (await work.items('loket')).filter(({ pk }) => pk === `TAFEL#${reference}`)
const tombstone = async () => (await ofTables()).find(({ sk }) => sk === 'GEWIST')
const kept = () => work.deps.actionPlans.read(running.overleg.reference, work.clock.now)

describe('de cliënt stopt', () => {
  it('het plan is gestopt, wie ervan wist hoort het, en niets wacht nog', async () => {
    expect(await waiting()).toContain(`evaluatie-${evaluationOn}`)
    await move('intrekken')
    expect((await kept())?.plan).toMatchObject({ state: 'gestopt', endedAt: heldAt.toISOString() })
    expect((await dossier()).actionPlan).toMatchObject({ state: 'gestopt', version: '01' })
    expect(await waiting()).toEqual([])
    const round = (await about()).filter(({ mail }) => mail === 'plan-gestopt')
    expect(round.map(({ to }) => to.sort())).toEqual([[ids.keyPerson, ids.neighbour]])
  })

  it('alles eindigt met de antwoorden, en de dag daarvan staat er voor wie een link heeft', async () => {
    await move('intrekken')
    const end = epochSeconds(addSeconds(heldAt, secondsPerDay))
    const items = (await ofTables()).filter(({ sk }) => sk !== 'GEWIST')
    expect(new Set(items.map(({ ttl }) => ttl))).toEqual(new Set([end]))
    expect(await tombstone()).toMatchObject({ on: '2026-12-02' })
  })

  it('wie daarna van tafel gewist wordt, houdt het plan niet langer in leven', async () => {
    await move('intrekken')
    const path = `/werkruimte/gegevens/tafel/${running.overleg.reference}_01_${ids.keyPerson}/wissen`
    expect((await coordinator.post(path)).status).toBe(200)
    const end = epochSeconds(addSeconds(heldAt, secondsPerDay))
    const items = (await ofTables()).filter(({ sk }) => sk !== 'GEWIST')
    expect(new Set(items.map(({ ttl }) => ttl))).toEqual(new Set([end]))
  })
})

describe('afgesloten en heropend', () => {
  it('het plan eindigt zonder mail, en begint weer waar het stond', async () => {
    const before = await sent()
    await move('afsluiten', { drempels: 'geen' })
    expect((await kept())?.plan.state).toBe('afgesloten')
    expect([await waiting(), await sent()]).toEqual([[], before])
    const { ttl = 0 } = await dossier()
    expect(await tombstone()).toEqual({
      ...{ pk: `TAFEL#${running.overleg.reference}`, sk: 'GEWIST', on: '2027-03-01', network: 'aalst' },
      ttl: ttl + 365 * secondsPerDay,
    })

    await move('heropenen')
    expect(await tombstone()).toBeUndefined()
    expect((await ofTables()).filter((item) => item.ttl !== undefined)).toEqual([])
    expect((await kept())?.plan).toMatchObject({ state: 'loopt', running: { number: '01' } })
    expect(await dossier()).toMatchObject({ state: 'in_opvolging', nextOn: evaluationOn })
    expect(await waiting()).toContain(`evaluatie-${evaluationOn}`)
    expect(await sent()).toEqual(before)
    // From here on it can be agreed and evaluated again.
    const { plan } = await running.plan.evaluate('verder', { evaluationOn: '2027-05-03' })
    expect(plan.running).toMatchObject({ number: '02', evaluationOn: '2027-05-03' })
  })

  it('met de klok: een plan dat afgesloten was, vraagt op de dag van de evaluatie niets', async () => {
    await move('afsluiten', { drempels: 'geen' })
    expect((await work.items('loket')).filter(({ sk, due }) => sk === 'PLAN' && due !== undefined)).toMatchObject([
      { pk: `OUTBOX#${running.overleg.reference}` },
    ])
  })
})

describe('naar iemand anders', () => {
  const tasksTo = async () =>
    (await work.items('loket'))
      .filter(({ pk, sk }) => pk === `OUTBOX#${running.overleg.reference}_plan` && sk === 'PLAN')
      .flatMap(({ mails }) => mails as { mailId: string; notification: { to: string; person?: string } }[])
      .filter(({ mailId }) => mailId === `evaluatie-${evaluationOn}`)
      .map(({ notification: { to, person } }) => person ?? to)

  it('het plan gaat mee, en de tafel hoort er niets van', async () => {
    const before = await sent()
    await move('andere_casemanager', { persoon: 'casemanager-aalst-2', toch: 'ja' })
    expect((await kept())?.plan.holder).toBe('casemanager-aalst-2')
    expect([await tasksTo(), await sent()]).toEqual([['casemanager-aalst-2'], before])
  })

  it('van wie ziek wordt: met alles tegelijk', async () => {
    const fields = { alles: 'ja', naar: 'casemanager-aalst-2' }
    const path = '/werkruimte/beheer/mensen/casemanager-aalst/overdragen'
    expect((await coordinator.post(path, fields)).status).toBe(303)
    expect((await kept())?.plan.holder).toBe('casemanager-aalst-2')
    expect(await tasksTo()).toEqual(['casemanager-aalst-2'])
  })

  it('teruggegeven is het van niemand; wie het daarna krijgt, gaat verder met het plan', async () => {
    await move('teruggeven', { toelichting: 'Zo is het.' })
    expect((await kept())?.plan).not.toHaveProperty('holder')
    expect(await tasksTo()).toEqual(['triage'])
    await move('toewijzen', { persoon: 'casemanager-aalst-2', toch: 'ja' })
    expect(await dossier()).toMatchObject({
      state: 'in_opvolging',
      nextOn: evaluationOn,
      holder: 'casemanager-aalst-2',
    })
    expect([(await kept())?.plan.holder, await tasksTo()]).toEqual(['casemanager-aalst-2', ['casemanager-aalst-2']])
    const { plan } = await running.plan.evaluate('verder', { evaluationOn: '2027-05-03' })
    expect(plan.running?.number).toBe('02')
  })

  it('teruggegeven voor er een plan was: wie het krijgt, schrijft het', async () => {
    work.clock.now = monday
    running = await startHeld(work, await fileHeld(work, { fast: true }))
    await move('teruggeven', { toelichting: 'Zo is het.' })
    await move('toewijzen', { persoon: 'casemanager-aalst-2', toch: 'ja' })
    expect((await dossier()).state).toBe('overleg_gehouden')
    const { plan } = await running.plan.agreed({ afspraken: [{ wat: 'De huur betalen', wie: 'client' }] })
    expect(plan.state).toBe('loopt')
  })
})

it('een volgend overleg dat niet doorgaat, laat het plan lopen', async () => {
  await running.plan.evaluate('overleg')
  const casemanager = await work.as('Casemanager Aalst')
  const path = `${running.path}/overleg/tafel`
  const fields = tableOn(await (await casemanager.get(path)).text())
  expect((await casemanager.post(path, { ...fields, besproken_op: '1/12/2026' })).status).toBe(303)
  await running.overleg.moments([spanAt('2026-12-15T09:30')])
  await running.overleg.fix()
  expect((await dossier()).state).toBe('overleg_gepland')
  await running.overleg.cancel()
  expect(await dossier()).toMatchObject({ state: 'in_opvolging', nextOn: '2026-12-03' })
  const { plan } = await running.plan.evaluate('verder', { evaluationOn: '2027-05-03' })
  expect(plan).toMatchObject({ overleg: '02', running: { number: '02' } })
})

it('verplaatst: het plan eindigt, en blijft met alles bij de oude referentie', async () => {
  await move('verplaatsen', { naar: 'aalst/vraag', toelichting: 'Zo is het.' })
  const { movedTo, ttl, actionPlan } = await dossier()
  expect([actionPlan?.state, (await kept())?.plan.state]).toEqual(['afgesloten', 'afgesloten'])
  expect(await waiting()).toEqual([])
  expect(new Set((await ofTables()).filter(({ sk }) => sk !== 'GEWIST').map((item) => item.ttl))).toEqual(
    new Set([ttl]),
  )
  const next = movedTo?.reference ?? ''
  expect((await dossierOf(work, next)).actionPlan).toBeUndefined()
  expect(await ofTables(next)).toEqual([])
})

it('doorverwezen en toch niet geraakt, zegt de aanvrager: het plan gaat verder', async () => {
  await move('doorverwijzen', { aanbod: 'caw', toelichting: 'Zo is het.', drempels: 'geen' })
  expect((await kept())?.plan.state).toBe('afgesloten')
  expect((await work.visitor().post(`${filed.status}/geraakt`, { antwoord: 'nee' })).status).toBe(303)
  expect(await dossier()).toMatchObject({ state: 'in_opvolging', nextOn: evaluationOn, tablesEnd: expect.any(Number) })
  const { plan } = await running.plan.evaluate('verder', { evaluationOn: '2027-05-03' })
  expect(plan).toMatchObject({ state: 'loopt', running: { number: '02' } })
  expect(await waiting()).toContain('evaluatie-2027-05-03')
  // Nothing of it ends any more, and no link says that it is gone.
  expect((await ofTables()).filter(({ ttl, sk }) => ttl !== undefined || sk === 'GEWIST')).toEqual([])
  expect((await dossier()).tablesEnd).toBeUndefined()
})
