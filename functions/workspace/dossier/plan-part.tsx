/** Where the plan of a dossier stands: how far it came, what is open of it, what its people said, and where to go on. */
import type { FC } from 'hono/jsx'
import { isClosed } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { type ActionPlan, type AgreedAfspraak, isDisagreed } from '../../../forms/kit/plan/action-plan.ts'
import { openIn, type Phase, phaseOf, phases } from '../../../forms/kit/plan/phases.ts'
import { isClosedPlan, isRunning } from '../../../forms/kit/plan/plan-mark.ts'
import { reportsOf } from '../../../forms/kit/plan/plan-said.ts'
import { standInWords } from '../../../forms/kit/plan/stand-words.ts'
import { isWithoutPerson } from '../../../forms/kit/plan/who-sees.ts'
import { canBegin } from '../../../forms/kit/plan/write-plan.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { brusselsDate, dateInShort, dateInWords, dayInWords } from '../../../forms/kit/time.ts'
import { overlegPath, planPath } from '../../shared/work-paths.ts'
import { calledOf } from '../overleg/words.ts'
import type { PlanAtAGlance } from '../plan/at-a-glance.ts'
import { KeepYourself } from '../plan/keep-yourself.tsx'
import type { PlanStep } from './plan-step.ts'
import type { DossierView } from './view.ts'

interface PartProps {
  view: DossierView
  shown: PlanAtAGlance
  step: PlanStep | undefined
}

export const PlanPart: FC<PartProps> = ({ view, shown, step }) => {
  const today = brusselsDate(view.now)
  const { plan, said } = shown
  const phase = phaseOf(plan, said, today)
  return (
    <section class="lw-block" aria-labelledby="plan" data-fase={phase}>
      <h2 id="plan">Plan</h2>
      <Phases plan={plan} phase={phase} today={today} />
      {plan ? <Stands view={view} shown={shown} plan={plan} today={today} /> : <None view={view} shown={shown} />}
      {step && !plan?.running && (
        <p>
          <a href={step.path}>{step.label}</a>
        </p>
      )}
    </section>
  )
}

const Phases: FC<{ plan: ActionPlan | undefined; phase: Phase; today: string }> = ({ plan, phase, today }) => {
  const at = phases.indexOf(phase)
  const { running } = plan ?? {}
  const ended = running !== undefined && plan !== undefined && !isRunning(plan)
  const beside = (one: Phase, place: number): string => {
    if (place === at) return ended ? 'klaar' : 'nu'
    if (one === 'plan' && running && place < at) return dateInShort(brusselsDate(new Date(running.at)), today)
    if (one === 'opvolging' && running) return dateInShort(running.evaluationOn, today)
    return place < at ? 'klaar' : ''
  }
  return (
    <ol class="phases" aria-label="Fase van het plan">
      {phases.map((one, place) => (
        <li
          class={place < at || (ended && place === at) ? 'done' : undefined}
          aria-current={place === at ? 'step' : undefined}
        >
          {one} <small>{beside(one, place)}</small>
        </li>
      ))}
    </ol>
  )
}

/** Nobody wrote one yet, or it was erased. */
const None: FC<Omit<PartProps, 'step'>> = ({ view: { service, dossier }, shown: { overleg } }) => {
  if (dossier.actionPlan) return <p>De tekst van het plan is gewist.</p>
  if (isClosed(service.form.lifecycle, dossier.state)) return <p>Er kwam geen plan.</p>
  if (!overleg) return <p>Nog geen plan. Dat komt na het overleg.</p>
  return canBegin(overleg) ? (
    <p>Nog geen plan.</p>
  ) : (
    <p>
      Zonder de cliënt is er geen plan. Bel de cliënt. Zoek samen een nieuw moment.{' '}
      <a href={overlegPath(dossier.reference)}>Naar het overleg</a>
    </p>
  )
}

interface StandsProps extends Omit<PartProps, 'step'> {
  plan: ActionPlan
  today: string
}

const Stands: FC<StandsProps> = ({ view, shown, plan, today }) => {
  const { reference, running, state } = plan
  const withClient = view.service.form.overleg?.withClient === true
  if (state === 'gestopt') return <p>De cliënt stopte. De afspraken stoppen.</p>
  if (!running)
    return (
      <p>{`Het plan wordt geschreven. Het is nog niet besproken${withClient ? ' met de cliënt' : ''}: er vertrok niets.`}</p>
    )
  if (isClosedPlan(plan))
    return (
      <>
        <KeepYourself dossier={view.dossier} />
        <p>
          {plan.keptElsewhereOn ? (
            `U bewaarde het plan zelf op ${dateInWords(plan.keptElsewhereOn)}.`
          ) : (
            <a href={planPath(reference, 'evaluatie')}>Bewaard? Noteer de dag</a>
          )}
        </p>
      </>
    )
  return (
    <>
      <p>
        {`Versie ${running.number}, besproken op ${dateInWords(running.agreed[0]?.on ?? brusselsDate(new Date(running.at)))}.`}{' '}
        {plan.waitsForOverleg
          ? 'Er komt een nieuw overleg. De afspraken die openstaan lopen door.'
          : `Evaluatie${withClient ? ' met de cliënt' : ''} op ${dateInWords(running.evaluationOn)}.`}
      </p>
      <Afspraken shown={shown} plan={plan} today={today} />
      <p class="row">
        <a href={planPath(reference)}>Naar het plan</a>
        <a href={planPath(reference, 'evaluatie')}>Evaluatie</a>
        {withClient && <a href={planPath(reference, 'client')}>Blad voor de cliënt</a>}
      </p>
    </>
  )
}

/** Rows on the page of the dossier; all of them are in the plan. */
const mostShown = 8

const Afspraken: FC<{ shown: PlanAtAGlance; plan: ActionPlan; today: string }> = ({ shown, plan, today }) => {
  const open = openIn(plan, shown.said)
  const late = open.filter((one) => isLate(plan, one, today)).length
  if (open.length === 0) return <p>Geen afspraak staat nog open.</p>
  const soonest = [...open].sort((one, other) => ((one.tegen ?? '~') < (other.tegen ?? '~') ? -1 : 1))
  const rest = open.length - mostShown
  return (
    <>
      <table class="cards small">
        <caption class="hidden-visually">Open afspraken</caption>
        <thead>
          <tr>
            <th scope="col">{countInWords(open.length, late)}</th>
            <th scope="col">Wie</th>
            <th scope="col">Tegen</th>
          </tr>
        </thead>
        <tbody>
          {soonest.slice(0, mostShown).map((afspraak) => (
            <Row {...{ shown, plan, afspraak, today }} />
          ))}
        </tbody>
      </table>
      {rest > 0 && <p class="hint">{`En nog ${rest}: die staan in het plan.`}</p>}
    </>
  )
}

/** "4 open afspraken, 1 te laat" */
const countInWords = (open: number, late: number): string =>
  [open === 1 ? '1 open afspraak' : `${open} open afspraken`, late > 0 && `${late} te laat`].filter(Boolean).join(', ')

/** Whoever does what the client does not agree with waits, and is not late. */
const isLate = ({ running }: ActionPlan, { id, tegen }: AgreedAfspraak, today: string): boolean =>
  tegen !== undefined && tegen < today && !(running && isDisagreed(running, id))

interface RowProps {
  shown: PlanAtAGlance
  plan: ActionPlan
  afspraak: AgreedAfspraak
  today: string
}

const Row: FC<RowProps> = ({ shown, plan, afspraak, today }) => {
  const { said, texts, details } = shown
  const participants = shown.overleg?.participants ?? {}
  const { id, wie, tegen, toAsk } = afspraak
  const called = (participant: string) =>
    calledOf(details, { id: participant, wie: participants[participant]?.wie ?? 'dienst' })
  return (
    <tr>
      <th scope="row">
        <div>
          <bdi>{texts.afspraken[id]}</bdi>
          {plan.running && isDisagreed(plan.running, id) && (
            <span class="hint">De cliënt is het hier niet mee eens. Bespreek het eerst samen.</span>
          )}
          {toAsk && <span class="hint">Nog te vragen.</span>}
          {reportsOf(said, afspraak).map(({ participant, stand, at }) => (
            <span class="hint">
              <bdi>{capitalised(called(participant))}</bdi>
              {` meldde: ${standInWords[stand]}, op ${dayInWords(new Date(at))}`}
            </span>
          ))}
        </div>
      </th>
      <td data-label="Wie">
        <div>
          {isWithoutPerson({ participants }, afspraak) ? (
            <span class="tag late">zonder trekker</span>
          ) : (
            <bdi>{called(wie)}</bdi>
          )}
        </div>
      </td>
      <td data-label="Tegen">
        <div>
          {tegen === undefined ? (
            'tot de evaluatie'
          ) : isLate(plan, afspraak, today) ? (
            <b>{`te laat, ${dateInShort(tegen, today)}`}</b>
          ) : (
            dateInShort(tegen, today)
          )}
        </div>
      </td>
    </tr>
  )
}
