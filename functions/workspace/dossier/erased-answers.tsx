/** In the place of answers that are gone. */
import type { FC } from 'hono/jsx'

export const ErasedAnswers: FC = () => <p>De antwoorden zijn gewist. Wie wat deed, blijft nog staan.</p>
