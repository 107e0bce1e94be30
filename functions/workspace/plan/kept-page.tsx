/** A plan that was closed is erased with its dossier: until then it can be printed and fetched, and somebody says that they kept it. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { dossierPath, planPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { OverlegFrame } from '../overleg/frame.tsx'
import type { AtPlan } from './at-plan.ts'
import { keptElsewhere } from './evaluation-page.tsx'
import { KeepYourself } from './keep-yourself.tsx'

interface KeptPageProps extends WorkFrame {
  found: AtPlan
  typed: RawInput
  errors: readonly FieldError[]
}

/** Beside closing it may stay open; here it is all that is asked. */
const { optional: _, ...required } = keptElsewhere

export const KeptPage: FC<KeptPageProps> = ({ found, typed, errors, ...frame }) => {
  const { plan, file } = found
  const { reference, keptElsewhereOn } = plan
  const form = <DayForm plan={plan} typed={typed} errors={errors} again={keptElsewhereOn !== undefined} />
  return (
    <OverlegFrame {...frame} {...{ found, errors }} title="Dit plan is afgesloten" step="evaluatie">
      {keptElsewhereOn && (
        <p class="note">{`U bewaarde het plan zelf op ${dateInWords(keptElsewhereOn)}. Dit staat niet meer in uw week.`}</p>
      )}
      <section class="lo-vraag smal">
        <KeepYourself dossier={file.dossier} />
      </section>
      {keptElsewhereOn ? (
        <details class="lo-meer lo-onder" open={errors.length > 0}>
          <summary>Was het een andere dag?</summary>
          {form}
        </details>
      ) : (
        form
      )}
      <p>
        <a href={dossierPath(reference)}>Terug naar het dossier</a>
      </p>
    </OverlegFrame>
  )
}

interface DayFormProps extends Pick<KeptPageProps, 'typed' | 'errors'> {
  plan: AtPlan['plan']
  /** A day was noted before. */
  again: boolean
}

const DayForm: FC<DayFormProps> = ({ plan: { reference, revision }, typed, errors, again }) => (
  <form class="lw-block" method="post" action={planPath(reference, 'evaluatie')} novalidate>
    <input type="hidden" name="revision" value={String(revision)} />
    <QuestionField
      question={{ ...required, hint: again ? 'Loket is niet het dossier.' : 'Daarna staat dit niet meer in uw week.' }}
      context={{ typed, errors }}
    />
    <div class="row">
      <button class="btn" data-next="">
        Bewaar de dag
      </button>
    </div>
  </form>
)
