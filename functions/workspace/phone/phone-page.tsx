/** Who must be called back, with the number and the question; a call ends it with one press. */
import type { Child, FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { SummaryLine } from '../../../forms/kit/questions/summary.ts'
import { AnswerLines } from '../../shared/web/answer-lines.tsx'
import { fieldId } from '../../shared/web/field-id.ts'
import { HintAndError } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { dossierPath, logCallPath, phonePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { pathWith } from '../queue/filters.ts'
import { Pages, relativeDay } from '../queue/parts.tsx'
import type { Waiting } from './waiting.ts'
import { WaitingPart } from './waiting-part.tsx'

export interface Call {
  dossier: Dossier
  /** What was asked; empty when it cannot be read now. */
  lines: readonly SummaryLine[]
  phones: ReadonlyMap<string, string>
  /** The moves that end it at once. */
  moves: readonly Move[]
  mayOpen: boolean
}

interface PhonePageProps extends WorkFrame {
  content: NetworkContent
  calls: readonly Call[]
  /** Where this page begins, and where the next one does: absent on the first, and on the last. */
  na: string | undefined
  next: string | undefined
  today: string
  notice?: string | undefined
  /** What was just done, and the way back. */
  undo: Child
  /** Whether a call can be logged here. */
  mayLog: boolean
  /** Whom we asked something; on the first page only. */
  waiting: readonly Waiting[]
  errors: readonly FieldError[]
}

/** Where a call is referred to, as the field of one card. */
const offerField = (reference: string): string => `${reference}.aanbod`

/** Nothing is chosen beforehand: one press would send somebody anywhere. */
export const noOffer = (reference: string): FieldError => ({
  name: offerField(reference),
  message: `${reference}: kies naar welk aanbod u verwijst`,
})

export const PhonePage: FC<PhonePageProps> = ({
  content,
  calls,
  na,
  next,
  today,
  notice,
  undo,
  mayLog,
  waiting,
  errors,
  ...frame
}) => (
  <WorkPage {...frame} title="Telefoon" problem={errors.length > 0} here="telefoon">
    <ProblemSummary errors={errors} />
    <h1>Telefoon</h1>
    <p class="lead">Wie op een telefoontje wacht, de oudste eerst.</p>
    {notice && (
      <div class="note" role="status">
        <p>{notice}</p>
      </div>
    )}
    {undo}
    {mayLog && (
      <p>
        <a class="btn plain" href={logCallPath}>
          Noteer een telefoontje
        </a>
      </p>
    )}
    {calls.length === 0 && <p>{next || na ? 'Op deze pagina staat niets.' : 'Niemand wacht op een telefoontje.'}</p>}
    {calls.map((call) => (
      <CallCard {...{ content, call, today, errors }} />
    ))}
    <Pages first={phonePath} na={na} next={next && pathWith({ na: next }, phonePath)} />
    <WaitingPart waiting={waiting} />
  </WorkPage>
)

const CallCard: FC<{ call: Call } & Pick<PhonePageProps, 'content' | 'today' | 'errors'>> = (props) => {
  const { content, call, today, errors } = props
  const { dossier, lines, phones, moves, mayOpen } = call
  const { reference, revision, nextOn } = dossier
  const late = nextOn !== undefined && nextOn < today
  const offers = Object.entries(content.aanbod)
  const offerId = fieldId(offerField(reference))
  const error = errors.find(({ name }) => name === offerField(reference))
  const asking = moves.filter(({ asks }) => asks?.includes('aanbod'))
  return (
    <section class={late ? 'decide call is-late' : 'decide call'} data-reference={reference}>
      <h2>
        {mayOpen ? (
          <a class="reference" href={dossierPath(reference)}>
            {reference}
          </a>
        ) : (
          <span class="reference">{reference}</span>
        )}{' '}
        {late ? (
          <span class="tag late">te laat</span>
        ) : (
          nextOn && <span class="tag">{`bel uiterlijk ${relativeDay(nextOn, today)}`}</span>
        )}
      </h2>
      {lines.length > 0 ? (
        <div class="answers">
          <AnswerLines lines={lines} phones={phones} />
        </div>
      ) : (
        <p class="note">We konden de gegevens niet openen. Probeer het straks opnieuw.</p>
      )}
      <form method="post" action={`${phonePath}/${reference}`}>
        <input type="hidden" name="revision" value={String(revision)} />
        <div class="row">
          {moves
            .filter((move) => !asking.includes(move))
            .map(({ action, label }) => (
              <button class="btn plain" name="actie" value={action}>
                {label}
                <span class="hidden-visually">{`: ${reference}`}</span>
              </button>
            ))}
        </div>
        {asking.map(({ action, label }) => (
          <div class={error ? 'row refer wrong' : 'row refer'}>
            <label for={offerId}>Naar welk aanbod?</label>
            <HintAndError id={offerId} error={error} />
            <select
              id={offerId}
              name="aanbod"
              aria-describedby={error ? `${offerId}-fout` : undefined}
              aria-invalid={error ? 'true' : undefined}
            >
              <option value="">Kies…</option>
              {offers.map(([key, { name }]) => (
                <option value={key}>{name}</option>
              ))}
            </select>
            <button class="btn plain" name="actie" value={action}>
              {label}
              <span class="hidden-visually">{`: ${reference}`}</span>
            </button>
          </div>
        ))}
      </form>
    </section>
  )
}
