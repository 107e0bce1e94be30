/** Each afspraak that is still open, with what its people said of it: what became of it? */
import type { FC } from 'hono/jsx'
import type { AgreedAfspraak } from '../../../forms/kit/plan/action-plan.ts'
import { reportsOf } from '../../../forms/kit/plan/plan-said.ts'
import { numbered, outcomeField } from '../../../forms/kit/plan/read-evaluation.ts'
import { isWithoutPerson } from '../../../forms/kit/plan/who-sees.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords, dayInWords } from '../../../forms/kit/time.ts'
import { planPath } from '../../shared/work-paths.ts'
import { InlineChoice } from '../overleg/inline-choice.tsx'
import { calledOf, fullyCalledOf } from '../overleg/words.ts'
import type { AtPlan } from './at-plan.ts'
import { standInWords } from './stand-words.ts'

const outcomeInWords = [
  ['gelukt', 'gelukt'],
  ['deels', 'deels'],
  ['niet', 'niet'],
  ['niet_meer_nodig', 'niet meer nodig'],
] as const

interface OutcomesProps {
  found: AtPlan
  context: { typed: RawInput; errors: readonly FieldError[] }
}

export const Outcomes: FC<OutcomesProps> = ({ found, context }) => {
  const open = numbered(found.plan)
  return (
    <section class="lw-block">
      <h2 id="afspraken" tabindex={-1}>
        De afspraken
      </h2>
      <p>
        {open.length > 0
          ? 'Kies bij elke afspraak iets. Wat iemand zelf meldde, staat erbij.'
          : 'Geen afspraak staat nog open.'}
      </p>
      {open.map(({ number, afspraak }) => (
        <div class="lo-uitkomst" id={afspraak.id} data-afspraak={afspraak.id} tabindex={-1}>
          <About found={found} number={number} afspraak={afspraak} />
          <InlineChoice
            name={outcomeField(afspraak.id)}
            legend={
              <>
                {`Afspraak ${number}: `}
                <bdi>{wordsOf(found, afspraak)}</bdi>
              </>
            }
            quiet
            options={outcomeInWords}
            context={context}
          />
        </div>
      ))}
    </section>
  )
}

const wordsOf = ({ agreedTexts, texts }: AtPlan, { id }: AgreedAfspraak): string =>
  (agreedTexts ?? texts).afspraken[id] ?? ''

const About: FC<{ found: AtPlan; number: number; afspraak: AgreedAfspraak }> = ({ found, number, afspraak }) => {
  const { overleg, details, said } = found
  const { wie, met, tegen } = afspraak
  const called = (id: string) => fullyCalledOf(details, { id, wie: overleg.participants[id]?.wie ?? 'dienst' })
  const alone = isWithoutPerson(overleg, afspraak)
  return (
    <div>
      <p class="lo-dagnaam">
        <b>
          {`${number}. `}
          <bdi>{wordsOf(found, afspraak)}</bdi>
        </b>
      </p>
      <p class="hint lo-dagnaam">
        {alone && (
          <>
            <span class="tag late">zonder trekker</span>
            {' eerst '}
          </>
        )}
        <bdi>{alone ? called(wie) : capitalised(called(wie))}</bdi>
        {tegen ? `, tegen ${dateInWords(tegen)}.` : ', tot de evaluatie.'}
        {met && (
          <>
            {' Samen met '}
            <bdi>{called(met)}</bdi>.
          </>
        )}
        {alone && (
          <>
            {' '}
            <a href={planPath(found.plan.reference)}>Geef ze aan iemand</a>
          </>
        )}
      </p>
      {Object.values((found.agreedTexts ?? found.texts).disagreed[afspraak.id] ?? {}).map((words) => (
        <p class="hint lo-dagnaam">
          De cliënt is het hier niet mee eens: <bdi>‘{words}’</bdi>
        </p>
      ))}
      {reportsOf(said, afspraak).map(({ participant, stand, at }) => (
        <p class="hint lo-dagnaam">
          {participant !== wie && <bdi>{`${capitalised(calledOf(details, seatOf(found, participant)))} `}</bdi>}
          {`${participant === wie ? 'Gemeld' : 'meldde'}: ${standInWords[stand]}, op ${dayInWords(new Date(at))}.`}
        </p>
      ))}
    </div>
  )
}

const seatOf = ({ overleg }: AtPlan, id: string) => ({ id, wie: overleg.participants[id]?.wie ?? 'dienst' }) as const
