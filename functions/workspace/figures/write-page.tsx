/** Where a signaal or a casus is written, and changed as long as nobody agreed. */
import type { Child, FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { Meanwhile } from './writing-parts.tsx'

interface WritePageProps extends WorkFrame {
  page: Page
  heading: string
  back: { href: string; text: string }
  action: string
  hidden: Readonly<Record<string, string>>
  typed: RawInput
  errors: readonly FieldError[]
  notice?: string | undefined
  /** Above the form. */
  intro?: Child
  /** Below it. */
  children?: Child
}

export const WritePage: FC<WritePageProps> = (props) => {
  const { page, heading, back, action, hidden, typed, errors, notice, intro, children, ...frame } = props
  return (
    <WorkPage {...frame} title={heading} problem={errors.length > 0} here="cijfers" figures>
      <ProblemSummary errors={errors} />
      <p class="eyebrow">
        <a href={back.href}>{back.text}</a>
      </p>
      <h1>{heading}</h1>
      <Meanwhile notice={notice} />
      {intro}
      <form class="sheet" method="post" action={action} novalidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {page.questions.map((question) => (
          <QuestionField question={question} context={{ typed, errors }} />
        ))}
        <div class="row">
          <button class="btn" data-next>
            Laat nalezen
          </button>
          <a href={back.href}>Stop, en bewaar niets</a>
        </div>
      </form>
      {children}
    </WorkPage>
  )
}
