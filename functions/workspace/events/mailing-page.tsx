/** Mail in fixed words to who comes, or wants to be kept informed: what it says, a test to oneself, and sending it. */

import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { eventDay, eventHours, type LoketEvent } from '../../../forms/kit/events/events.ts'
import { mailings } from '../../../forms/kit/events/mailings.ts'
import { type EventAction, may } from '../../../forms/kit/events/phases.ts'
import type { InviteeList } from '../../../forms/kit/events/rsvp.ts'
import { eventHome } from '../../shared/work-paths.ts'
import { actsAtOnceWords } from '../at-once.ts'
import type { WorkFrame } from '../frame.tsx'
import { Post } from './decide.tsx'
import { Page } from './pages.tsx'

/** Each goes to one list. */
export const mailingKinds = [
  { id: 'praktisch', list: 'ja', action: 'mail-practical', title: 'Aan wie deelneemt: praktisch' },
  {
    id: 'vervolg',
    list: 'op_de_hoogte',
    action: 'mail-news',
    title: 'Aan wie op de hoogte wil blijven: er is nieuws',
  },
] as const satisfies readonly { id: keyof typeof mailings; list: InviteeList; action: EventAction; title: string }[]

interface MailingProps extends WorkFrame {
  event: LoketEvent
  counts: Record<InviteeList, number>
  done: string | undefined
  now: Date
}

export const MailingPage: FC<MailingProps> = (props) => {
  const { event, counts, done, now } = props
  const kinds = mailingKinds.filter(({ action }) => may(action, event, now))
  const first = kinds.find(({ list }) => counts[list] > 0)?.id
  return (
    <Page {...props} title="Mail versturen" above={event.titel} back={eventHome(event)}>
      <h1>Mail versturen</h1>
      {done && (
        <div class="done" role="status">
          <p>{done}</p>
        </div>
      )}
      <p>
        De woorden liggen vast, zodat er niets in staat dat niet in een mail hoort. Elke mail gaat hoogstens één keer
        per dag.
      </p>
      {kinds.map(({ id, list, title }) => (
        <section class="lw-block">
          <h2>{title}</h2>
          <p>
            <strong>{mailings[id].heading}</strong>
          </p>
          {mailings[id].paragraphs.map((text) => (
            <p>{text}</p>
          ))}
          <p class="hint">
            <bdi>{event.titel}</bdi>
            {`, ${eventDay(event)}, ${eventHours(event)}, `}
            <bdi>{event.plaats}</bdi>
          </p>
          <p class="hint">{actsAtOnceWords}</p>
          <div class="row">
            <Post action={`${eventHome(event)}/bericht/${id}/test`} plain>
              Stuur een test naar mezelf
            </Post>
            {counts[list] > 0 && (
              <Post
                action={`${eventHome(event)}/bericht/${id}/versturen`}
                plain={id !== first}
              >{`Verstuur naar ${counted(counts[list], 'mens', 'mensen')}`}</Post>
            )}
          </div>
        </section>
      ))}
    </Page>
  )
}
