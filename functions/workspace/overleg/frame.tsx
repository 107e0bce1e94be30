/** The frame of every page of an overleg: where one is on its road, and what to mind before anybody is called. */

import type { Child, FC } from 'hono/jsx'
import { isGuarded } from '../../../forms/kit/overleg/details.ts'
import { thisOverleg } from '../../../forms/kit/overleg/noun.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { dossierPath, type OverlegPage, overlegPath, planPath } from '../../shared/work-paths.ts'
import { nameOf } from '../dossier/words.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { SafeContact } from '../safe-contact.tsx'
import type { AtTable } from './at-table.ts'

/** The road of an overleg. */
const steps = [
  ['tafel', 'Tafel'],
  ['momenten', 'Momenten'],
  ['praktisch', 'Praktisch'],
  ['verslag', 'Verslag'],
] as const satisfies readonly (readonly [OverlegPage, string])[]
/** And of the plan that comes of it. */
const planSteps = [
  ['plan', 'Plan'],
  ['evaluatie', 'Evaluatie'],
] as const
export type Step = (typeof steps | typeof planSteps)[number][0]

/** What the frame shows of an overleg, also around a page of its plan. */
type Framed = Pick<AtTable, 'overleg' | 'service' | 'content' | 'answers' | 'details' | 'has' | 'file'>

interface OverlegFrameProps extends WorkFrame {
  found: Framed
  title: string
  /** Absent on a page beside the road. */
  step?: Step
  errors?: readonly FieldError[]
  /** What was just done. */
  message?: Child
  printable?: boolean
  children?: Child
}

export const OverlegFrame: FC<OverlegFrameProps> = (props) => {
  const { found, title, step, errors = [], message, printable = false, children, ...frame } = props
  const { overleg, service, content, answers, details } = found
  const { reference } = overleg
  const asked = found.has.questions.safeContact
  const safe = asked === undefined ? undefined : answers?.[asked]
  return (
    <WorkPage
      {...frame}
      title={`${title} · ${reference}`}
      problem={errors.length > 0}
      here="aanvragen"
      overleg={true}
      printable={printable}
    >
      <div class="no-print">
        <ProblemSummary errors={errors} />
        {message && (
          <div class="done" role="status">
            {message}
          </div>
        )}
        <p class="eyebrow">
          <a href={dossierPath(reference)}>{reference}</a>
        </p>
        <h1>{title}</h1>
        <p class="hint" data-overleg={isBegun(found) ? overleg.state : 'geen'}>
          {[
            `${overleg.noun} ${overleg.number}`,
            overleg.holder ? `bij ${nameOf(content, overleg.holder)}` : 'bij niemand',
            service.form.name,
          ].join(' · ')}
        </p>
        <Road found={found} step={step} />
        {typeof safe === 'string' && <SafeContact texts={[safe]} />}
        {found.has.withClient && isGuarded(details) && (
          <p class="note">
            <b>Spreek de cliënt eerst alleen.</b> Advies: 1712 of het Veilig Huis. Geef brieven en bladen alleen in
            handen.
          </p>
        )}
      </div>
      {children}
    </WorkPage>
  )
}

/** Kept, or planned before there were overlegs: not one that is only about to be. */
const isBegun = ({ overleg, file }: Framed): boolean =>
  file.dossier.overleg?.number === overleg.number || overleg.state !== 'voorbereiden'

/** Where the overleg can be looked at and worked on now. */
const Road: FC<{ found: Framed; step: Step | undefined }> = ({ found, step }) => {
  const { overleg, service } = found
  const reached = stepOf(overleg.state)
  return (
    <nav aria-label={`Stappen van ${thisOverleg(overleg)}`}>
      <ol class="lo-weg">
        {steps.map(([page, text], at) => (
          <RoadStep
            text={text}
            here={page === step}
            done={at < reached}
            path={
              at > reached
                ? undefined
                : overlegPath(overleg.reference, page === 'momenten' && reached > 0 ? undefined : page)
            }
          />
        ))}
        {service.form.plan &&
          planSteps.map(([page, text], at) => (
            <RoadStep
              text={text}
              here={page === step}
              done={at < planStepOf(found)}
              path={
                at > planStepOf(found) ? undefined : planPath(overleg.reference, page === 'plan' ? undefined : page)
              }
            />
          ))}
      </ol>
    </nav>
  )
}

/** How far it came along the steps. */
const stepOf = (state: AtTable['overleg']['state']): number =>
  ({ voorbereiden: 1, gepolst: 1, vastgelegd: 3, gehouden: 4, afgelast: 1 })[state]

/** How far the plan came: -1 while there can be none. */
function planStepOf({ overleg, file: { dossier } }: Framed): number {
  if (dossier.actionPlan?.version) return 1
  return overleg.state === 'gehouden' ? 0 : -1
}

interface RoadStepProps {
  text: string
  here: boolean
  done: boolean
  /** Undefined: there is nothing to look at yet. */
  path: string | undefined
}

const RoadStep: FC<RoadStepProps> = ({ text, here, done, path }) => (
  <li class={done ? 'klaar' : undefined} aria-current={here ? 'step' : undefined}>
    {here || path === undefined ? (
      text
    ) : (
      <a href={path}>
        {text}
        {done && <span class="hidden-visually">, klaar</span>}
      </a>
    )}
  </li>
)
