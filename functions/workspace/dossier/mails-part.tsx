/** The mails of a dossier and what became of them. */
import type { FC } from 'hono/jsx'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import { fateOf, mailInWords, recipientInWords } from '../mail-words.ts'
import type { DossierView } from './view.ts'

export const MailsPart: FC<{ view: DossierView }> = ({ view }) => {
  const { dossier, mails, address } = view
  const unneeded = mails.filter(isUnneeded)
  const path = dossierPath(dossier.reference)
  return (
    <section id="mails">
      <h2>Mails</h2>
      <p>
        {address ? (
          <>
            Naar de aanvrager: <bdi class="address">{address}</bdi>.{' '}
          </>
        ) : (
          'De aanvrager gaf geen e-mailadres. '
        )}
        <a href={`${path}/adres`}>{address ? 'Verbeter het adres' : 'Voeg een adres toe'}</a>
      </p>
      <MailLines view={view} mails={mails.filter((mail) => !isUnneeded(mail))} />
      {unneeded.length > 0 && (
        <details>
          <summary>{`Niet meer nodig (${unneeded.length})`}</summary>
          <MailLines view={view} mails={unneeded} />
        </details>
      )}
    </section>
  )
}

/** Planned, and taken back before it went. */
const isUnneeded = ({ status, cancelled }: OutboxItem): boolean => status === 'wacht' && cancelled === true

const MailLines: FC<{ view: DossierView; mails: DossierView['mails'] }> = ({
  view: { content, dossier, now },
  mails,
}) => (
  <ul class="lines">
    {mails.map((mail) => {
      const { text, tone, mayGoAgain } = fateOf(mail, now)
      return (
        <li data-mail={mail.notification.kind}>
          <b>{mailInWords(mail.notification)}</b> {`aan ${recipientInWords(mail.notification, content)}`}
          <span class={tone === 'late' ? 'error' : 'hint'}>{text}</span>
          {mayGoAgain && (
            <form method="post" action={`${dossierPath(dossier.reference)}/mail/${mail.mailId}/opnieuw`}>
              <button class="btn plain small">Verstuur opnieuw</button>
            </form>
          )}
        </li>
      )
    })}
  </ul>
)
