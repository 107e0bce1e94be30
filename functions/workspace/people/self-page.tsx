/** What somebody of the network can set for themselves. */

import type { FC } from 'hono/jsx'
import { roleInWords } from '../../../forms/kit/content.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Absence } from '../../shared/store/absences.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { selfPath } from '../../shared/work-paths.ts'

import { type WorkFrame, WorkPage } from '../frame.tsx'
import { AbsenceForm } from './absence.tsx'

interface SelfPageProps extends WorkFrame {
  absence: Absence | undefined
  typed: RawInput
  errors: readonly FieldError[]
}

export const SelfPage: FC<SelfPageProps> = ({ absence, typed, errors, ...frame }) => (
  <WorkPage {...frame} title={frame.person.name} problem={errors.length > 0}>
    <ProblemSummary errors={errors} />
    <h1>{frame.person.name}</h1>
    <p class="lead">{`${roleInWords[frame.person.role]}, ${frame.person.employer}`}</p>
    <AbsenceForm absence={absence} path={selfPath} typed={typed} errors={errors} />
  </WorkPage>
)
