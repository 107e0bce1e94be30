/** The plan van aanpak while it is written: what comes first, who does what, and when everybody looks again (docs/overleg.md §9). */
import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { evaluationDay, type PlanChoices } from '../../../forms/kit/plan/plan-fields.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Problem } from '../../shared/web/problem.tsx'
import { TypedTexts } from '../../shared/web/typed-text.tsx'
import { overlegPath, planPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import { OverlegFrame } from '../overleg/frame.tsx'
import { AfspraakRows } from './afspraak-rows.tsx'
import type { AtPlan } from './at-plan.ts'
import type { CellContext } from './cell.tsx'
import { whoWasFirst } from './changed-plan.tsx'
import type { Done } from './done.ts'
import { GoalRows } from './goal-rows.tsx'
import { Warnings } from './warnings.tsx'

interface PlanPageProps extends WorkFrame, CellContext {
  found: AtPlan
  choices: PlanChoices
  more?: boolean
  done?: Done | undefined
}

const title = 'Plan van aanpak'

export const PlanPage: FC<PlanPageProps> = ({ found, choices, typed, errors, other, more = false, done, ...frame }) => {
  const { plan, has, hasPlan } = found
  const context = { typed, errors, other }
  const message = done && <DoneMessage done={done} />
  return (
    <OverlegFrame {...frame} {...{ found, errors, title, message }} step="plan">
      <p class="lead">
        {has.withClient
          ? 'Wat eerst, wie doet wat, waarom en tegen wanneer. Er vertrekt niets tot de cliënt akkoord gaat.'
          : 'Wie doet wat, waarom en tegen wanneer. Er vertrekt niets tot u het vastlegt.'}
      </p>
      {other && <SomebodyWasFirst found={found} />}
      {plan.running && <Agreed found={found} />}
      {!other && errors.length === 0 && plan.revision > 0 && !done?.links && <Warnings found={found} besideRows />}
      <form method="post" action={planPath(plan.reference)} novalidate>
        <input type="hidden" name="revision" value={String(plan.revision)} />
        <GoalRows
          {...{ choices, context, answers: found.answers, kept: plan.revision > 0 }}
          worked={found.texts.gelukt.at(-1)}
        />
        <AfspraakRows {...{ found, choices, context, more }} />
        <section class="lw-block">
          <h2>3. Wanneer kijken we samen?</h2>
          <QuestionField
            question={{
              ...{ kind: 'date', name: evaluationDay.name, label: evaluationDay.label, error: evaluationDay.error },
              hint: `Hoogstens ${counted(hasPlan.evaluateWithinMonths, 'maand', 'maanden')} ${plan.running ? 'vanaf vandaag' : 'na het overleg'}. U krijgt die dag een mail.`,
            }}
            context={context}
          />
        </section>
        <div class="lw-save">
          <button class="btn" data-next="">
            {has.withClient ? 'Bewaar en lees na met de cliënt' : 'Bewaar en lees samen na'}
          </button>
          <button class="link" name="actie" value="bewaar">
            Bewaar, later verder
          </button>
          <p class="hint">Er vertrekt nog niets.</p>
        </div>
      </form>
    </OverlegFrame>
  )
}

const DoneMessage: FC<{ done: Done }> = ({ done: { title: first, text, links = [] } }) => (
  <>
    <p>
      <b>{first}</b> <bdi>{text}</bdi>
    </p>
    {links.length > 0 && (
      <p class="row">
        {links.map(([path, words], at) => (
          <a class={at === 0 ? 'btn plain' : undefined} href={path}>
            {words}
          </a>
        ))}
      </p>
    )}
  </>
)

const SomebodyWasFirst: FC<{ found: AtPlan }> = ({ found }) => (
  <Problem>
    <h2>Iemand anders bewaarde intussen dit plan</h2>
    <p>{`${whoWasFirst(found)} Uw tekst staat in de velden, de andere tekst eronder. Kies wat u houdt, en bewaar. Er ging niets verloren.`}</p>
  </Problem>
)

const Agreed: FC<{ found: AtPlan }> = ({ found: { plan, has } }) => (
  <div class="note">
    <p>
      {`Versie ${plan.running?.number} ligt vast en loopt. Wat u hier verandert, telt pas als ${has.withClient ? 'de cliënt opnieuw akkoord gaat' : 'u het opnieuw vastlegt'}.`}
    </p>
    <p class="row">
      {has.withClient && <a href={planPath(plan.reference, 'client')}>Blad voor de cliënt</a>}
      <a href={planPath(plan.reference, 'heel')}>Het hele plan</a>
      <a href={planPath(plan.reference, 'evaluatie')}>Naar de evaluatie</a>
    </p>
  </div>
)

interface CannotProps extends WorkFrame {
  found: AtPlan
  reason: 'not_now' | 'without_client'
  /** What was typed, to copy. */
  texts?: readonly string[]
}

/** There can be no plan (any more), and what to do then. */
export const CannotPlanPage: FC<CannotProps> = ({ found, reason, texts = [], ...frame }) => {
  const { plan, overleg } = found
  const ended = plan.state === 'gestopt' || plan.state === 'afgesloten'
  const [lead, path, text] = ended
    ? ['Dit plan is voorbij. Er verandert niets meer aan.', planPath(plan.reference, 'heel'), 'Bekijk het plan']
    : reason === 'without_client'
      ? [
          'Zonder de cliënt is er geen plan. Bel de cliënt, en zoek samen een nieuw moment.',
          overlegPath(overleg.reference, 'tafel'),
          'Stel een nieuw moment voor',
        ]
      : ['Nog geen plan. Dat komt na het overleg.', overlegPath(overleg.reference), 'Naar het overleg']
  return (
    <OverlegFrame {...frame} found={found} title={title} step="plan">
      <p class="lead">{lead}</p>
      <TypedTexts texts={texts} />
      <p>
        <a class="btn" href={path}>
          {text}
        </a>
      </p>
    </OverlegFrame>
  )
}
