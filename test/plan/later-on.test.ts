/** What the werkruimte says of a plan that has run for a while (docs/overleg.md §9, §10). */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fieldsIn, locationOf, readPage, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { canary, ids, type Running, startEvaluated, startRunning } from './running.ts'

let work: TestWorkspace
let tom: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-24T09:00:00Z') })
})
afterEach(() => work.stop())

const signedIn = async () => {
  tom = await work.as('Casemanager Aalst')
}

it('na meer dan zes maanden kan het opnieuw vastgelegd worden, met een dag binnen zes maanden vanaf dan', async () => {
  const { path }: Running = await startRunning(work)
  work.clock.now = new Date('2027-07-05T08:00:00Z')
  await signedIn()
  const fields = fieldsIn(await (await tom.get(`${path}/plan`)).text())
  const late = await tom.post(`${path}/plan`, { ...fields, evaluatie_op: '6/1/2028' })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('Kies een evaluatie binnen 6 maanden')
  const kept = await tom.post(`${path}/plan`, { ...fields, evaluatie_op: '5/1/2028' })
  expect(locationOf(kept)).toBe(`${path}/plan/akkoord`)
})

it('wie van tafel gaat, laat afspraken na: de tafel zegt hoeveel', async () => {
  const { path, overleg } = await startRunning(work)
  await signedIn()
  const word = `bewaard.weg-${ids.neighbour}`
  expect((await readPage(tom, `${path}/overleg/tafel?klaar=${word}`)).words).not.toContain('geen trekker meer')
  await overleg.leaves(ids.neighbour)
  const { words, html } = await readPage(tom, `${path}/overleg/tafel?klaar=${word}`)
  expect(words).toContain('1 afspraak heeft geen trekker meer. Geef ze aan iemand anders')
  expect(html).toContain(`href="${path}/plan"`)
})

it('wat gelukt is, gaat mee naar het volgende plan', async () => {
  const { path } = await startEvaluated(work)
  await signedIn()
  expect((await readPage(tom, `${path}/plan`)).words).toContain(
    `Wat gelukt is, volgens de cliënt: ‘${canary('gelukt')}’`,
  )
})
