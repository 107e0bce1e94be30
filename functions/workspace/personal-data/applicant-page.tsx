/** Everything that is kept of one address: requests, half-filled forms whose link was mailed, and answers to invitations. */
import type { FC } from 'hono/jsx'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { dayInWords } from '../../../forms/kit/time.ts'
import { type FoundDraft, type FoundSeat, seatKey } from '../../shared/store/find-person.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { applicantPath, dataPath, keptPath, seatPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { whereItStands } from '../where-it-stands.ts'
import { addressField } from './address-field.ts'
import { answerInWords, type KeptAnswer, saidInWords } from './kept-answer.ts'
import { type Copy, LivesOn } from './lives-on.tsx'
import { ForgetMeans } from './seat-page.tsx'

export interface Held {
  /** HMAC of the address. */
  applicant: string
  dossiers: readonly Dossier[]
  drafts: readonly FoundDraft[]
  answers: readonly KeptAnswer[]
  /** Where they sit, or sat, at the table of an overleg. */
  seats: readonly FoundSeat[]
}

const seatInWords = ({ reference, number }: FoundSeat): string => `Aan tafel van overleg ${number} van ${reference}`

const draftInWords = ({ ttl }: FoundDraft): string =>
  `Een formulier dat nog niet verstuurd is. Het wist zichzelf op ${dayInWords(new Date(ttl * 1000))}.`

interface ApplicantPageProps extends WorkFrame {
  held: Held
  /** `all`: what was chosen is gone; `some`: something changed meanwhile. */
  erased?: 'all' | 'some' | undefined
  /** Of what was erased: what lives on elsewhere. */
  copies: readonly Copy[]
}

export const ApplicantPage: FC<ApplicantPageProps> = ({ held, erased, copies, ...frame }) => {
  const { applicant, dossiers, drafts, answers, seats } = held
  const path = applicantPath(applicant)
  const nothing = dossiers.length + drafts.length + answers.length + seats.length === 0
  return (
    <WorkPage {...frame} title="Wat we bewaren van dit adres" here="gegevens">
      {erased && (
        <div class="note" role="status">
          <p>
            {erased === 'all'
              ? 'Wat u koos, is gewist.'
              : 'Iets veranderde terwijl u wiste, en staat hieronder nog. Kijk het na en probeer opnieuw.'}
          </p>
          {copies.map((copy) => (
            <p>
              <LivesOn own={frame.network} copy={copy} />
            </p>
          ))}
        </div>
      )}
      <p class="eyebrow">
        <a href={dataPath}>Persoonsgegevens</a>
      </p>
      <h1>Wat we bewaren van dit adres</h1>
      {nothing ? (
        <p>{`${frame.network.name} heeft geen aanvraag, geen onverzonden formulier en geen antwoord op een uitnodiging met dit adres. Ook aan de tafel van een overleg staat het niet.`}</p>
      ) : (
        <>
          <ul class="lines">
            {dossiers.map((dossier) => (
              <li>
                <a class="reference" href={keptPath(dossier.reference)}>
                  {dossier.reference}
                </a>
                <span class="hint">{` ${whereItStands(dossier)}`}</span>
              </li>
            ))}
            {drafts.map((draft) => (
              <li>
                <bdi>{draftInWords(draft)}</bdi>
                <span class="hint"> De antwoorden leest alleen wie de gemailde link heeft.</span>
              </li>
            ))}
            {seats.map((seat) => (
              <li>
                <a href={seatPath(seatKey(seat))}>{seatInWords(seat)}</a>
              </li>
            ))}
            {answers.map((answer) => (
              <li>
                <bdi>{`Activiteit ${answerInWords(answer)}`}</bdi>
                {saidInWords(answer).map((line) => (
                  <p class="hint">
                    <bdi>{line}</bdi>
                  </p>
                ))}
              </li>
            ))}
          </ul>
          {dossiers.length > 0 && (
            <p class="hint">
              Mee gaat wat van de aanvrager zelf is. In de plaats van wat over anderen gaat, staat dat het weggelaten
              is. Wilt u meer meegeven? Kies dat per dossier.
            </p>
          )}
          <div class="row">
            <form method="post" action={`${path}/export`}>
              <button class="btn">Bewaar alles als bestand (JSON)</button>
            </form>
            <a class="btn warn" href={`${path}/wissen`}>
              Kies wat u wist
            </a>
          </div>
        </>
      )}
      <h2>Ook in wat anderen schreven?</h2>
      <p>
        Het adres kan in een notitie staan, of bij wie betrokken is bij een ander dossier. Daar staat misschien alleen
        een naam of een nummer: <a href={dataPath}>zoek die apart</a>.
      </p>
      <form method="post" action={dataPath}>
        <input type="hidden" name={addressField} value={applicant} />
        <button class="btn plain">Zoek dit adres in alle dossiers</button>
      </form>
    </WorkPage>
  )
}

/** Field of the confirmation: references, drafts and invitees. */
export const whatField = 'wat'

/** The choices of the confirmation; all of them are ticked at first. */
export const choicesIn = ({ dossiers, drafts, answers, seats }: Held) => [
  ...dossiers.map((dossier) => ({
    value: dossier.reference,
    label: `${dossier.reference}: ${whereItStands(dossier)}`,
  })),
  ...drafts.map((draft) => ({ value: draft.id, label: draftInWords(draft) })),
  ...answers.map((answer) => ({ value: answer.invitee.id, label: `Activiteit ${answerInWords(answer)}` })),
  ...seats.map((seat) => ({ value: seatKey(seat), label: seatInWords(seat) })),
]

interface EraseManyProps extends WorkFrame {
  held: Held
  chosen: readonly string[]
  errors: readonly FieldError[]
}

export const EraseManyPage: FC<EraseManyProps> = ({ held, chosen, errors, ...frame }) => {
  const path = applicantPath(held.applicant)
  const context = { typed: new Map([[whatField, chosen]]), errors }
  return (
    <WorkPage {...frame} title="Wat wilt u wissen?" problem={errors.length > 0} here="gegevens">
      <ProblemSummary errors={errors} />
      <h1>Wat wilt u wissen?</h1>
      <EraseMeans network={frame.network} dossiers={held.dossiers} />
      {held.answers.length > 0 && <p>Een plaats op een activiteit die nog komt, gaat naar wie wacht.</p>}
      {held.seats.length > 0 && <ForgetMeans />}
      <form class="sheet" method="post" action={`${path}/wissen`} novalidate>
        <QuestionField
          question={{
            kind: 'choices',
            name: whatField,
            label: 'Dit wordt gewist',
            error: 'Kies minstens één',
            options: choicesIn(held),
          }}
          context={context}
        />
        <div class="row">
          <button class="btn warn">Wis wat gekozen is</button>
          <a href={path}>Toch niet</a>
        </div>
      </form>
    </WorkPage>
  )
}

export const EraseOnePage: FC<WorkFrame & { dossier: Dossier }> = ({ dossier, ...frame }) => {
  const path = keptPath(dossier.reference)
  const title = `${dossier.reference} wissen?`
  return (
    <WorkPage {...frame} title={title} here="gegevens">
      <h1>{title}</h1>
      <p>{whereItStands(dossier)}</p>
      {dossier.ttl === undefined && (
        <div class="note">
          <p>Dit dossier is nog open. Spreek eerst af met wie eraan werkt.</p>
        </div>
      )}
      <EraseMeans network={frame.network} dossiers={[dossier]} />
      <form method="post" action={`${path}/wissen`}>
        <div class="row">
          <button class="btn warn">Wis alles van deze aanvraag</button>
          <a href={path}>Toch niet</a>
        </div>
      </form>
    </WorkPage>
  )
}

const EraseMeans: FC<Pick<WorkFrame, 'network'> & Pick<Held, 'dossiers'>> = ({ network, dossiers }) => (
  <>
    <p>
      <strong>Dit kan niet ongedaan gemaakt worden.</strong>
    </p>
    <ul>
      <li>Weg zijn: de aanvraag, de antwoorden, de notities, het adres en alle mails. Wat nog wacht, vertrekt niet.</li>
      {dossiers.some(({ overleg, actionPlan }) => overleg ?? actionPlan) && (
        <li>
          Ook het overleg en het plan zijn weg. Wie een link naar het plan heeft, leest nog een jaar dat het gewist is.
        </li>
      )}
      <li>{`Wie wat deed en wie keek, blijft ${network.retention.audit} dagen bewaard: zonder namen van de aanvrager of de cliënt.`}</li>
      <li>In de reservekopie verdwijnt alles na 35 dagen.</li>
    </ul>
    {dossiers.map(
      ({ reference, movedTo }) =>
        movedTo && (
          <div class="note">
            <p>
              <span class="reference">{reference}</span>: <LivesOn own={network} copy={movedTo} />
            </p>
          </div>
        ),
    )}
  </>
)
