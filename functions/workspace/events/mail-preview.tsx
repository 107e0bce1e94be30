/** A mail as it will be read: the words that are fixed, and what the mail adds of the event by itself. */
import type { FC } from 'hono/jsx'
import { eventWhen, type LoketEvent } from '../../../forms/kit/events/events.ts'

interface PreviewProps {
  event: LoketEvent
  heading: string
  paragraphs: readonly string[]
  button: string
}

export const MailPreview: FC<PreviewProps> = ({ event, heading, paragraphs, button }) => (
  <figure class="lp-proef">
    <figcaption class="hint">Zo ziet de mail eruit</figcaption>
    <div class="lp-mail">
      <div class="kaart">
        <p class="strong">{heading}</p>
        {paragraphs.map((text) => (
          <p>
            <bdi>{text}</bdi>
          </p>
        ))}
        <p class="zacht">
          <bdi>{event.titel}</bdi>
          <br />
          {eventWhen(event)}
          <br />
          <bdi>{event.plaats}</bdi>
        </p>
        <p>
          <span class="knop">{button}</span>
        </p>
      </div>
    </div>
  </figure>
)
