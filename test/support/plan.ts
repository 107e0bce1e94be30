/** The one way to bring a plan to a state in a test: decided by the kit and stored as the werkruimte does, without its pages. */

import type { Act } from '../../forms/kit/overleg/decision.ts'
import { clients } from '../../forms/kit/overleg/overleg.ts'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import type { NextAfter, Outcome } from '../../forms/kit/plan/action-plan.ts'
import { type Evaluation, evaluate } from '../../forms/kit/plan/evaluate.ts'
import { type Agreement, freeze } from '../../forms/kit/plan/freeze.ts'
import type { PlanDecision } from '../../forms/kit/plan/plan-decision.ts'
import { type PlanSaid, planSaidOf, type Stand } from '../../forms/kit/plan/plan-said.ts'
import { noGoalTexts } from '../../forms/kit/plan/plan-texts.ts'
import { press } from '../../forms/kit/plan/press.ts'
import { type PlanInput, writePlan } from '../../forms/kit/plan/write-plan.ts'
import { addDays, brusselsDate } from '../../forms/kit/time.ts'
import { linkToken } from '../../functions/shared/links.ts'
import { personalPath } from '../../functions/shared/public-paths.ts'
import { type OpenPlan, openPlan } from '../../functions/workspace/plan/open-plan.ts'
import { storePlan } from '../../functions/workspace/plan/store-plan.ts'
import { demoContent, demoPerson } from './content.ts'
import { openDays } from './open-days.ts'
import type { TestOverleg } from './overleg.ts'
import { mailsAbout } from './overleg-mails.ts'
import type { TestWorkspace } from './workspace.ts'

export type TestPlan = ReturnType<typeof planOf>

/** An afspraak as a test says it: who does it and who helps are called as `idOf` of the overleg finds them. */
export interface TestAfspraak {
  wat: string
  wie: string
  met?: string
  waarom?: string
  tegen?: string
  agreedOn?: string
}

interface Writing {
  goals?: PlanInput['goals']
  afspraken: readonly TestAfspraak[]
  /** A Brussels date; three months on otherwise. */
  evaluationOn?: string
}

/** Two wishes: one that comes first, one for later. */
export const usualGoals: PlanInput['goals'] = [
  {
    domein: 'wonen_energie',
    wanneer: 'eerst',
    texts: { ...noGoalTexts, goed: 'De school is dichtbij.', doel: 'Een droge kamer voor de kinderen.' },
  },
  { domein: 'inkomen_schulden', wanneer: 'later', texts: { ...noGoalTexts, doel: 'Geen deurwaarder meer.' } },
]

/** The plan of an overleg that was held; its dossier's holder decides. */
export function planOf(work: TestWorkspace, of: TestOverleg) {
  const { reference } = of
  const today = () => brusselsDate(work.clock.now)

  async function now(): Promise<OpenPlan> {
    const found = await of.now()
    const has = found.service.form.plan
    if (!has) throw new Error('This form has no plan')
    const { file } = found
    const answers = file.sealed === undefined ? undefined : await work.deps.unseal(reference, file.sealed)
    return openPlan(work.deps, found, has, answers)
  }

  async function act(decide: (found: OpenPlan, act: Act) => PlanDecision | Promise<PlanDecision>): Promise<OpenPlan> {
    const found = await now()
    const person = demoPerson(found.file.dossier.holder ?? '')
    const decided = await decide(found, { by: person.id, now: work.clock.now, days: openDays() })
    if (decided.kind === 'refused') throw new Error(`Refused: ${decided.reason}`)
    const content = demoContent(found.service.network.slug)
    const answers = { drempels: ['geen'] }
    const stored = await storePlan(work.deps, { found, content, decided, person, now: work.clock.now, answers })
    if (stored !== 'stored') throw new Error(`Not stored: ${stored}`)
    return now()
  }

  const write = ({ goals = usualGoals, afspraken, evaluationOn = addDays(today(), 90) }: Writing) =>
    act(async (found, at) => {
      const known = found.plan.afspraken
      const rows = await Promise.all(
        afspraken.map(async ({ wat, wie, met, waarom = goals[0]?.domein, ...one }) => ({
          // An afspraak with the same words is the same one.
          id: known.find(({ id }) => found.texts.afspraken[id] === wat)?.id,
          ...{ wat, wie: await of.idOf(wie), waarom },
          ...(met ? { met: await of.idOf(met) } : {}),
          ...one,
        })),
      )
      return writePlan(found, { goals, afspraken: rows, evaluationOn }, at)
    })

  const agree = (agreement: Partial<Agreement> = {}) =>
    act((found, at) => {
      const agreed = clients(found.overleg).map(({ id }) => ({ client: id, on: today(), how: 'zelf' as const }))
      return freeze(found, { agreed, disagreed: {}, whole: [], reasons: [], ...agreement }, true, at)
    })

  return {
    reference,
    /** Of the plan in the werkruimte. */
    path: `/werkruimte/dossier/${reference}/plan`,
    now,
    act,
    write,
    agree,
    /** Written and agreed today. */
    async agreed(writing: Writing, agreement: Partial<Agreement> = {}): Promise<OpenPlan> {
      await write(writing)
      return agree(agreement)
    },
    /** Every afspraak that is open comes to the same, unless `outcomes` says otherwise. */
    evaluate: (next: NextAfter, change: Partial<Evaluation> & { all?: Outcome } = {}) =>
      act((found, at) => {
        const { all = 'deels', outcomes: otherwise, ...rest } = change
        const open = found.plan.running?.afspraken ?? []
        const outcomes = { ...Object.fromEntries(open.map(({ id }) => [id, all])), ...otherwise }
        return evaluate(
          found,
          { gelukt: 'De brieven zitten in één map.', drempels: [], outcomes, discussedOn: today(), next, ...rest },
          at,
        )
      }),
    /** Along their link. */
    async says(called: string, afspraak: string, stand: Stand): Promise<PlanSaid> {
      const id = await of.idOf(called)
      const { plan, said, overleg } = await now()
      const decided = press(plan, planSaidOf(said, id), afspraak, stand, work.clock.now)
      if (decided.kind !== 'said') throw new Error(`Not said: ${decided.kind}`)
      const linkVersion = overleg.participants[id]?.linkVersion ?? 0
      const about = { plan, said: decided.said, linkVersion, now: work.clock.now }
      if ((await work.deps.actionPlans.answer(about)) !== 'stored') throw new Error('Not stored')
      return decided.said
    },
    /** Of the afspraak with these words, as it was written last. */
    async afspraak(wat: string): Promise<string> {
      const { texts } = await now()
      const found = Object.entries(texts.afspraken).find(([, text]) => text.includes(wat))
      if (!found) throw new Error(`No afspraak says ${wat}`)
      return found[0]
    },
    /** Mails about it that left or leave at once, by name: a round is one of them, however many it goes to. */
    sent: async (): Promise<string[]> =>
      (await mailsAbout(work, reference, 'plan'))
        .filter(({ waits }) => !waits)
        .map(({ mail }) => mail)
        .sort(),
    /** The path of somebody's own page, along the link as it is now. */
    async link(called: string): Promise<string> {
      const id = await of.idOf(called)
      const { overleg } = await of.now()
      const version = overleg.participants[id]?.linkVersion ?? 0
      const token = linkToken(work.secrets.linkKeys, 'plan', { id: participantId(overleg, id), version })
      return personalPath('plan', token)
    },
  }
}
