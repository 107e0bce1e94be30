/** Adding something to a request that was sent: a part of the status page, and a page of its own when it must be mended. */
import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import { additionPage, mayAdd, mostAdditions } from '../../../forms/kit/lifecycle/additions.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { addPath } from '../../shared/public-paths.ts'
import { CallUs } from '../../shared/web/call-us.tsx'
import { QuestionField } from '../../shared/web/fields.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import type { Adding } from '../adding.ts'
import { FormToken } from './trap.tsx'

interface AddPartProps extends Adding {
  service: Service
  dossier: Dossier
  /** Of the status page. */
  path: string
  typed?: RawInput
  errors?: readonly FieldError[]
}

/** The sheet "Voeg iets toe". `added` counts: there is an end to it. */
export const AddPart: FC<AddPartProps> = (props) => {
  const { service, dossier, path, added, token, typed = new Map(), errors = [] } = props
  const { form, network } = service
  return (
    <section class="sheet lp-toe" id="toevoegen">
      <h2>{additionPage.title}</h2>
      {!mayAdd(dossier) || added.length >= mostAdditions ? (
        <p>
          {mayAdd(dossier)
            ? `U voegde al ${mostAdditions} keer iets toe.`
            : `Aan deze ${form.noun} kan hier niets meer bij.`}{' '}
          Wilt u nog iets zeggen? <CallUs network={network} />
        </p>
      ) : (
        <>
          <form method="post" action={addPath(path)} novalidate>
            {additionPage.questions.map((question) => (
              <QuestionField question={question} context={{ typed, errors }} />
            ))}
            <FormToken token={token} />
            <div class="row">
              <button class="btn plain">Voeg toe</button>
            </div>
          </form>
          <p class="hint">We bewaren dit versleuteld. U kunt het daarna hier niet meer lezen.</p>
        </>
      )}
    </section>
  )
}

type AddPageProps = Frame & AddPartProps

/** What must be mended, with what was typed. */
export const AddPage: FC<AddPageProps> = ({ assets, errors = [], ...part }) => {
  const { service, dossier, path } = part
  const { network, form } = service
  return (
    <Layout assets={assets} network={network} title={additionPage.title} problem={errors.length > 0}>
      <ProblemSummary errors={errors} />
      <TwoColumns label="Hulp" beside={<HelpBeside network={network} />}>
        <p class="eyebrow">{dossier.reference}</p>
        <h1>{`Voeg iets toe aan uw ${form.noun}`}</h1>
        <AddPart {...part} errors={errors} />
        <p>
          <a href={path}>{`Terug naar uw ${form.noun}`}</a>
        </p>
      </TwoColumns>
    </Layout>
  )
}
