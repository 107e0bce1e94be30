/** An overleg that was held, whose dossier waits for its plan. */
import type { Overleg } from '../../forms/kit/overleg/overleg.ts'
import { startFiled, type TestOverleg } from './overleg.ts'
import { spanAt, type TestRow } from './overleg-tables.ts'
import { planOf, type TestPlan } from './plan.ts'
import type { TestWorkspace } from './workspace.ts'

interface Held {
  overleg: TestOverleg
  plan: TestPlan
}

interface Options {
  table?: readonly TestRow[]
  /** Who was not there, as `idOf` finds them; everybody else was. */
  absent?: readonly string[]
}

/** Monday 30 November 2026 the table is agreed, Monday 7 December at half past nine it is held; afterwards it is ten o'clock that day. */
export async function startHeld(work: TestWorkspace, { table, absent = [] }: Options = {}): Promise<Held> {
  work.clock.now = new Date('2026-11-30T09:00:00Z')
  const overleg = await startFiled(work, table ? { table } : {})
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  work.clock.now = new Date('2026-12-07T09:00:00Z')
  const away = await Promise.all(absent.map(overleg.idOf))
  const { overleg: fixed } = await overleg.now()
  const present: NonNullable<Overleg['present']> = Object.fromEntries(
    Object.keys(fixed.participants).map((id) => [id, away.includes(id) ? 'niet_gekomen' : 'aanwezig'] as const),
  )
  await overleg.hold({ present })
  return { overleg, plan: planOf(work, overleg) }
}
