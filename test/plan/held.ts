/** An overleg that was held, with its plan: where the tests of a guest's page begin. */
import { fileHeld } from '../support/dossier.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { planOf, type TestPlan } from '../support/plan.ts'
import type { TestWorkspace } from '../support/workspace.ts'

interface Held extends NonNullable<Parameters<typeof startOverleg>[1]> {
  /** Who was not there, as `idOf` finds them; everybody was. */
  absent?: readonly string[]
  /** With the answers of a request, which its dossier needs to be ended. */
  filed?: true
}

/** On Monday 7 December 2026, at ten in Brussels. */
export async function heldOverleg(
  work: TestWorkspace,
  { absent = [], filed, ...options }: Held = {},
): Promise<{ overleg: TestOverleg; plan: TestPlan }> {
  work.clock.now = new Date('2026-11-30T09:00:00Z')
  const at = filed ? { at: await fileHeld(work, { fast: true }) } : {}
  const overleg = await startOverleg(work, { ...options, ...at })
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  work.clock.now = new Date('2026-12-07T09:00:00Z')
  const { overleg: fixed } = await overleg.now()
  const away = await Promise.all(absent.map((called) => overleg.idOf(called)))
  const present = Object.keys(fixed.participants).map(
    (id) => [id, away.includes(id) ? 'verontschuldigd' : 'aanwezig'] as const,
  )
  await overleg.hold({ present: Object.fromEntries(present) })
  return { overleg, plan: planOf(work, overleg) }
}
