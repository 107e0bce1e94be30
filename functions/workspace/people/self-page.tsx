/** What somebody of the network can set for themselves. */

import type { FC } from 'hono/jsx'
import { roleInWords } from '../../../forms/kit/content.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { Absence } from '../../shared/store/absences.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { overviewPath, selfPath } from '../../shared/work-paths.ts'

import { type WorkFrame, WorkPage } from '../frame.tsx'
import { AbsenceForm } from './absence.tsx'

interface SelfPageProps extends WorkFrame {
  absence: Absence | undefined
  /** Whether they get the overview of a day; absent for who has no dossiers to count. */
  overview: boolean | undefined
  /** They just chose whether they get it. */
  chosen: boolean
  typed: RawInput
  errors: readonly FieldError[]
}

export const SelfPage: FC<SelfPageProps> = ({ absence, overview, chosen, typed, errors, ...frame }) => (
  <WorkPage {...frame} title={frame.person.name} problem={errors.length > 0}>
    <ProblemSummary errors={errors} />
    {chosen && (
      <div class="done" role="status">
        <p>{overview ? 'Vanaf de volgende werkdag krijgt u het overzicht.' : 'U krijgt geen overzicht meer.'}</p>
      </div>
    )}
    <h1>{frame.person.name}</h1>
    <p class="lead">{`${roleInWords[frame.person.role]}, ${frame.person.employer}`}</p>
    <AbsenceForm absence={absence} path={selfPath} typed={typed} errors={errors} />
    {overview !== undefined && <OverviewForm on={overview} />}
  </WorkPage>
)

const OverviewForm: FC<{ on: boolean }> = ({ on }) => (
  <>
    <h2>Overzicht per mail</h2>
    <form class="sheet" method="post" action={overviewPath} novalidate>
      <p class="hint">
        Alleen aantallen: nieuw, vandaag te doen, te laat en niet aangekomen. Niets te doen, of bent u afwezig? Dan komt
        er geen mail.
      </p>
      <div class="choice">
        <input id="overzicht" type="checkbox" name="overzicht" value="ja" checked={on} />
        <label for="overzicht">Elke werkdag om 8.30 uur een overzicht per mail</label>
      </div>
      <button class="btn" data-next>
        Bewaar de keuze
      </button>
    </form>
  </>
)
