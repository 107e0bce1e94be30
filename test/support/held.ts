/** An overleg that was held, whose dossier waits for its plan. */
import { startFiled, type startOverleg, type TestOverleg } from './overleg.ts'
import { spanAt } from './overleg-tables.ts'
import { planOf, type TestPlan } from './plan.ts'
import type { TestWorkspace } from './workspace.ts'

interface Held {
  overleg: TestOverleg
  plan: TestPlan
}

export interface Holding extends NonNullable<Parameters<typeof startFiled>[1]> {
  /** Who was not there, as `idOf` finds them; everybody else was. */
  absent?: readonly string[]
  /** Without one, of a request with answers; otherwise of a dossier that has none (`startOverleg`). */
  start?: typeof startOverleg
}

/** Monday 30 November 2026 the table is agreed, Monday 7 December at half past nine it is held; afterwards it is ten o'clock that day. */
export async function startHeld(work: TestWorkspace, { absent = [], start, ...options }: Holding = {}): Promise<Held> {
  work.clock.now = new Date('2026-11-30T09:00:00Z')
  const overleg = await (start ?? startFiled)(work, options)
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  work.clock.now = new Date('2026-12-07T09:00:00Z')
  const away = await Promise.all(absent.map((called) => overleg.idOf(called)))
  const { participants } = (await overleg.now()).overleg
  const present = Object.fromEntries(
    Object.keys(participants).map((id) => [id, away.includes(id) ? ('niet_gekomen' as const) : ('aanwezig' as const)]),
  )
  await overleg.hold({ present })
  return { overleg, plan: planOf(work, overleg) }
}
