/** One person of the network, for the coordinator: their account, their absence, their open dossiers. */

import type { FC } from 'hono/jsx'
import type { Account } from '../../../forms/kit/account.ts'
import { roleInWords } from '../../../forms/kit/content.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { dossierPath, peoplePath, personPath } from '../../shared/work-paths.ts'
import { actsAtOnceWords } from '../at-once.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { moment } from '../mail-words.ts'
import { AboutWithoutLink, Unreadable } from '../queue/parts.tsx'
import type { QueueRow, Rows } from '../queue/rows.ts'
import { whereItStands } from '../where-it-stands.ts'
import { AbsenceForm, type AbsenceFormProps } from './absence.tsx'
import type { StayReason } from './hand-over.ts'
import { handOverQuestions } from './hand-over-form.ts'
import { type Held, mostNamed } from './held.ts'
import type { PersonLine } from './people-page.tsx'

export interface Report {
  moved: number
  stayed: readonly { reference: string; reason: StayReason }[]
}

interface PersonPageProps extends WorkFrame {
  line: PersonLine
  /** Only for who has no account yet. */
  invitedUntil: Date | undefined
  /** In the last `signInDays`, oldest first. */
  signIns: readonly Date[]
  held: Held & Rows
  /** With what was typed on this page, and what is wrong with it. */
  absence: AbsenceFormProps
  /** What the hand-over before this came to. */
  report?: Report | undefined
}

export const PersonPage: FC<PersonPageProps> = (props) => {
  const { line, invitedUntil, signIns, held, absence, report, ...frame } = props
  const { dossiers, handOver, rows, unreadable } = held
  const { member } = line
  const { typed, errors } = absence
  const rowOf = new Map(rows.map((row) => [row.reference, row]))
  const path = personPath(member.id)
  return (
    <WorkPage {...frame} title={member.name} problem={errors.length > 0} here="mensen">
      <ProblemSummary errors={errors} />
      {report && <ReportNote report={report} rows={rowOf} />}
      <p class="eyebrow">
        <a href={peoplePath}>Mensen</a>
      </p>
      <h1>{member.name}</h1>
      <p class="lead">{`${roleInWords[member.role]}, ${member.employer}`}</p>
      <p>
        <span class="address">{member.email}</span> · <Phone number={member.phone} />
      </p>
      <AccountPart line={line} invitedUntil={invitedUntil} signIns={signIns} />
      <AbsenceForm {...absence} />
      <h2>{`Dossiers (${dossiers.length})`}</h2>
      {dossiers.length === 0 ? (
        <p>{member.name} heeft geen dossiers waar iets mee moet gebeuren.</p>
      ) : (
        <ul class="lines">
          {dossiers.map((dossier) => (
            <li>
              <a class="reference" href={dossierPath(dossier.reference)}>
                {dossier.reference}
              </a>{' '}
              <WhoItIsAbout row={rowOf.get(dossier.reference)} />
              <span class="hint">{whereItStands(dossier)}</span>
            </li>
          ))}
        </ul>
      )}
      {dossiers.length > rows.length && (
        <p class="hint">{`Van de eerste ${mostNamed} staat hier over wie het gaat.`}</p>
      )}
      {unreadable && <Unreadable />}
      {handOver.dossiers.length > 0 && (
        <>
          <h2>Draag dossiers over</h2>
          <form class="sheet" method="post" action={`${path}/overdragen`} novalidate>
            {handOverQuestions(handOver).map((question) => (
              <QuestionField question={question} context={{ typed, errors }} />
            ))}
            <p class="hint">De aanvrager, wie het dossier krijgt en wie het had, krijgen een mail. {actsAtOnceWords}</p>
            <div class="row">
              <button class="btn">Draag de gekozen dossiers over</button>
              <button class="btn plain" name="alles" value="ja">
                Draag alles over
              </button>
            </div>
          </form>
        </>
      )}
    </WorkPage>
  )
}

const AccountPart: FC<Pick<PersonPageProps, 'line' | 'invitedUntil' | 'signIns'>> = (props) => {
  const { line, invitedUntil, signIns } = props
  const { member, binding } = line
  const path = personPath(member.id)
  if (binding)
    return (
      <>
        <h2>Account</h2>
        <p>{`Gekoppeld op ${moment(new Date(binding.boundAt))}. Deze persoon kan aanmelden.`}</p>
        {binding.account && <Told {...binding.account} />}
        <p>{signInsInWords(signIns)}</p>
        <p>
          <a class="btn plain" href={`${path}/ontkoppelen`}>
            Koppel los
          </a>
        </p>
      </>
    )
  return (
    <>
      <h2>Account</h2>
      <p>Dit account is nog niet gekoppeld.</p>
      {invitedUntil && (
        <p>{`Er is een uitnodiging verstuurd. Ze werkt tot ${moment(invitedUntil)}. Nodigt u opnieuw uit, dan werkt alleen de nieuwe.`}</p>
      )}
      <div class="row">
        <form method="post" action={`${path}/uitnodigen`}>
          <button class={invitedUntil ? 'btn plain' : 'btn'}>{invitedUntil ? 'Nodig opnieuw uit' : 'Nodig uit'}</button>
        </form>
        {invitedUntil && (
          <form method="post" action={`${path}/ontkoppelen`}>
            <button class="btn plain">Trek de uitnodiging in</button>
          </form>
        )}
      </div>
    </>
  )
}

/** As the token gave it: whoever forwarded an invitation is found out here. */
const Told: FC<Account> = ({ issuer, name, email }) => (
  <ul class="lines">
    {name && (
      <li>
        Naam: <bdi>{name}</bdi>
      </li>
    )}
    {email && (
      <li>
        E-mail: <bdi class="address">{email}</bdi>
      </li>
    )}
    <li>
      Aanmelddienst: <bdi class="address">{issuer}</bdi>
    </li>
  </ul>
)

/** Days of which a coordinator sees when somebody signed in. */
export const signInDays = 30

function signInsInWords(signIns: readonly Date[]): string {
  const last = signIns.at(-1)
  if (!last) return `Niet aangemeld in de laatste ${signInDays} dagen.`
  return `${signIns.length} keer aangemeld in de laatste ${signInDays} dagen, het laatst op ${moment(last)}.`
}

const reasons = {
  weg: 'is intussen niet meer van deze persoon',
  'niet-nu': 'kan nu niet, door de stand van het dossier',
  dienst: 'de gekozen persoon werkt bij een betrokken dienst; open het dossier als u het toch wilt',
  vol: 'heeft geen plaats meer voor een notitie',
} as const satisfies Record<StayReason, string>

const WhoItIsAbout: FC<{ row: QueueRow | undefined }> = ({ row }) => (row ? <AboutWithoutLink row={row} /> : null)

interface ReportNoteProps {
  report: Report
  /** Of what this person still holds, by reference. */
  rows: ReadonlyMap<string, QueueRow>
}

const ReportNote: FC<ReportNoteProps> = ({ report: { moved, stayed }, rows }) => (
  <div class="note" role="status">
    <p>
      {moved === 1 ? '1 dossier is overgedragen.' : `${moved} dossiers zijn overgedragen.`}
      {stayed.length > 0 && ' Deze zijn gebleven waar ze waren:'}
    </p>
    {stayed.length > 0 && (
      <ul>
        {stayed.map(({ reference, reason }) => (
          <li>
            <a class="reference" href={dossierPath(reference)}>
              {reference}
            </a>{' '}
            <WhoItIsAbout row={rows.get(reference)} />
            <span class="hint">{reasons[reason]}</span>
          </li>
        ))}
      </ul>
    )}
  </div>
)
