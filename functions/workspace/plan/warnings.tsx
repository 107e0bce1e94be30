/** What is asked about once and stops nobody: a day after the evaluation, much at once, a client who does nothing (docs/overleg.md §9). */
import type { Child, FC } from 'hono/jsx'
import { afspraakField, afspraakRows, goalRows } from '../../../forms/kit/plan/plan-fields.ts'
import { type Warning, warningsFor } from '../../../forms/kit/plan/plan-gaps.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { whatDay } from '../../../forms/kit/unusual-day.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { planPath } from '../../shared/work-paths.ts'
import { calledOf } from '../overleg/words.ts'
import type { AtPlan } from './at-plan.ts'

interface InWords {
  title: string
  text: Child
  /** Id of what it is about, on the page of the plan. */
  mend: string
}

function inWords(found: AtPlan, warning: Warning): InWords {
  switch (warning.kind) {
    case 'after_evaluation':
      return {
        title: `Afspraak ${warning.at + 1}: klopt dat?`,
        text: `${capitalised(dateInWords(warning.day))} valt na de evaluatie van ${dateInWords(warning.evaluation)}.`,
        mend: fieldId(afspraakField(warning.at, 'tegen')),
      }
    case 'to_ask':
      return {
        title: `Afspraak ${warning.at + 1}: nog te vragen`,
        text: (
          <>
            <bdi>{capitalised(nameOf(found, warning.wie))}</bdi> was niet op het overleg. Tot u het vroeg, staat er ‘nog
            te vragen’ bij.
          </>
        ),
        mend: fieldId(afspraakField(warning.at, 'afgesproken_op')),
      }
    case 'unusual_evaluation':
      return {
        title: 'De evaluatie: klopt die dag?',
        text: `${whatDay(warning.day, found.days)}.`,
        mend: fieldId('evaluatie_op'),
      }
    case 'many_first':
      return {
        title: `${warning.count} doelen staan op ‘eerst’`,
        text: 'Dat is veel voor één gezin. Wat kan later? U mag ook gewoon doorgaan.',
        mend: goalRows,
      }
    case 'client_does_nothing':
      return { title: 'De cliënt heeft geen eigen afspraak', text: 'Klopt dat?', mend: afspraakRows }
  }
}

const nameOf = ({ details, overleg }: AtPlan, id: string): string =>
  calledOf(details, { id, wie: overleg.participants[id]?.wie ?? 'dienst' })

/** Each with the way to where it is mended. `besideRows`: what is about one afspraak stands with that afspraak. */
export const Warnings: FC<{ found: AtPlan; besideRows?: boolean }> = ({ found, besideRows = false }) =>
  warningsFor(found, found.days)
    .filter((warning) => !(besideRows && 'at' in warning))
    .map((warning) => inWords(found, warning))
    .map(({ title, text, mend }) => (
      <section class="lo-vraag smal">
        <h2>{title}</h2>
        <p>
          {text} <a href={`${planPath(found.plan.reference)}#${mend}`}>Verander het</a>
        </p>
      </section>
    ))
