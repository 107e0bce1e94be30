/** One event with its form, and the form of who comes too late. */
import type { FC } from 'hono/jsx'
import { rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { deadlineInWords, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { mayIn, type Phase, takesAnswers } from '../../../forms/kit/events/phases.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Question } from '../../../forms/kit/questions/questions.ts'
import { eventCalendarPath, eventPath, informedPath, latePath } from '../../shared/public-paths.ts'
import { joinsLine, type Seats } from '../../shared/store/seats.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { InformedLink, News } from './event-after.tsx'
import { EventFacts, EventHead, EventText } from './event-facts.tsx'
import { Closed, Full, Refused } from './event-phase.tsx'
import { EventSheetPage } from './event-sheet-page.tsx'
import { RsvpForm } from './rsvp-form.tsx'

interface EventProps extends Frame {
  event: LoketEvent
  network: Network
  phase: Phase
  now: Date
  /** Of one that takes answers and has a capacity. */
  seats: Seats | undefined
  token: string
  typed: RawInput
  errors: readonly FieldError[]
  /** An answer was posted that does not count any more. */
  refused?: boolean
  /** What comes next, as its news says. */
  next: LoketEvent | undefined
  /** How many were there, where that was noted. */
  present: number | undefined
}

export const EventPage: FC<EventProps> = (props) => {
  const { assets, event, network, phase, seats, errors, refused = false, next } = props
  const answers = takesAnswers(phase) && !refused && event.toegang === 'openbaar'
  return (
    <Layout
      assets={assets}
      network={network}
      title={event.titel}
      problem={refused || errors.length > 0}
      here="activiteiten"
    >
      <ProblemSummary errors={errors} />
      <article class="lp-act">
        <header>
          <EventHead event={event} />
          <Standing {...props} />
          {mayIn('news', phase) && <News event={event} next={next} />}
          {!takesAnswers(phase) && event.toegang === 'openbaar' && (
            <InformedLink event={event} href={informedPath(event)} />
          )}
        </header>
        <EventFacts event={event} network={network} phase={phase} seats={seats}>
          {mayIn('calendar', phase) && (
            <p>
              <a href={eventCalendarPath(event)}>Zet in mijn agenda</a>
            </p>
          )}
          {answers && (
            <p>
              <a class="btn plain" href="#komt-u">
                Laat weten of u komt
              </a>
            </p>
          )}
        </EventFacts>
        <div class="tekst">
          <EventText event={event} />
          {answers && <Answering {...props} />}
        </div>
      </article>
    </Layout>
  )
}

/** What stands in the way of an answer, if anything. */
const Standing: FC<EventProps> = ({ event, network, phase, now, typed, refused, present }) => {
  // Who was invited says it along the personal link.
  const late = phase === 'gesloten' && event.toegang === 'openbaar' ? latePath(event) : ''
  if (takesAnswers(phase))
    return event.toegang === 'openbaar' ? null : <OnInvitation network={network} refused={refused} />
  if (refused) return <Refused {...{ event, phase, network, typed }} latePath={late} />
  return <Closed {...{ event, phase, now, network, present }} latePath={late} />
}

const OnInvitation: FC<{ network: Network; refused: boolean | undefined }> = ({ network, refused }) => (
  <div class="lp-let" role={refused ? 'alert' : undefined}>
    {refused && <p>Uw antwoord is niet opgeslagen.</p>}
    <p>
      Deze activiteit is op uitnodiging. Kreeg u een uitnodiging? Gebruik dan de link in uw mail. Niet gekregen? Bel{' '}
      <Phone number={network.phone} />.
    </p>
  </div>
)

const Answering: FC<EventProps> = ({ event, network, seats, token, typed, errors }) => {
  const full = seats !== undefined && joinsLine(seats)
  return (
    <>
      <h2 id="komt-u">Laat weten of u komt</h2>
      {full && <Full seats={seats} />}
      <RsvpForm
        action={eventPath(event)}
        questions={rsvpQuestions(event, { full })}
        typed={typed}
        errors={errors}
        token={token}
        full={full}
        button="Verstuur mijn antwoord"
      />
      <p class="hint">
        Geen e-mail? Bel <Phone number={network.phone} />. We noteren uw antwoord.
      </p>
    </>
  )
}

interface LateProps extends Frame {
  event: LoketEvent
  network: Network
  action: string
  questions: readonly Question[]
  /** When the form was opened; absent behind a personal link. */
  token?: string
  typed: RawInput
  errors: readonly FieldError[]
}

export const LatePage: FC<LateProps> = ({ assets, event, network, errors, ...form }) => (
  <EventSheetPage
    {...{ assets, event, network, errors }}
    title="Meld het toch"
    lead={`De inschrijving is afgesloten. U kon antwoorden tot en met ${deadlineInWords(event)}. We noteren uw antwoord als te laat. De organisator beslist.`}
  >
    <RsvpForm {...form} errors={errors} button="Meld het toch" />
  </EventSheetPage>
)
