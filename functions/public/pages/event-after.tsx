/** What an event still has to say once no answer counts: its news, and the way to be kept informed, which asks no seat. */
import type { Child, FC } from 'hono/jsx'
import { email, naam } from '../../../forms/event-questions.ts'
import { eventDay, type LoketEvent } from '../../../forms/kit/events/events.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { eventPath } from '../../shared/public-paths.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Icon } from '../../shared/web/icons.tsx'
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
export const stayInformedWords = ({ geannuleerd }: LoketEvent): string =>
  geannuleerd ? 'Hou me op de hoogte van een nieuwe datum' : 'Hou me op de hoogte'

interface StayInformedProps {
  event: LoketEvent
  token: string
  typed: RawInput
  errors: readonly FieldError[]
}

/** Of whom nobody knows who they are: a name and an address. */
export const StayInformed: FC<StayInformedProps> = ({ event, token, typed, errors }) => (
  <details class="lp-erbij" open={errors.length > 0}>
    <summary>{stayInformedWords(event)}</summary>
    <form method="post" action={eventPath(event)} novalidate>
      <input type="hidden" name="antwoord" value="op_de_hoogte" />
      <p class="hint">We mailen u als er nieuws is. U stopt dat wanneer u wilt.</p>
      {[naam, email].map((question) => (
        <QuestionField question={question} context={{ typed, errors }} />
      ))}
      <FormToken token={token} />
      <Trap />
      <button class="btn plain">Hou me op de hoogte</button>
    </form>
  </details>
)

/** Behind a personal link, where the name and the address are known. */
export const StayInformedButton: FC<{ event: LoketEvent; path: string }> = ({ event, path }) => (
  <form method="post" action={path}>
    <input type="hidden" name="antwoord" value="op_de_hoogte" />
    <button class="btn plain">{stayInformedWords(event)}</button>
  </form>
)
