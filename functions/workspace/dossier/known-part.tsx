/** What is good to know of a dossier: what the applicant reads, where their mail goes, by when we answer, the family, how long it is kept. */
import type { Child, FC } from 'hono/jsx'
import { wordsNow } from '../../../forms/kit/lifecycle/status.ts'
import { dateInWords, dayInWords } from '../../../forms/kit/time.ts'
import { addressPath } from '../../shared/work-paths.ts'
import { RelatedLines } from './related-part.tsx'
import type { DossierView } from './view.ts'
import { offerInWords } from './words.ts'

export const KnownPart: FC<{ view: DossierView }> = ({ view }) => {
  const { service, content, dossier, now } = view
  const { network } = service
  const { referral } = dossier
  const facts: [string, Child, string?][] = [
    ['De aanvrager leest', wordsNow(service, content, dossier, now).join(network.phone)],
    ['Mail aan de aanvrager', <Address view={view} />, 'mails'],
    ['Antwoord ten laatste op', dateInWords(dossier.answerBefore)],
    ['Doorverwezen naar', referral && offerInWords(content, referral.aanbod)],
    [
      'Is de cliënt er geraakt?',
      referral && (referral.arrived ? 'Ja' : `We vragen het op ${dateInWords(referral.checkOn)}`),
    ],
    ['Verplaatst naar', dossier.movedTo && `${dossier.movedTo.name}, ${dossier.movedTo.reference}`],
    ['Zelfde gezin', view.related.length > 0 && <RelatedLines view={view} />, 'verwant'],
    ['Wordt gewist op', dossier.ttl === undefined ? undefined : dayInWords(new Date(dossier.ttl * 1000))],
  ]
  return (
    <section class="lw-block" aria-labelledby="weten">
      <h2 id="weten">Goed om te weten</h2>
      <dl class="lw-qa">
        {facts.map(([name, text, id]) =>
          text ? (
            <div id={id}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}

const Address: FC<{ view: DossierView }> = ({ view: { dossier, address } }) => (
  <>
    {address ? (
      <>
        Naar <bdi class="address">{address}</bdi>.{' '}
      </>
    ) : (
      'De aanvrager gaf geen e-mailadres. '
    )}
    <a href={addressPath(dossier.reference)}>{address ? 'Verbeter het adres' : 'Voeg een adres toe'}</a>
  </>
)
