/** A plan to put on a sheet, as short or as long as a test asks: its words are of families that do not exist. */
import { noGoalTexts } from '../../forms/kit/plan/plan-texts.ts'
import type { PlanInput } from '../../forms/kit/plan/write-plan.ts'
import { type Holding, startHeld } from '../support/held.ts'
import type { TestOverleg } from '../support/overleg.ts'
import type { TestRow } from '../support/overleg-tables.ts'
import type { TestAfspraak, TestPlan } from '../support/plan.ts'
import type { TestWorkspace } from '../support/workspace.ts'

const called = { bereik: 'telefoon', telefoon: '+32478123456' } as const

/** A client, somebody they trust, and three services with a person each. */
export const sheetTable: readonly TestRow[] = [
  { wie: 'client', bereik: 'brief' },
  { wie: 'vertrouwensfiguur', naam: 'Samira Kaddour', bereik: 'brief', beroepsgeheim: 'nee' },
  { wie: 'spilfiguur', naam: 'Els Baert', dienst: 'OCMW Voorbeeld', ...called },
  { naam: 'Zoë D’Hondt', dienst: 'CAW Voorbeeld', ...called },
  { naam: 'Jan Cools', dienst: 'CLB Voorbeeld', ...called },
]

export const sheetGoals: PlanInput['goals'] = [
  {
    domein: 'wonen_energie',
    wanneer: 'eerst',
    texts: { goed: 'De huur is altijd betaald.', minder_goed: 'Schimmel.', doel: 'Een droge kamer voor de kinderen.' },
  },
  {
    domein: 'inkomen_schulden',
    wanneer: 'eerst',
    texts: { ...noGoalTexts, doel: 'Geen deurwaarder meer aan de deur.' },
  },
  { domein: 'gezondheid', wanneer: 'later', texts: { ...noGoalTexts, doel: 'Rust na school.' } },
  {
    domein: 'gezin_familie',
    wanneer: 'niet',
    texts: { ...noGoalTexts, goed: 'De kinderen gaan graag naar school', doel: 'Vaker naar oma.' },
  },
]

/** Six of them: of the client, of a neighbour, of services; one of somebody who was not there. */
export const sheetAfspraken: readonly TestAfspraak[] = [
  {
    wat: 'De verhuurder schrijven over de schimmel',
    ...{ wie: 'CAW', met: 'OCMW', waarom: 'wonen_energie', tegen: '2027-01-21' },
  },
  {
    wat: 'Een afbetaalplan vragen aan de energieleverancier',
    ...{ wie: 'OCMW', met: 'client', waarom: 'inkomen_schulden', tegen: '2026-12-21' },
  },
  {
    wat: 'Alle brieven in één map steken en meebrengen naar Els',
    ...{ wie: 'client', waarom: 'inkomen_schulden', tegen: '2026-12-14' },
  },
  {
    wat: 'Op woensdagnamiddag op de kinderen passen',
    ...{ wie: 'vertrouwensfiguur', waarom: 'gezondheid', tegen: '2026-12-16' },
  },
  {
    wat: 'Nagaan of er recht is op een verwarmingstoelage',
    ...{ wie: 'OCMW', waarom: 'wonen_energie', tegen: '2027-01-04' },
  },
  { wat: 'Een plaats zoeken in de huiswerkklas', wie: 'CLB', met: 'CAW', waarom: 'gezondheid' },
]

/** At the table of the sheet, unless a test says otherwise. */
export const heldOverleg = (work: TestWorkspace, holding: Holding = {}) =>
  startHeld(work, { table: sheetTable, speaksFreely: 'nee', ...holding })

/** The same, with the plan of it written. */
export async function writtenPlanOf(
  work: TestWorkspace,
  { goals = sheetGoals, afspraken = sheetAfspraken, ...holding }: Holding & Partial<WrittenPlan> = {},
): Promise<TestPlan & { overleg: TestOverleg }> {
  const { overleg, plan } = await heldOverleg(work, holding)
  await plan.write({ goals, afspraken, evaluationOn: '2027-03-08' })
  return { ...plan, overleg }
}

interface WrittenPlan {
  goals: PlanInput['goals']
  afspraken: readonly TestAfspraak[]
}
