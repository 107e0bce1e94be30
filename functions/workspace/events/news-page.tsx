/** Who wants to be kept informed, on the list of what comes next. */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { eventDay, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { Problem } from '../../shared/web/problem.tsx'
import { eventHome, newEventPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { Page } from './pages.tsx'

interface NextProps extends WorkFrame {
  event: LoketEvent
  /** Who wants to be kept informed, and can be mailed. */
  count: number
  /** The network's own events that still take answers. */
  coming: readonly LoketEvent[]
  problem: string | undefined
}

export const NextPage: FC<NextProps> = (props) => {
  const { event, count, coming, problem } = props
  const home = eventHome(event)
  return (
    <Page {...props} title="Nodig uit wie op de hoogte wil blijven" above={event.titel} back={home} problem={!!problem}>
      {problem && (
        <Problem>
          <h2>Er is een probleem</h2>
          <p>{problem}</p>
        </Problem>
      )}
      <h1>Nodig uit wie op de hoogte wil blijven</h1>
      {count === 0 ? (
        <p>Niemand wil op de hoogte blijven van deze activiteit.</p>
      ) : coming.length === 0 ? (
        <p>
          Er is nog geen volgende activiteit. <a href={newEventPath}>Maak er een</a>
        </p>
      ) : (
        <form class="sheet" method="post" action={`${home}/volgende`}>
          <p>Zij komen op de lijst van een volgende activiteit. Wie er al op staat, blijft zoals hij is.</p>
          <fieldset>
            <legend>Welke activiteit?</legend>
            {coming.map(({ slug, titel, start }) => (
              <label class="choice">
                <input type="radio" name="naar" value={slug} />
                <bdi>{`${titel}, ${eventDay({ start })}`}</bdi>
              </label>
            ))}
          </fieldset>
          <button class="btn" data-next>
            {`Zet ${counted(count, 'mens', 'mensen')} op de lijst`}
          </button>
          <p class="hint">Er vertrekt nog geen mail. Uitnodigen doet u daarna.</p>
        </form>
      )}
    </Page>
  )
}
