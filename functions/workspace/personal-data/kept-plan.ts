/** A plan van aanpak as it is kept, opened: for who asks what we keep, and for the file they take along (docs/overleg.md §8). */
import { type Details, noDetails } from '../../../forms/kit/overleg/details.ts'
import type { Overleg } from '../../../forms/kit/overleg/overleg.ts'
import { leftOut } from '../../../forms/kit/passages.ts'
import type { ActionPlan, Afspraak, Goal, Outcome, Version } from '../../../forms/kit/plan/action-plan.ts'
import { type PlanSaidBy, planSaidOf, type Stand } from '../../../forms/kit/plan/plan-said.ts'
import { noGoalTexts, type PlanTexts, planSealedFor, readPlanTexts } from '../../../forms/kit/plan/plan-texts.ts'
import { seesWhole } from '../../../forms/kit/plan/who-sees.ts'
import { dateInWords, dayInWords } from '../../../forms/kit/time.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenKept } from './kept-overleg.ts'

export interface OpenKeptPlan {
  plan: ActionPlan
  /** Of what is being written. */
  texts: PlanTexts
  /** The first one first. */
  versions: readonly { version: Version; texts: PlanTexts }[]
  said: PlanSaidBy
  /** Whoever ever sat at the table it goes by, for their names. */
  participants: Overleg['participants']
  details: Details
}

type Deps = Pick<WorkspaceDeps, 'actionPlans' | 'unseal' | 'now'>

/** `overlegs`: of the same dossier, opened. Undefined where there is no plan, or it is erased. */
export async function openKeptPlan(
  { actionPlans, unseal, now }: Deps,
  reference: string,
  overlegs: readonly OpenKept[],
): Promise<OpenKeptPlan | undefined> {
  const [kept, agreed] = await Promise.all([actionPlans.read(reference, now()), actionPlans.versions(reference, now())])
  if (!kept) return undefined
  const { plan, sealed, said } = kept
  const [texts, ...agreedTexts] = await Promise.all([
    unseal(planSealedFor(plan), sealed).then(readPlanTexts),
    ...agreed.map((one) => unseal(planSealedFor(plan, one.version.number), one.sealed).then(readPlanTexts)),
  ])
  const table = overlegs.find(({ overleg }) => overleg.number === plan.overleg)
  return {
    ...{ plan, texts, said },
    versions: agreed.flatMap(({ version }, at) => {
      const words = agreedTexts[at]
      return words ? [{ version, texts: words }] : []
    }),
    participants: table?.overleg.participants ?? {},
    details: table?.details ?? noDetails,
  }
}

/**
 * What of a plan tells of others than whoever asked, also of another client of the same family: a person decides per passage whether
 * it goes along (GDPR art. 15(4)).
 */
const passages = {
  doelen: 'Wat goed en minder goed loopt, en wat de cliënt wil',
  afspraken: 'De afspraken: wat, wie, waarom en tegen wanneer',
  oneens: 'Waar een cliënt het niet mee eens is',
  gelukt: 'Wat gelukt is, en de drempels',
  meldingen: 'Wat ieder over de eigen afspraken zei',
  lezers: 'Wie het hele plan mag lezen, of waarom iets gebeurt',
} as const
type Passage = keyof typeof passages

const names = Object.keys(passages) as Passage[]

/** In a posted form: `plan.doelen`. */
const keyOf = (passage: Passage): string => `plan.${passage}`

/** Every passage, by its key, with what it is called. */
export const planPassages = names.map((name): [key: string, label: string] => [keyOf(name), passages[name]])

/** The name of what is being written, among the versions that were agreed. */
const written = 'in bewerking'

export function exportOfPlan({ plan, texts, versions, said }: OpenKeptPlan, along: ReadonlySet<string>) {
  const all = [
    ...versions.map((one) => ({ versie: one.version.number, ...one.version, texts: one.texts })),
    { versie: written, goals: plan.goals, afspraken: plan.afspraken, texts },
  ]
  const whole: Record<Passage, unknown> = {
    doelen: all.map(({ versie, goals, texts: words }) => ({ versie, doelen: goals.map(goalWith(words)) })),
    afspraken: all.map(({ versie, afspraken, texts: words }) => ({
      versie,
      afspraken: afspraken.map((one) => ({ ...afspraakWith(words)(one), uitkomst: plan.outcomes[one.id] ?? null })),
    })),
    oneens: versions.map(({ version, texts: words }) => ({ versie: version.number, oneens: words.disagreed })),
    gelukt: {
      gelukt: texts.gelukt,
      drempels: plan.evaluations.map(({ on, drempels }) => ({ op: on, drempels })),
    },
    meldingen: [...said.values()].map(({ participant, stands }) => ({ id: participant, afspraken: stands })),
    lezers: versions.map(({ version: { number, whole: reads, reasons } }) => ({
      versie: number,
      heelPlan: reads,
      waarom: reasons,
    })),
  }
  const goes = (name: Passage) => along.has(keyOf(name))
  return {
    stand: plan.state,
    evaluatieOp: plan.evaluationOn ?? null,
    evaluaties: plan.evaluations.map(({ on, next }) => ({ op: on, verder: next })),
    besproken: versions.map(({ version: { number, agreed } }) => ({ versie: number, met: agreed })),
    ...Object.fromEntries(names.map((name) => [name, goes(name) ? whole[name] : leftOut])),
    // By name, so that somebody can ask for it.
    nietMeegegeven: names.filter((name) => !goes(name)),
  }
}

const goalWith = (texts: PlanTexts) => (goal: Goal) => ({ ...goal, ...(texts.goals[goal.domein] ?? noGoalTexts) })
const afspraakWith = (texts: PlanTexts) => (one: Afspraak) => ({ ...one, wat: texts.afspraken[one.id] ?? '' })

/** What is theirs of an afspraak, without its words: those are the client's. */
export interface OwnAfspraak {
  id: string
  does: boolean
  /** Brussels date. */
  due?: string | undefined
  stand?: { stand: Stand; at: string } | undefined
}

/** What the plan holds of one participant. */
export interface SeatInPlan {
  afspraken: readonly OwnAfspraak[]
  readsWhole: boolean
}

/** Of what is written and of what was agreed last; also what they said of one that is not theirs any more. */
export function seatInPlan({ plan, said }: Pick<OpenKeptPlan, 'plan' | 'said'>, id: string): SeatInPlan {
  const { stands } = planSaidOf(said, id)
  const known = new Map([...(plan.running?.afspraken ?? []), ...plan.afspraken].map((one) => [one.id, one] as const))
  const theirs = [...known.values()].filter(({ wie, met }) => wie === id || met === id).map((one) => one.id)
  return {
    afspraken: [...new Set([...theirs, ...Object.keys(stands)])].map((afspraak) => ({
      id: afspraak,
      does: known.get(afspraak)?.wie === id,
      due: known.get(afspraak)?.tegen,
      stand: stands[afspraak],
    })),
    readsWhole: plan.running !== undefined && seesWhole(plan.running, id),
  }
}

/** What is kept, as it is kept but for its spaces: "lukt niet". */
export const codeInWords = (stand: Stand | Outcome): string => stand.replaceAll('_', ' ')

/** "Afspraak a2, doet dit, tegen vrijdag 4 december 2026: lukt niet" */
export const afspraakInWords = ({ id, does, due, stand }: OwnAfspraak): string =>
  [
    `Afspraak ${id}, ${does ? 'doet dit' : 'helpt'}`,
    due === undefined ? '' : `, tegen ${dateInWords(due)}`,
    stand ? `: ${codeInWords(stand.stand)}, gezegd op ${dayInWords(new Date(stand.at))}` : '',
  ].join('')

export const exportOfSeatInPlan = ({ afspraken, readsWhole }: SeatInPlan) => ({
  afspraken: afspraken.map(({ id, does, due, stand }) => ({
    ...{
      id,
      rol: does ? 'doet dit' : 'helpt',
      tegen: due ?? null,
      melding: stand?.stand ?? null,
      op: stand?.at ?? null,
    },
  })),
  leestHeelHetPlan: readsWhole,
})
