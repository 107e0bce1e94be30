/** A request whose plan runs, with something in every field of verslag, plan, agreement, evaluation and presses; each text says which. */
import { expect } from 'vitest'
import { hiddenOn } from '../support/dossier.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { type TestRow, twoMoments } from '../support/overleg-tables.ts'
import { planOf, type TestPlan } from '../support/plan.ts'
import type { Fields, Visitor } from '../support/visitor.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** Of who sits there: no other word of Loket, so that a dump shows where they are. */
export const ids = { client: 'kanarie0', keyPerson: 'kanarie1', neighbour: 'kanarie2', byPhone: 'kanarie3' } as const

export const canary = (field: string): string => `Kanarie-${field}-zingt`

/** What was typed of the plan and its verslag. */
export const typedCanaries = [
  ...['besluit', 'goed', 'minder-goed', 'doel', 'later', 'brieven', 'verhuurder', 'tuin', 'oneens', 'gelukt'],
].map(canary)

/** What was typed of its table. */
export const tableCanaries = ['naam1', 'dienst1', 'naam2', 'dienst3'].map(canary)

export const addresses = { keyPerson: 'kanarie1@ocmw.example', neighbour: 'kanarie2@mail.example' } as const

const rows: readonly TestRow[] = [
  { wie: 'client', bereik: 'brief' },
  { wie: 'spilfiguur', naam: canary('naam1'), dienst: canary('dienst1'), email: addresses.keyPerson },
  { wie: 'naaste', naam: canary('naam2'), email: addresses.neighbour, beroepsgeheim: 'nee' },
  { naam: canary('naam3'), dienst: canary('dienst3'), bereik: 'telefoon', telefoon: '+3253000031' },
]

export interface Running {
  /** Of the dossier in the werkruimte. */
  path: string
  overleg: TestOverleg
  plan: TestPlan
}

/** Held on Tuesday 1 December 2026 and agreed that day: evaluated on 1 March 2027. */
export const heldAt = new Date('2026-12-01T16:00:00Z')
export const evaluationOn = '2027-03-01'

/** The overleg was held. `at`: of a request that was filed; otherwise of one without answers. */
export async function startHeld(work: TestWorkspace, at?: { reference: string }): Promise<Running> {
  let given = 0
  const overleg = await startOverleg(work, { ...(at ? { at } : {}), table: rows, newId: () => `kanarie${given++}` })
  await overleg.asked(twoMoments)
  await overleg.fix()
  work.clock.now = heldAt
  const present = Object.fromEntries(Object.values(ids).map((id) => [id, 'aanwezig' as const]))
  await overleg.hold({ present, keyPerson: ids.keyPerson, decisions: canary('besluit') })
  const path = `/werkruimte/dossier/${overleg.reference}`
  return { path, overleg, plan: planOf(work, overleg) }
}

/** Three afspraken, one with a disagreement; the key person reads all of it, the neighbour reads why. */
export async function startRunning(work: TestWorkspace, at?: { reference: string }): Promise<Running> {
  const running = await startHeld(work, at)
  const { plan } = running
  await plan.write({
    goals: [
      {
        ...{ domein: 'wonen_energie', wanneer: 'eerst' },
        texts: { goed: canary('goed'), minder_goed: canary('minder-goed'), doel: canary('doel') },
      },
      {
        ...{ domein: 'inkomen_schulden', wanneer: 'later' },
        texts: { goed: '', minder_goed: '', doel: canary('later') },
      },
    ],
    afspraken: [
      { wat: canary('brieven'), wie: 'client', tegen: '2026-12-14' },
      { wat: canary('verhuurder'), wie: ids.keyPerson, met: ids.neighbour, tegen: '2026-12-21' },
      { wat: canary('tuin'), wie: ids.neighbour, tegen: '2027-01-11' },
    ],
    evaluationOn,
  })
  await plan.agree({
    disagreed: { a2: { [ids.client]: canary('oneens') } },
    whole: [ids.keyPerson],
    reasons: [ids.neighbour],
  })
  await plan.says(ids.keyPerson, 'a2', 'lukt_niet')
  await plan.says(ids.neighbour, 'a3', 'gedaan')
  return running
}

/** The same, looked back on once: version 02 runs. */
export async function startEvaluated(work: TestWorkspace): Promise<Running> {
  const running = await startRunning(work)
  await running.plan.evaluate('verder', {
    gelukt: canary('gelukt'),
    evaluationOn: '2027-04-01',
    outcomes: { a1: 'gelukt', a2: 'deels', a3: 'deels' },
  })
  return running
}

/** A move of the dossier on its own page, with what that asks. */
export async function act(visitor: Visitor, path: string, action: string, asked: Fields = {}): Promise<void> {
  const { revision = '', bij } = await hiddenOn(visitor, `${path}/${action}`)
  const answer = await visitor.post(`${path}/${action}`, { revision, ...(bij ? { bij } : {}), ...asked })
  expect([action, answer.status]).toEqual([action, 303])
}
