/** Mail to many in fixed words: what it says, a proof to oneself, and only then the button that says how many get it. */

import type { Child, FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { invitationWords, mailings } from '../../../forms/kit/events/mailings.ts'
import { type EventAction, may } from '../../../forms/kit/events/phases.ts'
import type { InviteeList } from '../../../forms/kit/events/rsvp.ts'
import { eventHome } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { Post } from './decide.tsx'
import { MailPreview } from './mail-preview.tsx'
import { Done, Page } from './pages.tsx'

/** Each goes to one list. */
export const mailingKinds = [
  {
    id: 'praktisch',
    list: 'ja',
    action: 'mail-practical',
    title: 'Aan wie deelneemt: praktisch',
  },
  {
    id: 'vervolg',
    list: 'op_de_hoogte',
    action: 'mail-news',
    title: 'Aan wie op de hoogte wil blijven: er is nieuws',
  },
] as const satisfies readonly {
  id: keyof typeof mailings
  list: InviteeList
  action: EventAction
  title: string
}[]

interface MailingProps extends WorkFrame {
  event: LoketEvent
  /** Who gets it: those on the list who want mail and have a mailbox. */
  counts: Readonly<Record<'ja' | 'op_de_hoogte', number>>
  done: string | undefined
  now: Date
}

export const MailingPage: FC<MailingProps> = (props) => {
  const { event, counts, done, now } = props
  const kinds = mailingKinds.filter(({ action }) => may(action, event, now))
  const first = kinds.find(({ list }) => counts[list] > 0)?.id
  const path = `${eventHome(event)}/bericht`
  return (
    <Page {...props} title="Mail versturen" above={event.titel} back={eventHome(event)}>
      <h1>Mail versturen</h1>
      <Done text={done} />
      <p>
        De woorden liggen vast, zodat er niets in staat dat niet in een mail hoort. Elke mail gaat hoogstens één keer
        per dag. Wat u zelf wilt schrijven, staat op de pagina van de activiteit.
        {may('news', event, now) && (
          <>
            {' '}
            <a href={`${eventHome(event)}/nieuws`}>Schrijf het nieuws</a>
          </>
        )}
      </p>
      {kinds.map(({ id, list, title }) => (
        <section class="lw-block">
          <h2>{title}</h2>
          <MailPreview event={event} {...mailings[id]} />
          <Sure proof={`${path}/${id}/test`} count={counts[list]}>
            <Post action={`${path}/${id}/versturen`} plain={id !== first} next={id === first}>
              {`Verstuur naar ${counted(counts[list], 'mens', 'mensen')}`}
            </Post>
          </Sure>
        </section>
      ))}
    </Page>
  )
}

interface SureProps {
  /** Sends one to oneself. */
  proof: string
  count: number
  children: Child
}

/** First read it oneself; then the button, with the number in it. */
const Sure: FC<SureProps> = ({ proof, count, children }) => (
  <>
    <Post action={proof} plain>
      Stuur een test naar mezelf
    </Post>
    {count > 0 ? (
      <div class="lw-block lp-zeker">
        <p>
          <b>{`${counted(count, 'mens krijgt', 'mensen krijgen')} deze mail.`}</b> U kunt hem niet terughalen.
        </p>
        {children}
      </div>
    ) : (
      <p class="hint">Niemand op deze lijst krijgt een mail.</p>
    )}
  </>
)

interface InviteProps extends WorkFrame {
  event: LoketEvent
  count: number
  done: string | undefined
}

export const InvitePage: FC<InviteProps> = (props) => {
  const { event, count, done } = props
  const home = eventHome(event)
  return (
    <Page {...props} title="Uitnodigen" above={event.titel} back={home}>
      <h1>Lees eerst de uitnodiging</h1>
      <Done text={done} />
      <MailPreview event={event} {...invitationWords(event)} />
      <Sure proof={`${home}/uitnodigen/test`} count={count}>
        <Post action={`${home}/uitnodigen`} next>
          {`Nodig ${counted(count, 'mens', 'mensen')} uit`}
        </Post>
      </Sure>
    </Page>
  )
}
