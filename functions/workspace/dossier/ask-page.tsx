/** A small page that asks one thing about a dossier: what a move needs, a note, an address, another dossier. */
import type { Child, FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { dossierPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { OfferField } from './offer-field.tsx'

/** Above a form whose dossier somebody else changed since it was opened. */
export const changedMeanwhile = 'Dit dossier is intussen veranderd. Kijk het na en verstuur opnieuw.'

/** Beside the reason of a move, when the logbook takes no more. */
export const noRoomForReason: FieldError = {
  name: 'toelichting',
  message: 'Er is geen plaats meer voor notities in dit dossier. Bel de beheerder van Loket.',
}

export interface AskPageProps extends WorkFrame {
  /** Where somebody can be referred to, for a page that asks it. */
  content: NetworkContent
  dossier: Dossier
  /** Its slug is the last part of the address it is posted to. */
  page: Page
  /** Fields the person does not see: the revision, a one-time id. */
  hidden: Readonly<Record<string, string>>
  typed: RawInput
  errors: readonly FieldError[]
  /** What happened meanwhile, above the form. */
  notice?: string | undefined
  button: string
  /** Above the form: what happens then. */
  intro?: Child
}

export const AskPage: FC<AskPageProps> = (props) => {
  const { content, dossier, page, hidden, typed, errors, notice, button, intro, ...frame } = props
  const path = dossierPath(dossier.reference)
  const context = { typed, errors }
  return (
    <WorkPage {...frame} title={`${page.title} · ${dossier.reference}`} problem={errors.length > 0} here="aanvragen">
      <ProblemSummary errors={errors} />
      <p class="eyebrow">
        <a href={path}>{dossier.reference}</a>
      </p>
      <h1>{page.title}</h1>
      {notice && (
        <div class="note" role="alert">
          <p>{notice}</p>
        </div>
      )}
      {intro}
      <form class="sheet" method="post" action={`${path}/${page.slug}`} novalidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {page.questions.map((question) =>
          question.name === 'aanbod' ? (
            <OfferField
              label={question.label}
              network={frame.network}
              content={content}
              dossier={dossier}
              chosen={typed.get('aanbod')?.[0]}
              error={errors.find(({ name }) => name === 'aanbod')}
            />
          ) : (
            <QuestionField question={question} context={context} />
          ),
        )}
        <div class="row">
          <button class="btn" data-next>
            {button}
          </button>
          <a href={path}>Terug naar het dossier</a>
        </div>
      </form>
    </WorkPage>
  )
}
