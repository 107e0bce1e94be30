/** How a state looks wherever it is shown: filled, and always with its words (amber waits, green planned, grey closed, teal open). */
import type { Lifecycle, Move, State } from '../../forms/kit/lifecycle/lifecycle.ts'

export type Tone = 'wait' | 'ok' | 'shut' | undefined

/** Planned: one comes there by giving a day, and can move that day. */
export function toneOf({ moves }: Lifecycle, { name, closed, waits }: State): Tone {
  if (closed) return 'shut'
  if (waits) return 'wait'
  const dated = moves.filter(({ asks }) => asks?.includes('datum'))
  const isPlanned =
    dated.some(({ to }) => to === name) && dated.some((move) => isMoving(move) && move.from.includes(name))
  return isPlanned ? 'ok' : undefined
}

const isMoving = ({ to }: Move): boolean => typeof to !== 'string' && to.special === 'same'
