/** A dossier for who reads along around the meeting of their team: all that was asked and said, and no button. */
import type { FC } from 'hono/jsx'
import { agendaPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import type { OpenFile } from './access.ts'
import type { AtDesk } from './desk.tsx'
import { HeadPart } from './head-part.tsx'
import { QuestionPart } from './question-part.tsx'
import { timelineOf } from './timeline.ts'
import { Entries } from './timeline-part.tsx'
import { type DossierView, viewOf } from './view.ts'

/** Ask `mayReadAlong`, and write the view down, before. */
export async function readAlong(c: AtDesk, deps: WorkspaceDeps, found: OpenFile) {
  const view = await viewOf(deps, found, c.var, deps.now())
  return c.html(<ReadAlongPage {...frameOf(c, deps)} view={view} />)
}

const ReadAlongPage: FC<WorkFrame & { view: DossierView }> = ({ view, ...frame }) => {
  const { dossier, service } = view
  return (
    <WorkPage {...frame} title={`${dossier.reference} · ${service.form.name}`} here="agenda">
      <HeadPart view={view} />
      <p class="lead">
        U leest mee voor het teamoverleg. U ziet dit dossier tot het beslist is, en die dag zelf. Wilt u er iets mee
        doen? Zeg het op het overleg. <a href={agendaPath}>Naar de agenda</a>
      </p>
      <div class="lw-case">
        <div>
          <QuestionPart view={view} />
        </div>
        <div>
          <section class="lw-block" id="tijdlijn">
            <h2>Tijdlijn</h2>
            <Entries
              view={view}
              entries={timelineOf({ ...view, mails: [] }).entries}
              mayCorrect={false}
              mayReopen={false}
            />
          </section>
        </div>
      </div>
    </WorkPage>
  )
}
