/** Mails that need a person: held, given up, or come back. Nothing of what anybody typed. */
import type { FC } from 'hono/jsx'
import { isEventNotification } from '../../../forms/kit/event-notifications.ts'
import type { LoketEvent } from '../../../forms/kit/events.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { Notification } from '../../../forms/kit/notifications.ts'
import { isReturned, type OutboxItem } from '../../shared/store/outbox-item.ts'
import { Phone } from '../../shared/web/layout.tsx'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { fateOf, mailInWords, moment, recipientInWords } from '../mail-words.ts'
import { dossierPath, eventHome, inviteePath, postPath } from '../paths.ts'

interface PostPageProps extends WorkFrame {
  mails: readonly OutboxItem[]
  /** What mails to invitees are about, by slug. */
  events: ReadonlyMap<string, LoketEvent>
  /** Where the next page begins. */
  next?: string | undefined
  /** This is not the first page. */
  further: boolean
  /** What somebody just did: sent one again, or dealt with it. */
  done: string | undefined
  now: Date
}

export const PostPage: FC<PostPageProps> = ({ assets, network, person, mails, events, next, further, done, now }) => (
  <WorkPage assets={assets} network={network} person={person} title="Post" here="post">
    <h1>Post</h1>
    <p class="lead">Mails die niet vertrokken, of terugkwamen. Alle andere gaan vanzelf.</p>
    {done && doneInWords[done] && (
      <p class="note" role="status">
        {doneInWords[done]}
      </p>
    )}
    {mails.length === 0 ? (
      <p>Er is geen mail die uw aandacht vraagt.</p>
    ) : (
      <ul class="todo">
        {mails.map((mail) => (
          <Trouble mail={mail} event={eventOf(mail, events)} network={network} now={now} />
        ))}
      </ul>
    )}
    {(next || further) && (
      <nav class="row pages" aria-label="Bladeren">
        {further && <a href={postPath}>Terug naar het begin</a>}
        {next && (
          <a class="btn plain" rel="next" href={`${postPath}?${new URLSearchParams({ na: next })}`}>
            Volgende
          </a>
        )}
      </nav>
    )}
  </WorkPage>
)

const doneInWords: Readonly<Record<string, string>> = {
  opnieuw: 'We versturen de mail opnieuw. Komt hij terug, dan staat hij weer hier.',
  opgelost: 'De mail staat niet meer in deze lijst. Bij de aanvraag blijft staan wat ermee gebeurde.',
}

const eventOf = ({ notification }: OutboxItem, events: PostPageProps['events']): LoketEvent | undefined =>
  isEventNotification(notification) ? events.get(notification.activiteit) : undefined

interface TroubleProps {
  mail: OutboxItem
  /** What it is about, when that is an event. */
  event: LoketEvent | undefined
  network: Network
  now: Date
}

const Trouble: FC<TroubleProps> = ({ mail, event, network, now }) => {
  const { subject, mailId, notification, createdAt, fateAt } = mail
  const { text, mayGoAgain } = fateOf(mail, now)
  const came = isReturned(mail)
  return (
    <li class={came ? 'is-late' : undefined}>
      <p class="what">
        <span class="strong">{mailInWords(notification)}</span>
        <span class={came ? 'tag late' : 'tag wait'}>{text}</span>
      </p>
      <p class="hint">
        {'reference' in notification && notification.reference && (
          <a class="reference" href={dossierPath(notification.reference)}>
            {notification.reference}
          </a>
        )}
        {event && (
          <a href={eventHome(event)}>
            <bdi>{event.titel}</bdi>
          </a>
        )}
        {'draft' in notification && <span>een aanvraag die nog niet verstuurd is</span>}
        <span>{`aan ${recipientInWords(notification, network)}`}</span>
        <span>{`sinds ${moment(new Date(fateAt ?? createdAt))}`}</span>
      </p>
      <Advice mail={mail} event={event} network={network} />
      <form class="row" method="post" action={`${postPath}/opnieuw`}>
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="mailId" value={mailId} />
        {mayGoAgain && <button class="btn plain">Verstuur opnieuw</button>}
        <button class="btn plain" formaction={`${postPath}/opgelost`}>
          Dit is opgelost
        </button>
      </form>
    </li>
  )
}

const Advice: FC<Omit<TroubleProps, 'now'>> = ({ mail, event, network }) => {
  const { notification, reason } = mail
  if (isReturned(mail) || reason === 'geen-adres') return <p>{reach(notification, network, event)}</p>
  switch (reason) {
    case 'verdacht':
      return <p>Kijk de aanvraag na. Is ze echt? Zeg dat daar, of verstuur deze mail alleen.</p>
    case 'overzicht':
      return <p>U hoeft niets te doen: de aanvraag staat bij de aanvragen.</p>
    case 'dagplafond':
      return <p>Verwacht deze persoon nog een mail? Verstuur hem dan opnieuw.</p>
    case 'opgegeven':
      return <p>Verstuur de mail opnieuw, of bel.</p>
    case 'hersteld':
      return <p>Is deze mail nog nodig, en kreeg niemand hem al? Verstuur hem dan opnieuw.</p>
    case 'te-laat':
    case undefined:
      return null
  }
}

/** How to reach who did not get the mail; an applicant's own number is with the dossier, sealed. */
function reach(notification: Notification, { mensen }: Network, event: LoketEvent | undefined) {
  if (notification.to === 'medewerker') {
    const person = mensen.find(({ id }) => id === notification.person)
    return person ? (
      <>
        Bel <Phone number={person.telefoon} /> of laat het adres verbeteren.
      </>
    ) : (
      'Deze persoon werkt hier niet meer.'
    )
  }
  if (notification.to === 'genodigde')
    return event && isEventNotification(notification) ? (
      <>
        <a href={inviteePath(event, notification.genodigde)}>Bekijk wie dit is</a>. Bel deze persoon, of voeg het juiste
        adres toe aan de lijst.
      </>
    ) : (
      'Kijk het adres na in de lijst van de activiteit.'
    )
  if (notification.to !== 'aanvrager') return 'Dit is een adres van uw netwerk. Laat het verbeteren.'
  return 'reference' in notification
    ? 'Bel de aanvrager of verbeter het adres. Dat doet u bij de aanvraag: daar staat ook het telefoonnummer.'
    : 'Wie dit aanvroeg, ziet op het scherm hoe het verder kan. U hoeft niets te doen.'
}
