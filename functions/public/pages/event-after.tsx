/** What an event still has to say once no answer counts: its news, and the way to be kept informed, which asks no seat. */
import type { Child, FC } from 'hono/jsx'
import { email, naam } from '../../../forms/event-questions.ts'
import { eventDay, type LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { eventPath } from '../../shared/public-paths.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Icon } from '../../shared/web/icons.tsx'
import type { Frame } from '../../shared/web/layout.tsx'
import { EventSheetPage } from './event-sheet-page.tsx'
import { FormToken, Trap } from './trap.tsx'

interface NewsProps {
  event: LoketEvent
  /** What comes next, when it still stands somewhere. */
  next: LoketEvent | undefined
}

export const News: FC<NewsProps> = ({ event, next }) => {
  const { text, verslag, slides } = event.nieuws ?? {}
  if (!text && !verslag && !slides && !next) return null
  return (
    <section class="lp-nieuws" aria-labelledby="nieuws">
      <h2 id="nieuws">Nieuws</h2>
      {text && (
        <p>
          <bdi>{text}</bdi>
        </p>
      )}
      <ul>
        {verslag && <Linked href={verslag}>Verslag</Linked>}
        {slides && <Linked href={slides}>De slides</Linked>}
        {next && (
          <li>
            <Icon of="dag" /> {'Volgende keer: '}
            <a href={eventPath(next)}>
              {`${eventDay(next)}, `}
              <bdi>{next.titel}</bdi>
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

const Linked: FC<{ href: string; children?: Child }> = ({ href, children }) => (
  <li>
    <Icon of="blad" />{' '}
    <a href={href} rel="noreferrer">
      {children}
    </a>
  </li>
)

/** The words of the way to be kept informed. */
const informedWords = ({ geannuleerd }: LoketEvent): string =>
  geannuleerd ? 'Hou me op de hoogte van een nieuwe datum' : 'Hou me op de hoogte'

export const InformedLink: FC<{ event: LoketEvent; href: string }> = ({ event, href }) => (
  <p>
    <a class="btn plain" href={href}>
      {informedWords(event)}
    </a>
  </p>
)

interface InformedProps extends Frame {
  event: LoketEvent
  network: Network
  action: string
  /** When the form was opened; absent behind a personal link, where the name and the address are known. */
  token?: string
  typed?: RawInput
  errors?: readonly FieldError[]
}

/** A page of its own: a page that says that nothing can be answered any more has no form. */
export const InformedPage: FC<InformedProps> = (props) => {
  const { assets, event, network, action, token, typed = new Map(), errors = [] } = props
  return (
    <EventSheetPage
      {...{ assets, event, network, errors }}
      title={informedWords(event)}
      lead="We mailen u als er nieuws is. U stopt dat wanneer u wilt."
    >
      <form class="sheet" method="post" action={action} novalidate>
        <input type="hidden" name="antwoord" value="op_de_hoogte" />
        {token !== undefined && (
          <>
            {[naam, email].map((question) => (
              <QuestionField question={question} context={{ typed, errors }} />
            ))}
            <FormToken token={token} />
            <Trap />
          </>
        )}
        <button class="btn" data-next>
          Hou me op de hoogte
        </button>
      </form>
    </EventSheetPage>
  )
}
