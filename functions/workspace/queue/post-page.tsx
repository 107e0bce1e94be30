/** Mails that need a person: held, given up, or come back. Nothing of what anybody typed. */
import type { Child, FC } from 'hono/jsx'
import { type NetworkContent, personOf } from '../../../forms/kit/content.ts'
import { type EventNotification, isEventNotification } from '../../../forms/kit/events/event-notifications.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Notification } from '../../../forms/kit/post/notifications.ts'
import { type FoldedReason, isReturned, type OutboxItem } from '../../shared/store/outbox-item.ts'
import { Phone } from '../../shared/web/layout.tsx'
import {
  dossierPath,
  eventHome,
  eventsHome,
  homePath,
  inviteePath,
  overlegPath,
  postPath,
} from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { countInWords } from '../holders.ts'
import { fateOf, mailInWords, moment, reasonInWords, recipientInWords } from '../mail-words.ts'

interface PostPageProps extends WorkFrame {
  content: NetworkContent
  mails: readonly OutboxItem[]
  /** What is held for one reason, and how many; more than one each. */
  floods: readonly { reason: FoldedReason; count: number }[]
  /** Only mails held for this are shown, one by one. */
  reason: FoldedReason | undefined
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

export const PostPage: FC<PostPageProps> = ({ assets, network, person, ...props }) => {
  const { content, mails, floods, reason, events, next, further, done, now } = props
  return (
    <WorkPage assets={assets} network={network} person={person} title="Post" here="post">
      <h1>Post</h1>
      <p class="lw-soft">Mails die niet vertrokken, of terugkwamen. Alle andere gaan vanzelf.</p>
      {done && doneInWords[done] && (
        <p class="note" role="status">
          {doneInWords[done]}
        </p>
      )}
      {reason && <p>{`Alleen wat tegengehouden is: ${reasonInWords(reason)}.`}</p>}
      {mails.length + floods.length === 0 ? (
        <p>Er is geen mail die uw aandacht vraagt.</p>
      ) : (
        <ul class="lw-post lw-plain">
          {floods.map((flood) => (
            <Flood {...flood} />
          ))}
          {mails.map((mail) => (
            <Trouble mail={mail} event={eventOf(mail, events)} content={content} now={now} />
          ))}
        </ul>
      )}
      {(next || further || reason) && (
        <nav class="row pages" aria-label="Bladeren">
          {(further || reason) && <a href={postPath}>Terug naar het begin</a>}
          {next && (
            <a class="btn plain" rel="next" href={pathOf({ soort: reason, na: next })}>
              Volgende
            </a>
          )}
        </nav>
      )}
    </WorkPage>
  )
}

const pathOf = ({ soort, na }: { soort: FoldedReason | undefined; na?: string }) =>
  `${postPath}?${new URLSearchParams({ ...(soort ? { soort } : {}), ...(na ? { na } : {}) })}`

const doneInWords: Readonly<Record<string, string>> = {
  opnieuw: 'We versturen de mail opnieuw. Komt hij terug, dan staat hij weer hier.',
  opgelost: 'De mail staat niet meer in deze lijst. Bij de aanvraag blijft staan wat ermee gebeurde.',
  alle: 'We versturen ze allemaal, een voor een. Wat terugkomt, staat weer hier.',
  'uit-de-lijst': 'Deze mails staan niet meer in de lijst. Ze vertrekken niet vanzelf.',
  verder: 'Nog niet alle mails zijn aan de beurt geweest. Druk nog eens om verder te gaan.',
}

/** May all mails held for this go at one press? What a machine seemed to cause goes one by one, after a look. */
export const mayGoTogether = (reason: FoldedReason): boolean => reason !== 'verdacht' && reason !== 'overzicht'

/** One row for all mails that are held for the same reason. */
const Flood: FC<{ reason: FoldedReason; count: number }> = ({ reason, count }) => {
  const amount = countInWords(count)
  return (
    <li data-vloed={reason}>
      <p class="what">
        <span class="strong">{count === 1 ? '1 mail' : `${amount} mails`}</span>
        <span class="tag wait">{`Tegengehouden: ${reasonInWords(reason)}`}</span>
      </p>
      <p>
        {floodAdvice[reason]} <a href={pathOf({ soort: reason })}>Bekijk ze een voor een</a>
      </p>
      <form method="post" action={`${postPath}/${mayGoTogether(reason) ? 'opnieuw' : 'opgelost'}`}>
        <input type="hidden" name="soort" value={reason} />
        <button class="btn plain slim">
          {mayGoTogether(reason) ? `Verstuur ze allemaal (${amount})` : 'Haal ze uit deze lijst'}
        </button>
      </form>
    </li>
  )
}

const floodAdvice: Readonly<Record<FoldedReason, Child>> = {
  onbekend:
    'Was er een oproep, of stuurden veel mensen iets tegelijk? Verstuur ze dan. Herkent u deze drukte niet? Laat ze staan: ze vertrekken niet vanzelf.',
  verdacht: (
    <>
      Kijk eerst na wat echt is, bij de <a href={`${homePath}?verdacht=1`}>verdachte aanvragen</a> of bij de{' '}
      <a href={eventsHome}>activiteiten</a>. Wat u daar toelaat, krijgt zijn mail.
    </>
  ),
  dagplafond: 'Verwachten deze mensen nog een mail? Verstuur ze dan.',
  overzicht: 'U hoeft niets te doen: de aanvragen staan bij de aanvragen.',
  opgegeven: 'Vertrekt er weer mail? Verstuur ze dan opnieuw.',
  hersteld: 'Zijn deze mails nog nodig, en kreeg niemand ze al? Verstuur ze dan.',
}

const eventOf = ({ notification }: OutboxItem, events: PostPageProps['events']): LoketEvent | undefined =>
  isEventNotification(notification) ? events.get(notification.activiteit) : undefined

interface TroubleProps {
  mail: OutboxItem
  /** What it is about, when that is an event. */
  event: LoketEvent | undefined
  content: NetworkContent
  now: Date
}

const Trouble: FC<TroubleProps> = ({ mail, event, content, now }) => {
  const { subject, mailId, notification, createdAt, fateAt } = mail
  const { text, mayGoAgain } = fateOf(mail, now)
  const came = isReturned(mail)
  return (
    <li class={came ? 'is-late' : undefined}>
      <p class="what">
        <span class="strong">{mailInWords(notification)}</span>
        <span class={came ? 'tag late' : 'tag wait'}>{text}</span>
      </p>
      <p class="lw-meta">
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
        <span>{`aan ${recipientInWords(notification, content)}`}</span>
        <span>{`sinds ${moment(new Date(fateAt ?? createdAt))}`}</span>
      </p>
      <Advice mail={mail} event={event} content={content} />
      <form method="post" action={`${postPath}/opnieuw`}>
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="mailId" value={mailId} />
        <Ways again={mayGoAgain && !answerToLetIn(mail)} />
      </form>
    </li>
  )
}

/** One button, for what mends it; that it was mended in another way stands behind "Meer". */
const Ways: FC<{ again: boolean }> = ({ again }) => {
  const settled = (
    <button class="btn plain slim" formaction={`${postPath}/opgelost`}>
      Dit is opgelost
    </button>
  )
  if (!again) return settled
  return (
    <>
      <button class="btn plain slim">Verstuur opnieuw</button>
      <details>
        <summary>Meer</summary>
        {settled}
      </details>
    </>
  )
}

/**
 * The answer to an event that a held mail confirms: let in there, the person gets a seat or a place in the line, and the mail
 * that says so. This one would promise what they do not have.
 */
export function answerToLetIn({ notification, reason }: OutboxItem): EventNotification | undefined {
  const confirms = isEventNotification(notification) && notification.kind !== 'activiteit-link'
  return confirms && reason === 'verdacht' ? notification : undefined
}

const Advice: FC<Omit<TroubleProps, 'now'>> = ({ mail, event, content }) => {
  const { notification, reason } = mail
  if (isReturned(mail) || reason === 'geen-adres') return <p>{reach(notification, content, event)}</p>
  switch (reason) {
    case 'verdacht':
      return <p>{lookFirst(notification, event)}</p>
    case 'onbekend':
      return <p>Herkent u deze drukte? Verstuur de mail dan. Anders laat u hem staan.</p>
    case 'overzicht':
      return <p>U hoeft niets te doen: de aanvraag staat bij de aanvragen.</p>
    case 'dagplafond':
      return <p>Verwacht deze persoon nog een mail? Verstuur hem dan opnieuw.</p>
    case 'opgegeven':
      return <p>Verstuur de mail opnieuw, of bel.</p>
    case 'hersteld':
      return <p>Is deze mail nog nodig, en kreeg niemand hem al? Verstuur hem dan opnieuw.</p>
    case 'verouderd':
      return <p>Kijk na waar het over ging, en bel als dat nodig is. Zeg daarna dat het opgelost is.</p>
    case 'te-laat':
    case undefined:
      return null
  }
}

/** Where a person says that what looks like a machine's is real. */
function lookFirst(notification: Notification, event: LoketEvent | undefined): Child {
  if ('draft' in notification)
    return 'Iemand, of een machine, vroeg een link om later verder te gaan. Verstuur hem alleen als u weet van wie de vraag kwam.'
  if (!isEventNotification(notification))
    return 'Kijk de aanvraag na. Is ze echt? Zeg dat daar, of verstuur deze mail alleen.'
  if (notification.kind === 'activiteit-link')
    return 'Iemand, of een machine, antwoordde met het adres van een genodigde. Verstuur de persoonlijke link, of laat het zo.'
  return event ? (
    <>
      <a href={inviteePath(event, notification.genodigde)}>Bekijk het antwoord</a>. Is het echt? Laat het daar toe: dan
      vertrekt de juiste mail.
    </>
  ) : (
    'De activiteit is er niet meer.'
  )
}

/** How to reach who did not get the mail; an applicant's own number is with the dossier, sealed. */
function reach(notification: Notification, content: NetworkContent, event: LoketEvent | undefined) {
  if (notification.to === 'medewerker') {
    const person = personOf(content, notification.person)
    return person ? (
      <>
        Bel <Phone number={person.phone} /> of laat het adres verbeteren.
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
  if (notification.to === 'deelnemer')
    return (
      <>
        Bel deze persoon, of verbeter het adres <a href={overlegPath(notification.reference, 'tafel')}>aan de tafel</a>.
        De oude link werkt dan niet meer.
      </>
    )
  if (notification.to !== 'aanvrager') return 'Dit is een adres van uw netwerk. Laat het verbeteren.'
  return 'reference' in notification
    ? 'Bel de aanvrager of verbeter het adres. Dat doet u bij de aanvraag: daar staat ook het telefoonnummer.'
    : 'Wie dit aanvroeg, ziet op het scherm hoe het verder kan. U hoeft niets te doen.'
}
