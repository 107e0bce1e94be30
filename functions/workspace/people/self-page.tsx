/** What somebody of the network can set for themselves. */

import type { FC } from 'hono/jsx'
import { roleInWords } from '../../../forms/kit/content.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { overviewPath } from '../../shared/work-paths.ts'

import { type WorkFrame, WorkPage } from '../frame.tsx'
import { AbsenceForm, type AbsenceFormProps } from './absence.tsx'
import { CalendarForm } from './calendar-pages.tsx'

interface SelfPageProps extends WorkFrame {
  absence: AbsenceFormProps
  /** Whether they get the overview of a day; absent for who has no dossiers to count. */
  overview: boolean | undefined
  /** They just chose whether they get it. */
  chosen: boolean
  /** Since when they have an address of their own calendar; ISO UTC. */
  since: string | undefined
  /** They just ended it. */
  stopped: boolean
}

export const SelfPage: FC<SelfPageProps> = ({ absence, overview, chosen, since, stopped, ...frame }) => (
  <WorkPage {...frame} title={frame.person.name} problem={absence.errors.length > 0}>
    <ProblemSummary errors={absence.errors} />
    {chosen && (
      <div class="done" role="status">
        <p>{overview ? 'Vanaf de volgende werkdag krijgt u het overzicht.' : 'U krijgt geen overzicht meer.'}</p>
      </div>
    )}
    {stopped && since === undefined && (
      <div class="done" role="status">
        <p>Uw agenda-adres werkt niet meer.</p>
      </div>
    )}
    <h1>{frame.person.name}</h1>
    <p class="lw-soft">{`${roleInWords[frame.person.role]}, ${frame.person.employer}`}</p>
    <div class="lw-case">
      <div>
        <AbsenceForm {...absence} />
      </div>
      {overview !== undefined && (
        <div>
          <OverviewForm on={overview} />
          <CalendarForm since={since} />
        </div>
      )}
    </div>
  </WorkPage>
)

const OverviewForm: FC<{ on: boolean }> = ({ on }) => (
  <section class="lw-block">
    <h2>Overzicht per mail</h2>
    <form method="post" action={overviewPath} novalidate>
      <p class="hint">
        Alleen aantallen: nieuw, vandaag te doen, te laat en niet aangekomen. Niets te doen, of bent u afwezig? Dan komt
        er geen mail.
      </p>
      <div class="choice">
        <input id="overzicht" type="checkbox" name="overzicht" value="ja" checked={on} />
        <label for="overzicht">Elke werkdag om 8.30 uur een overzicht per mail</label>
      </div>
      <button class="btn plain" data-next>
        Bewaar de keuze
      </button>
    </form>
  </section>
)
