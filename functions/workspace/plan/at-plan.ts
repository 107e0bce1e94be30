/** What every page of a plan is made from. */
import type { PlanOfForm } from '../../../forms/kit/plan/plan-of-form.ts'
import type { AtTable } from '../overleg/at-table.ts'
import type { OpenPlan } from './open-plan.ts'

/** A page of the plan, with what the request said of it. */
export type AtPlan = OpenPlan & Omit<AtTable, keyof OpenPlan> & { hasPlan: PlanOfForm }
