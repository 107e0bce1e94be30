/** The question to the coordinator: one page, no draft, sent at once. */

import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { callBackPath } from '../../shared/public-paths.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { CallFirst, Danger, type Frame, Layout } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { FormToken, Trap } from './trap.tsx'

/** What a form of one page shows, and where it is sent. */
export interface OnePageProps extends Frame {
  service: Service
  page: Page
  path: string
  token: string
  typed: RawInput
  errors: readonly FieldError[]
}

export const VraagPage: FC<OnePageProps> = ({ assets, service, page, path, token, typed, errors }) => (
  <Layout assets={assets} network={service.network} title={page.title} problem={errors.length > 0}>
    <ProblemSummary errors={errors} />
    <h1>{page.title}</h1>
    <CallFirst network={service.network} />
    <p>
      Gaat het over uzelf? U hoeft dit niet in te vullen. <a href={callBackPath(service.network)}>Laat ons u bellen</a>.{' '}
      <Danger />
    </p>
    <form class="sheet" method="post" action={path} novalidate>
      <FormToken token={token} />
      {page.questions.map((question) => (
        <QuestionField question={question} context={{ typed, errors }} />
      ))}
      <Trap />
      <button class="btn" data-next>
        Verzenden
      </button>
    </form>
  </Layout>
)
