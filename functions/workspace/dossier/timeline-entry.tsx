/** One entry of the timeline: its kind is its first word; below it who and when. */
import type { FC } from 'hono/jsx'
import { timeInWords } from '../../../forms/kit/time.ts'
import type { KeptLine } from '../../shared/store/audit.ts'
import { isCall } from '../../shared/store/logbook.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { PhoneLink } from '../../shared/web/layout.tsx'
import { addressPath, dossierPath } from '../../shared/work-paths.ts'
import { fateOf, mailInWords, moment, recipientInWords } from '../mail-words.ts'
import type { OpenLine } from './open-line.ts'
import type { ConsultedBy } from './timeline.ts'
import { consultedInWords } from './timeline-words.ts'
import type { DossierView } from './view.ts'
import { callsInWords, callTakenBackInWords, doerOf, doneInWords, historyInWords, typedInWords } from './words.ts'

/** The day stands above. */
const timeOf = (at: string): string => timeInWords(new Date(at))

export const StepEntry: FC<{ view: DossierView; line: KeptLine }> = ({ view, line }) => {
  const { text, states } = historyInWords(view.service, view.content, line)
  return (
    <li class="step" data-stap={line.what}>
      <p>
        <b>Stap</b>: {text}
        {states && <span class="states">{states}</span>}
      </p>
      <p class="by">{`${doerOf(view, line)}, ${timeOf(line.at)}`}</p>
    </li>
  )
}

interface ContactEntryProps {
  view: DossierView
  line: OpenLine
  /** Whoever looks wrote it, and may mend it here. */
  mayCorrect: boolean
}

export const ContactEntry: FC<ContactEntryProps> = ({ view, line, mayCorrect }) => {
  const { kind, text, action, at, takenBack, undoneAt } = line
  return (
    <li class={isCall(kind) ? 'call' : 'note-entry'} data-contact={kind}>
      <p>
        {!isCall(kind) ? (
          <>
            <b>{typedInWords[kind]}</b>: {action && `${doneInWords(view.service, action)}: `}
            <bdi class="written">{text}</bdi>
          </>
        ) : takenBack ? (
          <s>{callsInWords[kind]}</s>
        ) : (
          <b>{callsInWords[kind]}</b>
        )}
      </p>
      <p class="by">{`${doerOf(view, line)}, ${timeOf(at)}`}</p>
      {takenBack && <p class="by">{`Klopte niet: ${doerOf(view, takenBack)}, ${moment(new Date(takenBack.at))}`}</p>}
      {undoneAt && <p class="by">{`De stap is ongedaan gemaakt, ${moment(new Date(undoneAt))}`}</p>}
      <Earlier view={view} line={line} />
      {mayCorrect && !takenBack && <Correct reference={view.dossier.reference} line={line} />}
    </li>
  )
}

/** What stood there before, folded. */
const Earlier: FC<{ view: DossierView; line: OpenLine }> = ({ view, line: { earlier = [] } }) =>
  earlier.length === 0 ? null : (
    <details>
      <summary>{`Verbeterd. Wat er eerst stond (${earlier.length})`}</summary>
      <ol class="lines">
        {[...earlier].reverse().map((one) => (
          <li>
            <bdi class="written">{one.text}</bdi>
            <span class="hint">{`Vervangen door ${doerOf(view, one)}, ${moment(new Date(one.at))}`}</span>
          </li>
        ))}
      </ol>
    </details>
  )

const Correct: FC<{ reference: string; line: OpenLine }> = ({ reference, line: { id, kind, at } }) => {
  const which = <span class="hidden-visually">{`: ${moment(new Date(at))}`}</span>
  return !isCall(kind) ? (
    <a href={`${dossierPath(reference)}/notitie/${id}/verbeter`}>Verbeter{which}</a>
  ) : (
    <form method="post" action={`${dossierPath(reference)}/contact/${id}/terug`}>
      <button class="link">
        {callTakenBackInWords[kind]}
        {which}
      </button>
    </form>
  )
}

export const MailEntry: FC<{ view: DossierView; mail: OutboxItem }> = ({ view, mail }) => {
  const { content, dossier, now, head } = view
  const { text, tone, mayGoAgain } = fateOf(mail, now)
  const { notification } = mail
  // Whom to call is known of the applicant; of the others their own page says it.
  const phone = tone === 'late' && notification.to === 'aanvrager' ? head?.phone : undefined
  return (
    <li class={tone === 'late' ? 'bad' : 'mail'} data-mail={notification.kind}>
      <p>
        <b>Mail</b>: <span>{mailInWords(notification)}</span> {`aan ${recipientInWords(notification, content)}`}
      </p>
      <p class={tone === 'late' ? 'error' : 'by'}>{text}</p>
      {phone && (
        <p>
          Bel <PhoneLink number={phone} /> of <a href={addressPath(dossier.reference)}>verbeter het adres</a>.
        </p>
      )}
      {mayGoAgain && (
        <form method="post" action={`${dossierPath(dossier.reference)}/mail/${mail.mailId}/opnieuw`}>
          <button class="btn plain slim">
            Verstuur opnieuw<span class="hidden-visually">{`: ${mailInWords(notification)}`}</span>
          </button>
        </form>
      )}
    </li>
  )
}

interface ConsultationEntryProps {
  view: DossierView
  people: readonly ConsultedBy[]
  at: string
}

export const ConsultationEntry: FC<ConsultationEntryProps> = ({ view, people, at }) => (
  <li class="looked" data-gekeken>
    <p>
      <b>Bekeken</b> {`door ${people.map((one) => consultedInWords(view, one)).join(', ')}`}
    </p>
    <p class="by">{`het laatst om ${timeOf(at)}`}</p>
  </li>
)
