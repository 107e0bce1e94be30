/** What a change means for people, before it is kept: all that was typed goes along, and "Nee" gives it back. */
import type { FC } from 'hono/jsx'
import type { Meaning } from '../../../forms/event-changes.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { eventHome } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { actionField } from './event-form-page.tsx'
import { Page } from './pages.tsx'

interface SureProps extends WorkFrame {
  event: LoketEvent
  meanings: readonly Meaning[]
  typed: RawInput
}

export const SurePage: FC<SureProps> = ({ event, meanings, typed, ...frame }) => {
  const asked = new Set<string>([actionField, ...meanings.map(({ field }) => field)])
  const kept = [...typed].flatMap(([name, values]) => (asked.has(name) ? [] : values.map((value) => ({ name, value }))))
  return (
    <Page {...frame} title="Klopt dit?" above={event.titel} back={eventHome(event)}>
      <h1>Klopt dit?</h1>
      <p class="lead">Er is nog niets veranderd.</p>
      <form method="post" action={`${eventHome(event)}/wijzigen`}>
        {kept.map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {meanings.map(({ field, title, lines }) => (
          <section class="lw-block">
            <h2>{title}</h2>
            {lines.map((line) => (
              <p>
                <bdi>{line}</bdi>
              </p>
            ))}
            <input type="hidden" name={field} value="ja" />
          </section>
        ))}
        <div class="row">
          <button class="btn" data-next>
            Ja, bewaar
          </button>
          <button class="btn plain" name={actionField} value="terug">
            Nee, ga terug
          </button>
        </div>
      </form>
    </Page>
  )
}
