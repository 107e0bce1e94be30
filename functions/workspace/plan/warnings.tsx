/** What is asked about once and stops nobody: a day after the evaluation, much at once, a client who does nothing (docs/overleg.md §9). */
import type { FC } from 'hono/jsx'
import { type Warning, warningsFor } from '../../../forms/kit/plan/plan-gaps.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { whatDay } from '../../../forms/kit/unusual-day.ts'
import type { AtPlan } from './at-plan.ts'

function inWords(warning: Warning): { title: string; text: string } {
  switch (warning.kind) {
    case 'after_evaluation':
      return {
        title: `Afspraak ${warning.at + 1}: klopt dat?`,
        text: `${capitalised(dateInWords(warning.day))} valt na de evaluatie van ${dateInWords(warning.evaluation)}.`,
      }
    case 'unusual_evaluation':
      return { title: 'De evaluatie: klopt die dag?', text: `${whatDay(warning.day)}.` }
    case 'many_first':
      return {
        title: `${warning.count} doelen staan op ‘eerst’`,
        text: 'Dat is veel voor één gezin. Wat kan later? U mag ook gewoon doorgaan.',
      }
    case 'client_does_nothing':
      return { title: 'De cliënt heeft geen eigen afspraak', text: 'Klopt dat?' }
  }
}

export const Warnings: FC<{ found: AtPlan }> = ({ found }) =>
  warningsFor(found)
    .map(inWords)
    .map(({ title, text }) => (
      <section class="lo-vraag smal">
        <h2>{title}</h2>
        <p>{text}</p>
      </section>
    ))
