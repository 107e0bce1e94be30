import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type Move, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { openTasksOf } from '../../../forms/kit/tasks/own-tasks.ts'

/** On the page of a move that closes: its open tasks stop too. Undefined where it does not, or there are none. */
export function stopsInWords({ form }: Pick<Service, 'form'>, dossier: Dossier, move: Move | 'ends') {
  const count = openTasksOf(dossier).length
  const to = move === 'ends' || typeof move.to !== 'string' ? undefined : stateOf(form.lifecycle, move.to)
  if (count === 0 || (move !== 'ends' && !to?.closed)) return undefined
  const stops = count === 1 ? 'Dan stopt ook 1 open taak.' : `Dan stoppen ook ${count} open taken.`
  return to?.withdrawn ? stops : `${stops} In de tijdlijn blijft te lezen: niet meer gedaan.`
}
