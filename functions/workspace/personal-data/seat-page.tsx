/** What is kept of one person at a table, for who asks; and that they may be forgotten. */
import type { FC } from 'hono/jsx'
import { fullNameOf } from '../../../forms/kit/overleg/details.ts'
import { seatKey } from '../../shared/store/find-person.ts'
import { dataPath, keptPath, seatPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { mailInWords, moment } from '../mail-words.ts'
import { seatInWords } from '../overleg/words.ts'
import { saidInWords } from './kept-overleg.ts'
import { afspraakInWords } from './kept-plan.ts'
import type { KeptSeat } from './seat.ts'

interface SeatPageProps extends WorkFrame {
  kept: KeptSeat
}

export const SeatPage: FC<SeatPageProps> = ({ kept, ...frame }) => {
  const { seat, overleg, details, participant, said, typed, ofPlan, addresses, mails } = kept
  const path = seatPath(seatKey(seat))
  const facts: [string, string | undefined][] = [
    ['Rol', seatInWords[participant.wie]],
    ['Naam en dienst', fullNameOf(details, seat.id)],
    ['Telefoon', details.names[seat.id]?.telefoon],
    ['E-mailadres', addresses.join(', ')],
    ['Beroepsgeheim', participant.beroepsgeheim.replace('_', ' ')],
    ['De cliënt ging akkoord op', participant.agreedOn],
    ['Niet meer aan tafel sinds', participant.leftAt && moment(new Date(participant.leftAt))],
    ['Ingevuld', typed && Object.values(typed).join(', ')],
  ]
  const answers = saidInWords(overleg, said)
  return (
    <WorkPage {...frame} title="Wat we bewaren van iemand aan tafel" here="gegevens">
      <p class="eyebrow">
        <a href={dataPath}>Persoonsgegevens</a>
      </p>
      <h1>Wat we bewaren van iemand aan tafel</h1>
      <p class="lead">
        {`Van ${overleg.noun} ${overleg.number} van `}
        <a class="reference" href={keptPath(seat.reference)}>
          {seat.reference}
        </a>
        .
      </p>
      <div class="answers">
        <dl data-plaats={seat.id}>
          {facts.map(([name, text]) =>
            text ? (
              <div>
                <dt>{name}</dt>
                <dd>
                  <bdi>{text}</bdi>
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      </div>
      <h2>Antwoorden</h2>
      {answers.length === 0 ? (
        <p>Geen.</p>
      ) : (
        <ul class="lines">
          {answers.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {ofPlan && (
        <>
          <h2>In het plan van aanpak</h2>
          <ul class="lines" data-plaats-in-plan={seat.id}>
            {ofPlan.afspraken.map((afspraak) => (
              <li>{afspraakInWords(afspraak)}</li>
            ))}
            <li>{ofPlan.readsWhole ? 'Mag het hele plan lezen.' : 'Leest alleen de eigen afspraken.'}</li>
          </ul>
        </>
      )}
      <h2>Mails</h2>
      {mails.length === 0 ? (
        <p>Geen mails.</p>
      ) : (
        <ul class="lines">
          {mails.map((mail) => (
            <li>
              {mailInWords(mail.notification)}
              <span class="hint">{` ${moment(new Date(mail.sentAt ?? mail.plannedAt))}`}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="hint">
        De naam kan ook elders staan, in de aanvraag of in een notitie. <a href={dataPath}>Zoek op de naam</a>.
      </p>
      <div class="row">
        <form method="post" action={`${path}/export`}>
          <button class="btn">Bewaar als bestand (JSON)</button>
        </form>
        {participant.wie !== 'client' && (
          <a class="btn warn" href={`${path}/wissen`}>
            Wis deze persoon
          </a>
        )}
      </div>
    </WorkPage>
  )
}

export const ForgetSeatPage: FC<SeatPageProps> = ({ kept: { seat, overleg }, ...frame }) => {
  const path = seatPath(seatKey(seat))
  return (
    <WorkPage {...frame} title="Deze persoon wissen?" here="gegevens">
      <p class="eyebrow">
        <a href={path}>{`${seat.reference}, ${overleg.noun} ${overleg.number}`}</a>
      </p>
      <h1>Deze persoon wissen?</h1>
      <p>
        <strong>Dit kan niet ongedaan gemaakt worden.</strong>
      </p>
      <ForgetMeans />
      <form method="post" action={`${path}/wissen`}>
        <div class="row">
          <button class="btn warn">Wis deze persoon</button>
          <a href={path}>Toch niet</a>
        </div>
      </form>
    </WorkPage>
  )
}

/** What it comes to, also where several things are erased at once. */
export const ForgetMeans: FC = () => (
  <ul>
    <li>Deze persoon zit meteen niet meer aan tafel. De link werkt niet meer. Er vertrekt geen mail.</li>
    <li>Weg zijn: de naam, het nummer, het adres, de antwoorden en de mails.</li>
    <li>Ook in een ander overleg van dit dossier, als daar dezelfde naam staat.</li>
    <li>Een afspraak uit het plan blijft staan, zonder naam. Ze is dan zonder trekker: geef ze aan iemand anders.</li>
    <li>Het dossier en de rest van de tafel blijven. Op papier en in de aanvraag kan de naam nog staan.</li>
  </ul>
)

export const ForgottenPage: FC<WorkFrame & { reference: string }> = ({ reference, ...frame }) => (
  <WorkPage {...frame} title="Deze persoon is gewist" here="gegevens">
    <h1>Deze persoon is gewist</h1>
    <p>
      De naam, het nummer, het adres, de antwoorden en de mails zijn weg. Het dossier{' '}
      <a class="reference" href={keptPath(reference)}>
        {reference}
      </a>{' '}
      blijft. Kijk in de aanvraag na of de naam daar nog staat.
    </p>
    <p>
      <a class="btn" href={dataPath}>
        Zoek nog iets
      </a>
    </p>
  </WorkPage>
)
