/** A call that somebody of the team takes: the questions of the network's own form, and nothing else. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { logCallPath, phonePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { onceField } from '../once.ts'

interface LogCallProps extends WorkFrame {
  page: Page
  once: string
  typed: RawInput
  errors: readonly FieldError[]
}

export const LogCallPage: FC<LogCallProps> = ({ page, once, typed, errors, ...frame }) => (
  <WorkPage {...frame} title={page.title} problem={errors.length > 0} here="telefoon">
    <ProblemSummary errors={errors} />
    <h1>{page.title}</h1>
    <p class="lead">Schrijf op wat u hoort terwijl u belt. Is het klaar, dan is dit alles.</p>
    <form class="sheet" method="post" action={logCallPath} novalidate>
      <input type="hidden" name={onceField} value={once} />
      {page.questions.map((question) => (
        <QuestionField question={question} context={{ typed, errors }} />
      ))}
      <div class="row">
        <button class="btn" data-next>
          Noteer
        </button>
        <a href={phonePath}>Terug naar de telefoon</a>
      </div>
    </form>
  </WorkPage>
)
