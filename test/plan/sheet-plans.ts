/** A plan to put on a sheet, as short or as long as a test asks: its words are of families that do not exist. */
import { noGoalTexts } from '../../forms/kit/plan/plan-texts.ts'
import type { PlanInput } from '../../forms/kit/plan/write-plan.ts'
import { startFiled, type TestOverleg } from '../support/overleg.ts'
import { spanAt, type TestRow } from '../support/overleg-tables.ts'
import { planOf, type TestAfspraak, type TestPlan } from '../support/plan.ts'
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

interface Holding {
  table?: readonly TestRow[]
  speaksFreely?: 'nee' | 'ja' | 'weet_niet'
  /** Who was not there, as `idOf` of the overleg finds them. */
  absent?: readonly string[]
}

/** An overleg that was held on Monday 7 December 2026, at eleven; everybody was there. */
export async function heldOverleg(work: TestWorkspace, holding: Holding = {}): Promise<TestOverleg> {
  const { table = sheetTable, speaksFreely = 'nee', absent = [] } = holding
  work.clock.now = new Date('2026-11-30T09:00:00Z')
  const overleg = await startFiled(work, { table, speaksFreely })
  await overleg.moments([spanAt('2026-12-07T09:30')])
  await overleg.fix('m1', { vorm: 'fysiek', tolk: 'niet_nodig', place: 'Zaal 2', onlineLink: '' })
  work.clock.now = new Date('2026-12-07T11:00:00Z')
  const away = await Promise.all(absent.map((one) => overleg.idOf(one)))
  const { participants } = (await overleg.now()).overleg
  const present = Object.fromEntries(
    Object.keys(participants).map((id) => [id, away.includes(id) ? ('niet_gekomen' as const) : ('aanwezig' as const)]),
  )
  await overleg.hold({ present })
  return overleg
}

/** The same, with the plan of it written. */
export async function writtenPlanOf(
  work: TestWorkspace,
  { goals = sheetGoals, afspraken = sheetAfspraken, ...holding }: Holding & Partial<WrittenPlan> = {},
): Promise<TestPlan & { overleg: TestOverleg }> {
  const overleg = await heldOverleg(work, holding)
  const plan = planOf(work, overleg)
  await plan.write({ goals, afspraken, evaluationOn: '2027-03-08' })
  return { ...plan, overleg }
}

interface WrittenPlan {
  goals: PlanInput['goals']
  afspraken: readonly TestAfspraak[]
}
