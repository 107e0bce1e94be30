/** All that people typed in one dossier, opened, each text with where it stands: to look somebody up in it. */

import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { fullNameOf } from '../../../forms/kit/overleg/details.ts'
import { ownWordsSealedFor } from '../../../forms/kit/overleg/own-words.ts'
import { answerPassages } from '../../../forms/kit/passages.ts'
import type { PlanTexts } from '../../../forms/kit/plan/plan-texts.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import { answersByTodaysNames } from '../../../forms/todays-names.ts'
import type { FoundSeat } from '../../shared/store/find-person.ts'
import type { KeptOverleg } from '../../shared/store/overlegs.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { findInNetwork } from '../dossier/access.ts'
import { type OpenLine, openLine } from '../dossier/open-line.ts'
import { openTask } from '../dossier/open-task.ts'
import { openPhone } from '../open-answers.ts'
import { everSeated, type OpenKept, openKept } from './kept-overleg.ts'
import { type OpenKeptPlan, openKeptPlan } from './kept-plan.ts'

interface TextIn {
  /** "in een notitie" */
  where: string
  text: string
  /** Of somebody at a table: they have a page of their own. */
  seat?: FoundSeat
}

export interface OpenTexts {
  dossier: Dossier
  texts: readonly TextIn[]
}

export type TextDeps = Pick<WorkspaceDeps, 'dossierFiles' | 'overlegs' | 'actionPlans' | 'unseal' | 'now'>

/** Undefined when it is erased by now, or another network's. */
export async function textsOf(deps: TextDeps, network: Network, reference: string): Promise<OpenTexts | undefined> {
  const at = deps.now()
  const found = await findInNetwork(deps.dossierFiles, network, reference, at)
  if (!found) return undefined
  const { service, file } = found
  const { dossier, sealed, lines, tasks: typedTasks } = file
  const [answers, phone, notes, tasks, tables] = await Promise.all([
    sealed === undefined ? {} : deps.unseal(reference, sealed),
    openPhone(deps, dossier),
    Promise.all(lines.map((line) => openLine(deps, reference, line))),
    Promise.all(typedTasks.map((task) => openTask(deps, reference, task))),
    dossier.overleg ? deps.overlegs.all(reference, at) : [],
  ])
  const overlegs = await Promise.all(tables.map((table) => openKept(deps, table)))
  const typed = await Promise.all(tables.map((table) => ownTexts(deps, table)))
  const plan = dossier.actionPlan && (await openKeptPlan(deps, reference, overlegs))
  return {
    dossier,
    texts: [
      ...answerPassages(service, answersByTodaysNames(service, answers)),
      ...(phone === undefined ? [] : [{ where: 'in het nummer dat de aanvrager later gaf', text: phone }]),
      ...notes.flatMap(textsOfNote),
      ...tasks.map(({ text }) => ({ where: 'in een taak', text })),
      ...overlegs.flatMap(textsOfOverleg),
      ...typed.flat(),
      ...(plan ? textsOfPlan(plan) : []),
    ].filter(({ text }) => text !== ''),
  }
}

const textsOfNote = ({ kind, text = '', earlier = [] }: OpenLine): TextIn[] => [
  { where: kind === 'toevoeging' ? 'in wat de aanvrager toevoegde' : 'in een notitie', text },
  ...earlier.map((before) => ({ where: 'in een notitie, zoals ze eerst was', text: before.text })),
]

function textsOfOverleg({ overleg, details }: OpenKept): TextIn[] {
  const { reference, number, noun } = overleg
  const called = `${noun} ${number}`
  return [
    ...everSeated(overleg).map(({ id }) => ({
      where: `aan de tafel van ${called}`,
      text: [fullNameOf(details, id), details.names[id]?.telefoon].filter(Boolean).join(', '),
      seat: { reference, number, id },
    })),
    { where: `in wat beslist is op ${called}`, text: details.decisions },
    { where: `waarom ${called} niet doorging`, text: details.reason },
    { where: `bij de plaats van ${called}`, text: [details.place, details.onlineLink].filter(Boolean).join(', ') },
  ]
}

/** What participants typed about themselves along their link. */
async function ownTexts({ unseal }: TextDeps, { overleg, said }: KeptOverleg): Promise<TextIn[]> {
  const { reference, number } = overleg
  const open = async (id: string, sealed: string): Promise<TextIn> => {
    const typed: Answers = await unseal(ownWordsSealedFor(overleg, id), sealed)
    const text = Object.values(typed).filter(Boolean).join(', ')
    return { where: `aan de tafel van ${overleg.noun} ${number}`, text, seat: { reference, number, id } }
  }
  return Promise.all(
    [...said.values()].flatMap(({ participant, sealed }) => (sealed === undefined ? [] : [open(participant, sealed)])),
  )
}

/** What is written and every version alike: the same words once. */
function textsOfPlan({ texts, versions }: OpenKeptPlan): TextIn[] {
  const written = [texts, ...versions.map((one) => one.texts)].flatMap(wordsOfPlan)
  return [...new Set(written)].map((text) => ({ where: 'in het plan van aanpak', text }))
}

const wordsOfPlan = ({ goals, afspraken, disagreed, gelukt }: PlanTexts): string[] => [
  ...Object.values(goals).flatMap((goal) => Object.values(goal) as string[]),
  ...Object.values(afspraken),
  ...Object.values(disagreed).flatMap((by) => Object.values(by)),
  ...gelukt,
]
