/** What somebody of the network can set for themselves. */

import type { FC } from 'hono/jsx'
import { roleInWords } from '../../../forms/kit/content.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'

import { type WorkFrame, WorkPage } from '../frame.tsx'
import { AbsenceForm, type AbsenceFormProps } from './absence.tsx'

export const SelfPage: FC<WorkFrame & { absence: AbsenceFormProps }> = ({ absence, ...frame }) => (
  <WorkPage {...frame} title={frame.person.name} problem={absence.errors.length > 0}>
    <ProblemSummary errors={absence.errors} />
    <h1>{frame.person.name}</h1>
    <p class="lead">{`${roleInWords[frame.person.role]}, ${frame.person.employer}`}</p>
    <AbsenceForm {...absence} />
  </WorkPage>
)
