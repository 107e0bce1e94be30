/** What an event does not allow any more (forms/kit/events/phases.ts): nothing is done, and the page says why. */
import type { Context, MiddlewareHandler } from 'hono'
import type { FC } from 'hono/jsx'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { type EventAction, mayIn, type Phase, phaseOf, refusedIn } from '../../../forms/kit/events/phases.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { readBody, textsIn } from '../../shared/web/body.ts'
import { TypedTexts } from '../../shared/web/typed-text.tsx'
import { eventHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkFrame } from '../frame.tsx'
import type { EventDeps } from './open-events.ts'
import { Page } from './pages.tsx'
import type { Organised } from './tools.ts'

const cannot: Partial<Record<EventAction, string>> = {
  invite: 'Er kan niemand meer uitgenodigd worden.',
  'write-down': 'Een antwoord noteren kan niet meer. Kwam iemand toch? Schrijf die persoon in bij de aanwezigheid.',
  promote: 'De plaatsen gaan niet meer naar wie wacht.',
  'let-in': 'Er kan niemand meer toegelaten worden.',
  'give-up': 'De plaatsen gaan niet meer naar iemand anders.',
  edit: 'Wijzigen of verplaatsen kan niet meer.',
  'edit-link': 'De link veranderen kan niet meer.',
  resend: 'Deze mail kan niet meer vertrekken.',
  'invite-on': 'Wie op de hoogte wil blijven, nodigt u uit zodra de activiteit voorbij is.',
  'call-off': 'Afgelasten kan niet meer.',
  news: 'Nieuws zet u erbij zodra de activiteit begonnen is.',
  'mail-practical': 'Deze mail kan niet meer vertrekken.',
  'mail-news': 'Hierover kan geen mail meer vertrekken.',
  attendance: 'Er is geen aanwezigheid om bij te houden.',
  attest: 'Een attest maakt u zodra de activiteit begonnen is.',
}

interface NotNowProps extends WorkFrame {
  event: LoketEvent
  phase: Phase
  action: EventAction
  /** What was typed, and is not kept. */
  texts: readonly string[]
}

const NotNowPage: FC<NotNowProps> = ({ event, phase, action, texts, ...frame }) => {
  const title = `${refusedIn(phase)}. Er is niets veranderd.`
  return (
    <Page {...frame} title={title} above={event.titel} back={eventHome(event)} problem>
      <div role="alert">
        <h1>{title}</h1>
        <p class="lead">{cannot[action]}</p>
      </div>
      <TypedTexts texts={texts} />
      <p>
        <a class="btn" href={eventHome(event)}>
          Naar de activiteit
        </a>
      </p>
    </Page>
  )
}

/** Before whatever an event allows only in some phases; what was typed is given back. */
export const onlyWhen =
  (deps: EventDeps, action: EventAction): MiddlewareHandler<Organised> =>
  async (c, next) =>
    notNow(c, deps, action, c.req.method === 'POST' ? await readBody(c) : undefined) ?? next()

/** The page that refuses, with what was typed; undefined when it may be done now. */
export function notNow(
  c: Pick<Context<Organised>, 'var' | 'html'>,
  deps: EventDeps,
  action: EventAction,
  typed?: RawInput,
) {
  const { event } = c.var
  const phase = phaseOf(event, deps.now())
  if (mayIn(action, phase)) return undefined
  return c.html(<NotNowPage {...frameOf(c, deps)} {...{ event, phase, action }} texts={textsIn(typed)} />, 409)
}
