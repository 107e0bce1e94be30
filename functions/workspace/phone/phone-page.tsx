/** The phone list: who must be called, why, what was tried, who calls now; and what a call came to. */
import type { Child, FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { TypedText } from '../../shared/web/typed-text.tsx'
import { logCallPath, phonePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { pathWith } from '../queue/filters.ts'
import { Pages } from '../queue/parts.tsx'
import type { Rows } from '../queue/rows.ts'
import { CallCard, cardField, type SentCall } from './call-card.tsx'
import type { Call } from './calls.ts'
import { SuspectPart } from './suspect-part.tsx'
import type { Waiting } from './waiting.ts'
import { WaitingPart } from './waiting-part.tsx'

interface PhonePageProps extends WorkFrame {
  content: NetworkContent
  calls: readonly Call[]
  /** A fresh one-time id for the buttons of this page. */
  once: string
  /** Where this page begins, and where the next one does: absent on the first, and on the last. */
  na: string | undefined
  next: string | undefined
  now: Date
  notice?: string | undefined
  /** What was just done, and the way back. */
  undo: Child
  /** Whether a call can be logged here. */
  mayLog: boolean
  /** Whom we asked something; on the first page only. */
  waiting: readonly Waiting[]
  /** What a machine seems to have sent; on the first page only. */
  suspects: Rows
  errors: readonly FieldError[]
  sent: SentCall | undefined
}

export const PhonePage: FC<PhonePageProps> = (props) => {
  const { content, calls, once, na, next, now, notice, undo, mayLog, waiting, suspects, errors, sent, ...frame } = props
  const gone = sent && !calls.some(({ dossier }) => dossier.reference === sent.reference) ? sent : undefined
  return (
    <WorkPage {...frame} title="Telefoon" problem={errors.length > 0} here="telefoon">
      <ProblemSummary errors={errors} />
      <div class="lw-head">
        <h1>Telefoon</h1>
        {mayLog && (
          <a class="btn plain slim" href={logCallPath}>
            Noteer een telefoontje
          </a>
        )}
      </div>
      <p class="lw-soft">Wie op een telefoontje wacht: wat dringend is eerst, dan wie het langst wacht.</p>
      {notice && (
        <div class="note" role="status">
          <p>{notice}</p>
        </div>
      )}
      {undo}
      {gone && <NotSaved sent={gone} />}
      {calls.length === 0 && <p>{next || na ? 'Op deze pagina staat niets.' : 'Niemand wacht op een telefoontje.'}</p>}
      {calls.map((call) => (
        <CallCard
          {...{ content, call, once, now, errors, person: frame.person }}
          sent={sent?.reference === call.dossier.reference ? sent : undefined}
        />
      ))}
      <Pages first={phonePath} na={na} next={next && pathWith({ na: next }, phonePath)} />
      <SuspectPart {...suspects} today={brusselsDate(now)} />
      <WaitingPart waiting={waiting} />
    </WorkPage>
  )
}

/** Somebody else closed it meanwhile: what was written stays in sight, to copy. */
const NotSaved: FC<{ sent: SentCall }> = ({ sent: { reference, text } }) => (
  <section class="sheet">
    <h2 class="reference">{reference}</h2>
    <p>Deze oproep staat niet meer op de lijst. Wat u net deed, is niet bewaard.</p>
    {text && (
      <TypedText
        id={fieldId(cardField(reference, 'advies'))}
        label="Wat u schreef, is niet bewaard. Kopieer het als u het nodig hebt."
        text={text}
      />
    )}
  </section>
)
