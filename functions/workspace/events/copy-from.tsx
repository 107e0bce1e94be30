/** The way to a new event that begins as a copy. */
import type { FC } from 'hono/jsx'
import { eventDay, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { eventHome } from '../../shared/work-paths.ts'

/** As many as somebody looks through; the latest first. */
const mostShown = 30

export const CopyFrom: FC<{ events: readonly LoketEvent[] }> = ({ events }) =>
  events.length === 0 ? null : (
    <details class="lw-block">
      <summary>Begin van een kopie</summary>
      <p>Alles komt mee, behalve de dagen, de link en de antwoorden.</p>
      <ul class="lw-plain">
        {events.slice(0, mostShown).map((event) => (
          <li>
            <a href={`${eventHome(event)}/kopie`}>
              <bdi>{event.titel}</bdi>
            </a>{' '}
            <span class="by">{eventDay(event)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
