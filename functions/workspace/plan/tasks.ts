/**
 * What must still be done for the plans of some dossiers, in words and with the place to do it: lines of "Mijn week". Nothing of it
 * is kept (forms/kit/plan/plan-tasks.ts). Per dossier with a plan that runs two reads, and one opened seal where a name is shown; of
 * one that was closed one read.
 */
import { serviceOf } from '../../../forms/index.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type Details, noDetails } from '../../../forms/kit/overleg/details.ts'
import { nextStepOf } from '../../../forms/kit/overleg/next-step.ts'
import { isOpenOverleg } from '../../../forms/kit/overleg/overleg.ts'
import type { ActionPlan } from '../../../forms/kit/plan/action-plan.ts'
import { isClosedPlan, isRunning } from '../../../forms/kit/plan/plan-mark.ts'
import { waitsForPlan } from '../../../forms/kit/plan/plan-of-form.ts'
import type { Stand } from '../../../forms/kit/plan/plan-said.ts'
import { type PlanTask, planTasksOf } from '../../../forms/kit/plan/plan-tasks.ts'
import { canBegin } from '../../../forms/kit/plan/write-plan.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import type { At } from '../../../forms/kit/working-days.ts'
import type { KeptOverleg } from '../../shared/store/overlegs.ts'
import { overlegPath, planPath } from '../../shared/work-paths.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type OwnStep, openDetails, type TaskLine } from '../overleg/tasks.ts'
import { calledOf } from '../overleg/words.ts'

/** A dossier whose plan, or whose overleg that was held, asks something. */
export interface PlanTasks {
  dossier: Dossier
  /** Its table. */
  kept?: KeptOverleg
  /** Absent while nobody wrote one. */
  plan?: ActionPlan
  /** Of an overleg that was held and has no plan: the client was not there. */
  withoutClient?: boolean
  tasks: readonly PlanTask[]
}

type Deps = Pick<WorkspaceDeps, 'actionPlans' | 'overlegs' | 'unseal' | 'logFailure' | 'random'>

/** Reads what is asked, all at once; nothing that people typed is opened. */
export async function readPlanTasks(deps: Deps, dossiers: readonly Dossier[], { now, days }: At): Promise<PlanTasks[]> {
  const read = dossiers.map(async (dossier): Promise<PlanTasks[]> => {
    const { actionPlan: mark, ttl } = dossier
    if (mark?.version && (isRunning(mark) || (isClosedPlan(mark) && ttl !== undefined)))
      return ofPlan(deps, dossier, { now, days })
    return ttl === undefined && isToWrite(dossier) ? [await ofHeld(deps, dossier, now)] : []
  })
  return (await Promise.all(read)).flat()
}

/** Its overleg was held, and nothing is agreed yet: the dossier stands still until it is. */
function isToWrite(dossier: Dossier): boolean {
  const service = serviceOf(dossier)
  return service !== undefined && dossier.overleg?.state === 'gehouden' && waitsForPlan(service.form, dossier)
}

async function ofPlan({ actionPlans, overlegs }: Deps, dossier: Dossier, { now, days }: At): Promise<PlanTasks[]> {
  const { reference, ttl } = dossier
  const found = await actionPlans.read(reference, now)
  if (!found) return []
  const { plan, said } = found
  const kept = ttl === undefined ? await overlegs.read(reference, plan.overleg, now) : undefined
  const erasedOn = ttl === undefined ? undefined : brusselsDate(new Date(ttl * 1000))
  const overleg = kept?.overleg ?? { participants: {} }
  const tasks = kept || erasedOn ? planTasksOf({ plan, overleg, said }, erasedOn, { now, days }) : []
  return [{ dossier, plan, tasks, ...(kept ? { kept } : {}) }]
}

async function ofHeld({ overlegs }: Deps, dossier: Dossier, now: Date): Promise<PlanTasks> {
  const { overleg: mark, reference, actionPlan } = dossier
  const overleg = mark && !actionPlan ? await overlegs.readOpen(reference, mark.number, now) : undefined
  return { dossier, tasks: [], withoutClient: overleg !== undefined && !canBegin(overleg) }
}

/** The lines, with names: the view must be noted before. A name that cannot be opened is not shown. */
export async function planLinesOf(deps: Deps, { dossier, kept, tasks }: PlanTasks): Promise<TaskLine[]> {
  const named = tasks.some((task) => 'participant' in task)
  const details = kept && named ? await openDetails(deps, kept) : noDetails
  const withClient = serviceOf(dossier)?.form.overleg?.withClient !== false
  const { reference } = dossier
  return tasks.map((task) => ({
    reference,
    on: task.on,
    text: textOf(task, details, withClient),
    path: pathOf(task, reference),
  }))
}

function pathOf(task: PlanTask, reference: string): string {
  if (task.kind === 'without_person') return planPath(reference)
  const page = planPath(reference, 'evaluatie')
  return 'afspraak' in task ? `${page}#${task.afspraak}` : page
}

const saidInWords: Readonly<Record<Exclude<Stand, 'gedaan'>, string>> = {
  lukt_niet: 'een afspraak lukt niet',
  bel_mij: 'vroeg om te bellen',
  niet_afgesproken: 'sprak dit niet af',
}

function textOf(task: PlanTask, details: Details, withClient: boolean): string {
  switch (task.kind) {
    case 'call':
      return `Bel ${calledOf(details, task.participant)}: ${saidInWords[task.stand]}`
    case 'late':
      return `Te laat: een afspraak van ${calledOf(details, task.participant)}`
    case 'due':
      return `Loopt af: een afspraak van ${calledOf(details, task.participant)}`
    case 'without_person':
      return 'Zonder trekker: geef een afspraak door'
    case 'evaluate':
      return withClient ? 'Evaluatie met de cliënt' : 'Evaluatie van het plan'
    case 'missed':
      return `Evaluatie niet gebeurd, moest op ${dateInWords(task.on)}`
    case 'keep':
      return `Bewaar het plan zelf, vóór ${dateInWords(task.before)}`
  }
}

/** What the dossier itself asks while it has a plan: said at its own place, and not twice. Undefined where its own words stand. */
export function ownPlanStep({ dossier, plan, withoutClient }: PlanTasks): OwnStep | undefined {
  const form = serviceOf(dossier)?.form
  if (!form) return undefined
  const { reference, nextOn, actionPlan: mark } = dossier
  const step = (path: string, text = nextStepOf(form, dossier)) => ({
    path,
    ...(text ? { text } : {}),
    ...(nextOn ? { on: nextOn } : {}),
  })
  if (waitsForPlan(form, dossier))
    return withoutClient
      ? step(overlegPath(reference), 'zoek samen met de cliënt een nieuw moment')
      : step(planPath(reference))
  if (!plan || !isRunning(plan)) return undefined
  if (mark?.waitsForOverleg) return step(overlegPath(reference, isUnderWay(dossier) ? undefined : 'tafel'))
  // Its own lines say that the evaluation is there.
  return nextOn === mark?.evaluationOn ? { path: planPath(reference, 'evaluatie') } : undefined
}

const isUnderWay = ({ overleg }: Dossier): boolean => overleg !== undefined && isOpenOverleg(overleg)
