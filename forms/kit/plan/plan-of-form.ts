/** That a form has a plan van aanpak, and what it is made of: a form or a network switches parts on by data (docs/overleg.md §9). */
import type { Dossier } from '../lifecycle/dossier.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Option } from '../questions/questions.ts'

export interface PlanOfForm {
  /** What the client's wishes are about. With one option the plan has one goal, which nobody has to choose. */
  domains: {
    options: readonly Option[]
    /** Question with the ones that the request chose; absent: all of them. */
    chosen?: string
    /** Fields of a question per choice that say what goes well, and what less. */
    good?: string
    lessGood?: string
    /** Question that the goal is filled in from, where there is one. */
    goal?: string
    /** Question with what the client wants in all, to read above them. */
    wish?: string
  }
  /** Questions that stand beside the afspraken, to read: what the client, those around them and services can do. */
  beside: readonly string[]
  /** The evaluation is at most so many months after the overleg; a network may say otherwise. */
  evaluateWithinMonths: number
  /** Actions of the dossier's moves that the plan makes; none has a button of its own once there is a plan. */
  moves: {
    /** It was agreed, or agreed anew: the dossier waits for the evaluation. */
    run: string
    /** After an evaluation that ends it. */
    close: string
  }
}

/**
 * Whether the plan makes this move, so that nobody makes it by hand. A dossier from before there were plans, or whose overleg was
 * somewhere else, goes on as it did.
 */
export const isMadeByPlan = (
  plan: PlanOfForm | undefined,
  { actionPlan, overleg }: Pick<Dossier, 'actionPlan' | 'overleg'>,
  action: string,
): boolean =>
  plan !== undefined && action === plan.moves.run && (actionPlan !== undefined || overleg?.state === 'gehouden')

interface WithPlan {
  plan?: PlanOfForm
  lifecycle: Lifecycle
}

/** Whether a plan can be agreed in this state of the dossier. */
export const isAboutPlan = ({ plan, lifecycle }: WithPlan, { state }: Pick<Dossier, 'state'>): boolean =>
  plan !== undefined && lifecycle.moves.some(({ action, from }) => action === plan.moves.run && from.includes(state))

/** Whether a dossier stands still in this state until its plan is agreed: that brings it to another one. */
export const waitsForPlan = (form: WithPlan, { state }: Pick<Dossier, 'state'>): boolean =>
  isAboutPlan(form, { state }) &&
  form.lifecycle.moves.some(
    ({ action, to }) => action === form.plan?.moves.run && typeof to === 'string' && to !== state,
  )
