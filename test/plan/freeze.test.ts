/** A plan is written, agreed and evaluated: what is kept, what leaves, what never changes (docs/overleg.md §9, §10). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { planOf, type TestPlan } from '../support/plan.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace()
})

let overleg: TestOverleg
let plan: TestPlan
beforeEach(async () => {
  work.clock.now = new Date('2026-11-30T09:00:00Z')
  overleg = await startOverleg(work)
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  work.clock.now = new Date('2026-12-07T09:00:00Z')
  const { overleg: fixed } = await overleg.now()
  await overleg.hold({ present: Object.fromEntries(Object.keys(fixed.participants).map((id) => [id, 'aanwezig'])) })
  plan = planOf(work, overleg)
})

describe('a plan', () => {
  it('wordt geschreven, vastgelegd, gevolgd en geëvalueerd', async () => {
    await plan.agreed({
      afspraken: [
        { wat: 'Brieven in één map steken', wie: 'client', tegen: '2026-12-14' },
        { wat: 'De verhuurder schrijven', wie: 'CAW', met: 'OCMW', tegen: '2026-12-21' },
      ],
    })
    const { plan: kept, agreedTexts, file } = await plan.now()
    expect(kept.running?.number).toBe('01')
    expect(agreedTexts?.afspraken).toEqual({ a1: 'Brieven in één map steken', a2: 'De verhuurder schrijven' })
    expect(file.dossier).toMatchObject({ state: 'in_opvolging', actionPlan: { state: 'loopt', version: '01' } })
    await plan.says('CAW', 'a2', 'lukt_niet')
    const { plan: after } = await plan.evaluate('verder', {
      evaluationOn: '2027-04-01',
      outcomes: { a1: 'gelukt', a2: 'deels' },
    })
    expect(after.running).toMatchObject({ number: '02', evaluationOn: '2027-04-01', afspraken: [{ id: 'a2' }] })
    await plan.evaluate('overleg', { outcomes: { a2: 'deels' } })
    expect((await plan.now()).file.dossier.actionPlan).toMatchObject({ waitsForOverleg: true })
  })
})
