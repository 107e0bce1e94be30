/** What the organiser's pages share, and the page of all events. */
import type { Child, FC } from 'hono/jsx'
import { eventDay, firstHours, type LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Phase } from '../../../forms/kit/events/phases.ts'
import { eventHome, newEventPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

interface PageProps extends WorkFrame {
  title: string
  above?: string
  problem?: boolean
  /** The page this one is behind; absent for the first. */
  back?: string
  children?: Child
}

export const Page: FC<PageProps> = ({ assets, network, person, title, problem = false, back, above, children }) => (
  <WorkPage {...{ assets, network, person, title, problem }} here="activiteiten" overleg>
    {back && (
      <p class="eyebrow">
        <a href={back}>Terug</a>
        {above && (
          <>
            {' · '}
            <bdi>{above}</bdi>
          </>
        )}
      </p>
    )}
    {children}
  </WorkPage>
)

/** What just happened, in words. */
export const Done: FC<{ text: string | undefined }> = ({ text }) =>
  text ? (
    <div class="done" role="status">
      <p>{text}</p>
    </div>
  ) : null

const phases: Record<Phase, string> = {
  open: 'inschrijving open',
  volzet: 'volzet',
  gesloten: 'inschrijving gesloten',
  bezig: 'nu bezig',
  voorbij: 'voorbij',
  afgelast: 'afgelast',
}

const tones: Record<Phase, string> = {
  open: 'tag ok',
  volzet: 'tag shut',
  gesloten: 'tag wait',
  bezig: 'tag ok',
  voorbij: 'tag shut',
  afgelast: 'tag late',
}

export const PhaseTag: FC<{ phase: Phase }> = ({ phase }) => <span class={tones[phase]}>{phases[phase]}</span>

export const EventsPage: FC<WorkFrame & { events: readonly { event: LoketEvent; phase: Phase }[] }> = (props) => (
  <Page {...props} title="Activiteiten">
    <div class="lw-head">
      <h1>Activiteiten</h1>
      <a class="btn" href={newEventPath}>
        Nieuwe activiteit
      </a>
    </div>
    {props.events.length === 0 ? (
      <p>Er is nog geen activiteit.</p>
    ) : (
      <section class="lw-band">
        <ul class="lw-plain">
          {props.events.map(({ event, phase }) => (
            <li>
              <span class="grow">
                <a href={eventHome(event)}>
                  <bdi>{event.titel}</bdi>
                </a>
              </span>
              <span class="by">{`${eventDay(event)}, ${firstHours(event)}`}</span>
              <PhaseTag phase={phase} />
            </li>
          ))}
        </ul>
      </section>
    )}
  </Page>
)
