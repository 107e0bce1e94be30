/** For who was filling something in: the way back to it. */
import type { FC } from 'hono/jsx'
import { openDraftsPath } from '../../shared/public-paths.ts'

export const OpenDraftsBeside: FC = () => (
  <section>
    <h2>Was u bezig?</h2>
    <p>
      <a href={openDraftsPath}>Ga verder met uw aanvraag</a>
    </p>
  </section>
)
