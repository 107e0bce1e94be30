/** "Wat is gelukt?": what went well first, then each afspraak, then how it goes on (docs/overleg.md §10). */

import type { FC } from 'hono/jsx'
import { counted } from '../../../forms/kit/counted.ts'
import { aNewOverleg } from '../../../forms/kit/overleg/noun.ts'
import type { NextAfter } from '../../../forms/kit/plan/action-plan.ts'
import { goingOn, withoutPerson } from '../../../forms/kit/plan/evaluate.ts'
import { askedBeside, keptField, mostOfGood, nextIn, outcomesIn } from '../../../forms/kit/plan/read-evaluation.ts'
import { openAfspraken } from '../../../forms/kit/plan/who-sees.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import type { Question, TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords, dayInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { HintAndError } from '../../shared/web/text-field.tsx'
import { overlegPath, planPath } from '../../shared/work-paths.ts'
import { actsAtOnceWords } from '../at-once.ts'
import { stopsInWords } from '../dossier/tasks-stop.ts'
import type { WorkFrame } from '../frame.tsx'
import { OverlegFrame } from '../overleg/frame.tsx'
import type { AtPlan } from './at-plan.ts'
import { Outcomes } from './evaluation-outcomes.tsx'
import { notWithoutPerson } from './evaluation-words.ts'

interface EvaluationPageProps extends WorkFrame {
  found: AtPlan
  /** What closing the dossier asks. */
  closing: Page
  typed: RawInput
  errors?: readonly FieldError[]
  /** What somebody else did meanwhile. */
  notice?: string | undefined
}

export const EvaluationPage: FC<EvaluationPageProps> = (props) => {
  const { found, closing, typed, errors = [], notice, ...frame } = props
  const { plan, has } = found
  const context = { typed, errors }
  const asked = askedBeside(closing, undefined).questions
  const barriers = asked.filter(({ name }) => name === 'drempels')
  return (
    <OverlegFrame {...frame} {...{ found, errors }} title="Wat is gelukt?" step="evaluatie">
      {notice && (
        <div class="note" role="alert">
          <p>{notice}</p>
        </div>
      )}
      {plan.waitsForOverleg && <Waits found={found} since={plan.waitsForOverleg} />}
      <p class="hint">
        {plan.running && `Plan, versie ${plan.running.number} van ${dayInWords(new Date(plan.running.at))}.`}
      </p>
      <p class="lead">{`Begin met wat goed ging.${has.withClient ? ' Vraag het eerst aan de cliënt.' : ''}`}</p>
      <form method="post" action={planPath(plan.reference, 'evaluatie')} novalidate>
        <input type="hidden" name="revision" value={String(plan.revision)} />
        <section class="lw-block">
          <QuestionField question={goodOf(has.withClient)} context={context} />
          {barriers.map((question) => (
            <QuestionField question={barrierOf(question, has.withClient)} context={context} />
          ))}
        </section>
        <Outcomes found={found} context={context} />
        <section class="lw-block">
          <QuestionField question={discussedOf(has.withClient)} context={context} />
          <GoOn found={found} context={context} />
          <QuestionField question={evaluationOf(found)} context={context} />
          {asked
            .filter((question) => !barriers.includes(question))
            .map((question) => (
              <QuestionField question={{ ...question, hint: onlyToClose }} context={context} />
            ))}
          <QuestionField question={keptElsewhere} context={context} />
          <p class="hint">{actsAtOnceWords}</p>
          <div class="row">
            <button class="btn" data-next="">
              Bewaar en ga verder
            </button>
            <a href={planPath(plan.reference)}>Terug naar het plan</a>
          </div>
        </section>
      </form>
    </OverlegFrame>
  )
}

/** It was looked back on already, and said to go on at a table: this is not asked again as if nothing happened. */
const Waits: FC<{ found: AtPlan; since: string }> = ({ found: { overleg, file }, since }) => (
  <div class="note">
    <p>
      {`De evaluatie is bewaard op ${dateInWords(since)}. Er komt ${aNewOverleg(overleg)}. Een nieuwe evaluatie is nu niet nodig.`}
    </p>
    <p>
      <a href={overlegPath(file.dossier.reference, 'tafel')}>Naar de tafel</a>
    </p>
  </div>
)

interface PartProps {
  found: AtPlan
  context: { typed: RawInput; errors: readonly FieldError[] }
}

const GoOn: FC<PartProps> = ({ found, context }) => {
  const error = context.errors.find(({ name }) => name === 'vervolg')
  const chosen = nextIn(context.typed)
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={error && 'vervolg-fout'}>
      <legend>
        <h2>Hoe verder?</h2>
      </legend>
      <HintAndError id="vervolg" error={error} />
      {waysOn(found, context.typed).map(({ value, label, hint }, at) => (
        <div class="choice lo-ruim">
          <input
            type="radio"
            id={at === 0 ? 'vervolg' : `vervolg-${value}`}
            name="vervolg"
            value={value}
            checked={value === chosen}
          />
          <label for={at === 0 ? 'vervolg' : `vervolg-${value}`}>
            <b>{label}</b>
            <span class="hint">{hint}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

function waysOn(found: AtPlan, typed: RawInput): { value: NextAfter; label: string; hint: string }[] {
  const { plan, overleg, has, service, file } = found
  const stops = stopsInWords(service, file.dossier, 'ends')
  const chosen = outcomesIn(typed, plan)
  const open = goingOn(plan, chosen).length
  // What is chosen on the page is not known before it is sent.
  const afspraken = openAfspraken(plan).every(({ id }) => chosen[id])
    ? counted(open, 'afspraak die nog openstaat', 'afspraken die nog openstaan')
    : 'de afspraken die nog openstaan'
  const missing = withoutPerson(found, chosen)
  const carried = has.withClient
    ? `de tafel, ${afspraken}, en de doelen die op ‘later’ stonden. De cliënt kiest opnieuw wie aan tafel zit.`
    : `wie meedoet, en ${afspraken}.`
  return [
    { value: 'overleg', label: capitalised(aNewOverleg(overleg)), hint: `Gaat mee: ${carried}` },
    {
      value: 'verder',
      label: 'Verder met dit plan',
      hint: 'Kies hieronder een nieuwe dag. De afspraken die openstaan lopen door.',
    },
    {
      value: 'afsluiten',
      label: 'Afsluiten',
      hint:
        missing === undefined
          ? ['De afspraken stoppen, en het dossier sluit.', stops].filter(Boolean).join(' ')
          : `${notWithoutPerson(missing)}.`,
    },
  ]
}

const goodOf = (withClient: boolean): TextQuestion => ({
  kind: 'longText',
  name: 'gelukt',
  label: withClient ? 'Wat is gelukt, volgens de cliënt?' : 'Wat is gelukt?',
  hint: withClient
    ? 'In eigen woorden. Dit gaat mee naar het volgende overleg.'
    : 'Dit gaat mee naar de volgende keer.',
  error: '',
  max: mostOfGood,
})

const barrierOf = (question: Question, withClient: boolean): Question => ({
  ...question,
  ...(withClient ? { label: 'Welke drempel noemt de cliënt?' } : {}),
  hint: 'Kies alles wat past. Sluit u af? Dan kiest u er minstens één, of “Geen drempel”, en tellen we dit zonder namen.',
})

const discussedOf = (withClient: boolean): TextQuestion => ({
  kind: 'date',
  name: 'besproken_op',
  label: withClient ? 'Besproken met de cliënt op' : 'Besproken op',
  error: '',
})

const evaluationOf = ({ hasPlan: { evaluateWithinMonths } }: AtPlan): TextQuestion => ({
  kind: 'date',
  name: 'evaluatie_op',
  label: 'Volgende evaluatie op',
  hint: `Alleen als u verdergaat met dit plan. Hoogstens ${counted(evaluateWithinMonths, 'maand', 'maanden')}.`,
  error: '',
  optional: true,
})

const onlyToClose = 'Alleen als u afsluit. Voor uw collega’s.'

export const keptElsewhere: TextQuestion = {
  kind: 'date',
  name: keptField,
  label: 'Bewaard in eigen dossier op',
  hint: 'Alleen als u afsluit. Loket is niet het dossier.',
  error: '',
  optional: true,
}
