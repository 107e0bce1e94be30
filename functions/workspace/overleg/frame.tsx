/** The frame of every page of an overleg: where one is on its road, and what to mind before anybody is called. */

import type { Child, FC } from 'hono/jsx'
import { isGuarded } from '../../../forms/kit/overleg/details.ts'
import { thisOverleg } from '../../../forms/kit/overleg/noun.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { dossierPath, type OverlegPage, overlegPath } from '../../shared/work-paths.ts'
import { nameOf } from '../dossier/words.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import type { AtTable } from './at-table.ts'

/** The road of an overleg; the plan and its evaluation come after it. */
const steps = [
  ['tafel', 'Tafel'],
  ['momenten', 'Momenten'],
  ['praktisch', 'Praktisch'],
  ['verslag', 'Verslag'],
] as const satisfies readonly (readonly [OverlegPage, string])[]
export type Step = (typeof steps)[number][0]

interface OverlegFrameProps extends WorkFrame {
  found: AtTable
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
        {typeof safe === 'string' && (
          <p class="note">
            <b>Veilig contact met de cliënt:</b> <bdi>{safe}</bdi>
          </p>
        )}
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
const isBegun = ({ overleg, file }: AtTable): boolean =>
  file.dossier.overleg?.number === overleg.number || overleg.state !== 'voorbereiden'

/** Where the overleg can be looked at and worked on now. */
const Road: FC<{ found: AtTable; step: Step | undefined }> = ({ found: { overleg }, step }) => {
  const reached = stepOf(overleg.state)
  return (
    <nav aria-label={`Stappen van ${thisOverleg(overleg)}`}>
      <ol class="lo-weg">
        {steps.map(([page, text], at) => (
          <li class={at < reached ? 'klaar' : undefined} aria-current={page === step ? 'step' : undefined}>
            {page === step || at > reached ? (
              text
            ) : (
              <a href={overlegPath(overleg.reference, page === 'momenten' && reached > 0 ? undefined : page)}>
                {text}
                {at < reached && <span class="hidden-visually">, klaar</span>}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** How far it came along the steps. */
const stepOf = (state: AtTable['overleg']['state']): number =>
  ({ voorbereiden: 1, gepolst: 1, vastgelegd: 3, gehouden: 4, afgelast: 1 })[state]
