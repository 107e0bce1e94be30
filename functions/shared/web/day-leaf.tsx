/** The day of an event as a leaf of a calendar. */
import type { FC } from 'hono/jsx'
import { eventLeaf, type LoketEvent } from '../../../forms/kit/events/events.ts'

/** For the eye: what it says stands in words beside it. `over`: nobody goes there any more. */
export const DayLeaf: FC<{ event: Pick<LoketEvent, 'start'>; over?: boolean }> = ({ event, over }) => {
  const { weekday, day, month } = eventLeaf(event)
  return (
    <span class={over ? 'lp-dag weg' : 'lp-dag'} aria-hidden="true">
      <i>{weekday}</i>
      <b>{day}</b>
      {month}
    </span>
  )
}
