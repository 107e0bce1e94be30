/** One person of the network, for the coordinator: their account, their absence, their open dossiers. */

import type { FC } from 'hono/jsx'
import type { Account } from '../../../forms/kit/account.ts'
import { type NetworkContent, roleInWords } from '../../../forms/kit/content.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { dossierPath, peoplePath, personPath } from '../../shared/work-paths.ts'
import { actsAtOnceWords } from '../at-once.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { moment } from '../mail-words.ts'
import type { History } from '../manage/desk.ts'
import { HistoryPart } from '../manage/parts.tsx'
import { AboutWithoutLink, By, Unreadable, WhoAsked } from '../queue/parts.tsx'
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
  content: NetworkContent
  /** What was changed of their place. */
  history: History
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
  /** Brussels date. */
  today: string
}

export const PersonPage: FC<PersonPageProps> = (props) => {
  const { content, history, line, invitedUntil, signIns, held, absence, report, today, ...frame } = props
  const { member } = line
  const { typed, errors } = absence
  const rowOf = new Map(held.rows.map((row) => [row.reference, row]))
  const path = personPath(member.id)
  return (
    <WorkPage {...frame} title={member.name} problem={errors.length > 0} here="mensen">
      <ProblemSummary errors={errors} />
      {report && <ReportNote report={report} rows={rowOf} />}
      <p class="eyebrow">
        <a href={peoplePath}>Mensen</a>
      </p>
      <h1>{member.name}</h1>
      <p class="lw-meta">
        <span>{`${roleInWords[member.role]}, ${member.employer}`}</span>
        <Phone number={member.phone} />
        <span class="address">{member.email}</span>
      </p>
      <p class="row">
        <a class="btn plain slim" href={`${path}/wijzigen`}>
          Wijzig de gegevens
        </a>
        <a class="btn warn slim" href={`${path}/weg`}>
          Gaat weg
        </a>
      </p>
      <div class="lw-case">
        <div>
          <InHands name={member.name} {...{ held, rowOf, today }} />
          {held.handOver.dossiers.length > 0 && (
            <HandOver path={path} handOver={held.handOver} away={line.absence !== undefined} {...{ typed, errors }} />
          )}
        </div>
        <div>
          <AbsenceForm {...absence} />
          <AccountPart line={line} invitedUntil={invitedUntil} signIns={signIns} />
          <HistoryPart history={history} content={content} />
        </div>
      </div>
    </WorkPage>
  )
}

type InHandsProps = Pick<PersonPageProps, 'held' | 'today'> & { name: string; rowOf: ReadonlyMap<string, QueueRow> }

const InHands: FC<InHandsProps> = ({ name, held: { dossiers, rows, unreadable }, rowOf, today }) => (
  <section class="lw-band">
    <h2>{`In handen (${dossiers.length})`}</h2>
    <ul class="lw-plain">
      {dossiers.length === 0 && <li>{`${name} heeft geen dossiers waar iets mee moet gebeuren.`}</li>}
      {dossiers.map((dossier) => {
        const row = rowOf.get(dossier.reference)
        return (
          <li>
            <span class="grow">
              <a href={dossierPath(dossier.reference)}>
                {row ? <bdi>{row.over ?? dossier.reference}</bdi> : dossier.reference}
                {row && <span class="hidden-visually">{` ${dossier.reference}`}</span>}
              </a>{' '}
              {row && <WhoAsked row={row} />}
            </span>
            {row ? <Stands row={row} today={today} /> : <span class="by">{whereItStands(dossier)}</span>}
          </li>
        )
      })}
      {dossiers.length > rows.length && (
        <li class="hint">{`Van de eerste ${mostNamed} staat hier over wie het gaat.`}</li>
      )}
    </ul>
    {unreadable && <Unreadable />}
  </section>
)

type HandOverProps = { path: string; handOver: Held['handOver']; away: boolean } & Pick<
  AbsenceFormProps,
  'typed' | 'errors'
>

const Stands: FC<{ row: QueueRow; today: string }> = ({ row, today }) => (
  <>
    <span class={row.tone ? `tag ${row.tone}` : 'tag'}>{row.stand}</span>
    {row.step && <span class="by">{row.step}</span>}
    <By row={row} today={today} />
  </>
)

/** Open for who is away, or will be, and when something about it has to be mended. */
const HandOver: FC<HandOverProps> = ({ path, handOver, away, typed, errors }) => {
  const questions = handOverQuestions(handOver)
  const isWrong = questions.some(({ name }) => errors.some((error) => error.name === name))
  return (
    <details class="lw-block" id="overdragen" open={away || isWrong}>
      <summary>Draag dossiers over</summary>
      <form method="post" action={`${path}/overdragen`} novalidate>
        {questions.map((question) => (
          <QuestionField question={question} context={{ typed, errors }} />
        ))}
        <p class="hint">De aanvrager, wie het dossier krijgt en wie het had, krijgen een mail. {actsAtOnceWords}</p>
        <div class="row">
          <button class="btn plain">Draag de gekozen dossiers over</button>
          <button class="btn plain" name="alles" value="ja">
            Draag alles over
          </button>
        </div>
      </form>
    </details>
  )
}

const AccountPart: FC<Pick<PersonPageProps, 'line' | 'invitedUntil' | 'signIns'>> = (props) => {
  const { line, invitedUntil, signIns } = props
  const { member, binding } = line
  const path = personPath(member.id)
  return (
    <section class="lw-block">
      <h2>Account</h2>
      {binding ? (
        <>
          <p>{`Gekoppeld op ${moment(new Date(binding.boundAt))}. Deze persoon kan aanmelden.`}</p>
          {binding.account && <Told {...binding.account} />}
          <p>{signInsInWords(signIns)}</p>
          <p>
            <a class="btn warn slim" href={`${path}/ontkoppelen`}>
              Koppel los
            </a>
          </p>
        </>
      ) : (
        <NotBound path={path} invitedUntil={invitedUntil} />
      )}
    </section>
  )
}

const NotBound: FC<Pick<PersonPageProps, 'invitedUntil'> & { path: string }> = ({ path, invitedUntil }) => (
  <>
    <p>Dit account is nog niet gekoppeld.</p>
    {invitedUntil && (
      <p>{`Er is een uitnodiging verstuurd. Ze werkt tot ${moment(invitedUntil)}. Nodigt u opnieuw uit, dan werkt alleen de nieuwe.`}</p>
    )}
    <div class="row">
      <form method="post" action={`${path}/uitnodigen`}>
        <button class="btn plain slim">{invitedUntil ? 'Nodig opnieuw uit' : 'Nodig uit'}</button>
      </form>
      {invitedUntil && (
        <form method="post" action={`${path}/ontkoppelen`}>
          <button class="btn warn slim">Trek de uitnodiging in</button>
        </form>
      )}
    </div>
  </>
)

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
