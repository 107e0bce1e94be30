/** Mail in fixed words to who comes, or wants to be kept informed: what it says, a test to oneself, and sending it. */
import type { FC } from 'hono/jsx'
import { eventDay, eventHours, type LoketEvent } from '../../../forms/kit/events.ts'
import type { InviteeList } from '../../../forms/kit/rsvp.ts'
import type { WorkFrame } from '../frame.tsx'
import { eventHome } from '../paths.ts'
import { Page, Post } from './pages.tsx'

/** A mail in fixed words, to one of two lists. */
interface MessageKind {
  id: 'praktisch' | 'vervolg'
  list: InviteeList
  title: string
  heading: string
  paragraphs: readonly string[]
}

export const messageKinds: readonly MessageKind[] = [
  {
    id: 'praktisch',
    list: 'ja',
    title: 'Aan wie deelneemt: praktisch',
    heading: 'Binnenkort is het zover',
    paragraphs: ['Hieronder vindt u nog eens alles wat u moet weten.'],
  },
  {
    id: 'vervolg',
    list: 'op_de_hoogte',
    title: 'Aan wie op de hoogte wil blijven: er is nieuws',
    heading: 'Er is nieuws over deze activiteit',
    paragraphs: ['U vroeg om op de hoogte te blijven. Op de pagina van de activiteit leest u het nieuws.'],
  },
]

interface MailingProps extends WorkFrame {
  event: LoketEvent
  counts: Record<InviteeList, number>
  done: string | undefined
}

export const MailingPage: FC<MailingProps> = (props) => {
  const { event, counts, done } = props
  return (
    <Page {...props} title="Mail versturen" above={event.titel} back={eventHome(event)}>
      <h1>Mail versturen</h1>
      {done && (
        <div class="state" role="status">
          <p>{done}</p>
        </div>
      )}
      <p>
        De woorden liggen vast, zodat er niets in staat dat niet in een mail hoort. Elke mail gaat hoogstens één keer
        per dag.
      </p>
      {messageKinds.map(({ id, list, title, heading, paragraphs }) => (
        <section class="sheet">
          <h2>{title}</h2>
          <p>
            <strong>{heading}</strong>
          </p>
          {paragraphs.map((text) => (
            <p>{text}</p>
          ))}
          <p class="hint">{`${event.titel}, ${eventDay(event)}, ${eventHours(event)}, ${event.plaats}`}</p>
          <div class="row">
            <Post action={`${eventHome(event)}/bericht/${id}/test`} plain>
              Stuur een test naar mezelf
            </Post>
            {counts[list] > 0 && (
              <Post
                action={`${eventHome(event)}/bericht/${id}/versturen`}
              >{`Verstuur naar ${counts[list]} mensen`}</Post>
            )}
          </div>
        </section>
      ))}
    </Page>
  )
}
