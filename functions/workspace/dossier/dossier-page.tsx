/** One dossier: whom to call, where it stands, what to do next; then what is asked, and everything that happened. */
import type { FC } from 'hono/jsx'
import { callInWords } from '../../../forms/kit/lifecycle/service-stops.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { homePath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { AlikePart } from './alike-part.tsx'
import { CallService } from './call-service.tsx'
import { ContactBar } from './contact-bar.tsx'
import { HeadPart } from './head-part.tsx'
import { InPlaceNote } from './in-place-note.tsx'
import { KnownPart } from './known-part.tsx'
import { MarksPart } from './marks-part.tsx'
import { NextPart } from './next-part.tsx'
import { OpenQuestion } from './open-question.tsx'
import { OverlegPart, overlegStepOf } from './overleg-part.tsx'
import { PlanPart } from './plan-part.tsx'
import { planStepOf } from './plan-step.ts'
import { QuestionPart } from './question-part.tsx'
import { countTasks, type ShownTasks, TasksPart } from './tasks-part.tsx'
import { TemplatePart } from './template-part.tsx'
import type { TimelineView } from './timeline.ts'
import { TimelinePart } from './timeline-part.tsx'
import { UndoNote } from './undo-note.tsx'
import { UrgentCall } from './urgent-call.tsx'
import type { DossierView } from './view.ts'

interface DossierPageProps extends WorkFrame {
  view: DossierView
  tasks: ShownTasks
  /** What was just done. */
  message?: string | undefined
  /** What was chosen to see of the timeline. */
  shown: TimelineView | undefined
  /** A fresh one-time id per form that adds something. */
  onceIds: { contact: string; calledBack: string; note: string }
}

export const DossierPage: FC<DossierPageProps> = ({ view, tasks, message, shown, onceIds, ...frame }) => {
  const { service, dossier } = view
  const step = overlegStepOf(view)
  const release = view.moves.find(({ forSuspect }) => forSuspect)
  const planStep = planStepOf(view)
  // What waits longest leads on: a plan comes of an overleg.
  const forward = [planStep, step].find((one) => one?.leadsOn)
  return (
    <WorkPage {...frame} title={`${dossier.reference} · ${service.form.name}`} here="aanvragen">
      <Back wide />
      {message && (
        <div class="done" role="status">
          <p>{message}</p>
        </div>
      )}
      {view.undo && <UndoNote {...{ service, reference: dossier.reference }} {...view.undo} />}
      <HeadPart view={view} />
      <ContactBar view={view} onceId={view.withdrawn ? undefined : onceIds.contact} />
      <InPlaceNote person={frame.person} dossier={dossier} />
      <MarksPart view={view} release={release} />
      <UrgentCall view={view} />
      <CallClient view={view} />
      <CallService view={view} />
      <OpenQuestion view={view} />
      <NextPart view={view} step={forward} release={release} />
      <AlikePart view={view} />
      <nav class="lw-jump" aria-label="Op deze pagina">
        <a href="#antwoorden">De vraag</a>
        <a href="#taken">{`Taken ${countTasks(view, tasks)}`}</a>
        <a href="#tijdlijn">Tijdlijn</a>
        <a href="#weten">Goed om te weten</a>
      </nav>
      <div class="lw-case">
        <div>
          {step && <OverlegPart view={view} step={step} />}
          {view.plan && <PlanPart view={view} shown={view.plan} step={planStep} />}
          <QuestionPart view={view} />
        </div>
        <div>
          <TasksPart view={view} shown={tasks} />
          <TimelinePart
            view={view}
            shown={shown}
            onceIds={view.withdrawn ? undefined : { contact: onceIds.calledBack, note: onceIds.note }}
            mayReopen={tasks.form !== undefined}
          />
          <TemplatePart view={view} />
          <KnownPart view={view} />
        </div>
      </div>
      <Back />
    </WorkPage>
  )
}

/** Above the page where there is room; on a phone the menu says it there, and this below. */
const Back: FC<{ wide?: true }> = ({ wide }) => (
  <p class={`no-print ${wide ? 'lw-wide' : 'lw-narrow'}`}>
    <a href={homePath}>Terug naar de lijst</a>
  </p>
)

/** The applicant's service left: nothing stops until the client was called. */
const CallClient: FC<{ view: DossierView }> = ({ view: { service, dossier } }) =>
  dossier.callClient === undefined ? null : (
    <div class="note" data-bel-de-client>
      <p>
        <b>{`${capitalised(callInWords(service.form))}.`}</b>
        {` De dienst van de aanvrager doet niet meer mee, sinds ${dateInWords(dossier.callClient)}. De ${service.form.noun} loopt door.`}
      </p>
    </div>
  )
