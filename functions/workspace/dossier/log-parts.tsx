/** Mails and their fate, the rest of the family, and who did what. */
import type { FC } from 'hono/jsx'
import { serviceOf } from '../../../forms/index.ts'
import { stateOf } from '../../../forms/kit/lifecycle.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { fateOf, mailInWords, moment, recipientInWords } from '../mail-words.ts'
import { dossierPath } from './access.ts'
import type { DossierView, RelatedDossier } from './view.ts'
import { doerOf, historyInWords, nameOf } from './words.ts'

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
            Naar de aanvrager: <span class="address">{address}</span>.{' '}
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
  view: { service, dossier, now },
  mails,
}) => (
  <ul class="lines">
    {mails.map((mail) => {
      const { text, tone, mayGoAgain } = fateOf(mail, now)
      return (
        <li data-mail={mail.notification.kind}>
          <b>{mailInWords(mail.notification)}</b> {`aan ${recipientInWords(mail.notification, service.network)}`}
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

export const RelatedPart: FC<{ view: DossierView }> = ({ view: { service, dossier, related } }) => {
  const path = dossierPath(dossier.reference)
  return (
    <section id="verwant">
      <h2>Zelfde gezin</h2>
      {related.length > 0 && (
        <ul class="lines">
          {related.map((other) => (
            <li>
              {other.mayOpen ? (
                <a class="reference" href={dossierPath(other.reference)}>
                  {other.reference}
                </a>
              ) : (
                <b class="reference">{other.reference}</b>
              )}
              <span class="hint">{standing(service.network, other)}</span>
              {other.mayOpen && (
                <form method="post" action={`${path}/verwant`}>
                  <input type="hidden" name="revision" value={String(dossier.revision)} />
                  <input type="hidden" name="los" value={other.reference} />
                  <button class="link">
                    Maak los<span class="hidden-visually">{` van ${other.reference}`}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${path}/verwant`}>Verbind met een ander dossier van dit gezin</a>
      </p>
    </section>
  )
}

function standing(network: DossierView['service']['network'], { form, state, holder }: RelatedDossier): string {
  const service = serviceOf({ network: network.slug, form })
  const where = service ? `${service.form.naam}, ${stateOf(service.form.verloop, state).naam}` : form
  return holder ? `${where}, bij ${nameOf(network, holder)}` : where
}

export const HistoryPart: FC<{ view: DossierView }> = ({ view: { service, history } }) => (
  <section id="geschiedenis">
    <h2>Geschiedenis</h2>
    <ol class="lines">
      {[...history].reverse().map((line) => {
        const { text, states } = historyInWords(service, line)
        return (
          <li>
            <b>{text}</b>
            {states && <span class="states">{states}</span>}
            <span class="hint">{`${doerOf(service.network, line)}, ${moment(new Date(line.at))}`}</span>
          </li>
        )
      })}
    </ol>
    <p class="hint">Elke keer dat iemand dit dossier opent, wordt ook bewaard.</p>
  </section>
)
